import { afterEach, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { SaleInput, SubscriptionInput, TouchInput } from '../../shared/contract/revenue.ts'
import type { Day } from '../../shared/domain/day.ts'
import {
  makeBackend,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  type DirectHost,
} from '../support/direct-host.ts'
import { directClient } from '../../electron/backend/direct-client.ts'

const period = { from: '2024-01-01' as Day, to: '2026-12-31' as Day }
let host: DirectHost
afterEach(() => host.close())

async function openWithChannel(): Promise<Client> {
  host = await openDirectHost({ marginBasisPoints: 5500 })
  await host.client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })
  await host.client.settings.addChannel({ commandId: newCommandId(), network: 'linkedin', name: 'LinkedIn' })
  return host.client
}

const sale = {
  name: 'Messeverkauf',
  day: '2026-10-20' as Day,
  paidCents: 11_900,
  taxCents: 1_900,
  refundedCents: 0,
  origin: null,
  campaignId: null,
} as const satisfies Partial<SaleInput>

async function addSale(client: Client, changes: Partial<SaleInput> = {}): Promise<number> {
  const { recordId } = await client.revenue.addSale({ commandId: newCommandId(), sale: { ...sale, ...changes } })
  return recordId as number
}

const touch = {
  kind: 'manual',
  scope: 'social',
  channelId: 1,
  campaignId: null,
  postId: null,
  conversationId: null,
} as const

function addTouch(client: Client, eventId: number, day: string, time: string, changes: Partial<TouchInput> = {}) {
  return client.revenue.addTouch({
    commandId: newCommandId(),
    eventId,
    touch: { ...touch, day: day as Day, time, ...changes },
  })
}

async function sumsOf(client: Client) {
  return (await client.revenue.purchases({ filter: { period, model: 'linear' } })).sums
}

describe('sales and deals by hand', () => {
  test('only what is paid counts, and a deal can have its own margin', async () => {
    const client = await openWithChannel()
    const id = await addSale(client, { kind: 'deal', status: 'pending', marginBasisPoints: 9000 })
    expect(await sumsOf(client)).toMatchObject({ count: 0, netCents: 0 })
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { status: 'paid' } })
    expect(await sumsOf(client)).toMatchObject({ count: 1, netCents: 10_000, contributionCents: 9_000 })
    expect(await client.revenue.purchase({ id })).toMatchObject({
      kind: 'deal',
      source: 'deal',
      margin: { basisPoints: 9000, origin: 'event' },
    })
  })

  test('a refund takes its part of the tax along; all of it is an order of zero', async () => {
    const client = await openWithChannel()
    const id = await addSale(client)
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { refundedCents: 5_950 } })
    expect(await sumsOf(client)).toMatchObject({ count: 1, grossCents: 5_950, netCents: 5_000 })
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { refundedCents: 11_900 } })
    expect(await sumsOf(client)).toMatchObject({ count: 1, grossCents: 0, netCents: 0, contributionCents: 0 })
  })

  test.each([
    ['refundedCents', 'refund_above_price', { refundedCents: 11_901 }],
    ['taxCents', 'tax_above_price', { taxCents: 12_000 }],
    ['foreign', 'unknown_currency', { foreign: { currency: 'QQQ', cents: 100, rateMillionths: 900_000 } }],
    ['foreign', 'unknown_currency', { foreign: { currency: 'EUR', cents: 100, rateMillionths: 900_000 } }],
  ])('%s is refused: %s', async (field, reason, changes) => {
    const client = await openWithChannel()
    await expect(addSale(client, changes)).rejects.toMatchObject({ code: 'invalid_value', data: { field, reason } })
    expect(await sumsOf(client)).toMatchObject({ count: 0 })
  })

  test.each([
    ['a margin over 100 %', { marginBasisPoints: 10_001 }],
    ['a negative price', { paidCents: -1 }],
    ['a negative refund', { refundedCents: -1 }],
  ])('%s never reaches the ledger', async (_name, changes) => {
    const client = await openWithChannel()
    await expect(addSale(client, changes)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('a foreign price is converted at its own rate and keeps it', async () => {
    const client = await openWithChannel()
    const foreign = { currency: 'USD', cents: 10_000, rateMillionths: 861_250 }
    const id = await addSale(client, { foreign, paidCents: 1, taxCents: 0 })
    // 100.00 USD × 0.86125 = 86.125 €, half a cent rounds up.
    expect(await client.revenue.purchase({ id })).toMatchObject({ paidCents: 8_613, foreign })
  })

  test('undo brings a removed sale back with its touches', async () => {
    const client = await openWithChannel()
    const id = await addSale(client, { origin: { kind: 'channel', channelId: 1 } })
    await addTouch(client, id, '2026-10-01', '09:00', { channelId: 2 })
    const before = await client.revenue.purchase({ id })
    const removed = await client.revenue.removeSale({ commandId: newCommandId(), id })
    await expect(client.revenue.purchase({ id })).rejects.toMatchObject({ code: 'not_found' })
    await client.history.undo({ commandId: newCommandId(), undoes: removed.commandId })
    expect(await client.revenue.purchase({ id })).toEqual(before)
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('moving a sale to another day takes its origin along', async () => {
    const client = await openWithChannel()
    const id = await addSale(client, { origin: { kind: 'channel', channelId: 1 } })
    const moved = { ...sale, day: '2026-08-01' as Day, origin: { kind: 'channel', channelId: 2 } } as const
    await client.revenue.updateSale({ commandId: newCommandId(), id, sale: moved })
    const { touches } = await client.revenue.purchase({ id })
    expect(touches).toMatchObject([{ channelId: 2, day: '2026-08-01', state: 'counts' }])
  })
})

describe('what an import owns', () => {
  test('amounts stay with the file; margin, client and note are a person’s', async () => {
    host = await openFixtureLedger()
    const { rows } = await host.client.revenue.purchases({ filter: { period, model: 'last' }, limit: 1 })
    const id = rows[0]?.eventId ?? 0
    const patch = (changes: object) =>
      host.client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: changes })
    await expect(patch({ refundedCents: 1 })).rejects.toMatchObject({ data: { reason: 'imported' } })
    await expect(patch({ status: 'voided' })).rejects.toMatchObject({ data: { reason: 'imported' } })
    await patch({ marginBasisPoints: 10_000, note: 'Sonderposten' })
    const purchase = await host.client.revenue.purchase({ id })
    expect(purchase).toMatchObject({
      note: 'Sonderposten',
      margin: { basisPoints: 10_000, origin: 'event' },
      sale: null,
    })
    expect(purchase.contributionCents).toBe(purchase.netCents)
  })

  test('a changed rule leaves touches by hand alone', async () => {
    host = await openFixtureLedger()
    const { client } = host
    const channels = await client.settings.channels()
    const target = channels.at(-1)?.id ?? 0
    const rule = (await client.revenue.rules()).find(
      ({ source, value }) => source === 'utm-source' && value === 'instagram',
    )
    const filter = {
      period,
      model: 'last',
      channelId: rule?.target.kind === 'channel' ? rule.target.channelId : 0,
    } as const
    const eventId = (await client.revenue.purchases({ filter, limit: 1 })).rows[0]?.eventId ?? 0
    const { day } = await client.revenue.purchase({ id: eventId })
    await addTouch(client, eventId, day, '00:00', { kind: 'self-reported', channelId: target })
    const remapped = await client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'utm-source', value: 'instagram', target: { kind: 'channel', channelId: target } },
    })
    const after = (await client.revenue.rules()).find(({ value }) => value === 'instagram')
    expect(after).toMatchObject({ purchases: rule?.purchases, target: { kind: 'channel', channelId: target } })
    expect((await client.revenue.purchase({ id: eventId })).touches.filter(({ isByHand }) => isByHand)).toHaveLength(1)
    await client.history.undo({ commandId: newCommandId(), undoes: remapped.commandId })
    expect((await client.revenue.rules()).find(({ value }) => value === 'instagram')).toEqual(rule)
    expect((await client.ledger.verify()).isSound).toBe(true)
  })
})

describe('touches by hand', () => {
  test('each model’s credit is told, and adds up', async () => {
    const client = await openWithChannel()
    const id = await addSale(client, { origin: { kind: 'channel', channelId: 1 } })
    await addTouch(client, id, '2026-10-13', '12:00', { channelId: 2 })
    await addTouch(client, id, '2026-09-01', '12:00', { channelId: 2 })
    const { touches } = await client.revenue.purchase({ id })
    expect(touches.map(({ state }) => state)).toEqual(['too-old', 'counts', 'counts'])
    expect(touches[1]?.credit).toMatchObject({ first: 1, last: 0, linear: 0.5, position: 0.5 })
    // A touch a half-life of seven days older has half the weight.
    expect(touches[1]?.credit.timeDecay).toBeCloseTo(1 / 3, 8)
    expect(touches[0]?.credit).toMatchObject({ first: 0, linear: 0 })
  })

  test('a touch after the purchase is refused at its field', async () => {
    const client = await openWithChannel()
    const id = await addSale(client)
    await expect(addTouch(client, id, '2026-10-21', '08:00')).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'day', reason: 'touch_after_purchase' },
    })
    // A sale has a day, no time: a touch of the evening is not after it.
    await addTouch(client, id, '2026-10-20', '22:00')
    expect((await client.revenue.purchase({ id })).touches).toMatchObject([{ state: 'counts' }])
  })

  test('an order knows its time, so that a touch can be after it on the same day', async () => {
    host = await openFixtureLedger()
    const { rows } = await host.client.revenue.purchases({
      filter: { period, model: 'last', only: 'untouched' },
      limit: 1,
    })
    const { id, day } = await host.client.revenue.purchase({ id: rows[0]?.eventId ?? 0 })
    await expect(addTouch(host.client, id, day, '23:59')).rejects.toMatchObject({
      data: { field: 'time', reason: 'touch_after_purchase' },
    })
  })

  test('clock changes: an hour that is skipped moves on, one that comes twice is the first', async () => {
    const client = await openWithChannel()
    const id = await addSale(client)
    await addTouch(client, id, '2026-03-29', '02:30')
    const spring = (await client.revenue.purchase({ id })).touches[0]
    expect(spring).toMatchObject({ day: '2026-03-29', time: '03:30' })
    const later = await addSale(client, { day: '2026-10-30' as Day })
    await addTouch(client, later, '2026-10-25', '02:30')
    expect((await client.revenue.purchase({ id: later })).touches[0]?.at).toBe(Date.parse('2026-10-25T00:30:00Z'))
  })

  test('more than five hundred are refused; of ten thousand the newest five hundred count', async () => {
    const client = await openWithChannel()
    const id = await addSale(client)
    await host.backend.ledger.withWriter((db) => {
      const { at } = db.prepare<[number], { at: number }>('SELECT at FROM revenue_event WHERE id = ?').get(id) ?? {
        at: 0,
      }
      const insert = db.prepare<[number, number]>(
        "INSERT INTO touchpoint (event_id, at, kind, scope, channel_id) VALUES (?, ?, 'utm', 'social', 1)",
      )
      db.database.transaction(() => {
        for (let index = 0; index < 10_000; index++) insert.run(id, at - index * 60_000)
      })()
    })
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { note: 'viele' } })
    const purchase = await client.revenue.purchase({ id })
    expect(purchase.touchCount).toBe(10_000)
    expect(purchase.touches.filter(({ state }) => state === 'counts')).toHaveLength(500)
    expect(purchase.touches[0]?.state).toBe('beyond-limit')
    expect(await sumsOf(client)).toMatchObject({ count: 1, netCents: 10_000 })
    await expect(addTouch(client, id, '2026-10-01', '08:00')).rejects.toMatchObject({
      data: { reason: 'too_many_touches' },
    })
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('many purchases are given an origin at once, and undo takes all of it', async () => {
    host = await openFixtureLedger()
    const { client } = host
    const filter = { period, model: 'last', only: 'untouched' } as const
    const before = await client.revenue.coverage({ period })
    const { rows, sums } = await client.revenue.purchases({ filter, limit: 50 })
    const assigned = await client.revenue.assignOrigin({
      commandId: newCommandId(),
      eventIds: rows.map(({ eventId }) => eventId),
      touch: { scope: 'social', channelId: 1, campaignId: null, postId: null, conversationId: null },
    })
    const after = await client.revenue.coverage({ period })
    const net = rows.reduce((sum, { netCents }) => sum + netCents, 0)
    expect(after.touchedNetCents - before.touchedNetCents).toBe(net)
    expect((await client.revenue.purchases({ filter })).sums?.count).toBe((sums?.count ?? 0) - 50)
    await client.history.undo({ commandId: newCommandId(), undoes: assigned.commandId })
    expect(await client.revenue.coverage({ period })).toEqual(before)
  })
})

describe('subscriptions', () => {
  const subscription: SubscriptionInput = {
    name: 'Betreuung Müller',
    startsOn: '2026-01-31' as Day,
    endsOn: null,
    repetition: 'monthly',
    paidCents: 11_900,
    taxCents: 1_900,
    marginBasisPoints: null,
    clientId: null,
    origin: { kind: 'channel', channelId: 1 },
    campaignId: null,
  }
  const payments = async (client: Client) =>
    (await client.revenue.purchases({ filter: { period, model: 'last', kind: 'subscription' } })).rows

  test('every payment up to today is a purchase of its day', async () => {
    const client = await openWithChannel()
    await client.revenue.addSubscription({ commandId: newCommandId(), subscription })
    const rows = await payments(client)
    expect(rows.map(({ day }) => day)).toEqual([
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
    ])
    expect(await client.revenue.subscriptions()).toMatchObject([
      { payments: 10, netCents: 100_000, nextDay: '2026-11-30' },
    ])
    expect(await client.revenue.coverage({ period })).toMatchObject({ socialNetCents: 100_000 })
  })

  test('ends on a day, keeps a refund, and undo takes all of it back', async () => {
    const client = await openWithChannel()
    const added = await client.revenue.addSubscription({ commandId: newCommandId(), subscription })
    const id = added.recordId as number
    const first = (await payments(client)).at(-1)?.eventId ?? 0
    const refund = await client.revenue.updatePurchase({
      commandId: newCommandId(),
      id: first,
      patch: { refundedCents: 11_900 },
    })
    const changed = { ...subscription, paidCents: 23_800, taxCents: 3_800, endsOn: '2026-03-31' as Day }
    const update = await client.revenue.updateSubscription({ commandId: newCommandId(), id, subscription: changed })
    expect((await payments(client)).map(({ paidCents, refundedCents }) => [paidCents, refundedCents])).toEqual([
      [23_800, 0],
      [23_800, 0],
      [23_800, 11_900],
    ])
    expect(await client.revenue.subscriptions()).toMatchObject([{ nextDay: null }])
    for (const { commandId } of [update, refund, added])
      await client.history.undo({ commandId: newCommandId(), undoes: commandId })
    expect(await payments(client)).toEqual([])
    expect(await client.revenue.subscriptions()).toEqual([])
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('goes on with the days', async () => {
    const client = await openWithChannel()
    await client.revenue.addSubscription({ commandId: newCommandId(), subscription })
    host.backend.close()
    const later = makeBackend(host.folder, host.path, Date.parse('2027-01-15T11:00:00Z'))
    await later.openLedger(host.path)
    const client2 = directClient(later)
    expect(await client2.revenue.subscriptions()).toMatchObject([{ payments: 12, nextDay: '2027-01-31' }])
    expect((await client2.ledger.verify()).isSound).toBe(true)
    later.close()
  })

  test('is removed with its payments', async () => {
    const client = await openWithChannel()
    const { recordId } = await client.revenue.addSubscription({ commandId: newCommandId(), subscription })
    await client.revenue.removeSubscription({ commandId: newCommandId(), id: recordId as number })
    expect(await sumsOf(client)).toMatchObject({ count: 0, netCents: 0 })
  })
})

describe('in a closed month', () => {
  const linesOf = async (client: Client) =>
    (await client.ledger.lines({ filter: { period, kinds: ['revenue'] } })).lines.map(({ day, cents }) => [day, cents])
  const close = (client: Client, month: string) =>
    client.ledger.closeMonth({ commandId: newCommandId(), month, withEarlier: true })

  test('a refund is booked today as a reversal and a new line; the closed month stays', async () => {
    const client = await openWithChannel()
    const id = await addSale(client, { origin: { kind: 'channel', channelId: 1 } })
    await close(client, '2026-10')
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { refundedCents: 5_950 } })
    expect(await linesOf(client)).toEqual([
      ['2026-11-02', 5_000],
      ['2026-11-02', -10_000],
      ['2026-10-20', 10_000],
    ])
    expect(await client.revenue.purchase({ id })).toMatchObject({ isSealed: true, netCents: 5_000 })
    expect(await sumsOf(client)).toMatchObject({ netCents: 5_000, orders: 1 })
    await client.revenue.removeSale({ commandId: newCommandId(), id })
    expect(await sumsOf(client)).toMatchObject({ netCents: 0, orders: 0 })
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('nothing new is entered: sale, subscription, won lead', async () => {
    const client = await openWithChannel()
    await addSale(client)
    await close(client, '2026-10')
    const refused = { code: 'month_closed', data: { firstOpenDay: '2026-11-01' } }
    await expect(addSale(client, { day: '2026-10-31' as Day })).rejects.toMatchObject(refused)
    const subscription = { name: 'Abo', startsOn: '2026-09-01' as Day, endsOn: null, repetition: 'monthly' } as const
    const amounts = {
      paidCents: 100,
      taxCents: 0,
      marginBasisPoints: null,
      clientId: null,
      origin: null,
      campaignId: null,
    }
    await expect(
      client.revenue.addSubscription({ commandId: newCommandId(), subscription: { ...subscription, ...amounts } }),
    ).rejects.toMatchObject(refused)
    expect(await sumsOf(client)).toMatchObject({ count: 1 })
  })

  test('a subscription that is removed takes its closed payments back with corrections', async () => {
    const client = await openWithChannel()
    const { recordId } = await client.revenue.addSubscription({
      commandId: newCommandId(),
      subscription: {
        name: 'Abo',
        startsOn: '2026-09-15' as Day,
        endsOn: null,
        repetition: 'monthly',
        paidCents: 10_000,
        taxCents: 0,
        marginBasisPoints: null,
        clientId: null,
        origin: null,
        campaignId: null,
      },
    })
    await close(client, '2026-09')
    const removed = await client.revenue.removeSubscription({ commandId: newCommandId(), id: recordId as number })
    expect(await sumsOf(client)).toMatchObject({ netCents: 0, orders: 0 })
    expect((await linesOf(client)).filter(([day]) => String(day) < '2026-10')).toEqual([['2026-09-15', 10_000]])
    await client.history.undo({ commandId: newCommandId(), undoes: removed.commandId })
    expect(await sumsOf(client)).toMatchObject({ netCents: 20_000, orders: 2 })
    expect((await client.ledger.verify()).isSound).toBe(true)
  })
})
