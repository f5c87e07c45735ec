/** What is to be done in a crisis and what has to be true before it is over; without a crisis, the standing lists. */
import { MAX_CRISIS_CHECKS, type CrisisCheck } from '../../../../../shared/contract/crises.ts'
import { CRISIS_LISTS, type CrisisList } from '../../../../../shared/domain/crisis.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { addEntry } from './crisis-log.ts'
import { findCrisis } from './crisis-row.ts'
import { moveTo, nextPosition } from '../list-order.ts'

interface StoredCheck extends CrisisCheck {
  readonly crisisId: number | null
}

const COLUMNS = 'id, crisis_id AS crisisId, list, text, done_at AS doneAt'

/** `crisisId` null: the standing lists. */
export function readChecks(db: Connection, crisisId: number | null): CrisisCheck[] {
  const read = db.prepare<[number | null, CrisisList], StoredCheck>(
    `SELECT ${COLUMNS} FROM crisis_check WHERE crisis_id IS ? AND list = ? ORDER BY position, id LIMIT ${MAX_CRISIS_CHECKS}`,
  )
  return CRISIS_LISTS.flatMap((list) => read.all(crisisId, list))
}

function findCheck(db: Connection, id: number): StoredCheck {
  const row = db.prepare<[number], StoredCheck>(`SELECT ${COLUMNS} FROM crisis_check WHERE id = ?`).get(id)
  if (!row) throw expected('not_found', { what: 'crisisCheck', id })
  return row
}

/** Adds to the end; what stands in the list already is left out. */
export function addChecks(db: Connection, crisisId: number | null, list: CrisisList, texts: readonly string[]): void {
  if (crisisId !== null) findCrisis(db, crisisId)
  const known = new Set(readChecks(db, crisisId).flatMap((check) => (check.list === list ? [check.text] : [])))
  const insert = db.prepare<[object]>(
    'INSERT INTO crisis_check (crisis_id, list, position, text) VALUES (@crisisId, @list, @position, @text)',
  )
  for (const text of texts) {
    if (known.has(text)) continue
    known.add(text)
    insert.run({
      crisisId,
      list,
      text,
      position: nextPosition(db, { table: 'crisis_check', crisisId, list }, MAX_CRISIS_CHECKS),
    })
  }
}

export function updateCheck(db: Connection, id: number, text: string): void {
  findCheck(db, id)
  db.prepare<[string, number]>('UPDATE crisis_check SET text = ? WHERE id = ?').run(text, id)
}

export function removeCheck(db: Connection, id: number): void {
  findCheck(db, id)
  db.prepare<[number]>('DELETE FROM crisis_check WHERE id = ?').run(id)
}

export function moveCheck(db: Connection, id: number, to: number): void {
  const { crisisId, list } = findCheck(db, id)
  moveTo(db, { table: 'crisis_check', crisisId, list }, id, to)
}

export function tick(db: Connection, context: CommandContext, id: number, isDone: boolean): void {
  const { crisisId, list, text, doneAt } = findCheck(db, id)
  if (crisisId === null) throw expected('not_found', { what: 'crisisCheck', id })
  if (isDone === (doneAt !== null)) return
  db.prepare<[number | null, number]>('UPDATE crisis_check SET done_at = ? WHERE id = ?').run(
    isDone ? context.now : null,
    id,
  )
  addEntry(db, context, { crisisId, kind: isDone ? 'done' : 'undone', detail: { list, item: text } })
}

/** Adds those of one list to another that are not in it yet. */
export function copyChecks(db: Connection, from: number | null, to: number | null, list: CrisisList): void {
  const texts = readChecks(db, from).flatMap((check) => (check.list === list ? [check.text] : []))
  addChecks(db, to, list, texts)
}
