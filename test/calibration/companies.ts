/**
 * The simulated companies of domain.md, "Calibration". Where the wording leaves a choice, this is how it is read; the other
 * readings are run as variations (variations.ts).
 * - **μ ~ N(0, τ)**: τ is a standard deviation, in units of the noise's scale.
 * - **Trend N(0, 0.3) over the period**: a straight line that rises by this much from the first week to the last and is zero
 *   in the middle: μ stays the mean of the weeks.
 * - **Season**: a sine of 52 weeks whose phase is drawn anew for each company; over 8 or 13 weeks it does not average out.
 * - **Unit scale**: innovations have a standard deviation of 1 (a drawn t₄ has √2, so it is divided by it). The noise itself
 *   then has 1 ÷ √(1 − φ²), up to 1.15.
 * - **The noise is under way** when the first week is observed: it has run for `RUN_UP` weeks.
 * - **Truth**: sign of μ + mean of trend and season over the observed weeks. Not the sign of the observed sum.
 */
import { normal, seededRandom, studentT4, type Random } from './random.ts'

export const WEEK_COUNTS = [8, 13, 26, 52, 104] as const
export const SPREADS = [0.3, 0.6, 1.2] as const
/** φ^40 is below 10⁻⁶ for every φ used here. */
const RUN_UP = 40
const SEASON_WEEKS = 52

export interface World {
  readonly name: string
  readonly maxPhi: number
  readonly maxSeason: number
  readonly trendDeviation: number
  /** Whether the trend starts at μ instead of passing through it in the middle. */
  readonly isTrendFromStart: boolean
  /** One innovation; `phi` for worlds that hold the noise's own standard deviation at 1. */
  innovation(random: Random, phi: number): number
}

export const domainWorld: World = {
  name: 'as in the specification',
  maxPhi: 0.5,
  maxSeason: 0.5,
  trendDeviation: 0.3,
  isTrendFromStart: false,
  innovation: (random) => studentT4(random) / Math.SQRT2,
}

export interface Company {
  readonly weekly: readonly number[]
  /** The drawn μ. */
  readonly mean: number
  /** Noise-free mean of the observed weeks; its sign is the truth. */
  readonly trueMean: number
}

/** Companies of one class. Each class has a stream of its own: the first thousand are the same in a short run and a long one. */
export function* companiesOf(
  world: World,
  classOf: { readonly weeks: number; readonly spread: number },
  count: number,
  seed: number,
): Generator<Company> {
  const random = seededRandom(seed, classOf.weeks, Math.round(classOf.spread * 1000))
  for (let index = 0; index < count; index++) yield drawCompany(world, classOf.weeks, classOf.spread, random)
}

function drawCompany(world: World, weeks: number, spread: number, random: Random): Company {
  const mean = spread * normal(random)
  const rise = world.trendDeviation * normal(random)
  const amplitude = world.maxSeason * random()
  const phase = 2 * Math.PI * random()
  const phi = world.maxPhi * random()
  let noise = 0
  for (let week = 0; week < RUN_UP; week++) noise = phi * noise + world.innovation(random, phi)
  const weekly: number[] = []
  let sum = 0
  for (let week = 0; week < weeks; week++) {
    const along = week / (weeks - 1) - (world.isTrendFromStart ? 0 : 0.5)
    const expected = mean + rise * along + amplitude * Math.sin((2 * Math.PI * week) / SEASON_WEEKS + phase)
    noise = phi * noise + world.innovation(random, phi)
    sum += expected
    weekly.push(expected + noise)
  }
  return { weekly, mean, trueMean: sum / weeks }
}
