import { describe, expect, test } from 'vitest'
import { allocate, MAX_PARTS, quantiseWeights, WEIGHT_UNIT } from '../../../shared/domain/allocation.ts'

describe('dividing an amount', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [1, 1], [3, 2]],
    [1, [0, 1, 1], [0, 1, 0]],
    [10, [0, 0, 0], [4, 3, 3]],
    [7, [2, 1], [5, 2]],
    [0, [3, 4], [0, 0]],
    [42, [0], [42]],
  ])('%i over %j is %j', (amount, weights, parts) => {
    expect(allocate(amount, weights)).toEqual(parts)
  })

  test('large amounts lose nothing', () => {
    const parts = allocate(999_999_999_999_999, [333_333_333, 333_333_333, 333_333_334])
    expect(parts).toEqual([333_333_333_000_000, 333_333_333_000_000, 333_333_333_999_999])
  })

  test.each([[[]], [[-1, 2]], [[0.5, 0.5]], [[Number.NaN, 1]]])('refuses weights %j', (weights) => {
    expect(() => allocate(10, weights)).toThrow(RangeError)
  })

  test('refuses an amount that is not whole, and too many parts', () => {
    expect(() => allocate(0.5, [1, 1])).toThrow(RangeError)
    expect(() =>
      allocate(
        5,
        Array.from({ length: MAX_PARTS + 1 }, () => 1),
      ),
    ).toThrow(RangeError)
  })
})

describe('whole weights', () => {
  test('thirds give the odd part to the first', () => {
    expect(quantiseWeights([1, 1, 1])).toEqual([333_333_334, 333_333_333, 333_333_333])
  })

  test('no weight at all means equal parts', () => {
    expect(quantiseWeights([0, 0])).toEqual([WEIGHT_UNIT / 2, WEIGHT_UNIT / 2])
  })

  test('the smallest weights are divided like any others, the largest refused', () => {
    expect(() => quantiseWeights([1e308, 1e308])).toThrow(RangeError)
    expect(quantiseWeights([5e-324, 5e-324])).toEqual([WEIGHT_UNIT / 2, WEIGHT_UNIT / 2])
  })

  test.each([[[]], [[-1]], [[Number.POSITIVE_INFINITY]], [[Number.NaN]]])('refuses %j', (weights) => {
    expect(() => quantiseWeights(weights)).toThrow(RangeError)
  })
})
