/** Clock times on the wall → instants in the ledger's zone, through both clock changes. */
import type { Day } from './day.ts'
import { zoneOffsetMinutes, type Instant } from './instant.ts'

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS
const DAY_MS = 86_400_000

/** A date and time without a zone, as milliseconds as if it were UTC. */
export type WallMs = number

export interface WallReading {
  /** One instant; two for an hour that comes twice, the earlier first; the shifted one for an hour that is skipped. */
  readonly instants: readonly Instant[]
  readonly kind: 'plain' | 'twice' | 'skipped'
}

const midnightCache = new Map<string, number>()

/** A day and seconds after midnight as wall time. */
export function wallMs(day: Day, clockSeconds: number): WallMs {
  let midnight = midnightCache.get(day)
  if (midnight === undefined) {
    if (midnightCache.size > 50_000) midnightCache.clear()
    midnight = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
    midnightCache.set(day, midnight)
  }
  return midnight + clockSeconds * 1000
}

/** All instants at which clocks in the zone show this time. */
export function readWallTime(wall: WallMs, timeZone: string): WallReading {
  const before = zoneOffsetMinutes(timeZone, wall - DAY_MS) * MINUTE_MS
  const after = zoneOffsetMinutes(timeZone, wall + DAY_MS) * MINUTE_MS
  if (before === after) return { instants: [wall - before], kind: 'plain' }
  const isBefore = zoneOffsetMinutes(timeZone, wall - before) * MINUTE_MS === before
  const isAfter = zoneOffsetMinutes(timeZone, wall - after) * MINUTE_MS === after
  if (isBefore && isAfter) return { instants: [wall - before, wall - after].sort((a, b) => a - b), kind: 'twice' }
  if (isBefore) return { instants: [wall - before], kind: 'plain' }
  if (isAfter) return { instants: [wall - after], kind: 'plain' }
  return { instants: [wall - before], kind: 'skipped' }
}

/**
 * The first instant at which clocks in the zone show this time or a later one: the first of two where the hour comes twice, the moment
 * of the change where it is skipped. A later wall time is never reached earlier. Clocks are changed on the quarter hour at the finest.
 */
export function firstReached(wall: WallMs, timeZone: string): Instant {
  const { instants, kind } = readWallTime(wall, timeZone)
  const shifted = instants[0] as Instant
  if (kind !== 'skipped') return shifted
  const after = zoneOffsetMinutes(timeZone, shifted)
  let change = Math.floor(shifted / QUARTER_MS) * QUARTER_MS
  while (zoneOffsetMinutes(timeZone, change - 1) === after) change -= QUARTER_MS
  return change
}

/** The same time on the clock some days later: the first one where that hour comes twice, the one shifted on where it is skipped. */
export function sameClock(instant: Instant, days: number, timeZone: string): Instant {
  const wall = instant + zoneOffsetMinutes(timeZone, instant) * MINUTE_MS
  return readWallTime(wall + days * DAY_MS, timeZone).instants[0] as Instant
}

/** The clock of the zone at an instant, HH:mm. */
export function clockAt(instant: Instant, timeZone: string): string {
  return new Date(instant + zoneOffsetMinutes(timeZone, instant) * MINUTE_MS).toISOString().slice(11, 16)
}

/** The instant of a day and a time HH:mm; the first one where the hour comes twice, the one shifted on where it is skipped. */
export function instantAt(day: Day, clock: string, timeZone: string): Instant {
  const seconds = Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60
  return readWallTime(wallMs(day, seconds), timeZone).instants[0] as Instant
}
