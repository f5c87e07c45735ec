/** Start and end of a time entry from clock times on the wall, through both clock changes. */
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { readWallTime, type WallMs, type WallReading } from '../../../../../shared/domain/wall-time.ts'

/** Differences up to a second are rounding by the exporting program. */
const TOLERANCE_MS = 1_000

export type IntervalNote = 'crosses_clock_change' | 'time_occurs_twice' | 'time_is_skipped' | 'duration_disagrees'

export interface Interval {
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly note?: IntervalNote
}

/** How far duration and clock times may lie apart, and whether the end by the clock counts then, not start + duration. */
export interface Tolerance {
  readonly ms: number
  readonly keepsEnd?: boolean
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
  { ms: toleranceMs, keepsEnd = false }: Tolerance = { ms: TOLERANCE_MS },
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
  const found = matching(startReading, endReading, durationMs, toleranceMs)
  if (found === null) {
    const first = startReading.instants[0] as Instant
    return withNote(first, first + durationMs, 'duration_disagrees')
  }
  const crosses = end !== null && Math.abs(end - start - durationMs) > toleranceMs
  const endedAt = keepsEnd ? found.endedAt : found.startedAt + durationMs
  return withNote(found.startedAt, endedAt, doubt ?? (crosses ? 'crosses_clock_change' : null))
}

/** Whether some reading of both clock times is as long as the duration says. */
export function agreesWith(
  start: WallMs,
  end: WallMs,
  durationSeconds: number,
  timeZone: string,
  toleranceMs = TOLERANCE_MS,
): boolean {
  const readings = [readWallTime(start, timeZone), readWallTime(end, timeZone)] as const
  return matching(...readings, durationSeconds * 1000, toleranceMs) !== null
}

function matching(start: WallReading, end: WallReading | null, durationMs: number, toleranceMs: number) {
  const [first] = start.instants as [Instant]
  if (!end) return { startedAt: first, endedAt: first + durationMs }
  for (const startedAt of start.instants) {
    for (const endedAt of end.instants) {
      if (Math.abs(endedAt - startedAt - durationMs) <= toleranceMs) return { startedAt, endedAt }
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
