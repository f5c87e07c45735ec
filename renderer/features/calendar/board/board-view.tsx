/** Posts by how far they are. A card goes on by being dragged, or with Alt and an arrow. */
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { api } from '../../../lib/api.ts'
import { actOnList } from '../../../lib/list-keys.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { Card } from '../../../ui/card.tsx'
import { useCalendarAddress } from '../calendar-address.ts'
import { FilteredOut, NothingPlanned } from '../filters/plan-empty.tsx'
import { usePlanSelection } from '../plan-selection.ts'
import type { ViewProps } from '../view-props.ts'
import { BoardColumnView, FoldedColumn } from './board-column.tsx'
import { cardBeside, type KeyColumn, statusBeside } from './board-keys.ts'
import styles from './board.module.css'
import { type BoardPlace, useBoardPlace } from './use-board-place.ts'
import { type BoardColumn, useBoard } from './use-board.ts'
import { useFolded } from './use-folded.ts'
import { type StatusMoves, useStatusMoves } from './use-status-moves.ts'

export function BoardView(props: ViewProps) {
  const isEmpty = useQuery(api.calendar.due.queryOptions()).data?.isEmpty === true
  const { isFiltered } = useCalendarAddress()
  const columns = useBoard(props.filter)
  if (isEmpty)
    return (
      <Card>
        <NothingPlanned />
      </Card>
    )
  if (isFiltered && columns.every(({ count }) => count === 0))
    return (
      <Card>
        <FilteredOut />
      </Card>
    )
  return <Board {...props} columns={columns} />
}

function Board({ columns, shown, onShow, ...rest }: ViewProps & { readonly columns: readonly BoardColumn[] }) {
  const { t } = useTranslation('calendarLists')
  const folding = useFolded()
  const open = columns.filter(({ status }) => !folding.isFolded(status))
  const rows = useOpenRows(open.map((column) => column.rows))
  const selection = usePlanSelection(rows)
  const place = useBoardPlace(shown)
  const moves = useStatusMoves()
  const openCard = (row: PlanRow) => {
    place.show(row.id)
    onShow(row)
  }
  const onKeyDown = useBoardKeys({ columns: open, rows, selection, place, moves, onOpen: openCard })
  return (
    // Each column is a list of its own; the keys between them are the board's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div role="group" className={styles.board} aria-label={t('board.label')} onKeyDown={onKeyDown}>
      {columns.map((column) =>
        folding.isFolded(column.status) ? (
          <FoldedColumn
            key={column.status}
            column={column}
            moves={moves}
            onUnfold={() => folding.toggle(column.status)}
          />
        ) : (
          <BoardColumnView
            key={column.status}
            {...rest}
            shown={shown}
            column={column}
            place={place}
            selection={selection}
            moves={moves}
            onFold={folding.isFoldable(column.status) ? () => folding.toggle(column.status) : undefined}
            onOpen={openCard}
          />
        ),
      )}
    </div>
  )
}

/** All cards that can be seen, column after column; the same list as long as the columns are the same. */
function useOpenRows(lists: readonly (readonly PlanRow[])[]): readonly PlanRow[] {
  const [kept, setKept] = useState(() => ({ lists, rows: lists.flat() }))
  if (kept.lists.length === lists.length && lists.every((list, index) => list === kept.lists[index])) return kept.rows
  const next = { lists, rows: lists.flat() }
  setKept(next)
  return next.rows
}

interface BoardKeys {
  readonly columns: readonly KeyColumn[]
  readonly rows: readonly PlanRow[]
  readonly selection: RowSelection<PlanRow>
  readonly place: BoardPlace
  readonly moves: StatusMoves
  onOpen(row: PlanRow): void
}

const SIDES: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }

function useBoardKeys(keys: BoardKeys) {
  return (event: KeyboardEvent) => {
    const { target } = event
    const id = target instanceof HTMLElement ? Number(target.dataset['rowId'] ?? 0) : 0
    const row = keys.rows.find((candidate) => candidate.id === id)
    if (!row || !act(event, row, keys)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** True where the key was for the board. */
function act(
  event: KeyboardEvent,
  row: PlanRow,
  { columns, rows, selection, place, moves, onOpen }: BoardKeys,
): boolean {
  const by = SIDES[event.key]
  if (by !== undefined && !(event.ctrlKey || event.metaKey)) {
    if (event.altKey) {
      const to = statusBeside(columns, row.status, by)
      const together = selection.isChosen(row) ? selection.chosen.filter(({ status }) => status === row.status) : [row]
      if (to) moves.move(together, to)
      place.show(row.id)
    } else place.show((cardBeside(columns, row, by) ?? row).id)
    return true
  }
  const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
  const column = columns.find(({ status }) => status === row.status)
  return actOnList(event, row, { rows: isAll ? rows : (column?.rows ?? rows), shown: place, selection, onOpen })
}
