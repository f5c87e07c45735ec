import { useTranslation } from 'react-i18next'
import type { Confidence, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { ResultView } from './use-result.ts'
import { purchasesMissingPerWeek } from './missing.ts'
import { probabilityText } from './verdict.ts'

/** How sure the result is, in words. */
export function ReportSure({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const missing = purchasesMissingPerWeek(view)
  return (
    <section>
      <h3>{t('report.sure')}</h3>
      {view.summary.lacks.length > 0 && <Preliminary summary={view.summary} />}
      {view.confidence.total && (
        <p>
          <Certainty verdict={view.confidence.total.verdict} range={view.confidence.total.range} />
        </p>
      )}
      {missing !== null && missing > 0 && <p>{t('report.missing', { count: missing })}</p>}
    </section>
  )
}

function Preliminary({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  return (
    <p>{t('report.preliminary', { lacks: format.list(summary.lacks.map((lack) => t(`report.lacking.${lack}`))) })}</p>
  )
}

function Certainty({ verdict, range }: NonNullable<Confidence['total']>) {
  const { t } = useTranslation('result')
  const format = useFormat()
  if (verdict.probability === null) {
    return t(verdict.kind === 'costs' ? 'sure.costsAnywayWhy' : 'report.sureTooLittle')
  }
  const texts = {
    count: verdict.weeks,
    share: probabilityText(verdict.probability, format, t),
    lowest: format.moneyRounded(range.lowestCents),
    highest: format.moneyRounded(range.highestCents),
  }
  return t(range.lowestCents === range.highestCents ? 'report.sureSame' : 'report.sureProbability', texts)
}
