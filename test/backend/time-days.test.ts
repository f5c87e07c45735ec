// Days as people live them: midnight, days of 23 and 25 hours, leap days, weeks across the years – in two time zones.
import { afterEach, describe, expect, test } from 'vitest'
import type { Day } from '../../shared/domain/day.ts'
import { clockAt } from '../../shared/domain/wall-time.ts'
import { newCommandId } from '../support/direct-host.ts'
import { addEntry, allEntries, NO_WORK, openTimeLedger, type Times, type TimeLedger } from '../support/time-ledger.ts'

const NOW = Date.parse('2032-06-01T12:00:00Z')
const HOUR = 3600
let ledger: TimeLedger
afterEach(() => ledger.host.close())

const day = (text: string) => text as Day
async function timeline(from: string, to = from, personId: number | null = null) {
  const answer = await ledger.client.time.timeline({ period: { from: day(from), to: day(to) }, personId })
  const logged = answer.days.filter((one) => one.count > 0).map((one) => [one.day, one.seconds / HOUR, one.count])
  return { ids: answer.entries.map((entry) => entry.id), logged, days: answer.days.length }
}
const shift = (ids: number[], days: number) => ledger.client.time.shift({ commandId: newCommandId(), ids, days })

interface Zone {
  readonly timeZone: string
  /** Offsets in winter and summer. */
  readonly winter: string
  readonly summer: string
  /** When clocks go forward (2 to 3) and back in 2026. */
  readonly forward: string
  readonly back: string
  readonly hourTwice: string
}

const ZONES: readonly Zone[] = [
  {
    timeZone: 'Europe/Berlin',
    winter: '+01:00',
    summer: '+02:00',
    forward: '2026-03-29',
    back: '2026-10-25',
    hourTwice: '02',
  },
  {
    timeZone: 'America/Los_Angeles',
    winter: '-08:00',
    summer: '-07:00',
    forward: '2026-03-08',
    back: '2026-11-01',
    hourTwice: '01',
  },
]

describe.each(ZONES)('in $timeZone', ({ timeZone, winter, summer, forward, back, hourTwice }) => {
  const open = async () => {
    ledger = await openTimeLedger({ timeZone }, NOW)
  }
  const winterly = (from: string, to: string): Times => ({ from: `${from}:00${winter}`, to: `${to}:00${winter}` })

  test('an entry over midnight belongs to the day it starts and is shown on both', async () => {
    await open()
    const id = await addEntry(ledger, winterly('2026-01-14T22:30', '2026-01-15T01:30'))
    expect(await ledger.client.time.entry({ id })).toMatchObject({
      day: '2026-01-14',
      seconds: 3 * HOUR,
      cents: 13_350,
    })
    expect(await timeline('2026-01-14')).toMatchObject({ ids: [id], logged: [['2026-01-14', 3, 1]] })
    expect(await timeline('2026-01-15')).toMatchObject({ ids: [id], logged: [] })
    expect(await timeline('2026-01-16')).toMatchObject({ ids: [] })
    const list = async (on: string) =>
      (await ledger.client.time.list({ filter: { period: { from: day(on), to: day(on) } } })).sums
    expect(await list('2026-01-14')).toMatchObject({ count: 1, seconds: 3 * HOUR })
    expect(await list('2026-01-15')).toMatchObject({ count: 0, seconds: 0 })
  })

  test('one that ends at midnight is not shown on the next day, and one of 31 days on all of them', async () => {
    await open()
    const id = await addEntry(ledger, winterly('2026-01-14T22:00', '2026-01-15T00:00'))
    expect((await timeline('2026-01-15')).ids).toEqual([])
    await ledger.host.backend.ledger.run('test.long', newCommandId(), (db) => {
      db.prepare('UPDATE time_entry SET ended_at = started_at + 31 * 86400000 WHERE id = ?').run(id)
      return id
    })
    for (const on of ['2026-01-14', '2026-01-30', '2026-02-14']) {
      expect((await timeline(on)).ids, on).toEqual([id])
      expect((await timeline(on, on, ledger.person)).ids, on).toEqual([id])
    }
    expect((await timeline('2026-02-15')).ids).toEqual([])
  })

  test('a night in which clocks go forward is an hour shorter, and one in which they go back an hour longer', async () => {
    await open()
    const spring = await addEntry(ledger, { from: `${forward}T00:00:00${winter}`, to: `${forward}T06:00:00${summer}` })
    const autumn = await addEntry(ledger, { from: `${back}T00:00:00${summer}`, to: `${back}T06:00:00${winter}` })
    expect(await timeline(forward)).toMatchObject({ ids: [spring], logged: [[forward, 5, 1]] })
    expect(await timeline(back)).toMatchObject({ ids: [autumn], logged: [[back, 7, 1]] })
  })

  test('moving an entry across a change of the clock keeps its time of day and its length', async () => {
    await open()
    const id = await addEntry(ledger, { from: `${forward}T09:00:00${summer}`, to: `${forward}T12:20:00${summer}` })
    for (const days of [-1, -30, 200, 31, -200]) {
      await shift([id], days)
      const entry = await ledger.client.time.entry({ id })
      expect([clockAt(entry.startedAt, timeZone), entry.seconds, entry.cents]).toEqual(['09:00', 12_000, 14_833])
    }
    await shift([id], 0)
    expect((await ledger.client.time.entry({ id })).day).toBe(forward)
  })

  test('moved into the hour that is skipped it starts an hour later; into the one that comes twice, in the first', async () => {
    await open()
    const before = (count: number, on: string) =>
      new Date(Date.parse(`${on}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
    const skipped = await addEntry(ledger, {
      from: `${before(1, forward)}T02:30:00${winter}`,
      to: `${before(1, forward)}T03:30:00${winter}`,
    })
    await shift([skipped], 1)
    const spring = await ledger.client.time.entry({ id: skipped })
    expect([clockAt(spring.startedAt, timeZone), spring.day, spring.seconds]).toEqual(['03:30', forward, HOUR])
    const twice = await addEntry(ledger, {
      from: `${before(1, back)}T${hourTwice}:30:00${summer}`,
      to: `${before(1, back)}T04:30:00${summer}`,
    })
    const { seconds } = await ledger.client.time.entry({ id: twice })
    await shift([twice], 1)
    const autumn = await ledger.client.time.entry({ id: twice })
    expect([autumn.startedAt, autumn.seconds]).toEqual([Date.parse(`${back}T${hourTwice}:30:00${summer}`), seconds])
  })

  test('leap days and the weeks between the years are days like others', async () => {
    await open()
    const ids: number[] = []
    for (const on of ['2028-02-28', '2028-02-29', '2028-03-01', '2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03'])
      ids.push(await addEntry(ledger, winterly(`${on}T10:00`, `${on}T11:00`)))
    expect((await timeline('2028-02-28', '2028-03-01')).logged).toEqual([
      ['2028-02-28', 1, 1],
      ['2028-02-29', 1, 1],
      ['2028-03-01', 1, 1],
    ])
    // Week 53 of 2026.
    expect(await timeline('2026-12-28', '2027-01-03')).toMatchObject({ ids: ids.slice(3), days: 7 })
    await shift([ids[1]!], -365)
    expect((await ledger.client.time.entry({ id: ids[1]! })).day).toBe('2027-03-01')
    const report = await ledger.client.time.report({
      filter: { period: { from: day('2026-12-01'), to: day('2027-01-31') } },
      by: 'week',
    })
    expect(report.rows.map(({ key, seconds }) => [key, seconds / HOUR])).toEqual([['2026-12-28', 4]])
  })
})

test('who travels keeps the days of their entries, and sees the instants at the clock of the new zone', async () => {
  ledger = await openTimeLedger({ timeZone: 'Europe/Berlin' }, NOW)
  const id = await addEntry(ledger, { from: '2026-01-15T02:00:00+01:00', to: '2026-01-15T03:00:00+01:00' })
  await ledger.client.settings.update({ commandId: newCommandId(), patch: { timeZone: 'America/Los_Angeles' } })
  const entry = await ledger.client.time.entry({ id })
  expect([entry.day, clockAt(entry.startedAt, 'America/Los_Angeles')]).toEqual(['2026-01-15', '17:00'])
  await ledger.client.time.update({ commandId: newCommandId(), id, patch: { endedAt: entry.endedAt! + 60_000 } })
  expect((await ledger.client.time.entry({ id })).day).toBe('2026-01-15')
  await ledger.client.time.update({ commandId: newCommandId(), id, patch: { startedAt: entry.startedAt + 60_000 } })
  expect((await allEntries(ledger)).map((one) => one.day)).toEqual(['2026-01-14'])
})

test('who travels still changes the end of an entry whose month is open, wherever its start lies by now', async () => {
  ledger = await openTimeLedger({ timeZone: 'Europe/Berlin' }, NOW)
  await addEntry(ledger, { from: '2026-01-15T02:00:00+01:00', to: '2026-01-15T03:00:00+01:00' })
  const id = await addEntry(ledger, { from: '2026-02-01T02:00:00+01:00', to: '2026-02-01T03:00:00+01:00' })
  await ledger.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-01', withEarlier: true })
  await ledger.client.settings.update({ commandId: newCommandId(), patch: { timeZone: 'America/Los_Angeles' } })
  const { endedAt, startedAt } = await ledger.client.time.entry({ id })
  const change = (patch: { startedAt?: number; endedAt?: number }) =>
    ledger.client.time.update({ commandId: newCommandId(), id, patch })
  await change({ endedAt: endedAt! + 60_000 })
  expect(await ledger.client.time.entry({ id })).toMatchObject({ day: '2026-02-01', seconds: 3660 })
  await expect(change({ startedAt: startedAt + 60_000 })).rejects.toMatchObject({ code: 'month_closed' })
})

test('a timer that runs over midnight is shown on both days, and not tomorrow', async () => {
  ledger = await openTimeLedger({}, Date.parse('2026-01-15T08:00:00+01:00'))
  const at = Date.parse('2026-01-14T23:00:00+01:00')
  const { recordId } = await ledger.client.time.start({ commandId: newCommandId(), personId: null, at, work: NO_WORK })
  for (const on of ['2026-01-14', '2026-01-15']) expect((await timeline(on)).ids, on).toEqual([recordId])
  for (const on of ['2026-01-13', '2026-01-16']) expect((await timeline(on)).ids, on).toEqual([])
})

test('a timeline of more days than fit is refused', async () => {
  ledger = await openTimeLedger()
  await expect(timeline('2026-01-01', '2026-03-04')).rejects.toMatchObject({
    data: { field: 'period', reason: 'period_too_long' },
  })
  expect((await timeline('2026-01-01', '2026-03-03')).days).toBe(62)
})
