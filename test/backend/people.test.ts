import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'
import { closeMonth, expectSound, openClosable } from '../support/closing.ts'
import { newCommandId, type DirectHost } from '../support/direct-host.ts'
import { addRow, changeRow } from '../support/ledger-sources.ts'

let host: DirectHost
let lena: number
let channel: number

beforeEach(async () => {
  const opened = await openClosable()
  host = opened.host
  lena = opened.person
  channel = opened.channel
})
afterEach(() => host.close())

const command = () => ({ commandId: newCommandId() })

async function work(personId: number, day: string, seconds: number, more: object = {}): Promise<void> {
  const startedAt = instantAt(day as Day, '09:00', 'Europe/Berlin')
  await addRow(host, 'time_entry', {
    person_id: personId,
    activity: 'content',
    started_at: startedAt,
    ended_at: startedAt + seconds * 1000,
    day,
    ...more,
  })
}

/** All work of the ledger: what is in the result and what stands beside it. */
async function labour(): Promise<{ cents: number; unpricedSeconds: number }> {
  const period = { from: '2025-01-01' as Day, to: '2026-12-31' as Day }
  const { totals, other } = await host.client.result.summary({ period, model: 'last', by: 'channel' })
  return { cents: totals.labourCents + other.labourCents, unpricedSeconds: totals.unpricedSeconds }
}

async function expectPreviewHolds(draft: {
  personId: number | null
  validFrom: Day
  centsPerHour: number
  replacesId?: number
}) {
  const input = { ...draft, basis: null }
  const preview = await host.client.settings.previewRate(input)
  const before = await labour()
  await host.client.settings.setRate({ ...command(), ...input })
  const after = await labour()
  expect(after.cents - before.cents).toBe(preview.centsAfter - preview.centsBefore)
  expect(after.unpricedSeconds - before.unpricedSeconds).toBe(
    preview.unpricedSecondsAfter - preview.unpricedSecondsBefore,
  )
  // What was promised has happened: nothing is left to change.
  const { replacesId: _, ...same } = input
  expect(await host.client.settings.previewRate(same)).toMatchObject({ entries: 0, closedSeconds: 0 })
  await expectSound(host)
  return preview
}

describe('a person', () => {
  test('has a kind, paid hours and can be oneself; one undo takes all of it back', async () => {
    const { settings, history } = host.client
    const added = newCommandId()
    const { recordId } = await settings.addPerson({
      commandId: added,
      name: 'Die Chefin',
      kind: 'expert',
      paidSecondsPerWeek: 20 * 3600,
      isSelf: true,
    })
    const boss = (await settings.people()).people.find(({ id }) => id === recordId)
    expect(boss).toMatchObject({ name: 'Die Chefin', kind: 'expert', paidSecondsPerWeek: 72_000, opportunityRates: [] })
    expect((await settings.ledger()).selfPersonId).toBe(recordId)
    await history.undo({ ...command(), undoes: added })
    expect((await settings.people()).people.map(({ name }) => name)).toEqual(['Lena'])
    expect((await settings.ledger()).selfPersonId).toBeNull()
  })

  test('is changed in part, and says so where a name is taken', async () => {
    const { settings } = host.client
    const { recordId } = await settings.addPerson({ ...command(), name: 'Jo' })
    const id = recordId ?? 0
    await settings.updatePerson({ ...command(), id, patch: { kind: 'freelancer', paidSecondsPerWeek: 36_000 } })
    await settings.updatePerson({ ...command(), id, patch: { paidSecondsPerWeek: null } })
    expect((await settings.people()).people[1]).toMatchObject({ kind: 'freelancer', paidSecondsPerWeek: null })
    await expect(settings.updatePerson({ ...command(), id, patch: { name: 'LENA' } })).rejects.toMatchObject({
      code: 'name_taken',
    })
    await settings.updatePerson({ ...command(), id: lena, patch: { name: 'LENA' } })
    expect((await settings.people()).people[0]?.name).toBe('LENA')
  })

  test('who goes is oneself no longer', async () => {
    const { settings } = host.client
    await settings.updatePerson({ ...command(), id: lena, patch: { isSelf: true } })
    await settings.removePerson({ ...command(), id: lena })
    expect((await settings.ledger()).selfPersonId).toBeNull()
    await expect(settings.update({ ...command(), patch: { selfPersonId: 999 } })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('the first start makes the one who answers oneself', async () => {
    const { settings } = host.client
    await settings.firstStart({
      ...command(),
      language: 'de',
      businessKind: 'freelancer',
      self: { name: 'Mara', kind: 'freelancer' },
      rate: null,
      marginBasisPoints: null,
      channels: [],
    })
    const mara = (await settings.people()).people.find(({ name }) => name === 'Mara')
    expect(mara?.kind).toBe('freelancer')
    expect((await settings.ledger()).selfPersonId).toBe(mara?.id)
  })
})

describe('what a changed rate changes is said before', () => {
  test('and is what saving does, to the cent, for one person and for everyone', async () => {
    const { recordId } = await host.client.settings.addPerson({ ...command(), name: 'Jo' })
    const jo = recordId ?? 0
    for (const [index, seconds] of [1801, 2217, 59, 3600, 12_345, 7].entries()) {
      await work(lena, addDays('2026-09-28' as Day, index), seconds)
      await work(jo, addDays('2026-10-05' as Day, index), seconds + 1)
    }
    await work(lena, '2026-10-20', 3333, { scope: 'other' })
    await work(lena, '2025-12-31', 900)

    const first = await expectPreviewHolds({ personId: lena, validFrom: '2026-10-01' as Day, centsPerHour: 4281 })
    expect(first).toMatchObject({ entries: 4, seconds: 3600 + 12_345 + 7 + 3333 })
    await expectPreviewHolds({ personId: null, validFrom: '2026-10-07' as Day, centsPerHour: 3999 })
    await expectPreviewHolds({ personId: jo, validFrom: '2026-01-01' as Day, centsPerHour: 0 })
    const early = await expectPreviewHolds({ personId: null, validFrom: '2025-01-01' as Day, centsPerHour: 3500 })
    expect(early).toMatchObject({ entries: 1, unpricedSecondsBefore: 900, unpricedSecondsAfter: 0, centsBefore: 0 })
  })

  test('also where a rate is moved to another day, so that hours lose theirs', async () => {
    await work(lena, '2026-10-01', 5400)
    await work(lena, '2026-10-08', 5400)
    const [general] = (await host.client.settings.people()).defaultRates
    const moved = await expectPreviewHolds({
      personId: null,
      validFrom: '2026-10-05' as Day,
      centsPerHour: 4000,
      replacesId: general?.id ?? 0,
    })
    expect(moved).toMatchObject({ entries: 1, unpricedSecondsAfter: 5400, centsBefore: 6000, centsAfter: 0 })
  })

  test('closed months keep their cost and are named', async () => {
    await work(lena, '2026-08-03', 7200)
    await work(lena, '2026-10-05', 3600)
    await closeMonth(host, '2026-09', true)
    const preview = await expectPreviewHoldsForClosed()
    expect(preview).toEqual({
      entries: 1,
      seconds: 3600,
      centsBefore: 4000,
      centsAfter: 5000,
      unpricedSecondsBefore: 0,
      unpricedSecondsAfter: 0,
      closedSeconds: 7200,
    })
  })

  async function expectPreviewHoldsForClosed() {
    const input = { personId: lena, validFrom: '2026-01-01' as Day, centsPerHour: 5000, basis: null }
    const preview = await host.client.settings.previewRate(input)
    const before = await labour()
    await host.client.settings.setRate({ ...command(), ...input })
    expect((await labour()).cents - before.cents).toBe(preview.centsAfter - preview.centsBefore)
    await expectSound(host)
    return preview
  }

  test('what came or was corrected after the closing is booked in an open month, and follows', async () => {
    await work(lena, '2026-08-03', 7200)
    await work(lena, '2026-08-04', 7200)
    await work(lena, '2026-08-05', 7200)
    const [longer, elsewhere] = (await host.client.time.list({ filter: {} })).rows.toReversed()
    await closeMonth(host, '2026-09', true)
    // As imports do: more of a closed month, one entry longer than before, one on a channel.
    await work(lena, '2026-08-06', 3600)
    await changeRow(host, 'time_entry', longer!.id, { ended_at: longer!.startedAt + 9000 * 1000 })
    await changeRow(host, 'time_entry', elsewhere!.id, { channel_id: channel })
    const preview = await expectPreviewHolds({ personId: lena, validFrom: '2026-08-01' as Day, centsPerHour: 5000 })
    expect(preview).toMatchObject({
      entries: 2,
      seconds: 9000 + 3600,
      centsBefore: 14_000,
      centsAfter: 17_500,
      closedSeconds: 14_400,
    })
    const lost = await expectPreviewHolds({ personId: lena, validFrom: '2026-08-06' as Day, centsPerHour: 5001 })
    expect(lost).toMatchObject({ entries: 1, seconds: 3600, centsBefore: 5000, centsAfter: 5001, closedSeconds: 0 })
  })

  test('running entries cost nothing yet, and a preview writes nothing', async () => {
    await work(lena, '2026-10-05', 3600, { ended_at: null })
    const before = await host.client.settings.people()
    const input = { personId: lena, validFrom: '2026-01-01' as Day, centsPerHour: 9000, basis: null }
    expect(await host.client.settings.previewRate(input)).toMatchObject({ entries: 0, seconds: 0 })
    expect(await host.client.settings.people()).toEqual(before)
    await expect(host.client.settings.previewRate({ ...input, personId: 99 })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(host.client.settings.previewRate({ ...input, replacesId: 99 })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('what the hours would have earned elsewhere', () => {
  const october = { from: '2026-10-01' as Day, to: '2026-10-31' as Day }

  test('stands beside the result of a period and changes none of it', async () => {
    const { settings, result } = host.client
    await work(lena, '2026-10-05', 20 * 3600)
    await work(lena, '2026-09-05', 3600)
    await work(lena, '2026-10-06', 3600, { scope: 'other' })
    const question = { period: october, model: 'last', by: 'channel' } as const
    const before = await result.summary(question)
    expect(await result.opportunity({ period: october })).toEqual({ cents: 0, seconds: 0, people: [] })
    await settings.setOpportunityRate({
      ...command(),
      personId: lena,
      validFrom: '2026-01-01' as Day,
      centsPerHour: 16_000,
    })
    expect(await result.opportunity({ period: october })).toEqual({
      cents: 320_000,
      seconds: 72_000,
      people: [{ personId: lena, name: 'Lena', cents: 320_000, seconds: 72_000 }],
    })
    expect(await result.summary(question)).toEqual(before)
  })

  test('follows the rate of each day; the same day is replaced, another one moved, undo brings it back', async () => {
    const { settings, result, history } = host.client
    await work(lena, '2026-10-05', 3600)
    await work(lena, '2026-10-20', 3600)
    const set = (validFrom: string, centsPerHour: number, more: object = {}) =>
      settings.setOpportunityRate({ ...command(), personId: lena, validFrom: validFrom as Day, centsPerHour, ...more })
    const cents = async () => (await result.opportunity({ period: october })).cents
    await set('2026-01-01', 10_000)
    const { recordId } = await set('2026-10-15', 20_000)
    expect(await cents()).toBe(30_000)
    await set('2026-10-15', 25_000)
    expect(await cents()).toBe(35_000)
    const moved = await set('2026-10-01', 25_000, { replacesId: recordId })
    expect(await cents()).toBe(50_000)
    await history.undo({ ...command(), undoes: moved.commandId })
    expect(await cents()).toBe(35_000)
    const [first] = (await settings.people()).people[0]?.opportunityRates ?? []
    await settings.removeOpportunityRate({ ...command(), id: first?.id ?? 0 })
    expect(await cents()).toBe(25_000)
  })
})

describe('how much of the paid time is logged', () => {
  test('is measured over the last full weeks, with holidays, weeks off and estimates taken into account', async () => {
    const { settings } = host.client
    expect(await settings.trackedShares()).toEqual([])
    await settings.updatePerson({ ...command(), id: lena, patch: { paidSecondsPerWeek: 40 * 3600 } })
    // Today is Monday, 2 November: the last full week is the one from 26 October. The week of the first entry is none in full.
    await work(lena, '2026-09-23', 8 * 3600)
    for (const monday of ['2026-09-28', '2026-10-05', '2026-10-19', '2026-10-26'])
      for (const day of [0, 1, 2, 3]) await work(lena, addDays(monday as Day, day), 8 * 3600)
    await work(lena, '2026-10-30', 4 * 3600, { is_estimate: 1 })
    await work(lena, '2026-11-02', 4 * 3600)
    expect(await settings.trackedShares()).toEqual([
      {
        personId: lena,
        weeks: 4,
        weeksWithout: 1,
        loggedSeconds: 132 * 3600,
        estimatedSeconds: 4 * 3600,
        paidSeconds: 160 * 3600,
        basisPoints: 8250,
      },
    ])
    await settings.update({ ...command(), patch: { holidayRegion: { country: 'AT', state: null } } })
    // 26 October is Austria's national day: a Monday that is not paid work.
    expect((await settings.trackedShares())[0]).toMatchObject({ paidSeconds: 152 * 3600 })
  })
})
