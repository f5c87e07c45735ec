import { describe, expect, test } from 'vitest'
import { layOutDay } from '../../../renderer/features/time/timeline/day-layout.ts'
import { scaleOf } from '../../../renderer/lib/day-scale.ts'
import { itemsOf, neighbourOf } from '../../../renderer/features/time/timeline/items.ts'
import type { TimeEntry } from '../../../shared/contract/time-entries.ts'
import { type Day, toDay } from '../../../shared/domain/day.ts'
import { dayAt } from '../../../shared/domain/instant.ts'
import { clockAt, instantAt } from '../../../shared/domain/wall-time.ts'

const zone = 'Europe/Berlin'
const day = toDay('2026-10-28')
const now = instantAt(toDay('2026-11-20'), '12:00', zone)
const at = (clock: string, of: Day = day) => instantAt(of, clock, zone)

function entry(id: number, startedAt: number, endedAt: number | null, more: Partial<TimeEntry> = {}): TimeEntry {
  return {
    id,
    personId: 1,
    startedAt,
    endedAt,
    day: dayAt(startedAt, zone),
    seconds: endedAt === null ? 0 : (endedAt - startedAt) / 1000,
    activity: 'content',
    channelId: null,
    campaignId: null,
    clientId: null,
    projectId: null,
    departmentId: null,
    targets: [],
    note: '',
    scope: 'social',
    isBillable: false,
    person: 'Jule',
    channel: null,
    network: null,
    campaign: null,
    client: null,
    project: null,
    department: null,
    cents: null,
    isEstimate: false,
    isUntimed: false,
    isSealed: false,
    invoiceId: null,
    batchId: null,
    ...more,
  }
}

function lanes(entries: readonly TimeEntry[]) {
  return layOutDay(entries, scaleOf(day, zone), now).segments.map(
    ({ entry: { id }, lane, span, lanes: all }) => `${id}: ${lane}+${span}/${all}`,
  )
}

describe('side by side', () => {
  test('what follows each other has the whole width', () => {
    expect(lanes([entry(1, at('08:00'), at('09:00')), entry(2, at('09:00'), at('10:00'))])).toEqual([
      '1: 0+1/1',
      '2: 0+1/1',
    ])
  })

  test('what overlaps shares it; what does not touch the others keeps all of it', () => {
    const entries = [
      entry(1, at('08:00'), at('11:00')),
      entry(2, at('09:00'), at('10:00')),
      entry(3, at('10:00'), at('10:30')),
      entry(4, at('12:00'), at('13:00')),
    ]
    expect(lanes(entries)).toEqual(['1: 0+1/2', '2: 1+1/2', '3: 1+1/2', '4: 0+1/1'])
  })

  test('a free lane beside an entry is used', () => {
    const entries = [
      entry(1, at('08:00'), at('10:00')),
      entry(2, at('08:00'), at('08:30')),
      entry(3, at('08:00'), at('08:30')),
      entry(4, at('09:00'), at('10:00')),
    ]
    expect(lanes(entries)).toContain('4: 1+2/3')
  })

  test('entries of a few minutes stand side by side instead of on each other, and overlap all the same with nothing', () => {
    const entries = [entry(1, at('11:00'), at('11:04')), entry(2, at('11:05'), at('11:09'))]
    expect(lanes(entries)).toEqual(['1: 0+1/2', '2: 1+1/2'])
    expect(layOutDay(entries, scaleOf(day, zone), now).overlaps).toEqual([])
  })
})

describe('overlaps', () => {
  test('are named once, with the time logged twice', () => {
    const entries = [entry(1, at('09:30'), at('11:08')), entry(2, at('10:40'), at('12:00'))]
    const { overlaps, segments } = layOutDay(entries, scaleOf(day, zone), now)
    expect(overlaps).toEqual([{ ids: [1, 2], from: at('10:40'), to: at('11:08') }])
    expect(segments.map(({ isOverlapping }) => isOverlapping)).toEqual([true, true])
  })

  test('mean nothing between people, and where the clock time is not known', () => {
    const entries = [
      entry(1, at('09:00'), at('11:00')),
      entry(2, at('10:00'), at('12:00'), { personId: 2 }),
      entry(3, at('09:00'), at('17:00'), { isUntimed: true }),
    ]
    expect(layOutDay(entries, scaleOf(day, zone), now).overlaps).toEqual([])
  })
})

test('over midnight an entry stands on both days, each with its part', () => {
  const next = toDay('2026-10-29')
  const night = entry(1, at('22:30'), at('00:45', next))
  const [first] = layOutDay([night], scaleOf(day, zone), now).segments
  const [second] = layOutDay([night], scaleOf(next, zone), now).segments
  expect(first).toMatchObject({ from: at('22:30'), to: at('00:00', next), isContinued: false, goesOn: true })
  expect(second).toMatchObject({ from: at('00:00', next), to: at('00:45', next), isContinued: true, goesOn: false })
  expect(layOutDay([night], scaleOf(toDay('2026-10-30'), zone), now).segments).toEqual([])
})

test('on the day of 25 hours an entry over the change is as long as it lasted', () => {
  const long = toDay('2026-10-25')
  const [segment] = layOutDay([entry(1, at('01:30', long), at('04:00', long))], scaleOf(long, zone), now).segments
  expect(((segment?.to ?? 0) - (segment?.from ?? 0)) / 3_600_000).toBe(3.5)
})

test('what runs reaches up to now', () => {
  const [segment] = layOutDay([entry(1, at('09:00'), null)], scaleOf(day, zone), at('09:42')).segments
  expect(clockAt(segment?.to ?? 0, zone)).toBe('09:42')
})

test('arrow keys go through entries and gaps in order of time, and sideways to the nearest hour of the next day with any', () => {
  const friday = toDay('2026-10-30')
  const entries = [
    entry(1, at('08:00'), at('09:00')),
    entry(2, at('15:00'), at('16:00')),
    entry(3, at('07:00', friday), at('08:00', friday)),
    entry(4, at('14:00', friday), at('15:00', friday)),
  ]
  const gap = { day, from: at('09:00'), to: at('15:00') }
  const items = itemsOf(entries, [gap], zone, day)
  expect(items.map(({ key }) => key)).toEqual(['entry 1', `gap ${gap.from}`, 'entry 2', 'entry 3', 'entry 4'])
  const [first, , second] = items
  expect(first && neighbourOf(items, first, 'next')?.gap).toEqual(gap)
  expect(first && neighbourOf(items, first, 'previous')).toBeUndefined()
  expect(second && neighbourOf(items, second, 'dayAfter')?.key).toBe('entry 4')
  expect(second && neighbourOf(items, second, 'dayBefore')).toBeUndefined()
  expect(second && neighbourOf(items, second, 'last')?.key).toBe('entry 4')
})

test('sideways goes by the clock of the ledger’s zone, not by that of Greenwich', () => {
  const west = 'America/Los_Angeles'
  const friday = toDay('2026-10-30')
  const there = (clock: string, of: Day = day) => instantAt(of, clock, west)
  // In Greenwich a day ends at 17 o'clock there.
  const entries = [
    entry(1, there('17:10'), there('18:00')),
    entry(2, there('10:00', friday), there('11:00', friday)),
    entry(3, there('16:50', friday), there('17:00', friday)),
  ]
  const items = itemsOf(entries, [], west, day)
  const [first] = items
  expect(first && neighbourOf(items, first, 'dayAfter')?.key).toBe('entry 3')
})
