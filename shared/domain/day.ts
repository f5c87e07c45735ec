/** Calendar days of the ledger's time zone, written yyyy-MM-dd. Durations come from instants, days from here. */

/** A calendar day, yyyy-MM-dd. */
export type Day = string & { readonly __brand: 'Day' }
/** A calendar month, yyyy-MM. */
export type Month = string & { readonly __brand: 'Month' }

/** The ends of the calendar; what lies beyond them was mistyped. */
export const FIRST_DAY = '1900-01-01' as Day
export const LAST_DAY = '2199-12-31' as Day

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/

/** True for an existing day between 1900 and 2199 written yyyy-MM-dd. */
export function isDay(text: string): text is Day {
  if (!DAY_PATTERN.test(text)) return false
  const year = Number(text.slice(0, 4))
  if (year < 1900 || year > 2199) return false
  return fromNumber(numberOf(text)) === text
}

/** The day of a text yyyy-MM-dd. Throws RangeError when there is no such day. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

const DAY_MS = 86_400_000

/**
 * Days since 1 January 1970. Counted in UTC, where every day exists and has 24 hours; the machine's own zone may lack a day
 * (Samoa skipped 30 December 2011).
 */
function numberOf(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / DAY_MS
}

function fromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day
}

/** 0 for Monday to 6 for Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}

export function addDays(day: Day, count: number): Day {
  return fromNumber(numberOf(day) + count)
}

/** Whole days from a to b; positive when b is later. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a)
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day
}

export function lastDayOf(month: Month): Day {
  return fromNumber(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0) / DAY_MS)
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
  const number = numberOf(day)
  return fromNumber(number - weekdayOf(number))
}

/** ISO 8601 week of a day, as its week-year and number (1 to 53). */
export function isoWeekOf(day: Day): { year: number; week: number } {
  // A week belongs to the year that has its Thursday.
  const number = numberOf(day)
  const thursday = number - weekdayOf(number) + 3
  const year = Number(fromNumber(thursday).slice(0, 4))
  return { year, week: Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) + 1 }
}

/** A period a person names: it includes its last day. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The days of a period in order. Throws RangeError above 40,000 days. */
export function daysOf({ from, to }: Period): Day[] {
  const first = numberOf(from)
  const count = numberOf(to) - first + 1
  if (count > 40_000) throw new RangeError(`period of ${count} days`)
  return Array.from({ length: Math.max(0, count) }, (_, index) => fromNumber(first + index))
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

/** A period as whole years, whole months and days left over: every part of it exactly once. */
export interface PeriodTiers {
  /** First and last whole year, yyyy. */
  readonly years: { readonly from: string; readonly to: string } | null
  /** At most two stretches of whole months outside of the whole years. */
  readonly months: readonly { readonly from: Month; readonly to: Month }[]
  /** At most two stretches of days outside of the whole months. */
  readonly days: readonly Period[]
}

/** Splits a period so that a report may read sums of years, of months at their edges, and of days at the edges of those. */
export function splitAtYears(period: Period): PeriodTiers {
  const { months, days } = splitAtMonths(period)
  if (months === null) return { years: null, months: [], days }
  const first = yearNumber(months.from) + (months.from.endsWith('-01') ? 0 : 1)
  const last = yearNumber(months.to) - (months.to.endsWith('-12') ? 0 : 1)
  if (first > last) return { years: null, months: [months], days }
  const edges: { from: Month; to: Month }[] = []
  if (yearNumber(months.from) < first) edges.push({ from: months.from, to: `${first - 1}-12` as Month })
  if (yearNumber(months.to) > last) edges.push({ from: `${last + 1}-01` as Month, to: months.to })
  return { years: { from: String(first), to: String(last) }, months: edges, days }
}

function yearNumber(text: string): number {
  return Number(text.slice(0, 4))
}

/** Splits a period at its full ISO weeks, named by their Mondays, and the days left over at both ends. */
export function splitAtWeeks({ from, to }: Period): {
  readonly weeks: { readonly from: Day; readonly to: Day } | null
  readonly days: readonly Period[]
} {
  if (from > to) return { weeks: null, days: [] }
  const first = mondayOf(addDays(from, 6))
  const last = addDays(mondayOf(addDays(to, 1)), -7)
  if (first > last) return { weeks: null, days: [{ from, to }] }
  const days: Period[] = []
  if (from < first) days.push({ from, to: addDays(first, -1) })
  if (addDays(last, 6) < to) days.push({ from: addDays(last, 7), to })
  return { weeks: { from: first, to: last }, days }
}
