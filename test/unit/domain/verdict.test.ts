import { describe, expect, test } from 'vitest'
import {
  kindOf,
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
  const p = probabilityOfPositiveMean

  test('weeks without any spread are certain, or undecided at zero', () => {
    expect(p([5, 5, 5, 5, 5, 5, 5, 5])).toBe(1)
    expect(p([-5, -5, -5, -5, -5, -5, -5, -5])).toBe(0)
    expect(p([0, 0, 0, 0, 0, 0, 0, 0])).toBe(0.5)
    expect(p([-0, 0, -0, 0, 0, 0, 0, 0])).toBe(0.5)
    // Equal to the last digit, though their mean is not a number a computer can hold.
    expect(p([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(1)
  })

  test('weeks that alternate around zero are undecided; around more they count as strangers, not as more than that', () => {
    expect(p([100, -100, 100, -100, 100, -100, 100, -100])).toBeGreaterThan(0.4)
    expect(p([100, -100, 100, -100, 100, -100, 100, -100])).toBeLessThan(0.6)
    // Mean 1, deviation √(32 ÷ 7), eight weeks and five at zero: what strangers are worth, and a little less.
    const strangers = studentTCdf(Math.sqrt(8 / 13) / Math.sqrt(32 / 7 / 8), 7)
    const alternating = p([3, -1, 3, -1, 3, -1, 3, -1])
    expect(alternating).toBeLessThan(strangers + 0.02)
    expect(alternating).toBeGreaterThan(strangers - 0.05)
  })

  test('weeks that resemble their neighbours count for less than the same weeks in another order', () => {
    const rising = [1, 2, 3, 4, 5, 6, 7, 8].map((value) => value * 100 - 250)
    const mixed = [3, 7, 1, 5, 8, 2, 4, 6].map((value) => value * 100 - 250)
    expect(p(rising)).toBeLessThan(p(mixed) - 0.01)
    const wave = Array.from({ length: 26 }, (_, index) => 0.5 + Math.sin(index / 3))
    const shuffled = wave.map((_, index) => wave[(index * 7) % 26]!)
    expect(p(wave)).toBeLessThan(p(shuffled) - 0.03)
  })

  test('one giant week decides nothing, however giant', () => {
    const usual = Array.from({ length: 12 }, (_, index): number => (index % 2 === 0 ? 120 : -80))
    for (const giant of [1e4, 1e6, 1e12]) {
      for (const at of [0, 5, 11]) {
        expect(kindOf(p(usual.with(at, giant)))).toBe('open')
        expect(kindOf(p(usual.with(at, -giant)))).toBe('open')
      }
    }
  })

  test('many weeks outweigh the five imagined ones; after ten years they are forgotten', () => {
    const of = (count: number) => p(weeks(count, 500, 2_000))
    expect(of(8)).toBeLessThan(0.8)
    expect(of(16)).toBeGreaterThan(of(8))
    expect(of(52)).toBeGreaterThan(0.9)
    expect(of(520)).toBeGreaterThan(0.9999)
  })

  test('the same weeks backwards say the same', () => {
    const values = [300, -200, 950, 120, -80, 40, 700, -310, 15]
    expect(p(values.toReversed())).toBeCloseTo(p(values), 12)
  })

  test('nothing is said about figures that are none, or about a single week', () => {
    const sound = weeks(10, 100, 50)
    for (const bad of [Number.NaN, Infinity, -Infinity, 1e300]) {
      expect(() => p(sound.with(3, bad))).toThrow(RangeError)
      expect(() => verdictOf({ ...input, weeklyResultCents: sound.with(3, bad) })).toThrow(RangeError)
      expect(() => verdictOf({ ...input, weeklyResultCents: sound.slice(7).with(0, bad) })).toThrow(RangeError)
      expect(() => verdictOf({ ...input, weeklyResultCents: sound, purchases: bad })).toThrow(RangeError)
      expect(() => verdictOf({ ...input, weeklyResultCents: sound, costCents: bad })).toThrow(RangeError)
    }
    expect(() => p([])).toThrow(RangeError)
    expect(() => p([1])).toThrow(RangeError)
  })

  test('nine in ten is where a verdict begins', () => {
    expect([0, 0.1, 0.100001, 0.5, 0.899999, 0.9, 1].map(kindOf)).toEqual([
      'costs',
      'costs',
      'open',
      'open',
      'open',
      'earns',
      'earns',
    ])
  })
})
