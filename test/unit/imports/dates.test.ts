import { describe, expect, test } from 'vitest'
import {
  DateEvidence,
  parseCalendar,
  parseClock,
  parseDuration,
  splitDateTime,
} from '../../../electron/backend/features/imports/reader/dates.ts'

test.each([
  ['2026-05-10', '2026-05-10'],
  ['2026/05/10', '2026-05-10'],
  ['10.05.2026', '2026-05-10'],
  ['1.5.26', '2026-05-01'],
  ['Aug 19, 2011', '2011-08-19'],
  ['Tue, Jul 14, 2026', '2026-07-14'],
  ['19 August 2011', '2011-08-19'],
  ['1. Januar 2026', '2026-01-01'],
  ['3. März 2026', '2026-03-03'],
  ['14. Dez. 2026', '2026-12-14'],
  ['2026-05-10 00:00:00', '2026-05-10'],
])('%s is the day %s', (text, day) => {
  expect(parseCalendar(text, 'fixed')).toEqual({ from: day, to: day, precision: 'day' })
})

test.each([
  ['01.2026', '2026-01-01', '2026-01-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['Februar 2028', '2028-02-01', '2028-02-29'],
  ['Jan 2026', '2026-01-01', '2026-01-31'],
  ['Mai 2026', '2026-05-01', '2026-05-31'],
  ['May 2026', '2026-05-01', '2026-05-31'],
  ['Okt. 2026', '2026-10-01', '2026-10-31'],
  ['March 2026', '2026-03-01', '2026-03-31'],
  ['Mrz 2026', '2026-03-01', '2026-03-31'],
  ['Jänner 2026', '2026-01-01', '2026-01-31'],
])('%s is a whole month', (text, from, to) => {
  expect(parseCalendar(text, 'fixed')).toEqual({ from, to, precision: 'month' })
})

test('a written range has its first and last day', () => {
  const range = { from: '2026-01-05', to: '2026-01-11', precision: 'range' }
  expect(parseCalendar('2026-01-05 - 2026-01-11', 'fixed')).toEqual(range)
  expect(parseCalendar('05.01.2026 – 11.01.2026', 'fixed')).toEqual(range)
  expect(parseCalendar('2026-01-11 - 2026-01-05', 'fixed')).toBeNull()
})

test.each([
  '2026-02-30',
  '31.04.2026',
  '2026-13-01',
  '13/13/2026',
  'Foo 2026',
  '',
  'Gesamt',
  '--',
  '20260510',
  'Jan 32, 2026',
])('"%s" is no date', (text) => {
  expect(parseCalendar(text, 'day-first')).toBeNull()
})

test('day and month by the order of the file', () => {
  expect(parseCalendar('05/10/2026', 'day-first')?.from).toBe('2026-10-05')
  expect(parseCalendar('05/10/2026', 'month-first')?.from).toBe('2026-05-10')
})

describe('the order of a whole file', () => {
  const decide = (cells: readonly string[], answer?: 'day-first' | 'month-first') => {
    const evidence = new DateEvidence()
    for (const [index, cell] of cells.entries()) evidence.add(cell, index + 2, 'Date')
    return evidence.decide(answer, 'month-first')
  }

  test('a day above 12 decides', () => {
    expect(decide(['05/10/2026', '05/13/2026'])).toEqual({ order: 'month-first', ask: [] })
    expect(decide(['05/10/2026', '13/05/2026 10:00'])).toEqual({ order: 'day-first', ask: [] })
  })

  test('nothing decides: both days are shown', () => {
    expect(decide(['05/10/2026'])).toEqual({
      order: 'month-first',
      ask: [
        {
          line: 2,
          column: 'Date',
          value: '05/10/2026',
          days: { dayFirst: '2026-10-05', monthFirst: '2026-05-10' },
        },
      ],
    })
    expect(decide(['05/10/2026'], 'day-first')).toEqual({ order: 'day-first', ask: [] })
  })

  test('dates that are the same either way, or of another form, are not asked about', () => {
    expect(decide(['03/03/2026']).ask).toEqual([])
    expect(decide(['2026-05-10', '10.05.2026', 'Mai 2026'])).toEqual({ order: 'fixed', ask: [] })
  })
})

test.each([
  ['14:05', 50_700],
  ['14:05:33', 50_733],
  ['2:05 PM', 50_700],
  ['2:05:33 p.m.', 50_733],
  ['12:00 AM', 0],
  ['12:30 pm', 45_000],
  ['00:00:00', 0],
  ['9.30', 34_200],
  ['9:30 Uhr', 34_200],
  ['24:00', 86_400],
])('%s on the clock', (text, seconds) => {
  expect(parseClock(text)).toBe(seconds)
})

test.each(['24:01', '13:00 PM', '0:30 AM', '10:60', '10', 'noon'])('%s is no clock time', (text) => {
  expect(parseClock(text)).toBeNull()
})

test.each([
  ['2026-01-01 04:03:31 +0100', '2026-01-01', 14_611, 60],
  ['2026-01-01T04:03:31Z', '2026-01-01', 14_611, 0],
  ['2026-01-01T04:03:31.250+05:30', '2026-01-01', 14_611, 330],
  ['2026-01-01 04:03:31 UTC', '2026-01-01', 14_611, 0],
  ['01/02/2026, 2:05 PM', '01/02/2026', 50_700, null],
  ['Aug 19, 2011 10:00', 'Aug 19, 2011', 36_000, null],
  ['01.02.2026 um 10:00', '01.02.2026', 36_000, null],
  ['2026-01-01 04:03 -0800', '2026-01-01', 14_580, -480],
])('%s is split into date, clock and offset', (text, date, clockSeconds, offsetMinutes) => {
  expect(splitDateTime(text)).toEqual({ date, clockSeconds, offsetMinutes })
})

test('durations', () => {
  expect(parseDuration('00:36:57')).toBe(2217)
  expect(parseDuration('1:30')).toBe(5400)
  expect(parseDuration('100:00:00')).toBe(360_000)
  expect(parseDuration('1:75:00')).toBeNull()
  expect(parseDuration('abc')).toBeNull()
})
