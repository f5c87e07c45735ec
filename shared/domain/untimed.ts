/** Work of which only the day and the length are known: where it is shown on the clock. */
import { addDays, type Day } from './day.ts'
import { startOfDay, type Instant } from './instant.ts'
import { instantAt } from './wall-time.ts'

/** Stretches of clock times HH:mm a weekday is worked, Monday first, each weekday's in order. */
export type WorkingHours = readonly (readonly { readonly from: string; readonly to: string }[])[]

export interface UntimedWork {
  /** Whose it is: the work of different people stands side by side. */
  readonly person: string | number
  readonly day: Day
  /** Whole seconds, not negative. */
  readonly seconds: number
}

export interface PlacedWork {
  readonly startedAt: Instant
  readonly endedAt: Instant
}

export interface UntimedOptions {
  readonly workingHours: WorkingHours
  /** IANA zone of the ledger. */
  readonly timeZone: string
  /** Where the work of someone's day goes on after what stands there already; absent: nothing does. */
  readonly startAfter?: (person: UntimedWork['person'], day: Day) => Instant | null
}

/** Where work begins on a day without working hours when no other weekday has any. */
export const USUAL_START = '09:00'

/** The clock time HH:mm a day's work begins: of its own working hours, else the earliest of the week, else 09:00. */
export function workStartOf(day: Day, workingHours: WorkingHours): string {
  const own = workingHours[weekdayOf(day)]?.[0]?.from
  const starts = workingHours.flatMap((stretches) => stretches[0]?.from ?? [])
  return own ?? starts.toSorted()[0] ?? USUAL_START
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/**
 * Places work one after the other from the start of the working hours of its day, for each person in the order given, without
 * breaks. Answers a place for each in the same order. Lengths and days are kept, whatever the clocks do: a day with more work than is left of
 * it begins earlier, at midnight at the earliest, and what would begin after its end begins in its last second (and overlaps).
 * The clock times are a place to show the work and say nothing else. Throws RangeError on a negative or broken length.
 */
export function placeUntimed(work: readonly UntimedWork[], options: UntimedOptions): PlacedWork[] {
  const keyOf = ({ person, day }: UntimedWork) => `${typeof person} ${person} ${day}`
  const totals = new Map<string, number>()
  for (const entry of work) {
    if (!Number.isSafeInteger(entry.seconds) || entry.seconds < 0)
      throw new RangeError(`placeUntimed(${entry.seconds})`)
    totals.set(keyOf(entry), (totals.get(keyOf(entry)) ?? 0) + entry.seconds)
  }
  const next = new Map<string, Instant>()
  return work.map((entry) => {
    const key = keyOf(entry)
    const lastSecond = startOfDay(addDays(entry.day, 1), options.timeZone) - 1000
    const planned = next.get(key) ?? firstInstant(entry, totals.get(key) ?? 0, options)
    const startedAt = Math.min(planned, lastSecond)
    const endedAt = startedAt + entry.seconds * 1000
    next.set(key, planned + entry.seconds * 1000)
    return { startedAt, endedAt }
  })
}

function firstInstant({ person, day }: UntimedWork, seconds: number, options: UntimedOptions): Instant {
  const { timeZone, workingHours, startAfter } = options
  const midnight = startOfDay(day, timeZone)
  const latest = startOfDay(addDays(day, 1), timeZone) - seconds * 1000
  const wanted = startAfter?.(person, day) ?? instantAt(day, workStartOf(day, workingHours), timeZone)
  return Math.max(midnight, Math.min(wanted, latest))
}
