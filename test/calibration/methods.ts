/** Methods that were tried against the one in use, with the same interface: weekly values in, P of a positive mean out. */
import { studentTCdf } from '../../shared/domain/verdict.ts'

export type Method = (weekly: readonly number[]) => number

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const meanOf = (values: readonly number[]) => sumOf(values) / values.length
const squaresAround = (values: readonly number[], centre: number) =>
  values.reduce((sum, value) => sum + (value - centre) ** 2, 0)

/** Student's t as if weeks were strangers to each other. */
export const independentWeeks: Method = (weekly) => {
  const n = weekly.length
  const mean = meanOf(weekly)
  return studentTCdf(mean / Math.sqrt(squaresAround(weekly, mean) / (n - 1) / n), n - 1)
}

/** Lag-1 autocorrelation with Kendall's small-sample correction, held within bounds. */
function autocorrelation(values: readonly number[], lowest: number, highest: number): number {
  const mean = meanOf(values)
  const products = values.slice(1).reduce((sum, value, index) => sum + (value - mean) * (values[index]! - mean), 0)
  const r = products / squaresAround(values, mean)
  return Math.min(highest, Math.max(lowest, r + (1 + 4 * r) / values.length))
}

/** The earlier method: Student's t with k = n(1 − r) ÷ (1 + r) effective weeks (Bayley and Hammersley 1946). */
export function effectiveWeeksMethod(options: { lowestR: number; scepticalWeeks: number }): Method {
  return (weekly) => {
    const n = weekly.length
    const mean = meanOf(weekly)
    const r = autocorrelation(weekly, options.lowestR, 0.8)
    const k = Math.max(3, (n * (1 - r)) / (1 + r))
    const t = mean / Math.sqrt(squaresAround(weekly, mean) / (n - 1) / k)
    return studentTCdf(t * Math.sqrt(k / (k + options.scepticalWeeks)), Math.max(2, k - 1))
  }
}

/** The earlier method around a location that lets far-off weeks weigh less: maximum likelihood for t₄ noise. */
export const robustLocation: Method = (weekly) => {
  const n = weekly.length
  const freedom = 4
  let centre = weekly.toSorted((a, b) => a - b)[n >> 1]!
  let scale = squaresAround(weekly, centre) / n / 2
  const weightOf = (value: number) => (freedom + 1) / (freedom + (value - centre) ** 2 / scale)
  for (let round = 0; round < 15; round++) {
    const weights = weekly.map(weightOf)
    centre = sumOf(weekly.map((value, index) => value * weights[index]!)) / sumOf(weights)
    scale = sumOf(weekly.map((value, index) => weights[index]! * (value - centre) ** 2)) / n
  }
  const influence = weekly.map((value) => weightOf(value) * (value - centre))
  const slopes = weekly.map((value) => {
    const far = (value - centre) ** 2 / scale
    return ((freedom + 1) * (freedom - far)) / (freedom + far) ** 2
  })
  const r = autocorrelation(influence, 0.15, 0.8)
  const k = Math.max(3, (n * (1 - r)) / (1 + r))
  const deviation = Math.sqrt(squaresAround(influence, 0) / (n - 1)) / Math.max(0.3, meanOf(slopes))
  return studentTCdf((centre / deviation) * Math.sqrt(k), Math.max(2, k - 1))
}

/**
 * Long-run variance from the lowest ν = 0.4 n^⅔ cosines, with fixed-b limits that are exactly Student's t with ν degrees
 * (Lazarus, Lewis, Stock and Watson 2018): what replaces Newey and West's estimator where the sample is small.
 */
export const cosineVariance: Method = (weekly) => {
  const n = weekly.length
  const count = Math.max(2, Math.round(0.4 * n ** (2 / 3)))
  let variance = 0
  for (let j = 1; j <= count; j++) {
    const projected = weekly.reduce(
      (sum, value, index) => sum + value * Math.SQRT2 * Math.cos((Math.PI * j * (index + 0.5)) / n),
      0,
    )
    variance += projected ** 2 / n / count
  }
  return studentTCdf(meanOf(weekly) / Math.sqrt(variance / n), count)
}

/** Newey and West's estimator as it comes out of the box: 4(n ÷ 100)^(2/9) lags, normal tails taken as t with n − 1. */
export const neweyWest: Method = (weekly) => {
  const n = weekly.length
  const mean = meanOf(weekly)
  const lags = Math.floor(4 * (n / 100) ** (2 / 9))
  let variance = squaresAround(weekly, mean) / n
  for (let lag = 1; lag <= lags; lag++) {
    let products = 0
    for (let index = lag; index < n; index++) products += (weekly[index]! - mean) * (weekly[index - lag]! - mean)
    variance += (2 * (1 - lag / (lags + 1)) * products) / n
  }
  return studentTCdf(mean / Math.sqrt(Math.max(variance, 1e-12) / n), n - 1)
}

function blockMeans(weekly: readonly number[]): number[] {
  const length = Math.ceil(weekly.length ** (1 / 3))
  const count = Math.floor(weekly.length / length)
  return Array.from({ length: count }, (_, block) => meanOf(weekly.slice(block * length, (block + 1) * length)))
}

/** Student's t on the means of blocks of n^⅓ weeks. */
export const blocks: Method = (weekly) => independentWeeks(blockMeans(weekly))

/** Sign test on those blocks: a binomial's mid-p. */
export const blockSigns: Method = (weekly) => {
  const means = blockMeans(weekly)
  const positive = means.filter((mean) => mean > 0).length
  let term = 0.5 ** means.length
  let below = 0
  for (let k = 0; k < positive; k++) {
    below += term
    term *= (means.length - k) / (k + 1)
  }
  return below + term / 2
}

export interface AveragingOptions {
  readonly scepticalWeeks: number
  /** Density of the carry-over at φ, up to a constant. */
  readonly prior: (phi: number) => number
  /** Whether a straight line is taken out before the noise is judged. */
  readonly isTrendRemoved?: boolean
  readonly steps?: number
}

/**
 * The method in use, written down a second time by least squares on whitened weeks, so that its parts can be exchanged and
 * the short formulae of shared/domain/verdict.ts have something to agree with.
 */
export function averagingMethod({ scepticalWeeks, prior, isTrendRemoved, steps = 20 }: AveragingOptions): Method {
  return (weekly) => {
    const n = weekly.length
    const ones = weekly.map(() => 1)
    const ramp = weekly.map((_, index) => index - (n - 1) / 2)
    let weighted = 0
    let weights = 0
    let best = -Infinity
    for (let step = 0; step < steps; step++) {
      const phi = (step + 0.5) / steps
      const whiten = (values: readonly number[]) =>
        values.map((value, index) =>
          index === 0 ? value * Math.sqrt(1 - phi * phi) : value - phi * values[index - 1]!,
        )
      const dot = (a: readonly number[], b: readonly number[]) => sumOf(a.map((value, index) => value * b[index]!))
      const one = whiten(ones)
      const line = whiten(ramp)
      const precision = dot(one, one)
      const y = whiten(weekly)
      const mean = dot(one, y) / precision
      const around = y.map((value, index) => value - mean * one[index]!)
      // The ramp is antisymmetric and one is symmetric in time, so they stay orthogonal under a stationary covariance.
      const slope = isTrendRemoved === true ? dot(line, y) / dot(line, line) : 0
      const residual = squaresAround(
        around.map((value, index) => value - slope * line[index]!),
        0,
      )
      const degrees = isTrendRemoved === true ? n - 2 : n - 1
      const k = precision / (1 - phi * phi)
      const t = mean / Math.sqrt((residual / degrees / precision) * (1 + scepticalWeeks / k))
      const determinant = (1 - phi * phi) / precision / (isTrendRemoved === true ? dot(line, line) : 1)
      const logWeight = Math.log(prior(phi)) + 0.5 * Math.log(determinant) - (degrees / 2) * Math.log(residual)
      if (logWeight > best) {
        const shrink = Math.exp(best - logWeight)
        weighted *= shrink
        weights *= shrink
        best = logWeight
      }
      weighted += Math.exp(logWeight - best) * studentTCdf(t, degrees)
      weights += Math.exp(logWeight - best)
    }
    return weighted / weights
  }
}
