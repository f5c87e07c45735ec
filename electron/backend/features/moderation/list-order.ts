/** Lists whose order people set: `position` from 0, then id. */
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

export type OrderedList =
  | { readonly table: 'topic' | 'moderation_rule' }
  /** Null: the standing list. */
  | { readonly table: 'crisis_contact'; readonly crisisId: number | null }
  | { readonly table: 'crisis_check'; readonly crisisId: number | null; readonly list: string }

interface Placed {
  readonly id: number
  readonly position: number
}

/** Where the next one goes: behind all others. Fails where the list is full. */
export function nextPosition(db: Connection, list: OrderedList, maximum = Infinity): number {
  const { table, ...place } = list
  const row = db
    .prepare<[object], { count: number; next: number }>(
      `SELECT count(*) AS count, coalesce(max(position) + 1, 0) AS next FROM ${table} WHERE ${conditionOf(list)}`,
    )
    .get(place)
  if ((row?.count ?? 0) >= maximum) throw expected('invalid_value', { field: 'list', reason: 'list_full' })
  return row?.next ?? 0
}

/** Puts a row at a place of its list; what stands there moves on. */
export function moveTo(db: Connection, list: OrderedList, id: number, to: number): void {
  const rows = readList(db, list)
  const others = rows.filter((row) => row.id !== id)
  writeOrder(db, list, rows, others.slice(0, to).map(idOf).concat(id, others.slice(to).map(idOf)))
}

/** Puts one before another, or with null at the end. Fails with `not_found`. */
export function moveBefore(db: Connection, list: OrderedList, id: number, beforeId: number | null): void {
  const rows = readList(db, list)
  for (const wanted of [id, beforeId]) {
    if (wanted !== null && !rows.some((row) => row.id === wanted))
      throw expected('not_found', { what: list.table, id: wanted })
  }
  if (id === beforeId) return
  const others = rows.filter((row) => row.id !== id)
  moveTo(db, list, id, beforeId === null ? others.length : others.findIndex((row) => row.id === beforeId))
}

const idOf = ({ id }: Placed) => id

function conditionOf(list: OrderedList): string {
  return [
    'true',
    ...('crisisId' in list ? ['crisis_id IS @crisisId'] : []),
    ...('list' in list ? ['list = @list'] : []),
  ].join(' AND ')
}

function readList(db: Connection, list: OrderedList): readonly Placed[] {
  const { table, ...place } = list
  return db
    .prepare<[object], Placed>(`SELECT id, position FROM ${table} WHERE ${conditionOf(list)} ORDER BY position, id`)
    .all(place)
}

/** Only rows whose place changes are written. */
function writeOrder(db: Connection, { table }: OrderedList, rows: readonly Placed[], ordered: readonly number[]): void {
  const positions = new Map(rows.map(({ id, position }) => [id, position]))
  const write = db.prepare<[number, number]>(`UPDATE ${table} SET position = ? WHERE id = ?`)
  for (const [position, id] of ordered.entries()) if (positions.get(id) !== position) write.run(position, id)
}
