/** The method in use as the simulation sees it, and the methods it was chosen from. */
import { verdictOf } from '../../shared/domain/verdict.ts'
import {
  averagingMethod,
  blocks,
  blockSigns,
  cosineVariance,
  effectiveWeeksMethod,
  independentWeeks,
  neweyWest,
  robustLocation,
  type Method,
} from './methods.ts'

/** A weekly deviation of 1,000 euros, in whole cents. */
const CENTS_PER_UNIT = 100_000

/** The whole way a screen takes: cents in, verdict out. */
export const inUse: Method = (weekly) => {
  const weeklyResultCents = weekly.map((value) => Math.round(value * CENTS_PER_UNIT))
  const { probability } = verdictOf({ weeklyResultCents, purchases: 100, costCents: 0, meanContributionCents: 0 })
  if (probability === null) throw new Error(`no probability after ${weekly.length} weeks`)
  return probability
}

/** Density of Beta(a, b), up to a constant. */
const beta = (a: number, b: number) => (phi: number) => phi ** (a - 1) * (1 - phi) ** (b - 1)

export const candidates: readonly { readonly name: string; readonly method: Method }[] = [
  { name: 'in use: averaged over carry-over, 5 sceptical weeks', method: inUse },
  { name: 'earlier: effective weeks, r from 0.15', method: effectiveWeeksMethod({ lowestR: 0.15, scepticalWeeks: 0 }) },
  { name: 'earlier, 3 sceptical weeks', method: effectiveWeeksMethod({ lowestR: 0.15, scepticalWeeks: 3 }) },
  { name: 'earlier, r from 0, 3 sceptical weeks', method: effectiveWeeksMethod({ lowestR: 0, scepticalWeeks: 3 }) },
  { name: 'in use without sceptical weeks', method: averagingMethod({ scepticalWeeks: 0, prior: beta(1, 5) }) },
  {
    name: 'in use with a trend removed',
    method: averagingMethod({ scepticalWeeks: 5, prior: beta(1, 5), isTrendRemoved: true }),
  },
  {
    name: 'averaged, φ ~ Beta(1, 4), 4 sceptical weeks',
    method: averagingMethod({ scepticalWeeks: 4, prior: beta(1, 4) }),
  },
  {
    name: 'averaged, φ ~ Beta(1, 8), 8 sceptical weeks',
    method: averagingMethod({ scepticalWeeks: 8, prior: beta(1, 8) }),
  },
  {
    name: 'averaged, φ ~ Beta(2, 6), 3 sceptical weeks',
    method: averagingMethod({ scepticalWeeks: 3, prior: beta(2, 6) }),
  },
  { name: 'averaged, φ flat to 1, no sceptical weeks', method: averagingMethod({ scepticalWeeks: 0, prior: () => 1 }) },
  {
    name: 'averaged, φ as simulated, 3 sceptical weeks',
    method: averagingMethod({ scepticalWeeks: 3, prior: (phi) => (phi < 0.5 ? 1 : 0) }),
  },
  { name: 'earlier around a t₄ location', method: robustLocation },
  { name: 'cosine long-run variance, fixed-b', method: cosineVariance },
  { name: 'Newey–West', method: neweyWest },
  { name: 't on means of blocks', method: blocks },
  { name: 'signs of blocks', method: blockSigns },
  { name: 'independent weeks', method: independentWeeks },
]
