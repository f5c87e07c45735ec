import { describe, expect, test } from 'vitest'
import { addDays, toDay, type Day } from '../../../shared/domain/day.ts'
import { dayAt, isTimeZone, startOfDay, zoneOffsetMinutes } from '../../../shared/domain/instant.ts'

const HOUR_MS = 3_600_000
const at = (text: string) => Date.parse(text)
const lengthOf = (day: Day, zone: string) => (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / HOUR_MS

describe('the day of an instant', () => {
  test.each([
    ['2026-01-01T22:59:59.999Z', 'Europe/Berlin', '2026-01-01'],
    ['2026-01-01T23:00:00Z', 'Europe/Berlin', '2026-01-02'],
    ['2026-07-01T21:59:59Z', 'Europe/Berlin', '2026-07-01'],
    ['2026-07-01T22:00:00Z', 'Europe/Berlin', '2026-07-02'],
    ['2026-01-01T07:59:59Z', 'America/Los_Angeles', '2025-12-31'],
    ['2026-01-01T08:00:00Z', 'America/Los_Angeles', '2026-01-01'],
    ['2026-07-01T06:59:59Z', 'America/Los_Angeles', '2026-06-30'],
    ['2026-01-01T18:15:00Z', 'Asia/Kathmandu', '2026-01-02'],
    ['2026-01-01T18:14:59Z', 'Asia/Kathmandu', '2026-01-01'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(dayAt(at(instant), zone)).toBe(expected)
  })

  test('the offset changes at the very instant of the clock change', () => {
    const change = at('2026-03-29T01:00:00Z')
    expect(zoneOffsetMinutes('Europe/Berlin', change - 1)).toBe(60)
    expect(zoneOffsetMinutes('Europe/Berlin', change)).toBe(120)
    const back = at('2026-10-25T01:00:00Z')
    expect(zoneOffsetMinutes('Europe/Berlin', back - 1)).toBe(120)
    expect(zoneOffsetMinutes('Europe/Berlin', back)).toBe(60)
    expect(zoneOffsetMinutes('America/Los_Angeles', at('2026-03-08T09:59:59Z'))).toBe(-480)
    expect(zoneOffsetMinutes('America/Los_Angeles', at('2026-03-08T10:00:00Z'))).toBe(-420)
  })
})

describe('the start of a day', () => {
  test.each([
    ['2026-01-15', 'Europe/Berlin', '2026-01-14T23:00:00Z'],
    ['2026-07-15', 'Europe/Berlin', '2026-07-14T22:00:00Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    ['2026-03-08', 'America/Los_Angeles', '2026-03-08T08:00:00Z'],
    ['2026-03-09', 'America/Los_Angeles', '2026-03-09T07:00:00Z'],
    ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00:00Z'],
    // Days that begin at 01:00 because the clock goes forward at midnight, west and east of Greenwich.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00Z'],
    // A midnight that occurs twice: the first one counts.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'],
  ])('%s in %s is %s', (day, zone, expected) => {
    expect(new Date(startOfDay(toDay(day), zone)).toISOString()).toBe(new Date(expected).toISOString())
  })

  test.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-06-01', 'Europe/Berlin', 24],
    ['2026-03-08', 'America/Los_Angeles', 23],
    ['2026-11-01', 'America/Los_Angeles', 25],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
  ])('%s in %s has its hours: %d', (day, zone, hours) => {
    expect(lengthOf(toDay(day), zone)).toBe(hours)
  })
})

test('time zones are known or refused', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Mars/Olympus')).toBe(false)
  expect(isTimeZone('')).toBe(false)
  expect(() => dayAt(0, 'Mars/Olympus')).toThrow(RangeError)
})
