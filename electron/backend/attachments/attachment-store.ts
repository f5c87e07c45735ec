/** Which file belongs to what: rows of `attachment`, and the files beside the ledger they point at. */
import {
  evidenceProblem,
  MAX_EVIDENCE_OF_CONVERSATION,
  MAX_EVIDENCE_OF_CRISIS,
  MAX_RECEIPTS_OF_ONE,
  promisedType,
  receiptProblem,
} from '../../../shared/domain/receipt-file.ts'
import type { Connection } from '../database/connection.ts'
import { expected } from '../database/expected.ts'
import { JOURNALLED_TABLES } from '../database/journal.ts'
import type { StagedUploads } from '../staged-uploads.ts'
import { keepFile, listFiles, stateOf, type FileReference, type FileState, type KeptFile } from './attachment-files.ts'

export interface AttachmentRow extends FileReference {
  readonly id: number
  readonly expenseId: number | null
  readonly eventId: number | null
  readonly conversationId: number | null
  readonly crisisId: number | null
  readonly fileName: string
  readonly mediaType: string
  readonly addedAt: number
}

const COLUMNS = `id, expense_id AS expenseId, event_id AS eventId, conversation_id AS conversationId, crisis_id AS crisisId, sha256,
  file_name AS fileName, media_type AS mediaType, byte_count AS bytes, added_at AS addedAt`

const receipts = { field: 'receipts', reason: 'too_many_receipts', problemOf: receiptProblem } as const
const evidence = { field: 'evidence', reason: 'too_many_files', problemOf: evidenceProblem } as const

/** What a file can be attached to: a column of `attachment`, with what is taken there. */
const OWNERS = {
  expense_id: { ...receipts, maximum: MAX_RECEIPTS_OF_ONE },
  event_id: { ...receipts, maximum: MAX_RECEIPTS_OF_ONE },
  conversation_id: { ...evidence, maximum: MAX_EVIDENCE_OF_CONVERSATION },
  crisis_id: { ...evidence, maximum: MAX_EVIDENCE_OF_CRISIS },
} as const
export type Owner = keyof typeof OWNERS

export function readAttachments(db: Connection): AttachmentRow[] {
  return db.prepare<[], AttachmentRow>(`SELECT ${COLUMNS} FROM attachment ORDER BY id`).all()
}

/** Files of one thing, oldest first. */
export function readAttachmentsOf(db: Connection, owner: Owner, ownerId: number): AttachmentRow[] {
  return db
    .prepare<[number], AttachmentRow>(`SELECT ${COLUMNS} FROM attachment WHERE ${owner} = ? ORDER BY id`)
    .all(ownerId)
}

export function findAttachment(db: Connection, id: number): AttachmentRow {
  const row = db.prepare<[number], AttachmentRow>(`SELECT ${COLUMNS} FROM attachment WHERE id = ?`).get(id)
  if (!row) throw expected('not_found', { what: 'attachment', id })
  return row
}

export function describeAttachment(ledgerPath: string, row: AttachmentRow) {
  const state: FileState = stateOf(ledgerPath, row)
  const { id, fileName, mediaType, bytes, addedAt } = row
  return { id, fileName, mediaType, bytes, addedAt, state }
}

export interface AttachInput {
  readonly db: Connection
  readonly ledgerPath: string
  readonly uploads: StagedUploads
  readonly owner: Owner
  readonly ownerId: number
  readonly now: number
}

/**
 * Attaches staged files and answers those that were not there before: the same file on the same thing is attached once. Refuses
 * what is not taken, before anything is written.
 */
export function attachFiles(input: AttachInput, handles: readonly string[]): AttachmentRow[] {
  const { field, problemOf } = OWNERS[input.owner]
  const files = handles.map((handle) => ({
    name: input.uploads.describe(handle).name,
    content: input.uploads.content(handle),
  }))
  for (const { name, content } of files) {
    const reason = problemOf(name, content)
    if (reason !== null) throw expected('invalid_value', { field, reason, value: name })
  }
  return files.flatMap(({ name, content }) => attachOne(input, name, content))
}

function attachOne({ db, ledgerPath, owner, ownerId, now }: AttachInput, name: string, content: Buffer) {
  const { field, reason, maximum } = OWNERS[owner]
  const rows = db.prepare<[number], { sha256: string }>(`SELECT sha256 FROM attachment WHERE ${owner} = ?`).all(ownerId)
  const { sha256, bytes } = keepFile(ledgerPath, content)
  if (rows.some((row) => row.sha256 === sha256)) return []
  if (rows.length >= maximum) throw expected('invalid_value', { field, reason, value: name })
  const { lastInsertRowid } = db
    .prepare<[number, string, string, string, number, number]>(
      `INSERT INTO attachment (${owner}, sha256, file_name, media_type, byte_count, added_at) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(ownerId, sha256, name, promisedType(name) ?? 'application/octet-stream', bytes, now)
  return [findAttachment(db, Number(lastInsertRowid))]
}

/** Takes files off; they stay on the disk until someone tidies up. */
export function detachFiles(db: Connection, owner: Owner, ownerId: number, ids: readonly number[]): void {
  const remove = db.prepare<[number, number]>(`DELETE FROM attachment WHERE id = ? AND ${owner} = ?`)
  for (const id of ids) remove.run(id, ownerId)
}

/** Files no row points at and no step of undo could bring back. On the writing connection: the journal is only there. */
export function unusedFiles(db: Connection, ledgerPath: string): KeptFile[] {
  const used = new Set(
    db
      .prepare<[], { sha256: string }>('SELECT sha256 FROM attachment')
      .all()
      .map((row) => row.sha256),
  )
  const tableNo = Object.keys(JOURNALLED_TABLES).indexOf('attachment')
  const remembered = db
    .prepare<[number], { sha256: string }>(
      `SELECT json_extract(before, '$.sha256') AS sha256 FROM temp.journal WHERE table_no = ? AND before IS NOT NULL`,
    )
    .all(tableNo)
  for (const { sha256 } of remembered) used.add(sha256)
  return listFiles(ledgerPath).filter(({ sha256 }) => !used.has(sha256))
}
