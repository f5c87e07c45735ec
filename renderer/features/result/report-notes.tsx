import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './report.module.css'
import { formatOrders } from './sentence-parts.ts'

export interface ReportNotesProps {
  readonly summary: ResultSummary
  readonly marginBasisPoints: number | null
}

/** What the figures hold and what they do not. */
export function ReportNotes({ summary, marginBasisPoints }: ReportNotesProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { coverage, other, model, uncountedOrders } = summary
  const share = (cents: number) => format.percent(coverage.netCents === 0 ? 0 : cents / coverage.netCents)
  const notes = [
    coverage.netCents !== 0 &&
      t('report.coverage', { touched: share(coverage.touchedNetCents), social: share(coverage.socialNetCents) }),
    t('report.method', { model: t(`models.${model}`) }),
    marginBasisPoints !== null && t('report.margin', { margin: format.basisPoints(marginBasisPoints) }),
    other.orders + other.adsCents > 0 &&
      t('report.beside', {
        orders: formatOrders(other.orders, format),
        net: format.moneyRounded(other.netCents),
        ads: format.moneyRounded(other.adsCents),
      }),
    uncountedOrders > 0 && t('beside.uncounted', { count: uncountedOrders }),
  ].filter((note) => note !== false)
  return (
    <section className={styles.notes}>
      <h3>{t('report.included')}</h3>
      <p>{notes.join(' ')}</p>
    </section>
  )
}
