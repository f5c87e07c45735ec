// Timers: one a person, switched and stopped, surviving crash, sleep and a clock that is set back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AbsenceChoice, Work } from '../../shared/contract/time-entries.ts'
import { newCommandId, openDirectHost, TEST_NOW } from '../support/direct-host.ts'
import {
  addEntry,
  addPost,
  allEntries,
  NO_WORK,
  onPost,
  openTimeLedger,
  startAgain,
  storedTime,
  TestClock,
  undo,
  type TimeLedger,
} from '../support/time-ledger.ts'

const MINUTE = 60_000
let clock: TestClock
let ledger: TimeLedger
beforeEach(async () => {
  clock = new TestClock(TEST_NOW)
  ledger = await openTimeLedger({}, clock.now)
})
afterEach(() => ledger.host.close())

const DIALOGUE: Work = { ...NO_WORK, activity: 'dialogue', note: 'Kommentare' }

async function start(
  work: Partial<Work> = {},
  at: number | null = null,
  personId: number | null = null,
): Promise<number> {
  const receipt = await ledger.client.time.start({
    commandId: newCommandId(),
    personId,
    at,
    work: { ...DIALOGUE, ...work },
  })
  return receipt.recordId!
}
const stop = (id: number, at: number | null = null) => ledger.client.time.stop({ commandId: newCommandId(), id, at })
const times = async () =>
  (await allEntries(ledger)).map(({ startedAt, endedAt }) =>
    [startedAt, endedAt].map((at) => at && (at - TEST_NOW) / MINUTE),
  )
const running = async () => (await ledger.client.time.running()).entries

describe('a timer', () => {
  test('runs from now, knows its price, and is logged with its cost when it stops', async () => {
    const id = await start({ channelId: ledger.channel })
    expect(await running()).toMatchObject([
      {
        entry: { id, endedAt: null, seconds: 0, cents: null, channel: 'Instagram' },
        centsPerHour: 4450,
        lastSeenAt: null,
      },
    ])
    clock.pass(30)
    await stop(id)
    expect(await running()).toEqual([])
    expect(await ledger.client.time.entry({ id })).toMatchObject({ seconds: 1800, cents: 2225, day: '2026-11-02' })
  })

  test('is switched without a gap; switching back is “continue”, with all the work was for', async () => {
    const post = await addPost(ledger, 'A')
    const other = await addPost(ledger, 'B')
    const first = await start({ targets: [onPost(post, 2), onPost(other, 1)] })
    clock.pass(10)
    await start({ activity: 'content' })
    clock.pass(5)
    const { recordId } = await ledger.client.time.continue({ commandId: newCommandId(), id: first })
    expect(await times()).toEqual([
      [0, 10],
      [10, 15],
      [15, null],
    ])
    const again = await ledger.client.time.entry({ id: recordId! })
    expect(again).toMatchObject({ activity: 'dialogue', note: 'Kommentare' })
    expect(again.targets.map(({ name, weight }) => [name, weight])).toEqual([
      ['A', 2],
      ['B', 1],
    ])
    await expect(ledger.client.time.continue({ commandId: newCommandId(), id: recordId! })).rejects.toMatchObject({
      code: 'already_running',
    })
  })

  test('switched or stopped within the same second leaves nothing behind', async () => {
    await start()
    await start({ activity: 'content' })
    expect(await times()).toEqual([[0, null]])
    await stop((await running())[0]!.entry.id)
    expect(await times()).toEqual([])
  })

  test('can be told to have begun and ended earlier, not later, and not before the one it follows', async () => {
    const first = await start({}, TEST_NOW - 20 * MINUTE)
    await expect(start({}, TEST_NOW - 30 * MINUTE)).rejects.toMatchObject({
      data: { field: 'at', reason: 'before_running_start' },
    })
    await expect(start({}, TEST_NOW + 1)).resolves.toBeGreaterThan(first)
    await expect(start({}, TEST_NOW + 5_000)).rejects.toMatchObject({
      data: { field: 'startedAt', reason: 'in_future' },
    })
    const [{ entry }] = (await running()) as [Awaited<ReturnType<typeof running>>[number]]
    clock.pass(10)
    await expect(stop(entry.id, clock.at + 5_000)).rejects.toMatchObject({
      data: { field: 'endedAt', reason: 'in_future' },
    })
    await expect(stop(entry.id, TEST_NOW - MINUTE)).rejects.toMatchObject({
      data: { field: 'endedAt', reason: 'ends_before_start' },
    })
    await stop(entry.id, TEST_NOW + 4 * MINUTE)
    expect(await times()).toEqual([
      [-20, 0],
      [0, 4],
    ])
    await expect(stop(entry.id)).rejects.toMatchObject({ data: { field: 'id', reason: 'not_running' } })
    await expect(stop(999)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('that ran for more than a day asks for its end', async () => {
    const id = await start()
    clock.pass(25 * 60)
    await expect(stop(id)).rejects.toMatchObject({ data: { field: 'endedAt', reason: 'over_24_hours' } })
    await stop(id, TEST_NOW + 8 * 60 * MINUTE)
    expect(await times()).toEqual([[0, 480]])
  })

  test('each person has one; whose is meant is remembered, and asked where it is not known', async () => {
    const { recordId: colleague } = await ledger.client.settings.addPerson({ commandId: newCommandId(), name: 'Jonas' })
    await expect(start()).rejects.toMatchObject({ data: { field: 'personId', reason: 'self_unknown' } })
    await ledger.client.settings.update({ commandId: newCommandId(), patch: { selfPersonId: colleague! } })
    await start({}, null, ledger.person)
    clock.pass(1)
    await start()
    expect((await running()).map(({ entry }) => entry.person)).toEqual(['Jonas', 'Lena'])
    await expect(start({}, null, 999)).rejects.toMatchObject({ code: 'not_found', data: { what: 'person' } })
    await expect(
      ledger.client.settings.removePerson({ commandId: newCommandId(), id: colleague! }),
    ).rejects.toMatchObject({ code: 'in_use' })
  })

  test('in an empty ledger makes oneself', async () => {
    const host = await openDirectHost({ language: 'de' })
    try {
      await host.client.time.start({ commandId: newCommandId(), personId: null, at: null, work: DIALOGUE })
      const { selfPersonId, entries } = await host.client.time.running()
      expect(entries).toMatchObject([{ entry: { person: 'Ich', personId: selfPersonId }, centsPerHour: null }])
    } finally {
      host.close()
    }
  })

  test('started twice by a broken connection starts once; undo and redo of a switch are exact', async () => {
    await start()
    clock.pass(10)
    const before = storedTime(ledger)
    const commandId = newCommandId()
    const input = { commandId, personId: null, at: null, work: { ...NO_WORK, note: 'anderes' } }
    await ledger.client.time.start(input)
    await ledger.client.time.start(input)
    const after = storedTime(ledger)
    expect(await times()).toEqual([
      [0, 10],
      [10, null],
    ])
    const back = await undo(ledger, commandId)
    expect(storedTime(ledger)).toEqual(before)
    await undo(ledger, back.commandId)
    expect(storedTime(ledger)).toEqual(after)
  })

  test('that runs keeps its month open', async () => {
    await addEntry(ledger, { from: '2026-10-05T09:00:00+02:00', to: '2026-10-05T10:00:00+02:00' })
    await start({}, Date.parse('2026-10-31T22:00:00Z'))
    await expect(
      ledger.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-10', withEarlier: true }),
    ).rejects.toMatchObject({ code: 'timer_running', data: { person: 'Lena' } })
  })

  test('can be edited while it runs: its start, what it is for, and its end', async () => {
    const id = await start()
    clock.pass(30)
    const update = (patch: object) => ledger.client.time.update({ commandId: newCommandId(), id, patch })
    await update({ startedAt: TEST_NOW - 15 * MINUTE, note: 'länger' })
    expect(await running()).toMatchObject([{ entry: { id, note: 'länger', startedAt: TEST_NOW - 15 * MINUTE } }])
    await expect(update({ startedAt: clock.at + MINUTE })).rejects.toMatchObject({
      data: { field: 'startedAt', reason: 'in_future' },
    })
    await update({ endedAt: TEST_NOW + 15 * MINUTE })
    expect(await times()).toEqual([[-15, 15]])
  })
})

describe('the sign of life', () => {
  const lastSeen = async () => (await running()).map(({ lastSeenAt }) => lastSeenAt && (lastSeenAt - TEST_NOW) / MINUTE)

  test('says after a crash when the timer was last seen, until that is settled', async () => {
    const id = await start()
    clock.pass(20)
    await ledger.host.backend.signs.write()
    clock.pass(60)
    ledger = await startAgain(ledger, 'crash')
    expect(await lastSeen()).toEqual([20])
    // What is not answered is asked again, also after another crash, with the same moment.
    await ledger.host.backend.signs.write()
    clock.pass(1)
    ledger = await startAgain(ledger, 'closing')
    expect(await lastSeen()).toEqual([20])
    const settle = {
      commandId: newCommandId(),
      id,
      choice: 'keep',
      from: TEST_NOW + 20 * MINUTE,
      to: clock.at,
    } as const
    await ledger.client.time.settleAbsence(settle)
    expect(await lastSeen()).toEqual([null])
    expect(await times()).toEqual([[0, null]])
  })

  test('is silent about a short restart, and about one that was closed in good order a moment ago', async () => {
    await start()
    clock.pass(45)
    ledger = await startAgain(ledger, 'closing')
    clock.pass(2)
    ledger = await startAgain(ledger, 'closing')
    expect(await lastSeen()).toEqual([null])
    clock.pass(3.5)
    ledger = await startAgain(ledger, 'crash')
    expect(await lastSeen()).toEqual([47])
  })

  test('without any sign, the start was the last that is known', async () => {
    await start()
    clock.pass(10)
    ledger = await startAgain(ledger, 'crash')
    expect(await lastSeen()).toEqual([0])
  })

  test('of an earlier timer says nothing about this one', async () => {
    await stop(await start())
    const first = await start({}, TEST_NOW - 60 * MINUTE)
    await ledger.host.backend.signs.write()
    clock.pass(10)
    await stop(first)
    await start()
    clock.pass(10)
    ledger = await startAgain(ledger, 'crash')
    expect(await lastSeen()).toEqual([10])
  })

  test('is no command: nothing to undo, no change told', async () => {
    await start()
    const count = () => ledger.host.backend.ledger.reader.prepare('SELECT count(*) FROM command').pluck().get()
    const before = count()
    await ledger.host.backend.signs.write()
    expect(count()).toBe(before)
  })

  test('survives a clock that is set back: behind the start the last sign is the end', async () => {
    const id = await start()
    clock.pass(20)
    await ledger.host.backend.signs.write()
    clock.pass(-60)
    await ledger.host.backend.signs.write()
    ledger = await startAgain(ledger, 'closing')
    expect(await lastSeen()).toEqual([null])
    await stop(id)
    expect(await times()).toEqual([[0, 20]])
  })

  test('without a sign a clock that is set back, even by days, says why the timer cannot be stopped', async () => {
    const id = await start()
    for (const hours of [1, 48]) {
      clock.at = TEST_NOW - hours * 60 * MINUTE
      await expect(stop(id)).rejects.toMatchObject({ data: { field: 'endedAt', reason: 'ends_before_start' } })
    }
    clock.at = TEST_NOW + MINUTE
    await stop(id)
    expect(await times()).toEqual([[0, 1]])
  })

  test('a clock that ran ahead and was set right again does not hide a later absence', async () => {
    clock.pass(-24 * 60)
    await start()
    clock.pass(3 * 24 * 60)
    await ledger.host.backend.signs.write()
    clock.at = TEST_NOW
    await ledger.host.backend.signs.write()
    clock.pass(30)
    ledger = await startAgain(ledger, 'crash')
    expect(await lastSeen()).toEqual([0])
  })
})

describe('an absence', () => {
  const BETWEEN: Work = { ...NO_WORK, activity: 'coordination', note: 'Anruf' }
  async function settle(choice: AbsenceChoice, between: Work | null = null) {
    const id = await start()
    clock.pass(60)
    const before = storedTime(ledger)
    const { commandId, recordId } = await ledger.client.time.settleAbsence({
      commandId: newCommandId(),
      id,
      choice,
      from: TEST_NOW + 20 * MINUTE,
      to: TEST_NOW + 50 * MINUTE,
      between,
    })
    return { id, before, commandId, recordId }
  }
  const notes = async () => (await allEntries(ledger)).map((entry) => entry.note)

  test('can end the entry', async () => {
    await settle('end')
    expect(await times()).toEqual([[0, 20]])
  })

  test('can be left out', async () => {
    const { before, commandId, recordId } = await settle('endAndContinue')
    expect(await times()).toEqual([
      [0, 20],
      [50, null],
    ])
    expect((await running())[0]?.entry.id).toBe(recordId)
    await undo(ledger, commandId)
    expect(storedTime(ledger)).toEqual(before)
  })

  test('can have been something else', async () => {
    const { before, commandId } = await settle('split', BETWEEN)
    expect(await times()).toEqual([
      [0, 20],
      [20, 50],
      [50, null],
    ])
    expect(await notes()).toEqual(['Kommentare', 'Anruf', 'Kommentare'])
    await undo(ledger, commandId)
    expect(storedTime(ledger)).toEqual(before)
  })

  test('can be thrown away with the entry, and brought back', async () => {
    const { before, commandId } = await settle('remove')
    expect(await times()).toEqual([])
    await undo(ledger, commandId)
    expect(storedTime(ledger)).toEqual(before)
  })

  test('that began with the entry leaves no entry without length', async () => {
    const id = await start()
    clock.pass(30)
    const from = TEST_NOW - 5 * MINUTE
    await ledger.client.time.settleAbsence({
      commandId: newCommandId(),
      id,
      choice: 'split',
      from,
      to: clock.at + MINUTE,
      between: BETWEEN,
    })
    expect(await times()).toEqual([
      [0, 30],
      [30, null],
    ])
    expect(await notes()).toEqual(['Anruf', 'Kommentare'])
  })

  test('of more than a day cannot have been work all along', async () => {
    const id = await start()
    clock.pass(26 * 60)
    const settled = (choice: AbsenceChoice) =>
      ledger.client.time.settleAbsence({ commandId: newCommandId(), id, choice, from: TEST_NOW + MINUTE, to: clock.at })
    await expect(settled('keep')).rejects.toMatchObject({ data: { field: 'choice', reason: 'over_24_hours' } })
    await settled('end')
    expect(await times()).toEqual([[0, 1]])
    await expect(settled('end')).rejects.toMatchObject({ data: { reason: 'not_running' } })
  })
})
