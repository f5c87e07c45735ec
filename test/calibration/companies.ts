/**
 * The simulated companies that calibrate the verdict:
 * weekly result = μ ~ N(0, τ) + trend N(0, 0.3) over the period + season (amplitude U(0, 0.5)) + AR(1) noise (φ ~ U(0, 0.5),
 * t₄ innovations, unit scale). Where the wording leaves a choice, this is how it is read; worlds.ts has the other readings.
 * - **τ** is a standard deviation.
 * - **Unit scale**: the noise of a week has a standard deviation of 1 whatever φ is, so that τ is in weekly deviations.
 * - **Trend**: a straight line from 0 in the first week to the drawn rise in the last.
 * - **Season**: a sine of 52 weeks; its phase is drawn anew for each company, so over 8 or 13 weeks it does not average out.
 * - **Under way**: the noise has run for `RUN_UP` weeks when the first week is observed.
 * - **Truth**: sign of μ + the mean of trend and season over the observed weeks, not the sign of what was observed.
 */
import { normal, seededRandom, studentT4, type Random } from './random.ts'

export const WEEK_COUNTS = [8, 13, 26, 52, 104] as const
export const SPREADS = [0.3, 0.6, 1.2] as const
/** φ^40 is below one in a million for every φ used here. */
const RUN_UP = 40
const SEASON_WEEKS = 52

export interface World {
  readonly name: string
  readonly maxPhi: number
  readonly maxSeason: number
  readonly trendDeviation: number
  /** Whether the trend passes through μ in the middle of the period instead of leaving from it. */
  readonly isTrendCentred: boolean
  /** Whether the innovations have a deviation of 1 instead of the noise: the noise then has up to 1 ÷ √(1 − φ²). */
  readonly hasUnitInnovations: boolean
  /** One innovation before it is scaled; deviation 1. */
  readonly innovation: (random: Random) => number
}

export const specifiedWorld: World = {
  name: 'as specified',
  maxPhi: 0.5,
  maxSeason: 0.5,
  trendDeviation: 0.3,
  isTrendCentred: false,
  hasUnitInnovations: false,
  innovation: (random) => studentT4(random) / Math.SQRT2,
}

export interface CompanyClass {
  readonly weeks: number
  /** τ. */
  readonly spread: number
}

export const classes: readonly CompanyClass[] = WEEK_COUNTS.flatMap((weeks) =>
  SPREADS.map((spread) => ({ weeks, spread })),
)

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
  { weeks, spread }: CompanyClass,
  count: number,
  seed: number,
): Generator<Company> {
  const random = seededRandom(seed, weeks, Math.round(spread * 1000))
  for (let index = 0; index < count; index++) yield drawCompany(world, weeks, spread, random)
}

function drawCompany(world: World, weeks: number, spread: number, random: Random): Company {
  const mean = spread * normal(random)
  const rise = world.trendDeviation * normal(random)
  const amplitude = world.maxSeason * random()
  const phase = 2 * Math.PI * random()
  const phi = world.maxPhi * random()
  const scale = world.hasUnitInnovations ? 1 : Math.sqrt(1 - phi * phi)
  let noise = 0
  const nextNoise = () => (noise = phi * noise + scale * world.innovation(random))
  for (let week = 0; week < RUN_UP; week++) nextNoise()
  const weekly: number[] = []
  let sum = 0
  for (let week = 0; week < weeks; week++) {
    const along = week / (weeks - 1) - (world.isTrendCentred ? 0.5 : 0)
    const expected = mean + rise * along + amplitude * Math.sin((2 * Math.PI * week) / SEASON_WEEKS + phase)
    sum += expected
    weekly.push(expected + nextNoise())
  }
  return { weekly, mean, trueMean: sum / weeks }
}
