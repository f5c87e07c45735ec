import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { BudgetFigures } from '../../../shared/domain/budget.ts'
import type { Format } from '../../lib/format.ts'
import { Money } from '../../ui/money.tsx'
import { Percent } from '../../ui/percent.tsx'
import type { Column } from '../../ui/table-sort.ts'

export interface FigureColumnsInput<Row> {
  readonly total: BudgetFigures
  /** Not all rows have a budget: the sums are not compared. */
  readonly isPartial?: boolean
  readonly format: Format
  readonly t: TFunction<'planning'>
  figuresOf(row: Row): BudgetFigures
  /** The figure of what was spent, as a way to its lines. */
  actual(row: Row): ReactNode
}

/** Budget, actual, difference, share and outlook of any row. */
export function figureColumns<Row>({
  total,
  isPartial = false,
  t,
  figuresOf,
  actual,
}: FigureColumnsInput<Row>): Column<Row>[] {
  const money = (cents: number) => (cents === 0 ? <Money cents={null} /> : <Money cents={cents} isRounded />)
  const difference = ({ differenceCents, budgetCents }: BudgetFigures) =>
    budgetCents === 0 ? (
      <Money cents={null} />
    ) : (
      <Money cents={differenceCents} isRounded sign="always" tone={differenceCents > 0 ? 'cost' : 'neutral'} />
    )
  const share = ({ share: used }: BudgetFigures) => (
    <Percent share={used} tone={used !== null && used > 1 ? 'cost' : 'neutral'} />
  )
  const column = (
    id: string,
    header: string,
    cell: (row: Row) => ReactNode,
    value: (f: BudgetFigures) => number | null,
    footer: ReactNode,
  ): Column<Row> => ({
    id,
    header,
    align: 'end',
    cell,
    sortValue: (row) => value(figuresOf(row)),
    footer,
  })
  return [
    column(
      'budget',
      t('summary.budget'),
      (row) => money(figuresOf(row).budgetCents),
      (f) => f.budgetCents,
      money(total.budgetCents),
    ),
    column('actual', t('summary.actual'), actual, (f) => f.actualCents, money(total.actualCents)),
    column(
      'difference',
      t('summary.difference'),
      (row) => difference(figuresOf(row)),
      (f) => f.differenceCents,
      isPartial ? null : difference(total),
    ),
    column(
      'share',
      t('summary.share'),
      (row) => share(figuresOf(row)),
      (f) => f.share,
      isPartial ? null : share(total),
    ),
    column(
      'forecast',
      t('summary.forecast'),
      (row) => money(figuresOf(row).forecastCents),
      (f) => f.forecastCents,
      money(total.forecastCents),
    ),
  ]
}
