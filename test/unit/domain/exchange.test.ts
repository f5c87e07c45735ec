import { describe, expect, test } from 'vitest'
import { convertForeign, isCurrency, lastKnownRate, tryConvertForeign } from '../../../shared/domain/exchange.ts'

describe('convertForeign', () => {
  test.each([
    // 29.00 $ at 0.861240: 24.97596
    [2_900, 861_240, 2_498],
    // 1,000 ¥ at 0.0061: 6.10
    [100_000, 6_100, 610],
    [1, 500_000, 1],
    [1, 499_999, 0],
    [-1, 500_000, -1],
    [0, 861_240, 0],
  ])('%d hundredths at %d millionths are %d cents', (cents, rate, converted) => {
    expect(convertForeign(cents, rate)).toBe(converted)
  })

  test.each([0, -1, 0.5, Number.NaN, 1e12 + 1])('a rate of %d is none', (rate) => {
    expect(() => convertForeign(100, rate)).toThrow(RangeError)
    expect(tryConvertForeign(100, rate)).toBeNull()
  })

  test('what would be too large is refused', () => {
    expect(() => convertForeign(1e12, 1e12)).toThrow(RangeError)
    expect(tryConvertForeign(null, 1)).toBeNull()
  })
})

test('the last known rate is the latest of its currency that is not later than the day', () => {
  const rates = [
    { currency: 'USD', day: '2026-03-01', rateMillionths: 1 },
    { currency: 'USD', day: '2026-05-01', rateMillionths: 2 },
    { currency: 'GBP', day: '2026-04-01', rateMillionths: 3 },
  ]
  expect(lastKnownRate(rates, 'USD', '2026-04-30')?.rateMillionths).toBe(1)
  expect(lastKnownRate(rates, 'USD', '2026-05-01')?.rateMillionths).toBe(2)
  expect(lastKnownRate(rates, 'USD', '2026-02-28')).toBeNull()
  expect(lastKnownRate(rates, 'CHF', '2026-05-01')).toBeNull()
})

test('currencies are those of ISO 4217', () => {
  expect(['EUR', 'JPY', 'XYZ', 'eur', ''].map(isCurrency)).toEqual([true, true, false, false, false])
})
