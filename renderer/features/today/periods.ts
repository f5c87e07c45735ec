/** Which month and which week are shown: the present one, or the last that has data. */
import { addDays, type Day, firstDayOf, lastDayOf, mondayOf, monthOf, type Period } from '../../../shared/domain/day.ts'

export interface ShownPeriod {
  readonly period: Period
  readonly isCurrent: boolean
}

/** The present month up to today where it has data, else the whole last month that has. */
export function shownMonth(today: Day, extent: Period): ShownPeriod {
  const first = firstDayOf(monthOf(today))
  if (extent.to >= first && extent.from <= today) return { period: { from: first, to: today }, isCurrent: true }
  const month = monthOf(extent.to)
  return { period: { from: firstDayOf(month), to: lastDayOf(month) }, isCurrent: false }
}

/** The week of the last day with hours. */
export function shownWeek(today: Day, lastDayWithHours: Day): ShownPeriod {
  const from = mondayOf(lastDayWithHours)
  return { period: { from, to: addDays(from, 6) }, isCurrent: from === mondayOf(today) }
}
