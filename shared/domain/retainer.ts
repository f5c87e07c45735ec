/** Hours a client has booked for each month at a fixed fee, and what of them goes on into later months. */
import { addMonths, firstDayOf, monthOf, type Month } from './day.ts'

export interface Retainer {
  readonly fromMonth: Month
  /** Its last month; null: until further notice. */
  readonly toMonth: Month | null
  readonly monthlySeconds: number
  /** Most seconds that go on into the next month; null: without a limit, 0: none. */
  readonly carryOverCapSeconds: number | null
  /** Months after their own in which unused hours can still be used; null: they do not expire. */
  readonly carryOverMonths: number | null
}

/** How much of the hours has to be used for a warning, percent. */
export const WARNING_PERCENT = 80
/** More months than this are not followed. */
export const MAX_RETAINER_MONTHS = 1_200

/** One month of a retainer. All in seconds; available = monthly + carriedIn = (used − excess) + lapsed + carriedOut. */
export interface RetainerMonth<R extends Retainer = Retainer> {
  readonly month: Month
  readonly retainer: R
  readonly carriedInSeconds: number
  readonly availableSeconds: number
  /** Billed seconds of the month, those beyond included. */
  readonly usedSeconds: number
  /** Of the used ones, those carried over from earlier months. */
  readonly usedCarriedSeconds: number
  /** Used beyond what was available. */
  readonly excessSeconds: number
  /** Unused, and gone: expired, or above the limit of what is carried over. */
  readonly lapsedSeconds: number
  readonly carriedOutSeconds: number
}

/** Hours of a month that were not used in it. */
interface Remainder {
  readonly seconds: number
  readonly lastMonth: Month | null
}

export function monthAfter(month: Month, count = 1): Month {
  return monthOf(addMonths(firstDayOf(month), count))
}

/**
 * The months of a client's retainers in order, up to `until` inclusive. `used`: billed seconds by month. Within a month hours carried
 * over are used before the month's own, the oldest first. At its end what has expired lapses, then what exceeds the limit, the oldest
 * first; the limit and the expiry are those of the retainer the month belongs to. Between two retainers that follow each other hours go
 * on; a month without one ends that. Throws RangeError where retainers overlap or are no more than a mistyped year apart.
 */
export function retainerMonths<R extends Retainer>(
  retainers: readonly R[],
  used: ReadonlyMap<Month, number>,
  until: Month,
): RetainerMonth<R>[] {
  const months: RetainerMonth<R>[] = []
  let remainders: readonly Remainder[] = []
  let expected: Month | null = null
  for (const retainer of retainers.toSorted((a, b) => (a.fromMonth < b.fromMonth ? -1 : 1))) {
    if (expected !== null && retainer.fromMonth < expected) throw new RangeError('retainers overlap')
    if (retainer.fromMonth !== expected) remainders = []
    const last = retainer.toMonth !== null && retainer.toMonth < until ? retainer.toMonth : until
    for (let month = retainer.fromMonth; month <= last; month = monthAfter(month)) {
      if (months.length >= MAX_RETAINER_MONTHS) throw new RangeError('too many months of retainers')
      const settled = settleMonth(month, retainer, remainders, used.get(month) ?? 0)
      months.push(settled.month)
      remainders = settled.remainders
    }
    expected = monthAfter(last)
  }
  return months
}

function settleMonth<R extends Retainer>(
  month: Month,
  retainer: R,
  carried: readonly Remainder[],
  usedSeconds: number,
): { month: RetainerMonth<R>; remainders: readonly Remainder[] } {
  const carriedInSeconds = sumOf(carried)
  const availableSeconds = carriedInSeconds + retainer.monthlySeconds
  const lastMonth = retainer.carryOverMonths === null ? null : monthAfter(month, retainer.carryOverMonths)
  const unused = takeOldest([...carried, { seconds: retainer.monthlySeconds, lastMonth }], usedSeconds)
  const alive = unused.filter((remainder) => remainder.lastMonth === null || remainder.lastMonth > month)
  const aboveCap = retainer.carryOverCapSeconds === null ? 0 : sumOf(alive) - retainer.carryOverCapSeconds
  const remainders = takeOldest(alive, Math.max(0, aboveCap))
  const carriedOutSeconds = sumOf(remainders)
  return {
    month: {
      month,
      retainer,
      carriedInSeconds,
      availableSeconds,
      usedSeconds,
      usedCarriedSeconds: Math.min(usedSeconds, carriedInSeconds),
      excessSeconds: Math.max(0, usedSeconds - availableSeconds),
      lapsedSeconds: sumOf(unused) - carriedOutSeconds,
      carriedOutSeconds,
    },
    remainders,
  }
}

/** What is left of hours in order of their age when so many are taken away. */
function takeOldest(remainders: readonly Remainder[], seconds: number): Remainder[] {
  let missing = seconds
  const left: Remainder[] = []
  for (const remainder of remainders) {
    const taken = Math.min(missing, remainder.seconds)
    missing -= taken
    if (taken < remainder.seconds) left.push({ ...remainder, seconds: remainder.seconds - taken })
  }
  return left
}

function sumOf(remainders: readonly { readonly seconds: number }[]): number {
  return remainders.reduce((sum, { seconds }) => sum + seconds, 0)
}

/** Whether so much is used that it is time to talk: from 80 % on, exactly 80 % included. */
export function isNearlyUsed(usedSeconds: number, availableSeconds: number): boolean {
  return usedSeconds * 100 >= availableSeconds * WARNING_PERCENT
}
