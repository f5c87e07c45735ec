/** The budget of a year as rows of twelve months, beside what was spent. */
import type { BudgetChange, BudgetKind, BudgetYear } from '../../../shared/contract/planning.ts'
import { type BudgetFigures, distributeOverMonths, monthsOfYear, sumFigures } from '../../../shared/domain/budget.ts'

export const BUDGET_KINDS: readonly BudgetKind[] = ['labour', 'ads', 'tool', 'service', 'levy', 'other']

export interface Cell {
  readonly month: string
  /** Null: nothing entered. */
  readonly budgetCents: number | null
  readonly actualCents: number
}

export interface BudgetRow {
  readonly kind: BudgetKind
  readonly cells: readonly Cell[]
  readonly figures: BudgetFigures
}

export interface BudgetView {
  /** Null: the whole budget, with the costs of all campaigns. */
  readonly campaignId: number | null
  /** All costs, or those of social media only. */
  readonly isAllCosts: boolean
}

export function rowsOf(data: BudgetYear, view: BudgetView, currentMonth: string): BudgetRow[] {
  return BUDGET_KINDS.map((kind) => {
    const cells = monthsOfYear(data.year).map((month) => ({
      month,
      budgetCents: budgetOf(data, view.campaignId, kind, month),
      actualCents: actualOf(data, view, kind, month),
    }))
    return { kind, cells, figures: figuresOf(cells, currentMonth) }
  })
}

function budgetOf({ budgets }: BudgetYear, campaignId: number | null, kind: BudgetKind, month: string): number | null {
  return (
    budgets.find((cell) => cell.month === month && cell.kind === kind && cell.campaignId === campaignId)?.cents ?? null
  )
}

function actualOf({ actuals }: BudgetYear, view: BudgetView, kind: BudgetKind, month: string): number {
  return actuals
    .filter((cell) => cell.month === month && cell.kind === kind && counts(cell, view))
    .reduce((sum, { cents }) => sum + cents, 0)
}

function counts(cell: BudgetYear['actuals'][number], { campaignId, isAllCosts }: BudgetView): boolean {
  return (isAllCosts || cell.scope === 'social') && (campaignId === null || cell.campaignId === campaignId)
}

export function figuresOf(cells: readonly Cell[], currentMonth: string): BudgetFigures {
  return sumFigures(
    cells.map(({ month, budgetCents, actualCents }) => ({ month, budgetCents: budgetCents ?? 0, actualCents })),
    currentMonth,
  )
}

/** The months of all rows together. */
export function totalCells(rows: readonly BudgetRow[]): Cell[] {
  return (rows[0]?.cells ?? []).map(({ month }, index) => {
    const cells = rows.flatMap((row) => row.cells[index] ?? [])
    const entered = cells.flatMap(({ budgetCents }) => budgetCents ?? [])
    return {
      month,
      budgetCents: entered.length === 0 ? null : entered.reduce((sum, cents) => sum + cents, 0),
      actualCents: cells.reduce((sum, { actualCents }) => sum + actualCents, 0),
    }
  })
}

export interface CampaignRow {
  /** Null: costs that belong to no campaign. */
  readonly id: number | null
  readonly name: string
  readonly figures: BudgetFigures
}

/** Campaigns with a budget or with costs, the largest first; costs of none at the end. */
export function campaignRows(data: BudgetYear, isAllCosts: boolean, currentMonth: string): CampaignRow[] {
  const rows = data.campaigns.map(({ id, name }): CampaignRow => {
    const cells = totalCells(rowsOf(data, { campaignId: id, isAllCosts }, currentMonth))
    return { id, name, figures: figuresOf(cells, currentMonth) }
  })
  const size = ({ figures }: CampaignRow) => Math.max(figures.budgetCents, figures.actualCents)
  const shown = rows.filter((row) => size(row) !== 0).toSorted((a, b) => size(b) - size(a))
  const rest = data.actuals
    .filter((cell) => cell.campaignId === null && (isAllCosts || cell.scope === 'social'))
    .map(({ month, cents }) => ({ month, budgetCents: 0, actualCents: cents }))
  return rest.length === 0 ? shown : [...shown, { id: null, name: '', figures: sumFigures(rest, currentMonth) }]
}

type Place = Pick<BudgetChange, 'campaignId' | 'kind'>

/** The amount of a month for all that follow it to December. */
export function fillRight(
  row: BudgetRow,
  from: string,
  cents: number | null,
  campaignId: number | null,
): BudgetChange[] {
  return row.cells
    .filter(({ month, budgetCents }) => month >= from && budgetCents !== cents)
    .map(({ month }) => ({ month, campaignId, kind: row.kind, cents }))
}

/** The last month with an amount; null where the row is empty. */
export function lastEntered(row: BudgetRow): { month: string; cents: number } | null {
  const cell = row.cells.findLast(({ budgetCents }) => budgetCents !== null)
  return cell && cell.budgetCents !== null ? { month: cell.month, cents: cell.budgetCents } : null
}

export function distribute(place: Place, year: number, cents: number): BudgetChange[] {
  const parts = distributeOverMonths(cents)
  return monthsOfYear(year).map((month, index) => ({ ...place, month, cents: parts[index] ?? 0 }))
}

export function clearRow(row: BudgetRow, campaignId: number | null): BudgetChange[] {
  return row.cells
    .filter(({ budgetCents }) => budgetCents !== null)
    .map(({ month }) => ({ month, campaignId, kind: row.kind, cents: null }))
}

/** Last year's rows as this year's budget, month by month. What was not there last year is left as it is. */
export function copyYear(
  lastYear: readonly BudgetRow[],
  year: number,
  campaignId: number | null,
  what: 'budget' | 'actual',
): BudgetChange[] {
  return lastYear.flatMap(({ kind, cells }) =>
    cells.flatMap(({ month, budgetCents, actualCents }) => {
      const cents = what === 'budget' ? budgetCents : actualCents > 0 ? actualCents : null
      return cents === null ? [] : [{ month: `${year}${month.slice(4)}`, campaignId, kind, cents }]
    }),
  )
}
