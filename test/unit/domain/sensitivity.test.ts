import { describe, expect, test } from 'vitest'
import { MARGIN_STEP, marginShiftCents, RATE_STEP, rateShiftCents } from '../../../shared/domain/sensitivity.ts'

describe('a fifth more or less on every rate', () => {
  test('moves labour by a fifth, rounded half away from zero', () => {
    expect(rateShiftCents(10_000, RATE_STEP)).toBe(2_000)
    expect(rateShiftCents(10_002, -RATE_STEP)).toBe(-2_000)
    expect(rateShiftCents(10_003, -RATE_STEP)).toBe(-2_001)
  })
})

describe('five points more or less on every margin', () => {
  test('move contribution by a twentieth of the net', () => {
    expect(marginShiftCents(10_000, 5_500, MARGIN_STEP)).toBe(500)
    expect(marginShiftCents(10_000, 5_500, -MARGIN_STEP)).toBe(-500)
    expect(marginShiftCents(10_010, 5_500, MARGIN_STEP)).toBe(501)
  })
  test('stop at 0 and at 100 %', () => {
    expect(marginShiftCents(10_000, 9_800, MARGIN_STEP)).toBe(200)
    expect(marginShiftCents(10_000, 10_000, MARGIN_STEP)).toBe(0)
    expect(marginShiftCents(10_000, 100, -MARGIN_STEP)).toBe(-100)
  })
  test('turn signs where revenue was taken back', () => {
    expect(marginShiftCents(-10_000, -5_500, MARGIN_STEP)).toBe(-500)
    expect(marginShiftCents(-10_000, -9_800, MARGIN_STEP)).toBe(-200)
    expect(marginShiftCents(0, 0, MARGIN_STEP)).toBe(0)
  })
})
