// Every grouping, costing and part of a period adds up to the same totals, whatever the history.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  COSTINGS,
  GROUPINGS,
  type ResultFigures,
  type ResultRow,
  type ResultSummary,
} from '../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import type { DirectHost } from '../support/direct-host.ts'
import { HISTORY, openRandomHistory } from '../support/random-history.ts'

const FIELDS = [
  'seconds',
  'labourCents',
  'adsCents',
  'otherCostCents',
  'grossCents',
  'netCents',
  'contributionCents',
  'resultCents',
] as const

const PERIODS = [HISTORY, { from: '2026-01-17', to: '2026-06-03' }, { from: '2026-03-01', to: '2026-03-31' }]

function sumOf(rows: readonly ResultFigures[], field: (typeof FIELDS)[number]): number {
  return rows.reduce((sum, row) => sum + (row[field] ?? Number.NaN), 0)
}

let host: DirectHost
beforeAll(async () => void (host = await openRandomHistory(11)))
afterAll(() => host.close())

describe('rows', () => {
  test.each(GROUPINGS)('by %s add up to the totals, which are those of every other grouping', async (by) => {
    for (const period of PERIODS) {
      for (const [model, windowDays] of [
        ['last', undefined],
        ['position', undefined],
        ['linear', 7],
        ['timeDecay', 90],
      ] as const) {
        const { rows, totals, other, coverage } = await host.client.result.summary({ period, model, by, windowDays })
        for (const field of FIELDS) expect(sumOf(rows, field), `${field} ${model}`).toBe(totals[field])
        expect(rows.reduce((sum, row) => sum + row.orders, 0)).toBeCloseTo(totals.orders, 6)
        const byChannel = await host.client.result.summary({ period, model, by: 'channel', windowDays })
        expect(totals).toEqual(byChannel.totals)
        expect(other).toEqual(byChannel.other)
        // What is credited to anyone, social or not, is all the net there is.
        expect(totals.netCents + other.netCents).toBe(coverage.netCents)
      }
    }
  })

  test.each([
    ['post', 'Post 1'],
    ['pillar', 'Pillar 2'],
    ['client', 'Client 1'],
    ['department', 'Department 1'],
    ['campaign', 'Campaign 1'],
    ['person', 'Person 1'],
  ] as const)('by %s have names and ids', async (by, name) => {
    const { rows } = await host.client.result.summary({ period: HISTORY, model: 'linear', by })
    expect(rows.find((row) => row.key === name)?.id).toBe(Number(name.at(-1)))
    // Everyone's hours have a person; of everything else some part belongs to none, and comes last.
    expect(rows.findIndex((row) => row.key === null)).toBe(rows.length - 1)
  })

  test('by format are named in the ledger’s language', async () => {
    const { rows } = await host.client.result.summary({ period: HISTORY, model: 'linear', by: 'format' })
    expect(rows.filter((row) => row.format !== null).length).toBeGreaterThan(1)
    for (const row of rows) expect([row.id, row.key === null]).toEqual([null, row.format === null])
  })

  test('a department earns nothing by itself', async () => {
    const { rows } = await host.client.result.summary({ period: HISTORY, model: 'linear', by: 'department' })
    expect(rows.filter((row) => row.id !== null).map((row) => row.netCents)).toEqual([0, 0])
  })

  test('by post hold exactly the lines and shares that name the post', async () => {
    const { rows } = await host.client.result.summary({ period: HISTORY, model: 'position', by: 'post' })
    const { reader } = host.backend.ledger
    for (const row of rows.filter((candidate) => candidate.id !== null)) {
      const costs = reader
        .prepare<[number, string, string], { cents: number | null }>(
          "SELECT sum(cents) AS cents FROM ledger_line WHERE post_id = ? AND scope = 'social' AND kind <> 'revenue' AND day BETWEEN ? AND ?",
        )
        .get(row.id ?? 0, HISTORY.from, HISTORY.to)
      expect(row.labourCents + row.adsCents + row.otherCostCents).toBe(costs?.cents ?? 0)
      const net = reader
        .prepare<[number, string, string], { cents: number | null }>(
          "SELECT sum(net_cents) AS cents FROM attribution_share WHERE post_id = ? AND scope = 'social' AND model IN (0, 5) AND day BETWEEN ? AND ?",
        )
        .get(row.id ?? 0, HISTORY.from, HISTORY.to)
      expect(row.netCents).toBe(net?.cents ?? 0)
    }
  })
})

describe('full costing', () => {
  const ask = (costing: (typeof COSTINGS)[number], by: 'channel' | 'campaign' = 'channel') =>
    host.client.result.summary({ period: HISTORY, model: 'linear', by, costing })

  test.each(COSTINGS)('by %s has the totals of direct costing', async (costing) => {
    const direct = await ask('direct')
    const full = await ask(costing)
    expect(full.totals).toEqual(direct.totals)
    for (const field of FIELDS) expect(sumOf(full.rows, field), field).toBe(full.totals[field])
  })

  test.each(['hours', 'cost', 'posts'] as const)(
    'by %s leaves nothing but revenue in the row of no channel',
    async (costing) => {
      const direct = none((await ask('direct')).rows)
      const { rows, spread } = await ask(costing)
      expect(spread).toEqual({
        cents: (direct?.labourCents ?? 0) + (direct?.adsCents ?? 0) + (direct?.otherCostCents ?? 0),
        seconds: direct?.seconds,
        isEqually: false,
      })
      const left = none(rows)
      expect([left?.seconds, left?.labourCents, left?.adsCents, left?.otherCostCents]).toEqual([0, 0, 0, 0])
      expect(left?.netCents).toBe(direct?.netCents)
    },
  )

  test('by hours gives each channel its part of the hours', async () => {
    const before = channels(await ask('direct'))
    const after = channels(await ask('hours'))
    const all = before.reduce((sum, row) => sum + row.seconds, 0)
    const spread = none((await ask('direct')).rows)?.seconds ?? 0
    for (const row of before) {
      const now = after.find((candidate) => candidate.id === row.id)?.seconds ?? 0
      expect(Math.abs(now - row.seconds - (spread * row.seconds) / all)).toBeLessThan(1)
    }
  })

  test('is asked of channels alone: other groupings stay direct, and say so', async () => {
    const { costing, spread, rows } = await ask('hours', 'campaign')
    expect([costing, spread]).toEqual(['direct', null])
    expect(rows).toEqual((await ask('direct', 'campaign')).rows)
  })

  test('spreads equally where nobody published in the period', async () => {
    const period = { from: '2026-09-28', to: '2026-10-31' }
    const asked = (costing: 'direct' | 'posts') =>
      host.client.result.summary({ period, model: 'linear', by: 'channel', costing })
    const [direct, full] = [await asked('direct'), await asked('posts')]
    expect(full.spread?.isEqually).toBe(true)
    const own = (row: ResultRow) => direct.rows.find((candidate) => candidate.id === row.id)?.otherCostCents ?? 0
    const parts = channels(full).map((row) => row.otherCostCents - own(row))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(none(direct.rows)?.otherCostCents)
    expect(Math.min(...parts)).toBeGreaterThan(0)
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
  })

  test('does not change the verdict', async () => {
    const { rows } = await host.client.result.confidence({ period: HISTORY, model: 'linear' })
    const direct = await ask('direct')
    for (const row of channels(direct)) {
      const range = rows.find((candidate) => candidate.id === row.id)?.range
      expect(row.resultCents).toBeGreaterThanOrEqual(range?.lowestCents ?? Infinity)
      expect(row.resultCents).toBeLessThanOrEqual(range?.highestCents ?? -Infinity)
    }
  })
})

function none(rows: readonly ResultRow[]): ResultRow | undefined {
  return rows.find((row) => row.id === null)
}

function channels({ rows }: ResultSummary): ResultRow[] {
  return rows.filter((row) => row.id !== null)
}

describe('a period', () => {
  test.each(ATTRIBUTION_MODELS)('is the sum of its parts, wherever it is cut (%s)', async (model) => {
    const summary = (from: string, to: string) =>
      host.client.result.summary({ period: { from, to }, model, by: 'channel', windowDays: 90 })
    const whole = await summary(HISTORY.from, HISTORY.to)
    for (const cut of ['2025-12-31', '2026-01-01', '2026-02-14', '2026-06-30']) {
      const parts = [await summary(HISTORY.from, cut), await summary(addDays(toDay(cut), 1), HISTORY.to)]
      for (const field of FIELDS)
        expect(
          parts.reduce((sum, part) => sum + (part.totals[field] ?? Number.NaN), 0),
          `${field} ${cut}`,
        ).toBe(whole.totals[field])
      for (const field of ['netCents', 'touchedNetCents', 'socialNetCents', 'orders', 'singleTouchOrders'] as const)
        expect(
          parts.reduce((sum, part) => sum + part.coverage[field], 0),
          field,
        ).toBe(whole.coverage[field])
    }
  })

  test('longer than a year reads years, and is the sum of its lines', async () => {
    const long = { from: '2024-05-05', to: '2027-02-02' }
    const { totals } = await host.client.result.summary({ period: long, model: 'linear', by: 'channel' })
    const exact = await host.client.result.summary({ period: HISTORY, model: 'linear', by: 'channel' })
    expect(totals.netCents).toBe(exact.totals.netCents)
    const lines = host.backend.ledger.reader
      .prepare<[], { cents: number }>(
        "SELECT sum(cents) AS cents FROM ledger_line WHERE scope = 'social' AND kind <> 'revenue' AND day BETWEEN '2024-05-05' AND '2027-02-02'",
      )
      .get()
    expect(totals.labourCents + totals.adsCents + totals.otherCostCents).toBe(lines?.cents)
  })

  test('has in its models the range of the confidence', async () => {
    const { byModel, total, cumulative } = await host.client.result.confidence({ period: HISTORY, model: 'position' })
    for (const { model, resultCents } of byModel) {
      const { totals } = await host.client.result.summary({ period: HISTORY, model, by: 'month' })
      expect(resultCents, model).toBe(totals.resultCents)
    }
    expect(total?.range.lowestCents).toBe(Math.min(...byModel.map((one) => one.resultCents)))
    expect(cumulative.at(-1)?.cents).toBe(byModel.find((one) => one.model === 'position')?.resultCents)
  })

  test.each(['channel', 'campaign', 'client', 'post', 'pillar', 'format'] as const)(
    'has a verdict for every row that can earn (%s)',
    async (by) => {
      const { rows } = await host.client.result.summary({ period: HISTORY, model: 'linear', by })
      const confidence = await host.client.result.confidence({ period: HISTORY, model: 'linear', by })
      const names = (list: readonly { id: number | null; format: string | null }[]) =>
        list.map((row) => `${row.id} ${row.format}`).toSorted()
      expect(names(confidence.rows)).toEqual(names(rows.filter((row) => row.key !== null)))
      for (const row of confidence.rows) {
        const own = rows.find((candidate) => candidate.id === row.id && candidate.format === row.format)
        expect(row.verdict.purchases).toBeCloseTo(own?.orders ?? Number.NaN, 6)
      }
    },
  )
})
