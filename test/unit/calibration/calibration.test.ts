import { describe, expect, test } from 'vitest'
import { candidates, inUse } from '../../calibration/candidates.ts'
import { companiesOf, specifiedWorld } from '../../calibration/companies.ts'
import { independentWeeks } from '../../calibration/methods.ts'
import { normal, seededRandom, skewed, studentT4 } from '../../calibration/random.ts'
import { reliabilityDiagram } from '../../calibration/reliability-diagram.ts'
import { judgeScore, missOf, scoreMethods, wilson, type Score } from '../../calibration/scores.ts'

const passed = (score: Score) => judgeScore(score).map(({ isPassed }) => isPassed)

describe('the short run', () => {
  // The criteria of the step of the full check, on the first of its companies.
  const [sound, naive] = scoreMethods([inUse, independentWeeks], specifiedWorld, 1_500, 2026)

  test('lets the method in use pass', () => {
    expect(passed(sound!)).toEqual([true, true])
  })

  test('fails weeks that are taken for strangers to each other, on both criteria', () => {
    expect(passed(naive!)).toEqual([false, false])
  })

  test('fails a method that is sure of everything, and one that turns the truth round', () => {
    const [sure, wrong] = scoreMethods(
      [(weekly) => (weekly[0]! > 0 ? 0.99 : 0.01), (weekly) => 1 - inUse(weekly)],
      specifiedWorld,
      500,
      2026,
    )
    expect(passed(sure!)).toEqual([false, false])
    expect(passed(wrong!)).toEqual([false, false])
  })

  test('and a method that never decides is calibrated, though useless', () => {
    const [silent] = scoreMethods([() => 0.5], specifiedWorld, 500, 2026)
    expect(passed(silent!)).toEqual([true, true])
    expect(silent!.byClass.every(({ issued, wrong }) => issued === 0 && wrong === 0)).toBe(true)
  })
})

describe('the criteria at their word', () => {
  const scoreWith = (issued: number, wrong: number, companies = 10_000): Score => ({
    byClass: [
      {
        weeks: 8,
        spread: 0.3,
        companies,
        issued,
        wrong,
        earnsDespiteMean: 0,
        withoutMean: 1,
        earnsDespiteTruth: 0,
        withoutTruth: 1,
      },
    ],
    byTenth: [{ companies: 1000, probability: 50, above: 50 }],
  })

  test('10 % wrong pass, a company more does not', () => {
    expect(passed(scoreWith(9_000, 900))).toEqual([true, true, true])
    expect(passed(scoreWith(9_000, 901))).toEqual([false, true, true])
  })

  test('Wilson’s bound needs enough verdicts', () => {
    expect(passed(scoreWith(900, 88))).toEqual([true, false, true])
  })

  test('five points are allowed, either way', () => {
    const withAbove = (above: number) => ({
      ...scoreWith(9_000, 0),
      byTenth: [{ companies: 1000, probability: 450, above }],
    })
    expect(passed(withAbove(500))[2]).toBe(true)
    expect(passed(withAbove(501))[2]).toBe(false)
    expect(passed(withAbove(400))[2]).toBe(true)
    expect(passed(withAbove(399))[2]).toBe(false)
    expect(missOf({ companies: 1000, probability: 450, above: 399 })).toBeCloseTo(-0.051, 12)
  })

  test('Wilson’s interval as in Newcombe’s examples (1998, table I)', () => {
    expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4)
    expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4)
    expect(wilson(15, 148).low).toBeCloseTo(0.0624, 4)
    expect(wilson(15, 148).high).toBeCloseTo(0.1605, 4)
    expect(wilson(0, 20).low).toBe(0)
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4)
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('the simulated companies', () => {
  test('are the same in every run, and a short run is the beginning of a long one', () => {
    const draw = (count: number) => [...companiesOf(specifiedWorld, { weeks: 8, spread: 0.6 }, count, 7)]
    expect(draw(5)).toEqual(draw(9).slice(0, 5))
    expect(draw(2)).not.toEqual([...companiesOf(specifiedWorld, { weeks: 8, spread: 0.6 }, 2, 8)])
  })

  test('are what they are said to be', () => {
    let means = 0
    let noise = 0
    let count = 0
    // Normal innovations: the fourth moment of t₄ is infinite, and its sample variances wander.
    const world = { ...specifiedWorld, innovation: normal }
    for (const { weekly, mean, trueMean } of companiesOf(world, { weeks: 52, spread: 0.6 }, 20_000, 7)) {
      means += mean * mean
      // Over a whole year the season averages out; half the trend stays.
      expect(Math.abs(trueMean - mean)).toBeLessThan(0.9)
      noise += (weekly[20]! - weekly[46]!) ** 2
      count++
    }
    expect(Math.sqrt(means / count)).toBeCloseTo(0.6, 2)
    // Two weeks half a year apart: twice the noise, twice the season's (2 A sin)², half the trend squared.
    expect(noise / count).toBeCloseTo(2 + 4 * (0.25 / 3 / 2) + (26 / 51) ** 2 * 0.09, 1)
  })

  test('draws have the moments of their laws', () => {
    const random = seededRandom(3)
    const moments = (draw: () => number) => {
      const drawn = Array.from({ length: 200_000 }, draw)
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
      const within = drawn.filter((value) => Math.abs(value) < 1).length / drawn.length
      return { mean, within }
    }
    expect(moments(() => normal(random)).mean).toBeCloseTo(0, 2)
    expect(moments(() => normal(random)).within).toBeCloseTo(0.6827, 2)
    // P(|t₄| < 1) = 0.6261, P(|exponential − 1| < 1) = 1 − e⁻² = 0.8647.
    expect(moments(() => studentT4(random)).within).toBeCloseTo(0.6261, 2)
    expect(moments(() => skewed(random)).within).toBeCloseTo(0.8647, 2)
    expect(moments(() => skewed(random)).mean).toBeCloseTo(0, 2)
    expect(Array.from({ length: 100_000 }, random).every((value) => value >= 0 && value < 1)).toBe(true)
  })
})

describe('the methods compared', () => {
  test('all say more of better weeks, and the opposite of opposite ones', () => {
    const [company] = companiesOf(specifiedWorld, { weeks: 26, spread: 0.3 }, 1, 5)
    const weekly = company!.weekly
    for (const { name, method } of candidates) {
      const p = method(weekly)
      expect(method(weekly.map((value) => -value)), name).toBeCloseTo(1 - p, 3)
      expect(method(weekly.map((value) => value + 0.5)), name).toBeGreaterThanOrEqual(p)
    }
  })
})

test('the diagram marks each tenth and says the same in words', () => {
  const [score] = scoreMethods([inUse], specifiedWorld, 200, 1)
  const svg = reliabilityDiagram(score!, '200 companies')
  expect(svg.match(/<circle class="mark"/g)).toHaveLength(10)
  expect(svg).toContain('prefers-color-scheme: dark')
  expect(svg).toContain('200 companies. ')
  expect(svg).not.toContain('NaN')
})
