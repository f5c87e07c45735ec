/** The rows of the queue. One is in the tab order; arrows move through them and show what they come to. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { actOnList } from '../../../lib/list-keys.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { cx } from '../../../ui/class-names.ts'
import { CheckMark } from '../../../ui/check-mark.tsx'
import { useFocusOnShown } from '../../../ui/use-focus-on-shown.ts'
import { useRememberedScroll } from '../../../ui/use-remembered-scroll.ts'
import { QueueRowContent } from './queue-row.tsx'
import styles from './queue.module.css'
import type { Queue } from './use-queue.ts'
import type { Shown } from './use-shown.ts'

const ROW_HEIGHT = 61
/** Fewer are all drawn: what is searched on the page is found. */
const VIRTUAL_FROM = 100

export interface QueueListProps {
  readonly queue: Queue
  readonly shown: Shown
  readonly selection: RowSelection<QueueRow>
  /** Counts up whenever the list is to take the focus. */
  readonly focusRequests: number
  onOpen(): void
}

export function QueueList(props: QueueListProps) {
  const { queue, shown, selection, focusRequests, onOpen } = props
  const { rows, count, readMore } = queue
  const { t } = useTranslation('moderation')
  const scroller = useRef<HTMLDivElement>(null)
  useRememberedScroll(`moderation ${queue.key}`, scroller)
  const isVirtual = rows.length > VIRTUAL_FROM
  // oxlint-disable-next-line react/incompatible-library -- we do not use the React compiler
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const first = isVirtual ? (items[0]?.index ?? 0) : 0
  const last = isVirtual ? (items.at(-1)?.index ?? -1) : rows.length - 1
  useFocusOnShown(scroller, shown, focusRequests, isVirtual ? (index) => virtualizer.scrollToIndex(index) : null)
  const tabStop = Math.min(Math.max(shown.index, first), last)
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      className={styles.list}
      aria-label={t('queue.label')}
      aria-multiselectable
      aria-busy={queue.isBehind}
      aria-rowcount={count ?? rows.length}
      onScroll={({ currentTarget: list }) => {
        if (list.scrollHeight - list.scrollTop - list.clientHeight < 20 * ROW_HEIGHT) readMore()
      }}
      onKeyDown={(event) => {
        const row = rowAt(event.target, rows)
        if (!row || !actOnList(event, row, { rows, shown, selection, onOpen })) return
        event.preventDefault()
        event.stopPropagation()
      }}
      // With Shift the browser would mark text.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <Spacer rows={first} />
      {rows.slice(first, last + 1).map((row, offset) => (
        <Row
          key={row.id}
          row={row}
          index={first + offset}
          isShown={row.id === shown.id}
          isTabStop={first + offset === tabStop}
          selection={selection}
          onShow={shown.show}
        />
      ))}
      <Spacer rows={rows.length - 1 - last} />
    </div>
  )
}

function rowAt(target: EventTarget, rows: readonly QueueRow[]): QueueRow | undefined {
  const row = target instanceof HTMLElement && target.dataset['rowIndex'] !== undefined ? target : null
  return row ? rows[Number(row.dataset['rowIndex'])] : undefined
}

function Spacer({ rows }: { readonly rows: number }) {
  return rows > 0 ? <div aria-hidden style={{ height: rows * ROW_HEIGHT }} /> : null
}

interface RowProps {
  readonly row: QueueRow
  readonly index: number
  readonly isShown: boolean
  readonly isTabStop: boolean
  readonly selection: RowSelection<QueueRow>
  onShow(id: number): void
}

function Row({ row, index, isShown, isTabStop, selection, onShow }: RowProps) {
  const isChosen = selection.isChosen(row)
  const isChoosing = selection.chosen.length > 0

  function onClick(event: MouseEvent) {
    const isOnMark = event.target instanceof Element && event.target.closest('[data-check]') !== null
    if (event.shiftKey) selection.extendTo(row)
    else if (event.ctrlKey || event.metaKey || isOnMark) selection.toggle(row)
    else onShow(row.id)
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
      {isChoosing && (
        <span data-check className={styles.check} role="presentation">
          <CheckMark isOn={isChosen} />
        </span>
      )}
      <span role="gridcell" className={styles.cell}>
        <QueueRowContent row={row} />
      </span>
    </div>
  )
}
