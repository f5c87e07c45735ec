import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import {
  createServiceClock,
  LONGEST_CLOSURE_DAYS,
  type ServiceClock,
  type ServiceHours,
} from '../../../shared/domain/service-hours.ts'
import type { WorkingHours } from '../../../shared/domain/untimed.ts'

const HOUR_MS = 3_600_000
const at = (text: string) => Date.parse(text)
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString().replace('.000', ''))

const office = [{ from: '08:00', to: '18:00' }]
const weekdays: WorkingHours = [office, office, office, office, office, [], []]
const everyDay = (...stretches: [string, string][]): WorkingHours =>
  Array.from({ length: 7 }, () => stretches.map(([from, to]) => ({ from, to })))

function clockOf(weekly: WorkingHours, holidays: readonly string[] = [], zone = 'Europe/Berlin'): ServiceClock {
  return createServiceClock({ weekly, zone, isHoliday: (day) => holidays.includes(day) })
}

/** Hours of service between two instants. */
const hours = (clock: ServiceClock, from: string, to: string) => clock.serviceMsBetween(at(from), at(to)) / HOUR_MS

describe('service time between two instants', () => {
  const clock = clockOf(weekdays, ['2026-12-25'])

  test.each([
    ['within a day', '2026-11-27T09:00+01:00', '2026-11-27T10:30+01:00', 1.5],
    ['from before opening to after closing', '2026-11-27T01:00+01:00', '2026-11-27T23:00+01:00', 10],
    ['over a weekend', '2026-11-27T17:00+01:00', '2026-11-30T09:00+01:00', 2],
    ['in the night', '2026-11-26T18:00+01:00', '2026-11-27T08:00+01:00', 0],
    ['over a holiday', '2026-12-24T16:00+01:00', '2026-12-28T09:00+01:00', 3],
    ['over a whole year: 261 weekdays less one holiday', '2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00', 2600],
    ['none at all', '2026-11-27T09:00+01:00', '2026-11-27T09:00+01:00', 0],
    ['backwards', '2026-11-27T10:00+01:00', '2026-11-27T09:00+01:00', 0],
  ])('%s', (_name, from, to, expected) => {
    expect(hours(clock, from, to)).toBe(expected)
  })

  test('the first moment counts, the last does not', () => {
    const opening = at('2026-11-27T08:00+01:00')
    expect(clock.serviceMsBetween(opening - 1, opening)).toBe(0)
    expect(clock.serviceMsBetween(opening, opening + 1)).toBe(1)
    const closing = opening + 10 * HOUR_MS
    expect(clock.serviceMsBetween(closing - 1, closing)).toBe(1)
    expect(clock.serviceMsBetween(closing, closing + 1)).toBe(0)
  })

  test('stretches that touch or overlap count once', () => {
    const overlapping = clockOf(everyDay(['08:00', '13:00'], ['12:00', '14:00'], ['14:00', '15:00']))
    expect(hours(overlapping, '2026-11-27T00:00+01:00', '2026-11-28T00:00+01:00')).toBe(7)
  })

  test('the zone of the channel decides, not the machine’s', () => {
    const west = clockOf(weekdays, [], 'America/Los_Angeles')
    expect(hours(west, '2026-11-27T00:00-08:00', '2026-11-28T00:00-08:00')).toBe(10)
    expect(hours(west, '2026-11-27T07:00-08:00', '2026-11-27T09:00-08:00')).toBe(1)
  })
})

describe('on a day of 23 hours', () => {
  test.each([
    ['00:00', '24:00', 23],
    ['01:30', '02:30', 0.5],
    ['02:30', '03:30', 0.5],
    ['02:15', '02:45', 0],
    ['01:00', '03:00', 1],
    ['08:00', '18:00', 10],
  ])('%s to %s has its hours: %d', (from, to, expected) => {
    expect(hours(clockOf(everyDay([from, to])), '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(expected)
  })
})

describe('on a day of 25 hours', () => {
  test.each([
    ['00:00', '24:00', 25],
    ['01:30', '02:30', 1],
    ['02:30', '03:30', 2],
    ['02:15', '02:45', 0.5],
    ['01:00', '03:00', 3],
    ['08:00', '18:00', 10],
  ])('%s to %s has its hours: %d', (from, to, expected) => {
    expect(hours(clockOf(everyDay([from, to])), '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(expected)
  })
})

test('a day that does not exist has no service hours', () => {
  // Samoa went from 29 to 31 December 2011.
  const clock = clockOf(everyDay(['08:00', '18:00']), [], 'Pacific/Apia')
  expect(hours(clock, '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00')).toBe(20)
})

describe('the deadline after so much service time', () => {
  const clock = clockOf(weekdays, ['2026-12-25'])

  test.each([
    ['inside of a day', '2026-11-27T09:00+01:00', 4, '2026-11-27T12:00:00Z'],
    ['at the end of a day, not at the start of the next', '2026-11-27T14:00+01:00', 4, '2026-11-27T17:00:00Z'],
    ['over the weekend', '2026-11-27T16:00+01:00', 4, '2026-11-30T09:00:00Z'],
    ['received at night', '2026-11-26T22:00+01:00', 4, '2026-11-27T11:00:00Z'],
    ['over a holiday', '2026-12-24T17:00+01:00', 4, '2026-12-28T10:00:00Z'],
    ['over the clock change', '2026-10-23T17:00+02:00', 4, '2026-10-26T10:00:00Z'],
    ['of none: the next opening', '2026-11-27T20:00+01:00', 0, '2026-11-30T07:00:00Z'],
    ['of none inside of service hours: at once', '2026-11-27T09:30+01:00', 0, '2026-11-27T08:30:00Z'],
    ['of a thousand hours: a hundred days of service', '2026-01-01T00:00+01:00', 1000, '2026-05-20T16:00:00Z'],
  ])('%s', (_name, from, wanted, expected) => {
    expect(iso(clock.deadlineAfter(at(from), wanted * HOUR_MS))).toBe(expected)
  })

  test('runs on at midnight where stretches touch', () => {
    const night = clockOf(everyDay(['22:00', '24:00'], ['00:00', '02:00']))
    expect(iso(night.deadlineAfter(at('2026-11-29T23:00+01:00'), 2 * HOUR_MS))).toBe('2026-11-30T00:00:00Z')
  })
})

describe('the next moment of service', () => {
  const clock = clockOf(weekdays)

  test.each([
    ['before opening', '2026-11-27T05:00+01:00', '2026-11-27T07:00:00Z'],
    ['at the opening', '2026-11-27T08:00+01:00', '2026-11-27T07:00:00Z'],
    ['inside', '2026-11-27T17:59:59+01:00', '2026-11-27T16:59:59Z'],
    ['at the closing', '2026-11-27T18:00+01:00', '2026-11-30T07:00:00Z'],
  ])('%s', (_name, from, expected) => {
    expect(iso(clock.nextServiceStart(at(from)))).toBe(expected)
  })

  test('at the seam of two weeks inside of a stretch is now', () => {
    const always = clockOf(everyDay(['00:00', '24:00']))
    const seam = at('2026-11-30T00:00+01:00')
    expect(always.nextServiceStart(seam)).toBe(seam)
  })
})

describe('without service', () => {
  const from = at('2026-11-27T09:00+01:00')

  test('nothing is due and nothing counts', () => {
    for (const clock of [clockOf(everyDay()), createServiceClock({ ...hoursOf(weekdays), isHoliday: () => true })]) {
      expect(clock.nextServiceStart(from)).toBeNull()
      expect(clock.deadlineAfter(from, 0)).toBeNull()
      expect(clock.deadlineAfter(from, HOUR_MS)).toBeNull()
      expect(clock.serviceMsBetween(from, from + 1000 * HOUR_MS)).toBe(0)
    }
  })

  test('a closure is waited out up to its limit, from the last moment of service on', () => {
    const reopening = toDay('2028-01-03')
    const closed = (since: string) =>
      createServiceClock({
        ...hoursOf(everyDay(['00:00', '24:00'])),
        isHoliday: (day) => day >= since && day < reopening,
      })
    const start = at('2028-01-03T00:00+01:00')
    const limit = start - LONGEST_CLOSURE_DAYS * 24 * HOUR_MS
    expect(iso(limit)).toBe('2026-11-28T23:00:00Z')
    expect(closed('2000-01-01').nextServiceStart(limit)).toBe(start)
    expect(closed('2000-01-01').nextServiceStart(limit - 1)).toBeNull()
    const [longEnough, tooLong] = [closed('2026-11-29'), closed('2026-11-28')]
    expect(longEnough.deadlineAfter(limit - HOUR_MS, 3 * HOUR_MS)).toBe(start + 2 * HOUR_MS)
    expect(tooLong.deadlineAfter(limit - 25 * HOUR_MS, HOUR_MS)).toBe(limit - 24 * HOUR_MS)
    expect(tooLong.deadlineAfter(limit - 25 * HOUR_MS, 3 * HOUR_MS)).toBeNull()
  })

  test('there is no deadline beyond the calendar', () => {
    expect(clockOf(weekdays).deadlineAfter(from, Number.MAX_SAFE_INTEGER)).toBeNull()
    const last = at('2199-12-31T12:00Z')
    expect(clockOf(weekdays).deadlineAfter(last, HOUR_MS)).toBe(last + HOUR_MS)
    expect(clockOf(weekdays).deadlineAfter(last, 1000 * HOUR_MS)).toBeNull()
  })
})

function hoursOf(weekly: WorkingHours): ServiceHours {
  return { weekly, zone: 'Europe/Berlin', isHoliday: () => false }
}

test('asks about each day once, and not about days without hours', () => {
  const asked: string[] = []
  const isHoliday = (day: string) => asked.push(day) > 0 && day === '2026-11-25'
  const clock = createServiceClock({ weekly: weekdays, zone: 'Europe/Berlin', isHoliday })
  for (const _time of [1, 2]) expect(hours(clock, '2026-11-23T00:00+01:00', '2026-11-29T12:00+01:00')).toBe(40)
  expect(asked).toEqual([...new Set(asked)])
  expect(asked).toEqual(expect.arrayContaining(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']))
  expect(asked.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([])
})

describe('refuses', () => {
  const make =
    (weekly: WorkingHours, zone = 'Europe/Berlin') =>
    () =>
      clockOf(weekly, [], zone)

  test('hours that are none', () => {
    expect(make(weekdays.slice(1))).toThrow(RangeError)
    expect(make(everyDay(['18:00', '08:00']))).toThrow(RangeError)
    expect(make(everyDay(['08:00', '08:00']))).toThrow(RangeError)
    expect(make(everyDay(['08:00', '24:30']))).toThrow(RangeError)
    expect(make(everyDay(['8:00', '9:00']))).toThrow(RangeError)
    expect(make(weekdays, 'Mars/Olympus')).toThrow(RangeError)
  })

  test('instants outside of the calendar, and durations that are none', () => {
    const clock = clockOf(weekdays)
    expect(() => clock.serviceMsBetween(Number.NaN, 0)).toThrow(RangeError)
    expect(() => clock.serviceMsBetween(0, Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => clock.nextServiceStart(at('2300-01-01T00:00Z'))).toThrow(RangeError)
    expect(() => clock.deadlineAfter(at('1800-01-01T00:00Z'), 1)).toThrow(RangeError)
    expect(() => clock.deadlineAfter(0, -1)).toThrow(RangeError)
    expect(() => clock.deadlineAfter(0, 0.5)).toThrow(RangeError)
  })
})
