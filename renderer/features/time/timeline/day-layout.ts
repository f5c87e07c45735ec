/** Which entries of a day stand side by side, and where they overlap. */
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { type Overlap, overlapsOf } from '../../../../shared/domain/time-range.ts'
import type { DayScale } from './day-scale.ts'

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

interface Part {
  readonly entry: TimeEntry
  readonly from: Instant
  readonly to: Instant
  /** The end of what is drawn. */
  readonly shownTo: Instant
}

/** `now` is the end of what runs. Entries that do not touch the day are left out. */
export function layOutDay(entries: readonly TimeEntry[], scale: DayScale, now: Instant): DayLayout {
  const parts = entries
    .map((entry) => partOf(entry, scale, now))
    .filter((part) => part !== null)
    .sort((a, b) => a.from - b.from || b.to - a.to || a.entry.id - b.entry.id)
  const overlaps = overlapsOn(scale, parts, now)
  const overlapping = new Set(overlaps.flatMap(({ ids }) => ids))
  const segments = clustersOf(parts).flatMap((cluster) =>
    lanesOf(cluster).map(({ part, lane, span, lanes }) => ({
      entry: part.entry,
      from: part.from,
      to: part.to,
      isContinued: part.entry.startedAt < scale.start,
      goesOn: endOf(part.entry, now) > scale.end,
      lane,
      span,
      lanes,
      isOverlapping: overlapping.has(part.entry.id),
    })),
  )
  return { segments, overlaps }
}

export function endOf(entry: TimeEntry, now: Instant): Instant {
  return entry.endedAt ?? Math.max(now, entry.startedAt + 1000)
}

function partOf(entry: TimeEntry, scale: DayScale, now: Instant): Part | null {
  const from = Math.max(entry.startedAt, scale.start)
  const to = Math.min(endOf(entry, now), scale.end)
  if (from >= to) return null
  return { entry, from, to, shownTo: Math.max(to, from + SHORTEST_SHOWN_MS) }
}

function overlapsOn(scale: DayScale, parts: readonly Part[], now: Instant): Overlap[] {
  return overlapsOf(
    parts.map(({ entry }) => entry),
    now,
  )
    .map(({ ids, from, to }) => ({ ids, from: Math.max(from, scale.start), to: Math.min(to, scale.end) }))
    .filter(({ from, to }) => from < to)
}

/** Runs of parts that touch each other as they are drawn. */
function clustersOf(parts: readonly Part[]): Part[][] {
  const clusters: Part[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const part of parts) {
    if (part.from >= end) clusters.push([])
    clusters.at(-1)?.push(part)
    end = Math.max(end, part.shownTo)
  }
  return clusters
}

interface Laid {
  readonly part: Part
  readonly lane: number
  readonly span: number
  readonly lanes: number
}

/** Each goes into the first lane that is free, and is as wide as the free lanes beside it allow. */
function lanesOf(cluster: readonly Part[]): Laid[] {
  const lanes: Part[][] = []
  const placed = cluster.map((part) => {
    const free = lanes.findIndex((lane) => (lane.at(-1)?.shownTo ?? 0) <= part.from)
    const lane = free < 0 ? lanes.push([]) - 1 : free
    lanes[lane]?.push(part)
    return { part, lane }
  })
  return placed.map(({ part, lane }) => {
    let span = 1
    while (lane + span < lanes.length && isFree(lanes[lane + span] ?? [], part)) span += 1
    return { part, lane, span, lanes: lanes.length }
  })
}

function isFree(lane: readonly Part[], part: Part): boolean {
  return lane.every((other) => other.shownTo <= part.from || other.from >= part.shownTo)
}
