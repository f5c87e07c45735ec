// Entries entered after the fact: added, changed, divided, trimmed, moved; refused at the field that is wrong; undone exactly.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryPatch } from '../../shared/contract/time-entries.ts'
import { closeMonth, expectSound } from '../support/closing.ts'
import { newCommandId } from '../support/direct-host.ts'
import { addRow, changeRow } from '../support/ledger-sources.ts'
import {
  addEntry,
  addPost,
  allEntries,
  draftOf,
  onPost,
  openTimeLedger,
  storedTime,
  undo,
  type TimeLedger,
} from '../support/time-ledger.ts'

let ledger: TimeLedger
beforeEach(async () => {
  ledger = await openTimeLedger({ marginBasisPoints: 5000 })
})
afterEach(() => ledger.host.close())

/** A stretch of Wednesday, 28 October 2026. */
const on = (from: string, to: string) => ({ from: `2026-10-28T${from}:00+01:00`, to: `2026-10-28T${to}:00+01:00` })
const at = (clock: string) => Date.parse(`2026-10-28T${clock}:00+01:00`)
const clockOf = (instant: number | null) => instant && new Date(instant + 3_600_000).toISOString().slice(11, 16)
const clocks = async () =>
  (await allEntries(ledger)).map((entry) =>
    `${clockOf(entry.startedAt)}–${clockOf(entry.endedAt)} ${entry.note}`.trim(),
  )
const update = (id: number, patch: EntryPatch, onOverlap?: 'refuse' | 'keep' | 'trim') =>
  ledger.client.time.update({ commandId: newCommandId(), id, patch, ...(onOverlap && { onOverlap }) })
const command = () => ({ commandId: newCommandId() })

/** Runs a command, and makes sure that undo brings back exactly what was there. */
async function undoable(run: () => Promise<{ commandId: string }>): Promise<void> {
  const before = storedTime(ledger)
  const { commandId } = await run()
  const after = storedTime(ledger)
  expect(after).not.toEqual(before)
  const back = await undo(ledger, commandId)
  expect(storedTime(ledger)).toEqual(before)
  await undo(ledger, back.commandId)
  expect(storedTime(ledger)).toEqual(after)
}

describe('an entry', () => {
  test('says what it was, what for and what it cost, with names', async () => {
    const post = await addPost(ledger, 'Äthiopien')
    const id = await addEntry(ledger, on('09:20', '10:40'), {
      channelId: ledger.channel,
      targets: [onPost(post)],
      note: 'Karussell',
    })
    expect(await ledger.client.time.entry({ id })).toMatchObject({
      person: 'Lena',
      channel: 'Instagram',
      network: 'instagram',
      campaign: null,
      day: '2026-10-28',
      seconds: 4800,
      cents: 5933,
      note: 'Karussell',
      targets: [{ postId: post, name: 'Äthiopien', weight: 1 }],
      isSealed: false,
      isEstimate: false,
      invoiceId: null,
      batchId: null,
    })
  })

  test('changes only what a patch says, and each change can be undone', async () => {
    const id = await addEntry(ledger, on('09:00', '10:00'), { channelId: ledger.channel, note: 'x' })
    await undoable(() => update(id, { note: 'y' }))
    await undoable(() => update(id, { channelId: null, isBillable: true, activity: 'ads' }))
    await undoable(() => update(id, { endedAt: at('11:30') }))
    expect(await ledger.client.time.entry({ id })).toMatchObject({
      note: 'y',
      channelId: null,
      isBillable: true,
      activity: 'ads',
      seconds: 9000,
      cents: 11_125,
    })
    await undoable(() => ledger.client.time.remove({ ...command(), ids: [id] }))
    await expect(ledger.client.time.entry({ id })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('sent twice is entered once', async () => {
    const input = { ...command(), entries: [draftOf(ledger, on('09:00', '10:00'))] }
    await ledger.client.time.add(input)
    await ledger.client.time.add(input)
    expect(await clocks()).toEqual(['09:00–10:00'])
  })

  test.each([
    ['that ends before it starts', on('10:00', '09:00'), { field: 'endedAt', reason: 'ends_before_start' }],
    ['without length', on('10:00', '10:00'), { field: 'endedAt', reason: 'too_short' }],
    [
      'of more than 24 hours',
      { from: '2026-10-20T09:00:00+02:00', to: '2026-10-21T09:00:01+02:00' },
      { field: 'endedAt', reason: 'over_24_hours' },
    ],
    [
      'more than a day ahead',
      { from: '2026-11-03T12:00:01+01:00', to: '2026-11-03T13:00:00+01:00' },
      { field: 'startedAt', reason: 'in_future' },
    ],
    [
      'outside of the calendar',
      { from: '1900-01-01T00:00:00+01:00', to: '1900-01-01T00:30:00+01:00' },
      { field: 'startedAt', reason: 'out_of_range' },
    ],
  ])('%s is refused, and nothing is written', async (_name, times, data) => {
    const shift = times.from.startsWith('1900') ? 3_600_000 : 0
    const entries = [draftOf(ledger, on('07:00', '08:00')), draftOf(ledger, times)]
    const moved = entries.map((entry) => ({
      ...entry,
      startedAt: Math.max(-2_208_988_800_000, entry.startedAt + shift),
      endedAt: entry.endedAt + shift,
    }))
    // In Los Angeles the first hours of 1900 in Greenwich lie in 1899.
    if (shift) await ledger.client.settings.update({ ...command(), patch: { timeZone: 'America/Los_Angeles' } })
    await expect(ledger.client.time.add({ ...command(), entries: moved })).rejects.toMatchObject({
      code: 'invalid_value',
      data,
    })
    expect(await clocks()).toEqual([])
  })

  test('of exactly a day, or a day ahead, is fine', async () => {
    await addEntry(ledger, { from: '2026-10-20T09:00:00+02:00', to: '2026-10-21T09:00:00+02:00' })
    await addEntry(ledger, { from: '2026-11-03T12:00:00+01:00', to: '2026-11-03T13:00:00+01:00' })
    expect((await allEntries(ledger)).map((entry) => entry.seconds)).toEqual([86_400, 3600])
  })

  test.each([
    ['person', { personId: 999 }],
    ['channel', { channelId: 999 }],
    ['campaign', { campaignId: 999 }],
    ['client', { clientId: 999 }],
    ['project', { projectId: 999 }],
    ['department', { departmentId: 999 }],
    ['post', { targets: [onPost(999)] }],
  ])('of an unknown %s is refused', async (what, more) => {
    await expect(addEntry(ledger, on('09:00', '10:00'), more)).rejects.toMatchObject({
      code: 'not_found',
      data: { what },
    })
    const id = await addEntry(ledger, on('09:00', '10:00'))
    await expect(update(id, more)).rejects.toMatchObject({ code: 'not_found', data: { what } })
  })

  test('of only a known day becomes one of a known time when it is moved, and stands in nobody’s way before', async () => {
    const id = await addEntry(ledger, on('09:00', '10:00'))
    await changeRow(ledger.host, 'time_entry', id, { is_untimed: 1 })
    const other = await addEntry(ledger, on('09:30', '10:30'))
    await expect(update(id, { startedAt: at('09:15') })).rejects.toMatchObject({ code: 'overlap' })
    await update(id, { startedAt: at('08:15'), endedAt: at('09:15') })
    expect((await ledger.client.time.entry({ id })).isUntimed).toBe(false)
    await expect(update(other, { startedAt: at('09:00') })).rejects.toMatchObject({ code: 'overlap' })
  })
})

describe('overlaps', () => {
  test('are refused, naming the others; touching is no overlap, nor is another person', async () => {
    const id = await addEntry(ledger, on('09:00', '10:00'), { note: 'Dialog' })
    await addEntry(ledger, on('10:00', '11:00'))
    const { recordId } = await ledger.client.settings.addPerson({ ...command(), name: 'Jonas' })
    await addEntry(ledger, on('09:00', '11:00'), { personId: recordId! })
    await expect(addEntry(ledger, on('08:30', '09:30'))).rejects.toMatchObject({
      code: 'overlap',
      data: { entries: [{ id, startedAt: at('09:00'), endedAt: at('10:00'), label: 'Dialog' }] },
    })
    await expect(update(id, { endedAt: at('10:30') })).rejects.toMatchObject({ code: 'overlap' })
    // What an overlap was for can be changed all the same.
    await addEntry(ledger, on('09:30', '09:40'), { note: 'beides' }, 'keep')
    await update(id, { note: 'Dialog 2' })
    expect(await clocks()).toEqual(['09:00–10:00 Dialog 2', '09:00–11:00', '09:30–09:40 beides', '10:00–11:00'])
  })

  test('within one command are refused too', async () => {
    const entries = [draftOf(ledger, on('09:00', '10:00')), draftOf(ledger, on('09:30', '10:30'))]
    await expect(ledger.client.time.add({ ...command(), entries })).rejects.toMatchObject({ code: 'overlap' })
    expect(await clocks()).toEqual([])
  })

  test('of entries over midnight, and of ones longer than a day, are found', async () => {
    await addEntry(ledger, { from: '2026-10-27T22:00:00+01:00', to: '2026-10-28T06:00:00+01:00' })
    await expect(addEntry(ledger, on('05:59', '07:00'))).rejects.toMatchObject({ code: 'overlap' })
    const start = Date.parse('2026-10-10T09:00:00+02:00')
    const week = { person_id: ledger.person, started_at: start, ended_at: start + 6 * 86_400_000, day: '2026-10-10' }
    await addRow(ledger.host, 'time_entry', week)
    await expect(
      addEntry(ledger, { from: '2026-10-15T09:00:00+02:00', to: '2026-10-15T10:00:00+02:00' }),
    ).rejects.toMatchObject({ code: 'overlap' })
  })

  test('can be cut away around the new one; what lies inside of it divides it', async () => {
    await addEntry(ledger, on('09:00', '12:00'), { note: 'lang' })
    await undoable(() =>
      ledger.client.time.add({
        ...command(),
        entries: [draftOf(ledger, on('10:00', '10:30'), { note: 'neu' })],
        onOverlap: 'trim',
      }),
    )
    expect(await clocks()).toEqual(['09:00–10:00 lang', '10:00–10:30 neu', '10:30–12:00 lang'])
    await undoable(() =>
      ledger.client.time.add({
        ...command(),
        entries: [draftOf(ledger, on('09:30', '11:00'), { note: 'noch' })],
        onOverlap: 'trim',
      }),
    )
    expect(await clocks()).toEqual([
      '09:00–09:30 lang',
      '09:30–10:00 noch',
      '10:00–10:30 neu',
      '10:30–11:00 noch',
      '11:00–12:00 lang',
    ])
    await expect(addEntry(ledger, on('10:00', '10:30'), {}, 'trim')).rejects.toMatchObject({ code: 'overlap' })
  })

  test('with the running timer cut it and leave it running', async () => {
    const {
      personId: _p,
      startedAt: _s,
      endedAt: _e,
      ...work
    } = draftOf(ledger, on('09:00', '10:00'), { note: 'läuft' })
    const noon = Date.parse('2026-11-02T12:00:00+01:00')
    await ledger.client.time.start({ ...command(), personId: null, at: noon - 3 * 3_600_000, work })
    const times = { from: '2026-11-02T10:00:00+01:00', to: '2026-11-02T10:30:00+01:00' }
    await expect(addEntry(ledger, times)).rejects.toMatchObject({
      code: 'overlap',
      data: { entries: [{ endedAt: null }] },
    })
    await undoable(() => ledger.client.time.add({ ...command(), entries: [draftOf(ledger, times)], onOverlap: 'trim' }))
    expect(await clocks()).toEqual(['09:00–10:00 läuft', '10:00–10:30', '10:30–null läuft'])
    const ahead = { from: '2026-11-02T11:00:00+01:00', to: '2026-11-02T13:00:00+01:00' }
    await expect(addEntry(ledger, ahead, {}, 'trim')).rejects.toMatchObject({ code: 'overlap' })
  })

  test('moved by hand can cut as well', async () => {
    await addEntry(ledger, on('09:00', '10:00'), { note: 'a' })
    const id = await addEntry(ledger, on('10:00', '11:00'), { note: 'b' })
    await undoable(() => update(id, { startedAt: at('09:30') }, 'trim'))
    expect(await clocks()).toEqual(['09:00–09:30 a', '09:30–11:00 b'])
    await undoable(() => update(id, { startedAt: at('09:15'), note: 'c' }, 'keep'))
    expect(await clocks()).toEqual(['09:00–09:30 a', '09:15–11:00 c'])
  })
})

describe('dividing and trimming', () => {
  test('an entry is divided at an instant inside of it; both parts say the same and cost the same together', async () => {
    const posts = [await addPost(ledger, 'A'), await addPost(ledger, 'B')]
    const id = await addEntry(ledger, on('09:00', '12:00'), {
      note: 'x',
      targets: posts.map((post) => onPost(post)),
      isBillable: true,
    })
    for (const outside of ['09:00', '12:00', '08:00'])
      await expect(ledger.client.time.split({ ...command(), id, at: at(outside) })).rejects.toMatchObject({
        data: { field: 'at', reason: 'outside_of_entry' },
      })
    await undoable(() => ledger.client.time.split({ ...command(), id, at: at('10:00') }))
    const [first, second] = await allEntries(ledger)
    expect(first).toMatchObject({ id, seconds: 3600, cents: 4450, isBillable: true })
    expect(second).toMatchObject({ seconds: 7200, cents: 8900, isBillable: true, note: 'x' })
    expect(second!.targets).toEqual(first!.targets)
    await expectSound(ledger.host)
  })

  test('overlaps are trimmed: the earlier ends where the later starts, one inside another divides it', async () => {
    const ids = [
      await addEntry(ledger, on('09:00', '12:00'), { note: 'a' }),
      await addEntry(ledger, on('10:00', '10:30'), { note: 'b' }, 'keep'),
      await addEntry(ledger, on('11:30', '13:00'), { note: 'c' }, 'keep'),
    ]
    await undoable(() => ledger.client.time.trim({ ...command(), ids }))
    expect(await clocks()).toEqual(['09:00–10:00 a', '10:00–10:30 b', '10:30–11:30 a', '11:30–13:00 c'])
  })

  test('identical ones, and ones of several people, cannot be trimmed', async () => {
    const first = await addEntry(ledger, on('09:00', '10:00'))
    const second = await addEntry(ledger, on('09:00', '10:00'), {}, 'keep')
    await expect(ledger.client.time.trim({ ...command(), ids: [first, second] })).rejects.toMatchObject({
      code: 'overlap',
    })
    const { recordId } = await ledger.client.settings.addPerson({ ...command(), name: 'Jonas' })
    await update(second, { personId: recordId! })
    await expect(ledger.client.time.trim({ ...command(), ids: [first, second] })).rejects.toMatchObject({
      data: { field: 'ids', reason: 'several_people' },
    })
  })
})

describe('many at once', () => {
  test('change what they were for; invoiced ones stay; undo is exact', async () => {
    const ids = [await addEntry(ledger, on('09:00', '10:00')), await addEntry(ledger, on('10:00', '11:00'))] as const
    const client = await addRow(ledger.host, 'client', { name: 'Ahoi' })
    const invoice = {
      client_id: client.id,
      number: 'R1',
      from_day: '2026-10-01',
      to_day: '2026-10-31',
      locked_at: 0,
      raw_seconds: 0,
      billed_seconds: 0,
      cents: 0,
    }
    const { id: invoiceId } = await addRow(ledger.host, 'invoice', invoice)
    await changeRow(ledger.host, 'time_entry', ids[1], { client_id: client.id, invoice_id: invoiceId })
    const { recordId } = await ledger.client.settings.addPerson({ ...command(), name: 'Jonas' })
    await undoable(() =>
      ledger.client.time.updateMany({
        ...command(),
        ids: [...ids],
        patch: { activity: 'ads', channelId: ledger.channel, personId: recordId! },
      }),
    )
    expect(await allEntries(ledger)).toMatchObject([
      { activity: 'ads', channelId: ledger.channel, person: 'Jonas' },
      { activity: null, channelId: null, person: 'Lena' },
    ])
    await expect(
      ledger.client.time.updateMany({ ...command(), ids: [ids[0], 999], patch: { note: 'x' } }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect((await allEntries(ledger)).map((entry) => entry.note)).toEqual(['', ''])
  })

  test('are moved by days, not into the future', async () => {
    const ids = [await addEntry(ledger, on('09:00', '10:00')), await addEntry(ledger, on('10:00', '11:00'))]
    await undoable(() => ledger.client.time.shift({ ...command(), ids, days: -7 }))
    expect((await allEntries(ledger)).map((entry) => entry.day)).toEqual(['2026-10-21', '2026-10-21'])
    await expect(ledger.client.time.shift({ ...command(), ids, days: 20 })).rejects.toMatchObject({
      data: { field: 'days', reason: 'in_future' },
    })
  })
})

describe('an invoiced entry', () => {
  test('keeps times, person, client, project and whether it is billable; the rest may change', async () => {
    const client = (await addRow(ledger.host, 'client', { name: 'Ahoi' })).id
    const invoice = {
      client_id: client,
      number: 'R-7',
      from_day: '2026-10-01',
      to_day: '2026-10-31',
      locked_at: 0,
      raw_seconds: 0,
      billed_seconds: 0,
      cents: 0,
    }
    const invoiceId = (await addRow(ledger.host, 'invoice', invoice)).id
    const id = await addEntry(ledger, on('09:00', '10:00'), { clientId: client, isBillable: true })
    await changeRow(ledger.host, 'time_entry', id, { invoice_id: invoiceId })
    const locked = { code: 'entry_invoiced', data: { entryId: id, invoiceId, number: 'R-7' } }
    const { recordId: personId } = await ledger.client.settings.addPerson({ ...command(), name: 'Jonas' })
    for (const patch of [{ endedAt: at('10:30') }, { personId: personId! }, { clientId: null }, { isBillable: false }])
      await expect(update(id, patch)).rejects.toMatchObject(locked)
    const ids = [id]
    await expect(ledger.client.time.remove({ ...command(), ids })).rejects.toMatchObject(locked)
    await expect(ledger.client.time.shift({ ...command(), ids, days: 1 })).rejects.toMatchObject(locked)
    await expect(ledger.client.time.split({ ...command(), id, at: at('09:30') })).rejects.toMatchObject(locked)
    await expect(addEntry(ledger, on('09:30', '11:00'), {}, 'trim')).rejects.toMatchObject(locked)
    await undoable(() =>
      update(id, { activity: 'content', note: 'n', channelId: ledger.channel, clientId: client, isBillable: true }),
    )
    expect((await ledger.client.time.list({ filter: { isInvoiced: true } })).rows.map((row) => row.id)).toEqual([id])
    // Past all checks the file itself refuses.
    await expect(changeRow(ledger.host, 'time_entry', id, { ended_at: 2 * at('10:00') })).rejects.toMatchObject({
      code: 'entry_invoiced',
    })
  })
})

describe('a closed month', () => {
  test('takes no new entries and lets none go or move; what they were for is corrected in the open', async () => {
    const september = { from: '2026-09-10T09:00:00+02:00', to: '2026-09-10T10:00:00+02:00' }
    const id = await addEntry(ledger, september, { channelId: ledger.channel })
    const open = await addEntry(ledger, on('09:00', '10:00'))
    await closeMonth(ledger.host, '2026-09', true)
    const closed = { code: 'month_closed', data: { month: '2026-09', field: 'startedAt', firstOpenDay: '2026-10-01' } }
    const later = { from: '2026-09-11T09:00:00+02:00', to: '2026-09-11T10:00:00+02:00' }
    await expect(addEntry(ledger, later)).rejects.toMatchObject(closed)
    await expect(
      update(open, { startedAt: Date.parse(later.from), endedAt: Date.parse(later.to) }),
    ).rejects.toMatchObject(closed)
    await expect(update(id, { endedAt: Date.parse('2026-09-10T10:30:00+02:00') })).rejects.toMatchObject(closed)
    const { recordId: personId } = await ledger.client.settings.addPerson({ ...command(), name: 'Jonas' })
    await expect(
      ledger.client.time.updateMany({ ...command(), ids: [id], patch: { personId: personId! } }),
    ).rejects.toMatchObject(closed)
    await expect(ledger.client.time.shift({ ...command(), ids: [open], days: -40 })).rejects.toMatchObject(closed)
    await expect(ledger.client.time.remove({ ...command(), ids: [id] })).rejects.toMatchObject(closed)
    await expect(
      ledger.client.time.split({ ...command(), id, at: Date.parse('2026-09-10T09:30:00+02:00') }),
    ).rejects.toMatchObject(closed)
    await update(id, { channelId: null, activity: 'learning' })
    expect(await ledger.client.time.entry({ id })).toMatchObject({
      isSealed: true,
      channelId: null,
      seconds: 3600,
      cents: 4450,
    })
    await expectSound(ledger.host)
  })
})
