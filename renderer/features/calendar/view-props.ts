import type { PlanFilter, PlanRow } from '../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../shared/domain/day.ts'

/** What every view is given. */
export interface ViewProps {
  /** The day it is about. */
  readonly day: Day
  readonly today: Day
  readonly timeZone: string
  readonly filter: PlanFilter
  /** The variant, or else the post, that is shown beside. */
  readonly shown: { readonly postId: number | null; readonly variantId: number | null }
  /** Shows it beside; null: nothing. */
  onShow(row: PlanRow | null): void
  /** A new post for that day, and time where one was pointed at; null: without a day. */
  onAdd(at: { readonly day: Day; readonly clock?: string } | null): void
}
