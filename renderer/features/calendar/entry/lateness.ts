import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { type Instant, startOfDay } from '../../../../shared/domain/instant.ts'
import { isOverdue } from '../../../../shared/domain/post-status.ts'
import type { Late } from './plan-words.ts'

/** The moment by which posts of a day are late. Only on today it goes on: other days need not be drawn anew each minute. */
export function lateBy(day: Day, today: Day, now: Instant, timeZone: string): Instant {
  return day === today ? now : startOfDay(today, timeZone)
}

export function latenessOf(row: PlanRow, by: Instant, today: Day): Late {
  return isOverdue(row, by, today)
}
