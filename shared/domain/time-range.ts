/**
 * Stretches of time, half open: the end is the first instant that is no longer part of it. What overlaps, what is left open, and how
 * stretches are cut. Instants are epoch milliseconds; nothing here rounds but {@link wholeSecond}.
 */
import { isDay, type Day } from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import { instantAt } from './wall-time.ts'

export interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

/** Work of a person; endedAt null: still running. */
export interface TimedWork {
  readonly id: number
  readonly personId: number
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** Estimates, and work of which only day and length are known, lie where there is room: over others they mean nothing. */
  readonly isEstimate?: boolean
  readonly isUntimed?: boolean
}

export const LONGEST_STRETCH_MS = 24 * 3_600_000
/** How far ahead work may be entered. */
export const FURTHEST_AHEAD_MS = 24 * 3_600_000
/** Gaps below this are breathing space. */
export const SHORTEST_GAP_MS = 15 * 60_000

/** What is wrong with a stretch of work, by the field that holds it; the reasons are text keys. */
export interface StretchProblem {
  readonly field: 'startedAt' | 'endedAt'
  readonly reason: 'ends_before_start' | 'too_short' | 'over_24_hours' | 'in_future' | 'out_of_range'
}

/** Work is logged in whole seconds: the second an instant lies in. */
export function wholeSecond(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000
}

/** What is wrong with a stretch of work as a person enters it; null: nothing. `to` null: it runs. */
export function stretchProblem(
  from: Instant,
  to: Instant | null,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): StretchProblem | null {
  if (!isDay(dayAt(from, timeZone))) return { field: 'startedAt', reason: 'out_of_range' }
  if (from > now + (to === null ? 0 : FURTHEST_AHEAD_MS)) return { field: 'startedAt', reason: 'in_future' }
  if (to === null) return null
  if (to < from) return { field: 'endedAt', reason: 'ends_before_start' }
  if (to - from < 1000) return { field: 'endedAt', reason: 'too_short' }
  return to - from > LONGEST_STRETCH_MS ? { field: 'endedAt', reason: 'over_24_hours' } : null
}

export function isOverlapping(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to
}

/** Milliseconds covered by at least one of the stretches. */
export function unionLength(stretches: readonly Stretch[]): number {
  return joined(stretches).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** The same time as stretches that neither overlap nor touch, in order. Empty ones are left out. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: { from: Instant; to: Instant }[] = []
  for (const { from, to } of stretches.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

/** What is left of a stretch outside of the others, in order. */
export function without(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = []
  let { from } = stretch
  for (const other of joined(others)) {
    if (other.to <= from || other.from >= stretch.to) continue
    if (other.from > from) left.push({ from, to: other.from })
    from = other.to
  }
  if (from < stretch.to) left.push({ from, to: stretch.to })
  return left
}

export interface Overlap extends Stretch {
  /** The one that starts first comes first. */
  readonly ids: readonly [number, number]
}

/** Where entries of one person lie over each other, pair by pair. What runs reaches up to `now`; without it, without end. */
export function overlapsOf(entries: readonly TimedWork[], now: Instant = Number.POSITIVE_INFINITY): Overlap[] {
  const overlaps: Overlap[] = []
  const timed = entries.filter((entry) => !entry.isEstimate && !entry.isUntimed)
  for (const own of Map.groupBy(timed, (entry) => entry.personId).values()) {
    let open: (Stretch & { id: number })[] = []
    for (const entry of own.map((one) => asStretch(one, now)).sort((a, b) => a.from - b.from || a.id - b.id)) {
      open = open.filter((earlier) => earlier.to > entry.from)
      for (const earlier of open) {
        const to = Math.min(earlier.to, entry.to)
        if (to > entry.from) overlaps.push({ ids: [earlier.id, entry.id], from: entry.from, to })
      }
      open.push(entry)
    }
  }
  return overlaps.sort((a, b) => a.from - b.from || a.to - b.to)
}

function asStretch({ id, startedAt, endedAt }: TimedWork, now: Instant): Stretch & { id: number } {
  return { id, from: startedAt, to: endedAt ?? Math.max(now, startedAt) }
}

/** A stretch of working hours on the clock, HH:mm; 24:00 is the end of the day. */
export interface WorkingStretch {
  readonly from: string
  readonly to: string
}

/**
 * What nothing was logged for inside the working hours of a day, up to `until` (now) and from {@link SHORTEST_GAP_MS} on.
 * `workingHours`: those of that weekday. Empty where it is no working day. Entries of any day may be given, of one person.
 */
export function gapsOf(
  day: Day,
  workingHours: readonly WorkingStretch[],
  entries: readonly Pick<TimedWork, 'startedAt' | 'endedAt'>[],
  timeZone: string,
  isWorkingDay: boolean,
  until: Instant,
): Stretch[] {
  if (!isWorkingDay) return []
  const taken = entries.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt ?? until }))
  return workingHours
    .map(({ from, to }) => ({ from: instantAt(day, from, timeZone), to: instantAt(day, to, timeZone) }))
    .map(({ from, to }) => ({ from, to: Math.min(to, until) }))
    .filter(({ from, to }) => from < to)
    .flatMap((stretch) => without(stretch, taken))
    .filter(({ from, to }) => to - from >= SHORTEST_GAP_MS)
}

export interface Trimmed<Id> {
  /** What is left of each, in order; one that was inside another has divided that one. */
  readonly pieces: ReadonlyMap<Id, readonly Stretch[]>
  /** Of these nothing would be left: they are the same as another, or covered by several. They cannot be trimmed. */
  readonly swallowed: readonly Id[]
}

/**
 * Cuts stretches so that none lies over another and all of the time stays covered. Of two the earlier ends where the later starts; one
 * inside another divides it. So each moment belongs to the one that started last, and to the shorter where they start together.
 */
export function trimmed<Id>(stretches: readonly (Stretch & { readonly id: Id })[]): Trimmed<Id> {
  const bounds = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const pieces = new Map<Id, { from: Instant; to: Instant }[]>(stretches.map(({ id }) => [id, []]))
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1]
    const owner = to === undefined ? null : ownerOf(stretches, from)
    if (!owner || to === undefined) continue
    const own = pieces.get(owner.id) ?? []
    const last = own.at(-1)
    if (last?.to === from) last.to = to
    else own.push({ from, to })
  }
  return { pieces, swallowed: [...pieces].filter(([, own]) => own.length === 0).map(([id]) => id) }
}

function ownerOf<One extends Stretch>(stretches: readonly One[], at: Instant): One | null {
  let owner: One | null = null
  for (const stretch of stretches) {
    if (stretch.from > at || stretch.to <= at) continue
    const isLater = !owner || stretch.from > owner.from || (stretch.from === owner.from && stretch.to < owner.to)
    if (isLater) owner = stretch
  }
  return owner
}

export interface CutAround<Id> {
  /** The new stretch: one piece, or several where others lie inside it. */
  readonly own: readonly Stretch[]
  /** What is left of those that had to give way, each at least one piece. */
  readonly others: ReadonlyMap<Id, readonly Stretch[]>
}

/**
 * Makes room for a stretch among others: they are cut where it lies; those inside of it stay and divide it. Null where that
 * cannot be: another is the same, or nothing of it would be left.
 */
export function cutAround<Id>(
  stretch: Stretch,
  others: readonly (Stretch & { readonly id: Id })[],
): CutAround<Id> | null {
  const touched = others.filter((other) => isOverlapping(stretch, other))
  const isInside = (other: Stretch) => other.from >= stretch.from && other.to <= stretch.to
  const own = without(stretch, touched.filter(isInside))
  if (own.length === 0) return null
  const giving = touched.filter((other) => !isInside(other))
  return { own, others: new Map(giving.map((other) => [other.id, without(other, [stretch])])) }
}
