/** What a client pays for an hour of a person. */
import type { Day } from './day.ts'

/** A price from a day on, until the next of the same client and person begins. */
export interface BillingRate {
  /** Null: for every client. */
  readonly clientId: number | null
  /** Null: for every person. */
  readonly personId: number | null
  readonly validFrom: Day
  readonly centsPerHour: number
}

/**
 * The rate in force on a day (for an entry: the local day it starts). The most exact kind that has begun holds: client and person,
 * then client, then person, then all; within a kind the latest. Null when none has begun. Rates in any order.
 */
export function billingRateOn(
  day: Day,
  clientId: number,
  personId: number,
  rates: readonly BillingRate[],
): BillingRate | null {
  let best: BillingRate | null = null
  for (const rate of rates) {
    if (rate.validFrom > day || !isFor(rate, clientId, personId)) continue
    if (best === null || exactness(rate) > exactness(best)) best = rate
    else if (exactness(rate) === exactness(best) && rate.validFrom > best.validFrom) best = rate
  }
  return best
}

function isFor(rate: BillingRate, clientId: number, personId: number): boolean {
  return (
    (rate.clientId === null || rate.clientId === clientId) && (rate.personId === null || rate.personId === personId)
  )
}

function exactness({ clientId, personId }: BillingRate): number {
  return (clientId === null ? 0 : 2) + (personId === null ? 0 : 1)
}
