/** Where a changed cost rate changes what hours cost. */
import { addDays, type Day } from './day.ts'
import { rateInForce, type CostRate } from './labour-cost.ts'

/** All rates that can hold for someone. */
export interface RateSchedule {
  readonly own: readonly CostRate[]
  /** The ledger's default. */
  readonly fallback: readonly CostRate[]
}

/** Days on which an hour costs something else than before. Cents per hour; null: no rate is in force. */
export interface RateDifference {
  readonly from: Day
  /** Null: without end. */
  readonly to: Day | null
  readonly before: number | null
  readonly after: number | null
}

/** Stretches of days on which two schedules differ, in order, without overlap. */
export function rateDifferences(before: RateSchedule, after: RateSchedule): RateDifference[] {
  const all = [...before.own, ...before.fallback, ...after.own, ...after.fallback]
  // A rate holds until another begins: between two beginnings nothing changes, and before the first there is none.
  const starts = [...new Set(all.map(({ validFrom }) => validFrom))].toSorted()
  return starts.flatMap((from, index) => {
    const rates = {
      before: rateInForce(from, before.own, before.fallback)?.centsPerHour ?? null,
      after: rateInForce(from, after.own, after.fallback)?.centsPerHour ?? null,
    }
    const next = starts[index + 1]
    return rates.before === rates.after ? [] : [{ from, to: next === undefined ? null : addDays(next, -1), ...rates }]
  })
}
