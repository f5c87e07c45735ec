/** Clock times on the wall → instants in the ledger's zone, through both clock changes. */
import { zoneOffsetMinutes, type Instant } from '../../../../../shared/domain/instant.ts'
import type { Day } from '../../../../../shared/domain/day.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Differences up to a second are rounding by the exporting program. */
const TOLERANCE_MS = 1_000

/** A date and time without a zone, as milliseconds as if it were UTC. */
export type WallMs = number

export interface WallReading {
  /** One instant; two for an hour that comes twice, the earlier first; the shifted one for an hour that is skipped. */
  readonly instants: readonly Instant[]
  readonly kind: 'plain' | 'twice' | 'skipped'
}

export type IntervalNote = 'crosses_clock_change' | 'time_occurs_twice' | 'time_is_skipped' | 'duration_disagrees'

export interface Interval {
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly note?: IntervalNote
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
 * Start and end of an entry. The duration decides which reading of a doubtful time is meant; without one the first
 * reading counts. Where a duration contradicts both clock times, start + duration is kept and noted.
 */
export function settleInterval(
  start: WallMs,
  end: WallMs | null,
  durationSeconds: number | null,
  timeZone: string,
): Interval {
  const startReading = readWallTime(start, timeZone)
  const endReading = end === null ? null : readWallTime(end, timeZone)
  const doubt = doubtOf(startReading, endReading)
  if (durationSeconds === null) {
    const startedAt = startReading.instants[0] as Instant
    const endedAt = endReading?.instants.find((instant) => instant >= startedAt) ?? endReading?.instants[0] ?? startedAt
    return withNote(startedAt, endedAt, doubt)
  }
  const durationMs = durationSeconds * 1000
  const startedAt = startMatching(startReading, endReading, durationMs)
  if (startedAt === null) {
    const first = startReading.instants[0] as Instant
    return withNote(first, first + durationMs, 'duration_disagrees')
  }
  const crosses = end !== null && Math.abs(end - start - durationMs) > TOLERANCE_MS
  return withNote(startedAt, startedAt + durationMs, doubt ?? (crosses ? 'crosses_clock_change' : null))
}

function startMatching(start: WallReading, end: WallReading | null, durationMs: number): Instant | null {
  if (!end) return start.instants[0] as Instant
  for (const startedAt of start.instants) {
    for (const endedAt of end.instants) {
      if (Math.abs(endedAt - startedAt - durationMs) <= TOLERANCE_MS) return startedAt
    }
  }
  return null
}

function doubtOf(start: WallReading, end: WallReading | null): IntervalNote | null {
  if (start.kind === 'skipped' || end?.kind === 'skipped') return 'time_is_skipped'
  return start.kind === 'twice' || end?.kind === 'twice' ? 'time_occurs_twice' : null
}

function withNote(startedAt: Instant, endedAt: Instant, note: IntervalNote | null): Interval {
  return note === null ? { startedAt, endedAt } : { startedAt, endedAt, note }
}
