/** Lists whose order people set: `position`, then id. */
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'

type OrderedTable = 'topic' | 'moderation_rule'

/** Where the next one goes: behind all others. */
export function nextPosition(db: Connection, table: OrderedTable): number {
  return Number(db.prepare<[]>(`SELECT coalesce(max(position), -1) + 1 FROM ${table}`).pluck().get())
}

/** Puts one before another, or with null at the end. Only rows whose place changes are written. Fails with `not_found`. */
export function moveBefore(db: Connection, table: OrderedTable, id: number, beforeId: number | null): void {
  const rows = db
    .prepare<[], { id: number; position: number }>(`SELECT id, position FROM ${table} ORDER BY position, id`)
    .all()
  for (const wanted of [id, beforeId]) {
    if (wanted !== null && !rows.some((row) => row.id === wanted))
      throw expected('not_found', { what: table, id: wanted })
  }
  if (id === beforeId) return
  const others = rows.filter((row) => row.id !== id)
  const at = beforeId === null ? others.length : others.findIndex((row) => row.id === beforeId)
  const ordered = [...others.slice(0, at).map((row) => row.id), id, ...others.slice(at).map((row) => row.id)]
  const positions = new Map(rows.map((row) => [row.id, row.position]))
  const write = db.prepare<[number, number]>(`UPDATE ${table} SET position = ? WHERE id = ?`)
  for (const [position, rowId] of ordered.entries()) {
    if (positions.get(rowId) !== position) write.run(position, rowId)
  }
}
