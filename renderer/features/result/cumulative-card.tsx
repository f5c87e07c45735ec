import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Confidence } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Chart } from '../../ui/chart.tsx'
import type { ChartSeries } from '../../ui/chart-types.ts'
import styles from './result.module.css'

/** The result added up week by week, against the zero line. */
export function CumulativeCard({ confidence }: { readonly confidence: Confidence }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const points = confidence.cumulative
  const categories = useMemo(() => points.map(({ day }) => format.dayShort(day)), [points, format])
  const series = useMemo(
    (): ChartSeries[] => [
      {
        label: t('cumulative.amount'),
        values: points.map(({ cents }) => cents),
        kind: 'line',
        tone: (points.at(-1)?.cents ?? 0) < 0 ? 'cost' : 'return',
        isFilledToZero: true,
      },
    ],
    [points, t],
  )
  if (points.length === 0) {
    return (
      <Card title={t('cumulative.title')}>
        <p className={styles.why}>{t('cumulative.empty')}</p>
      </Card>
    )
  }
  return (
    <Card>
      <Chart
        title={t('cumulative.title')}
        description={t('cumulative.description')}
        categoryHeader={t('cumulative.week')}
        categories={categories}
        series={series}
        directLabels="last"
        formatValue={format.moneyRounded}
        height={282}
      />
    </Card>
  )
}
