/** The timeline by keyboard. A held Alt or Shift is a drag: pressing arrows moves or resizes, letting the key go drops, Escape cancels. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { strokeOf } from '../../../lib/strokes.ts'
import { areSame, GRID_MS, MINUTE_MS, resizedBy, shiftedBy, shiftedByDays, type Times } from './drag-times.ts'
import { neighbourOf, type TimelineItem } from './items.ts'
import { useTimeline } from './timeline-store.ts'

export const ITEM_ACTIONS = ['open', 'continue', 'duplicate', 'split', 'trim', 'remove'] as const
export type ItemAction = (typeof ITEM_ACTIONS)[number]

const ACTION_KEYS: Readonly<Record<string, ItemAction>> = {
  enter: 'open',
  ' ': 'open',
  c: 'continue',
  'mod+d': 'duplicate',
  k: 'split',
  u: 'trim',
  delete: 'remove',
  backspace: 'remove',
}

type Change = (times: Times, timeZone: string) => Times

const move =
  (ms: number): Change =>
  (times) =>
    shiftedBy(times, ms)
const moveDays =
  (days: number): Change =>
  (times, timeZone) =>
    shiftedByDays(times, days, timeZone)
const resize =
  (ms: number): Change =>
  (times) =>
    resizedBy(times, ms)

const CHANGES: Readonly<Record<string, { readonly kind: 'move' | 'end'; readonly change: Change }>> = {
  'alt+arrowup': { kind: 'move', change: move(-GRID_MS) },
  'alt+arrowdown': { kind: 'move', change: move(GRID_MS) },
  'alt+shift+arrowup': { kind: 'move', change: move(-MINUTE_MS) },
  'alt+shift+arrowdown': { kind: 'move', change: move(MINUTE_MS) },
  'alt+arrowleft': { kind: 'move', change: moveDays(-1) },
  'alt+arrowright': { kind: 'move', change: moveDays(1) },
  'shift+arrowup': { kind: 'end', change: resize(-GRID_MS) },
  'shift+arrowdown': { kind: 'end', change: resize(GRID_MS) },
}

export interface KeyTargets {
  readonly items: readonly TimelineItem[]
  readonly timeZone: string
  act(action: ItemAction, item: TimelineItem): void
  /** Says why its times cannot be changed; null: they can. */
  refusal(entry: TimeEntry, kind: 'move' | 'end'): string | null
  onRefused(reason: string): void
  /** After every press, before it is dropped. */
  onMoved(entry: TimeEntry, kind: 'move' | 'end', times: Times): void
  onDrop(kind: 'move' | 'end', entry: TimeEntry, times: Times): void
  onCancel(): void
}

interface Session {
  readonly entry: TimeEntry
  readonly kind: 'move' | 'end'
  /** The key that holds it. */
  readonly holder: 'Alt' | 'Shift'
  times: Times
}

export function useTimelineKeys(targets: KeyTargets): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef(targets)
  const session = useRef<Session | null>(null)
  useEffect(() => {
    latest.current = targets
  })
  useEffect(() => followRelease(session, latest), [])

  return (event) => {
    if (!(event.target instanceof HTMLElement)) return
    const key = event.target.closest<HTMLElement>('[data-item]')?.dataset.item
    const item = latest.current.items.find((candidate) => candidate.key === key)
    if (!item) return
    const stroke = strokeOf(event.nativeEvent)
    if (session.current && event.key === 'Escape') {
      finish(session, latest.current, false)
    } else {
      const isKnown = step(stroke, item, latest.current) || change(stroke, item, session, latest.current)
      const action = isKnown ? undefined : ACTION_KEYS[stroke]
      if (!isKnown && action === undefined) return
      if (action !== undefined) latest.current.act(action, item)
    }
    event.preventDefault()
    event.stopPropagation()
  }
}

const STEPS: Readonly<Record<string, 'previous' | 'next' | 'dayBefore' | 'dayAfter' | 'first' | 'last'>> = {
  arrowup: 'previous',
  arrowdown: 'next',
  arrowleft: 'dayBefore',
  arrowright: 'dayAfter',
  home: 'first',
  end: 'last',
}

function step(stroke: string, item: TimelineItem, { items }: KeyTargets): boolean {
  const direction = STEPS[stroke]
  if (direction === undefined) return false
  const next = neighbourOf(items, item, direction)
  if (next) useTimeline.getState().select(next.key, true)
  return true
}

function change(
  stroke: string,
  { entry }: TimelineItem,
  session: { current: Session | null },
  targets: KeyTargets,
): boolean {
  const found = CHANGES[stroke]
  if (!found) return false
  if (entry === null) return true
  const { kind } = found
  const reason = targets.refusal(entry, kind)
  if (reason !== null) {
    targets.onRefused(reason)
    return true
  }
  if (session.current?.entry.id !== entry.id || session.current.kind !== kind) {
    finish(session, targets, true)
    session.current = { entry, kind, holder: kind === 'move' ? 'Alt' : 'Shift', times: timesOf(entry) }
  }
  session.current.times = found.change(session.current.times, targets.timeZone)
  useTimeline.getState().setDrag({ kind, entry, times: session.current.times })
  targets.onMoved(entry, kind, session.current.times)
  return true
}

function timesOf({ startedAt, endedAt }: TimeEntry): Times {
  return { startedAt, endedAt }
}

/** Drops, or puts it back. */
function finish(session: { current: Session | null }, targets: KeyTargets, isDropped: boolean): void {
  const ended = session.current
  if (!ended) return
  session.current = null
  useTimeline.getState().setDrag(null)
  if (!isDropped) targets.onCancel()
  else if (!areSame(ended.times, ended.entry)) targets.onDrop(ended.kind, ended.entry, ended.times)
}

/** Whoever leaves the window lets go. */
function followRelease(session: { current: Session | null }, latest: { readonly current: KeyTargets }): () => void {
  const onKeyUp = (event: globalThis.KeyboardEvent) => {
    if (event.key !== session.current?.holder) return
    // Alt alone would open the window's menu.
    event.preventDefault()
    finish(session, latest.current, true)
  }
  const onBlur = () => finish(session, latest.current, true)
  window.addEventListener('keyup', onKeyUp)
  window.addEventListener('blur', onBlur)
  return () => {
    window.removeEventListener('keyup', onKeyUp)
    window.removeEventListener('blur', onBlur)
    onBlur()
  }
}
