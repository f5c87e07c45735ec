import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { type Axis, type DayScale, hoursOf, offsetOf } from '../../../lib/day-scale.ts'
import { cx } from '../../../ui/class-names.ts'
import { channelColour } from '../../../ui/dot.tsx'
import { HourLabels, MissingHours, NowLine } from '../../../ui/hour-grid.tsx'
import { DraggedText } from '../entry/drag-chip.tsx'
import { latenessOf } from '../entry/lateness.ts'
import { usePlanDrag } from '../entry/plan-drag.ts'
import { PlanEntry } from '../entry/plan-entry.tsx'
import type { PlanWords } from '../entry/plan-words.ts'
import { type PlacedPost, SHOWN_MS } from './week-layout.ts'
import styles from './week.module.css'

interface WeekColumnProps {
  readonly scale: DayScale
  readonly axis: Axis
  readonly today: Day
  readonly timeZone: string
  readonly posts: readonly PlacedPost[]
  /** With those whose time is not known. */
  readonly count: number
  readonly holiday: string | undefined
  readonly tabStop: number | null | undefined
  readonly shownId: number | undefined
  readonly lateBy: Instant
  readonly words: PlanWords
}

const HOUR_MS = 3_600_000

/** One day with its hours. */
export const WeekColumn = memo(function WeekColumn(props: WeekColumnProps) {
  const { scale, axis, today, timeZone, posts, count, holiday, tabStop, shownId, lateBy, words } = props
  const { t } = useTranslation('calendarViews')
  const { day } = scale
  const isToday = day === today
  const hasOwnLabels = hoursOf(scale) !== 24
  return (
    <div
      role="gridcell"
      data-cell={day}
      data-day={day}
      tabIndex={tabStop === null ? 0 : -1}
      className={cx(styles.column, isToday && styles.today)}
      aria-label={words.day(day, count, [holiday, isToday ? t('day.today') : undefined])}
      aria-current={isToday ? 'date' : undefined}
    >
      <MissingHours axis={axis} scale={scale} />
      {hasOwnLabels && <HourLabels scale={scale} axisTop={axis.top} timeZone={timeZone} isInColumn />}
      {isToday && (
        <NowLine scale={scale} axisTop={axis.top} label={(at) => t('week.now', { time: words.clockOf(at) })} />
      )}
      <div className={cx(styles.blocks, hasOwnLabels && styles.besideHours)}>
        {posts.map(({ row, from, lane, span, lanes }) => (
          <PlanEntry
            key={row.id}
            row={row}
            words={words}
            late={latenessOf(row, lateBy, today)}
            isTabStop={tabStop === row.id}
            isShown={shownId === row.id}
            isTall
            style={{
              ...placeOf(scale, axis, from),
              left: `${(100 * lane) / lanes}%`,
              width: `calc(${(100 * span) / lanes}% - 2px)`,
            }}
          />
        ))}
        <Ghost scale={scale} axis={axis} words={words} />
      </div>
    </div>
  )
})

function placeOf(scale: DayScale, axis: Axis, from: Instant) {
  return {
    top: `calc(${offsetOf(scale, from) - axis.top} * var(--hour))`,
    height: `calc(${SHOWN_MS / HOUR_MS} * var(--hour))`,
  }
}

/** Where what is dragged would be. */
function Ghost({ scale, axis, words }: Pick<WeekColumnProps, 'scale' | 'axis' | 'words'>) {
  const drag = usePlanDrag((state) => (state.drag?.target?.day === scale.day ? state.drag : null))
  if (!drag?.target) return null
  const from = Math.min(drag.target.at, scale.end - SHOWN_MS)
  const channel = { ['--channel' as string]: channelColour(drag.row.network) }
  return (
    <div className={styles.ghost} aria-hidden style={{ ...placeOf(scale, axis, from), ...channel }}>
      <DraggedText drag={drag} words={words} />
    </div>
  )
}
