/** Where the arrows lead on the board. */
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { canMove, type PostStatus } from '../../../../shared/domain/post-status.ts'

export interface KeyColumn {
  readonly status: PostStatus
  readonly rows: readonly PlanRow[]
}

/** The card beside one, in the next column on that side that has any; at its height, else the last one there. */
export function cardBeside(columns: readonly KeyColumn[], row: PlanRow, by: 1 | -1): PlanRow | undefined {
  const at = columns.findIndex(({ rows }) => rows.includes(row))
  if (at === -1) return undefined
  const index = columns[at]?.rows.indexOf(row) ?? 0
  for (let place = at + by; place >= 0 && place < columns.length; place += by) {
    const { rows } = columns[place]!
    if (rows.length > 0) return rows[Math.min(index, rows.length - 1)]
  }
  return undefined
}

/** The nearest column on that side a post may go to. */
export function statusBeside(columns: readonly KeyColumn[], from: PostStatus, by: 1 | -1): PostStatus | undefined {
  const at = columns.findIndex(({ status }) => status === from)
  const after = by === 1 ? columns.slice(at + 1) : columns.slice(0, Math.max(at, 0)).toReversed()
  return after.find(({ status }) => canMove(from, status))?.status
}
