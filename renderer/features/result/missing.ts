/** What is missing to zero, per week of the period, and what an hour costs. */
import type { ResultFigures } from '../../../shared/contract/result.ts'
import { daysBetween } from '../../../shared/domain/day.ts'
import type { ResultView } from './use-result.ts'

/** Null where nothing is earned by a purchase, or the result is preliminary. */
export function purchasesMissingPerWeek({ summary, confidence }: ResultView): number | null {
  const { from, to } = summary.period
  const weeks = Math.max(1, (daysBetween(from, to) + 1) / 7)
  const missing = confidence.total === null ? null : confidence.purchasesMissing
  return missing === null ? null : Math.ceil(missing / weeks)
}

/** Cents of a priced hour; null without one. */
export function costPerHour({ seconds, unpricedSeconds, labourCents }: ResultFigures): number | null {
  const priced = seconds - unpricedSeconds
  return priced > 0 ? Math.round((labourCents * 3600) / priced) : null
}
