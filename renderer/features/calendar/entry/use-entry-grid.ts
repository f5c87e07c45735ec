/** What month and week have in common: words, moves, keys, dragging and the focus of their grid. */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { useCalendarAddress } from '../calendar-address.ts'
import { usePlanSelection } from '../plan-selection.ts'
import type { ViewProps } from '../view-props.ts'
import type { Spot } from './grid-steps.ts'
import { tabStopOf, usePlanFocus, useSpotFocus } from './plan-focus.ts'
import type { Shift } from './plan-moment.ts'
import { type PlanWords, usePlanWords } from './plan-words.ts'
import { useEntryCommands } from './use-entry-commands.ts'
import { type DragSurface, useEntryDrag } from './use-entry-drag.ts'
import { useEntryKeys } from './use-entry-keys.ts'
import { type EntryMoves, useEntryMoves } from './use-entry-moves.ts'
import type { RangeData } from './use-range.ts'

interface GridWays {
  readonly data: RangeData
  readonly days: readonly Day[]
  /** Where Tab comes to before anyone was here. */
  readonly otherwise: Day
  readonly rowDays: number | null
  readonly down: Shift
  /** The day as far into the period before or after. */
  dayBeside(by: -1 | 1, day: Day): Day
  targetOf: DragSurface['targetOf']
  scroller?(): HTMLElement | null
}

export interface EntryGrid {
  readonly words: PlanWords
  readonly moves: EntryMoves
  readonly tabStop: Spot
  /** The variant that is shown beside, as far as it is on these days. */
  readonly shownRow: PlanRow | undefined
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
  onPointerDown(event: PointerEvent<HTMLElement>): void
  /** True: the click was for a post. */
  clickEntry(event: MouseEvent<HTMLElement>): boolean
}

export function useEntryGrid(root: RefObject<HTMLElement | null>, props: ViewProps, ways: GridWays): EntryGrid {
  const { timeZone, today, shown, onShow, onAdd } = props
  const { data, days } = ways
  const words = usePlanWords(timeZone, today)
  const moves = useEntryMoves(words, days)
  const selection = usePlanSelection(data.rows)
  const { showDay } = useCalendarAddress()
  const spot = usePlanFocus((state) => state.spot)
  useSpotFocus(root, data, days)
  const shownRow = data.rows.find(({ id, postId }) =>
    shown.variantId === null ? postId === shown.postId : id === shown.variantId,
  )
  const tabStop = tabStopOf(data, spot, { days, shownId: shownRow?.id, otherwise: ways.otherwise })
  const turn = (by: -1 | 1, day: Day) => moves.goTo(ways.dayBeside(by, day), null)
  const showToday = () => {
    usePlanFocus.getState().go({ day: today, id: null })
    showDay(null)
  }
  const onEscape = () => {
    if (selection.chosen.length > 0) selection.clear()
    else if (shown.postId !== null) onShow(null)
    else return false
    return true
  }
  const { rowDays, down } = ways
  const add = (day: Day) => onAdd({ day })
  const keys = { data, timeZone, moves, selection, rowDays, down, turn, showToday, onShow, onAdd: add, onEscape }
  useEntryCommands(() => moves.goTo(tabStop.day, tabStop.id))
  return {
    words,
    moves,
    tabStop,
    shownRow,
    onKeyDown: useEntryKeys(keys),
    onPointerDown: useEntryDrag({ ...ways, moves, timeZone, rows: data.rows, chosen: selection.chosen }),
    clickEntry(event) {
      const row = rowAt(event, data.rows)
      if (!row) return false
      if (event.ctrlKey || event.metaKey) selection.toggle(row)
      else if (event.shiftKey) selection.extendTo(row)
      else onShow(row)
      return true
    },
  }
}

function rowAt({ target, currentTarget }: MouseEvent<HTMLElement>, rows: readonly PlanRow[]): PlanRow | undefined {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return undefined
  const id = target.closest<HTMLElement>('[data-entry]')?.dataset.entry
  return id === undefined ? undefined : rows.find((row) => row.id === Number(id))
}
