import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { ResultView } from './use-result.ts'

/** Where purchases have one touch the models agree by construction; a consensus then proves nothing. Null without touches. */
export function useAgreement({ summary, confidence }: ResultView): string | null {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { touchedOrders, singleTouchOrders } = summary.coverage
  if (touchedOrders === 0) return null
  if (singleTouchOrders === touchedOrders) return t('modelsAgree.single')
  const results = new Set(confidence.byModel.map(({ resultCents }) => resultCents))
  if (results.size === 1) return t('modelsAgree.same')
  return t('modelsAgree.differ', { share: format.percent(singleTouchOrders / touchedOrders) })
}
