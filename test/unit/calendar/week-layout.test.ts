import { describe, expect, test } from 'vitest'
import {
  firstOffset,
  halfHourAt,
  layOutPosts,
  quarterAt,
} from '../../../renderer/features/calendar/week/week-layout.ts'
import { scaleOf } from '../../../renderer/lib/day-scale.ts'
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { toDay } from '../../../shared/domain/day.ts'
import { clockAt, instantAt } from '../../../shared/domain/wall-time.ts'
import { planRow, ZONE } from './plan-row.ts'

const day = toDay('2026-10-28')
const scale = scaleOf(day, ZONE)
const at = (clock: string) => instantAt(day, clock, ZONE)
const clock = (instant: number) => clockAt(instant, ZONE)

function lanes(rows: readonly PlanRow[]) {
  return layOutPosts(rows, scale, ZONE).placed.map(({ row, from, lane, span, lanes: all }) =>
    [`${row.id}:`, clock(from), `${lane}+${span}/${all}`].join(' '),
  )
}

describe('side by side', () => {
  test('posts at one time share the width, what follows later has all of it', () => {
    expect(lanes([planRow(1, at('11:30')), planRow(2, at('11:30')), planRow(3, at('12:30'))])).toEqual([
      '1: 11:30 0+1/2',
      '2: 11:30 1+1/2',
      '3: 12:30 0+1/1',
    ])
  })
  test('a third that is clear of the first stands under it', () => {
    expect(lanes([planRow(1, at('09:00')), planRow(2, at('09:30')), planRow(3, at('10:00'))])).toEqual([
      '1: 09:00 0+1/2',
      '2: 09:30 1+1/2',
      '3: 10:00 0+1/2',
    ])
  })
  test('just before midnight it is drawn where there is room', () => {
    expect(lanes([planRow(1, at('23:50'))])).toEqual(['1: 23:18 0+1/1'])
  })
  test('published ones stand at their true time, those of which only the day is known apart', () => {
    const out = { status: 'published', day } as const
    const rows = [
      planRow(1, at('09:00'), { ...out, publishedAt: at('15:05') }),
      planRow(2, at('09:00'), { ...out, publishedAt: null }),
    ]
    const { placed, untimed } = layOutPosts(rows, scale, ZONE)
    expect(placed.map(({ row, from }) => [row.id, clock(from)])).toEqual([[1, '15:05']])
    expect(untimed.map(({ id }) => id)).toEqual([2])
  })
})

describe('what a place in a column means', () => {
  test('the nearest quarter when something is put there, the half hour it lies in when one is added', () => {
    expect(clock(quarterAt(scale, -0.6))).toBe('11:30')
    expect(clock(quarterAt(scale, -0.64))).toBe('11:15')
    expect(clock(halfHourAt(scale, -0.1))).toBe('11:30')
    expect(clock(halfHourAt(scale, 0.6))).toBe('12:30')
  })
  test('it stays on the day', () => {
    expect(clock(quarterAt(scale, -20))).toBe('00:00')
    expect(clock(quarterAt(scale, 20))).toBe('23:45')
    expect(clock(halfHourAt(scale, 20))).toBe('23:30')
  })
  test('the hour that is skipped is no place', () => {
    const spring = scaleOf(toDay('2026-03-29'), ZONE)
    // Noon is eleven hours after midnight: two hours of the night and nine of the morning.
    expect([-9.25, -9].map((offset) => clock(quarterAt(spring, offset)))).toEqual(['01:45', '03:00'])
    expect(clock(quarterAt(spring, -12))).toBe('00:00')
  })
})

test('the view begins with work or the first post of the morning, not with one of the night', () => {
  const posts = (...clocks: string[]) => [
    layOutPosts(
      clocks.map((text, index) => planRow(index + 1, at(text))),
      scale,
      ZONE,
    ),
  ]
  expect(firstOffset(posts('11:30'), [scale], [-3])).toBe(-4)
  expect(firstOffset(posts('11:30'), [scale], [-5])).toBe(-5)
  expect(firstOffset(posts('06:15', '01:00'), [scale], [-3])).toBe(-5.75)
})
