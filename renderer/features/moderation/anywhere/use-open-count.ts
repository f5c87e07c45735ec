/** How much is open, on every screen; kept up to date while time alone changes it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useNavigationBadge } from '../../../lib/navigation-badges.ts'
import { invalidateFeatures } from '../../../lib/query-client.ts'

const MINUTE_MS = 60_000
/** Timers of browsers cannot wait longer than 24 days; the next look comes sooner anyway. */
const LONGEST_WAIT_MS = 86_400_000

export function useOpenCount(): void {
  const { t } = useTranslation('moderation')
  // What is due becomes overdue without any change in the ledger.
  const counts = useQuery({ ...api.moderation.counts.queryOptions(), refetchInterval: MINUTE_MS }).data
  const { open = 0, overdue = 0, wakesAt = null } = counts ?? {}
  const label = [t('badge.open', { count: open }), ...(overdue > 0 ? [t('urgency.overdue', { count: overdue })] : [])]
  useNavigationBadge('/moderation', { count: open, label: label.join(', '), isUrgent: overdue > 0 })
  useEffect(() => {
    if (wakesAt === null) return undefined
    const wait = Math.min(Math.max(wakesAt - Date.now(), 0) + 500, LONGEST_WAIT_MS)
    const timer = setTimeout(() => void invalidateFeatures(['moderation']), wait)
    return () => clearTimeout(timer)
  }, [wakesAt])
}
