/** Amounts for a month or a year, spread evenly over its days. */
import { allocate } from './allocation.ts'
import { addDays, addMonths, daysOf, type Day, type Period } from './day.ts'

export interface DayAmount {
  readonly day: Day
  readonly cents: number
}

/** Spreads an amount evenly over the days of a period; the parts add up exactly, the odd cents go to the first days. */
export function spreadOverDays(cents: number, period: Period): DayAmount[] {
  const days = daysOf(period)
  if (days.length === 0) throw new RangeError(`empty period ${period.from}..${period.to}`)
  const parts = allocate(
    cents,
    days.map(() => 1),
  )
  return days.map((day, index) => ({ day, cents: parts[index] ?? 0 })).filter((part) => part.cents !== 0)
}

export const REPETITIONS = ['once', 'monthly', 'quarterly', 'yearly'] as const
export type Repetition = (typeof REPETITIONS)[number]

export const MONTHS_OF: Readonly<Record<Exclude<Repetition, 'once'>, number>> = { monthly: 1, quarterly: 3, yearly: 12 }
/** A recurring cost is followed for at most this many periods. */
const MAX_PERIODS = 1200

export interface RecurringCost {
  readonly cents: number
  readonly startsOn: Day
  /** Last day the cost runs; null = until further notice. For `once`: last day it is spread over, null = the one day. */
  readonly endsOn: Day | null
  readonly repetition: Repetition
}

/**
 * What a cost comes to per day up to and including the period that holds `until`. Every period carries the whole amount;
 * one that `endsOn` cuts short carries only the days up to it.
 */
export function recurringCostByDay(cost: RecurringCost, until: Day): DayAmount[] {
  if (cost.repetition === 'once')
    return spreadOverDays(cost.cents, { from: cost.startsOn, to: cost.endsOn ?? cost.startsOn })
  const monthsPerPeriod = MONTHS_OF[cost.repetition]
  const amounts: DayAmount[] = []
  for (let index = 0; index < MAX_PERIODS; index++) {
    const from = addMonths(cost.startsOn, index * monthsPerPeriod)
    if (from > until || (cost.endsOn !== null && from > cost.endsOn)) break
    const to = addDays(addMonths(cost.startsOn, (index + 1) * monthsPerPeriod), -1)
    const days = spreadOverDays(cost.cents, { from, to })
    const { endsOn } = cost
    amounts.push(...(endsOn === null ? days : days.filter((part) => part.day <= endsOn)))
  }
  return amounts
}
