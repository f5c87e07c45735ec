import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ATTRIBUTION_MODELS,
  divideAmongTouches,
  TOUCH_KINDS,
  touchesInWindow,
  type AttributionModel,
  type Touch,
} from '../../shared/domain/attribution.ts'

/**
 * The same rules once more, written from their definition, slowly and in exact fractions: weights as ratios of big integers,
 * never as floating-point numbers.
 */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const DAY = 86_400_000
const UNIT = 1_000_000_000n

interface NumberedTouch extends Touch {
  readonly no: number
}

/** Touches that count, picked one by one: again and again the earliest of those that are left. */
function oracleOrder(touches: readonly NumberedTouch[], purchaseAt: number, windowDays: number): NumberedTouch[] {
  const left = touches.filter((touch) => {
    const age = purchaseAt - touch.at
    return age >= 0 && age <= windowDays * DAY
  })
  const ordered: NumberedTouch[] = []
  while (left.length > 0) {
    let best = 0
    for (let index = 1; index < left.length; index++) {
      const one = left[index] as NumberedTouch
      const other = left[best] as NumberedTouch
      const isEarlier = one.at < other.at
      const isSameTime = one.at === other.at
      if (isEarlier || (isSameTime && rank(one) < rank(other))) best = index
    }
    ordered.push(...left.splice(best, 1))
  }
  return ordered
}

function rank(touch: Touch): number {
  return ['self-reported', 'utm', 'coupon', 'conversation', 'post', 'manual'].indexOf(touch.kind)
}

/** Exact weights of every model but time decay, whose powers of two are no fractions. */
function oracleWeights(model: AttributionModel, touches: readonly Touch[]): Fraction[] {
  const n = touches.length
  const whole = (chosen: number) => touches.map((_, index) => ({ over: index === chosen ? 1n : 0n, under: 1n }))
  if (n === 0) return []
  if (model === 'first') return whole(0)
  if (model === 'last') return whole(n - 1)
  if (model === 'lastNonDirect') {
    for (let index = n - 1; index >= 0; index--) if (!touches[index]?.isDirect) return whole(index)
    return whole(n - 1)
  }
  if (model === 'linear') return touches.map(() => ({ over: 1n, under: BigInt(n) }))
  if (n === 1) return whole(0)
  if (n === 2) return touches.map(() => ({ over: 1n, under: 2n }))
  return touches.map((_, index) =>
    index === 0 || index === n - 1 ? { over: 2n, under: 5n } : { over: 1n, under: 5n * BigInt(n - 2) },
  )
}

/** Time decay in floating point, summed by halves of the age instead of powers. */
function oracleDecay(touches: readonly Touch[], purchaseAt: number): number[] {
  const raw = touches.map((touch) => {
    const halves = (purchaseAt - touch.at) / (7 * DAY)
    return Math.exp(-halves * Math.LN2)
  })
  const total = raw.toReversed().reduce((sum, value) => sum + value, 0)
  return raw.map((value) => value / total)
}

interface History {
  readonly touches: readonly NumberedTouch[]
  readonly purchaseAt: number
  readonly windowDays: number
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number
}

const SPAN_DAYS = 200
const START = Date.UTC(2026, 0, 1)

/** Up to twelve touches over 200 days; many at the same instant, at the purchase's own, at the window's edge. */
const history: fc.Arbitrary<History> = fc
  .record({
    purchaseAt: fc.integer({ min: START, max: START + SPAN_DAYS * DAY }),
    windowDays: fc.oneof(fc.constantFrom(7, 30, 90), fc.integer({ min: 1, max: 365 })),
    moments: fc.array(
      fc.record({
        when: fc.oneof(
          fc.record({ kind: fc.constant('free' as const), ms: fc.integer({ min: 0, max: SPAN_DAYS * DAY }) }),
          fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: -2, max: SPAN_DAYS }) }),
          fc.record({ kind: fc.constant('edge' as const), ms: fc.integer({ min: -1, max: 1 }) }),
        ),
        touchKind: fc.constantFrom(...TOUCH_KINDS),
        isDirect: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    grossCents: fc.integer({ min: -1_000_000, max: 100_000_000 }),
    taxShare: fc.integer({ min: 0, max: 30 }),
    marginShare: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ purchaseAt, windowDays, moments, grossCents, taxShare, marginShare }) => {
    // Adding zero turns the −0 of rounding into 0.
    const netCents = Math.round((grossCents * (100 - taxShare)) / 100) + 0
    return {
      purchaseAt,
      windowDays,
      grossCents,
      netCents,
      contributionCents: Math.round((netCents * marginShare) / 100) + 0,
      touches: moments.map(({ when, touchKind, isDirect }, no) => ({
        no,
        kind: touchKind,
        isDirect,
        at: instantOf(when),
      })),
    }

    function instantOf(when: (typeof moments)[number]['when']): number {
      if (when.kind === 'free') return START + when.ms
      if (when.kind === 'days') return purchaseAt - when.days * DAY
      return purchaseAt - windowDays * DAY + when.ms
    }
  })

const shareOf = (model: AttributionModel, { touches, purchaseAt, windowDays, ...amounts }: History) =>
  divideAmongTouches(model, touchesInWindow(touches, purchaseAt, windowDays), purchaseAt, amounts)

const RUNS = { numRuns: 400 }

describe('against a slow implementation', () => {
  test('the same touches count, in the same order', () => {
    fc.assert(
      fc.property(history, ({ touches, purchaseAt, windowDays }) => {
        const ours = touchesInWindow(touches, purchaseAt, windowDays).map(({ no }) => no)
        expect(ours).toEqual(oracleOrder(touches, purchaseAt, windowDays).map(({ no }) => no))
      }),
      RUNS,
    )
  })

  test.each(ATTRIBUTION_MODELS.filter((model) => model !== 'timeDecay'))(
    '%s: every weight is the exact one',
    (model) => {
      fc.assert(
        fc.property(history, (given) => {
          const ordered = oracleOrder(given.touches, given.purchaseAt, given.windowDays)
          const exact = oracleWeights(model, ordered)
          const ours = new Map(shareOf(model, given).map(({ touch, weight }) => [touch.no, weight]))
          for (const [index, { no }] of ordered.entries()) {
            const { over, under } = exact[index] as Fraction
            const weight = BigInt(ours.get(no) ?? 0)
            // A weight is quantised to a billionth: it differs from the exact one by less than one of them.
            const difference = weight * under - over * UNIT
            expect(difference < 0n ? -difference : difference).toBeLessThan(under)
          }
        }),
        RUNS,
      )
    },
  )

  test('time decay: every weight is the one of half-lives of seven days', () => {
    fc.assert(
      fc.property(history, (given) => {
        const ordered = oracleOrder(given.touches, given.purchaseAt, given.windowDays)
        const exact = oracleDecay(ordered, given.purchaseAt)
        const ours = new Map(shareOf('timeDecay', given).map(({ touch, weight }) => [touch.no, weight]))
        for (const [index, { no }] of ordered.entries())
          expect(Math.abs((ours.get(no) ?? 0) - (exact[index] ?? 0) * Number(UNIT))).toBeLessThanOrEqual(1.5)
      }),
      RUNS,
    )
  })

  test.each(ATTRIBUTION_MODELS)('%s: shares add up to the cent, and each is within a cent of its weight', (model) => {
    fc.assert(
      fc.property(history, (given) => {
        const shares = shareOf(model, given)
        if (oracleOrder(given.touches, given.purchaseAt, given.windowDays).length === 0) {
          expect(shares).toEqual([])
          return
        }
        for (const field of ['grossCents', 'netCents', 'contributionCents'] as const) {
          expect(shares.reduce((sum, share) => sum + (share[field] ?? 0), 0)).toBe(given[field])
          for (const share of shares)
            expect(Math.abs((share[field] ?? 0) - (given[field] * share.weight) / Number(UNIT))).toBeLessThan(1)
        }
        expect(shares.reduce((sum, { weight }) => sum + BigInt(weight), 0n)).toBe(UNIT)
      }),
      RUNS,
    )
  })

  test('a wider window never takes a touch away', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 365 }), ({ touches, purchaseAt, windowDays }, more) => {
        const narrow = touchesInWindow(touches, purchaseAt, windowDays).map(({ no }) => no)
        const wide = new Set(touchesInWindow(touches, purchaseAt, windowDays + more).map(({ no }) => no))
        expect(narrow.every((no) => wide.has(no))).toBe(true)
      }),
      RUNS,
    )
  })
})
