import { useTranslation } from 'react-i18next'
import type { Day } from '../../../../shared/domain/day.ts'
import { type DayScale, hoursOf } from '../../../lib/day-scale.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { weekdayName } from '../../../lib/weekday-name.ts'
import { cx } from '../../../ui/class-names.ts'
import { PlanEntry } from '../entry/plan-entry.tsx'
import type { EntryGrid } from '../entry/use-entry-grid.ts'
import type { DayPosts } from './week-layout.ts'
import styles from './week.module.css'

interface WeekHeadsProps {
  readonly scales: readonly DayScale[]
  readonly today: Day
  readonly holidays: ReadonlyMap<Day, string>
}

/** Weekday and day, the holiday under it, and what the clocks do. */
export function WeekHeads({ scales, today, holidays }: WeekHeadsProps) {
  const { t } = useTranslation('calendarViews')
  const format = useFormat()
  return (
    <div role="row" className={styles.row}>
      <span />
      {scales.map((scale, weekday) => {
        const { day } = scale
        const holiday = holidays.get(day)
        const hours = hoursOf(scale)
        const change = hours === 24 ? null : t(hours < 24 ? 'day.short' : 'day.long', { hours: format.number(hours) })
        return (
          <div
            key={day}
            role="columnheader"
            className={cx(styles.head, day === today && styles.today)}
            aria-label={[format.dayLong(day, today), holiday, change].filter(Boolean).join(', ')}
          >
            <span className={styles.headDay}>
              {weekdayName(weekday, format, 'short').replace('.', '')} <b>{Number(day.slice(8))}</b>
            </span>
            {holiday !== undefined && (
              <span className={styles.holiday} title={holiday}>
                {holiday}
              </span>
            )}
            {change !== null && (
              <span className={styles.change} title={change}>
                {change}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

interface UntimedStripProps {
  readonly days: readonly Day[]
  readonly posts: readonly DayPosts[]
  readonly grid: EntryGrid
  readonly today: Day
}

/** Posts of which only the day is known; without any there is no strip. */
export function UntimedStrip({ days, posts, grid, today }: UntimedStripProps) {
  const { t } = useTranslation('calendarViews')
  if (posts.every(({ untimed }) => untimed.length === 0)) return null
  const { words, tabStop, shownRow } = grid
  return (
    <div role="row" className={cx(styles.row, styles.strip)}>
      <span role="rowheader" aria-label={t('week.untimed')} title={t('week.untimed')}>
        –
      </span>
      {days.map((day, index) => (
        <div key={day} role="gridcell" data-cell={day} className={cx(styles.stripDay, day === today && styles.today)}>
          {posts[index]?.untimed.map((row) => (
            <PlanEntry
              key={row.id}
              row={row}
              words={words}
              late={null}
              isTabStop={tabStop.day === day && tabStop.id === row.id}
              isShown={shownRow?.id === row.id}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
