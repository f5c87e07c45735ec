import { useTranslation } from 'react-i18next'
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
      <p>
        <Certainty view={view} />
      </p>
      {missing !== null && missing > 0 && <p>{t('report.missing', { count: missing })}</p>}
    </section>
  )
}

function Certainty({ view: { summary, confidence } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { total } = confidence
  if (!total) {
    const lacks = format.list(summary.lacks.map((lack) => t(`report.lacking.${lack}`)))
    return t('report.surePreliminary', { lacks })
  }
  const { verdict, range } = total
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
