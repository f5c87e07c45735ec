/** What channels reached, month by month, as it was entered. */
import type { FigureFilter, ReachCell, ReachChange } from '../../../../../shared/contract/moderation-figures.ts'
import type { Connection } from '../../../database/connection.ts'
import { assertRecord } from '../../../database/references.ts'
import { wholeMonthsOf } from './figure-conditions.ts'

export function readReach(db: Connection, year: number): { cells: ReachCell[]; years: number[] } {
  const cells = db
    .prepare<[string, string], ReachCell>(
      'SELECT channel_id AS channelId, month, reach FROM channel_reach WHERE month BETWEEN ? AND ? ORDER BY channel_id, month',
    )
    .all(`${year}-01`, `${year}-12`)
  const years = db
    .prepare<[], number>('SELECT DISTINCT CAST(substr(month, 1, 4) AS INTEGER) FROM channel_reach ORDER BY 1')
    .pluck()
    .all() as number[]
  return { cells, years }
}

/** A month set twice in one command holds what was said last. */
export function setReach(db: Connection, changes: readonly ReachChange[]): void {
  const remove = db.prepare<[number, string]>('DELETE FROM channel_reach WHERE channel_id = ? AND month = ?')
  const write = db.prepare<[number, string, number]>(
    `INSERT INTO channel_reach (channel_id, month, reach) VALUES (?, ?, ?)
     ON CONFLICT (channel_id, month) DO UPDATE SET reach = excluded.reach WHERE reach <> excluded.reach`,
  )
  for (const id of new Set(changes.map(({ channelId }) => channelId))) assertRecord(db, 'channel', id)
  for (const { channelId, month, reach } of changes) {
    if (reach === null) remove.run(channelId, month)
    else write.run(channelId, month, reach)
  }
}

/** Of the months that lie within the period as a whole, and of the channels asked for. */
export function readReachByChannel(db: Connection, { period, channelId }: FigureFilter): Map<number, number> {
  const months = wholeMonthsOf(period)
  if (months === null || channelId === null) return new Map()
  const rows = db
    .prepare<[object], { id: number; reach: number }>(
      `SELECT channel_id AS id, sum(reach) AS reach FROM channel_reach
       WHERE month BETWEEN @from AND @to AND (@channelId IS NULL OR channel_id = @channelId) GROUP BY channel_id`,
    )
    .all({ ...months, channelId: channelId ?? null })
  return new Map(rows.map(({ id, reach }) => [id, reach]))
}
