/** What hours would have earned elsewhere. It stands beside the result and never enters it. */
import { addDays, type Day, type Period } from './day.ts'
import type { CostRate } from './labour-cost.ts'
import { multiplyDivide, type Cents } from './money.ts'

/** A stretch of days within a period with the rate in force on them, in cents per hour. */
export interface OpportunityStretch extends Period {
  readonly centsPerHour: number
}

/** The parts of a period on which a person has an opportunity rate, in order; days before the first rate have none. */
export function opportunityStretches(rates: readonly CostRate[], period: Period): OpportunityStretch[] {
  const ordered = rates.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return ordered.flatMap(({ validFrom, centsPerHour }, index) => {
    const next = ordered[index + 1]
    const from: Day = validFrom > period.from ? validFrom : period.from
    const lastDay = next === undefined ? period.to : addDays(next.validFrom, -1)
    const to: Day = lastDay < period.to ? lastDay : period.to
    return from > to ? [] : [{ from, to, centsPerHour }]
  })
}

/**
 * What the hours of one stretch would have earned: seconds × rate ÷ 3600 in cents, rounded half away from zero, once per person
 * and rate. Negative where a correction took more hours back than there were. Source: domain.md, opportunity rate.
 */
export function opportunityCents(seconds: number, centsPerHour: number): Cents {
  return multiplyDivide(seconds, centsPerHour, 3600) as Cents
}
