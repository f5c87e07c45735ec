// Budgets beside what is booked: every actual is the sum of ledger lines.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BudgetChange } from '../../shared/contract/planning.ts'
import type { Day } from '../../shared/domain/day.ts'
import { type DirectHost, newCommandId, openDirectHost, openFixtureLedger } from '../support/direct-host.ts'

let host: DirectHost
afterEach(() => host.close())

const set = (changes: BudgetChange[]) => host.client.planning.setBudget({ commandId: newCommandId(), changes })
const year = (number = 2026) => host.client.planning.budget({ year: number })
const ads = (month: string, cents: number | null, campaignId: number | null = null): BudgetChange => ({
  month,
  campaignId,
  kind: 'ads',
  cents,
})

describe('budgets', () => {
  beforeEach(async () => {
    host = await openDirectHost()
  })

  test('are entered, replaced and taken away, many at once as one step of undo', async () => {
    await set([ads('2026-01', 100), ads('2026-02', 200), ads('2025-12', 50)])
    expect((await year()).budgets.map(({ month, cents }) => [month, cents])).toEqual([
      ['2026-01', 100],
      ['2026-02', 200],
    ])
    const step = await set([ads('2026-01', null), ads('2026-02', 250), ads('2026-03', 0)])
    expect((await year()).budgets.map(({ month, cents }) => [month, cents])).toEqual([
      ['2026-02', 250],
      ['2026-03', 0],
    ])
    await host.client.history.undo({ commandId: newCommandId(), undoes: step.commandId })
    expect((await year()).budgets.map(({ cents }) => cents)).toEqual([100, 200])
    expect((await year()).years).toEqual([2025, 2026])
  })

  test('of a campaign stand beside those of the whole', async () => {
    const expense = {
      kind: 'ads' as const,
      name: 'Anzeigen',
      cents: 5_000,
      startsOn: '2026-10-05' as Day,
      endsOn: null,
      repetition: 'once' as const,
      channelId: null,
      campaignId: null,
      scope: 'social' as const,
      note: '',
    }
    await host.client.costs.addExpense({ commandId: newCommandId(), expense })
    expect((await year()).actuals).toEqual([
      { month: '2026-10', campaignId: null, kind: 'ads', scope: 'social', cents: 5_000 },
    ])
    await expect(set([ads('2026-10', 100, 99)])).rejects.toMatchObject({
      code: 'not_found',
      data: { what: 'campaign' },
    })
  })

  test.each([
    ['a negative amount', ads('2026-01', -1)],
    ['a month that is none', ads('2026-13', 100)],
    ['an absurd amount', ads('2026-01', 1e15)],
  ])('%s does not pass the contract', async (_what, change) => {
    await expect(set([change])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('a budget that did not change is not a change', async () => {
    await set([ads('2026-01', 100)])
    expect((await set([ads('2026-01', 100)])).isUndoable).toBe(false)
  })
})

test('actuals are the sums of the lines, by month, kind, campaign and scope', async () => {
  host = await openFixtureLedger()
  const { actuals, campaigns } = await year()
  const { sums } = await host.client.ledger.lines({
    filter: {
      period: { from: '2026-01-01', to: '2026-12-31' },
      kinds: ['labour', 'ads', 'tool', 'service', 'levy', 'other'],
    },
    limit: 1,
  })
  expect(actuals.reduce((sum, { cents }) => sum + cents, 0)).toBe(sums!.costCents)
  expect(campaigns.length).toBeGreaterThan(1)
  for (const { id } of campaigns.slice(0, 3)) {
    const filter = { period: { from: '2026-03-01', to: '2026-03-31' }, campaignId: id, kinds: ['ads' as const] }
    const lines = await host.client.ledger.lines({ filter, limit: 1 })
    const ofMonth = actuals.filter((cell) => cell.month === '2026-03' && cell.campaignId === id && cell.kind === 'ads')
    expect(ofMonth.reduce((sum, { cents }) => sum + cents, 0)).toBe(lines.sums!.costCents)
  }
  await set([ads('2026-03', 10_000, campaigns[0]!.id)])
  expect((await year()).budgets).toMatchObject([{ campaignId: campaigns[0]!.id, cents: 10_000 }])
})
