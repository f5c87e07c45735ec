/** How posts and days are called, on the sheet and by a screen reader. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { clockText } from '../../../lib/clock-text.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { momentOf } from './plan-moment.ts'

/** What a post is late with. */
export type Late = 'draft' | 'publish' | null

export interface PlanWords {
  readonly timeZone: string
  /** "11:30"; null: only the day is known. */
  clock(row: PlanRow): string | null
  clockOf(at: Instant): string
  /** "11:30, Reel: Äthiopien, Instagram, bereit, überfällig" */
  label(row: PlanRow, late: Late, isChosen: boolean): string
  /** "Instagram · bereit" */
  details(row: PlanRow, late: Late): string
  dayLong(day: Day): string
  /** "Dienstag, 6. Oktober, 2 Beiträge" */
  day(day: Day, count: number, marks: readonly (string | undefined)[]): string
}

export function usePlanWords(timeZone: string, today: Day): PlanWords {
  const { t } = useTranslation('calendarViews')
  const { t: tCalendar } = useTranslation('calendar')
  const format = useFormat()
  return useMemo(() => {
    const clockOf = (at: Instant) => clockText(at, timeZone, format.locale)
    const clock = (row: PlanRow) => {
      const at = momentOf(row, timeZone)
      return at === null ? null : clockOf(at)
    }
    const place = (row: PlanRow) => row.channel ?? t('entry.noChannel')
    const state = (row: PlanRow, late: Late) => [
      tCalendar(`status.${row.status}`),
      late === 'publish' && t('entry.late'),
      late === 'draft' && t('entry.lateDraft'),
      row.hasOwnText && t('entry.ownText'),
    ]
    const dayLong = (day: Day) => format.dayLong(day, today)
    return {
      timeZone,
      clock,
      clockOf,
      label: (row, late, isChosen) =>
        [clock(row) ?? t('entry.untimed'), row.title, place(row), ...state(row, late), isChosen && t('entry.chosen')]
          .filter(Boolean)
          .join(', '),
      details: (row, late) => [place(row), ...state(row, late)].filter(Boolean).join(' · '),
      dayLong,
      day: (day, count, marks) =>
        [count === 0 ? t('day.none', { day: dayLong(day) }) : t('day.count', { day: dayLong(day), count }), ...marks]
          .filter(Boolean)
          .join(', '),
    }
  }, [t, tCalendar, format, timeZone, today])
}
