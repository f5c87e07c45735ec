/** Points in time, epoch milliseconds UTC, and their place in the ledger's time zone. */
import { tzOffset } from '@date-fns/tz'
import { FIRST_DAY, LAST_DAY, type Day } from './day.ts'

/** Epoch milliseconds, UTC. */
export type Instant = number

const HOUR_MS = 3_600_000
const offsetCache = new Map<string, Map<number, number>>()

/**
 * Minutes the zone is ahead of UTC at an instant. Zone offsets change on the quarter hour at the finest,
 * so they are remembered per quarter hour: asking `Intl` for each of 100,000 rows would take seconds.
 */
export function zoneOffsetMinutes(timeZone: string, instant: Instant): number {
  let zone = offsetCache.get(timeZone)
  if (!zone) offsetCache.set(timeZone, (zone = new Map()))
  const quarter = Math.floor(instant / (HOUR_MS / 4))
  let offset = zone.get(quarter)
  if (offset === undefined) {
    offset = tzOffset(timeZone, new Date(instant))
    if (!Number.isFinite(offset)) throw new RangeError(`unknown time zone: ${timeZone}`)
    if (zone.size > 500_000) zone.clear()
    zone.set(quarter, offset)
  }
  return offset
}

/** The calendar day of an instant in a zone. */
export function dayAt(instant: Instant, timeZone: string): Day {
  return new Date(instant + zoneOffsetMinutes(timeZone, instant) * 60_000).toISOString().slice(0, 10) as Day
}

/**
 * The same for what is shown: an instant at the edge of the calendar stays on it where the ledger's zone was changed since its
 * day was entered.
 */
export function calendarDayAt(instant: Instant, timeZone: string): Day {
  const day = dayAt(instant, timeZone)
  if (day < FIRST_DAY) return FIRST_DAY
  return day > LAST_DAY ? LAST_DAY : day
}

/** First instant of a day in a zone (00:00, or the first moment that exists). */
export function startOfDay(day: Day, timeZone: string): Instant {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const guess = asUtc - zoneOffsetMinutes(timeZone, asUtc) * 60_000
  const settled = asUtc - zoneOffsetMinutes(timeZone, guess) * 60_000
  return dayAt(settled, timeZone) === day ? settled : guess
}

/** What is known by its day only happened at noon: twelve hours after the day began, an hour off where clocks are changed. */
export function noonOf(day: Day, timeZone: string): Instant {
  return startOfDay(day, timeZone) + 12 * HOUR_MS
}

/** True when the zone is known to the runtime. */
export function isTimeZone(timeZone: string): boolean {
  return timeZone.length > 0 && timeZone.length <= 64 && Number.isFinite(tzOffset(timeZone, new Date(0)))
}
