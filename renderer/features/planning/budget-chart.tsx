import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Chart } from '../../ui/chart.tsx'
import type { ChartSeries } from '../../ui/chart-types.ts'
import type { Cell } from './budget-model.ts'

export function BudgetChart({ cells }: { readonly cells: readonly Cell[] }) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const categories = useMemo(() => cells.map(({ month }) => format.monthShort(month)), [cells, format])
  const series = useMemo(
    (): ChartSeries[] => [
      { label: t('chart.actual'), values: cells.map(({ actualCents }) => actualCents), tone: 'cost' },
      {
        label: t('chart.budget'),
        values: cells.map(({ budgetCents }) => budgetCents),
        kind: 'line',
        tone: 'neutral',
        isDashed: true,
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
