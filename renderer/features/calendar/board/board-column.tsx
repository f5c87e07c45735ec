/** One status of the board: its cards beneath each other. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronsLeftRight, ChevronsRightLeft } from 'lucide-react'
import { type DragEvent, type MouseEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useFocusOnShown } from '../../../ui/use-focus-on-shown.ts'
import { useRememberedScroll } from '../../../ui/use-remembered-scroll.ts'
import type { ViewProps } from '../view-props.ts'
import styles from './board.module.css'
import { CardContent } from './plan-card.tsx'
import type { BoardColumn } from './use-board.ts'
import type { BoardPlace } from './use-board-place.ts'
import type { StatusMoves } from './use-status-moves.ts'

/** With the gap under it. */
export const CARD_HEIGHT = 86
/** Fewer are all drawn: what is searched on the page is found. */
const VIRTUAL_FROM = 60

export interface BoardColumnProps extends Pick<ViewProps, 'today' | 'timeZone' | 'shown' | 'filter'> {
  readonly column: BoardColumn
  readonly place: BoardPlace
  readonly selection: RowSelection<PlanRow>
  readonly moves: StatusMoves
  /** Absent: it stays open. */
  onFold?: (() => void) | undefined
  onOpen(row: PlanRow): void
}

export function BoardColumnView(props: BoardColumnProps) {
  const { column, moves, onFold } = props
  const { status, count, error, retry } = column
  const { t } = useTranslation(['calendarLists', 'calendar', 'ui'])
  const format = useFormat()
  const describe = useErrorTexts()
  const name = t(`calendar:status.${status}`)
  return (
    <section className={styles.column} {...dropProps(moves, status)}>
      <header className={styles.head}>
        <h2>{name}</h2>
        {count !== null && <span className={styles.count}>{format.number(count)}</span>}
        {onFold && (
          <IconButton
            variant="quiet"
            size="s"
            icon={ChevronsRightLeft}
            label={t('board.fold', { status: name })}
            onPress={onFold}
          />
        )}
      </header>
      {error ? (
        <ErrorPanel
          error={describe(error)}
          actions={
            <Button size="s" onPress={retry}>
              {t('ui:error.readAgain')}
            </Button>
          }
        />
      ) : (
        <>
          {count === 0 && <p className={styles.nothing}>{t('board.empty')}</p>}
          <Cards {...props} name={name} />
        </>
      )}
    </section>
  )
}

/** What a column says of itself to what hangs on the pointer. */
function dropProps(moves: StatusMoves, status: BoardColumn['status']) {
  const isDragging = moves.dragged.length > 0
  const accepts = moves.accepts(status)
  return {
    'data-drop': isDragging
      ? accepts
        ? 'here'
        : moves.dragged.every((row) => row.status === status)
          ? 'own'
          : 'no'
      : undefined,
    onDragOver: (event: DragEvent) => {
      if (!accepts) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    },
    onDrop: (event: DragEvent) => {
      if (!accepts) return
      event.preventDefault()
      moves.drop(status)
    },
  }
}

interface FoldedColumnProps {
  readonly column: BoardColumn
  readonly moves: StatusMoves
  onUnfold(): void
}

/** As narrow as its name is high. Takes what is dropped on it all the same. */
export function FoldedColumn({ column: { status, count }, moves, onUnfold }: FoldedColumnProps) {
  const { t } = useTranslation(['calendarLists', 'calendar'])
  const format = useFormat()
  const name = t(`calendar:status.${status}`)
  const formatted = format.number(count ?? 0)
  return (
    <section className={cx(styles.column, styles.folded)} {...dropProps(moves, status)}>
      <IconButton
        variant="quiet"
        size="s"
        icon={ChevronsLeftRight}
        label={t('board.unfold', { status: name, formatted })}
        onPress={onUnfold}
      />
      <span className={styles.foldedName} aria-hidden>
        {name} <span className={styles.count}>{formatted}</span>
      </span>
    </section>
  )
}

function Cards(props: BoardColumnProps & { readonly name: string }) {
  const { column, place, selection, moves, shown, filter, name } = props
  const { status, rows, readMore } = column
  const scroller = useRef<HTMLDivElement>(null)
  useRememberedScroll(`board ${status} ${JSON.stringify(filter)}`, scroller)
  const isVirtual = rows.length > VIRTUAL_FROM
  // oxlint-disable-next-line react/incompatible-library -- we do not use the React compiler
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
  })
  const items = virtualizer.getVirtualItems()
  const first = isVirtual ? (items[0]?.index ?? 0) : 0
  const last = isVirtual ? (items.at(-1)?.index ?? -1) : rows.length - 1
  const index = rows.findIndex(({ id }) => id === place.id)
  const here = { id: index === -1 ? null : place.id, index }
  useFocusOnShown(scroller, here, place.focusRequests, isVirtual ? (to) => virtualizer.scrollToIndex(to) : null)
  const tabStop = Math.min(Math.max(index, first), last)
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={name}
      aria-multiselectable
      tabIndex={-1}
      className={styles.cards}
      onScroll={({ currentTarget: list }) => {
        if (list.scrollHeight - list.scrollTop - list.clientHeight < 20 * CARD_HEIGHT) readMore()
      }}
    >
      <div aria-hidden style={{ height: first * CARD_HEIGHT }} />
      {rows.slice(first, last + 1).map((row, offset) => (
        <PlanCard
          key={row.id}
          {...props}
          row={row}
          index={first + offset}
          isShown={shown.variantId === null ? row.postId === shown.postId : row.id === shown.variantId}
          isTabStop={first + offset === tabStop}
          isDragged={moves.dragged.includes(row)}
          isChoosing={selection.chosen.length > 0}
        />
      ))}
      <div aria-hidden style={{ height: Math.max(0, rows.length - 1 - last) * CARD_HEIGHT }} />
    </div>
  )
}

interface PlanCardProps extends Pick<BoardColumnProps, 'selection' | 'moves' | 'today' | 'timeZone' | 'onOpen'> {
  readonly row: PlanRow
  readonly index: number
  readonly isShown: boolean
  readonly isTabStop: boolean
  readonly isDragged: boolean
  readonly isChoosing: boolean
}

function PlanCard(props: PlanCardProps) {
  const { row, index, isShown, isTabStop, isDragged, isChoosing, selection, moves, onOpen, today, timeZone } = props
  const isChosen = selection.isChosen(row)

  function onClick(event: MouseEvent) {
    const isOnMark = event.target instanceof Element && event.target.closest('[data-check]') !== null
    if (event.shiftKey) selection.extendTo(row)
    else if (event.ctrlKey || event.metaKey || isOnMark) selection.toggle(row)
    else onOpen(row)
  }

  function onDragStart({ dataTransfer }: DragEvent) {
    dataTransfer.effectAllowed = 'move'
    dataTransfer.setData('text/plain', row.title)
    moves.begin(isChosen ? selection.chosen : [row])
  }

  return (
    // The keys are the board's.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      draggable
      className={cx(styles.card, isShown && styles.shown, isChosen && styles.chosen, isDragged && styles.dragged)}
      data-row-index={index}
      data-row-id={row.id}
      aria-selected={isChosen}
      {...(isShown && { 'aria-current': 'true' as const })}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onClick}
      onDragStart={onDragStart}
      onDragEnd={moves.end}
    >
      <span role="gridcell" className={styles.inside}>
        <CardContent row={row} isChosen={isChoosing ? isChosen : null} today={today} timeZone={timeZone} />
      </span>
    </div>
  )
}
