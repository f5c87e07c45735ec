import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  addDays,
  addMonths,
  type Day,
  firstDayOf,
  isoWeekOf,
  lastDayOf,
  mondayOf,
  monthOf,
} from '../../../shared/domain/day.ts'
import type { CalendarView } from '../../lib/calendar-address.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useCalendarAddress } from './calendar-address.ts'
import styles from './calendar.module.css'
import { PlanHints } from './hints/plan-hints.tsx'

/** What the view is about, in words. */
export function useViewTitle(view: CalendarView, day: Day): string {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  if (view === 'month') return format.month(monthOf(day))
  if (view === 'week') return t('week', { week: isoWeekOf(day).week, month: format.month(monthOf(mondayOf(day))) })
  return t('title')
}

interface CalendarHeadProps {
  readonly day: Day
  readonly today: Day
}

/** Back, today, on; the board and the list have no time to go through. */
export function CalendarHead({ day, today }: CalendarHeadProps) {
  const { t } = useTranslation('calendar')
  const { view, showDay } = useCalendarAddress()
  if (view === 'board' || view === 'list') return null
  const step = (by: number) => (view === 'month' ? addMonths(day, by) : addDays(day, by * 7))
  return (
    <div className={styles.steps}>
      <IconButton icon={ChevronLeft} label={t(`step.${view}.back`)} onPress={() => showDay(step(-1))} />
      <Button isDisabled={day === today} onPress={() => showDay(null)}>
        {t('step.today')}
      </Button>
      <IconButton icon={ChevronRight} label={t(`step.${view}.on`)} onPress={() => showDay(step(1))} />
      <PlanHints period={view === 'month' ? monthPeriod(day) : weekPeriod(day)} />
    </div>
  )
}

function monthPeriod(day: Day) {
  return { from: firstDayOf(monthOf(day)), to: lastDayOf(monthOf(day)) }
}

function weekPeriod(day: Day) {
  return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
}
