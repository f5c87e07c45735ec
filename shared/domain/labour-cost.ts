/** What an hour of work really costs, and what a stretch of work cost. */
import type { Day } from './day.ts'
import { divideRounded, type Cents } from './money.ts'

/** A person's cost from a day on, until the next rate begins. */
export interface CostRate {
  readonly validFrom: Day
  readonly centsPerHour: number
}

export const MAX_RATE_CENTS_PER_HOUR = 10_000_000

/**
 * Cost of one stretch of work in cents. Rounds half a cent up, once. Throws RangeError on negative or unsafe input.
 */
export function labourCents(seconds: number, rateCentsPerHour: number): Cents {
  const product = seconds * rateCentsPerHour
  if (!Number.isSafeInteger(product) || product < 0)
    throw new RangeError(`labourCents(${seconds}, ${rateCentsPerHour})`)
  return divideRounded(product, 3600) as Cents
}

/** The rate in force on a day: the latest that began on or before it; null when none has begun. Rates in any order. */
export function rateOn(day: Day, rates: readonly CostRate[]): CostRate | null {
  let best: CostRate | null = null
  for (const rate of rates) {
    if (rate.validFrom <= day && (!best || rate.validFrom > best.validFrom)) best = rate
  }
  return best
}

/** The person's own rate on a day, else the ledger's default; null when neither has begun. */
export function rateInForce(day: Day, own: readonly CostRate[], fallback: readonly CostRate[]): CostRate | null {
  return rateOn(day, own) ?? rateOn(day, fallback)
}
