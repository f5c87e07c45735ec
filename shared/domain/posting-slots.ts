/** Time slots of a channel: when it usually posts, and the next of them that are free. */
import { addDays, daysBetween, LAST_DAY, mondayOf, type Day } from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import type { Weekday } from './recurrence.ts'
import { instantAt } from './wall-time.ts'

export interface PostingSlot {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: Weekday
  /** HH:mm on the clock of the ledger's zone. */
  readonly clock: string
}

/** Slots of one channel. */
export const MAX_POSTING_SLOTS = 100
/** Free slots asked for at a time. */
export const MAX_FREE_SLOTS = 100
/** How far ahead is looked. */
export const SLOT_SEARCH_DAYS = 400
const MINUTE_MS = 60_000
const LONGEST_DISTANCE_MINUTES = 7 * 1440
const CLOCK_PATTERN = /^(?:[01]\d|2[0-3]):[0-5]\d$/

export interface SlotSearch {
  readonly slots: readonly PostingSlot[]
  /** When the channel posts already, in any order. */
  readonly taken: readonly Instant[]
  /** The first slot may be at this very instant. */
  readonly from: Instant
  readonly timeZone: string
  readonly count: number
  /** A slot is free where nothing is taken less than so many minutes before or after it; 0: not at the same instant. */
  readonly notWithinMinutes?: number | undefined
}

/**
 * The next free slots, in order, so that all of them could be filled: each is as far from those before it as from what is taken. A time
 * skipped by a clock change moves on by the gap, of one that comes twice the first is meant. Fewer than asked for where there are no more
 * within {@link SLOT_SEARCH_DAYS} days or before the calendar ends. Throws RangeError for slots, counts and distances that are none, and
 * for more than the limits above.
 */
export function nextFreeSlots(search: SlotSearch): Instant[] {
  const { taken, from, timeZone, count, notWithinMinutes = 60 } = search
  assertSearch(search, notWithinMinutes)
  const sorted = Float64Array.from(taken).sort()
  const distanceMs = Math.max(1, notWithinMinutes * MINUTE_MS)
  const free: Instant[] = []
  for (const slot of slotsFrom(search.slots, from, timeZone)) {
    if (free.length === count) break
    const last = free.at(-1)
    if (last !== undefined && slot - last < distanceMs) continue
    if (!isNear(sorted, slot, distanceMs)) free.push(slot)
  }
  return free
}

function assertSearch({ slots, from, count }: SlotSearch, notWithinMinutes: number): void {
  if (slots.length > MAX_POSTING_SLOTS) throw new RangeError(`${slots.length} posting slots`)
  if (!slots.every(isPostingSlot)) throw new RangeError('posting slot without a weekday or a time')
  if (!Number.isSafeInteger(from)) throw new RangeError(`posting slots from ${from}`)
  if (!Number.isInteger(count) || count < 0 || count > MAX_FREE_SLOTS) throw new RangeError(`${count} free slots`)
  if (!Number.isInteger(notWithinMinutes) || notWithinMinutes < 0 || notWithinMinutes > LONGEST_DISTANCE_MINUTES) {
    throw new RangeError(`free slots ${notWithinMinutes} minutes apart`)
  }
}

/** True for a weekday 0–6 and a time HH:mm. */
export function isPostingSlot({ weekday, clock }: { readonly weekday: number; readonly clock: string }): boolean {
  return Number.isInteger(weekday) && weekday >= 0 && weekday <= 6 && CLOCK_PATTERN.test(clock)
}

/** Slots from an instant on, week by week, in order; the same instant is there once. */
function* slotsFrom(slots: readonly PostingSlot[], from: Instant, timeZone: string): Generator<Instant> {
  const today = dayAt(from, timeZone)
  let last = from - 1
  for (let monday = mondayOf(today); daysBetween(today, monday) <= SLOT_SEARCH_DAYS; monday = addDays(monday, 7)) {
    const week = slots
      .map(({ weekday, clock }) => ({ day: addDays(monday, weekday), clock }))
      .filter(({ day }) => isSearched(day, today))
      .map(({ day, clock }) => instantAt(day, clock, timeZone))
    for (const slot of week.toSorted((a, b) => a - b)) {
      if (slot > last) yield (last = slot)
    }
  }
}

/** Yesterday too: a time skipped before midnight moves on into today. */
function isSearched(day: Day, today: Day): boolean {
  return day <= LAST_DAY && daysBetween(today, day) >= -1 && daysBetween(today, day) <= SLOT_SEARCH_DAYS
}

/** Whether one of the sorted instants is nearer than a distance. */
function isNear(sorted: Float64Array, instant: Instant, distanceMs: number): boolean {
  let low = 0
  let high = sorted.length
  // The first one later than the instant less the distance.
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > instant - distanceMs) high = middle
    else low = middle + 1
  }
  return low < sorted.length && (sorted[low] ?? 0) < instant + distanceMs
}
