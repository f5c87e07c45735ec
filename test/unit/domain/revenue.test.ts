import { describe, expect, test } from 'vitest'
import {
  breakEvenRevenueCents,
  contributionCents,
  purchasesMissing,
  returnPerHourCents,
  revenueFigures,
} from '../../../shared/domain/revenue.ts'

describe('gross, tax kept and net', () => {
  test.each([
    [
      'paid in full',
      { paidCents: 5670, refundedCents: 0, taxCents: 371 },
      { grossCents: 5670, taxKeptCents: 371, netCents: 5299 },
    ],
    [
      'half refunded: half of the tax is kept, half a cent rounded up',
      { paidCents: 5670, refundedCents: 2835, taxCents: 371 },
      { grossCents: 2835, taxKeptCents: 186, netCents: 2649 },
    ],
    [
      'refunded in full: an order of zero',
      { paidCents: 5670, refundedCents: 5670, taxCents: 371 },
      { grossCents: 0, taxKeptCents: 0, netCents: 0 },
    ],
    ['nothing paid', { paidCents: 0, refundedCents: 0, taxCents: 0 }, { grossCents: 0, taxKeptCents: 0, netCents: 0 }],
  ])('%s', (_, amounts, figures) => {
    expect(revenueFigures(amounts)).toEqual(figures)
  })

  test.each([
    { paidCents: -1, refundedCents: 0, taxCents: 0 },
    { paidCents: 10, refundedCents: 11, taxCents: 0 },
    { paidCents: 10, refundedCents: 0, taxCents: 11 },
    { paidCents: 10, refundedCents: -1, taxCents: 0 },
  ])('refuses %j', (amounts) => {
    expect(() => revenueFigures(amounts)).toThrow(RangeError)
  })
})

describe('contribution and what follows from it', () => {
  test('is net × margin, half a cent rounded up', () => {
    expect(contributionCents(5299, 5500)).toBe(2914)
    expect(contributionCents(1, 5000)).toBe(1)
    expect(contributionCents(-1, 5000)).toBe(-1)
    expect(contributionCents(1234, 0)).toBe(0)
    expect(contributionCents(1234, 10_000)).toBe(1234)
    expect(() => contributionCents(1, 10_001)).toThrow(RangeError)
    expect(() => contributionCents(1, -1)).toThrow(RangeError)
  })

  test('break-even: costs ÷ margin, nothing to say where nothing is earned', () => {
    expect(breakEvenRevenueCents(55_000, 200_000, 110_000)).toBe(100_000)
    expect(breakEvenRevenueCents(55_000, 200_000, 0)).toBeNull()
    expect(breakEvenRevenueCents(55_000, -1, 100)).toBeNull()
  })

  test('purchases missing are rounded up', () => {
    expect(purchasesMissing(-1000, 3000, 10)).toBe(4)
    expect(purchasesMissing(-900, 3000, 10)).toBe(3)
    expect(purchasesMissing(-901, 3000, 10)).toBe(4)
    expect(purchasesMissing(5, 3000, 10)).toBe(0)
    expect(purchasesMissing(-5, 0, 10)).toBeNull()
    expect(purchasesMissing(-5, 100, 0)).toBeNull()
  })

  test('return per hour needs hours; it may be negative', () => {
    expect(returnPerHourCents(10_000, 2_500, 5400)).toBe(5000)
    expect(returnPerHourCents(0, 1_000, 7200)).toBe(-500)
    expect(returnPerHourCents(100, 0, 0)).toBeNull()
  })
})
