/** The other side of conversations: a pseudonym that says nothing about it, and the names it writes under, which can be erased. */
import { randomBytes } from 'node:crypto'
import type { Instant } from '../../../shared/domain/instant.ts'
import { NETWORKS, type Network } from '../../../shared/domain/network.ts'
import { normalName } from '../../../shared/domain/names-in-text.ts'
import { pseudonymDigits, pseudonymOf, readPseudonym } from '../../../shared/domain/pseudonym.ts'
import type { Connection } from './connection.ts'

/** SQL: the name its contact is known by, the one on the channel's own network first. Null: erased, or without a contact. */
export const HANDLE = `(SELECT contact_handle.handle FROM contact_handle WHERE contact_handle.contact_id = conversation.contact_id
  ORDER BY contact_handle.network = channel.network DESC, contact_handle.id LIMIT 1)`

/** SQL: when a contact first wrote, whatever became of its conversations since; without any, when it became known. */
export const FIRST_AT =
  'coalesce((SELECT min(received_at) FROM conversation WHERE contact_id = contact.id), contact.first_at)'

/** Without the sign that some networks put before it. */
export function bareHandle(handle: string): string {
  return handle.trim().replace(/^@+/, '')
}

export function findContact(db: Connection, network: Network, handle: string): number | null {
  const id = db
    .prepare<[string, string], number>('SELECT contact_id FROM contact_handle WHERE network = ? AND handle = ?')
    .pluck()
    .get(network, bareHandle(handle))
  return id === undefined ? null : Number(id)
}

/** Contacts of a pseudonym, or of a name on any network. */
export function contactsNamed(db: Connection, name: string, limit: number): number[] {
  return contactsOf(db, 'lower_case(handle) = @handle', { handle: normalName(name) }, name, limit)
}

/** The same by index, for a search that asks at every letter: capitals beyond A to Z are told apart. */
export function contactsLookedUp(db: Connection, name: string, limit: number): number[] {
  const condition = 'network IN (SELECT value FROM json_each(@networks)) AND handle = @handle'
  return contactsOf(db, condition, { networks: JSON.stringify(NETWORKS), handle: bareHandle(name) }, name, limit)
}

function contactsOf(db: Connection, condition: string, values: object, pseudonym: string, limit: number): number[] {
  return db
    .prepare<[object], number>(
      `SELECT contact_id FROM contact_handle WHERE ${condition}
       UNION SELECT id FROM contact WHERE pseudonym = @pseudonym LIMIT @limit`,
    )
    .pluck()
    .all({ ...values, pseudonym: readPseudonym(pseudonym), limit }) as number[]
}

/** The contact of that name on the network, made where there is none. Null for a name of signs only. */
export function findOrAddContact(db: Connection, network: Network, handle: string, at: Instant): number | null {
  const name = bareHandle(handle)
  if (name === '') return null
  const known = findContact(db, network, name)
  if (known !== null) return known
  const id = addContact(db, at)
  db.prepare<[number, string, string]>('INSERT INTO contact_handle (contact_id, network, handle) VALUES (?, ?, ?)').run(
    id,
    network,
    name,
  )
  return id
}

/** One without a name yet. */
export function addContact(db: Connection, at: Instant): number {
  const { lastInsertRowid } = db
    .prepare<[string, number]>('INSERT INTO contact (pseudonym, first_at) VALUES (?, ?)')
    .run(newPseudonym(db), at)
  return Number(lastInsertRowid)
}

/** One that nobody has: no contact, and nobody who was erased without being one. */
export function newPseudonym(db: Connection): string {
  const count = Number(db.prepare<[]>('SELECT count(*) FROM contact').pluck().get())
  const isTaken = db.prepare<[string, string]>(
    'SELECT 1 FROM contact WHERE pseudonym = ? UNION ALL SELECT 1 FROM erasure WHERE pseudonym = ?',
  )
  for (;;) {
    const pseudonym = pseudonymOf(randomBytes(4).readUInt32LE(), pseudonymDigits(count))
    if (!isTaken.get(pseudonym, pseudonym)) return pseudonym
  }
}
