/** What is missing to zero, and what an hour costs. */
import type { ResultFigures } from '../../../shared/contract/result.ts'
import { type PurchasePace, purchasePace } from '../../../shared/domain/purchase-pace.ts'
import type { ResultView } from './use-result.ts'

/** Null where nothing is earned by a purchase, or the result is preliminary. */
export function paceToZero({ summary, confidence }: ResultView): PurchasePace | null {
  const missing = confidence.total === null ? null : confidence.purchasesMissing
  return missing === null ? null : purchasePace(missing, summary.period)
}

/** Cents of a priced hour; null without one. */
export function costPerHour({ seconds, unpricedSeconds, labourCents }: ResultFigures): number | null {
  const priced = seconds - unpricedSeconds
  return priced > 0 ? Math.round((labourCents * 3600) / priced) : null
}
