import { afterEach, expect, test } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { LeadInput } from '../../shared/contract/leads.ts'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const period = { from: '2026-01-01' as Day, to: '2026-12-31' as Day }
const lead: LeadInput = {
  name: 'Büroausstattung',
  day: '2026-09-01' as Day,
  valueCents: 100_000,
  probabilityBasisPoints: 3_333,
  expectedOn: '2026-12-01' as Day,
  channelId: 1,
  campaignId: null,
  postId: null,
  conversationId: null,
  clientId: null,
  note: 'Anfrage per Nachricht',
}
const deal = { day: '2026-10-20' as Day, paidCents: 119_000, taxCents: 19_000 }
let host: DirectHost
afterEach(() => host.close())

async function open(): Promise<Client> {
  host = await openDirectHost({ marginBasisPoints: 5500 })
  await host.client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })
  return host.client
}

async function addLead(client: Client, changes: Partial<LeadInput> = {}): Promise<number> {
  const { recordId } = await client.revenue.addLead({ commandId: newCommandId(), lead: { ...lead, ...changes } })
  return recordId as number
}

const coverage = (client: Client) => client.revenue.coverage({ period })

test('open leads are summed up by value and by chance, and stand outside the result', async () => {
  const client = await open()
  await addLead(client)
  await addLead(client, { valueCents: 50, probabilityBasisPoints: 5000 })
  const { sums, counts } = await client.revenue.leads({})
  expect(sums).toEqual({ count: 2, valueCents: 100_050, weightedCents: 33_330 + 25 })
  expect(counts).toEqual({ open: 2, won: 0, lost: 0 })
  expect(await coverage(client)).toMatchObject({ orders: 0, netCents: 0 })
})

test('a won lead becomes a deal with its origin; undo makes a lead of it again', async () => {
  const client = await open()
  const id = await addLead(client)
  const won = await client.revenue.winLead({ commandId: newCommandId(), id, deal })
  expect(await coverage(client)).toMatchObject({ orders: 1, netCents: 100_000, socialNetCents: 100_000 })
  const { leads, sums } = await client.revenue.leads({})
  expect(leads).toMatchObject([{ status: 'won', closedOn: '2026-10-20', eventId: won.recordId }])
  expect(sums.count).toBe(0)
  expect(await client.revenue.purchase({ id: won.recordId as number })).toMatchObject({
    kind: 'deal',
    leadId: id,
    touches: [{ channelId: 1, state: 'counts' }],
  })
  await client.history.undo({ commandId: newCommandId(), undoes: won.commandId })
  expect(await coverage(client)).toMatchObject({ orders: 0 })
  expect((await client.revenue.leads({})).leads).toMatchObject([{ status: 'open', eventId: null, closedOn: null }])
  expect((await client.ledger.verify()).isSound).toBe(true)
})

test('a deal that is deleted leaves its lead open', async () => {
  const client = await open()
  const id = await addLead(client)
  const { recordId } = await client.revenue.winLead({ commandId: newCommandId(), id, deal })
  await client.revenue.removeSale({ commandId: newCommandId(), id: recordId as number })
  expect((await client.revenue.leads({ status: 'open' })).leads).toMatchObject([{ id, eventId: null }])
})

test('a lost lead keeps its reason and can be opened again', async () => {
  const client = await open()
  const id = await addLead(client)
  await client.revenue.loseLead({ commandId: newCommandId(), id, day: '2026-10-01' as Day, reason: 'zu teuer' })
  expect((await client.revenue.leads({ status: 'lost' })).leads).toMatchObject([
    { note: 'Anfrage per Nachricht\nzu teuer', closedOn: '2026-10-01' },
  ])
  await client.revenue.reopenLead({ commandId: newCommandId(), id })
  expect((await client.revenue.leads({})).counts).toEqual({ open: 1, won: 0, lost: 0 })
})

test('a lead is won once, and not before it came', async () => {
  const client = await open()
  const id = await addLead(client)
  const early = { ...deal, day: '2026-08-31' as Day }
  await expect(client.revenue.winLead({ commandId: newCommandId(), id, deal: early })).rejects.toMatchObject({
    data: { field: 'day', reason: 'before_lead' },
  })
  await expect(
    client.revenue.winLead({ commandId: newCommandId(), id, deal: { ...deal, taxCents: 119_001 } }),
  ).rejects.toMatchObject({ data: { field: 'taxCents', reason: 'tax_above_price' } })
  await client.revenue.winLead({ commandId: newCommandId(), id, deal })
  await expect(client.revenue.winLead({ commandId: newCommandId(), id, deal })).rejects.toMatchObject({
    code: 'invalid_value',
  })
  expect(await coverage(client)).toMatchObject({ orders: 1 })
})
