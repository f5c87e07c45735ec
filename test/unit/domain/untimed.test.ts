import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { dayAt } from '../../../shared/domain/instant.ts'
import { placeUntimed, workStartOf, type UntimedWork, type WorkingHours } from '../../../shared/domain/untimed.ts'
import { clockAt } from '../../../shared/domain/wall-time.ts'

const week: WorkingHours = [
  ...Array.from({ length: 4 }, () => [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ]),
  [{ from: '10:00', to: '14:00' }],
  [],
  [],
]
const timeZone = 'Europe/Berlin'
const work = (day: string, hours: number, person = 'Mara'): UntimedWork => ({
  person,
  day: toDay(day),
  seconds: hours * 3600,
})
const place = (entries: readonly UntimedWork[], options = {}) =>
  placeUntimed(entries, { workingHours: week, timeZone, ...options }).map(({ startedAt, endedAt }) => ({
    day: dayAt(startedAt, timeZone),
    clock: `${clockAt(startedAt, timeZone)}–${clockAt(endedAt, timeZone)}`,
    hours: (endedAt - startedAt) / 3_600_000,
  }))

describe('where untimed work stands', () => {
  test('one after the other from the start of the day, each person for themselves, whatever the order of the file', () => {
    const placed = place([
      work('2026-10-26', 2),
      work('2026-10-27', 1),
      work('2026-10-26', 1.5),
      work('2026-10-26', 1, 'Jo'),
    ])
    expect(placed.map(({ clock }) => clock)).toEqual(['08:30–10:30', '08:30–09:30', '10:30–12:00', '08:30–09:30'])
  })

  test('a day without working hours begins with the earliest of the week, and at nine where nothing is set', () => {
    expect(workStartOf(toDay('2026-10-30'), week)).toBe('10:00')
    expect(workStartOf(toDay('2026-10-31'), week)).toBe('08:30')
    expect(workStartOf(toDay('2026-10-31'), [[], [], [], [], [], [], []])).toBe('09:00')
  })

  test('goes on after what stands there', () => {
    const after = Date.parse('2026-10-26T14:00:00Z')
    expect(place([work('2026-10-26', 1)], { startAfter: () => after })[0]?.clock).toBe('15:00–16:00')
  })

  test('a long day begins earlier instead of running into the next', () => {
    expect(place([work('2026-10-26', 10), work('2026-10-26', 8)]).map(({ clock }) => clock)).toEqual([
      '06:00–16:00',
      '16:00–00:00',
    ])
  })

  test('more than a day holds keeps its day and its length', () => {
    const placed = place([work('2026-10-26', 20), work('2026-10-26', 20)])
    expect(placed.map(({ day, hours }) => [day, hours])).toEqual([
      ['2026-10-26', 20],
      ['2026-10-26', 20],
    ])
    const third = place([work('2026-10-26', 30), work('2026-10-26', 2)])[1]
    expect(third).toMatchObject({ day: '2026-10-26', hours: 2 })
  })

  test('keeps its length on the days of 23 and 25 hours', () => {
    expect(place([work('2026-03-29', 23)])[0]).toEqual({ day: '2026-03-29', clock: '00:00–00:00', hours: 23 })
    expect(place([work('2026-10-25', 25)])[0]).toEqual({ day: '2026-10-25', clock: '00:00–00:00', hours: 25 })
  })

  test('refuses broken lengths', () => {
    expect(() => place([work('2026-10-26', -1)])).toThrow(RangeError)
    expect(() => place([work('2026-10-26', Number.NaN)])).toThrow(RangeError)
  })
})
