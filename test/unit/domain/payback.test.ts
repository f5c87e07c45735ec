import { describe, expect, test } from 'vitest'
import { addDays, toDay } from '../../../shared/domain/day.ts'
import { MAX_PROJECTION_DAYS, projectPayback, turningDay, turningWeek } from '../../../shared/domain/payback.ts'

const FIRST = toDay('2026-01-05')

function weeks(...cents: number[]) {
  return cents.map((amount, index) => ({ monday: addDays(FIRST, 7 * index), cents: amount }))
}

describe('positive since', () => {
  test('the week after which the running sum stays positive', () => {
    // −100, −150, −30, 20, 60
    expect(turningWeek(weeks(-100, -50, 120, 50, 40))).toEqual({ monday: '2026-01-26', beforeCents: -30 })
  })
  test('the first week where it was never negative', () => {
    expect(turningWeek(weeks(10, 5))).toEqual({ monday: '2026-01-05', beforeCents: 0 })
  })
  test('the last time it turned, not the first', () => {
    // 50, −10, 30
    expect(turningWeek(weeks(50, -60, 40))).toEqual({ monday: '2026-01-19', beforeCents: -10 })
  })
  test('never while the sum is zero or less at the end', () => {
    expect(turningWeek(weeks(50, -50))).toBeNull()
    expect(turningWeek(weeks(50, -60))).toBeNull()
    expect(turningWeek([])).toBeNull()
  })
  test('the day of that week from which on it stays positive to the week’s end', () => {
    const day = (offset: number, cents: number) => ({ day: addDays(FIRST, offset), cents })
    expect(turningDay(-30, [day(0, 20), day(1, 15), day(2, 5), day(4, 40)])).toBe('2026-01-06')
    expect(turningDay(-30, [day(0, 40), day(1, -15), day(2, 5), day(4, 40)])).toBe('2026-01-09')
    expect(turningDay(-30, [day(0, 30)])).toBeNull()
  })
})

describe('projected', () => {
  const steady = { recentWeekCents: Array<number>(8).fill(7_000), recentVerdict: 'earns' as const }
  const lastDay = toDay('2026-10-31')

  test('the first day on which the sum exceeds zero at the pace of the last eight weeks', () => {
    // 10 € a day: 100 € are made good on the tenth day, exceeded on the eleventh.
    expect(projectPayback({ ...steady, sumCents: -10_000, lastDay })).toEqual({ day: '2026-11-11', weeklyCents: 7_000 })
    expect(projectPayback({ ...steady, sumCents: -9_999, lastDay })?.day).toBe('2026-11-10')
    expect(projectPayback({ ...steady, sumCents: 0, lastDay })?.day).toBe('2026-11-01')
  })
  test('only where the verdict on them is that they earn', () => {
    for (const recentVerdict of ['open', 'costs', 'too-little-data'] as const)
      expect(projectPayback({ ...steady, recentVerdict, sumCents: -1, lastDay })).toBeNull()
  })
  test('not from fewer weeks, nor further than ten years', () => {
    expect(projectPayback({ ...steady, recentWeekCents: [1_000], sumCents: -1, lastDay })).toBeNull()
    const atTheEdge = -1_000 * (MAX_PROJECTION_DAYS - 1)
    expect(projectPayback({ ...steady, sumCents: atTheEdge, lastDay })?.day).toBe(addDays(lastDay, MAX_PROJECTION_DAYS))
    expect(projectPayback({ ...steady, sumCents: atTheEdge - 1_000, lastDay })).toBeNull()
  })
})
