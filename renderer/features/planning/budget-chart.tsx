import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Chart } from '../../ui/chart.tsx'
import type { ChartSeries } from '../../ui/chart-types.ts'
import type { Cell } from './budget-model.ts'

/** More than planned: full colour; within the budget, or without one: lighter. */
function isOver({ budgetCents, actualCents }: Cell): boolean {
  return budgetCents !== null && actualCents > budgetCents
}

export function BudgetChart({ cells }: { readonly cells: readonly Cell[] }) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const categories = useMemo(() => cells.map(({ month }) => format.monthShort(month)), [cells, format])
  const series = useMemo(
    (): ChartSeries[] => [
      // Drawn over the bars.
      {
        label: t('chart.budget'),
        values: cells.map(({ budgetCents }) => budgetCents),
        kind: 'line',
        tone: 'neutral',
        isDashed: true,
      },
      {
        label: t('chart.actual'),
        values: cells.map(({ actualCents }) => actualCents),
        tone: 'cost',
        styles: cells.map((cell) => ({ tone: 'cost', strength: isOver(cell) ? 1 : 0.55 })),
      },
    ],
    [cells, t],
  )
  return (
    <Card>
      <Chart
        title={t('chart.title')}
        description={t('chart.description')}
        categoryHeader={t('chart.month')}
        categories={categories}
        series={series}
        formatValue={format.moneyRounded}
        height={230}
      />
    </Card>
  )
}
