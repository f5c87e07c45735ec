import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  daysOf,
  firstDayOf,
  isDay,
  isoWeekOf,
  lastDayOf,
  mondayOf,
  monthOf,
  splitAtMonths,
  splitAtWeeks,
  splitAtYears,
  toDay,
} from '../../../shared/domain/day.ts'

const day = toDay

describe('what is a day', () => {
  test.each(['2026-01-01', '2024-02-29', '1900-01-01', '2199-12-31', '2011-12-30', '1993-08-21'])(
    '%s is one',
    (text) => {
      expect(isDay(text)).toBe(true)
    },
  )

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '2200-01-01',
    '26-01-01',
    '2026-1-1',
    '',
    '2026-01-01 ',
    '2026-01-00',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => toDay(text)).toThrow(RangeError)
  })
})

describe('calculating', () => {
  test('over both clock changes, a leap day and the turn of the year', () => {
    expect(addDays(day('2026-03-28'), 1)).toBe('2026-03-29')
    expect(addDays(day('2026-03-29'), 1)).toBe('2026-03-30')
    expect(addDays(day('2026-10-25'), 1)).toBe('2026-10-26')
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
    expect(daysBetween(day('2026-03-01'), day('2026-04-01'))).toBe(31)
    expect(daysBetween(day('2026-04-01'), day('2026-03-01'))).toBe(-31)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, count, expected) => {
    expect(addMonths(day(from), count)).toBe(expected)
  })

  test('months have a first and a last day', () => {
    const february = monthOf(day('2024-02-10'))
    expect(february).toBe('2024-02')
    expect(firstDayOf(february)).toBe('2024-02-01')
    expect(lastDayOf(february)).toBe('2024-02-29')
    expect(lastDayOf(monthOf(day('2026-12-01')))).toBe('2026-12-31')
  })

  test('a period includes its last day; a reversed one is empty; a huge one is refused', () => {
    expect(daysOf({ from: day('2026-02-27'), to: day('2026-03-01') })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(daysOf({ from: day('2026-02-02'), to: day('2026-02-01') })).toEqual([])
    expect(() => daysOf({ from: day('1900-01-01'), to: day('2199-12-31') })).toThrow(RangeError)
  })
})

describe('ISO weeks', () => {
  test.each([
    ['2026-01-01', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2025-12-28', 2025, 52],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2021-01-03', 2020, 53],
    ['2024-12-30', 2025, 1],
  ])('%s is in week %i/%i', (text, year, week) => {
    expect(isoWeekOf(day(text))).toEqual({ year, week })
  })

  test('a week begins on Monday', () => {
    expect(mondayOf(day('2026-03-29'))).toBe('2026-03-23')
    expect(mondayOf(day('2026-03-30'))).toBe('2026-03-30')
    expect(mondayOf(day('2027-01-03'))).toBe('2026-12-28')
  })
})

describe('whole months and the days at the edges', () => {
  test.each([
    ['2026-01-01', '2026-10-31', { from: '2026-01', to: '2026-10' }, []],
    [
      '2026-01-15',
      '2026-03-10',
      { from: '2026-02', to: '2026-02' },
      [
        { from: '2026-01-15', to: '2026-01-31' },
        { from: '2026-03-01', to: '2026-03-10' },
      ],
    ],
    ['2026-01-15', '2026-02-10', null, [{ from: '2026-01-15', to: '2026-02-10' }]],
    ['2026-01-01', '2026-02-10', { from: '2026-01', to: '2026-01' }, [{ from: '2026-02-01', to: '2026-02-10' }]],
    ['2026-05-05', '2026-05-05', null, [{ from: '2026-05-05', to: '2026-05-05' }]],
    ['2026-05-05', '2026-05-04', null, []],
  ])('%s to %s', (from, to, months, days) => {
    expect(splitAtMonths({ from: day(from), to: day(to) })).toEqual({ months, days })
  })
})

describe('whole years, the months at their edges and the days at the edges of those', () => {
  test.each([
    ['2026-01-01', '2026-12-31', { from: '2026', to: '2026' }, [], []],
    ['2024-01-01', '2026-10-31', { from: '2024', to: '2025' }, [{ from: '2026-01', to: '2026-10' }], []],
    [
      '2023-05-17',
      '2026-02-10',
      { from: '2024', to: '2025' },
      [
        { from: '2023-06', to: '2023-12' },
        { from: '2026-01', to: '2026-01' },
      ],
      [
        { from: '2023-05-17', to: '2023-05-31' },
        { from: '2026-02-01', to: '2026-02-10' },
      ],
    ],
    ['2025-03-01', '2026-09-30', null, [{ from: '2025-03', to: '2026-09' }], []],
    ['2026-01-15', '2026-02-10', null, [], [{ from: '2026-01-15', to: '2026-02-10' }]],
    ['2026-05-05', '2026-05-04', null, [], []],
  ])('%s to %s', (from, to, years, months, days) => {
    expect(splitAtYears({ from: day(from), to: day(to) })).toEqual({ years, months, days })
  })
})

describe('full weeks and the days at the edges', () => {
  test.each([
    ['2026-03-23', '2026-04-05', { from: '2026-03-23', to: '2026-03-30' }, []],
    [
      '2026-03-24',
      '2026-04-06',
      { from: '2026-03-30', to: '2026-03-30' },
      [
        { from: '2026-03-24', to: '2026-03-29' },
        { from: '2026-04-06', to: '2026-04-06' },
      ],
    ],
    ['2026-03-24', '2026-04-04', null, [{ from: '2026-03-24', to: '2026-04-04' }]],
    ['2026-03-24', '2026-03-23', null, []],
  ])('%s to %s', (from, to, weeks, days) => {
    expect(splitAtWeeks({ from: day(from), to: day(to) })).toEqual({ weeks, days })
  })
})
