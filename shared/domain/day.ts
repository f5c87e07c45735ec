/** Calendar days of the ledger's time zone, written yyyy-MM-dd. Durations come from instants, days from here. */
import { addDays as addCalendarDays, differenceInCalendarDays, format, getISOWeek, getISOWeekYear } from 'date-fns'

/** A calendar day, yyyy-MM-dd. */
export type Day = string & { readonly __brand: 'Day' }
/** A calendar month, yyyy-MM. */
export type Month = string & { readonly __brand: 'Month' }

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/

/** True for an existing day between 1900 and 2199 written yyyy-MM-dd. */
export function isDay(text: string): text is Day {
  if (!DAY_PATTERN.test(text)) return false
  const year = Number(text.slice(0, 4))
  if (year < 1900 || year > 2199) return false
  return format(atNoon(text), 'yyyy-MM-dd') === text
}

/** The day of a text yyyy-MM-dd. Throws RangeError when there is no such day. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Days are calculated at local noon, which every zone has on every day. */
function atNoon(text: string): Date {
  return new Date(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)), 12)
}

function fromNoon(date: Date): Day {
  return format(date, 'yyyy-MM-dd') as Day
}

export function addDays(day: Day, count: number): Day {
  return fromNoon(addCalendarDays(atNoon(day), count))
}

/** Whole days from a to b; positive when b is later. */
export function daysBetween(a: Day, b: Day): number {
  return differenceInCalendarDays(atNoon(b), atNoon(a))
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day
}

export function lastDayOf(month: Month): Day {
  return fromNoon(new Date(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0, 12))
}

/** The same day of the month `count` months later; the month's last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const monthIndex = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const month =
    `${String(Math.floor(monthIndex / 12)).padStart(4, '0')}-${String((monthIndex % 12) + 1).padStart(2, '0')}` as Month
  const last = lastDayOf(month)
  const wanted = `${month}-${day.slice(8, 10)}`
  return wanted <= last ? (wanted as Day) : last
}

/** Monday of the ISO week of a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((atNoon(day).getDay() + 6) % 7))
}

/** ISO 8601 week of a day, as its week-year and number (1 to 53). */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const noon = atNoon(day)
  return { year: getISOWeekYear(noon), week: getISOWeek(noon) }
}

/** A period a person names: it includes its last day. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The days of a period in order. Throws RangeError above 40,000 days. */
export function daysOf({ from, to }: Period): Day[] {
  const count = daysBetween(from, to) + 1
  if (count > 40_000) throw new RangeError(`period of ${count} days`)
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index))
}

/** A period as whole months in the middle and the days left over at both ends (either may be missing). */
export interface PeriodParts {
  readonly months: { readonly from: Month; readonly to: Month } | null
  readonly days: readonly Period[]
}

/** Splits a period so that a report may read month sums for whole months and day sums for the edges. */
export function splitAtMonths({ from, to }: Period): PeriodParts {
  if (from > to) return { months: null, days: [] }
  const firstWhole = from.endsWith('-01') ? from : firstDayOf(monthOf(addMonths(from, 1)))
  const lastWhole = to === lastDayOf(monthOf(to)) ? to : addDays(firstDayOf(monthOf(to)), -1)
  if (firstWhole > lastWhole) return { months: null, days: [{ from, to }] }
  const days: Period[] = []
  if (from < firstWhole) days.push({ from, to: addDays(firstWhole, -1) })
  if (lastWhole < to) days.push({ from: addDays(lastWhole, 1), to })
  return { months: { from: monthOf(firstWhole), to: monthOf(lastWhole) }, days }
}
