import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'

/** Parts of what there is; nothing of nothing is nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** How much of the period's revenue has a known origin, as sums over a list. */
export function useCoverageItems(period: Period): { label: string; value: string }[] {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const coverage = useQuery(api.revenue.coverage.queryOptions({ input: { period } })).data
  if (!coverage || coverage.orders === 0) return []
  const { netCents, touchedNetCents, socialNetCents, orders, singleTouchOrders } = coverage
  return [
    { label: t('sums.coverage'), value: format.percent(shareOf(touchedNetCents, netCents)) },
    { label: t('sums.social'), value: format.percent(shareOf(socialNetCents, netCents)) },
    { label: t('sums.single'), value: format.percent(shareOf(singleTouchOrders, orders)) },
  ]
}
