import { expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { hoursSheetDays, hoursSheetFileName } from '../../../shared/domain/hours-sheet.ts'

const period = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) })

test('a sheet has a row for each day, through the night in which the clocks change', () => {
  const days = hoursSheetDays(period('2026-10-24', '2026-10-27'))
  expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27'])
  expect(hoursSheetDays(period('2024-02-28', '2024-03-01'))).toHaveLength(3)
  expect(() => hoursSheetDays(period('2026-01-01', '2026-04-03'))).toThrow(RangeError)
})

test('its file is named so that any system takes it', () => {
  expect(hoursSheetFileName('Stunden', 'Jo', period('2026-10-01', '2026-10-31'), 'xlsx')).toBe(
    'Stunden Jo 2026-10.xlsx',
  )
  expect(hoursSheetFileName('Hours', 'Mara', period('2026-10-26', '2026-11-01'), 'csv')).toBe(
    'Hours Mara 2026-10-26 – 2026-11-01.csv',
  )
  expect(hoursSheetFileName('Stunden', '../a\\b:"c"?', period('2026-02-01', '2026-02-28'), 'csv')).toBe(
    'Stunden .. a b c 2026-02.csv',
  )
})
