/** Dragging posts with mouse or pen. Only the store hears of each move, so only what is dragged is drawn anew. */
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { type Day, daysBetween } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { sameClock } from '../../../../shared/domain/wall-time.ts'
import { followPointer, type Pointer } from '../../../lib/pointer-drag.ts'
import { usePlanDrag } from './plan-drag.ts'
import { momentOf, type PlannedMove, shiftedRows } from './plan-moment.ts'
import type { EntryMoves } from './use-entry-moves.ts'

const MINUTE_MS = 60_000

export interface Target {
  readonly day: Day
  readonly at: Instant
}

export interface DragSurface {
  readonly moves: EntryMoves
  readonly timeZone: string
  readonly rows: readonly PlanRow[]
  readonly chosen: readonly PlanRow[]
  /** Where the row would be if the pointer, pressed at `from`, were let go; null: not on the sheet. */
  targetOf(row: PlanRow, from: Pointer, to: Pointer): Target | null
  scroller?(): HTMLElement | null
}

/** A handler for presses on the grid. */
export function useEntryDrag(surface: DragSurface): (event: PointerEvent<HTMLElement>) => void {
  const latest = useRef(surface)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => {
    latest.current = surface
  })
  useEffect(() => () => stop.current(), [])
  return (event) => {
    // A finger scrolls.
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return
    const id = event.target.closest<HTMLElement>('[data-entry]')?.dataset.entry
    const row = latest.current.rows.find((candidate) => candidate.id === Number(id))
    if (!row || !event.currentTarget.contains(event.target)) return
    stop.current()
    stop.current = follow(event, row, latest)
  }
}

function follow(event: PointerEvent, row: PlanRow, latest: RefObject<DragSurface>): () => void {
  const { chosen } = latest.current
  const together = chosen.some(({ id }) => id === row.id) ? chosen : [row]
  const from: Pointer = { x: event.clientX, y: event.clientY, isAlt: event.altKey, isShift: event.shiftKey }
  const { setDrag } = usePlanDrag.getState()
  return followPointer(event.nativeEvent, {
    begin(pointer) {
      const { moves } = latest.current
      const reason = pointer.isAlt ? null : moves.refusal(row, 'pointer')
      if (reason !== null) moves.tell(reason)
      else document.documentElement.dataset.planDrag = ''
      return reason === null
    },
    update(pointer) {
      const { targetOf, moves } = latest.current
      const kind = pointer.isAlt ? 'copy' : 'move'
      const isBarred = kind === 'move' && moves.refusal(row, 'pointer') !== null
      const target = isBarred ? null : targetOf(row, from, pointer)
      const ids = new Set(kind === 'copy' ? [row.id] : together.map(({ id }) => id))
      setDrag({ kind, row, ids, target, x: pointer.x, y: pointer.y })
    },
    end() {
      delete document.documentElement.dataset.planDrag
      setDrag(null)
    },
    drop() {
      const { drag } = usePlanDrag.getState()
      return () => {
        if (drag?.target) drop(row, together, drag.kind, drag.target, latest.current)
      }
    },
    cancel: () => latest.current.moves.sayCanceled(),
    scroller: () => latest.current.scroller?.() ?? null,
  })
}

/** The others go along by the same days, and minutes where it was drawn to another time. Where it was it stays. */
function drop(
  row: PlanRow,
  together: readonly PlanRow[],
  kind: 'move' | 'copy',
  { day, at }: Target,
  { moves, timeZone }: DragSurface,
): void {
  const before = momentOf(row, timeZone) ?? row.plannedAt
  if (at === before || row.day === null) return
  if (kind === 'copy') return moves.copy(row, at)
  const days = daysBetween(row.day, day)
  const kept = before === null ? at : sameClock(before, days, timeZone)
  const minutes = Math.round((at - kept) / MINUTE_MS)
  const others = together.filter(({ id }) => id !== row.id)
  const own: PlannedMove = { row, at, keepsClock: minutes === 0 }
  moves.move([own, ...shiftedRows(others, { days, minutes }, timeZone)], row)
}
