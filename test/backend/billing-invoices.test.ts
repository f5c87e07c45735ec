// Invoices: what they lock, what they book, and that everything comes back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { Day, Month } from '../../shared/domain/day.ts'
import { addClient, addPerson, logTime, retainer, setBillingRate } from '../support/billing-ledger.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const october = { from: '2026-10-01' as Day, to: '2026-10-31' as Day }
const H = 3_600
let host: DirectHost
let client: Client
let mira: number
let ahoi: number
let entries: number[]

beforeEach(async () => {
  host = await openDirectHost({ businessKind: 'freelancer', marginBasisPoints: 5500 })
  client = host.client
  mira = await addPerson(client)
  ahoi = await addClient(client, 'Café Ahoi')
  await setBillingRate(client, ahoi, 6_000)
  entries = [await log('2026-10-05', '09:00', '11:00'), await log('2026-10-06', '09:00', '10:00')]
})
afterEach(() => host.close())

const log = (day: string, from: string, to: string, options = {}) =>
  logTime(client, day, from, to, { personId: mira, clientId: ahoi, ...options })
const invoice = async (options: Partial<Parameters<Client['billing']['addInvoice']>[0]> = {}) =>
  client.billing.addInvoice({
    commandId: newCommandId(),
    clientId: ahoi,
    period: october,
    number: '2026-001',
    feeMonths: [],
    booking: null,
    ...options,
  })
const booking = { kind: 'deal', day: '2026-11-02' as Day, taxBasisPoints: 1_900 } as const
const invoices = () => client.billing.invoices({ clientId: ahoi })
const open = async () => (await client.billing.client({ id: ahoi, month: '2026-10' as Month })).client.open
const undo = (commandId: string) => client.history.undo({ commandId: newCommandId(), undoes: commandId })
const revenueNet = async () =>
  (
    await client.revenue.purchases({
      filter: { period: { from: '2026-01-01' as Day, to: '2026-12-31' as Day }, model: 'last' },
    })
  ).sums

describe('an invoice', () => {
  test('holds the open billable entries of its period and locks them', async () => {
    await log('2026-10-07', '09:00', '10:00', { isBillable: false })
    await log('2026-11-02', '08:00', '09:00')
    expect(await client.billing.invoicePreview({ clientId: ahoi, period: october })).toMatchObject({
      figures: { count: 2, billedSeconds: 3 * H, cents: 18_000 },
      invoicedCount: 0,
      suggestedNumber: '2026-001',
    })
    const { recordId } = await invoice()
    expect(await invoices()).toMatchObject([
      { id: recordId, number: '2026-001', entryCount: 2, rawSeconds: 3 * H, billedSeconds: 3 * H, cents: 18_000 },
    ])
    expect(await open()).toMatchObject({ count: 1, cents: 6_000 })
    const patch = { startedAt: Date.parse('2026-10-05T06:00:00Z') }
    const refused = { code: 'entry_invoiced', data: { invoiceId: recordId, number: '2026-001' } }
    await expect(
      client.time.update({ commandId: newCommandId(), id: entries[0]!, patch, onOverlap: 'keep' }),
    ).rejects.toMatchObject(refused)
    await expect(client.time.remove({ commandId: newCommandId(), ids: [entries[1]!] })).rejects.toMatchObject(refused)
    expect(await client.billing.invoicePreview({ clientId: ahoi, period: october })).toMatchObject({
      figures: { count: 0 },
      invoicedCount: 2,
      suggestedNumber: '2026-002',
    })
  })

  test('comes with its fee as revenue of one’s own, and one undo takes all of it back', async () => {
    const { commandId } = await invoice({ booking })
    const [made] = await invoices()
    expect(await client.revenue.purchase({ id: made!.eventId! })).toMatchObject({
      kind: 'deal',
      name: '2026-001 · Café Ahoi',
      day: '2026-11-02',
      paidCents: 21_420,
      taxCents: 3_420,
      netCents: 18_000,
      contributionCents: 18_000,
      clientId: ahoi,
      beneficiary: 'own',
    })
    await undo(commandId)
    expect(await invoices()).toEqual([])
    expect(await open()).toMatchObject({ count: 2, cents: 18_000 })
    expect(await revenueNet()).toMatchObject({ count: 0 })
    await client.time.remove({ commandId: newCommandId(), ids: [entries[0]!] })
    expect(await open()).toMatchObject({ count: 1 })
  })

  test('is refused without anything to invoice, without a price, with a number that is taken', async () => {
    await invoice()
    await expect(invoice({ number: '2026-002' })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'period', reason: 'nothing_to_invoice' },
    })
    await log('2026-10-08', '09:00', '10:00')
    await expect(invoice()).rejects.toMatchObject({ code: 'name_taken', data: { field: 'number' } })
    await log('2025-12-30', '09:00', '10:00')
    await expect(
      invoice({ number: 'x', period: { from: '2025-12-01' as Day, to: '2025-12-31' as Day } }),
    ).rejects.toMatchObject({ data: { field: 'period', reason: 'rate_missing' } })
  })

  test('charges the fee of a month once', async () => {
    await client.billing.addRetainer({ commandId: newCommandId(), clientId: ahoi, retainer })
    expect((await client.billing.invoicePreview({ clientId: ahoi, period: october })).fees).toEqual([
      { month: '2026-10', cents: 150_000 },
    ])
    await invoice({ feeMonths: ['2026-10' as Month] })
    expect(await invoices()).toMatchObject([{ cents: 150_000, feeCents: 150_000, feeMonths: ['2026-10'] }])
    // November's fee is due by 2 November.
    expect(await open()).toMatchObject({ count: 0, fees: [{ month: '2026-11', cents: 150_000 }] })
    expect((await client.billing.invoicePreview({ clientId: ahoi, period: october })).fees).toEqual([])
  })

  test('keeps its place in a retainer: what is entered later pays for what is beyond', async () => {
    await client.billing.addRetainer({
      commandId: newCommandId(),
      clientId: ahoi,
      retainer: { ...retainer, monthlySeconds: 3 * H, feeCents: 0 },
    })
    await invoice()
    await log('2026-10-01', '09:00', '10:00')
    expect(await invoices()).toMatchObject([{ cents: 0 }])
    expect(await open()).toMatchObject({ count: 1, chargedSeconds: H, cents: 6_000 })
  })

  test('of a part of a month uses up its retainer before what is left open, and stays what it was', async () => {
    await client.billing.addRetainer({
      commandId: newCommandId(),
      clientId: ahoi,
      retainer: { ...retainer, monthlySeconds: 2 * H, feeCents: 0 },
    })
    const late = { from: '2026-10-06' as Day, to: '2026-10-31' as Day }
    const { recordId: second } = await invoice({ period: late })
    const { recordId: first } = await invoice({ number: '2026-002' })
    expect((await invoices()).map(({ number, cents }) => [number, cents])).toEqual([
      ['2026-001', 0],
      ['2026-002', 6_000],
    ])
    for (const [invoiceId, cents] of [
      [second!, 0],
      [first!, 6_000],
    ] as const) {
      const sheet = await client.billing.timesheet({ clientId: ahoi, period: october, invoiceId, language: 'de' })
      expect(sheet).toMatchObject({ sums: { cents }, differsFromInvoice: false })
    }
  })

  test('has a number of its own, also after undo', async () => {
    const { recordId } = await invoice({ number: 'R-9' })
    await log('2026-10-08', '09:00', '10:00')
    await invoice({ number: 'R-8' })
    // R-9 follows R-8, but is taken.
    expect((await client.billing.invoicePreview({ clientId: ahoi, period: october })).suggestedNumber).toBe('R-10')
    await client.billing.unlockInvoice({ commandId: newCommandId(), id: recordId!, reason: 'Storno' })
    const { commandId } = await client.billing.removeInvoice({ commandId: newCommandId(), id: recordId! })
    await invoice({ number: 'R-9' })
    await expect(undo(commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
    expect((await invoices()).map(({ number }) => number).toSorted()).toEqual(['R-8', 'R-9'])
  })

  test('in a closed month cannot be booked, and says so at the day', async () => {
    await client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-10' })
    await expect(invoice({ booking: { ...booking, day: '2026-10-31' as Day } })).rejects.toMatchObject({
      code: 'month_closed',
      data: { field: 'day' },
    })
    expect(await invoices()).toEqual([])
    // Marking hours of a closed month as invoiced changes none of its lines.
    await invoice({ booking })
    expect((await client.ledger.verify()).isSound).toBe(true)
  })
})

describe('unlocking', () => {
  test('frees the entries for a reason that is kept; locking takes what there is now, and revenue follows', async () => {
    const { recordId } = await invoice({ booking })
    const id = recordId!
    await client.billing.unlockInvoice({ commandId: newCommandId(), id, reason: 'Falscher Tag' })
    expect(await open()).toMatchObject({ count: 2 })
    await client.time.remove({ commandId: newCommandId(), ids: [entries[1]!] })
    await client.billing.lockInvoice({ commandId: newCommandId(), id })
    const [locked] = await invoices()
    expect(locked).toMatchObject({ cents: 12_000, unlockedAt: null, unlocks: [{ reason: 'Falscher Tag' }] })
    expect(await client.revenue.purchase({ id: locked!.eventId! })).toMatchObject({
      paidCents: 14_280,
      taxCents: 2_280,
    })
    await client.billing.unlockInvoice({ commandId: newCommandId(), id, reason: 'Noch einmal' })
    expect((await invoices())[0]?.unlocks.map(({ reason }) => reason)).toEqual(['Falscher Tag', 'Noch einmal'])
  })

  test('is undone as a whole, and what was changed in between is not overruled', async () => {
    const { recordId } = await invoice()
    const unlock = () => client.billing.unlockInvoice({ commandId: newCommandId(), id: recordId!, reason: 'Prüfen' })
    const { commandId } = await unlock()
    await undo(commandId)
    expect(await invoices()).toMatchObject([{ unlockedAt: null, entryCount: 2, unlocks: [] }])
    const second = await unlock()
    await client.time.remove({ commandId: newCommandId(), ids: [entries[0]!] })
    await expect(undo(second.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
  })

  test('comes before removing, which takes the booked revenue along', async () => {
    const { recordId } = await invoice({ booking })
    const remove = () => client.billing.removeInvoice({ commandId: newCommandId(), id: recordId! })
    await expect(remove()).rejects.toMatchObject({ code: 'in_use', data: { count: 2 } })
    await client.billing.unlockInvoice({ commandId: newCommandId(), id: recordId!, reason: 'Storniert' })
    await remove()
    expect(await invoices()).toEqual([])
    expect(await revenueNet()).toMatchObject({ count: 0 })
  })

  test('a rate that changes later leaves the invoice as it was, and the sheet says that it differs', async () => {
    const { recordId } = await invoice()
    const sheet = () =>
      client.billing.timesheet({ clientId: ahoi, period: october, invoiceId: recordId!, language: 'de' })
    expect((await sheet()).differsFromInvoice).toBe(false)
    await setBillingRate(client, ahoi, 9_000)
    expect((await sheet()).differsFromInvoice).toBe(true)
    expect(await invoices()).toMatchObject([{ cents: 18_000 }])
  })
})

test('taking an undo of the hours back where they were invoiced since is a conflict, not a bug', async () => {
  const { recordId, commandId } = await client.time.add({
    commandId: newCommandId(),
    onOverlap: 'keep',
    entries: [
      {
        activity: 'content',
        channelId: null,
        campaignId: null,
        clientId: ahoi,
        projectId: null,
        departmentId: null,
        targets: [],
        note: '',
        scope: 'social',
        isBillable: true,
        personId: mira,
        startedAt: Date.parse('2026-10-20T08:00:00Z'),
        endedAt: Date.parse('2026-10-20T09:00:00Z'),
      },
    ],
  })
  expect(recordId).not.toBeNull()
  await invoice()
  await expect(undo(commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
})
