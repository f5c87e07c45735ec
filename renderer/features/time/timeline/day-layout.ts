/** Which entries of a day stand side by side, and where they overlap. */
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { type Overlap, overlapsOf } from '../../../../shared/domain/time-range.ts'
import type { DayScale } from '../../../lib/day-scale.ts'
import { layInLanes, type Stretch } from '../../../lib/lanes.ts'

/** Shorter entries are drawn this long, so that they can be seen and grasped. */
export const SHORTEST_SHOWN_MS = 16 * 60_000

/** The part of an entry that lies on one day. */
export interface Segment {
  readonly entry: TimeEntry
  readonly from: Instant
  readonly to: Instant
  /** It began on an earlier day, or goes on on the next one. */
  readonly isContinued: boolean
  readonly goesOn: boolean
  /** Columns within the day: which, how many wide, of how many. */
  readonly lane: number
  readonly span: number
  readonly lanes: number
  /** Some of this time is logged a second time. */
  readonly isOverlapping: boolean
}

export interface DayLayout {
  readonly segments: readonly Segment[]
  readonly overlaps: readonly Overlap[]
}

interface Part extends Stretch {
  readonly entry: TimeEntry
  /** Its own end; what is drawn may be longer. */
  readonly end: Instant
}

/** `now` is the end of what runs. Entries that do not touch the day are left out. */
export function layOutDay(entries: readonly TimeEntry[], scale: DayScale, now: Instant): DayLayout {
  const parts = entries
    .map((entry) => partOf(entry, scale, now))
    .filter((part) => part !== null)
    .sort((a, b) => a.from - b.from || b.end - a.end || a.entry.id - b.entry.id)
  const overlaps = overlapsOn(scale, parts, now)
  const overlapping = new Set(overlaps.flatMap(({ ids }) => ids))
  const segments = layInLanes(parts).map(({ part: { entry, from, end }, lane, span, lanes }) => ({
    entry,
    from,
    to: end,
    isContinued: entry.startedAt < scale.start,
    goesOn: endOf(entry, now) > scale.end,
    lane,
    span,
    lanes,
    isOverlapping: overlapping.has(entry.id),
  }))
  return { segments, overlaps }
}

export function endOf(entry: TimeEntry, now: Instant): Instant {
  return entry.endedAt ?? Math.max(now, entry.startedAt + 1000)
}

function partOf(entry: TimeEntry, scale: DayScale, now: Instant): Part | null {
  const from = Math.max(entry.startedAt, scale.start)
  const end = Math.min(endOf(entry, now), scale.end)
  if (from >= end) return null
  return { entry, from, end, to: Math.max(end, from + SHORTEST_SHOWN_MS) }
}

function overlapsOn(scale: DayScale, parts: readonly Part[], now: Instant): Overlap[] {
  return overlapsOf(
    parts.map(({ entry }) => entry),
    now,
  )
    .map(({ ids, from, to }) => ({ ids, from: Math.max(from, scale.start), to: Math.min(to, scale.end) }))
    .filter(({ from, to }) => from < to)
}
