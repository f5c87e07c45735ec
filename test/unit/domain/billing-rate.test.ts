import { expect, test } from 'vitest'
import { billingRateOn, type BillingRate } from '../../../shared/domain/billing-rate.ts'
import type { Day } from '../../../shared/domain/day.ts'

const rate = (clientId: number | null, personId: number | null, validFrom: string, centsPerHour: number) =>
  ({ clientId, personId, validFrom: validFrom as Day, centsPerHour }) satisfies BillingRate
const on = (day: string, clientId: number, personId: number, rates: BillingRate[]) =>
  billingRateOn(day as Day, clientId, personId, rates)?.centsPerHour ?? null

const rates = [
  rate(null, null, '2026-01-01', 6_000),
  rate(null, 7, '2026-01-01', 7_000),
  rate(1, null, '2026-03-01', 8_000),
  rate(1, null, '2026-07-01', 8_500),
  rate(1, 7, '2026-05-01', 9_900),
]

test('the most exact rate that has begun holds', () => {
  expect(on('2026-08-01', 1, 7, rates)).toBe(9_900)
  expect(on('2026-08-01', 1, 8, rates)).toBe(8_500)
  expect(on('2026-08-01', 2, 7, rates)).toBe(7_000)
  expect(on('2026-08-01', 2, 8, rates)).toBe(6_000)
})

test('an exact rate that begins later leaves the day to the others, whatever their order', () => {
  for (const order of [rates, rates.toReversed()]) {
    expect(on('2026-04-30', 1, 7, order)).toBe(8_000)
    expect(on('2026-02-28', 1, 7, order)).toBe(7_000)
    expect(on('2026-06-30', 1, 8, order)).toBe(8_000)
    expect(on('2026-07-01', 1, 8, order)).toBe(8_500)
  }
})

test('before the first rate there is none, and a rate of nothing is one', () => {
  expect(on('2025-12-31', 1, 7, rates)).toBeNull()
  expect(on('2026-01-01', 1, 7, [rate(1, null, '2026-01-01', 0)])).toBe(0)
})
