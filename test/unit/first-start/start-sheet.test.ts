import { expect, test } from 'vitest'
import { emptySheet, resultOf } from '../../../renderer/features/first-start/start-sheet.ts'

const year = { weekdays: 261, holidaysOnWeekdays: 9 }

test('a salary becomes the cost of an hour, with the employer’s share', () => {
  const sheet = { ...emptySheet, grossCents: 48_000_00, leaveDays: 30, sickDays: 22 }
  const result = resultOf(sheet, false, year)
  expect(result).toMatchObject({ days: 200, centsPerHour: 3639, yearlyCents: 58_224_00 })
  expect(result?.basis.worksheet).toMatchObject({ kind: 'salary', daysOff: { leave: 30, sick: 22 } })
})

test('time that is paid but not logged makes the logged hour dearer', () => {
  const sheet = { ...emptySheet, grossCents: 48_000_00, leaveDays: 30, sickDays: 22, trackedShareBasisPoints: 8500 }
  expect(resultOf(sheet, false, year)?.centsPerHour).toBe(4281)
})

test('a freelancer’s year counts living, insurance, profit and tools, and no employer’s share', () => {
  const needs = { livingCents: 40_000_00, insuranceCents: 8_000_00, profitCents: 5_000_00, toolsCents: 3_000_00 }
  const result = resultOf({ ...emptySheet, ...needs, leaveDays: 30, sickDays: 22 }, true, year)
  expect(result).toMatchObject({ yearlyCents: 56_000_00, centsPerHour: 3500 })
  expect(result?.basis).toMatchObject({
    yearlyPayCents: 53_000_00,
    otherYearlyCents: 3_000_00,
    employerShareBasisPoints: 0,
  })
})

test.each([
  ['nothing is filled in', emptySheet],
  ['no day is left', { ...emptySheet, grossCents: 1, leaveDays: 200, sickDays: 200 }],
  ['no hour is left', { ...emptySheet, grossCents: 1, hoursPerDay: 0 }],
  ['the hour would cost more than a rate can be', { ...emptySheet, grossCents: 9_000_000_000_00 }],
])('there is no rate while %s', (_, sheet) => {
  expect(resultOf(sheet, false, year)).toBeNull()
})
