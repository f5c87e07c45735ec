/** From what was paid to what is left to pay for work and ads. */
import { multiplyDivide, type BasisPoints, type Cents } from './money.ts'

/** Beyond it numbers are no longer exact. */
const MAX_SUM = 2 ** 52

export interface RevenueAmounts {
  readonly paidCents: number
  readonly refundedCents: number
  readonly taxCents: number
}

export interface RevenueFigures {
  readonly grossCents: Cents
  readonly taxKeptCents: Cents
  readonly netCents: Cents
}

/**
 * gross = paid − refunded; tax kept = roundHalfUp(tax × gross ÷ paid), 0 when nothing was paid; net = gross − tax kept.
 * Throws RangeError when an amount is negative, the refund exceeds the payment, or the tax exceeds the payment.
 */
export function revenueFigures({ paidCents, refundedCents, taxCents }: RevenueAmounts): RevenueFigures {
  if (paidCents < 0 || refundedCents < 0 || taxCents < 0) throw new RangeError('revenueFigures: negative amount')
  if (refundedCents > paidCents) throw new RangeError('revenueFigures: refund larger than payment')
  if (taxCents > paidCents) throw new RangeError('revenueFigures: tax larger than payment')
  const grossCents = paidCents - refundedCents
  const taxKeptCents = paidCents === 0 ? 0 : multiplyDivide(taxCents, grossCents, paidCents)
  return {
    grossCents: grossCents as Cents,
    taxKeptCents: taxKeptCents as Cents,
    netCents: (grossCents - taxKeptCents) as Cents,
  }
}

/** contribution = roundHalfUp(net × margin). Margin in basis points, 0 to 10000. */
export function contributionCents(netCents: number, marginBasisPoints: BasisPoints): Cents {
  if (!Number.isSafeInteger(marginBasisPoints) || marginBasisPoints < 0 || marginBasisPoints > 10_000) {
    throw new RangeError(`margin of ${marginBasisPoints} basis points`)
  }
  return multiplyDivide(netCents, marginBasisPoints, 10_000) as Cents
}

/** Revenue at which costs are earned: costs ÷ (contribution ÷ net). Null where nothing is earned per unit of revenue. */
export function breakEvenRevenueCents(costCents: number, netCents: number, contribution: number): Cents | null {
  if (netCents <= 0 || contribution <= 0) return null
  // Costs beside which there is next to no contribution: so much revenue is none anyone can reach.
  if ((costCents * netCents) / contribution > MAX_SUM) return null
  return multiplyDivide(costCents, netCents, contribution) as Cents
}

/** Purchases missing to zero: ⌈shortfall ÷ average contribution per purchase⌉; 0 when nothing is missing, null when nothing is earned. */
export function purchasesMissing(resultCents: number, contribution: number, purchases: number): number | null {
  if (resultCents >= 0) return 0
  if (contribution <= 0 || purchases <= 0) return null
  return Math.ceil((-resultCents * purchases) / contribution - 1e-9)
}

/** An amount of so many seconds, for one hour; at most what a number holds exactly. */
export function perHourCents(cents: number, seconds: number): number {
  if (Math.abs((cents * 3600) / seconds) > MAX_SUM) return Math.sign(cents) * MAX_SUM
  return multiplyDivide(cents, 3600, seconds)
}

/** Return per hour in cents: (contribution − non-labour costs) ÷ hours. Null without hours. */
export function returnPerHourCents(contribution: number, nonLabourCents: number, seconds: number): number | null {
  if (seconds <= 0) return null
  return perHourCents(contribution - nonLabourCents, seconds)
}
