import { useMemo } from 'react'
import type { Day } from '../../../shared/domain/day.ts'
import { useFormat } from '../../lib/use-format.ts'

/** "Mi 28. Okt." */
export function useDayText(): (day: Day) => string {
  const format = useFormat()
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'short', timeZone: 'UTC' })
    return (day) => `${weekday.format(Date.parse(day))} ${format.dayShort(day)}`
  }, [format])
}
