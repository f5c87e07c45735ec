import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { dayAt, type Instant } from '../../shared/domain/instant.ts'
import { clockAt } from '../../shared/domain/wall-time.ts'
import { api } from './api.ts'
import { useFormat } from './use-format.ts'

const SIX_DAYS_MS = 6 * 86_400_000

/** A moment as briefly as it can be told from others: "14:30" today, "Mo., 08:00" within the week, else its day. */
export function useMomentText(): (at: Instant, now: Instant) => string {
  const { locale } = useFormat()
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' })
    const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'numeric' })
    const dayOfYear = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'numeric', year: '2-digit' })
    return (at, now) => {
      const [on, today] = [dayAt(at, timeZone), dayAt(now, timeZone)]
      const clock = clockAt(at, timeZone)
      if (on === today) return clock
      if (Math.abs(at - now) < SIX_DAYS_MS) return `${weekday.format(at)} ${clock}`
      return (on.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(at)
    }
  }, [locale, timeZone])
}
