import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { labourCents, rateInForce, rateOn, type CostRate } from '../../../shared/domain/labour-cost.ts'

const rate = (from: string, centsPerHour: number): CostRate => ({ validFrom: toDay(from), centsPerHour })

describe('cost of a stretch of work', () => {
  test.each([
    [3600, 4281, 4281],
    [1800, 4281, 2141],
    [5400, 4450, 6675],
    [1, 4281, 1],
    [1, 1799, 0],
    [1, 1800, 1],
    [2217, 4281, 2636],
    [0, 9600, 0],
    [7200, 0, 0],
  ])('%i s at %i cents an hour is %i', (seconds, centsPerHour, cents) => {
    expect(labourCents(seconds, centsPerHour)).toBe(cents)
  })

  test.each([
    [-1, 4281],
    [1.5, 4281],
    [1, -1],
    [Number.NaN, 1],
    [2 ** 50, 10_000],
  ])('refuses %d s at %d', (seconds, centsPerHour) => {
    expect(() => labourCents(seconds, centsPerHour)).toThrow(RangeError)
  })
})

describe('the rate in force', () => {
  const everyone = [rate('2026-07-01', 4450), rate('2026-01-01', 4281)]
  const boss = [rate('2026-03-01', 9600)]

  test('is the latest that began on or before the day, in whatever order they are listed', () => {
    expect(rateOn(toDay('2026-06-30'), everyone)?.centsPerHour).toBe(4281)
    expect(rateOn(toDay('2026-07-01'), everyone)?.centsPerHour).toBe(4450)
    expect(rateOn(toDay('2027-01-01'), everyone)?.centsPerHour).toBe(4450)
    expect(rateOn(toDay('2025-12-31'), everyone)).toBeNull()
  })

  test('is a person’s own where one has begun, else the ledger’s', () => {
    expect(rateInForce(toDay('2026-03-01'), boss, everyone)?.centsPerHour).toBe(9600)
    expect(rateInForce(toDay('2026-02-28'), boss, everyone)?.centsPerHour).toBe(4281)
    expect(rateInForce(toDay('2026-08-01'), [], everyone)?.centsPerHour).toBe(4450)
    expect(rateInForce(toDay('2025-08-01'), boss, everyone)).toBeNull()
  })
})
