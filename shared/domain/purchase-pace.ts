/** How many purchases are missing, said so that it is not rounded beyond recognition. */
import { daysBetween, type Period } from './day.ts'

export interface PurchasePace {
  /** week: as many in each week, rounded up. period: as many in all, because it is less than one a week. */
  readonly per: 'week' | 'period'
  readonly count: number
}

/** Purchases missing over a period (whole, not negative) as a pace. A period shorter than a week counts as one. */
export function purchasePace(missing: number, { from, to }: Period): PurchasePace {
  const weeks = Math.max(1, (daysBetween(from, to) + 1) / 7)
  return missing < weeks ? { per: 'period', count: missing } : { per: 'week', count: Math.ceil(missing / weeks) }
}
