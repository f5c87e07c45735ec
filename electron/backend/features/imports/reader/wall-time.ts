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
