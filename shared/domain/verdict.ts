/**
 * Does a typical week pay? The sum of a period is known; what is uncertain is whether the underlying mean week is above zero.
 * Method: Student's t for the mean of weeks that carry over into each other, averaged over every strength of carry-over by how
 * well it fits them, and held back as if some further weeks had come out at exactly zero. How often it errs is simulated
 * (test/calibration, docs/calibration.md); why it is this one: docs/decisions/014-verdict-averages-over-carry-over.md.
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
/** Imagined weeks at exactly zero: before any data, the mean is N(0, 1 ÷ √5) in weekly standard deviations. */
const SCEPTICAL_WEEKS = 5
/** Carry-over φ has the prior Beta(1, 5), density ∝ (1 − φ)⁴ on (0, 1): weak is likelier than strong, and none is negative. */
const CARRY_OVER_EXPONENT = 4
const CARRY_OVER_STEPS = 20

/**
 * The verdict of a period. Pure; the caller decides which weeks are full. Throws RangeError on a figure that is not a number
 * or too large to be cents: a verdict must not rest on it.
 */
export function verdictOf({ weeklyResultCents, purchases, costCents, meanContributionCents }: VerdictInput): Verdict {
  for (const figure of [purchases, costCents, meanContributionCents ?? 0, ...weeklyResultCents]) requireFigure(figure)
  const weeks = weeklyResultCents.length
  if (weeks < MIN_WEEKS || purchases < MIN_PURCHASES) {
    const most =
      meanContributionCents === null ? Infinity : poissonUpperBound(Math.ceil(purchases)) * meanContributionCents
    return { kind: costCents > most ? 'costs' : 'too-little-data', probability: null, weeks, purchases }
  }
  const probability = probabilityOfPositiveMean(weeklyResultCents)
  return { kind: kindOf(probability), probability, weeks, purchases }
}

/** What a probability, 0 to 1, entitles to say. */
export function kindOf(probability: number): 'earns' | 'costs' | 'open' {
  return probability >= EARNS_FROM ? 'earns' : probability <= COSTS_TO ? 'costs' : 'open'
}

function requireFigure(figure: number): void {
  if (!(Math.abs(figure) <= Number.MAX_SAFE_INTEGER)) throw new RangeError(`verdict on a figure of ${figure}`)
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

/**
 * P that the mean behind autocorrelated weekly values, in any unit, is above zero; 0 to 1. At least two values, in order of
 * time; throws RangeError otherwise. Values without any spread are certain, or undecided at zero.
 *
 * For a carry-over φ the values are AR(1) with a normal likelihood (exact, stationary; Box and Jenkins, Time Series Analysis,
 * A7.4); with flat priors on mean and log deviation the mean is Student-t with n − 1 degrees (Zellner 1971, ch. 4). φ is
 * integrated out over its prior. A normal prior of the mean around zero that weighs as much as `SCEPTICAL_WEEKS` independent
 * weeks divides t by √(1 + sceptical ÷ effective weeks).
 */
export function probabilityOfPositiveMean(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError(`probabilityOfPositiveMean of ${values.length} values`)
  for (const value of values) requireFigure(value)
  if (values.every((value) => value === values[0])) return (Math.sign(values[0] ?? 0) + 1) / 2
  const sums = sumsAroundMean(values)
  const views = Array.from({ length: CARRY_OVER_STEPS }, (_, step) => viewGiven((step + 0.5) / CARRY_OVER_STEPS, sums))
  const best = Math.max(...views.map(({ logWeight }) => logWeight))
  let weighted = 0
  let weights = 0
  for (const { t, logWeight } of views) {
    const weight = Math.exp(logWeight - best)
    weighted += weight * studentTCdf(t, sums.n - 1)
    weights += weight
  }
  return weighted / weights
}

interface Sums {
  readonly n: number
  readonly mean: number
  /** Of the deviations from the mean: the sum of squares, of products of neighbours, and the two at the edges. */
  readonly squares: number
  readonly products: number
  readonly first: number
  readonly last: number
}

function sumsAroundMean(values: readonly number[]): Sums {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const first = (values[0] ?? 0) - mean
  let squares = 0
  let products = 0
  let before = 0
  for (const value of values) {
    const deviation = value - mean
    squares += deviation * deviation
    products += deviation * before
    before = deviation
  }
  return { n, mean, squares, products, first, last: before }
}

/** The sceptical t of the mean if the carry-over is φ, and the logarithm of how well φ fits (up to a constant). */
function viewGiven(phi: number, { n, mean, squares, products, first, last }: Sums): { t: number; logWeight: number } {
  const rest = 1 - phi
  const ofFirst = 1 - phi * phi
  // 1ᵀΣ⁻¹1, 1ᵀΣ⁻¹d and dᵀΣ⁻¹d of the deviations d, which add up to zero; Σ for innovations of deviation 1.
  const precision = ofFirst + (n - 1) * rest * rest
  const moment = ofFirst * first + rest * (phi * last - first)
  const spread = ofFirst * first * first + (squares - first * first) - 2 * phi * products
  const residual = spread + phi * phi * (squares - last * last) - (moment * moment) / precision
  const effectiveWeeks = precision / ofFirst
  const estimate = mean + moment / precision
  const t = estimate / Math.sqrt(residual / ((n - 1) * precision))
  const fit = (Math.log(ofFirst) - Math.log(precision) - (n - 1) * Math.log(residual)) / 2
  return {
    t: t / Math.sqrt(1 + SCEPTICAL_WEEKS / effectiveWeeks),
    logWeight: fit + CARRY_OVER_EXPONENT * Math.log(rest),
  }
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

/** More hours can only make it worse: a loss is a loss without them too, a gain is not yet one. */
export function isTelling(kind: Verdict['kind'], seconds: number): boolean {
  return seconds > 0 || kind === 'costs'
}
