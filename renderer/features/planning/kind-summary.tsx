import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { ActualLink } from './actual-link.tsx'
import { type BudgetRow, figuresOf, totalCells } from './budget-model.ts'
import { figureColumns } from './figure-columns.tsx'
import type { BudgetState } from './use-budget.ts'

export interface KindSummaryProps {
  readonly rows: readonly BudgetRow[]
  readonly state: BudgetState
}

/** The year by kind of cost. Kinds without a budget and without costs are left out. */
export function KindSummary({ rows, state }: KindSummaryProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const { currentMonth } = state
  const shown = rows.filter(({ figures }) => figures.budgetCents !== 0 || figures.actualCents !== 0)
  const columns = useMemo((): Column<BudgetRow>[] => {
    const total = figuresOf(totalCells(rows), currentMonth)
    return [
      {
        id: 'kind',
        header: t('summary.kind'),
        isRowHeader: true,
        width: '99%',
        cell: ({ kind }) => t(`kinds.${kind}`),
        sortValue: ({ kind }) => t(`kinds.${kind}`),
        footer: t('summary.total'),
      },
      ...figureColumns<BudgetRow>({
        total,
        format,
        t,
        figuresOf: (row) => row.figures,
        actual: ({ kind, figures }) => (
          <ActualLink state={state} kinds={[kind]} name={t(`kinds.${kind}`)} cents={figures.actualCents} />
        ),
      }),
    ]
  }, [rows, currentMonth, format, t, state])
  return (
    <Card isFlush title={t('summary.kinds', { year: state.year })}>
      <Table
        label={t('summary.kinds', { year: state.year })}
        columns={columns}
        rows={shown}
        rowKey={({ kind }) => kind}
      />
    </Card>
  )
}
