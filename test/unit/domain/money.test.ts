import { describe, expect, test } from 'vitest'
import { divideRounded, MAX_CENTS, multiplyDivide, sumCents, toCents } from '../../../shared/domain/money.ts'

describe('rounding', () => {
  test.each([
    [5, 10, 1],
    [4, 10, 0],
    [15, 10, 2],
    [-5, 10, -1],
    [-4, 10, 0],
    [-15, 10, -2],
    [1, 3, 0],
    [2, 3, 1],
    [0, 7, 0],
  ])('%i ÷ %i is %i: half a cent goes away from zero', (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected)
  })

  test('never answers minus zero', () => {
    expect(Object.is(divideRounded(-1, 1000), 0)).toBe(true)
    expect(Object.is(multiplyDivide(-1, 1, 1000), 0)).toBe(true)
  })

  test('a product beyond the safe range is still exact', () => {
    expect(multiplyDivide(900_719_925_474_099, 90_071_992_547, 90_071_992_547)).toBe(900_719_925_474_099)
    expect(multiplyDivide(-MAX_CENTS, 9_999, 10_000)).toBe(-9_999_000_000)
    expect(multiplyDivide(-3_000_000_000_001, 5_000, 10_000)).toBe(-1_500_000_000_001)
  })

  test.each([
    [0.5, 1],
    [1, 0],
    [1, -1],
    [Number.NaN, 1],
    [2 ** 53, 1],
  ])('refuses %d ÷ %d', (numerator, denominator) => {
    expect(() => divideRounded(numerator, denominator)).toThrow(RangeError)
  })

  test('refuses to divide a large product by nothing or less', () => {
    expect(() => multiplyDivide(MAX_CENTS, MAX_CENTS, 0)).toThrow(RangeError)
    expect(() => multiplyDivide(MAX_CENTS, MAX_CENTS, -10_000_000_000_000)).toThrow(RangeError)
  })

  test('refuses a result that is no longer exact', () => {
    expect(() => multiplyDivide(MAX_CENTS, MAX_CENTS, 3)).toThrow(RangeError)
  })
})

describe('amounts', () => {
  test('takes whole cents up to the limit', () => {
    expect(toCents(-MAX_CENTS)).toBe(-MAX_CENTS)
    expect(() => toCents(MAX_CENTS + 1)).toThrow(RangeError)
    expect(() => toCents(0.1)).toThrow(RangeError)
  })

  test('adds up, and refuses a sum that is not exact', () => {
    expect(sumCents([1, 2, -4])).toBe(-1)
    expect(sumCents([])).toBe(0)
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  })
})
