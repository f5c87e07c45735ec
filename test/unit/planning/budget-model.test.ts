import { describe, expect, test } from 'vitest'
import {
  type BudgetView,
  campaignRows,
  clearRow,
  copyYear,
  distribute,
  fillRight,
  lastEntered,
  rowsOf,
  totalCells,
} from '../../../renderer/features/planning/budget-model.ts'
import type { BudgetYear } from '../../../shared/contract/planning.ts'

const data: BudgetYear = {
  year: 2026,
  budgets: [
    { month: '2026-01', campaignId: null, kind: 'ads', cents: 10_000 },
    { month: '2026-03', campaignId: null, kind: 'ads', cents: 0 },
    { month: '2026-01', campaignId: 7, kind: 'ads', cents: 4_000 },
  ],
  actuals: [
    { month: '2026-01', campaignId: 7, kind: 'ads', scope: 'social', cents: 6_000 },
    { month: '2026-01', campaignId: 8, kind: 'ads', scope: 'other', cents: 3_000 },
    { month: '2026-02', campaignId: null, kind: 'tool', scope: 'social', cents: 500 },
  ],
  campaigns: [
    { id: 7, name: 'Sommer' },
    { id: 8, name: 'Suche' },
  ],
  years: [2026],
}
const whole: BudgetView = { campaignId: null, isAllCosts: false }
const rows = (view = whole) => rowsOf(data, view, '2026-06')
const ads = (view = whole) => rows(view).find(({ kind }) => kind === 'ads')!

describe('rows', () => {
  test('show the whole budget beside the costs of all campaigns, of social media only or all', () => {
    expect(ads().cells[0]).toEqual({ month: '2026-01', budgetCents: 10_000, actualCents: 6_000 })
    expect(ads({ campaignId: null, isAllCosts: true }).cells[0]!.actualCents).toBe(9_000)
    expect(ads().cells[1]!.budgetCents).toBeNull()
    expect(ads().cells[2]!.budgetCents).toBe(0)
  })

  test('of a campaign show its own budget and costs', () => {
    expect(ads({ campaignId: 7, isAllCosts: false }).cells[0]).toMatchObject({ budgetCents: 4_000, actualCents: 6_000 })
  })

  test('add up by month; campaigns are not added to the whole', () => {
    const totals = totalCells(rows())
    expect(totals).toHaveLength(12)
    expect(totals.slice(0, 3)).toEqual([
      { month: '2026-01', budgetCents: 10_000, actualCents: 6_000 },
      { month: '2026-02', budgetCents: null, actualCents: 500 },
      { month: '2026-03', budgetCents: 0, actualCents: 0 },
    ])
  })
})

test('campaigns stand by size, costs of none at the end, those without figures not at all', () => {
  expect(
    campaignRows(data, false, '2026-06').map(({ id, figures }) => [id, figures.budgetCents, figures.actualCents]),
  ).toEqual([
    [7, 4_000, 6_000],
    [null, 0, 500],
  ])
  expect(campaignRows(data, true, '2026-06').map(({ id }) => id)).toEqual([7, 8, null])
})

describe('filling', () => {
  test('to December changes the months from there that differ', () => {
    const changes = fillRight(ads(), '2026-01', 10_000, null)
    expect(changes).toHaveLength(11)
    expect(changes[0]).toEqual({ month: '2026-02', campaignId: null, kind: 'ads', cents: 10_000 })
    expect(lastEntered(ads())).toEqual({ month: '2026-03', cents: 0 })
    expect(lastEntered(rows()[0]!)).toBeNull()
  })

  test('distributes to the cent, and clears what was entered', () => {
    const parts = distribute({ campaignId: 7, kind: 'tool' }, 2026, 1_000)
    expect(parts.reduce((sum, { cents }) => sum + cents!, 0)).toBe(1_000)
    expect(clearRow(ads(), null).map(({ month }) => month)).toEqual(['2026-01', '2026-03'])
  })

  test('copies last year month by month, leaving what was not there', () => {
    expect(copyYear(rows(), 2027, null, 'budget')).toEqual([
      { month: '2027-01', campaignId: null, kind: 'ads', cents: 10_000 },
      { month: '2027-03', campaignId: null, kind: 'ads', cents: 0 },
    ])
    expect(copyYear(rows(), 2027, 7, 'actual')).toEqual([
      { month: '2027-01', campaignId: 7, kind: 'ads', cents: 6_000 },
      { month: '2027-02', campaignId: 7, kind: 'tool', cents: 500 },
    ])
  })
})
