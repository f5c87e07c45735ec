import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WEIGHT_UNIT } from '../../shared/domain/allocation.ts'
import {
  ATTRIBUTION_MODELS,
  divideAmongTouches,
  TOUCH_KINDS,
  touchesInWindow,
  touchWeights,
  type AttributionModel,
  type Touch,
} from '../../shared/domain/attribution.ts'

const DAY_MS = 86_400_000
const purchaseAt = Date.parse('2026-03-29T10:00:00Z')

const touch = fc
  .record({
    age: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -3 * DAY_MS, max: 60 * DAY_MS }),
      fc.constantFrom(7, 30).map((days) => days * DAY_MS),
    ),
    kind: fc.constantFrom(...TOUCH_KINDS),
    isDirect: fc.boolean(),
  })
  .map(({ age, kind, isDirect }) => ({ at: purchaseAt - age, kind, isDirect }))
const touches = fc.array(touch, { maxLength: 12 })
const model = fc.constantFrom(...ATTRIBUTION_MODELS)

/** The models once more, as a reader of domain.md would write them down: no quantising, no shortcuts. */
function slowWeights(name: AttributionModel, inOrder: readonly Touch[]): number[] {
  const n = inOrder.length
  const weights = inOrder.map(() => 0)
  const raw = inOrder.map((each) => Math.pow(2, -(purchaseAt - each.at) / DAY_MS / 7))
  const allRaw = raw.reduce((a, b) => a + b, 0)
  let lastNonDirect = n - 1
  for (let i = 0; i < n; i++) if (!inOrder[i]!.isDirect) lastNonDirect = i
  for (let i = 0; i < n; i++) {
    if (name === 'last' && i === n - 1) weights[i] = 1
    if (name === 'first' && i === 0) weights[i] = 1
    if (name === 'lastNonDirect' && i === lastNonDirect) weights[i] = 1
    if (name === 'linear') weights[i] = 1 / n
    if (name === 'timeDecay') weights[i] = raw[i]! / allRaw
    if (name === 'position') {
      if (n === 1) weights[i] = 1
      else if (n === 2) weights[i] = 1 / 2
      else weights[i] = i === 0 || i === n - 1 ? 0.4 : 0.2 / (n - 2)
    }
  }
  return weights
}

/** Picks out the earliest touch again and again, instead of sorting. */
function slowWindow(given: readonly Touch[], windowDays: number): Touch[] {
  const left = given.filter((each) => !(each.at > purchaseAt) && purchaseAt - each.at <= windowDays * DAY_MS)
  const picked: Touch[] = []
  while (left.length > 0) {
    let best = 0
    for (let i = 1; i < left.length; i++) {
      const isEarlier = left[i]!.at < left[best]!.at
      const isSameButBefore =
        left[i]!.at === left[best]!.at && TOUCH_KINDS.indexOf(left[i]!.kind) < TOUCH_KINDS.indexOf(left[best]!.kind)
      if (isEarlier || isSameButBefore) best = i
    }
    picked.push(...left.splice(best, 1))
  }
  return picked
}

describe('against an implementation of its own', () => {
  test('the window and its order', () =>
    fc.assert(
      fc.property(touches, fc.constantFrom(1, 7, 30, 90), (given, windowDays) => {
        expect(touchesInWindow(given, purchaseAt, windowDays)).toEqual(slowWindow(given, windowDays))
      }),
    ))

  test('the weights of the six models', () =>
    fc.assert(
      fc.property(touches, model, (given, name) => {
        const inOrder = slowWindow(given, 30)
        const weights = touchWeights(name, inOrder, purchaseAt)
        const expected = slowWeights(name, inOrder)
        expect(weights).toHaveLength(expected.length)
        for (const [index, weight] of weights.entries())
          expect(Math.abs(weight - expected[index]! * WEIGHT_UNIT)).toBeLessThan(1.001)
      }),
      { numRuns: 1_000 },
    ))
})

test('weights are whole and add up to 10⁹', () =>
  fc.assert(
    fc.property(touches, model, (given, name) => {
      const inOrder = touchesInWindow(given, purchaseAt, 30)
      const weights = touchWeights(name, inOrder, purchaseAt)
      expect(weights.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true)
      expect(weights.reduce((a, b) => a + b, 0)).toBe(inOrder.length === 0 ? 0 : WEIGHT_UNIT)
    }),
  ))

test('no model loses or makes a cent, and a purchase of one touch is the same under all', () =>
  fc.assert(
    fc.property(touches, fc.nat(10_000_000), fc.nat(10_000), (given, netCents, margin) => {
      const inOrder = touchesInWindow(given, purchaseAt, 30)
      const amounts = {
        grossCents: netCents + 1234,
        netCents,
        contributionCents: Math.round((netCents * margin) / 10_000),
      }
      const byModel = ATTRIBUTION_MODELS.map((name) => divideAmongTouches(name, inOrder, purchaseAt, amounts))
      for (const shares of byModel) {
        if (inOrder.length === 0) expect(shares).toEqual([])
        else {
          for (const key of ['grossCents', 'netCents', 'contributionCents'] as const)
            expect(shares.reduce((total, share) => total + share[key]!, 0)).toBe(amounts[key])
          expect(shares.every((share) => share.netCents >= 0)).toBe(true)
        }
        if (inOrder.length === 1) expect(shares).toEqual(byModel[0])
      }
    }),
  ))
