import { useTranslation } from 'react-i18next'
import type { ResultFigures, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Difference } from './difference.tsx'
import { valueOf } from './drill.ts'
import styles from './result.module.css'
import { isEmptyPeriod } from './use-result.ts'

interface ComparisonLineProps {
  readonly summary: ResultSummary
  readonly compared: ResultSummary
}

/** What is different from the other period, in one line. */
export function ComparisonLine({ summary, compared }: ComparisonLineProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const period = format.dayRange(compared.period.from, compared.period.to)
  if (isEmptyPeriod(compared)) return <span className={styles.compared}>{t('comparison.nothing', { period })}</span>
  const between = (value: (figures: ResultFigures) => number | null) => {
    const [now, then] = [value(summary.totals), value(compared.totals)]
    return now === null || then === null ? null : now - then
  }
  return (
    <span className={styles.compared}>
      {t('comparison.line', { period })}{' '}
      <span>
        {t('table.result')} <Difference value={between((figures) => figures.resultCents)} isCost={false} unit="money" />
      </span>
      {' · '}
      <span>
        {t('table.hours')} <Difference value={between((figures) => figures.seconds)} isCost unit="hours" />
      </span>
      {' · '}
      <span>
        {t('table.cost')} <Difference value={between((figures) => valueOf('cost', figures))} isCost unit="money" />
      </span>
      {' · '}
      <span>
        {t('table.net')} <Difference value={between((figures) => figures.netCents)} isCost={false} unit="money" />
      </span>
    </span>
  )
}
