import { describe, expect, test } from 'vitest'
import { axisOf, hoursOf, instantOf, isAmbiguous, offsetOf, scaleOf } from '../../../renderer/lib/day-scale.ts'
import { clockText } from '../../../renderer/lib/clock-text.ts'
import { addDays, toDay } from '../../../shared/domain/day.ts'
import { clockAt, instantAt } from '../../../shared/domain/wall-time.ts'

const zones = {
  'Europe/Berlin': { short: toDay('2026-03-29'), long: toDay('2026-10-25'), skipped: 2, twice: 2 },
  'America/Los_Angeles': { short: toDay('2026-03-08'), long: toDay('2026-11-01'), skipped: 2, twice: 1 },
} as const

describe.each(Object.entries(zones))('%s', (zone, { short, long, skipped, twice }) => {
  test('a plain day reaches from twelve hours before noon to twelve after it', () => {
    const scale = scaleOf(toDay('2026-06-10'), zone)
    expect(hoursOf(scale)).toBe(24)
    expect(scale.hours.map(({ hour, offset }) => hour - offset)).toEqual(Array.from({ length: 24 }, () => 12))
    expect([offsetOf(scale, scale.start), offsetOf(scale, scale.end)]).toEqual([-12, 12])
  })

  test('the short day lacks an hour at night; its working hours stand where those of other days do', () => {
    const scale = scaleOf(short, zone)
    expect(hoursOf(scale)).toBe(23)
    expect(scale.hours.map(({ hour }) => hour)).toEqual([...Array(24).keys()].filter((hour) => hour !== skipped))
    expect(offsetOf(scale, scale.start)).toBe(-11)
    const nine = (day: typeof short) => offsetOf(scaleOf(day, zone), instantAt(day, '09:00', zone))
    expect(nine(short)).toBe(nine(addDays(short, -1)))
  })

  test('on the long day one hour comes twice, each at a place of its own', () => {
    const scale = scaleOf(long, zone)
    expect(hoursOf(scale)).toBe(25)
    const both = scale.hours.filter(({ isTwice }) => isTwice)
    expect(both.map(({ hour }) => hour)).toEqual([twice, twice])
    expect((both[1]?.offset ?? 0) - (both[0]?.offset ?? 0)).toBe(1)
    expect(both.map(({ at }) => isAmbiguous(at, zone))).toEqual([true, true])
    expect(isAmbiguous(instantAt(long, '09:00', zone), zone)).toBe(false)
  })

  test('a place on the screen and its instant lead to each other, on every kind of day', () => {
    for (const day of [short, long, toDay('2026-06-10')]) {
      const scale = scaleOf(day, zone)
      for (const { at } of scale.hours) expect(instantOf(scale, offsetOf(scale, at))).toBe(at)
      expect(clockAt(instantOf(scale, -2.75), zone)).toBe('09:15')
    }
  })

  test('above the first moment of a day there is no other', () => {
    const scale = scaleOf(short, zone)
    expect(instantOf(scale, -11.7)).toBe(scale.start)
    expect(instantOf(scale, 13)).toBe(scale.end)
  })

  test('the axis of a week has room for its longest day', () => {
    const week = Array.from({ length: 7 }, (_, index) => scaleOf(addDays(long, index - 6), zone))
    expect(axisOf(week)).toEqual({ top: -13, bottom: 12 })
    expect(axisOf([scaleOf(short, zone)])).toEqual({ top: -12, bottom: 12 })
  })
})

test('a zone half an hour off has its full hours where its clock shows them', () => {
  const scale = scaleOf(toDay('2026-06-10'), 'Asia/Kolkata')
  expect(scale.hours.map(({ hour }) => hour)).toEqual([...Array(24).keys()])
  expect(scale.hours.every(({ at }) => clockAt(at, 'Asia/Kolkata').endsWith(':00'))).toBe(true)
})

test('a clock time that comes twice names its zone, any other does not', () => {
  const zone = 'Europe/Berlin'
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(Date.parse) as [number, number]
  expect(clockText(first, zone, 'de-DE')).toBe('02:30 MESZ')
  expect(clockText(second, zone, 'de-DE')).toBe('02:30 MEZ')
  expect(clockText(Date.parse('2026-10-25T02:30:00Z'), zone, 'de-DE')).toBe('03:30')
})
