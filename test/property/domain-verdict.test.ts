import fc from 'fast-check'
import { expect, test } from 'vitest'
import { poissonUpperBound, probabilityOfPositiveMean, studentTCdf, verdictOf } from '../../shared/domain/verdict.ts'
import { averagingMethod } from '../calibration/methods.ts'

const weeks = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 8, maxLength: 120 })
const degrees = fc.double({ min: 1, max: 300, noNaN: true })
const t = fc.double({ min: -50, max: 50, noNaN: true })

test('t’s distribution is symmetric, rises, and stays between 0 and 1', () =>
  fc.assert(
    fc.property(t, t, degrees, (a, b, df) => {
      const low = studentTCdf(Math.min(a, b), df)
      const high = studentTCdf(Math.max(a, b), df)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(high).toBeGreaterThanOrEqual(low - 1e-12)
      expect(studentTCdf(a, df) + studentTCdf(-a, df)).toBeCloseTo(1, 10)
    }),
  ))

test('t’s distribution is the integral of its density', () =>
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.integer({ min: 1, max: 40 }), (upper, df) => {
      // Simpson's rule on the unnormalised density; the whole integral is √df × B(½, df ÷ 2), taken from 0 to a far point.
      const density = (x: number) => (1 + (x * x) / df) ** (-(df + 1) / 2)
      const simpson = (to: number) => {
        const steps = 2_000
        let total = density(0) + density(to)
        for (let i = 1; i < steps; i++) total += density((to * i) / steps) * (i % 2 === 0 ? 2 : 4)
        return (total * to) / steps / 3
      }
      let beta = df % 2 === 0 ? 2 : Math.PI
      for (let half = df % 2 === 0 ? 2 : 1; half < df; half += 2) beta *= half / (half + 1)
      const expected = 0.5 + simpson(upper) / (Math.sqrt(df) * beta)
      expect(studentTCdf(upper, df)).toBeCloseTo(expected, 7)
    }),
    { numRuns: 40 },
  ))

test('turning all weeks round turns the confidence round; larger units change nothing', () =>
  fc.assert(
    fc.property(weeks, (values) => {
      const p = probabilityOfPositiveMean(values)
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1)
      expect(probabilityOfPositiveMean(values.map((value) => -value))).toBeCloseTo(1 - p, 9)
      expect(probabilityOfPositiveMean(values.map((value) => value * 100))).toBeCloseTo(p, 9)
    }),
  ))

test('raising every week alike never lowers the confidence', () =>
  fc.assert(
    fc.property(weeks, fc.nat(500_000), (values, more) => {
      const raised = values.map((value) => value + more)
      expect(probabilityOfPositiveMean(raised)).toBeGreaterThanOrEqual(probabilityOfPositiveMean(values) - 1e-9)
    }),
  ))

test('the short formulae are least squares on whitened weeks, averaged over carry-over', () => {
  const slow = averagingMethod({ scepticalWeeks: 5, prior: (phi) => (1 - phi) ** 4 })
  fc.assert(
    fc.property(weeks, (values) => {
      fc.pre(values.some((value) => value !== values[0]))
      expect(probabilityOfPositiveMean(values)).toBeCloseTo(slow(values), 8)
    }),
  )
})

test('weeks count alike forwards and backwards', () =>
  fc.assert(
    fc.property(weeks, (values) => {
      expect(probabilityOfPositiveMean(values.toReversed())).toBeCloseTo(probabilityOfPositiveMean(values), 8)
    }),
  ))

test('the Poisson bound lies above the count and leaves 5 % below it', () =>
  fc.assert(
    fc.property(fc.nat(120), (count) => {
      const bound = poissonUpperBound(count)
      expect(bound).toBeGreaterThan(count)
      let term = Math.exp(-bound)
      let below = term
      for (let k = 1; k <= count; k++) below += term *= bound / k
      expect(below).toBeCloseTo(0.05, 8)
      expect(poissonUpperBound(count + 1)).toBeGreaterThan(bound)
    }),
  ))

test('a verdict is what its probability says, and has none where there is too little data', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 60 }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.nat(10_000_000),
      (weeklyResultCents, purchases, costCents) => {
        const verdict = verdictOf({ weeklyResultCents, purchases, costCents, meanContributionCents: 1_500 })
        const isEnough = weeklyResultCents.length >= 8 && purchases >= 20
        expect(verdict.probability === null).toBe(!isEnough)
        if (verdict.probability === null) expect(['too-little-data', 'costs']).toContain(verdict.kind)
        else
          expect(verdict.kind).toBe(
            verdict.probability >= 0.9 ? 'earns' : verdict.probability <= 0.1 ? 'costs' : 'open',
          )
      },
    ),
  ))
