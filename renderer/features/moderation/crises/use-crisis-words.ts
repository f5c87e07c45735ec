/** What the screen of crises says of times and of its log, in the language and the zone of the ledger. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisEntry } from '../../../../shared/contract/crises.ts'
import { LEVEL_NAMES } from '../../../../shared/domain/crisis.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { entryText } from '../../../../shared/report/crisis-entry.ts'
import { spanText } from '../../../../shared/report/time-span.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'

export interface CrisisWords {
  readonly timeZone: string
  /** "28.10.2026, 11:30" */
  at(instant: Instant): string
  /** "11:30", or with its day where that is not the day of `now`. */
  shortAt(instant: Instant, now: Instant): string
  clock(instant: Instant): string
  dayOf(instant: Instant): string
  /** "4:38 h", "3 Tage" */
  span(seconds: number): string
  /** The same after "in" and "since". */
  spanIn(seconds: number): string
  entry(entry: CrisisEntry): string
}

export function useCrisisWords(): CrisisWords {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
  return useMemo(() => {
    const dayOf = (instant: Instant) => dayAt(instant, timeZone)
    const clock = (instant: Instant) => clockAt(instant, timeZone)
    return {
      timeZone,
      at: (instant) => format.instant(instant, timeZone),
      clock,
      dayOf,
      shortAt: (instant, now) =>
        dayOf(instant) === dayOf(now) ? clock(instant) : `${format.dayShort(dayOf(instant))}, ${clock(instant)}`,
      span: (seconds) => spanText(seconds, format, 'days', (key, values = {}) => t(`span.${key}`, values)),
      spanIn: (seconds) => spanText(seconds, format, 'inDays', (key, values = {}) => t(`span.${key}`, values)),
      entry: (entry) =>
        entryText(entry, {
          format,
          level: (level) => t(`levels.${LEVEL_NAMES[level]}`),
          say: (key, values = {}) => t(`log.${key}`, values),
        }),
    }
  }, [t, format, timeZone])
}
