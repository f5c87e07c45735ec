// Which client pays, a client's own revenue, and clients that become one.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { SaleInput } from '../../shared/contract/revenue.ts'
import type { Day, Month } from '../../shared/domain/day.ts'
import { addClient, addPerson, logTime, retainer, setBillingRate } from '../support/billing-ledger.ts'
import {
  commitHandles,
  newCommandId,
  openDirectHost,
  readFixture,
  stageFile,
  type DirectHost,
} from '../support/direct-host.ts'

const october = { from: '2026-10-01' as Day, to: '2026-10-31' as Day }
const always = { from: '2024-01-01' as Day, to: '2026-12-31' as Day }
let host: DirectHost
let client: Client
let mira: number
let ahoi: number

beforeEach(async () => {
  host = await openDirectHost({ businessKind: 'freelancer', marginBasisPoints: 5000 })
  client = host.client
  mira = await addPerson(client)
  ahoi = await addClient(client, 'Café Ahoi')
  await client.settings.addChannel({ commandId: newCommandId(), network: 'instagram', name: 'Instagram' })
})
afterEach(() => host.close())

const log = (day: string, from: string, to: string, options = {}) =>
  logTime(client, day, from, to, { personId: mira, clientId: ahoi, ...options })
async function sell(changes: Partial<SaleInput>): Promise<number> {
  const { recordId } = await client.revenue.addSale({
    commandId: newCommandId(),
    sale: {
      name: 'Verkauf',
      day: '2026-10-20' as Day,
      paidCents: 10_000,
      taxCents: 0,
      refundedCents: 0,
      origin: null,
      campaignId: null,
      clientId: ahoi,
      ...changes,
    },
  })
  return recordId!
}
const costRate = (centsPerHour: number) =>
  client.settings.setRate({
    commandId: newCommandId(),
    personId: null,
    validFrom: '2026-01-01',
    centsPerHour,
    basis: null,
  })
const results = () => client.billing.results({ period: october })

describe('which client pays', () => {
  test('sets revenue against the cost of the hours, and says what is not invoiced yet', async () => {
    await costRate(4_450)
    await setBillingRate(client, ahoi, 6_000)
    await log('2026-10-05', '09:00', '19:00')
    await sell({ paidCents: 58_000, marginBasisPoints: 10_000 })
    await client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        name: 'Fotograf',
        kind: 'service',
        cents: 5_000,
        startsOn: '2026-10-10' as Day,
        endsOn: null,
        repetition: 'once',
        scope: 'social',
        channelId: null,
        campaignId: null,
        clientId: ahoi,
        note: '',
      },
    })
    expect(await results()).toMatchObject([
      {
        name: 'Café Ahoi',
        netCents: 58_000,
        contributionCents: 58_000,
        seconds: 36_000,
        labourCents: 44_500,
        otherCostCents: 5_000,
        resultCents: 8_500,
        returnPerHourCents: 5_300,
        paidPerHourCents: 5_800,
        costPerHourCents: 4_450,
        openCents: 60_000,
      },
    ])
  })

  test('keeps revenue with the client it was booked for, where a closed month is corrected', async () => {
    const other = await addClient(client, 'Praxis')
    const id = await sell({ paidCents: 10_000, marginBasisPoints: 8_000 })
    await client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-10' })
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { clientId: other } })
    const of = async (period: typeof october) =>
      (await client.billing.results({ period }))
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(({ name, netCents, contributionCents }) => [name, netCents, contributionCents])
    expect(await of(october)).toEqual([['Café Ahoi', 10_000, 8_000]])
    expect(await of({ from: '2026-11-01' as Day, to: '2026-11-30' as Day })).toEqual([
      ['Café Ahoi', -10_000, -8_000],
      ['Praxis', 10_000, 8_000],
    ])
  })

  test('makes nothing up where a rate or a margin is missing', async () => {
    await log('2026-10-05', '09:00', '10:00')
    expect(await results()).toMatchObject([{ unpricedSeconds: 3_600, resultCents: null, costPerHourCents: null }])
  })
})

describe('revenue of a client', () => {
  test('leaves one’s own result as it was, and stands in the report for the client', async () => {
    await costRate(4_000)
    await log('2026-10-05', '09:00', '10:00')
    await sell({ paidCents: 20_000, marginBasisPoints: 10_000 })
    const own = async () => ({
      result: await client.result.summary({ period: october, model: 'last', by: 'client' }),
      coverage: await client.revenue.coverage({ period: october }),
      sums: (await client.revenue.purchases({ filter: { period: october, model: 'last' } })).sums,
    })
    const before = await own()
    const id = await sell({
      paidCents: 119_000,
      taxCents: 19_000,
      beneficiary: 'client',
      origin: { kind: 'channel', channelId: 1 },
    })
    await sell({ paidCents: 30_000, beneficiary: 'client' })
    expect(await own()).toEqual(before)
    expect((await client.ledger.verify()).isSound).toBe(true)
    const listed = await client.revenue.purchases({ filter: { period: october, model: 'last', only: 'client' } })
    expect(listed.rows).toHaveLength(2)
    const report = await client.billing.clientReport({
      clientId: ahoi,
      period: october,
      model: 'last',
      language: 'de',
    })
    expect(report).toMatchObject({
      netCents: 130_000,
      contributionCents: 50_000,
      paidCents: 20_000,
      resultCents: 30_000,
      channels: [
        { channel: 'Instagram', orders: 1, netCents: 100_000 },
        { channel: null, orders: 1, netCents: 30_000 },
      ],
    })
    // Given back to oneself it counts.
    await client.revenue.updatePurchase({ commandId: newCommandId(), id, patch: { beneficiary: 'own' } })
    expect((await own()).sums?.netCents).toBe(120_000)
  })

  test('of which nothing is known is not taken for nothing, and hours are named', async () => {
    const report = async () =>
      client.billing.clientReport({ clientId: ahoi, period: october, model: 'last', language: 'de' })
    const told = async () => {
      const { document, resultCents } = await report()
      const facts = document.facts.map(({ value, remark }) => `${value} ${remark}`.trim().replaceAll('\u00a0', ' '))
      return { sentence: document.sentence[0]!.text.replaceAll('\u00a0', ' '), facts, resultCents }
    }
    expect(await told()).toEqual({
      sentence: 'Für Café Ahoi ist in diesem Zeitraum nichts erfasst: weder Stunden noch Honorar noch Umsatz.',
      facts: ['– nicht erfasst', '–', '0,00 €', '–'],
      resultCents: null,
    })
    await log('2026-10-05', '09:00', '12:00', { scope: 'other' })
    await sell({ paidCents: 20_000 })
    const { sentence, facts } = await told()
    expect(sentence).toContain('Für Café Ahoi wurden 3:00 h gearbeitet; als Honorar gebucht sind 200,00 €.')
    expect(facts).toEqual(['– nicht erfasst', '–', '200,00 € für 3:00 h', '–'])
    // Revenue that came on other ways is none of social media.
    await sell({ paidCents: 50_000, beneficiary: 'client', origin: { kind: 'other' } })
    const { document, resultCents } = await report()
    expect(resultCents).toBe(-20_000)
    expect(document.sentence[0]!.text).toMatch(/^Über Social Media kamen 0,00\s€ Umsatz; .* fehlen 200,00\s€\.$/)
  })

  test('is some client’s', async () => {
    await expect(sell({ beneficiary: 'client', clientId: null })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'clientId' },
    })
  })

  test('a payment of a subscription is one’s own unless it says otherwise, and always without a client', async () => {
    const subscription = {
      name: 'Betreuung',
      startsOn: '2026-10-01' as Day,
      endsOn: null,
      repetition: 'monthly',
      paidCents: 50_000,
      taxCents: 0,
      marginBasisPoints: null,
      clientId: ahoi,
      origin: null,
      campaignId: null,
    } as const
    const { recordId: id } = await client.revenue.addSubscription({ commandId: newCommandId(), subscription })
    const payments = async (only?: 'client') =>
      (await client.revenue.purchases({ filter: { period: october, model: 'last', ...(only && { only }) } })).rows
    const [payment] = await payments()
    expect(await results()).toMatchObject([{ netCents: 50_000 }])
    const patch = { beneficiary: 'client' } as const
    await client.revenue.updatePurchase({ commandId: newCommandId(), id: payment!.eventId, patch })
    const update = (changes: object) =>
      client.revenue.updateSubscription({
        commandId: newCommandId(),
        id: id!,
        subscription: { ...subscription, ...changes },
      })
    await update({ paidCents: 60_000 })
    expect(await results()).toEqual([])
    expect(await payments('client')).toMatchObject([{ paidCents: 60_000 }])
    await update({ clientId: null })
    expect(await payments('client')).toEqual([])
    expect(await payments()).toMatchObject([{ netCents: 50_000 }])
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('a file of orders can be a client’s as a whole', async () => {
    const { name, bytes } = readFixture('shopify-orders.csv')
    const handle = await stageFile(client, name, bytes)
    const { receipt } = await commitHandles(client, [handle], { clientId: ahoi })
    const own = await client.revenue.purchases({ filter: { period: always, model: 'last' } })
    expect(own.sums?.count).toBe(0)
    const report = await client.billing.clientReport({ clientId: ahoi, period: always, model: 'last', language: 'en' })
    expect(report.netCents).toBeGreaterThan(0)
    expect(report.channels.map(({ channel }) => channel)).toContain('Instagram')
    await client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
    expect(
      (await client.billing.clientReport({ clientId: ahoi, period: always, model: 'last', language: 'en' })).netCents,
    ).toBe(0)
  })
})

describe('two clients become one', () => {
  const project = async (clientId: number, name: string, plannedMinutes: number | null = null) =>
    (await client.time.addProject({ commandId: newCommandId(), clientId, name, isBillable: true, plannedMinutes }))
      .recordId!
  const merge = (fromId: number, intoId: number) =>
    client.records.merge({ commandId: newCommandId(), kind: 'client', fromId, intoId })

  test('with their projects, rates, retainers and invoices; what was agreed with the target holds', async () => {
    const twin = await addClient(client, 'Cafe Ahoi GmbH')
    await project(ahoi, 'Herbst', 60)
    const other = await project(twin, 'herbst', 30)
    await project(twin, 'Winter')
    await setBillingRate(client, ahoi, 7_000)
    await setBillingRate(client, twin, 9_000)
    await setBillingRate(client, twin, 9_500, '2026-06-01')
    await client.billing.setRounding({
      commandId: newCommandId(),
      clientId: twin,
      rounding: { way: 'up', minutes: 15, of: 'entry' },
    })
    await client.billing.addRetainer({ commandId: newCommandId(), clientId: twin, retainer })
    await log('2026-10-05', '09:00', '10:00', { clientId: twin, projectId: other })
    await client.billing.addInvoice({
      commandId: newCommandId(),
      clientId: twin,
      period: october,
      number: '1',
      feeMonths: [],
      booking: null,
    })
    const { commandId } = await merge(twin, ahoi)
    const merged = await client.billing.client({ id: ahoi, month: '2026-10' as Month })
    expect(merged.rates.map(({ validFrom, centsPerHour }) => [validFrom, centsPerHour])).toEqual([
      ['2026-06-01', 9_500],
      ['2026-01-01', 7_000],
    ])
    expect(merged.client).toMatchObject({
      rounding: { way: 'up' },
      month: { count: 1 },
      retainer: { usedSeconds: 3_600 },
    })
    expect(await client.billing.invoices({ clientId: ahoi })).toHaveLength(1)
    const projects = await client.time.projects()
    expect(
      projects.map(({ name, clientId, plannedMinutes, seconds }) => [name, clientId, plannedMinutes, seconds]),
    ).toEqual(
      expect.arrayContaining([
        ['Herbst', ahoi, 90, 3_600],
        ['Winter', ahoi, null, 0],
      ]),
    )
    expect(projects).toHaveLength(2)
    await client.history.undo({ commandId: newCommandId(), undoes: commandId })
    expect(await client.time.projects()).toHaveLength(3)
    expect((await client.billing.client({ id: twin, month: '2026-10' as Month })).rates).toHaveLength(2)
  })

  test('where both have a retainer in the same months, the target’s holds', async () => {
    const twin = await addClient(client, 'Zweite')
    const add = (clientId: number, monthlySeconds: number) =>
      client.billing.addRetainer({
        commandId: newCommandId(),
        clientId,
        retainer: { ...retainer, monthlySeconds },
      })
    await add(ahoi, 36_000)
    await add(twin, 72_000)
    await merge(twin, ahoi)
    const { retainers } = await client.billing.client({ id: ahoi, month: '2026-10' as Month })
    expect(retainers.map(({ monthlySeconds }) => monthlySeconds)).toEqual([36_000])
  })
})
