import { describe, expect, test } from 'vitest'
import { newSheet, resultOf, sheetOf } from '../../../renderer/features/settings/rate-sheet.ts'

const germany = { businessKind: 'company', holidayRegion: { country: 'DE', state: null } } as const
const freelancer = { ...germany, businessKind: 'freelancer' } as const
const year = { weekdays: 261, holidaysOnWeekdays: 9 }

describe('the calculator’s sheet', () => {
  test('the worked example: 48,000 € over 200 days of 8 hours', () => {
    const sheet = { ...newSheet(germany), grossCents: 4_800_000, ownDays: 200 }
    expect(resultOf(sheet, null)).toMatchObject({ centsPerHour: 3639, yearlyCents: 5_822_400 })
    expect(resultOf({ ...sheet, trackedShareBasisPoints: 8500 }, null)?.centsPerHour).toBe(4281)
  })

  test('working days are counted unless they are entered', () => {
    const sheet = { ...newSheet(germany), grossCents: 4_800_000, leaveDays: 30, sickDays: 10 }
    expect(resultOf(sheet, year)?.basis.paidWorkingDays).toBe(212)
    expect(resultOf({ ...sheet, ownDays: 187.5 }, year)?.basis.paidWorkingDays).toBe(187.5)
    expect(resultOf(sheet, null)).toBeNull()
    expect(resultOf({ ...sheet, leaveDays: 300 }, year)).toBeNull()
  })

  test('levies and accident insurance are added to the share', () => {
    const sheet = { ...newSheet(germany), grossCents: 4_800_000, leviesBasisPoints: 180, accidentBasisPoints: 90 }
    expect(resultOf(sheet, year)?.basis.employerShareBasisPoints).toBe(2400)
  })

  test('no share is assumed outside Germany', () => {
    const sheet = newSheet({ ...germany, holidayRegion: { country: 'AT', state: null } })
    expect(sheet.employerShareBasisPoints).toBeNull()
    expect(resultOf({ ...sheet, grossCents: 4_800_000 }, year)).toBeNull()
  })

  test('a freelancer has needs instead of pay, and no employer', () => {
    const sheet = {
      ...newSheet(freelancer),
      livingCents: 3_000_000,
      insuranceCents: 900_000,
      profitCents: 500_000,
      toolsCents: 200_000,
      ownDays: 200,
    }
    const result = resultOf(sheet, null)
    expect(result?.basis).toMatchObject({
      yearlyPayCents: 4_400_000,
      otherYearlyCents: 200_000,
      employerShareBasisPoints: 0,
    })
    expect(result?.centsPerHour).toBe(2875)
  })

  test.each([
    [
      'salary',
      { ...newSheet(germany), grossCents: 4_800_000, leviesBasisPoints: 180, otherCents: 90_000, leaveDays: 30 },
    ],
    ['freelancer', { ...newSheet(freelancer), livingCents: 3_000_000, insuranceCents: 900_000, profitCents: 1 }],
    ['own days', { ...newSheet(germany), grossCents: 4_800_000, ownDays: 200, trackedShareBasisPoints: 8500 }],
  ])('opens again as it was left: %s', (_, sheet) => {
    const result = resultOf(sheet, year)
    expect(sheetOf(result!.basis, newSheet(germany))).toEqual({
      ...sheet,
      ...(sheet.kind === 'freelancer' && { leaveDays: 25 }),
    })
  })

  test('a basis a script has stored opens with its sums', () => {
    const basis = {
      yearlyPayCents: 4_800_000,
      employerShareBasisPoints: 2130,
      otherYearlyCents: 0,
      paidWorkingDays: 200,
      hoursPerDay: 8,
      trackedShareBasisPoints: 8500,
    }
    expect(resultOf(sheetOf(basis, newSheet(germany)), null)?.centsPerHour).toBe(4281)
  })
})
