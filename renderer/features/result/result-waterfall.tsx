import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Chart } from '../../ui/chart.tsx'
import { makeWaterfall } from '../../ui/waterfall.ts'
import { useDrills } from './drill-store.ts'
import { waterfallSteps } from './waterfall-steps.ts'

export function ResultWaterfall({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const open = useDrills((state) => state.open)
  const steps = useMemo(() => waterfallSteps(summary, format, t), [summary, format, t])
  const waterfall = useMemo(() => makeWaterfall(t('waterfall.amount'), steps), [steps, t])
  const labels = useMemo(() => {
    const inTable = (cents: number) => format.money(cents, 'always')
    // The unit stands in the sentence above; without it the bars' labels stay short.
    const onBars = (cents: number) =>
      `${cents > 0 ? '+' : ''}${format.number(Math.sign(cents) * Math.round(Math.abs(cents) / 100))}`
    return { inTable, onBars }
  }, [format])
  // A single cost beside its own sum shows nothing.
  if (steps.length < 3) return null
  const isCost = summary.totals.contributionCents === null || summary.lacks.includes('revenue')
  const title = isCost ? t('waterfall.costTitle') : t('waterfall.title')
  return (
    <Chart
      title={title}
      isTitleHidden
      description={t('waterfall.description')}
      categoryHeader={t('waterfall.step')}
      {...waterfall}
      directLabels="all"
      formatValue={labels.inTable}
      formatLabel={labels.onBars}
      height={296}
      onSelect={(index) => {
        const step = steps[index]
        if (step) open(step.drill)
      }}
    />
  )
}
