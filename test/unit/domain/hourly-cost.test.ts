import { describe, expect, test } from 'vitest'
import {
  DEFAULT_EMPLOYER_SHARE_BASIS_POINTS,
  hourlyCostCents,
  paidWorkingDays,
  type HourlyCostBasis,
} from '../../../shared/domain/hourly-cost.ts'

const employee: HourlyCostBasis = {
  yearlyPayCents: 4_800_000,
  employerShareBasisPoints: DEFAULT_EMPLOYER_SHARE_BASIS_POINTS,
  otherYearlyCents: 0,
  paidWorkingDays: 200,
  hoursPerDay: 8,
  trackedShareBasisPoints: 10_000,
}

describe('cost of a logged hour', () => {
  test('the employer’s share in Germany in 2026 is 21.30 %', () => {
    expect(DEFAULT_EMPLOYER_SHARE_BASIS_POINTS).toBe(2130)
  })

  test('48,000 € a year over 200 days of 8 hours is 36.39 €', () => {
    expect(hourlyCostCents(employee)).toBe(3639)
  })

  test('with 85 % of the time in the log it is 42.81 €', () => {
    expect(hourlyCostCents({ ...employee, trackedShareBasisPoints: 8500 })).toBe(4281)
  })

  test('other costs of the year are not raised by the employer’s share', () => {
    expect(hourlyCostCents({ ...employee, otherYearlyCents: 160_000 })).toBe(3739)
  })

  test('a freelancer’s needs, half days and half hours', () => {
    const freelancer = {
      ...employee,
      yearlyPayCents: 6_000_000,
      employerShareBasisPoints: 0,
      paidWorkingDays: 187.5,
      hoursPerDay: 6.5,
    }
    expect(hourlyCostCents(freelancer)).toBe(4923)
  })

  test.each([
    { paidWorkingDays: 0 },
    { hoursPerDay: 0 },
    { trackedShareBasisPoints: 0 },
    { yearlyPayCents: -1 },
    { otherYearlyCents: 0.5 },
    { paidWorkingDays: -3 },
  ])('refuses %j', (change) => {
    expect(() => hourlyCostCents({ ...employee, ...change })).toThrow(RangeError)
  })
})

test('paid working days are never below zero', () => {
  expect(paidWorkingDays({ weekdays: 261, holidaysOnWeekdays: 9, leaveDays: 30, sickDays: 10 })).toBe(212)
  expect(paidWorkingDays({ weekdays: 20, holidaysOnWeekdays: 9, leaveDays: 30, sickDays: 10 })).toBe(0)
})
