/** What is to come out today, and what should be out already, on every screen; kept up to date while time alone changes it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useNavigationBadge } from '../../../lib/navigation-badges.ts'
import { invalidateFeatures } from '../../../lib/query-client.ts'

const MINUTE_MS = 60_000
/** Timers of browsers cannot wait longer than 24 days; the next look comes sooner anyway. */
const LONGEST_WAIT_MS = 86_400_000

export function useDueCount(): void {
  const { t } = useTranslation('calendarLists')
  // What is due becomes late without any change in the ledger.
  const due = useQuery({ ...api.calendar.due.queryOptions(), refetchInterval: MINUTE_MS }).data
  const { lateCount = 0, lateDrafts = 0, today = [], nextAt = null } = due ?? {}
  const label = [
    ...(lateCount > 0 ? [t('badge.late', { count: lateCount })] : []),
    ...(lateDrafts > 0 ? [t('badge.drafts', { count: lateDrafts })] : []),
    ...(today.length > 0 ? [t('badge.today', { count: today.length })] : []),
  ]
  useNavigationBadge('/calendar', {
    count: lateCount + lateDrafts + today.length,
    label: label.join(', '),
    isUrgent: lateCount + lateDrafts > 0,
  })
  useEffect(() => {
    if (nextAt === null) return undefined
    const wait = Math.min(Math.max(nextAt - Date.now(), 0) + 500, LONGEST_WAIT_MS)
    const timer = setTimeout(() => void invalidateFeatures(['calendar']), wait)
    return () => clearTimeout(timer)
  }, [nextAt])
}
