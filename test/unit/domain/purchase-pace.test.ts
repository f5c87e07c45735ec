import { expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { purchasePace } from '../../../shared/domain/purchase-pace.ts'

const weeks = (count: number) => ({ from: toDay('2026-01-05'), to: toDay(count === 60 ? '2027-02-28' : '2026-01-18') })

test('less than one a week is said for the whole period: 21 in 60 weeks are not one a week', () => {
  expect(purchasePace(21, weeks(60))).toEqual({ per: 'period', count: 21 })
  expect(purchasePace(1, weeks(2))).toEqual({ per: 'period', count: 1 })
})

test('from one a week on it is a weekly number, rounded up', () => {
  expect(purchasePace(2, weeks(2))).toEqual({ per: 'week', count: 1 })
  expect(purchasePace(3, weeks(2))).toEqual({ per: 'week', count: 2 })
})

test('a few days count as a week', () => {
  expect(purchasePace(5, { from: toDay('2026-01-05'), to: toDay('2026-01-06') })).toEqual({ per: 'week', count: 5 })
})
