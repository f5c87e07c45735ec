/** What a drag or a key makes of the times of an entry. All in instants: a length stays what it is through clock changes. */
import { type Day, daysBetween } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { sameClock } from '../../../../shared/domain/wall-time.ts'

export const MINUTE_MS = 60_000
export const GRID_MS = 5 * MINUTE_MS

export interface Times {
  readonly startedAt: Instant
  /** Null: still running. */
  readonly endedAt: Instant | null
}

export type DragKind = 'draw' | 'move' | 'copy' | 'start' | 'end'

/** A place in the timeline: the instant, the column, and hours from that day's noon. */
export interface Place {
  readonly at: Instant
  readonly day: Day
  readonly offset: number
}

export interface Grip {
  readonly kind: DragKind
  /** Of the entry as it was; of a new one where the drag began. */
  readonly times: Times
  readonly from: Place
}

export function snap(at: Instant, gridMs: number): Instant {
  return Math.round(at / gridMs) * gridMs
}

/** The times if the pointer were let go at `to`. `now` bounds what still runs. */
export function draggedTimes(
  { kind, times, from }: Grip,
  to: Place,
  { gridMs, timeZone, now }: { readonly gridMs: number; readonly timeZone: string; readonly now: Instant },
): Times {
  switch (kind) {
    case 'draw':
      return drawn(from.at, to.at, gridMs)
    case 'start':
      return { ...times, startedAt: Math.min(snap(to.at, gridMs), (times.endedAt ?? now) - MINUTE_MS) }
    case 'end':
      return { ...times, endedAt: Math.max(snap(to.at, gridMs), times.startedAt + MINUTE_MS) }
    case 'move':
    case 'copy': {
      const days = daysBetween(from.day, to.day)
      // Straight across: the clock time stays, to the minute and through a clock change.
      if (Math.abs(to.offset - from.offset) * 60 < gridMs / MINUTE_MS / 2) return shiftedByDays(times, days, timeZone)
      return shiftedBy(times, snap(times.startedAt + to.at - from.at, gridMs) - times.startedAt)
    }
  }
}

/** Begins on the line above the first point and ends on the one nearest to the other; never empty. */
function drawn(a: Instant, b: Instant, gridMs: number): Times {
  if (b < a) {
    const endedAt = Math.ceil(a / gridMs) * gridMs
    return { startedAt: Math.min(snap(b, gridMs), endedAt - gridMs), endedAt }
  }
  const startedAt = Math.floor(a / gridMs) * gridMs
  return { startedAt, endedAt: Math.max(snap(b, gridMs), startedAt + gridMs) }
}

export function shiftedBy({ startedAt, endedAt }: Times, ms: number): Times {
  return { startedAt: startedAt + ms, endedAt: endedAt === null ? null : endedAt + ms }
}

/** The same clock time on another day, the same length. */
export function shiftedByDays(times: Times, days: number, timeZone: string): Times {
  if (days === 0) return times
  return shiftedBy(times, sameClock(times.startedAt, days, timeZone) - times.startedAt)
}

/** Moves the end; it stays after the start. */
export function resizedBy({ startedAt, endedAt }: Times, ms: number): Times {
  return { startedAt, endedAt: endedAt === null ? null : Math.max(endedAt + ms, startedAt + MINUTE_MS) }
}

export function areSame(a: Times, b: Times): boolean {
  return a.startedAt === b.startedAt && a.endedAt === b.endedAt
}
