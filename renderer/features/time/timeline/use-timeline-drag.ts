/** Drawing, moving and resizing with mouse or pen. Only the store hears of each move, so only what is dragged is drawn anew. */
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { type Axis, type DayScale, instantOf } from '../../../lib/day-scale.ts'
import { areSame, type DragKind, draggedTimes, GRID_MS, MINUTE_MS, type Place, type Times } from './drag-times.ts'
import { followPointer, type Pointer } from '../../../lib/pointer-drag.ts'
import { useTimeline } from './timeline-store.ts'

export interface DragSurface {
  readonly grid: RefObject<HTMLDivElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly scales: readonly DayScale[]
  readonly axis: Axis
  readonly timeZone: string
  entryOf(id: number): TimeEntry | undefined
  /** Null: nothing stands in the way of changing its times. Says why not otherwise. */
  refusal(entry: TimeEntry, kind: DragKind): string | null
  onRefused(reason: string): void
  onDrop(kind: DragKind, entry: TimeEntry | null, times: Times): void
  onCancel(): void
}

interface Grip {
  readonly entry: TimeEntry | null
  readonly edge: 'start' | 'end' | null
  readonly from: Place
}

/** A handler for presses on the grid. */
export function useTimelineDrag(surface: DragSurface): (event: PointerEvent<HTMLElement>) => void {
  const latest = useRef(surface)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => {
    latest.current = surface
  })
  useEffect(() => () => stop.current(), [])
  return (event) => {
    // A finger scrolls.
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return
    if (event.target.closest('[data-day]') === null || event.target.closest('button:not([data-item])') !== null) return
    stop.current()
    const grip = gripOf(event, event.target, latest.current)
    if (grip) stop.current = follow(event, grip, latest)
  }
}

function gripOf({ clientX, clientY }: PointerEvent, target: Element, surface: DragSurface): Grip | null {
  const from = placeAt(surface, clientX, clientY)
  const id = target.closest<HTMLElement>('[data-entry]')?.dataset.entry
  const entry = id === undefined ? null : surface.entryOf(Number(id))
  if (from === null || entry === undefined) return null
  const edge = target.closest<HTMLElement>('[data-edge]')?.dataset.edge
  return { entry, edge: edge === 'start' || edge === 'end' ? edge : null, from }
}

/** Columns by their places on the screen; between and beside them the nearest. */
function placeAt({ grid, scales, axis }: DragSurface, x: number, y: number): Place | null {
  const columns = [...(grid.current?.querySelectorAll<HTMLElement>('[data-day]') ?? [])]
  const index = Math.max(
    0,
    columns.findLastIndex((column) => column.getBoundingClientRect().left <= x),
  )
  const column = columns[index]
  const scale = scales[index]
  if (!column || !scale) return null
  const { top, height } = column.getBoundingClientRect()
  const offset = axis.top + ((y - top) / height) * (axis.bottom - axis.top)
  return { at: instantOf(scale, offset), day: scale.day, offset }
}

function kindOf({ entry, edge }: Grip, { isAlt }: Pointer): DragKind {
  if (entry === null) return 'draw'
  return edge ?? (isAlt ? 'copy' : 'move')
}

/** Alt draws and resizes by the minute; when moving it copies, so there it is Shift. */
function gridOf({ entry, edge }: Grip, { isAlt, isShift }: Pointer): number {
  return isShift || (isAlt && (entry === null || edge !== null)) ? MINUTE_MS : GRID_MS
}

/** Tells the store what would be if the pointer were let go. */
function update(grip: Grip, pointer: Pointer, surface: DragSurface): void {
  const to = placeAt(surface, pointer.x, pointer.y)
  if (to === null) return
  const kind = kindOf(grip, pointer)
  const { entry, from } = grip
  const times = entry ?? { startedAt: from.at, endedAt: from.at }
  const options = { gridMs: gridOf(grip, pointer), timeZone: surface.timeZone, now: Date.now() }
  const next = draggedTimes({ kind, times, from }, to, options)
  const { drag, setDrag } = useTimeline.getState()
  if (!drag || drag.kind !== kind || !areSame(drag.times, next)) setDrag({ kind, entry, times: next })
}

/** Until the pointer is let go. Returns what ends it without a drop. */
function follow(event: PointerEvent, grip: Grip, latest: RefObject<DragSurface>): () => void {
  const { entry, edge } = grip
  return followPointer(event.nativeEvent, {
    begin(pointer) {
      const reason = entry && latest.current.refusal(entry, kindOf(grip, pointer))
      if (reason !== null) latest.current.onRefused(reason)
      else document.documentElement.dataset.timelineDrag = edge ?? 'move'
      return reason === null
    },
    update: (pointer) => update(grip, pointer, latest.current),
    end() {
      delete document.documentElement.dataset.timelineDrag
      useTimeline.getState().setDrag(null)
    },
    drop() {
      const { drag } = useTimeline.getState()
      return () => drag && latest.current.onDrop(drag.kind, drag.entry, drag.times)
    },
    cancel: () => latest.current.onCancel(),
    scroller: () => latest.current.scroller.current,
  })
}
