import { describe, expect, test } from 'vitest'
import { WEIGHT_UNIT } from '../../../shared/domain/allocation.ts'
import {
  divideAmongTouches,
  MAX_TOUCHES,
  touchesInWindow,
  touchWeights,
  type AttributionModel,
  type Touch,
} from '../../../shared/domain/attribution.ts'

const DAY_MS = 86_400_000
const purchaseAt = Date.parse('2026-06-30T12:00:00Z')
const touch = (daysBefore: number, fields: Partial<Touch> = {}): Touch => ({
  at: purchaseAt - daysBefore * DAY_MS,
  kind: 'utm',
  isDirect: false,
  ...fields,
})
const weightsOf = (model: AttributionModel, touches: readonly Touch[]) =>
  touchWeights(model, touches, purchaseAt).map((weight) => weight / WEIGHT_UNIT)

describe('the six models on four touches, the last of them direct', () => {
  const touches = [touch(21), touch(14), touch(7), touch(0, { isDirect: true })]
  test.each<[AttributionModel, number[]]>([
    ['last', [0, 0, 0, 1]],
    ['lastNonDirect', [0, 0, 1, 0]],
    ['first', [1, 0, 0, 0]],
    ['linear', [0.25, 0.25, 0.25, 0.25]],
    ['position', [0.4, 0.1, 0.1, 0.4]],
  ])('%s', (model, weights) => {
    expect(weightsOf(model, touches)).toEqual(weights)
  })

  test('time decay halves with every seven days', () => {
    const [first, second, third, fourth] = weightsOf('timeDecay', touches)
    expect(first).toBeCloseTo(1 / 15, 8)
    expect(second).toBeCloseTo(2 / 15, 8)
    expect(third).toBeCloseTo(4 / 15, 8)
    expect(fourth).toBeCloseTo(8 / 15, 8)
  })
})

test('one touch gets everything, two share by position, none gets nothing', () => {
  expect(weightsOf('position', [touch(3)])).toEqual([1])
  expect(weightsOf('position', [touch(3), touch(1)])).toEqual([0.5, 0.5])
  expect(weightsOf('linear', [])).toEqual([])
})

test('where every touch is direct, the last one counts', () => {
  expect(weightsOf('lastNonDirect', [touch(2, { isDirect: true }), touch(1, { isDirect: true })])).toEqual([0, 1])
})

describe('the window', () => {
  test('holds both of its ends and nothing after the purchase', () => {
    const inside = [touch(30), touch(0)]
    const outside = [touch(30 + 1 / DAY_MS), touch(-1 / DAY_MS)]
    expect(touchesInWindow([...outside, ...inside], purchaseAt, 30)).toEqual(inside)
  })

  test('touches of the order itself come as self-reported, utm, coupon', () => {
    const given = [
      touch(0, { kind: 'coupon' }),
      touch(0, { kind: 'self-reported' }),
      touch(0),
      touch(5, { kind: 'coupon' }),
    ]
    expect(touchesInWindow(given, purchaseAt, 30).map((each) => each.kind)).toEqual([
      'coupon',
      'self-reported',
      'utm',
      'coupon',
    ])
  })

  test('of too many touches the latest are read', () => {
    const many = Array.from({ length: MAX_TOUCHES + 5 }, (_, index) => touch(index / 100))
    const read = touchesInWindow(many, purchaseAt, 30)
    expect(read).toHaveLength(MAX_TOUCHES)
    expect(read.at(-1)?.at).toBe(purchaseAt)
  })
})

describe('dividing a purchase', () => {
  const touches = [touch(3), touch(2), touch(1)]

  test('odd cents go to the first; contribution stays unknown where the margin is', () => {
    const shares = divideAmongTouches('linear', touches, purchaseAt, {
      grossCents: 100,
      netCents: 50,
      contributionCents: null,
    })
    expect(shares.map((share) => share.grossCents)).toEqual([34, 33, 33])
    expect(shares.map((share) => share.netCents)).toEqual([17, 17, 16])
    expect(shares.map((share) => share.contributionCents)).toEqual([null, null, null])
  })

  test('touches without weight get no share', () => {
    const shares = divideAmongTouches('last', touches, purchaseAt, {
      grossCents: 100,
      netCents: 84,
      contributionCents: 46,
    })
    expect(shares).toEqual([
      { touch: touches[2], weight: WEIGHT_UNIT, grossCents: 100, netCents: 84, contributionCents: 46 },
    ])
  })
})
