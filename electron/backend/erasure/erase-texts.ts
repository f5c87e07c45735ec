/** Takes out what names people; what is counted and costed stays. Runs within the caller's transaction, outside of the journal. */
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Connection } from '../database/connection.ts'
import type { ErasureReason } from './erasure-list.ts'
import { presentIn, FREE_TEXTS, type FreeText } from './free-text.ts'
import { mentionsIn, replaceMentions, type SoughtNames } from './mentions.ts'

export interface ErasedConversations {
  readonly ids: readonly number[]
  /** Hashes of files that hung on them. */
  readonly files: readonly string[]
}

export interface TextErasure {
  readonly at: Instant
  readonly reason: ErasureReason
  /** Who did it; null: the app by itself. */
  readonly personId: number | null
}

const OF_CONVERSATIONS = 'IN (SELECT value FROM json_each(@ids))'

/** What a conversation holds that can be erased. */
const HAS_TEXT = `EXISTS (SELECT 1 FROM conversation_text WHERE id = conversation.id)
  OR EXISTS (SELECT 1 FROM reply_draft WHERE id = conversation.id)
  OR EXISTS (SELECT 1 FROM attachment WHERE conversation_id = conversation.id)
  OR EXISTS (SELECT 1 FROM conversation_event AS event JOIN event_text ON event_text.id = event.id
    WHERE event.conversation_id = conversation.id)
  OR conversation.hold_reason IS NOT NULL
  OR conversation.erased_at IS NULL AND conversation.contact_id IS NOT NULL`

/** Texts, answers, drafts and files of conversations. Those that hold nothing are left as they are. */
export function eraseConversations(db: Connection, ids: readonly number[], erasure: TextErasure): ErasedConversations {
  const wanted = JSON.stringify(ids)
  const erased = db
    .prepare<[object], number>(`SELECT id FROM conversation WHERE id ${OF_CONVERSATIONS} AND (${HAS_TEXT})`)
    .pluck()
    .all({ ids: wanted }) as number[]
  const which = { ids: JSON.stringify(erased) }
  const files = db
    .prepare<[object], string>(`SELECT DISTINCT sha256 FROM attachment WHERE conversation_id ${OF_CONVERSATIONS}`)
    .pluck()
    .all(which) as string[]
  for (const statement of [
    `DELETE FROM attachment WHERE conversation_id ${OF_CONVERSATIONS}`,
    `DELETE FROM event_text WHERE id IN (SELECT id FROM conversation_event WHERE conversation_id ${OF_CONVERSATIONS})`,
    `DELETE FROM reply_draft WHERE id ${OF_CONVERSATIONS}`,
    `DELETE FROM conversation_text WHERE id ${OF_CONVERSATIONS}`,
  ])
    db.prepare<[object]>(statement).run(which)
  noteErased(db, which, erasure)
  return { ids: erased, files }
}

function noteErased(db: Connection, which: { readonly ids: string }, { at, reason, personId }: TextErasure): void {
  db.prepare<[object]>(`UPDATE conversation SET erased_at = @at, hold_reason = NULL WHERE id ${OF_CONVERSATIONS}`).run({
    ...which,
    at,
  })
  db.prepare<[object]>(
    `INSERT INTO conversation_event (conversation_id, at, kind, person_id, detail)
     SELECT value, @at, 'erased', (SELECT id FROM person WHERE id = @personId), json_object('reason', @reason) FROM json_each(@ids)`,
  ).run({ ...which, at, reason, personId })
}

export interface LostHandle {
  readonly contactId: number
  readonly pseudonym: string
  readonly network: string
  readonly handle: string
}

const LOST = `SELECT contact.id AS contactId, contact.pseudonym, handle.network, handle.handle
  FROM contact_handle AS handle JOIN contact ON contact.id = handle.contact_id`

/** Takes their names from contacts and answers them. The pseudonyms stay. */
export function eraseHandles(db: Connection, contactIds: readonly number[]): LostHandle[] {
  const which = { ids: JSON.stringify(contactIds) }
  const lost = db.prepare<[object], LostHandle>(`${LOST} WHERE contact.id ${OF_CONVERSATIONS}`).all(which)
  db.prepare<[object]>(`DELETE FROM contact_handle WHERE contact_id ${OF_CONVERSATIONS}`).run(which)
  return lost
}

/** Contacts of which every conversation was erased need no name any more. `among`: only those of these conversations. */
export function contactsWithoutTexts(db: Connection, among: readonly number[] | null = null): number[] {
  const candidates =
    among === null
      ? 'SELECT DISTINCT contact_id FROM contact_handle'
      : `SELECT DISTINCT contact_id FROM conversation WHERE contact_id IS NOT NULL AND id ${OF_CONVERSATIONS}`
  return db
    .prepare<[object], number>(
      `SELECT contact_id FROM (${candidates}) AS candidate
       WHERE EXISTS (SELECT 1 FROM conversation WHERE contact_id = candidate.contact_id)
         AND NOT EXISTS (SELECT 1 FROM conversation WHERE contact_id = candidate.contact_id AND erased_at IS NULL)`,
    )
    .pluck()
    .all(among === null ? {} : { ids: JSON.stringify(among) }) as number[]
}

/** Puts pseudonyms in the place of names, column by column. Answers how many texts were changed. */
export function* replaceNamesEverywhere(db: Connection, names: SoughtNames): Generator<number, number> {
  let count = 0
  for (const column of presentIn(db, FREE_TEXTS)) {
    const mentions = mentionsIn(db, column, names)
    if (mentions.length > 0) withoutGuard(db, column, () => replaceMentions(db, mentions))
    count += mentions.length
    yield count
  }
  return count
}

/** The timeline refuses every change; this one takes words out of it and is over with the transaction. */
function withoutGuard(db: Connection, { table }: FreeText, work: () => void): void {
  const guard = db
    .prepare<[string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name = 'conversation_event_kept'",
    )
    .get(table)
  if (!guard) return work()
  db.database.exec(`DROP TRIGGER ${guard.name}`)
  work()
  db.database.exec(guard.sql)
}
