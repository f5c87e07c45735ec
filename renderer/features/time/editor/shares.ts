/** How the time and cost of an entry fall to its posts and conversations. */
import { allocate } from '../../../../shared/domain/allocation.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'

export interface Share {
  readonly seconds: number | null
  readonly cents: number | null
}

/** By largest remainder, so that the shares add up. Null: not known yet. */
export function sharesOf(weights: readonly number[], seconds: number | null, centsPerHour: number | null): Share[] {
  if (weights.length === 0) return []
  const cents = seconds === null || centsPerHour === null ? null : labourCents(seconds, centsPerHour)
  const secondsEach = seconds === null ? null : allocate(seconds, weights)
  const centsEach = cents === null ? null : allocate(cents, weights)
  return weights.map((_weight, index) => ({
    seconds: secondsEach?.[index] ?? null,
    cents: centsEach?.[index] ?? null,
  }))
}
