/** The order of the lists of a crisis: places from 0. */
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'

type ListTable = 'crisis_contact' | 'crisis_check'

export interface ListPlace {
  /** Null: the standing list. */
  readonly crisisId: number | null
  /** Null: the table has only one list. */
  readonly list: string | null
}

const conditionOf = ({ list }: ListPlace) =>
  list === null ? 'crisis_id IS @crisisId' : 'crisis_id IS @crisisId AND list = @list'

/** The place of what is added at the end; fails where the list is full. */
export function nextPosition(db: Connection, table: ListTable, place: ListPlace, maximum: number): number {
  const row = db
    .prepare<[object], { count: number; next: number }>(
      `SELECT count(*) AS count, coalesce(max(position) + 1, 0) AS next FROM ${table} WHERE ${conditionOf(place)}`,
    )
    .get(place)
  if ((row?.count ?? 0) >= maximum) throw expected('invalid_value', { field: 'list', reason: 'list_full' })
  return row?.next ?? 0
}

/** Moves a row to a place in its list; what stands there moves on. */
export function moveTo(db: Connection, table: ListTable, place: ListPlace, id: number, to: number): void {
  const ids = db
    .prepare<[object], number>(`SELECT id FROM ${table} WHERE ${conditionOf(place)} ORDER BY position, id`)
    .pluck()
    .all(place) as number[]
  const others = ids.filter((other) => other !== id)
  others.splice(to, 0, id)
  const write = db.prepare<[object]>(
    `UPDATE ${table} SET position = @position WHERE id = @id AND position <> @position`,
  )
  for (const [position, each] of others.entries()) write.run({ position, id: each })
}
