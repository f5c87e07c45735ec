/** The calculator behind a cost rate: from a yearly salary (or a freelancer's yearly needs) to the cost of one logged hour. */

/**
 * Employer's share of social insurance in Germany 2026, in basis points of gross pay. Sources: GKV general rate 14.6 % and
 * average additional contribution 2.9 % (half each), care insurance 3.6 % (half), pension 18.6 % (half), unemployment 2.6 %
 * (half), insolvency levy 0.15 %. Above the contribution ceilings the true share is lower.
 */
export const EMPLOYER_SHARE_GERMANY_2026 = {
  health: 730,
  healthAdditional: 145,
  care: 180,
  pension: 930,
  unemployment: 130,
  insolvencyLevy: 15,
} as const

export const DEFAULT_EMPLOYER_SHARE_BASIS_POINTS = Object.values(EMPLOYER_SHARE_GERMANY_2026).reduce(
  (sum, part) => sum + part,
  0,
)

/** What the hour is derived from. Yearly amounts in cents, shares in basis points, days may be halves. */
export interface HourlyCostBasis {
  /** Yearly gross pay; for freelancers cost of living, insurance and profit. */
  readonly yearlyPayCents: number
  /** 0 for freelancers. */
  readonly employerShareBasisPoints: number
  /** Workplace, equipment, accident insurance, tools: whatever else the year costs. */
  readonly otherYearlyCents: number
  readonly paidWorkingDays: number
  readonly hoursPerDay: number
  /** How much of the paid time ends up in the log; 10000 = all of it. */
  readonly trackedShareBasisPoints: number
}

/**
 * Cost of one logged hour in cents: (pay × (1 + employer share) + other) ÷ (days × hours × tracked share), rounded half up
 * once at the end. Throws RangeError when no hours are left to divide by or the input is out of bounds.
 */
export function hourlyCostCents(basis: HourlyCostBasis): number {
  const { yearlyPayCents, employerShareBasisPoints, otherYearlyCents, paidWorkingDays, hoursPerDay } = basis
  const amounts = [yearlyPayCents, employerShareBasisPoints, otherYearlyCents, basis.trackedShareBasisPoints]
  if (amounts.some((amount) => !Number.isSafeInteger(amount) || amount < 0))
    throw new RangeError('hourlyCostCents: amount')
  const hoursInHundredths = Math.round(paidWorkingDays * 100) * Math.round(hoursPerDay * 100)
  const divisor = hoursInHundredths * basis.trackedShareBasisPoints
  if (!(divisor > 0)) throw new RangeError('hourlyCostCents: no hours')
  const yearly = BigInt(yearlyPayCents) * BigInt(10_000 + employerShareBasisPoints) + BigInt(otherYearlyCents) * 10_000n
  const numerator = yearly * 10_000n
  const denominator = BigInt(divisor)
  const cents = Number((2n * numerator + denominator) / (2n * denominator))
  if (!Number.isSafeInteger(cents)) throw new RangeError('hourlyCostCents: result')
  return cents
}

/** Days a person is paid for and works: weekdays − holidays on weekdays − leave − sick days. Never below zero. */
export function paidWorkingDays(input: {
  weekdays: number
  holidaysOnWeekdays: number
  leaveDays: number
  sickDays: number
}): number {
  return Math.max(0, input.weekdays - input.holidaysOnWeekdays - input.leaveDays - input.sickDays)
}
