import { describe, expect, test } from 'vitest'
import {
  MIN_PURCHASES,
  MIN_WEEKS,
  poissonUpperBound,
  probabilityOfPositiveMean,
  studentTCdf,
  verdictOf,
} from '../../../shared/domain/verdict.ts'

describe('Student’s t', () => {
  // Upper quantiles as printed in the NIST/SEMATECH handbook, table 1.3.6.7.2.
  test.each([
    [1, 0.95, 6.314],
    [1, 0.975, 12.706],
    [2, 0.9, 1.886],
    [2, 0.95, 2.92],
    [5, 0.9, 1.476],
    [5, 0.975, 2.571],
    [10, 0.95, 1.812],
    [10, 0.99, 2.764],
    [20, 0.975, 2.086],
    [30, 0.9, 1.31],
    [100, 0.95, 1.66],
    [100, 0.999, 3.174],
  ])('%i degrees, P = %d at %d', (degrees, probability, t) => {
    expect(studentTCdf(t, degrees)).toBeCloseTo(probability, 3)
    expect(studentTCdf(-t, degrees)).toBeCloseTo(1 - probability, 3)
  })

  test('is one half at zero and certain far out', () => {
    expect(studentTCdf(0, 7)).toBe(0.5)
    expect(studentTCdf(1e6, 3)).toBeCloseTo(1, 12)
    expect(studentTCdf(-1e6, 3)).toBeCloseTo(0, 12)
  })

  test('takes fractions of a degree: one degree is Cauchy’s distribution', () => {
    expect(studentTCdf(1, 1)).toBeCloseTo(0.75, 12)
    const between = studentTCdf(1.5, 2.5)
    expect(between).toBeGreaterThan(studentTCdf(1.5, 2))
    expect(between).toBeLessThan(studentTCdf(1.5, 3))
  })
})

describe('the upper bound of a Poisson mean', () => {
  // One-sided 95 % limits, ½ χ²(0.95; 2n + 2): Garwood 1936, as in the usual tables.
  test.each([
    [0, 2.996],
    [1, 4.744],
    [2, 6.296],
    [3, 7.754],
    [5, 10.513],
    [10, 16.962],
    [19, 27.879],
    [50, 63.287],
  ])('after %i events is %d', (count, bound) => {
    expect(poissonUpperBound(count)).toBeCloseTo(bound, 2)
  })

  test('holds where the probability of no event is too small for a number', () => {
    // Wilson and Hilferty's approximation of the χ² quantile.
    for (const count of [800, 5_000, 40_000]) {
      const n = count + 1
      const approximation = n * (1 - 1 / (9 * n) + 1.6448536 / (3 * Math.sqrt(n))) ** 3
      expect(poissonUpperBound(count) / approximation).toBeCloseTo(1, 4)
    }
  })
})

const weeks = (count: number, mean: number, swing: number) =>
  Array.from({ length: count }, (_, index) => mean + (index % 2 === 0 ? swing : -swing))
const input = { purchases: 100, costCents: 50_000, meanContributionCents: 2_000 }

describe('the verdict', () => {
  test('earns, costs, open', () => {
    expect(verdictOf({ ...input, weeklyResultCents: weeks(20, 10_000, 5_000) }).kind).toBe('earns')
    expect(verdictOf({ ...input, weeklyResultCents: weeks(20, -10_000, 5_000) }).kind).toBe('costs')
    const open = verdictOf({ ...input, weeklyResultCents: weeks(20, 300, 5_000) })
    expect(open.kind).toBe('open')
    expect(open.probability).toBeGreaterThan(0.5)
    expect(open).toMatchObject({ weeks: 20, purchases: 100 })
  })

  test('seven weeks or nineteen purchases are too little data', () => {
    const sure = weeks(MIN_WEEKS, 10_000, 100)
    expect(verdictOf({ ...input, costCents: 0, weeklyResultCents: sure }).kind).toBe('earns')
    expect(verdictOf({ ...input, costCents: 0, weeklyResultCents: sure.slice(1) })).toEqual({
      kind: 'too-little-data',
      probability: null,
      weeks: 7,
      purchases: 100,
    })
    expect(verdictOf({ ...input, costCents: 0, purchases: MIN_PURCHASES - 0.5, weeklyResultCents: sure }).kind).toBe(
      'too-little-data',
    )
  })

  test('but costs beyond what the purchases could bring at best are costs', () => {
    const few = { weeklyResultCents: [], purchases: 10, meanContributionCents: 1_000 }
    expect(verdictOf({ ...few, costCents: 16_963 }).kind).toBe('costs')
    expect(verdictOf({ ...few, costCents: 16_962 }).kind).toBe('too-little-data')
    expect(verdictOf({ ...few, purchases: 9.2, costCents: 16_963 }).kind).toBe('costs')
    expect(verdictOf({ ...few, costCents: 1e12, meanContributionCents: null }).kind).toBe('too-little-data')
  })

  test('many purchases in few weeks: the bound stays above their number', () => {
    const many = { weeklyResultCents: weeks(7, 1, 1), purchases: 2_000, meanContributionCents: 100 }
    expect(verdictOf({ ...many, costCents: 205_000 }).kind).toBe('too-little-data')
    expect(verdictOf({ ...many, costCents: 208_000 }).kind).toBe('costs')
  })
})

describe('confidence', () => {
  test('weeks without any spread are certain, or undecided at zero', () => {
    expect(probabilityOfPositiveMean([5, 5, 5, 5, 5, 5, 5, 5])).toBe(1)
    expect(probabilityOfPositiveMean([-5, -5, -5, -5, -5, -5, -5, -5])).toBe(0)
    expect(probabilityOfPositiveMean([0, 0, 0, 0, 0, 0, 0, 0])).toBe(0.5)
  })

  test('weeks that follow each other count for less than weeks that alternate', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8].map((value) => value * 100 - 250)
    const shuffled = [1, 8, 2, 7, 3, 6, 4, 5].map((value) => value * 100 - 250)
    expect(probabilityOfPositiveMean(values)).toBeLessThan(probabilityOfPositiveMean(shuffled))
  })

  test('worked by hand: mean 1, deviation 2.138, r at its floor of 0.15, k = 8 × 0.85 ÷ 1.15', () => {
    // t = 1 ÷ (2.1381 ÷ √5.913) = 1.1373 with 4.913 degrees; between the table's values for 4 and 5 degrees.
    const p = probabilityOfPositiveMean([3, -1, 3, -1, 3, -1, 3, -1])
    expect(p).toBeCloseTo(
      studentTCdf(1 / (Math.sqrt(32 / 7) / Math.sqrt((8 * 0.85) / 1.15)), (8 * 0.85) / 1.15 - 1),
      12,
    )
    expect(p).toBeGreaterThan(0.84)
    expect(p).toBeLessThan(0.86)
  })
})
