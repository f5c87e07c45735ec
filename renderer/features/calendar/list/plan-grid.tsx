/** The rows. One is in the tab order; arrows move through them, Enter shows one beside. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { addDays, type Day, isoWeekOf, mondayOf } from '../../../../shared/domain/day.ts'
import { actOnList } from '../../../lib/list-keys.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { cx } from '../../../ui/class-names.ts'
import { CheckMark } from '../../../ui/check-mark.tsx'
import { useFocusOnShown } from '../../../ui/use-focus-on-shown.ts'
import { useRememberedScroll } from '../../../ui/use-remembered-scroll.ts'
import { usePlanNames } from '../use-plan-names.ts'
import type { ViewProps } from '../view-props.ts'
import styles from './list.module.css'
import { heightOf, linesOf, type PlanLine, ROW_HEIGHT } from './plan-lines.ts'
import { PlanRowCells } from './plan-row.tsx'
import type { ListPlace } from './use-list-place.ts'
import type { PlanRows } from './use-plan-list.ts'

/** Fewer are all drawn: what is searched on the page is found. */
const VIRTUAL_FROM = 100
/** How near the end the next page is asked for. */
const AHEAD = 30 * ROW_HEIGHT

const COLUMNS = ['time', 'channel', 'title', 'format', 'belongs', 'status'] as const

interface PlanGridProps extends Pick<ViewProps, 'shown' | 'today' | 'timeZone'> {
  readonly plan: PlanRows
  readonly place: ListPlace
  readonly selection: RowSelection<PlanRow>
}

export function PlanGrid({ plan, place, selection, shown, today, timeZone }: PlanGridProps) {
  const { rows, count, readMore } = plan
  const { t } = useTranslation('calendarLists')
  const belongs = usePlanNames()
  const lines = useMemo(() => linesOf(rows), [rows])
  const scroller = useRef<HTMLDivElement>(null)
  useRememberedScroll(`calendar ${plan.key}`, scroller)
  const part = usePart(lines, scroller)
  useFocusOnShown(scroller, place, place.focusRequests, part.scrollToRow)
  const drawn = lines.slice(part.first, part.last + 1)
  const indexes = drawn.flatMap((line) => (line.kind === 'row' ? [line.index] : []))
  const tabStop = Math.min(Math.max(place.index, indexes[0] ?? 0), indexes.at(-1) ?? 0)
  const isShown = ({ id, postId }: PlanRow) =>
    shown.variantId === null ? postId === shown.postId : id === shown.variantId
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      className={styles.list}
      aria-label={t('list.label')}
      aria-multiselectable
      aria-busy={plan.isBehind}
      aria-rowcount={count ?? rows.length}
      data-choosing={selection.chosen.length > 0 || undefined}
      onScroll={({ currentTarget: list }) => {
        if (list.scrollHeight - list.scrollTop - list.clientHeight < AHEAD) readMore()
      }}
      onKeyDown={(event) => {
        const row = rowAt(event.target, rows)
        if (!row || !actOnList(event, row, { rows, shown: place, selection, onOpen: place.open })) return
        event.preventDefault()
        event.stopPropagation()
      }}
      // With Shift the browser would mark text.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <Head />
      <div aria-hidden style={{ height: part.above }} />
      {drawn.map((line) =>
        line.kind === 'heading' ? (
          <Heading key={`week ${line.monday}`} monday={line.monday} today={today} />
        ) : (
          <Row
            key={line.row.id}
            row={line.row}
            index={line.index}
            isShown={isShown(line.row)}
            isTabStop={line.index === tabStop}
            selection={selection}
            onOpen={place.open}
          >
            <PlanRowCells row={line.row} today={today} timeZone={timeZone} belongs={belongs(line.row)} />
          </Row>
        ),
      )}
      <div aria-hidden style={{ height: part.below }} />
    </div>
  )
}

function rowAt(target: EventTarget, rows: readonly PlanRow[]): PlanRow | undefined {
  const row = target instanceof HTMLElement && target.dataset['rowIndex'] !== undefined ? target : null
  return row ? rows[Number(row.dataset['rowIndex'])] : undefined
}

interface Part {
  readonly first: number
  readonly last: number
  /** What is not drawn, in pixels. */
  readonly above: number
  readonly below: number
  /** Null: everything is drawn. */
  readonly scrollToRow: ((index: number) => void) | null
}

function usePart(lines: readonly PlanLine[], scroller: { readonly current: HTMLElement | null }): Part {
  const isVirtual = lines.length > VIRTUAL_FROM
  // oxlint-disable-next-line react/incompatible-library -- we do not use the React compiler
  const virtualizer: Virtualizer<HTMLElement, Element> = useVirtualizer({
    count: isVirtual ? lines.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index]),
    overscan: 10,
  })
  const items = virtualizer.getVirtualItems()
  if (!isVirtual) return { first: 0, last: lines.length - 1, above: 0, below: 0, scrollToRow: null }
  const [first, last] = [items[0], items.at(-1)]
  return {
    first: first?.index ?? 0,
    last: last?.index ?? -1,
    above: first?.start ?? 0,
    below: virtualizer.getTotalSize() - (last?.end ?? 0),
    scrollToRow: (index) =>
      virtualizer.scrollToIndex(lines.findIndex((line) => line.kind === 'row' && line.index === index)),
  }
}

function Head() {
  const { t } = useTranslation('calendarLists')
  return (
    <div role="row" className={styles.head}>
      {COLUMNS.map((column) => (
        <span key={column} role="columnheader" className={styles[column]}>
          {t(`list.columns.${column}`)}
        </span>
      ))}
    </div>
  )
}

function Heading({ monday, today }: { readonly monday: Day | null; readonly today: Day }) {
  const { t } = useTranslation('calendarLists')
  const format = useFormat()
  return (
    <div role="row" className={styles.heading}>
      <span role="rowheader" className={styles.headingCell}>
        {monday === null ? (
          t('list.withoutTime')
        ) : (
          <>
            <b>{t('list.week', { week: isoWeekOf(monday).week })}</b>
            {format.dayRange(monday, addDays(monday, 6))}
            {monday === mondayOf(today) && <em>{t('list.thisWeek')}</em>}
          </>
        )}
      </span>
    </div>
  )
}

interface RowProps {
  readonly row: PlanRow
  readonly index: number
  readonly isShown: boolean
  readonly isTabStop: boolean
  readonly selection: RowSelection<PlanRow>
  readonly children: React.ReactNode
  onOpen(row: PlanRow): void
}

function Row({ row, index, isShown, isTabStop, selection, children, onOpen }: RowProps) {
  const isChosen = selection.isChosen(row)

  function onClick(event: MouseEvent) {
    const isOnMark = event.target instanceof Element && event.target.closest('[data-check]') !== null
    if (event.shiftKey) selection.extendTo(row)
    else if (event.ctrlKey || event.metaKey || isOnMark) selection.toggle(row)
    else onOpen(row)
  }

  return (
    // The keys are the list's.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      className={cx(styles.row, isShown && styles.shown, isChosen && styles.chosen)}
      data-row-index={index}
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      {...(isShown && { 'aria-current': 'true' as const })}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onClick}
    >
      <span data-check className={styles.check} role="presentation">
        <CheckMark isOn={isChosen} />
      </span>
      {children}
    </div>
  )
}
