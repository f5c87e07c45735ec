/** Where several posts can go together. */
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { canMove, POST_STATUSES, type PostStatus } from '../../../shared/domain/post-status.ts'

type Placed = Pick<PlanRow, 'status'>

/** Every one of them can go there, or is there; and not all are. */
export function canAllMove(rows: readonly Placed[], to: PostStatus): boolean {
  return rows.some(({ status }) => status !== to) && rows.every(({ status }) => status === to || canMove(status, to))
}

/** In the order of the statuses. */
export function commonStatuses(rows: readonly Placed[]): readonly PostStatus[] {
  return POST_STATUSES.filter((status) => canAllMove(rows, status))
}
