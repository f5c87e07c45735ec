// What a strict reader of closed months, origins and merged records found.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { SubscriptionInput } from '../../shared/contract/revenue.ts'
import type { Day } from '../../shared/domain/day.ts'
import { importBytes, newCommandId } from '../support/direct-host.ts'

const clock = { now: 0 }
const period = { from: '2026-01-01' as Day, to: '2026-12-31' as Day }
let folder: string
let backend: Backend
let client: Client

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-test-'))
  clock.now = Date.parse('2026-04-02T10:00:00Z')
  backend = new Backend({
    host: 'direct',
    dataFolder: folder,
    ledgerPath: undefined,
    appVersion: '0.0.0-test',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language: 'de',
    now: () => clock.now,
  })
  await backend.createLedger(join(folder, 'test.gegenwert'), { isFirstStartDone: true, marginBasisPoints: 5000 })
  client = directClient(backend)
  await client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })
})
afterEach(() => {
  backend.close()
  rmSync(folder, { recursive: true, force: true })
})

const netCents = async () => (await client.result.summary({ period, model: 'last', by: 'channel' })).totals.netCents
const purchaseIds = async () =>
  (await client.revenue.purchases({ filter: { period, model: 'last' }, limit: 100 })).rows.map((row) => row.eventId)

describe('an origin said otherwise than by a channel', () => {
  async function wonDeal(): Promise<number> {
    await client.records.addConversation({
      commandId: newCommandId(),
      conversation: { label: 'Anfrage', channelId: null, postId: null, day: '2026-01-05' },
    })
    const { recordId: id } = await client.revenue.addLead({
      commandId: newCommandId(),
      lead: {
        name: 'Lead',
        day: '2026-01-10' as Day,
        valueCents: 10_000,
        probabilityBasisPoints: 5_000,
        expectedOn: null,
        channelId: null,
        campaignId: null,
        postId: null,
        conversationId: 1,
        clientId: null,
        note: '',
      },
    })
    const deal = { day: '2026-01-20' as Day, paidCents: 10_000, taxCents: 0 }
    await client.revenue.winLead({ commandId: newCommandId(), id: id!, deal })
    return (await purchaseIds())[0]!
  }

  test('a won deal saved with a note keeps its conversation and its social credit', async () => {
    const id = await wonDeal()
    const before = await client.revenue.purchase({ id })
    expect(before.sale?.origin).toEqual({ kind: 'social' })
    const credited = await netCents()
    expect(credited).toBe(10_000)
    await client.revenue.updateSale({
      commandId: newCommandId(),
      id,
      sale: { ...before.sale!, note: 'nur eine Notiz' },
    })
    expect((await client.revenue.purchase({ id })).touches).toEqual(before.touches)
    expect(await netCents()).toBe(credited)
  })

  test('and takes another origin when one is chosen', async () => {
    const id = await wonDeal()
    const { sale } = await client.revenue.purchase({ id })
    await client.revenue.updateSale({ commandId: newCommandId(), id, sale: { ...sale!, origin: { kind: 'other' } } })
    expect((await client.revenue.purchase({ id })).touches).toMatchObject([{ scope: 'other', channelId: null }])
    expect(await netCents()).toBe(0)
  })
})

const subscription: SubscriptionInput = {
  name: 'Abo',
  startsOn: '2026-01-10' as Day,
  endsOn: null,
  repetition: 'monthly',
  paidCents: 1000,
  taxCents: 0,
  marginBasisPoints: null,
  clientId: null,
  origin: null,
  campaignId: null,
}
const addSubscription = async (more: Partial<SubscriptionInput> = {}) =>
  (await client.revenue.addSubscription({ commandId: newCommandId(), subscription: { ...subscription, ...more } }))
    .recordId!
const updateSubscription = (id: number, more: Partial<SubscriptionInput>) =>
  client.revenue.updateSubscription({ commandId: newCommandId(), id, subscription: { ...subscription, ...more } })
const touchesOf = async (id: number) => (await client.revenue.purchase({ id })).touches

describe('editing a subscription', () => {
  const ofChannel = { channelId: 1, campaignId: null, postId: null, conversationId: null, scope: 'social' } as const

  test('keeps the origins given to its payments by hand, also when it moves', async () => {
    const id = await addSubscription()
    const eventIds = await purchaseIds()
    expect(eventIds).toHaveLength(3)
    await client.revenue.assignOrigin({ commandId: newCommandId(), eventIds, touch: ofChannel })
    await updateSubscription(id, { name: 'Abo, umbenannt', startsOn: '2026-01-08' as Day })
    for (const eventId of eventIds)
      expect(await touchesOf(eventId)).toMatchObject([{ channelId: 1, scope: 'social', state: 'counts' }])
    await updateSubscription(id, { origin: { kind: 'other' } })
    for (const eventId of eventIds) expect(await touchesOf(eventId)).toMatchObject([{ channelId: 1, scope: 'social' }])
  })

  test('changes the origin of the payments that had its own', async () => {
    const id = await addSubscription({ origin: { kind: 'channel', channelId: 1 } })
    const [changed, ...others] = await purchaseIds()
    const [touch] = await touchesOf(changed!)
    await client.revenue.removeTouch({ commandId: newCommandId(), id: touch!.id })
    await updateSubscription(id, { origin: { kind: 'social' } })
    expect(await touchesOf(changed!)).toEqual([])
    for (const eventId of others) expect(await touchesOf(eventId)).toMatchObject([{ scope: 'social', channelId: null }])
    await updateSubscription(id, { origin: null })
    for (const eventId of others) expect(await touchesOf(eventId)).toEqual([])
    await updateSubscription(id, { origin: { kind: 'other' } })
    for (const eventId of others) expect(await touchesOf(eventId)).toMatchObject([{ scope: 'other' }])
  })
})

const closeMonth = (month: string) => client.ledger.closeMonth({ commandId: newCommandId(), month, withEarlier: true })
const addExpense = async (name: string, startsOn: string, cents: number) =>
  (
    await client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        kind: 'tool',
        name,
        cents,
        startsOn: startsOn as Day,
        endsOn: null,
        repetition: 'once',
        channelId: null,
        campaignId: null,
        scope: 'social',
        note: '',
      },
    })
  ).recordId!

describe('a campaign merged after a month of it was closed', () => {
  const head = 'Tag;Kampagnenname;Ausgegebener Betrag (EUR);Impressionen;Link-Klicks;Ergebnisse;Conversion-Wert'
  const ads = (...rows: string[]) => ({
    name: 'meta.csv',
    bytes: Buffer.from([head, ...rows.map((row) => `${row};100;10;1;5,00`), ''].join('\n')),
  })
  const campaigns = async () => client.records.named({ list: 'campaign' })
  const idOf = async (slug: string) => (await campaigns()).find((row) => row.slug === slug)!.id
  const merge = async (from: string, into: string) =>
    client.records.merge({
      commandId: newCommandId(),
      kind: 'campaign',
      fromId: await idOf(from),
      intoId: await idOf(into),
    })

  beforeEach(async () => {
    await importBytes(client, [ads('2026-01-05;Sommer;10,00', '2026-01-06;Herbst;3,00')])
    await closeMonth('2026-01')
    await merge('sommer', 'herbst')
  })

  test('stays merged when the next import still names it', async () => {
    await importBytes(client, [ads('2026-01-05;Sommer;10,00', '2026-01-06;Herbst;3,00', '2026-02-03;Sommer;7,00')])
    const { rows } = await client.result.summary({
      period: { from: '2026-02-01' as Day, to: '2026-03-31' as Day },
      model: 'last',
      by: 'campaign',
    })
    expect(rows.map((row) => row.adsCents)).not.toContain(0)
    expect((await campaigns()).find((row) => row.slug === 'herbst')).toMatchObject({ aliases: ['sommer'], useCount: 3 })
    expect((await campaigns()).find((row) => row.slug === 'sommer')).toMatchObject({ useCount: 0 })
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('can be merged back, and its slug is taken for others', async () => {
    const rename = async (id: number, slug: string) =>
      client.records.updateNamed({ commandId: newCommandId(), list: 'campaign', id, name: 'Neu', slug })
    await expect(rename(await idOf('herbst'), 'sommer')).rejects.toMatchObject({ code: 'name_taken' })
    await merge('herbst', 'sommer')
    expect((await campaigns()).map(({ slug, aliases }) => [slug, aliases])).toEqual([
      ['herbst', []],
      ['sommer', ['herbst']],
    ])
    await rename(await idOf('herbst'), 'winter')
    await importBytes(client, [ads('2026-02-03;Herbst;7,00')])
    expect((await campaigns()).find((row) => row.slug === 'sommer')).toMatchObject({ useCount: 3 })
  })
})

test('closing a month first follows the payments that fell due since the app was last looked at', async () => {
  await addSubscription({ startsOn: '2026-03-10' as Day })
  clock.now = Date.parse('2026-05-02T10:00:00Z')
  const preview = await client.ledger.previewClose({ month: '2026-04' })
  expect(preview.months.map((one) => [one.month, one.revenueCents])).toEqual([
    ['2026-03', 1000],
    ['2026-04', 1000],
  ])
  clock.now = Date.parse('2026-06-02T10:00:00Z')
  await closeMonth('2026-05')
  const { lines } = await client.ledger.lines({ filter: { period } })
  expect(lines.map((line) => [line.day, line.forDay])).toEqual([
    ['2026-05-10', null],
    ['2026-04-10', null],
    ['2026-03-10', null],
  ])
})

describe('REPLACE', () => {
  const line = `day, scope, kind, cents, source_kind, source_id`
  const seal = `month, last_day, sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash, previous_hash, hash, snapshot`
  const later = `sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash, hash`

  test.each([
    `INSERT OR REPLACE INTO ledger_line (id, ${line}) SELECT id, '2026-04-01', scope, kind, 1, source_kind, source_id FROM ledger_line WHERE day = '2026-01-10'`,
    `UPDATE OR REPLACE ledger_line SET id = (SELECT id FROM ledger_line WHERE day = '2026-01-10') WHERE day = '2026-04-01'`,
    `INSERT OR REPLACE INTO seal (id, ${seal}) SELECT id, '2026-12', '2026-12-31', ${later}, replace(hash, 'a', 'b'), '{}' FROM seal`,
    `INSERT OR REPLACE INTO seal (${seal}) SELECT month, '2026-12-31', ${later}, replace(hash, 'a', 'b'), '{}' FROM seal`,
    `INSERT OR REPLACE INTO seal (${seal}) SELECT '2026-12', '2026-12-31', ${later}, hash, '{}' FROM seal`,
  ])('does not get past what guards closed months: %s', async (sql) => {
    await addExpense('Werkzeug', '2026-01-10', 5000)
    await addExpense('Werkzeug', '2026-04-01', 700)
    await closeMonth('2026-01')
    const database = new SqliteDatabase(join(folder, 'test.gegenwert'))
    try {
      expect(() => database.exec(sql)).toThrow(/month closed|seals follow/)
    } finally {
      database.close()
    }
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test.each(['sealed_event_kept', 'touch_of_removed_event_kept'])(
    'the guard %s is missed when it is gone',
    async (name) => {
      const database = new SqliteDatabase(join(folder, 'test.gegenwert'))
      database.exec(`DROP TRIGGER ${name}`)
      database.close()
      const { checks } = await client.ledger.verify()
      expect(checks.find((check) => check.name === 'seals')).toMatchObject({ isPassed: false, detail: `guard ${name}` })
    },
  )
})

test('a channel named like a fixed word of the journal has an account of its own', async () => {
  for (const name of ['Kanalübergreifend', 'Nicht Social Media'])
    await client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name })
  const spend = (channelId: number | null, scope: 'social' | 'other') =>
    client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        kind: 'tool',
        name: 'Werkzeug',
        cents: 100,
        startsOn: '2026-02-01' as Day,
        endsOn: null,
        repetition: 'once',
        channelId,
        campaignId: null,
        scope,
        note: '',
      },
    })
  await spend(null, 'social')
  await spend(2, 'social')
  await spend(3, 'social')
  let journal = ''
  for await (const event of await client.reports.exportFile({ kind: 'journal', language: 'de' }))
    if (event.kind === 'piece') journal += event.text
  expect(journal.match(/^account Aufwand:.*$/gm)).toEqual([
    'account Aufwand:Werkzeuge:Kanalübergreifend',
    'account Aufwand:Werkzeuge:Kanalübergreifend 2',
    'account Aufwand:Werkzeuge:Nicht Social Media 3',
  ])
})

test('a line whose source was removed says so instead of having no words', async () => {
  const id = await addExpense('Altes Werkzeug', '2026-01-10', 5000)
  await addExpense('Bleibt', '2026-01-11', 100)
  await closeMonth('2026-01')
  await client.costs.removeExpense({ commandId: newCommandId(), id })
  const { lines } = await client.ledger.lines({ filter: { period } })
  expect(lines.map((line) => [line.cents, line.description, line.source.isRemoved])).toEqual([
    [-5000, '', true],
    [100, 'Bleibt', false],
    [5000, '', true],
  ])
})
