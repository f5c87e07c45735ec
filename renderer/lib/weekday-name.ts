import type { Format } from './format.ts'

/** A Monday; the days after it follow. */
const MONDAY = Date.UTC(2026, 0, 5, 12)
const DAY_MS = 86_400_000

/** Monday is 0. */
export function weekdayName(weekday: number, { locale }: Pick<Format, 'locale'>, length: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(MONDAY + weekday * DAY_MS)
}
