import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Confidence, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Chart } from '../../ui/chart.tsx'
import type { ChartSeries } from '../../ui/chart-types.ts'
import { cx } from '../../ui/class-names.ts'
import tones from '../../ui/tone.module.css'
import { projectedPoints } from './payback.ts'
import styles from './result.module.css'
import { withoutHours } from './use-result.ts'

export interface CumulativeCardProps {
  readonly summary: ResultSummary
  readonly confidence: Confidence
  /** The line begins with the ledger and ends with it: only then does the projection continue it. */
  readonly isWhole: boolean
}

/** The result added up week by week, against the zero line, and the day on which everything spent has come back. */
export function CumulativeCard({ summary, confidence, isWhole }: CumulativeCardProps) {
  const { t } = useTranslation('result')
  const lacksHours = withoutHours(summary)
  const points = confidence.cumulative
  if (points.length === 0) {
    return (
      <Card title={t('cumulative.title')} className={styles.tall}>
        <p className={styles.why}>{t(lacksHours ? 'cumulative.withoutHours' : 'cumulative.empty')}</p>
      </Card>
    )
  }
  return (
    <Card className={styles.tall}>
      <CumulativeChart confidence={confidence} isWhole={isWhole} />
      {/* Without purchases there is no pace to speak of. */}
      {!summary.lacks.includes('revenue') && <Payback confidence={confidence} />}
    </Card>
  )
}

function CumulativeChart({ confidence, isWhole }: Omit<CumulativeCardProps, 'summary'>) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { cumulative: points, payback } = confidence
  const ahead = useMemo(() => (isWhole ? projectedPoints(points, payback) : []), [points, payback, isWhole])
  const categories = useMemo(
    () => [...points, ...ahead].map(({ day }) => format.dayShort(day)),
    [points, ahead, format],
  )
  const series = useMemo((): ChartSeries[] => {
    const values = points.map(({ cents }) => cents)
    const tone = (values.at(-1) ?? 0) < 0 ? 'cost' : 'return'
    const line: ChartSeries = {
      label: t('cumulative.amount'),
      values: [...values, ...ahead.map(() => null)],
      kind: 'line',
      tone,
      isFilledToZero: true,
    }
    if (ahead.length === 0) return [line]
    // Begins where the line ends.
    const dashed = [...values.slice(0, -1).map(() => null), values.at(-1) ?? 0, ...ahead.map(({ cents }) => cents)]
    return [line, { label: t('cumulative.projection'), values: dashed, kind: 'line', tone: 'neutral', isDashed: true }]
  }, [points, ahead, t])
  return (
    <Chart
      title={t('cumulative.title')}
      description={t('cumulative.description')}
      categoryHeader={t('cumulative.week')}
      categories={categories}
      series={series}
      directLabels="last"
      formatValue={format.moneyRounded}
      height={250}
    />
  )
}

/** Since when everything spent has come back, or when it would. */
function Payback({ confidence: { payback } }: { readonly confidence: Confidence }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  if (!payback) return null
  if (payback.kind === 'since') {
    return (
      <p className={styles.payback}>
        <strong className={tones['return']}>{t('payback.since', { day: format.day(payback.day) })}</strong>{' '}
        {t('payback.sinceNote')}
      </p>
    )
  }
  if (payback.kind === 'projected') {
    return (
      <p className={styles.payback}>
        <strong>{t('payback.projected', { day: format.day(payback.day) })}</strong>{' '}
        {t('payback.projectedNote', { amount: format.moneyRounded(payback.weeklyCents, 'always') })}
      </p>
    )
  }
  return (
    <p className={styles.payback}>
      <strong className={cx(tones['cost'])}>{t('payback.never')}</strong> {t('payback.neverNote')}
    </p>
  )
}
