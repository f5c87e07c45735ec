import { describe, expect, test } from 'vitest'
import { trackedShare, usableShare, type TrackedWeek } from '../../../shared/domain/tracked-share.ts'

const HOUR = 3600
const week = (hours: number, workingDays = 5, estimated = 0): TrackedWeek => ({
  loggedSeconds: hours * HOUR,
  estimatedSeconds: estimated * HOUR,
  workingDays,
})

describe('the share of paid time that is logged', () => {
  test('is logged by paid hours over the weeks that were counted', () => {
    const result = trackedShare([week(34), week(30), week(36), week(31.2)], 40 * HOUR)
    expect(result).toMatchObject({ weeks: 4, weeksWithout: 0, paidSeconds: 160 * HOUR, basisPoints: 8200 })
  })

  test('says nothing below four weeks, or without paid hours', () => {
    expect(trackedShare([week(34), week(30), week(36)], 40 * HOUR).basisPoints).toBeNull()
    expect(
      trackedShare(
        Array.from({ length: 8 }, () => week(30)),
        null,
      ).basisPoints,
    ).toBeNull()
  })

  test('a holiday is not taken for time that was not logged', () => {
    const result = trackedShare([week(40), week(32, 4), week(24, 3), week(40)], 40 * HOUR)
    expect(result).toMatchObject({ paidSeconds: 136 * HOUR, basisPoints: 10_000 })
  })

  test('weeks without any entry are left out and counted as such; weeks of holidays only are neither', () => {
    const result = trackedShare([week(0), week(20), week(20), week(0), week(20), week(20), week(3, 0)], 40 * HOUR)
    expect(result).toMatchObject({ weeks: 4, weeksWithout: 2, loggedSeconds: 80 * HOUR, basisPoints: 5000 })
  })

  test('estimates count and are told apart', () => {
    const result = trackedShare([week(10), week(10, 5, 10), week(10), week(10)], 20 * HOUR)
    expect(result).toMatchObject({ estimatedSeconds: 10 * HOUR, basisPoints: 5000 })
  })

  test('overtime shows as more than all, but makes no rate cheaper', () => {
    const overtime = trackedShare(
      Array.from({ length: 4 }, () => week(50)),
      40 * HOUR,
    ).basisPoints
    expect(overtime).toBe(12_500)
    expect(usableShare(overtime ?? 0)).toBe(10_000)
    expect(usableShare(3)).toBe(100)
    expect(usableShare(8200)).toBe(8200)
  })

  test('refuses what cannot be a week', () => {
    expect(() => trackedShare([week(-1)], HOUR)).toThrow(RangeError)
    expect(() => trackedShare([week(1, 6)], HOUR)).toThrow(RangeError)
    expect(() => trackedShare([week(1, 5, 2)], HOUR)).toThrow(RangeError)
  })
})
