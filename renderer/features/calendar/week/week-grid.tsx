import { type MouseEvent, type PointerEvent, type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { addDays, type Day, isoWeekOf } from '../../../../shared/domain/day.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { type Axis, axisOf, type DayScale, offsetOf, scaleOf } from '../../../lib/day-scale.ts'
import type { Pointer } from '../../../lib/pointer-drag.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { HourLabels } from '../../../ui/hour-grid.tsx'
import { DragFeedback } from '../entry/drag-chip.tsx'
import { lateBy } from '../entry/lateness.ts'
import { momentOf, onDay } from '../entry/plan-moment.ts'
import { RangeNote } from '../entry/range-note.tsx'
import { type EntryGrid, useEntryGrid } from '../entry/use-entry-grid.ts'
import type { Target } from '../entry/use-entry-drag.ts'
import type { RangeData } from '../entry/use-range.ts'
import type { ViewProps } from '../view-props.ts'
import { useFirstScroll } from './use-first-scroll.ts'
import { WeekColumn } from './week-column.tsx'
import { UntimedStrip, WeekHeads } from './week-heads.tsx'
import { type DayPosts, halfHourAt, layOutPosts, quarterAt } from './week-layout.ts'
import styles from './week.module.css'

interface WeekGridProps extends ViewProps {
  readonly days: readonly Day[]
  readonly data: RangeData
}

/** A day whose hours are those of any other, for the labels at the edge. */
const PLAIN_DAY = scaleOf('2026-01-05' as Day, 'UTC')
const QUARTER = { days: 0, minutes: 15 }
/** Less than this up or down is straight across: the clock is kept to the minute. */
const STRAIGHT_PX = 5
const NO_ROWS: readonly PlanRow[] = []

export function WeekGrid(props: WeekGridProps) {
  const { days, data, today, timeZone, onAdd } = props
  const { t } = useTranslation('calendarViews')
  const format = useFormat()
  const scales = useMemo(() => days.map((day) => scaleOf(day, timeZone)), [days, timeZone])
  const axis = useMemo(() => axisOf(scales), [scales])
  const posts = useMemo(
    () => scales.map((scale) => layOutPosts(data.byDay.get(scale.day) ?? NO_ROWS, scale, timeZone)),
    [scales, data, timeZone],
  )
  const root = useRef<HTMLDivElement>(null)
  const place = usePlaces(root, scales, axis, timeZone)
  const first = days[0] ?? today
  const grid = useEntryGrid(root, props, {
    data,
    days,
    otherwise: days.includes(today) ? today : first,
    rowDays: null,
    down: QUARTER,
    dayBeside: (by, day) => addDays(day, by * 7),
    targetOf: place.targetOf,
    scroller: () => root.current,
  })
  useFirstScroll(root, { posts, scales, axis })
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!grid.clickEntry(event)) place.addAt(event, onAdd)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    place.grasp(event)
    grid.onPointerDown(event)
  }
  const week = isoWeekOf(first).week
  const label = t('week.label', { week, days: format.dayRange(first, days.at(-1) ?? first) })
  return (
    <section className={styles.sheet} aria-label={label}>
      <div
        ref={root}
        role="grid"
        tabIndex={-1}
        data-scroller
        aria-label={t('help')}
        className={styles.scroller}
        style={{ ['--hours' as string]: axis.bottom - axis.top }}
        onClick={onClick}
        onKeyDown={grid.onKeyDown}
        onPointerDown={onPointerDown}
      >
        <div className={styles.heads} data-heads role="rowgroup">
          <WeekHeads scales={scales} today={today} holidays={data.holidays} />
          <UntimedStrip days={days} posts={posts} grid={grid} today={today} />
        </div>
        <div role="row" className={styles.grid}>
          <HourLabels scale={PLAIN_DAY} axisTop={axis.top} timeZone={timeZone} />
          <Columns {...props} grid={grid} scales={scales} axis={axis} posts={posts} />
        </div>
      </div>
      <RangeNote
        data={data}
        isEmpty={data.rows.every(({ day }) => day === null || !days.includes(day))}
        title={t('empty.week')}
        text={t('empty.weekText')}
        onAdd={() => onAdd({ day: days.includes(today) ? today : first })}
      />
      <DragFeedback words={grid.words} />
    </section>
  )
}

interface ColumnsProps extends WeekGridProps {
  readonly grid: EntryGrid
  readonly scales: readonly DayScale[]
  readonly axis: Axis
  readonly posts: readonly DayPosts[]
}

function Columns({ grid, scales, axis, posts, data, today, timeZone }: ColumnsProps) {
  const now = useNow()
  const { tabStop, shownRow, words } = grid
  return scales.map((scale, index) => {
    const { day } = scale
    return (
      <WeekColumn
        key={day}
        scale={scale}
        axis={axis}
        today={today}
        timeZone={timeZone}
        posts={posts[index]?.placed ?? []}
        count={data.byDay.get(day)?.length ?? 0}
        holiday={data.holidays.get(day)}
        tabStop={tabStop.day === day ? tabStop.id : undefined}
        shownId={shownRow?.day === day ? shownRow.id : undefined}
        lateBy={lateBy(day, today, now, timeZone)}
        words={words}
      />
    )
  })
}

/** What a point of the window means: a day and hours from its noon. */
function usePlaces(root: RefObject<HTMLElement | null>, scales: readonly DayScale[], axis: Axis, timeZone: string) {
  const grip = useRef(0)
  const placeAt = (x: number, y: number): { readonly scale: DayScale; readonly offset: number } | null => {
    const columns = [...(root.current?.querySelectorAll<HTMLElement>('[data-day]') ?? [])]
    const index = Math.max(
      0,
      columns.findLastIndex((column) => column.getBoundingClientRect().left <= x),
    )
    const [column, scale] = [columns[index], scales[index]]
    if (!column || !scale) return null
    const { top, height } = column.getBoundingClientRect()
    return { scale, offset: axis.top + ((y - top) / height) * (axis.bottom - axis.top) }
  }
  const pixelsPerHour = () =>
    (root.current?.querySelector('[data-day]')?.getBoundingClientRect().height ?? 0) / (axis.bottom - axis.top)
  return {
    grasp({ clientX, clientY }: PointerEvent) {
      grip.current = placeAt(clientX, clientY)?.offset ?? 0
    },
    targetOf(row: PlanRow, _from: Pointer, { x, y }: Pointer): Target | null {
      const to = placeAt(x, y)
      if (to === null) return null
      const { scale, offset } = to
      const before = momentOf(row, timeZone)
      if (before === null || row.day === null) return { day: scale.day, at: quarterAt(scale, offset) }
      const drawn = offset - grip.current
      if (Math.abs(drawn) * pixelsPerHour() < STRAIGHT_PX)
        return { day: scale.day, at: onDay(row, scale.day, timeZone) }
      return { day: scale.day, at: quarterAt(scale, offsetOf(scaleOf(row.day, timeZone), before) + drawn) }
    },
    addAt({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLElement>, onAdd: ViewProps['onAdd']) {
      if (!(target instanceof Element) || !currentTarget.contains(target) || !target.closest('[data-day]')) return
      const place = placeAt(clientX, clientY)
      if (place === null) return
      const clock = clockAt(halfHourAt(place.scale, place.offset), timeZone)
      onAdd({ day: place.scale.day, clock })
    },
  }
}
