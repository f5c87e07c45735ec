/** Who must know of a crisis, in which order and until when; without a crisis, the standing list. */
import {
  MAX_CRISIS_CONTACTS,
  type CrisisContact,
  type CrisisContactInput,
} from '../../../../../shared/contract/crises.ts'
import { informBy, neededSince, type LevelChange } from '../../../../../shared/domain/crisis.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { addEntry, timeOf } from './crisis-log.ts'
import { findCrisis, levelHistory } from './crisis-row.ts'
import { moveTo, nextPosition } from '../list-order.ts'

interface StoredContact extends CrisisContactInput {
  readonly id: number
  readonly crisisId: number | null
  readonly informedAt: Instant | null
}

const COLUMNS = `id, crisis_id AS crisisId, name, role, reachable_by AS reachableBy, from_level AS fromLevel,
  within_minutes AS withinMinutes, informed_at AS informedAt`

/** `crisisId` null: the standing list. */
export function readContacts(db: Connection, crisisId: number | null): CrisisContact[] {
  const rows = db
    .prepare<[number | null], StoredContact>(
      `SELECT ${COLUMNS} FROM crisis_contact WHERE crisis_id IS ? ORDER BY position, id LIMIT ${MAX_CRISIS_CONTACTS}`,
    )
    .all(crisisId)
  const history = crisisId === null ? [] : levelHistory(db, crisisId)
  return rows.map((row) => withDeadline(row, history))
}

function withDeadline(contact: StoredContact, history: readonly LevelChange[]): CrisisContact {
  const since = neededSince(history, contact.fromLevel)
  return { ...contact, isNeeded: since !== null, informBy: informBy(since, contact.withinMinutes) }
}

function findContact(db: Connection, id: number): StoredContact {
  const row = db.prepare<[number], StoredContact>(`SELECT ${COLUMNS} FROM crisis_contact WHERE id = ?`).get(id)
  if (!row) throw expected('not_found', { what: 'crisisContact', id })
  return row
}

export function addContact(db: Connection, crisisId: number | null, contact: CrisisContactInput): number {
  if (crisisId !== null) findCrisis(db, crisisId)
  const position = nextPosition(db, { table: 'crisis_contact', crisisId }, MAX_CRISIS_CONTACTS)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO crisis_contact (crisis_id, position, name, role, reachable_by, from_level, within_minutes)
         VALUES (@crisisId, @position, @name, @role, @reachableBy, @fromLevel, @withinMinutes)`,
      )
      .run({ ...contact, crisisId, position }).lastInsertRowid,
  )
}

export function updateContact(db: Connection, id: number, contact: CrisisContactInput): void {
  findContact(db, id)
  db.prepare<[object]>(
    `UPDATE crisis_contact SET name = @name, role = @role, reachable_by = @reachableBy, from_level = @fromLevel,
       within_minutes = @withinMinutes WHERE id = @id`,
  ).run({ ...contact, id })
}

export function removeContact(db: Connection, id: number): void {
  findContact(db, id)
  db.prepare<[number]>('DELETE FROM crisis_contact WHERE id = ?').run(id)
}

export function moveContact(db: Connection, id: number, to: number): void {
  const { crisisId } = findContact(db, id)
  moveTo(db, { table: 'crisis_contact', crisisId }, id, to)
}

export interface Informing {
  readonly id: number
  readonly isInformed: boolean
  readonly at: Instant | null
}

export function inform(db: Connection, context: CommandContext, { id, isInformed, at }: Informing): void {
  const { crisisId, name, role, informedAt } = findContact(db, id)
  if (crisisId === null) throw expected('not_found', { what: 'crisisContact', id })
  const when = timeOf(at, context)
  // Said again without a time, it is known already; with one, the time is corrected.
  if (isInformed ? informedAt !== null && (at === null || at === informedAt) : informedAt === null) return
  db.prepare<[number | null, number]>('UPDATE crisis_contact SET informed_at = ? WHERE id = ?').run(
    isInformed ? when : null,
    id,
  )
  const detail = { name, ...(role !== '' && { role }) }
  addEntry(db, context, { crisisId, kind: isInformed ? 'informed' : 'uninformed', at: when, detail })
}

/** Adds those of one list to another that are not in it yet, by their names. */
export function copyContacts(db: Connection, from: number | null, to: number | null): void {
  const known = new Set(readContacts(db, to).map(({ name }) => name.toLowerCase()))
  for (const contact of readContacts(db, from)) {
    if (!known.has(contact.name.toLowerCase())) addContact(db, to, contact)
  }
}
