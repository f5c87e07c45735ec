import { describe, expect, test } from 'vitest'
import { toDay, type Day } from '../../../shared/domain/day.ts'
import {
  isOccurrence,
  lastOccurrence,
  MAX_EXCEPTIONS,
  occurrenceAt,
  occurrences,
  ruleProblem,
  seriesBetween,
  splitSeries,
  type RecurrenceRule,
  type Series,
} from '../../../shared/domain/recurrence.ts'

const BERLIN = 'Europe/Berlin'
const LOS_ANGELES = 'America/Los_Angeles'

function rule(frequency: RecurrenceRule['frequency'], more: Partial<RecurrenceRule> = {}): RecurrenceRule {
  return { frequency, interval: 1, weekdays: [], position: null, end: { kind: 'never' }, ...more }
}

function days(of: RecurrenceRule, first: string, from: string, to: string): Day[] {
  return occurrences(of, toDay(first), toDay(from), toDay(to))
}

describe('days of a rule', () => {
  test.each<[string, RecurrenceRule, string, string, string, string[]]>([
    [
      'every third day',
      rule('daily', { interval: 3 }),
      '2026-02-27',
      '2026-02-01',
      '2026-03-08',
      ['2026-02-27', '2026-03-02', '2026-03-05', '2026-03-08'],
    ],
    [
      'every week on its weekday',
      rule('weekly'),
      '2026-01-07',
      '2026-01-01',
      '2026-01-22',
      ['2026-01-07', '2026-01-14', '2026-01-21'],
    ],
    [
      'Friday and Monday of every second week, from a Wednesday',
      rule('weekly', { interval: 2, weekdays: [4, 0] }),
      '2026-01-07',
      '2026-01-01',
      '2026-02-06',
      ['2026-01-09', '2026-01-19', '2026-01-23', '2026-02-02', '2026-02-06'],
    ],
    [
      'across the week with the turn of the year',
      rule('weekly', { interval: 2, weekdays: [6] }),
      '2026-12-27',
      '2026-12-01',
      '2027-01-31',
      ['2026-12-27', '2027-01-10', '2027-01-24'],
    ],
    [
      'the 31st: the last day of shorter months',
      rule('monthly'),
      '2026-01-31',
      '2026-01-01',
      '2026-05-31',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    [
      'the 30th: back on the 30th after February',
      rule('monthly'),
      '2027-12-30',
      '2028-01-01',
      '2028-03-31',
      ['2028-01-30', '2028-02-29', '2028-03-30'],
    ],
    [
      'another day of the month than the first',
      rule('monthly', { interval: 2, position: { by: 'day', day: 10 } }),
      '2026-01-15',
      '2026-01-01',
      '2026-06-30',
      ['2026-03-10', '2026-05-10'],
    ],
    [
      'the second Tuesday',
      rule('monthly', { position: { by: 'weekday', nth: 2, weekday: 1 } }),
      '2026-01-01',
      '2026-01-01',
      '2026-04-01',
      ['2026-01-13', '2026-02-10', '2026-03-10'],
    ],
    [
      'the first Thursday, where it is the first',
      rule('monthly', { position: { by: 'weekday', nth: 1, weekday: 3 } }),
      '2026-01-01',
      '2026-01-01',
      '2026-02-28',
      ['2026-01-01', '2026-02-05'],
    ],
    [
      'the last Friday',
      rule('monthly', { position: { by: 'weekday', nth: -1, weekday: 4 } }),
      '2026-01-01',
      '2026-01-01',
      '2026-05-31',
      ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24', '2026-05-29'],
    ],
    [
      '29 February: the last of it in other years',
      rule('yearly'),
      '2024-02-29',
      '2024-01-01',
      '2028-12-31',
      ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    [
      'Mother’s Day',
      rule('yearly', { position: { by: 'weekday', nth: 2, weekday: 6 } }),
      '2026-05-01',
      '2026-01-01',
      '2028-12-31',
      ['2026-05-10', '2027-05-09', '2028-05-14'],
    ],
    [
      'until a day that is included',
      rule('daily', { end: { kind: 'until', day: toDay('2026-03-03') } }),
      '2026-03-01',
      '2026-01-01',
      '2026-12-31',
      ['2026-03-01', '2026-03-02', '2026-03-03'],
    ],
    [
      'counted from the first one, not from the period',
      rule('weekly', { weekdays: [0, 2], end: { kind: 'count', count: 3 } }),
      '2026-01-06',
      '2026-01-12',
      '2026-12-31',
      ['2026-01-12', '2026-01-14'],
    ],
    ['a period before the first day', rule('daily'), '2026-03-01', '2026-01-01', '2026-02-28', []],
    ['a period the wrong way round', rule('daily'), '2026-01-01', '2026-02-02', '2026-02-01', []],
    [
      'to the end of the calendar',
      rule('yearly', { interval: 100 }),
      '1999-12-31',
      '1999-01-01',
      '2199-12-31',
      ['1999-12-31', '2099-12-31', '2199-12-31'],
    ],
  ])('%s', (_, of, first, from, to, expected) => {
    expect(days(of, first, from, to)).toEqual(expected)
  })

  test('the last one', () => {
    expect(lastOccurrence(rule('monthly', { end: { kind: 'count', count: 3 } }), toDay('2026-01-31'))).toBe(
      '2026-03-31',
    )
    expect(lastOccurrence(rule('daily'), toDay('2026-01-31'))).toBeNull()
    expect(lastOccurrence(rule('yearly', { end: { kind: 'count', count: 500 } }), toDay('2026-01-31'))).toBe(
      '2199-12-31',
    )
  })

  test.each<[Partial<RecurrenceRule>, string]>([
    [{ interval: 0 }, 'interval'],
    [{ interval: 1.5 }, 'interval'],
    [{ interval: 1_000 }, 'interval'],
    [{ weekdays: [1, 1] }, 'weekdays'],
    [{ weekdays: [7 as 6] }, 'weekdays'],
    [{ position: { by: 'day', day: 32 } }, 'position'],
    [{ position: { by: 'weekday', nth: 5 as 4, weekday: 0 } }, 'position'],
    [{ end: { kind: 'until', day: '2026-02-30' as Day } }, 'until'],
    [{ end: { kind: 'count', count: 0 } }, 'count'],
  ])('a rule with %j is refused: %s', (wrong, problem) => {
    const of = rule('monthly', wrong)
    expect(ruleProblem(of)).toBe(problem)
    expect(() => days(of, '2026-01-01', '2026-01-01', '2026-12-31')).toThrow(problem)
  })
})

function series(more: Partial<Series> = {}): Series {
  return {
    rule: rule('weekly'),
    firstDay: toDay('2026-03-15'),
    clock: '02:30',
    timeZone: BERLIN,
    skipped: [],
    moved: [],
    ...more,
  }
}

function times(of: Series, from: string, to: string): string[] {
  return seriesBetween(of, Date.parse(from), Date.parse(to)).map(({ at }) => new Date(at).toISOString().slice(0, 16))
}

describe('a series', () => {
  test('keeps its time on the clock through both changes in Berlin', () => {
    // 29 March: 02:30 is skipped and becomes 03:30; 25 October: the first 02:30.
    expect(times(series(), '2026-03-22T00:00Z', '2026-04-06T00:00Z')).toEqual([
      '2026-03-22T01:30',
      '2026-03-29T01:30',
      '2026-04-05T00:30',
    ])
    expect(times(series(), '2026-10-18T00:00Z', '2026-11-02T00:00Z')).toEqual([
      '2026-10-18T00:30',
      '2026-10-25T00:30',
      '2026-11-01T01:30',
    ])
  })

  test('and in Los Angeles', () => {
    const weekly = series({ timeZone: LOS_ANGELES, firstDay: toDay('2026-03-01') })
    expect(times(weekly, '2026-03-01T00:00Z', '2026-03-16T00:00Z')).toEqual([
      '2026-03-01T10:30',
      '2026-03-08T10:30',
      '2026-03-15T09:30',
    ])
    const hourTwice = { ...weekly, clock: '01:30' }
    expect(times(hourTwice, '2026-10-25T00:00Z', '2026-11-09T00:00Z')).toEqual([
      '2026-10-25T08:30',
      '2026-11-01T08:30',
      '2026-11-08T09:30',
    ])
  })

  test('leaves out what was skipped and moves one, also into the period and out of it', () => {
    const of = series({
      rule: rule('daily', { end: { kind: 'count', count: 5 } }),
      firstDay: toDay('2026-05-01'),
      clock: '12:00',
      skipped: [toDay('2026-05-02'), toDay('2026-08-01')],
      moved: [
        { day: toDay('2026-05-03'), at: Date.parse('2026-05-03T06:00Z') },
        { day: toDay('2026-05-04'), at: Date.parse('2026-06-10T06:00Z') },
        // No occurrence, and one that is skipped all the same.
        { day: toDay('2026-05-09'), at: Date.parse('2026-05-03T07:00Z') },
        { day: toDay('2026-05-02'), at: Date.parse('2026-05-03T08:00Z') },
      ],
    })
    expect(seriesBetween(of, Date.parse('2026-05-01T00:00Z'), Date.parse('2026-06-01T00:00Z'))).toEqual([
      { day: '2026-05-01', at: Date.parse('2026-05-01T10:00Z'), isMoved: false },
      { day: '2026-05-03', at: Date.parse('2026-05-03T06:00Z'), isMoved: true },
      { day: '2026-05-05', at: Date.parse('2026-05-05T10:00Z'), isMoved: false },
    ])
    expect(times(of, '2026-06-01T00:00Z', '2026-07-01T00:00Z')).toEqual(['2026-06-10T06:00'])
    expect(occurrenceAt(of, toDay('2026-05-04'))).toBe(Date.parse('2026-06-10T06:00Z'))
    expect(occurrenceAt(of, toDay('2026-05-02'))).toBeNull()
    expect(occurrenceAt(of, toDay('2026-05-06'))).toBeNull()
  })

  test('is asked for a half-open stretch', () => {
    const of = series({ clock: '12:00' })
    expect(times(of, '2026-03-15T11:00Z', '2026-03-22T11:00Z')).toEqual(['2026-03-15T11:00'])
    expect(times(of, '2026-03-15T11:01Z', '2026-03-22T11:00Z')).toEqual([])
    expect(times(of, '2026-03-22T11:00Z', '2026-03-15T11:00Z')).toEqual([])
  })

  test('is refused with a clock time that is none, and with too many exceptions', () => {
    expect(() => seriesBetween(series({ clock: '24:00' }), 0, 1)).toThrow(RangeError)
    const skipped = Array.from({ length: MAX_EXCEPTIONS + 1 }, () => toDay('2026-01-01'))
    expect(() => seriesBetween(series({ skipped }), 0, 1)).toThrow(RangeError)
  })
})

describe('this one and all following', () => {
  test('the third of a counted monthly series on the 31st', () => {
    const of = series({
      rule: rule('monthly', { end: { kind: 'count', count: 5 } }),
      firstDay: toDay('2026-01-31'),
      skipped: [toDay('2026-02-28'), toDay('2026-04-30')],
      moved: [{ day: toDay('2026-01-31'), at: 0 }],
    })
    const { before, after } = splitSeries(of, toDay('2026-02-28'))
    expect(before).toEqual({
      ...of,
      rule: { ...of.rule, end: { kind: 'until', day: '2026-02-27' } },
      skipped: [],
    })
    expect(after).toEqual({
      ...of,
      rule: { ...of.rule, position: { by: 'day', day: 31 }, end: { kind: 'count', count: 4 } },
      firstDay: '2026-02-28',
      skipped: ['2026-02-28', '2026-04-30'],
      moved: [],
    })
    expect(occurrences(after.rule, after.firstDay, toDay('2026-01-01'), toDay('2027-01-01'))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
  })

  test('from the first one on nothing is left before', () => {
    const { before, after } = splitSeries(series(), toDay('2026-03-15'))
    expect(before).toBeNull()
    expect(after).toEqual(series())
  })

  test('is refused where there is no occurrence', () => {
    expect(() => splitSeries(series(), toDay('2026-03-16'))).toThrow(RangeError)
    expect(isOccurrence(series().rule, toDay('2026-03-15'), toDay('2026-03-16'))).toBe(false)
  })
})
