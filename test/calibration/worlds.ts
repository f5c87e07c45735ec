/** Other readings of the specified simulation, and companies it does not foresee. Only `specifiedWorld` decides. */
import { specifiedWorld, type World } from './companies.ts'
import { normal, skewed, studentT4 } from './random.ts'

export const otherReadings: readonly World[] = [
  { ...specifiedWorld, name: 'trend passes through μ in the middle', isTrendCentred: true },
  { ...specifiedWorld, name: 'innovations have deviation 1', hasUnitInnovations: true },
  { ...specifiedWorld, name: 'both of these', isTrendCentred: true, hasUnitInnovations: true },
  { ...specifiedWorld, name: 'raw t₄ innovations, deviation √2', hasUnitInnovations: true, innovation: studentT4 },
]

export const unforeseenWorlds: readonly World[] = [
  { ...specifiedWorld, name: 'φ up to 0.7', maxPhi: 0.7 },
  { ...specifiedWorld, name: 'normal innovations', innovation: normal },
  { ...specifiedWorld, name: 'rare very good weeks', innovation: skewed },
  { ...specifiedWorld, name: 'rare very bad weeks', innovation: (random) => -skewed(random) },
  { ...specifiedWorld, name: 'season and trend twice as strong', maxSeason: 1, trendDeviation: 0.6 },
]
