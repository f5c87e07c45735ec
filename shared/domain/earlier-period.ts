/** The period a result is held against. */
import { addDays, addMonths, daysBetween, firstDayOf, lastDayOf, monthOf, type Day, type Period } from './day.ts'

export function isWholeMonths({ from, to }: Period): boolean {
  return from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))
}

/** As many months before whole months, as many days before any other period. */
export function periodBefore(period: Period): Period {
  if (isWholeMonths(period)) return monthsEarlier(period, countMonths(period))
  const days = daysBetween(period.from, period.to) + 1
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) }
}

function countMonths({ from, to }: Period): number {
  const number = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return number(to) - number(from) + 1
}

/** Whole months stay whole: February is held against a February of 29 days too. */
export function monthsEarlier(period: Period, count: number): Period {
  const from = addMonths(period.from, -count)
  const to = addMonths(period.to, -count)
  return isWholeMonths(period) ? { from, to: lastDayOf(monthOf(to)) } : { from, to }
}
