/** Screenshots and other evidence, of a crisis or of a single conversation. */
import { checkFile } from '../../../attachments/attachment-files.ts'
import {
  attachFiles,
  describeAttachment,
  findAttachment,
  readAttachmentsOf,
} from '../../../attachments/attachment-store.ts'
import type { EvidenceFile } from '../../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { assertRecord } from '../../../database/references.ts'
import type { StagedUploads } from '../../../staged-uploads.ts'
import { addEvent } from '../timeline.ts'
import { addEntry, timeOf } from './crisis-log.ts'
import { findCrisis } from './crisis-row.ts'

/** Where files come from and where they are kept. */
export interface FilePlaces {
  readonly ledgerPath: string
  readonly uploads: StagedUploads
}

export function readEvidence(
  db: Connection,
  ledgerPath: string,
  owner: 'crisis_id' | 'conversation_id',
  ownerId: number,
): EvidenceFile[] {
  return readAttachmentsOf(db, owner, ownerId).map((row) => ({
    ...describeAttachment(ledgerPath, row),
    sha256: row.sha256,
  }))
}

/** The same with the content of every file compared: what a document says of its evidence has to be true. */
export function checkEvidence(db: Connection, ledgerPath: string, crisisId: number): EvidenceFile[] {
  return readEvidence(db, ledgerPath, 'crisis_id', crisisId).map((file) => ({
    ...file,
    state: checkFile(ledgerPath, file),
  }))
}

export interface Note {
  readonly id: number
  readonly text: string
  readonly at: Instant | null
  readonly attach: readonly string[]
}

/** Words and files of one moment. Each file has an entry of its own, which keeps its hash; the words stand with the first. */
export function note(
  db: Connection,
  context: CommandContext,
  places: FilePlaces,
  { id, text, at, attach }: Note,
): void {
  findCrisis(db, id)
  const when = timeOf(at, context)
  const target = { db, ...places, owner: 'crisis_id', ownerId: id, now: context.now } as const
  const added = attachFiles(target, attach)
  if (text.trim() === '' && added.length === 0)
    throw expected('invalid_value', { field: 'text', reason: attach.length > 0 ? 'evidence_known' : 'required' })
  if (text.trim() !== '') addEntry(db, context, { crisisId: id, kind: 'note', at: when, text })
  for (const { id: attachmentId, fileName: name, sha256 } of added)
    addEntry(db, context, { crisisId: id, kind: 'evidence', at: when, detail: { attachmentId, name, sha256 } })
}

export function removeEvidence(db: Connection, context: CommandContext, id: number): void {
  const { crisisId, fileName: name, sha256 } = findAttachment(db, id)
  if (crisisId === null) throw expected('not_found', { what: 'attachment', id })
  db.prepare<[number]>('DELETE FROM attachment WHERE id = ?').run(id)
  addEntry(db, context, { crisisId, kind: 'evidenceRemoved', detail: { attachmentId: id, name, sha256 } })
}

export function attachToConversation(
  db: Connection,
  context: CommandContext,
  places: FilePlaces,
  { id, attach }: { readonly id: number; readonly attach: readonly string[] },
): void {
  assertRecord(db, 'conversation', id)
  const target = { db, ...places, owner: 'conversation_id', ownerId: id, now: context.now } as const
  const added = attachFiles(target, attach)
  if (added.length === 0) throw expected('invalid_value', { field: 'evidence', reason: 'evidence_known' })
  for (const { sha256 } of added)
    addEvent(db, context, { conversationId: id, kind: 'evidence', detail: { sha256, isAdded: true } })
}

export function detachFromConversation(db: Connection, context: CommandContext, id: number): void {
  const { conversationId, sha256 } = findAttachment(db, id)
  if (conversationId === null) throw expected('not_found', { what: 'attachment', id })
  db.prepare<[number]>('DELETE FROM attachment WHERE id = ?').run(id)
  addEvent(db, context, { conversationId, kind: 'evidence', detail: { sha256, isAdded: false } })
}
