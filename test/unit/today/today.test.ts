import { describe, expect, test } from 'vitest'
import { findGaps, type GapSources } from '../../../renderer/features/today/gaps.ts'
import { shownMonth, shownWeek } from '../../../renderer/features/today/periods.ts'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { toDay } from '../../../shared/domain/day.ts'
import { dialogueShareOf } from '../../../shared/domain/dialogue-share.ts'

const today = toDay('2026-11-21')
const extent = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) })

describe('the month that is shown', () => {
  test('is the present one up to today where it has data', () => {
    expect(shownMonth(today, extent('2026-01-01', '2026-11-02'))).toEqual({
      period: { from: '2026-11-01', to: '2026-11-21' },
      isCurrent: true,
    })
  })

  test('is otherwise the whole last month with data, also for data of the future', () => {
    expect(shownMonth(today, extent('2026-01-01', '2026-10-05')).period).toEqual(extent('2026-10-01', '2026-10-31'))
    expect(shownMonth(today, extent('2027-02-01', '2027-02-05')).period).toEqual(extent('2027-02-01', '2027-02-28'))
  })

  test('a week starts on Monday', () => {
    expect(shownWeek(today, toDay('2026-11-16'))).toEqual({
      period: extent('2026-11-16', '2026-11-22'),
      isCurrent: true,
    })
    expect(shownWeek(today, toDay('2026-11-15')).isCurrent).toBe(false)
  })
})

test('the share of dialogue leaves out the work around the channels', () => {
  const labour = (activity: 'dialogue' | 'content' | 'planning' | null, seconds: number) => ({
    activity,
    seconds,
    cents: 0,
    unpricedSeconds: 0,
  })
  const hours = [labour('dialogue', 30), labour('content', 10), labour('planning', 999), labour(null, 9)]
  expect(dialogueShareOf(hours)).toEqual({ dialogueSeconds: 30, channelSeconds: 40 })
  expect(dialogueShareOf([labour('planning', 999)])).toBeNull()
})

describe('what is missing', () => {
  const complete = {
    lacks: [],
    totals: { unpricedSeconds: 0 },
    coverage: { netCents: 10_000, touchedNetCents: 9_000 },
    labourByActivity: [],
    uncountedOrders: 0,
    period: extent('2026-01-01', '2026-11-21'),
  } as unknown as ResultSummary
  const noon = Date.parse('2026-11-20T11:00:00Z')
  const sources: GapSources = {
    summary: complete,
    lastImportAt: noon,
    lastBackupAt: noon,
    openMonths: 0,
    isSample: false,
    today,
  }
  const kinds = (changes: Partial<GapSources>) => findGaps({ ...sources, ...changes }).map(({ kind }) => kind)

  test('is nothing where all is there and fresh', () => {
    expect(kinds({})).toEqual([])
  })

  test('comes in the order of its weight', () => {
    const summary = {
      ...complete,
      lacks: ['rate', 'margin'],
      coverage: { netCents: 10_000, touchedNetCents: 7_500 },
      uncountedOrders: 3,
    } as unknown as ResultSummary
    expect(kinds({ summary, lastBackupAt: null, openMonths: 2 })).toEqual([
      'rate',
      'margin',
      'noTouch',
      'uncounted',
      'openMonths',
      'noBackup',
    ])
  })

  test('leads to the purchases meant, not to all of them', () => {
    const summary = {
      ...complete,
      model: 'last',
      coverage: { netCents: 10_000, touchedNetCents: 5_000 },
      uncountedOrders: 3,
    } as unknown as ResultSummary
    expect(findGaps({ ...sources, summary }).map(({ address }) => address)).toEqual([
      '/ledger/revenue?view=origins',
      '/ledger/revenue?from=2026-01-01&to=2026-11-21&model=last&only=uncounted',
    ])
  })

  test('grows with time: imports after two weeks, backups after a month', () => {
    const daysAgo = (days: number) => noon - (days - 1) * 86_400_000
    expect(kinds({ lastImportAt: daysAgo(14), lastBackupAt: daysAgo(30) })).toEqual([])
    expect(kinds({ lastImportAt: daysAgo(15), lastBackupAt: daysAgo(31) })).toEqual(['stale', 'oldBackup'])
    expect(kinds({ lastImportAt: daysAgo(15), lastBackupAt: null, isSample: true })).toEqual([])
  })
})
