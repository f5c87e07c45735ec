import { type MouseEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { addMonths, type Day, isDay, type Month, monthOf } from '../../../../shared/domain/day.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { weekdayName } from '../../../lib/weekday-name.ts'
import { DragFeedback } from '../entry/drag-chip.tsx'
import { lateBy } from '../entry/lateness.ts'
import { onDay } from '../entry/plan-moment.ts'
import { RangeNote } from '../entry/range-note.tsx'
import { type EntryGrid, useEntryGrid } from '../entry/use-entry-grid.ts'
import type { RangeData } from '../entry/use-range.ts'
import type { ViewProps } from '../view-props.ts'
import { DayCell } from './day-cell.tsx'
import { DayPopover } from './day-popover.tsx'
import styles from './month.module.css'
import { type MonthWeek, weeksOf } from './month-weeks.ts'
import { useDayLines } from './use-day-lines.ts'

interface MonthGridProps extends ViewProps {
  readonly month: Month
  /** Its first day. */
  readonly first: Day
  readonly data: RangeData
}

const WEEK = { days: 7, minutes: 0 }

export function MonthGrid(props: MonthGridProps) {
  const { month, first, data, today, timeZone, onAdd } = props
  const { t } = useTranslation('calendarViews')
  const format = useFormat()
  const weeks = useMemo(() => weeksOf(month), [month])
  const days = useMemo(() => weeks.flatMap((week) => week.days), [weeks])
  const root = useRef<HTMLDivElement>(null)
  const grid = useEntryGrid(root, props, {
    data,
    days,
    otherwise: monthOf(today) === month ? today : first,
    rowDays: 7,
    down: WEEK,
    dayBeside: (by, day) => addMonths(monthOf(day) === month ? day : first, by),
    targetOf: (row, _from, { x, y }) => {
      const day = dayUnder(x, y)
      return day === null ? null : { day, at: onDay(row, day, timeZone) }
    },
  })
  const clicks = useDayClicks(grid, onAdd)
  const body = useRef<HTMLDivElement>(null)
  const lines = useDayLines(body, weeks.length)
  const isEmpty = !data.rows.some((row) => row.day !== null && monthOf(row.day) === month)
  return (
    <section className={styles.sheet} aria-label={t('month.label', { month: format.month(month) })}>
      <div
        ref={root}
        role="grid"
        tabIndex={-1}
        aria-label={t('help')}
        className={styles.grid}
        onClick={clicks.onClick}
        onDoubleClick={clicks.onDoubleClick}
        onKeyDown={grid.onKeyDown}
        onPointerDown={grid.onPointerDown}
      >
        <Weekdays />
        <div ref={body} role="rowgroup" className={styles.body}>
          {weeks.map((week) => (
            <WeekRow key={week.days[0]} {...props} grid={grid} week={week} lines={lines} />
          ))}
        </div>
      </div>
      <RangeNote
        data={data}
        isEmpty={isEmpty}
        title={t('empty.month', { month: format.month(month) })}
        text={t('empty.text')}
        onAdd={() => onAdd({ day: monthOf(today) === month ? today : first })}
      />
      {clicks.open !== null && <AllOfDay {...props} {...clicks.open} grid={grid} onClose={clicks.onClose} />}
      <DragFeedback words={grid.words} hasChip />
    </section>
  )
}

/** A click on what has no room opens all of the day, a double click on a day adds to it. */
function useDayClicks(grid: EntryGrid, onAdd: ViewProps['onAdd']) {
  const [open, setOpen] = useState<{ readonly openDay: Day; readonly anchor: Element } | null>(null)
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (grid.clickEntry(event) || !(event.target instanceof Element)) return
    const more = event.target.closest<HTMLElement>('[data-more]')
    if (more?.dataset.more === undefined || !isDay(more.dataset.more)) return
    setOpen({ openDay: more.dataset.more, anchor: more })
  }
  const onDoubleClick = ({ target, currentTarget }: MouseEvent<HTMLElement>) => {
    if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest('button')) return
    const day = target.closest<HTMLElement>('[data-cell]')?.dataset.cell
    if (day !== undefined && isDay(day)) onAdd({ day })
  }
  return { open, onClick, onDoubleClick, onClose: () => setOpen(null) }
}

function Weekdays() {
  const { t } = useTranslation('calendarViews')
  const format = useFormat()
  return (
    <div role="row" className={styles.weekdays}>
      <span role="columnheader">{t('month.week')}</span>
      {Array.from({ length: 7 }, (_, weekday) => (
        <span key={weekday} role="columnheader" aria-label={weekdayName(weekday, format, 'long')}>
          {weekdayName(weekday, format, 'short').replace('.', '')}
        </span>
      ))}
    </div>
  )
}

interface WeekRowProps extends MonthGridProps {
  readonly grid: EntryGrid
  readonly week: MonthWeek
  readonly lines: number
}

const NO_ROWS: readonly PlanRow[] = []

function WeekRow({ grid, week, lines, month, today, timeZone, data }: WeekRowProps) {
  const { t } = useTranslation('calendarViews')
  const now = useNow()
  const { tabStop, shownRow, words } = grid
  return (
    <div role="row" className={styles.week}>
      <span role="rowheader" className={styles.weekNumber} aria-label={t('month.weekLong', { week: week.week })}>
        {week.week}
      </span>
      {week.days.map((day) => (
        <DayCell
          key={day}
          day={day}
          today={today}
          rows={data.byDay.get(day) ?? NO_ROWS}
          isOutside={monthOf(day) !== month}
          holiday={data.holidays.get(day)}
          lines={lines}
          tabStop={tabStop.day === day ? tabStop.id : undefined}
          shownId={shownRow?.day === day ? shownRow.id : undefined}
          lateBy={lateBy(day, today, now, timeZone)}
          words={words}
        />
      ))}
    </div>
  )
}

interface AllOfDayProps extends MonthGridProps {
  readonly grid: EntryGrid
  readonly openDay: Day
  readonly anchor: Element
  onClose(): void
}

function AllOfDay({ grid, openDay, anchor, onClose, data, today, timeZone, onShow, onAdd }: AllOfDayProps) {
  const now = useNow()
  return (
    <DayPopover
      day={openDay}
      today={today}
      rows={data.byDay.get(openDay) ?? NO_ROWS}
      holiday={data.holidays.get(openDay)}
      lateBy={lateBy(openDay, today, now, timeZone)}
      words={grid.words}
      anchor={anchor}
      onShow={onShow}
      onAdd={() => onAdd({ day: openDay })}
      onClose={onClose}
    />
  )
}

/** The day under a point of the window. */
function dayUnder(x: number, y: number): Day | null {
  const element = document.elementFromPoint(x, y)
  const day = element?.closest<HTMLElement>('[data-cell]')?.dataset.cell
  return day !== undefined && isDay(day) ? day : null
}
