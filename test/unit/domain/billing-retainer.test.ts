import { describe, expect, test } from 'vitest'
import type { Month } from '../../../shared/domain/day.ts'
import { isNearlyUsed, retainerMonths, type Retainer } from '../../../shared/domain/retainer.ts'

const H = 3_600
const month = (text: string) => text as Month
const retainer = (from: string, extra: Partial<Retainer> = {}): Retainer => ({
  fromMonth: month(from),
  toMonth: null,
  monthlySeconds: 20 * H,
  carryOverCapSeconds: null,
  carryOverMonths: null,
  ...extra,
})
const follow = (retainers: Retainer[], used: Record<string, number>, until: string) =>
  retainerMonths(
    retainers,
    new Map(Object.entries(used).map(([each, hours]) => [month(each), hours * H])),
    month(until),
  ).map((each) => ({
    month: each.month,
    available: each.availableSeconds / H,
    excess: each.excessSeconds / H,
    lapsed: each.lapsedSeconds / H,
    out: each.carriedOutSeconds / H,
  }))

describe('carrying over', () => {
  test('unused hours go on and are used first; what is beyond is excess', () => {
    expect(follow([retainer('2026-01')], { '2026-01': 14, '2026-02': 30 }, '2026-03')).toEqual([
      { month: '2026-01', available: 20, excess: 0, lapsed: 0, out: 6 },
      { month: '2026-02', available: 26, excess: 4, lapsed: 0, out: 0 },
      { month: '2026-03', available: 20, excess: 0, lapsed: 0, out: 20 },
    ])
  })

  test('no more than the limit goes on, and none where it is nothing', () => {
    expect(follow([retainer('2026-01', { carryOverCapSeconds: 5 * H })], { '2026-01': 10 }, '2026-01')).toEqual([
      { month: '2026-01', available: 20, excess: 0, lapsed: 5, out: 5 },
    ])
    expect(follow([retainer('2026-01', { carryOverCapSeconds: 0 })], {}, '2026-01')[0]).toMatchObject({ lapsed: 20 })
  })

  test('the oldest expire first', () => {
    // January leaves 8 h, which March may still use; February leaves 20.
    const months = follow([retainer('2026-01', { carryOverMonths: 2 })], { '2026-01': 12 }, '2026-04')
    expect(months.map(({ available, lapsed }) => [available, lapsed])).toEqual([
      [20, 0],
      [28, 0],
      [48, 8],
      [60, 20],
    ])
  })

  test('using takes the oldest, so that less expires', () => {
    const months = follow([retainer('2026-01', { carryOverMonths: 1 })], { '2026-01': 12, '2026-02': 8 }, '2026-02')
    expect(months[1]).toMatchObject({ available: 28, lapsed: 0, out: 20 })
  })

  test('goes on into new terms that follow at once, across a year', () => {
    const months = follow(
      [retainer('2026-12', { toMonth: month('2026-12') }), retainer('2027-01', { monthlySeconds: 10 * H })],
      { '2026-12': 15 },
      '2027-01',
    )
    expect(months.map(({ available }) => available)).toEqual([20, 15])
  })

  test('ends with a month without a retainer', () => {
    const months = follow([retainer('2026-01', { toMonth: month('2026-01') }), retainer('2026-03')], {}, '2026-03')
    expect(months.map(({ month: name, available }) => [name, available])).toEqual([
      ['2026-01', 20],
      ['2026-03', 20],
    ])
  })

  test('two at a time are refused', () => {
    expect(() => follow([retainer('2026-01'), retainer('2026-03')], {}, '2026-06')).toThrow(RangeError)
  })
})

test('the warning comes at exactly 80 percent', () => {
  expect(isNearlyUsed(16 * H, 20 * H)).toBe(true)
  expect(isNearlyUsed(16 * H - 1, 20 * H)).toBe(false)
  expect(isNearlyUsed(25 * H, 20 * H)).toBe(true)
})
