import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { cx } from '../../../ui/class-names.ts'
import { latenessOf } from '../entry/lateness.ts'
import { usePlanDrag } from '../entry/plan-drag.ts'
import { PlanEntry } from '../entry/plan-entry.tsx'
import type { PlanWords } from '../entry/plan-words.ts'
import styles from './month.module.css'
import { fittingRows } from './month-weeks.ts'

export interface DayCellProps {
  readonly day: Day
  readonly today: Day
  readonly rows: readonly PlanRow[]
  /** Of another month. */
  readonly isOutside: boolean
  readonly holiday: string | undefined
  /** Posts there is room for. */
  readonly lines: number
  /** What Tab comes to: a variant of this day, null for the day itself; undefined: it is elsewhere. */
  readonly tabStop: number | null | undefined
  /** Of its variants the one that is shown beside. */
  readonly shownId: number | undefined
  /** Planned before this and not out: late. */
  readonly lateBy: Instant
  readonly words: PlanWords
}

/** One day. Drawn anew only when something on it changes: not while something is dragged. */
export const DayCell = memo(DayCellPlain, (before, after) => {
  const names = Object.keys(after) as (keyof DayCellProps)[]
  return names.every((name) => {
    if (name !== 'rows') return before[name] === after[name]
    return before.rows.length === after.rows.length && before.rows.every((row, index) => row === after.rows[index])
  })
})

function DayCellPlain(props: DayCellProps) {
  const { day, today, rows, isOutside, holiday, lines, tabStop, shownId, lateBy, words } = props
  const { t } = useTranslation('calendarViews')
  const isTarget = usePlanDrag(({ drag }) => drag?.target?.day === day && drag.row.day !== day)
  const isToday = day === today
  const fitting = fittingRows(rows, lines, tabStop ?? null)
  const label = words.day(day, rows.length, [holiday, isToday ? t('day.today') : undefined])
  return (
    <div
      role="gridcell"
      data-cell={day}
      data-day={day}
      tabIndex={tabStop === null ? 0 : -1}
      className={cx(styles.cell, isOutside && styles.outside, isToday && styles.today, isTarget && styles.target)}
      aria-label={label}
      aria-current={isToday ? 'date' : undefined}
    >
      <span className={styles.dayHead} aria-hidden>
        <span className={styles.number}>{Number(day.slice(8))}</span>
        {holiday !== undefined && (
          <span className={styles.holiday} title={holiday}>
            {holiday}
          </span>
        )}
      </span>
      {fitting.rows.map((row) => (
        <PlanEntry
          key={row.id}
          row={row}
          words={words}
          late={latenessOf(row, lateBy, today)}
          isTabStop={tabStop === row.id}
          isShown={shownId === row.id}
        />
      ))}
      {fitting.hidden > 0 && (
        <button
          type="button"
          tabIndex={-1}
          data-more={day}
          className={styles.more}
          aria-label={t('moreLabel', { day: words.dayLong(day) })}
          aria-haspopup="dialog"
        >
          {t('more', { count: fitting.hidden })}
        </button>
      )}
    </div>
  )
}
