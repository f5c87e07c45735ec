/**
 * Does a typical week pay? The sum of a period is known; what is uncertain is whether the underlying mean week is above zero.
 * Method: Student-t on the weekly results with an effective number of weeks that allows for autocorrelation (Bayley and
 * Hammersley 1946; small-sample correction of r after Kendall 1954).
 */

export type VerdictKind = 'earns' | 'costs' | 'open' | 'too-little-data'

export interface Verdict {
  readonly kind: VerdictKind
  /** Confidence that a typical week lies above zero, 0 to 1; null when there is too little data. */
  readonly probability: number | null
  readonly weeks: number
  readonly purchases: number
}

export interface VerdictInput {
  /** Results of full ISO weeks in order of time, in cents. */
  readonly weeklyResultCents: readonly number[]
  /** Attributed purchases; fractions count. */
  readonly purchases: number
  readonly costCents: number
  /** Mean contribution of one purchase: the group's own, else the ledger's; null when no purchase is known at all. */
  readonly meanContributionCents: number | null
}

export const MIN_WEEKS = 8
export const MIN_PURCHASES = 20
const EARNS_FROM = 0.9
const COSTS_TO = 0.1

/** The verdict of a period. Pure; the caller decides which weeks are full. */
export function verdictOf({ weeklyResultCents, purchases, costCents, meanContributionCents }: VerdictInput): Verdict {
  const weeks = weeklyResultCents.length
  if (weeks < MIN_WEEKS || purchases < MIN_PURCHASES) {
    const most =
      meanContributionCents === null ? Infinity : poissonUpperBound(Math.ceil(purchases)) * meanContributionCents
    return { kind: costCents > most ? 'costs' : 'too-little-data', probability: null, weeks, purchases }
  }
  const probability = probabilityOfPositiveMean(weeklyResultCents)
  const kind = probability >= EARNS_FROM ? 'earns' : probability <= COSTS_TO ? 'costs' : 'open'
  return { kind, probability, weeks, purchases }
}

/** One-sided 95 % upper bound of a Poisson mean after `count` events, by bisection on its distribution function. */
export function poissonUpperBound(count: number): number {
  let low = count
  let high = count + 10 * Math.sqrt(count + 1) + 10
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (poissonCdf(count, middle) > 0.05) low = middle
    else high = middle
  }
  return high
}

/** Summed from the largest term down: the first one, e^(−mean), would be zero to a computer from a mean of 745 on. */
function poissonCdf(count: number, mean: number): number {
  let term = Math.exp(count * Math.log(mean) - mean - logGamma(count + 1))
  let sum = 0
  for (let k = count; k >= 0 && term > sum * 1e-17; k--) {
    sum += term
    term *= k / mean
  }
  return sum
}

/** P that the mean behind autocorrelated weekly values is above zero. */
export function probabilityOfPositiveMean(values: readonly number[]): number {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  if (squares === 0) return mean > 0 ? 1 : mean < 0 ? 0 : 0.5
  const deviation = Math.sqrt(squares / (n - 1))
  const r = correctedAutocorrelation(values, mean, squares)
  const effectiveWeeks = Math.max(3, (n * (1 - r)) / (1 + r))
  return studentTCdf(mean / (deviation / Math.sqrt(effectiveWeeks)), Math.max(2, effectiveWeeks - 1))
}

function correctedAutocorrelation(values: readonly number[], mean: number, squares: number): number {
  let products = 0
  for (let index = 1; index < values.length; index++) {
    products += ((values[index] ?? 0) - mean) * ((values[index - 1] ?? 0) - mean)
  }
  const r = products / squares
  return Math.min(0.8, Math.max(0.15, r + (1 + 4 * r) / values.length))
}

/** Distribution function of Student's t with any positive number of degrees of freedom. */
export function studentTCdf(t: number, degrees: number): number {
  const tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/** Regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8), modified Lentz. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a
  return 1 - (front * betaFraction(1 - x, b, a)) / b
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    const step = d * c
    fraction *= step
    if (Math.abs(step - 1) < 1e-14) break
  }
  return fraction
}

/** ln Γ(x) for x > 0 by Lanczos' approximation (g = 7, n = 9), relative error below 1e-14. */
function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  let sum = coefficients[0] ?? 0
  for (let index = 1; index < coefficients.length; index++) sum += (coefficients[index] ?? 0) / (shifted + index)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}
