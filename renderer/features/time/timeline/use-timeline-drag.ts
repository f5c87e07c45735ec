/** Drawing, moving and resizing with mouse or pen. Only the store hears of each move, so only what is dragged is drawn anew. */
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { type Axis, type DayScale, instantOf } from './day-scale.ts'
import { areSame, type DragKind, draggedTimes, GRID_MS, MINUTE_MS, type Place, type Times } from './drag-times.ts'
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

/** Below this a press is a click. */
const SLACK_PX = 4
const EDGE_PX = 40
const FASTEST_PX = 14

interface Session {
  readonly entry: TimeEntry | null
  readonly edge: 'start' | 'end' | null
  readonly from: Place
  readonly startX: number
  readonly startY: number
  x: number
  y: number
  isFine: boolean
  isAlt: boolean
  isActive: boolean
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
    const session = beginSession(event, event.target, latest.current)
    if (session) stop.current = follow(session, latest)
  }
}

function beginSession(event: PointerEvent, target: Element, surface: DragSurface): Session | null {
  const { clientX, clientY } = event
  const from = placeAt(surface, clientX, clientY)
  const id = target.closest<HTMLElement>('[data-entry]')?.dataset.entry
  const entry = id === undefined ? null : surface.entryOf(Number(id))
  if (from === null || entry === undefined) return null
  const edge = target.closest<HTMLElement>('[data-edge]')?.dataset.edge
  return {
    entry,
    edge: edge === 'start' || edge === 'end' ? edge : null,
    from,
    startX: clientX,
    startY: clientY,
    x: clientX,
    y: clientY,
    isFine: false,
    isAlt: event.altKey,
    isActive: false,
  }
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

function kindOf({ entry, edge, isAlt }: Session): DragKind {
  if (entry === null) return 'draw'
  return edge ?? (isAlt ? 'copy' : 'move')
}

/** Alt draws and resizes by the minute; when moving it copies, so there it is Shift. */
function gridOf(session: Session): number {
  const isByMinute = session.isFine || (session.isAlt && (session.entry === null || session.edge !== null))
  return isByMinute ? MINUTE_MS : GRID_MS
}

/** Tells the store what would be if the pointer were let go. */
function update(session: Session, surface: DragSurface): void {
  const to = placeAt(surface, session.x, session.y)
  if (to === null) return
  const kind = kindOf(session)
  const { entry, from } = session
  const times = entry ?? { startedAt: from.at, endedAt: from.at }
  const options = { gridMs: gridOf(session), timeZone: surface.timeZone, now: Date.now() }
  const next = draggedTimes({ kind, times, from }, to, options)
  const { drag, setDrag } = useTimeline.getState()
  if (!drag || drag.kind !== kind || !areSame(drag.times, next)) setDrag({ kind, entry, times: next })
}

/** Until the pointer is let go. Returns what ends it without a drop. */
function follow(session: Session, latest: RefObject<DragSurface>): () => void {
  const listening = new AbortController()
  let frame = 0
  const end = () => {
    cancelAnimationFrame(frame)
    listening.abort()
    delete document.documentElement.dataset.timelineDrag
    useTimeline.getState().setDrag(null)
  }
  const scroll = () => {
    frame = requestAnimationFrame(scroll)
    if (scrollAtEdge(latest.current.scroller.current, session.y)) update(session, latest.current)
  }
  const activate = () => {
    const { entry, edge } = session
    const reason = entry && latest.current.refusal(entry, kindOf(session))
    if (reason !== null) {
      end()
      latest.current.onRefused(reason)
      return
    }
    session.isActive = true
    document.documentElement.dataset.timelineDrag = edge ?? 'move'
    frame = requestAnimationFrame(scroll)
  }
  const move = (event: globalThis.PointerEvent) => {
    readKeys(session, event)
    session.x = event.clientX
    session.y = event.clientY
    const distance = Math.hypot(session.x - session.startX, session.y - session.startY)
    if (!session.isActive && distance >= SLACK_PX) activate()
    if (session.isActive) update(session, latest.current)
  }
  const drop = () => {
    const { drag } = useTimeline.getState()
    end()
    if (!session.isActive || !drag) return
    swallowClick()
    latest.current.onDrop(drag.kind, drag.entry, drag.times)
  }
  const cancel = () => {
    end()
    if (session.isActive) latest.current.onCancel()
  }
  const readKey = (event: KeyboardEvent) => {
    if (!session.isActive) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      cancel()
      window.addEventListener('pointerup', swallowClick, { once: true })
      return
    }
    readKeys(session, event)
    update(session, latest.current)
  }
  const { signal } = listening
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener('blur', cancel, { signal })
  window.addEventListener('keydown', readKey, { signal, capture: true })
  window.addEventListener('keyup', readKey, { signal, capture: true })
  return end
}

function readKeys(session: Session, { altKey, shiftKey }: { readonly altKey: boolean; readonly shiftKey: boolean }) {
  session.isAlt = altKey
  session.isFine = shiftKey
}

/** The faster the nearer to the edge. True when it moved. */
function scrollAtEdge(scroller: HTMLElement | null, y: number): boolean {
  if (!scroller) return false
  const box = scroller.getBoundingClientRect()
  const head = scroller.querySelector('[data-heads]')?.getBoundingClientRect().height ?? 0
  const above = box.top + head + EDGE_PX - y
  const below = y - (box.bottom - EDGE_PX)
  const speed = above > 0 ? -above : below > 0 ? below : 0
  if (speed === 0) return false
  const before = scroller.scrollTop
  scroller.scrollTop += Math.max(-FASTEST_PX, Math.min(FASTEST_PX, speed / 3))
  return scroller.scrollTop !== before
}

/** The click that follows a drag means nothing to what lies under it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
