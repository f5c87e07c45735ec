// The four export files come to what expected.json says, to the cent, through the public contract.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResultRow, ResultSummary } from '../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { openFixtureLedger, type DirectHost } from '../support/direct-host.ts'

const expected = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/expected.json'), 'utf8'))
const period = { from: '2026-01-01', to: '2026-10-31' }

let host: DirectHost
beforeAll(async () => void (host = await openFixtureLedger()))
afterAll(() => host.close())

function summary(by: ResultSummary['by'], model: ResultSummary['model'] = 'last'): Promise<ResultSummary> {
  return host.client.result.summary({ period, model, by })
}

function labourByKey(rows: readonly ResultRow[], noKey: string) {
  return Object.fromEntries(
    rows
      .filter((row) => row.seconds > 0)
      .map((row) => [row.key ?? noKey, { seconds: row.seconds, cents: row.labourCents }]),
  )
}

describe('hours and labour', () => {
  test('by activity', async () => {
    expect(labourByKey((await summary('activity')).rows, '-')).toEqual(expected.time.labourCents.activity)
  })
  test('by channel, work for no channel without a key', async () => {
    expect(labourByKey((await summary('channel')).rows, 'Allgemein')).toEqual(expected.time.labourCents.channel)
  })
  test('by person, the boss at her own rate', async () => {
    expect(labourByKey((await summary('person')).rows, '-')).toEqual(expected.time.labourCents.person)
  })
  test('in all', async () => {
    const { totals } = await summary('channel')
    expect({ seconds: totals.seconds, cents: totals.labourCents }).toEqual(expected.time.labourCents.all.all)
  })
  test('across both clock changes and over midnight at the change of rate', async () => {
    const onDay = async (day: string) => {
      const filter = { period: { from: day, to: day }, kinds: ['labour' as const] }
      return (await host.client.ledger.lines({ filter })).lines
    }
    expect((await onDay('2026-03-29')).find((line) => line.seconds === 5_400)?.cents).toBe(6_422)
    expect((await onDay('2026-10-25')).find((line) => line.seconds === 12_600)?.cents).toBe(15_575)
    const overMidnight = (await onDay('2026-06-30')).find((line) => line.seconds === 6_300)
    expect(overMidnight?.cents).toBe(Math.round((6_300 * 4_281) / 3_600))
    expect((await onDay('2026-07-01')).some((line) => line.seconds === 6_300)).toBe(false)
  })
})

describe('ad spend', () => {
  test('Meta by campaign is social', async () => {
    const { rows } = await summary('campaign')
    const spend = Object.fromEntries(rows.filter((row) => row.adsCents > 0).map((row) => [row.key, row.adsCents]))
    expect(spend).toEqual(expected.adSpend.meta.byCampaign)
  })
  test('Google search is other', async () => {
    const { other, totals } = await summary('channel')
    expect(other.adsCents).toBe(expected.adSpend.google.cents)
    expect(totals.adsCents).toBe(expected.adSpend.meta.cents)
  })
})

describe('purchases', () => {
  test('counted, with net and gross by channel at the last touch', async () => {
    const { rows, other } = await summary('channel')
    const targets = expected.orders.byTargetLastTouch
    for (const name of ['Instagram', 'LinkedIn', 'Facebook', 'TikTok']) {
      const row = rows.find((candidate) => candidate.key === name)
      expect({ orders: row?.orders, grossCents: row?.grossCents, netCents: row?.netCents }, name).toEqual(targets[name])
    }
    expect(other.orders).toBe(targets.other.orders + targets['(none)'].orders)
    expect(other.grossCents).toBe(targets.other.grossCents + targets['(none)'].grossCents)
    expect(other.netCents).toBe(targets.other.netCents + targets['(none)'].netCents)
  })

  test.each(ATTRIBUTION_MODELS)('net by channel under the model %s', async (model) => {
    const { rows, other, coverage } = await summary('channel', model)
    const wanted = expected.orders.netCentsByModel[model]
    const untouched = coverage.netCents - coverage.touchedNetCents
    for (const name of ['Instagram', 'LinkedIn', 'Facebook', 'TikTok']) {
      expect(rows.find((row) => row.key === name)?.netCents, name).toBe(wanted[name])
    }
    expect(other.netCents - untouched).toBe(wanted.other)
  })

  test('coverage', async () => {
    const { coverage, uncountedOrders } = await summary('channel')
    expect(coverage).toEqual({
      netCents: expected.orders.netCents,
      touchedNetCents: expected.orders.coverageNetCents,
      socialNetCents: expected.orders.socialNetCents,
      orders: expected.orders.counted,
      singleTouchOrders: expected.orders.singleTouchOrders,
      touchedOrders: expected.orders.singleTouchOrders + expected.orders.ordersWithSeveralTouches,
    })
    expect(uncountedOrders).toBe(expected.orders.orders - expected.orders.counted)
  })

  test('returning customers are recognised without their address', async () => {
    const { reader } = host.backend.ledger
    const row = reader
      .prepare<[], { customers: number }>(
        'SELECT count(DISTINCT customer_hash) AS customers FROM revenue_event WHERE is_counted = 1',
      )
      .get()
    expect(row?.customers).toBe(expected.orders.customers)
    const bytes = readFileSync(host.path).toString('latin1') + readFileSync(`${host.path}-wal`).toString('latin1')
    expect(bytes).not.toContain('@example.com')
    expect(bytes).not.toContain('@nordlicht.example')
  })
})

describe('consistency', () => {
  test.each(['channel', 'activity', 'person', 'campaign', 'month'] as const)(
    'rows by %s add up to the totals',
    async (by) => {
      const { rows, totals } = await summary(by, 'position')
      for (const field of [
        'seconds',
        'labourCents',
        'adsCents',
        'otherCostCents',
        'grossCents',
        'netCents',
        'contributionCents',
        'resultCents',
      ] as const) {
        expect(
          rows.reduce((sum, row) => sum + (row[field] ?? Number.NaN), 0),
          field,
        ).toBe(totals[field])
      }
      expect(rows.reduce((sum, row) => sum + row.orders, 0)).toBeCloseTo(totals.orders, 6)
    },
  )

  test('any period is the sum of its days', async () => {
    const whole = await host.client.result.summary({
      period: { from: '2026-02-10', to: '2026-05-03' },
      model: 'linear',
      by: 'channel',
    })
    const parts = await Promise.all(
      [
        { from: '2026-02-10', to: '2026-03-17' },
        { from: '2026-03-18', to: '2026-03-18' },
        { from: '2026-03-19', to: '2026-05-03' },
      ].map((part) => host.client.result.summary({ period: part, model: 'linear', by: 'channel' })),
    )
    for (const field of ['seconds', 'labourCents', 'adsCents', 'netCents', 'resultCents'] as const) {
      expect(
        parts.reduce((sum, part) => sum + (part.totals[field] ?? 0), 0),
        field,
      ).toBe(whole.totals[field])
    }
  })

  test('figures drill down to the rows they are made of', async () => {
    const { rows } = await summary('channel', 'position')
    for (const row of rows) {
      const costs = await host.client.ledger.lines({
        filter: {
          period,
          scope: 'social',
          channelId: row.id,
          kinds: ['labour', 'ads', 'tool', 'service', 'levy', 'other'],
        },
      })
      expect(costs.sums?.costCents, `${row.key} costs`).toBe(row.labourCents + row.adsCents + row.otherCostCents)
      const revenue = await host.client.revenue.purchases({
        filter: { period, model: 'position', scope: 'social', channelId: row.id },
      })
      expect(revenue.sums?.netCents, `${row.key} net`).toBe(row.netCents)
      expect(revenue.sums?.contributionCents ?? 0, `${row.key} contribution`).toBe(row.contributionCents)
    }
  })

  test('coverage drills down to the purchases with a touch, and to those that do not count', async () => {
    const { coverage, uncountedOrders } = await summary('channel')
    const only = async (group: 'touched' | 'social' | 'untouched' | 'uncounted') =>
      host.client.revenue.purchases({ filter: { period, model: 'linear', only: group }, limit: 100 })
    expect((await only('touched')).sums?.netCents).toBe(coverage.touchedNetCents)
    expect((await only('social')).sums?.netCents).toBe(coverage.socialNetCents)
    expect((await only('untouched')).sums?.netCents).toBe(coverage.netCents - coverage.touchedNetCents)
    const { rows, sums } = await only('uncounted')
    expect(sums?.count).toBe(uncountedOrders)
    expect(rows).toHaveLength(uncountedOrders)
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['pending', 'voided']))
    expect(rows.every((row) => !row.isCounted && row.creditedNetCents === 0)).toBe(true)
  })

  test('the ledger verifies itself, also after a restart', async () => {
    expect((await host.client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
    host = await host.reopen()
    expect((await host.client.ledger.verify()).isSound).toBe(true)
    expect((await summary('channel')).totals.resultCents).toBe(-3_910_450)
  })
})
