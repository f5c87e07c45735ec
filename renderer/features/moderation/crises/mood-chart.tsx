import { useTranslation } from 'react-i18next'
import type { CrisisFigures } from '../../../../shared/contract/crises.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { Chart } from '../../../ui/chart.tsx'
import type { ChartTone } from '../../../ui/chart-types.ts'
import styles from './crises.module.css'

const KINDS = ['positive', 'neutral', 'negative', 'angry', 'unknown'] as const
const TONES: Readonly<Record<(typeof KINDS)[number], ChartTone>> = {
  positive: 'return',
  neutral: 'series-3',
  negative: 'warn',
  angry: 'cost',
  unknown: 'neutral',
}

/** How it sounded, by when it came in. */
export function MoodChart({ figures }: { readonly figures: CrisisFigures }) {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const { mood } = figures
  const isOneDay = new Set(mood.map(({ from }) => from.slice(0, 10))).size === 1
  const categories = mood.map(({ from }) => {
    const [day = '', hour] = from.split('T')
    if (hour === undefined) return format.dayShort(day)
    return isOneDay
      ? t('mood.clock', { hour: Number(hour) })
      : t('mood.hour', { day: format.dayShort(day), hour: Number(hour) })
  })
  const shown = KINDS.filter((kind) => mood.some((stretch) => stretch[kind] > 0))
  return (
    <Card title={t('mood.title')}>
      {mood.length === 0 ? (
        <p className={styles.hint}>{t('mood.empty')}</p>
      ) : (
        <Chart
          title={t('mood.title')}
          isTitleHidden
          description={t('mood.description', { count: figures.messages })}
          categoryHeader={t('mood.stretch')}
          categories={categories}
          isStacked
          height={250}
          series={shown.map((kind) => ({
            label: kind === 'unknown' ? t('mood.unknown') : t(`sentiments.${kind}`),
            tone: TONES[kind],
            values: mood.map((stretch) => stretch[kind]),
          }))}
          formatValue={(value) => format.number(value)}
          // Between whole messages there is nothing to name.
          formatLabel={(value) => (Number.isInteger(value) ? format.number(value) : '')}
        />
      )}
    </Card>
  )
}
