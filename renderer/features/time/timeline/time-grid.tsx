import { type MouseEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/class-names.ts'
import { HourLabels } from '../../../ui/hour-grid.tsx'
import { DayColumn } from './day-column.tsx'
import { DayHead } from './day-head.tsx'
import { hoursOf, offsetOf, scaleOf } from '../../../lib/day-scale.ts'
import type { EntryWords } from './entry-words.ts'
import type { TimeView } from './time-view.ts'
import styles from './timeline.module.css'
import { type Gap, useTimeline } from './timeline-store.ts'
import type { ItemActions } from './use-item-actions.ts'
import { useNow } from '../../../lib/use-now.ts'
import type { TimelineData, TimelineDay } from './use-timeline-data.ts'
import { useTimelineDrag } from './use-timeline-drag.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'

interface TimeGridProps {
  readonly view: TimeView
  readonly data: TimelineData
  readonly words: EntryWords
  readonly actions: ItemActions
  onTrim(ids: readonly number[]): void
}

/** A day whose hours are those of any other, for the labels at the edge of a week. */
const PLAIN_DAY = scaleOf('2026-01-05' as TimelineDay['scale']['day'], 'UTC')

export function TimeGrid({ view, data, words, actions, onTrim }: TimeGridProps) {
  const { t } = useTranslation('time')
  const { days, axis, timeZone, items } = data
  const grid = useRef<HTMLDivElement>(null)
  const scroller = useFirstScroll(view, data)
  const scales = useMemo(() => days.map(({ scale }) => scale), [days])
  const entryOf = (id: number) => data.entries.find((entry) => entry.id === id)
  const onPointerDown = useTimelineDrag({ ...actions, grid, scroller, scales, axis, timeZone, entryOf })
  const onKeyDown = useTimelineKeys({ ...actions, items, timeZone })
  const isWeek = view.view === 'week'
  const onDoubleClick = (event: MouseEvent) => {
    const id = event.target instanceof Element && event.target.closest<HTMLElement>('[data-entry]')?.dataset.entry
    const entry = typeof id === 'string' ? entryOf(Number(id)) : undefined
    if (entry) actions.open(entry)
  }
  const style = { '--days': days.length, '--hours': axis.bottom - axis.top, '--weekend': weekendWidth(days) }
  return (
    <div
      ref={scroller}
      data-scroller
      className={cx(styles.scroller, isWeek ? styles.week : styles.day)}
      style={style as object}
    >
      <div className={styles.heads} data-heads>
        <span className={styles.corner} />
        {days.map(({ scale, sums, holiday }) => (
          <DayHead
            key={scale.day}
            day={scale.day}
            timeZone={timeZone}
            isToday={scale.day === view.today}
            sums={sums}
            holiday={holiday}
            isWeek={isWeek}
          />
        ))}
      </div>
      {/* The focus is on the entries within; keys and presses are handled in one place for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={grid}
        className={styles.grid}
        role="group"
        aria-label={t('timeline.help')}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onDoubleClick={onDoubleClick}
      >
        <HourLabels scale={isWeek ? PLAIN_DAY : (scales[0] ?? PLAIN_DAY)} axisTop={axis.top} timeZone={timeZone} />
        <Columns view={view} data={data} words={words} onTrim={onTrim} />
      </div>
    </div>
  )
}

function Columns({ view, data, words, onTrim }: Omit<TimeGridProps, 'actions'>) {
  const { days, axis, timeZone, items, entries } = data
  const now = useNow()
  const selected = useTimeline((state) => state.selected)
  const stop = items.find(({ key }) => key === selected) ?? items[0]
  const running = entries.find((entry) => entry.endedAt === null)
  // Kept where it does not matter, so that a turning minute draws only the days on which something runs.
  const [still] = useState(now)
  const onFill = useMemo(() => (gap: Gap) => useTimeline.getState().setFilling(gap), [])
  return days.map(({ scale, entries: own, gaps }, index) => (
    <DayColumn
      key={scale.day}
      day={scale.day}
      timeZone={timeZone}
      axisTop={axis.top}
      axisBottom={axis.bottom}
      isToday={scale.day === view.today}
      isFirst={index === 0}
      entries={own}
      gaps={gaps}
      tabStop={stop?.day === scale.day ? stop.key : null}
      now={running !== undefined && own.includes(running) ? now : still}
      words={words}
      hasOwnHours={view.view === 'week'}
      onTrim={onTrim}
      onFill={onFill}
    />
  ))
}

/** Saturday and Sunday are narrow where nothing is on them, not even a change of the clock. */
function weekendWidth(days: readonly TimelineDay[]): string {
  const isEmpty = days
    .slice(5)
    .every(({ entries, sums, scale }) => entries.length === 0 && (sums?.seconds ?? 0) === 0 && hoursOf(scale) === 24)
  return isEmpty ? '0.62fr' : '1fr'
}

const scrolled = new Map<string, number>()

/** Begins where the day does, and stays where one has scrolled to while the window is open. */
function useFirstScroll({ view }: TimeView, data: TimelineData): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null)
  const first = useRef(data)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const height = element.querySelector('[data-day]')?.getBoundingClientRect().height ?? 0
    const { axis } = first.current
    const wanted = ((firstOffset(first.current) - 0.3 - axis.top) * height) / (axis.bottom - axis.top)
    element.scrollTo({ top: scrolled.get(view) ?? Math.max(0, wanted) })
    const remember = () => scrolled.set(view, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [view])
  return scroller
}

/** Before this an entry belongs to the night, which is not where one looks first. */
const EARLIEST_OFFSET = -7

/** Hours from noon at which the earliest entry of the morning or the working hours begin. */
function firstOffset({ days, workingHours }: TimelineData): number {
  const starts = days
    .flatMap(({ scale, entries }) => entries.map((entry) => offsetOf(scale, entry.startedAt)))
    .filter((offset) => offset >= EARLIEST_OFFSET)
  const clocks = workingHours.flatMap((stretches) => stretches.map(({ from }) => Number(from.slice(0, 2)) - 12))
  return Math.min(-4, ...clocks, ...starts)
}
