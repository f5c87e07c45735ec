/** Clock times in the ledger's zone, through both clock changes. */
import { expect, test } from 'vitest'
import type { Day } from '../../../shared/domain/day.ts'
import { settleInterval } from '../../../electron/backend/features/imports/reader/wall-time.ts'
import { readWallTime, wallMs } from '../../../shared/domain/wall-time.ts'

function wall(text: string): number {
  const [day, clock] = text.split(' ') as [Day, string]
  const [hour, minute, second] = clock.split(':').map(Number) as [number, number, number]
  return wallMs(day, hour * 3600 + minute * 60 + (second || 0))
}

const settle = (start: string, end: string | null, seconds: number | null, zone = 'Europe/Berlin') => {
  const interval = settleInterval(wall(start), end === null ? null : wall(end), seconds, zone)
  return { ...interval, startedAt: iso(interval.startedAt), endedAt: iso(interval.endedAt) }
}

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 19)

test('an ordinary entry has no note', () => {
  expect(settle('2026-01-05 09:00:00', '2026-01-05 10:00:00', 3600)).toEqual({
    startedAt: '2026-01-05T08:00:00',
    endedAt: '2026-01-05T09:00:00',
  })
})

test('an hour that comes twice is settled by the duration', () => {
  const twice = { note: 'time_occurs_twice' }
  expect(settle('2026-10-25 02:30:00', '2026-10-25 03:30:00', 7200)).toEqual({
    startedAt: '2026-10-25T00:30:00',
    endedAt: '2026-10-25T02:30:00',
    ...twice,
  })
  expect(settle('2026-10-25 02:30:00', '2026-10-25 03:30:00', 3600)).toEqual({
    startedAt: '2026-10-25T01:30:00',
    endedAt: '2026-10-25T02:30:00',
    ...twice,
  })
  expect(settle('2026-10-25 01:30:00', '2026-10-25 02:30:00', 7200)).toMatchObject({ endedAt: '2026-10-25T01:30:00' })
})

test('both ends within the hour that comes twice: the first reading, or over the change when the duration says so', () => {
  expect(settle('2026-10-25 02:10:00', '2026-10-25 02:20:00', 600)).toMatchObject({ startedAt: '2026-10-25T00:10:00' })
  expect(settle('2026-10-25 02:50:00', '2026-10-25 02:10:00', 1200)).toMatchObject({
    startedAt: '2026-10-25T00:50:00',
    endedAt: '2026-10-25T01:10:00',
  })
})

test('without a duration the first reading that ends after the start counts', () => {
  expect(settle('2026-10-25 02:50:00', '2026-10-25 02:10:00', null)).toMatchObject({
    startedAt: '2026-10-25T00:50:00',
    endedAt: '2026-10-25T01:10:00',
    note: 'time_occurs_twice',
  })
})

test('an hour that is skipped is read as if the clock had not changed yet', () => {
  expect(settle('2026-03-29 02:30:00', '2026-03-29 04:00:00', 1800)).toEqual({
    startedAt: '2026-03-29T01:30:00',
    endedAt: '2026-03-29T02:00:00',
    note: 'time_is_skipped',
  })
})

test('a duration that fits neither reading wins over the end, and is noted', () => {
  expect(settle('2026-01-05 09:00:00', '2026-01-05 10:00:00', 1800)).toEqual({
    startedAt: '2026-01-05T08:00:00',
    endedAt: '2026-01-05T08:30:00',
    note: 'duration_disagrees',
  })
  expect(settle('2026-01-05 09:00:00', '2026-01-05 10:00:00', 3601)).not.toHaveProperty('note')
})

test('zones on half hours, changes of half an hour, and the other side of the world', () => {
  expect(iso(readWallTime(wall('2026-07-01 10:00:00'), 'Asia/Kolkata').instants[0] as number)).toBe(
    '2026-07-01T04:30:00',
  )
  expect(readWallTime(wall('2026-04-05 01:45:00'), 'Australia/Lord_Howe').instants.map(iso)).toEqual([
    '2026-04-04T14:45:00',
    '2026-04-04T15:15:00',
  ])
  expect(readWallTime(wall('2026-11-01 01:30:00'), 'America/Los_Angeles').instants.map(iso)).toEqual([
    '2026-11-01T08:30:00',
    '2026-11-01T09:30:00',
  ])
  expect(readWallTime(wall('2026-03-08 02:30:00'), 'America/Los_Angeles')).toMatchObject({ kind: 'skipped' })
})
