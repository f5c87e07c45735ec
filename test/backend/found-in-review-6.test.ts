// What a strict reader of closed months, origins and merged records found.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    capabilities: { savePdf: false, openFileDialog: false },
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
