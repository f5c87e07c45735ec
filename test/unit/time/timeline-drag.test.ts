import { describe, expect, test } from 'vitest'
import { offsetOf, scaleOf } from '../../../renderer/lib/day-scale.ts'
import {
  draggedTimes,
  type DragKind,
  GRID_MS,
  MINUTE_MS,
  resizedBy,
  shiftedBy,
  shiftedByDays,
  type Times,
} from '../../../renderer/features/time/timeline/drag-times.ts'
import { toDay } from '../../../shared/domain/day.ts'
import { clockAt, instantAt } from '../../../shared/domain/wall-time.ts'

describe.each(['Europe/Berlin', 'America/Los_Angeles'])('%s', (timeZone) => {
  const at = (text: string) => instantAt(toDay(text.slice(0, 10)), text.slice(11), timeZone)
  const place = (text: string) => {
    const day = toDay(text.slice(0, 10))
    return { at: at(text), day, offset: offsetOf(scaleOf(day, timeZone), at(text)) }
  }
  const times = (from: string, to: string): Times => ({ startedAt: at(from), endedAt: at(to) })
  const drag = (kind: DragKind, of: Times, from: string, to: string, gridMs = GRID_MS) =>
    draggedTimes({ kind, times: of, from: place(from) }, place(to), { gridMs, timeZone, now: at('2026-11-20 12:00') })
  const shown = ({ startedAt, endedAt }: Times) =>
    [startedAt, endedAt ?? 0].map((instant) => clockAt(instant, timeZone)).join('–')
  const length = ({ startedAt, endedAt }: Times) => ((endedAt ?? 0) - startedAt) / MINUTE_MS

  test('drawing goes by five minutes, by one where it is asked for, and in both directions', () => {
    const empty = times('2026-06-10 09:02', '2026-06-10 09:02')
    expect(shown(drag('draw', empty, '2026-06-10 09:02', '2026-06-10 10:14'))).toBe('09:00–10:15')
    expect(shown(drag('draw', empty, '2026-06-10 09:02', '2026-06-10 10:14', MINUTE_MS))).toBe('09:02–10:14')
    expect(shown(drag('draw', empty, '2026-06-10 10:13', '2026-06-10 09:02'))).toBe('09:00–10:15')
    expect(shown(drag('draw', empty, '2026-06-10 09:02', '2026-06-10 09:02'))).toBe('09:00–09:05')
  })

  test('moving snaps the start and keeps the length', () => {
    const entry = times('2026-06-10 09:07', '2026-06-10 10:00')
    const moved = drag('move', entry, '2026-06-10 09:30', '2026-06-10 13:31')
    expect(shown(moved)).toBe('13:10–14:03')
  })

  test('straight across to another day the clock time stays, to the minute', () => {
    const entry = times('2026-06-10 09:07', '2026-06-10 10:00')
    expect(drag('move', entry, '2026-06-10 09:30', '2026-06-12 09:30')).toEqual(
      times('2026-06-12 09:07', '2026-06-12 10:00'),
    )
  })

  test('through both changes of the clock an entry keeps clock time and length', () => {
    for (const [before, after] of [
      ['2026-03-07', '2026-03-30'],
      ['2026-10-24', '2026-11-02'],
    ] as const) {
      const entry = times(`${before} 09:07`, `${before} 10:00`)
      const moved = drag('move', entry, `${before} 09:30`, `${after} 09:30`)
      expect(moved).toEqual(times(`${after} 09:07`, `${after} 10:00`))
      expect(length(moved)).toBe(53)
    }
  })

  test('an end can be drawn over midnight, and never before the start', () => {
    const entry = times('2026-06-10 22:00', '2026-06-10 23:00')
    expect(shown(drag('end', entry, '2026-06-10 23:00', '2026-06-11 01:31'))).toBe('22:00–01:30')
    expect(length(drag('end', entry, '2026-06-10 23:00', '2026-06-10 20:00'))).toBe(1)
    expect(length(drag('start', entry, '2026-06-10 22:00', '2026-06-11 03:00'))).toBe(1)
    expect(shown(drag('start', entry, '2026-06-10 22:00', '2026-06-10 21:28'))).toBe('21:30–23:00')
  })

  test('what runs has no end to move, and cannot begin in the future', () => {
    const running: Times = { startedAt: at('2026-11-20 11:00'), endedAt: null }
    expect(drag('start', running, '2026-11-20 11:00', '2026-11-20 15:00')).toEqual({
      startedAt: at('2026-11-20 11:59'),
      endedAt: null,
    })
    expect(shiftedBy(running, GRID_MS).endedAt).toBeNull()
    expect(resizedBy(running, GRID_MS)).toEqual(running)
  })
})

test('by a day into the hour that is skipped: the hour after it, and the same length', () => {
  const zone = 'Europe/Berlin'
  const at = (day: string, clock: string) => instantAt(toDay(day), clock, zone)
  const entry = { startedAt: at('2026-03-28', '02:30'), endedAt: at('2026-03-28', '04:30') }
  const moved = shiftedByDays(entry, 1, zone)
  expect(clockAt(moved.startedAt, zone)).toBe('03:30')
  expect((moved.endedAt ?? 0) - moved.startedAt).toBe(2 * 3_600_000)
  // Over the night with an hour more: from 1:30 to 4:30 are four hours, and moved on they stay four.
  const long = { startedAt: at('2026-10-25', '01:30'), endedAt: at('2026-10-25', '04:30') }
  expect(long.endedAt - long.startedAt).toBe(4 * 3_600_000)
  const next = shiftedByDays(long, 1, zone)
  expect([next.startedAt, next.endedAt ?? 0].map((instant) => clockAt(instant, zone))).toEqual(['01:30', '05:30'])
})
