/** Month and week by keyboard. A held Alt is a drag: arrows move, letting it go drops, Escape puts back. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { calendarDayAt } from '../../../../shared/domain/instant.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { strokeOf } from '../../../lib/strokes.ts'
import { type Arrow, type Spot, stepFrom } from './grid-steps.ts'
import { usePlanDrag } from './plan-drag.ts'
import { spotOf } from './plan-focus.ts'
import { momentOf, type PlannedMove, type Shift, shiftedRows } from './plan-moment.ts'
import type { RangeData } from './use-range.ts'
import type { EntryMoves } from './use-entry-moves.ts'

export interface KeyTargets {
  readonly data: RangeData
  readonly timeZone: string
  readonly moves: EntryMoves
  readonly selection: RowSelection<PlanRow>
  /** As in {@link stepFrom}. */
  readonly rowDays: number | null
  /** What Alt with an arrow up or down does, downwards. */
  readonly down: Shift
  /** The month or week before or after, and the day one lands on. */
  turn(by: -1 | 1, day: Day): void
  showToday(): void
  onShow(row: PlanRow | null): void
  onAdd(day: Day): void
  /** True: there was something to close. */
  onEscape(): boolean
}

interface Held {
  readonly row: PlanRow
  readonly together: readonly PlanRow[]
  shift: Shift
  moves: readonly PlannedMove[]
  release: () => void
}

type HeldRef = { current: Held | null }

export function useEntryKeys(targets: KeyTargets): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef(targets)
  const held = useRef<Held | null>(null)
  useEffect(() => {
    latest.current = targets
  })
  useEffect(() => followRelease(held, latest), [])
  return (event) => {
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return
    const spot = spotOf(event.target)
    if (spot === null) return
    const stroke = event.key === ' ' && event.shiftKey ? 'shift+ ' : strokeOf(event.nativeEvent)
    const row = latest.current.data.rows.find(({ id }) => id === spot.id)
    const isDone =
      held.current && event.key === 'Escape'
        ? finish(held, latest.current, false)
        : step(stroke, spot, latest.current) ||
          (row ? moveBy(stroke, row, held, latest.current) || actOn(stroke, row, latest.current) : false) ||
          act(stroke, spot, latest.current)
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
  }
}

const ARROWS: readonly string[] = ['arrowleft', 'arrowright', 'arrowup', 'arrowdown'] satisfies Arrow[]

function step(stroke: string, spot: Spot, { data, rowDays, moves }: KeyTargets): boolean {
  if (!ARROWS.includes(stroke)) return false
  const next = stepFrom(spot, stroke as Arrow, { rowDays, rowsOf: (day) => data.byDay.get(day) ?? [] })
  moves.goTo(next.day, next.id)
  return true
}

/** On a day, or a post of it. */
function act(stroke: string, { day, id }: Spot, targets: KeyTargets): boolean {
  if (stroke === 'pageup' || stroke === 'pagedown') targets.turn(stroke === 'pageup' ? -1 : 1, day)
  else if (stroke === 'home') targets.showToday()
  else if (stroke === 'mod+a') targets.selection.add(targets.data.rows)
  else if (stroke === 'enter' && id === null) targets.onAdd(day)
  else if (stroke === 'escape') return targets.onEscape()
  else return false
  return true
}

function actOn(stroke: string, row: PlanRow, { moves, selection, timeZone, onShow }: KeyTargets): boolean {
  if (stroke === 'enter' || stroke === ' ') onShow(row)
  else if (stroke === 'shift+ ' || stroke === 'mod+ ') selection.toggle(row)
  else if (stroke === 'mod+d') {
    const at = momentOf(row, timeZone) ?? row.plannedAt
    if (at !== null) moves.copy(row, at)
  } else return false
  return true
}

function shiftOf(stroke: string, { down }: KeyTargets): Shift | null {
  if (stroke === 'alt+arrowleft') return { days: -1, minutes: 0 }
  if (stroke === 'alt+arrowright') return { days: 1, minutes: 0 }
  if (stroke === 'alt+arrowdown') return down
  return stroke === 'alt+arrowup' ? { days: -down.days, minutes: -down.minutes } : null
}

function moveBy(stroke: string, row: PlanRow, held: HeldRef, targets: KeyTargets): boolean {
  const by = shiftOf(stroke, targets)
  if (by === null) return false
  const { moves, selection, timeZone } = targets
  const reason = moves.refusal(row, 'keys')
  if (reason !== null) {
    moves.tell(reason)
    return true
  }
  if (held.current?.row.id !== row.id) {
    finish(held, targets, true)
    const { chosen } = selection
    const together = chosen.some(({ id }) => id === row.id) ? chosen : [row]
    held.current = { row, together, shift: { days: 0, minutes: 0 }, moves: [], release: () => undefined }
  }
  const session = held.current
  if (session === null) return true
  const shift = { days: session.shift.days + by.days, minutes: session.shift.minutes + by.minutes }
  const moved = shiftedRows(session.together, shift, timeZone)
  const own = moved.find((move) => move.row.id === row.id)
  if (!own) return true
  const release = usePlanDrag.getState().expect(moved)
  Object.assign(session, { shift, moves: moved, release })
  moves.goTo(calendarDayAt(own.at, timeZone), row.id)
  moves.say(row, own.at)
  return true
}

/** Drops, or puts it back. */
function finish(held: HeldRef, { moves, timeZone }: KeyTargets, isDropped: boolean): true {
  const ended = held.current
  held.current = null
  if (!ended) return true
  if (isDropped) moves.move(ended.moves, ended.row)
  else {
    moves.sayCanceled()
    if (ended.row.plannedAt !== null) moves.goTo(calendarDayAt(ended.row.plannedAt, timeZone), ended.row.id)
    ended.release()
  }
  // What came back to where it was is not on its way.
  if (isDropped && ended.shift.days === 0 && ended.shift.minutes === 0) ended.release()
  return true
}

/** Whoever leaves the window lets go. */
function followRelease(held: HeldRef, latest: { readonly current: KeyTargets }): () => void {
  const onKeyUp = (event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Alt' || !held.current) return
    // Alt alone would open the window's menu.
    event.preventDefault()
    finish(held, latest.current, true)
  }
  const onBlur = () => void finish(held, latest.current, true)
  window.addEventListener('keyup', onKeyUp)
  window.addEventListener('blur', onBlur)
  return () => {
    window.removeEventListener('keyup', onKeyUp)
    window.removeEventListener('blur', onBlur)
    onBlur()
  }
}
