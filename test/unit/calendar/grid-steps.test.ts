import { expect, test } from 'vitest'
import { type Arrow, type Spot, stepFrom } from '../../../renderer/features/calendar/entry/grid-steps.ts'
import { shiftedRows, findClockMove } from '../../../renderer/features/calendar/entry/plan-moment.ts'
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { type Day, toDay } from '../../../shared/domain/day.ts'
import { clockAt, instantAt } from '../../../shared/domain/wall-time.ts'
import { planRow, ZONE } from './plan-row.ts'

const posts = new Map<Day, readonly PlanRow[]>([
  [toDay('2026-10-06'), [planRow(1, null), planRow(2, null), planRow(3, null)]],
  [toDay('2026-10-07'), [planRow(4, null)]],
  [toDay('2026-10-13'), [planRow(5, null)]],
])
const rowsOf = (day: Day) => posts.get(day) ?? []

function walk(from: string, keys: string, rowDays: number | null = 7): string {
  const [day = '', id] = from.split(' ')
  let spot: Spot = { day: toDay(day), id: id === undefined ? null : Number(id) }
  for (const key of keys.split(' ')) spot = stepFrom(spot, `arrow${key}` as Arrow, { rowsOf, rowDays })
  return spot.id === null ? spot.day : `${spot.day} ${spot.id}`
}

test('down goes through the posts of a day, then to the day below; up the same way back', () => {
  expect(walk('2026-10-06', 'down')).toBe('2026-10-06 1')
  expect(walk('2026-10-06 1', 'down down')).toBe('2026-10-06 3')
  expect(walk('2026-10-06 3', 'down')).toBe('2026-10-13')
  expect(walk('2026-10-13', 'up')).toBe('2026-10-06 3')
  expect(walk('2026-10-06 1', 'up')).toBe('2026-10-06')
  expect(walk('2026-10-06', 'up')).toBe('2026-09-29')
})
test('sideways from a post to the one as far down, or the last, or the day', () => {
  expect(walk('2026-10-06 3', 'right')).toBe('2026-10-07 4')
  expect(walk('2026-10-07 4', 'left')).toBe('2026-10-06 1')
  expect(walk('2026-10-07 4', 'right')).toBe('2026-10-08')
  expect(walk('2026-10-06', 'right')).toBe('2026-10-07')
})
test('in a week nothing lies above and below', () => {
  expect(walk('2026-10-06 3', 'down', null)).toBe('2026-10-06 3')
  expect(walk('2026-10-06', 'up', null)).toBe('2026-10-06')
})

test('what is moved keeps its clock through a change of the clock; what is out or has no time stays', () => {
  const before = instantAt(toDay('2026-03-28'), '02:30', ZONE)
  const rows = [
    planRow(1, before),
    planRow(2, instantAt(toDay('2026-03-28'), '11:30', ZONE)),
    planRow(3, before, { status: 'published' }),
    planRow(4, null),
  ]
  const moves = shiftedRows(rows, { days: 1, minutes: 0 }, ZONE)
  expect(moves.map(({ row, at }) => `${row.id} ${clockAt(at, ZONE)}`)).toEqual(['1 03:30', '2 11:30'])
  expect(findClockMove(moves, ZONE)?.row.id).toBe(1)
  expect(findClockMove(shiftedRows(rows, { days: 2, minutes: 0 }, ZONE), ZONE)).toBeUndefined()
})
