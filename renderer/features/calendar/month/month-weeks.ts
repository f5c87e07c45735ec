/** The weeks a month touches, Monday first, and how many posts of a day there is room for. */
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  FIRST_DAY,
  firstDayOf,
  isoWeekOf,
  LAST_DAY,
  lastDayOf,
  mondayOf,
  type Month,
  monthOf,
  type Period,
} from '../../../../shared/domain/day.ts'

export interface MonthWeek {
  /** ISO 8601. */
  readonly week: number
  readonly days: readonly Day[]
}

/** Four to six. */
export function weeksOf(month: Month): MonthWeek[] {
  const first = mondayOf(firstDayOf(month))
  const count = Math.floor(daysBetween(first, lastDayOf(month)) / 7) + 1
  return Array.from({ length: count }, (_, index) => {
    const monday = addDays(first, index * 7)
    return { week: isoWeekOf(monday).week, days: Array.from({ length: 7 }, (_day, at) => addDays(monday, at)) }
  })
}

/** All days of those weeks; never beyond the calendar's ends. */
export function periodOfMonth(month: Month): Period {
  const from = mondayOf(firstDayOf(month))
  const to = addDays(mondayOf(lastDayOf(month)), 6)
  return { from: from < FIRST_DAY ? FIRST_DAY : from, to: to > LAST_DAY ? LAST_DAY : to }
}

/** Before and after, as far as the calendar goes. */
export function monthsBeside(month: Month): Month[] {
  return [-1, 1]
    .map((by) => addMonths(firstDayOf(month), by))
    .filter((day) => day >= FIRST_DAY && day <= LAST_DAY)
    .map((day) => monthOf(day))
}

export interface Fitting {
  readonly rows: readonly PlanRow[]
  /** How many are not shown. */
  readonly hidden: number
}

/** As many as there are lines; the last line is for how many more there are. Never without the one that has the focus. */
export function fittingRows(rows: readonly PlanRow[], lines: number, focusedId: number | null): Fitting {
  if (rows.length <= lines) return { rows, hidden: 0 }
  const count = Math.max(1, lines - 1)
  const focused = rows.findIndex(({ id }) => id === focusedId)
  const start = Math.max(0, focused - count + 1)
  return { rows: rows.slice(start, start + count), hidden: rows.length - count }
}
