import { describe, expect, test } from 'vitest'
import {
  fittingRows,
  monthsBeside,
  periodOfMonth,
  weeksOf,
} from '../../../renderer/features/calendar/month/month-weeks.ts'
import type { Month } from '../../../shared/domain/day.ts'
import { planRow } from './plan-row.ts'

const month = (text: string) => text as Month
const outline = (text: string) => weeksOf(month(text)).map(({ week, days }) => `${week}: ${days[0]} – ${days[6]}`)

describe('the weeks of a month', () => {
  test('October 2026 touches five, from a Monday in September to a Sunday in November', () => {
    expect(outline('2026-10')).toEqual([
      '40: 2026-09-28 – 2026-10-04',
      '41: 2026-10-05 – 2026-10-11',
      '42: 2026-10-12 – 2026-10-18',
      '43: 2026-10-19 – 2026-10-25',
      '44: 2026-10-26 – 2026-11-01',
    ])
  })
  test('a February that begins on a Monday has four, a month that begins on a Sunday six', () => {
    expect(outline('2027-02')).toHaveLength(4)
    expect(outline('2026-11')).toHaveLength(6)
    expect(outline('2026-11').at(-1)).toBe('49: 2026-11-30 – 2026-12-06')
  })
  test('weeks at the turn of the year have the number of the year they belong to', () => {
    expect(outline('2027-01')[0]).toBe('53: 2026-12-28 – 2027-01-03')
  })
  test('nothing beyond the ends of the calendar is asked for', () => {
    expect(periodOfMonth(month('1900-01'))).toEqual({ from: '1900-01-01', to: '1900-02-04' })
    expect(periodOfMonth(month('2199-12'))).toEqual({ from: '2199-11-25', to: '2199-12-31' })
    expect(monthsBeside(month('1900-01'))).toEqual(['1900-02'])
    expect(monthsBeside(month('2199-12'))).toEqual(['2199-11'])
    expect(monthsBeside(month('2026-10'))).toEqual(['2026-09', '2026-11'])
  })
})

describe('posts of a day there is room for', () => {
  const rows = [1, 2, 3, 4, 5].map((id) => planRow(id, null))
  const fit = (lines: number, focusedId: number | null = null) => {
    const { rows: shown, hidden } = fittingRows(rows, lines, focusedId)
    return [shown.map(({ id }) => id), hidden]
  }
  test('all where they fit', () => expect(fit(5)).toEqual([[1, 2, 3, 4, 5], 0]))
  test('else one line says how many more there are', () => expect(fit(4)).toEqual([[1, 2, 3], 2]))
  test('the one that has the focus is among them', () => {
    expect(fit(4, 2)).toEqual([[1, 2, 3], 2])
    expect(fit(4, 5)).toEqual([[3, 4, 5], 2])
  })
  test('where there is room for one line only, it is a post', () => {
    expect(fit(1)).toEqual([[1], 4])
    expect(fit(1, 4)).toEqual([[4], 4])
  })
})
