// Sensitivity, payback and insights, each checked against figures worked out by hand or by another way through the ledger.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import { addRow, purchaseOn, workOn } from '../support/ledger-sources.ts'
import { newCommandId, openDirectHost, openFixtureLedger, type DirectHost } from '../support/direct-host.ts'

const YEAR = { from: '2026-01-01', to: '2026-10-31' }

async function setRate({ client }: DirectHost, centsPerHour: number): Promise<void> {
  const common = { personId: null, validFrom: '2025-01-01', basis: null }
  await client.settings.setRate({ commandId: newCommandId(), ...common, centsPerHour })
}

/** A ledger with a person, an Instagram channel and a rate of 40 € an hour. */
async function openSmallLedger(marginBasisPoints = 5_000) {
  const host = await openDirectHost({ marginBasisPoints })
  await setRate(host, 4_000)
  const person = await addRow(host, 'person', { name: 'Ada' })
  const channel = await addRow(host, 'channel', { network: 'instagram', name: 'Instagram' })
  return { host, personId: person.id, channelId: channel.id }
}

/** A purchase of that much net, with one touch. */
async function sell(
  host: DirectHost,
  day: string,
  cents: number,
  touch: Record<string, string | number | null>,
  more = {},
) {
  const { id } = await addRow(host, 'revenue_event', purchaseOn(day, cents, { tax_cents: 0, ...more }))
  const at = Date.parse(`${day}T11:00:00Z`)
  await addRow(host, 'touchpoint', { event_id: id, at, kind: 'utm', scope: 'social', ...touch })
}

describe('sensitivity of the sample files', () => {
  let host: DirectHost
  beforeAll(async () => void (host = await openFixtureLedger()))
  afterAll(() => host.close())

  const ask = () => host.client.result.sensitivity({ period: YEAR, model: 'linear' })
  const summary = (more = {}) => host.client.result.summary({ period: YEAR, model: 'linear', by: 'channel', ...more })

  test('has every factor once, the widest first', async () => {
    const { bars } = await ask()
    expect(bars.map((bar) => bar.factor).toSorted()).toEqual(['margin', 'model', 'rate', 'window'])
    const effects = bars.map((bar) => bar.high.cents - bar.low.cents)
    expect(effects).toEqual(effects.toSorted((a, b) => b - a))
    expect(effects.at(-1)).toBeGreaterThanOrEqual(0)
  })

  test('of rates is a fifth of the labour, of models their range', async () => {
    const { baseCents, bars } = await ask()
    const { totals } = await summary()
    expect(baseCents).toBe(totals.resultCents)
    const rate = bars.find((bar) => bar.factor === 'rate')
    expect(rate?.low).toEqual({ cents: (baseCents ?? 0) - Math.round(totals.labourCents / 5), value: 2_000 })
    expect(rate?.high).toEqual({ cents: (baseCents ?? 0) + Math.round(totals.labourCents / 5), value: -2_000 })
    const { byModel } = await host.client.result.confidence({ period: YEAR, model: 'linear' })
    const model = bars.find((bar) => bar.factor === 'model')
    expect(model?.low.cents).toBe(Math.min(...byModel.map((one) => one.resultCents)))
    expect(model?.high.cents).toBe(Math.max(...byModel.map((one) => one.resultCents)))
  })

  test('of the margin is what another margin gives, to a cent a purchase', async () => {
    const { bars } = await ask()
    const margin = bars.find((bar) => bar.factor === 'margin')
    for (const [end, marginBasisPoints] of [
      [margin?.low, 5_000],
      [margin?.high, 6_000],
    ] as const) {
      const { receipt } = await setMargin(host, marginBasisPoints)
      const { totals } = await summary()
      expect(Math.abs((totals.resultCents ?? 0) - (end?.cents ?? 0))).toBeLessThan(totals.orders)
      await host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
    }
  })

  test('of windows is the range of the results with 7, 30 and 90 days', async () => {
    const results = await Promise.all(
      [7, 30, 90].map(async (windowDays) => (await summary({ windowDays })).totals.resultCents ?? 0),
    )
    const window = (await ask()).bars.find((bar) => bar.factor === 'window')
    expect([window?.low.cents, window?.high.cents]).toEqual([Math.min(...results), Math.max(...results)])
  })
})

async function setMargin(host: DirectHost, marginBasisPoints: number) {
  const receipt = await host.backend.ledger.run('test.margin', newCommandId(), (db) => {
    db.prepare<[string]>("UPDATE setting SET value = ? WHERE key = 'marginBasisPoints'").run(String(marginBasisPoints))
    return null
  })
  return { receipt }
}

test('margins that differ all move, and each is held within 0 and 100 %', async () => {
  const { host, channelId } = await openSmallLedger(5_000)
  for (const [index, margin] of [9_800, 100, null].entries())
    await sell(host, `2026-03-0${index + 1}`, 10_000, { channel_id: channelId }, { margin_basis_points: margin })
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const { baseCents, bars } = await host.client.result.sensitivity({ period, model: 'last' })
  expect(baseCents).toBe(9_800 + 100 + 5_000)
  const margin = bars.find((bar) => bar.factor === 'margin')
  expect(margin?.high).toEqual({ cents: 10_000 + 600 + 5_500, value: 500 })
  expect(margin?.low).toEqual({ cents: 9_300 + 0 + 4_500, value: -500 })
  host.close()
})

test('while a margin is missing there is nothing to vary', async () => {
  const host = await openDirectHost({})
  await addRow(host, 'revenue_event', purchaseOn('2026-03-01', 10_000))
  const { id } = await addRow(host, 'revenue_event', purchaseOn('2026-03-02', 10_000))
  await addRow(host, 'touchpoint', {
    event_id: id,
    at: Date.parse('2026-03-02T10:00:00Z'),
    kind: 'manual',
    scope: 'social',
  })
  expect(await host.client.result.sensitivity({ period: YEAR, model: 'last' })).toEqual({ baseCents: null, bars: [] })
  expect((await host.client.result.confidence({ period: YEAR, model: 'last' })).payback).toBeNull()
  const { roi, transfer, dialogue } = await host.client.result.insights({ period: YEAR, model: 'last' })
  expect([roi, transfer.resultAfterCents, dialogue.share]).toEqual([null, null, null])
  host.close()
})

describe('payback', () => {
  const FIRST = toDay('2026-01-05')

  /** Ten hours (400 €) at the start of each week, and purchases later in it. */
  async function openWeeks(contributions: readonly (readonly number[])[]) {
    const { host, personId, channelId } = await openSmallLedger(10_000)
    for (const [week, purchases] of contributions.entries()) {
      await addRow(host, 'time_entry', workOn(addDays(FIRST, 7 * week), personId, { channel_id: channelId }))
      for (const [index, cents] of purchases.entries())
        await sell(host, addDays(FIRST, 7 * week + 1 + index), cents, { channel_id: channelId })
    }
    return host
  }
  const ask = async (host: DirectHost, to: string, from = '2026-01-05') =>
    (await host.client.result.confidence({ period: { from, to }, model: 'last' })).payback

  test('is the day since which the sum from the first line is positive, whenever the period begins', async () => {
    // −400 + 300 = −100; −400 + 250 + 200 + 100 = +50 on Thursday; +50 − 400 + 500 = 150
    const host = await openWeeks([[30_000], [25_000, 20_000, 10_000], [50_000]])
    expect(await ask(host, '2026-01-25')).toEqual({ kind: 'since', day: '2026-01-15' })
    expect(await ask(host, '2026-01-25', '2026-01-20')).toEqual({ kind: 'since', day: '2026-01-15' })
    expect(await ask(host, '2026-01-11')).toEqual({ kind: 'not-at-this-pace' })
    host.close()
  })

  test('is projected from the last eight weeks where these earn', async () => {
    const poor = [[], [], [], []]
    const rich = [
      [20_000, 21_000, 20_500],
      [20_500, 20_000, 21_000],
      [21_000, 20_000, 20_500],
    ]
    const host = await openWeeks([...poor, ...rich, ...rich, ...rich.slice(0, 2)])
    // Four weeks of −400, then eight of +215: the sum is −1,600 + 1,720, positive since the last Thursday.
    expect((await ask(host, '2026-03-29'))?.kind).toBe('since')
    host.close()
    const later = await openWeeks([...poor, ...poor, ...rich, ...rich, ...rich.slice(0, 2), [20_000]])
    // −3,200 + 1,720 − 200 of a week not full yet = −1,680; at 215 a week exceeded after ⌊1,680 × 7 ÷ 215⌋ + 1 = 55 days.
    expect(await ask(later, '2026-05-03')).toEqual({
      kind: 'projected',
      day: addDays(toDay('2026-04-28'), 55),
      weeklyCents: 21_500,
    })
    later.close()
  })
})

describe('insights', () => {
  test('ratios: ROI, claimed, own and loaded ROAS', async () => {
    const { host, personId, channelId } = await openSmallLedger(5_000)
    await addRow(host, 'time_entry', workOn('2026-02-02', personId, { channel_id: channelId }))
    const ad = { channel_id: channelId, scope: 'social', cents: 10_000 }
    await addRow(host, 'ad_spend', {
      ...ad,
      platform: 'meta',
      day_from: '2026-02-02',
      day_to: '2026-02-02',
      conversion_value_cents: 45_000,
    })
    // A row of February and March: half of its 59 days lie in the period below.
    await addRow(host, 'ad_spend', {
      ...ad,
      cents: 5_900,
      platform: 'meta',
      day_from: '2026-02-01',
      day_to: '2026-03-31',
      conversion_value_cents: 11_800,
    })
    await addRow(host, 'ad_spend', { ...ad, platform: 'linkedin', day_from: '2026-02-03', day_to: '2026-02-03' })
    await addRow(host, 'ad_spend', {
      ...ad,
      scope: 'other',
      channel_id: null,
      platform: 'google',
      day_from: '2026-02-03',
      day_to: '2026-02-03',
      conversion_value_cents: 99_000,
    })
    await sell(host, '2026-02-05', 30_000, { channel_id: channelId, source: 'instagram', medium: 'paid_social' })
    await sell(host, '2026-02-06', 20_000, { channel_id: channelId, source: 'instagram', medium: 'social' })
    await sell(host, '2026-02-07', 70_000, { scope: 'other', source: 'google', medium: 'cpc' })
    const period = { from: '2026-02-01', to: '2026-02-28' }
    const { roi, roas } = await host.client.result.insights({ period, model: 'last' })
    // 400 labour + 100 + 28 + 100 ads; contribution 250.
    expect(roi).toBe(Math.round(((25_000 - 62_800) / 62_800) * 10_000))
    expect(roas.byPlatform).toEqual([
      { platform: 'linkedin', spendCents: 10_000, claimedCents: null },
      { platform: 'meta', spendCents: 12_800, claimedCents: 45_000 + 5_600 },
    ])
    expect(roas.claimed).toBe(Math.round((50_600 / 12_800) * 10_000))
    expect(roas.own).toBe(Math.round((30_000 / 22_800) * 10_000))
    expect(roas.loaded).toBe(Math.round((50_000 / 62_800) * 10_000))
    host.close()
  })

  test('customers: the first 90 days of purchases are unknown, costs count from then on', async () => {
    const { host, personId, channelId } = await openSmallLedger(5_000)
    const buy = (day: string, customer: string, scope = 'social') =>
      sell(host, day, 10_000, { scope, channel_id: scope === 'social' ? channelId : null }, { customer_hash: customer })
    await buy('2026-01-01', 'a')
    await buy('2026-03-31', 'b')
    await buy('2026-04-01', 'c')
    await buy('2026-04-02', 'a')
    await buy('2026-04-03', 'd', 'other')
    await addRow(host, 'time_entry', workOn('2026-03-30', personId))
    await addRow(host, 'time_entry', workOn('2026-04-07', personId))
    const customers = async (from: string, to: string) =>
      (await host.client.result.insights({ period: { from, to }, model: 'last' })).customers
    expect(await customers('2026-01-01', '2026-04-30')).toEqual({
      period: { from: '2026-04-01', to: '2026-04-30' },
      costCents: 40_000,
      firstSeen: 2,
      costPerCustomerCents: 20_000,
      socialFirstSeen: 1,
      costPerSocialCustomerCents: 40_000,
      unknownUntil: '2026-03-31',
    })
    expect(await customers('2026-01-01', '2026-03-31')).toMatchObject({ firstSeen: 0, costPerCustomerCents: null })
    expect(await customers('2026-04-04', '2026-04-30')).toMatchObject({ firstSeen: 0, costPerCustomerCents: null })
    host.close()
  })

  test('while hours lack a rate nothing is divided by costs that are not all there', async () => {
    const { host, personId, channelId } = await openSmallLedger(5_000)
    await addRow(host, 'time_entry', workOn('2025-01-07', personId))
    await sell(host, '2025-01-10', 20_000, { channel_id: channelId })
    const period = { from: '2024-12-01', to: '2025-01-31' }
    const ratios = async () => {
      const { roi, roas } = await host.client.result.insights({ period, model: 'last' })
      return [roi, roas.loaded]
    }
    expect(await ratios()).toEqual([-7_500, 5_000])
    // Before the first rate.
    await addRow(host, 'time_entry', workOn('2024-12-30', personId))
    expect(await ratios()).toEqual([null, null])
    host.close()
  })

  test('unloved work, departments charged, dialogue and its dividend, the pipeline', async () => {
    const { host, personId, channelId } = await openSmallLedger(5_000)
    const { id: sales } = await addRow(host, 'department', { name: 'Sales' })
    const conversation = await addRow(host, 'conversation', { received_at: 0, channel_id: channelId })
    const hours: [string, Record<string, string | number>][] = [
      ['2026-02-02', { activity: 'coordination' }],
      ['2026-02-03', { activity: 'coordination', department_id: sales }],
      ['2026-02-04', { activity: 'dialogue', department_id: sales }],
      ['2026-02-05', { activity: 'dialogue' }],
      ['2026-02-06', { activity: 'content' }],
    ]
    for (const [day, more] of hours)
      await addRow(host, 'time_entry', workOn(day, personId, { channel_id: channelId, ...more }))
    await sell(host, '2026-02-09', 30_000, {
      kind: 'conversation',
      channel_id: channelId,
      conversation_id: conversation.id,
    })
    await sell(host, '2026-02-10', 10_000, { channel_id: channelId })
    const lead = { at: 0, day: '2026-02-11', status: 'open' }
    await addRow(host, 'lead', { ...lead, name: 'A', value_cents: 100_001, probability_basis_points: 5_000 })
    await addRow(host, 'lead', { ...lead, name: 'B', value_cents: 20_000, probability_basis_points: 1_000 })
    await addRow(host, 'lead', {
      ...lead,
      name: 'C',
      value_cents: 20_000,
      probability_basis_points: 1_000,
      status: 'lost',
    })
    await addRow(host, 'lead', {
      ...lead,
      name: 'D',
      day: '2026-04-01',
      value_cents: 20_000,
      probability_basis_points: 1_000,
    })
    const period = { from: '2026-02-01', to: '2026-02-28' }
    const { unloved, transfer, dialogue, pipeline } = await host.client.result.insights({ period, model: 'last' })
    const tenHours = { seconds: 36_000, cents: 40_000 }
    expect(unloved).toEqual({
      all: { seconds: 108_000, cents: 120_000 },
      share: 6_000,
      coordination: { seconds: 72_000, cents: 80_000 },
      departments: [{ id: sales, name: 'Sales', seconds: tenHours.seconds * 2, cents: tenHours.cents * 2 }],
    })
    expect(transfer).toEqual({ cents: 80_000, resultBeforeCents: 20_000 - 200_000, resultAfterCents: 20_000 - 120_000 })
    expect(dialogue).toEqual({ share: 6_667, dividendNetCents: 30_000, dividendContributionCents: 15_000 })
    const filter = { period: YEAR, model: 'last', scope: 'social', conversationId: 'any' } as const
    const { sums } = await host.client.revenue.purchases({ filter })
    expect(sums).toMatchObject({ netCents: 30_000, contributionCents: 15_000 })
    expect(pipeline).toEqual({ count: 2, valueCents: 120_001, weightedCents: 50_001 + 2_000 })
    host.close()
  })

  test('best hours: of the last eight full weeks, ten hours at least, links told apart', async () => {
    const { host, personId, channelId } = await openSmallLedger(10_000)
    const conversation = await addRow(host, 'conversation', { received_at: 0, channel_id: channelId })
    // Ten weeks from Monday, 5 January on; the last eight are 19 January to 15 March.
    for (let week = 0; week < 10; week++)
      await addRow(
        host,
        'time_entry',
        workOn(addDays(toDay('2026-01-05'), 7 * week), personId, {
          channel_id: channelId,
          activity: week < 5 ? 'dialogue' : 'content',
        }),
      )
    await addRow(
      host,
      'time_entry',
      workOn('2026-03-15', personId, {
        channel_id: channelId,
        activity: 'ads',
        ended_at: Date.parse('2026-03-15T12:00:00Z'),
      }),
    )
    await sell(host, '2026-01-06', 900_000, { channel_id: channelId })
    await sell(host, '2026-02-03', 60_000, {
      kind: 'conversation',
      channel_id: channelId,
      conversation_id: conversation.id,
    })
    await sell(host, '2026-02-04', 81_000, { channel_id: channelId })
    const { bestHours } = await host.client.result.insights({
      period: { from: '2026-03-01', to: '2026-03-17' },
      model: 'last',
    })
    // 30 h dialogue, 50 h content, 1 h ads: 810 ÷ 81 h = 10 €; 600 ÷ 30 h = 20 € more for dialogue.
    const ofChannel = { contributionCents: 141_000, nonLabourCents: 0, linkedCents: 60_000, seconds: 81 * 3600 }
    const row = { channelId, channel: 'Instagram', network: 'instagram', ofChannel }
    const parts = {
      dialogue: { linkedCents: 60_000, restCents: 30_000 },
      content: { linkedCents: 0, restCents: 50_000 },
    }
    expect(bestHours).toEqual({
      period: { from: '2026-01-19', to: '2026-03-15' },
      rows: [
        { ...row, activity: 'dialogue', seconds: 108_000, returnPerHourCents: 3_000, ...parts.dialogue },
        { ...row, activity: 'content', seconds: 180_000, returnPerHourCents: 1_000, ...parts.content },
      ],
    })
    expect(
      (await host.client.result.insights({ period: { from: '2026-01-01', to: '2026-02-15' }, model: 'last' }))
        .bestHours,
    ).toEqual({
      period: null,
      rows: [],
    })
    host.close()
  })

  test('of the sample files hang together under every model', async () => {
    const host = await openFixtureLedger()
    for (const model of ATTRIBUTION_MODELS) {
      const { totals } = await host.client.result.summary({ period: YEAR, model, by: 'channel' })
      const { roi, roas, unloved, transfer } = await host.client.result.insights({ period: YEAR, model })
      const costs = totals.labourCents + totals.adsCents + totals.otherCostCents
      expect(roi).toBe(Math.round(((totals.resultCents ?? 0) / costs) * 10_000))
      expect(roas.byPlatform).toEqual([{ platform: 'meta', spendCents: totals.adsCents, claimedCents: 5_179_652 }])
      expect(roas.loaded).toBe(Math.round((totals.netCents / costs) * 10_000))
      expect(unloved.all).toEqual(unloved.coordination)
      expect(transfer.resultAfterCents).toBe(totals.resultCents)
    }
    host.close()
  })
})
