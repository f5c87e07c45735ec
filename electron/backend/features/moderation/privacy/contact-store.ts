/** Contacts: who wrote, under which names, how often and in which mood; joining and parting them. */
import {
  MAX_FOUND_CONTACTS,
  type ContactCursor,
  type ContactDetail,
  type ContactRow,
} from '../../../../../shared/contract/privacy.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { readPseudonym } from '../../../../../shared/domain/pseudonym.ts'
import type { Connection } from '../../../database/connection.ts'
import { addContact, bareHandle, FIRST_AT } from '../../../database/contacts.ts'
import { expected } from '../../../database/expected.ts'
import { readRows } from '../queue-row.ts'
import { heldAmong } from './holds.ts'

export interface ContactPage {
  readonly rows: ContactRow[]
  readonly next: ContactCursor | null
  readonly count: number | null
}

/** The last conversation of each contact, the latest first: one row a contact. */
const LATEST = `SELECT contact_id AS contactId, received_at AS at FROM conversation AS latest
  WHERE contact_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM conversation AS later
    WHERE later.contact_id = latest.contact_id AND (later.received_at, later.id) > (latest.received_at, latest.id))`

export function readContacts(
  db: Connection,
  { text, cursor, limit }: { readonly text: string; readonly cursor: ContactCursor | null; readonly limit: number },
): ContactPage {
  if (text.trim() !== '') return { rows: readContactRows(db, findContacts(db, text)), next: null, count: null }
  const found = db
    .prepare<[object], { contactId: number; at: Instant }>(
      `${LATEST} AND (received_at, contact_id) < (@at, @id) ORDER BY received_at DESC, contact_id DESC LIMIT @limit`,
    )
    .all({ at: cursor?.at ?? Number.MAX_SAFE_INTEGER, id: cursor?.id ?? 0, limit })
  const last = found.at(-1)
  return {
    rows: readContactRows(
      db,
      found.map(({ contactId }) => contactId),
    ),
    next: last && found.length === limit ? { at: last.at, id: last.contactId } : null,
    count: cursor === null ? countContacts(db) : null,
  }
}

function countContacts(db: Connection): number {
  return Number(
    db
      .prepare<[]>(
        'SELECT count(*) FROM contact WHERE EXISTS (SELECT 1 FROM conversation WHERE contact_id = contact.id)',
      )
      .pluck()
      .get(),
  )
}

/** Those whose pseudonym or one of whose handles contains the text, who wrote last first. */
function findContacts(db: Connection, text: string): number[] {
  return db
    .prepare<[object], number>(
      `SELECT id FROM (
         SELECT id FROM contact WHERE instr(pseudonym, upper(@text)) > 0 OR pseudonym = @pseudonym
         UNION SELECT contact_id FROM contact_handle WHERE instr(lower_case(handle), @handle) > 0)
       ORDER BY (SELECT max(received_at) FROM conversation WHERE contact_id = id) DESC, id DESC LIMIT ${MAX_FOUND_CONTACTS}`,
    )
    .pluck()
    .all({ text: text.trim(), pseudonym: readPseudonym(text), handle: bareHandle(text).toLowerCase() }) as number[]
}

type Stored = Omit<ContactRow, 'handles' | 'isBlocked' | 'moods'> &
  ContactRow['moods'] & { readonly handles: string; readonly isBlocked: number; readonly firstAt: Instant }

/** In the order of the ids. */
function readContactRows(db: Connection, ids: readonly number[]): (ContactRow & { readonly firstAt: Instant })[] {
  const mood = (name: string) =>
    `(SELECT count(*) FROM conversation WHERE contact_id = contact.id AND sentiment = '${name}') AS ${name}`
  return db
    .prepare<[string], Stored>(
      `SELECT contact.id, contact.pseudonym, contact.is_blocked AS isBlocked, ${FIRST_AT} AS firstAt,
         (SELECT json_group_array(json_object('id', id, 'network', network, 'handle', handle)) FROM contact_handle
            WHERE contact_id = contact.id) AS handles,
         (SELECT count(*) FROM conversation WHERE contact_id = contact.id) AS conversationCount,
         ${['positive', 'neutral', 'negative', 'angry'].map(mood).join(', ')},
         coalesce((SELECT max(received_at) FROM conversation WHERE contact_id = contact.id), contact.first_at) AS lastAt
       FROM json_each(?) AS wanted CROSS JOIN contact ON contact.id = wanted.value ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
    .map(({ positive, neutral, negative, angry, ...row }) => ({
      ...row,
      handles: JSON.parse(row.handles) as ContactRow['handles'],
      isBlocked: row.isBlocked === 1,
      moods: { positive, neutral, negative, angry },
    }))
}

export function readContact(db: Connection, id: number, now: Instant): ContactDetail {
  const [row] = readContactRows(db, [id])
  if (!row) throw expected('not_found', { what: 'contact', id })
  const ids = db
    .prepare<[number], number>(
      `SELECT id FROM conversation WHERE contact_id = ? ORDER BY received_at DESC, id DESC LIMIT ${MAX_FOUND_CONTACTS}`,
    )
    .pluck()
    .all(id) as number[]
  const held = new Set(heldAmong(db, ids, now))
  return { ...row, conversations: readRows(db, ids).map((one) => ({ ...one, isHeld: held.has(one.id) })) }
}

export function assertContact(db: Connection, id: number): void {
  if (!db.prepare<[number]>('SELECT 1 FROM contact WHERE id = ?').get(id))
    throw expected('not_found', { what: 'contact', id })
}

export function mergeContacts(db: Connection, fromId: number, intoId: number): void {
  assertContact(db, fromId)
  assertContact(db, intoId)
  if (fromId === intoId) throw expected('invalid_value', { field: 'intoId', reason: 'merged_into_itself' })
  const move = { fromId, intoId }
  db.prepare<[object]>('UPDATE contact_handle SET contact_id = @intoId WHERE contact_id = @fromId').run(move)
  db.prepare<[object]>('UPDATE conversation SET contact_id = @intoId WHERE contact_id = @fromId').run(move)
  db.prepare<[object]>(
    `UPDATE contact SET is_blocked = max(is_blocked, (SELECT is_blocked FROM contact WHERE id = @fromId)),
       first_at = min(first_at, (SELECT first_at FROM contact WHERE id = @fromId)) WHERE id = @intoId`,
  ).run(move)
  db.prepare<[number]>('DELETE FROM contact WHERE id = ?').run(fromId)
}

/** Answers the new contact. */
export function splitContact(db: Connection, id: number, handleIds: readonly number[], now: Instant): number {
  assertContact(db, id)
  const handles = db
    .prepare<[number], { id: number; network: string }>('SELECT id, network FROM contact_handle WHERE contact_id = ?')
    .all(id)
  const moved = handles.filter((handle) => handleIds.includes(handle.id))
  const kept = handles.filter((handle) => !handleIds.includes(handle.id))
  if (moved.length !== new Set(handleIds).size || kept.length === 0)
    throw expected('invalid_value', { field: 'handleIds', reason: 'one_has_to_stay' })
  const newId = addContact(db, now)
  for (const handle of moved)
    db.prepare<[number, number]>('UPDATE contact_handle SET contact_id = ? WHERE id = ?').run(newId, handle.id)
  const networks = moved
    .map(({ network }) => network)
    .filter((network) => !kept.some((handle) => handle.network === network))
  db.prepare<[object]>(
    `UPDATE conversation SET contact_id = @newId WHERE contact_id = @id
       AND coalesce((SELECT network FROM channel WHERE channel.id = conversation.channel_id), 'other')
         IN (SELECT value FROM json_each(@networks))`,
  ).run({ newId, id, networks: JSON.stringify(networks) })
  return newId
}

export function setContactBlocked(db: Connection, id: number, isBlocked: boolean): void {
  assertContact(db, id)
  db.prepare<[number, number]>('UPDATE contact SET is_blocked = ? WHERE id = ?').run(Number(isBlocked), id)
}
