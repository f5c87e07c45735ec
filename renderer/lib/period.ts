/** Periods one can choose: presets are counted from today, or from the last day with data where that is long past. */
import {
  addDays,
  addMonths,
  daysBetween,
  type Day,
  firstDayOf,
  isDay,
  lastDayOf,
  monthOf,
  type Month,
  type Period,
} from '../../shared/domain/day.ts'

export const PERIOD_PRESETS = [
  'all',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'last12Months',
] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]

export function isPeriodPreset(text: string | null): text is PeriodPreset {
  return PERIOD_PRESETS.some((preset) => preset === text)
}

/** Data that ends longer ago than this was exported once: "this month" would be empty. */
const DAYS_UNTIL_PAST = 45

/** The day presets are counted from. */
export function anchorOf(today: Day, extent: Period | null): Day {
  return extent && daysBetween(extent.to, today) > DAYS_UNTIL_PAST ? extent.to : today
}

function monthsAround(anchor: Day, firstOffset: number, lastOffset: number): Period {
  const first = monthOf(addMonths(firstDayOf(monthOf(anchor)), firstOffset))
  const last = monthOf(addMonths(firstDayOf(monthOf(anchor)), lastOffset))
  return { from: firstDayOf(first), to: lastDayOf(last) }
}

export function presetPeriod(preset: Exclude<PeriodPreset, 'all'>, anchor: Day): Period {
  const monthOfYear = Number(anchor.slice(5, 7)) - 1
  const intoQuarter = monthOfYear % 3
  switch (preset) {
    case 'thisMonth':
      return monthsAround(anchor, 0, 0)
    case 'lastMonth':
      return monthsAround(anchor, -1, -1)
    case 'thisQuarter':
      return monthsAround(anchor, -intoQuarter, 2 - intoQuarter)
    case 'lastQuarter':
      return monthsAround(anchor, -intoQuarter - 3, -intoQuarter - 1)
    case 'thisYear':
      return monthsAround(anchor, -monthOfYear, 11 - monthOfYear)
    case 'lastYear':
      return monthsAround(anchor, -monthOfYear - 12, -monthOfYear - 1)
    case 'last12Months':
      return { from: addDays(addMonths(anchor, -12), 1), to: anchor }
  }
}

/** A period from an address; null when it names none. */
export function readPeriod(from: string | null, to: string | null): Period | null {
  if (from === null || to === null || !isDay(from) || !isDay(to) || from > to) return null
  return { from, to }
}

/** The part of a month that lies within a period. */
export function monthWithin(month: Month, period: Period): Period {
  const first = firstDayOf(month)
  const last = lastDayOf(month)
  return { from: first > period.from ? first : period.from, to: last < period.to ? last : period.to }
}
