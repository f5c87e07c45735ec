/** Keys on a row of the queue. Letters are commands of the page and act wherever the focus is. */
import type { KeyboardEvent } from 'react'
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import type { Shown } from './use-shown.ts'

const PAGE_ROWS = 8

export interface ListTargets {
  readonly rows: readonly QueueRow[]
  readonly shown: Shown
  readonly selection: RowSelection<QueueRow>
  onOpen(): void
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** True where the key was for the list. */
export function actOnList(event: Pressed, row: QueueRow, targets: ListTargets): boolean {
  const { rows, shown, selection } = targets
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a') return false
    selection.add(rows)
    return true
  }
  const by = STEPS[event.key]
  if (by !== undefined) {
    const from = rows.indexOf(row)
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + by))]
    if (event.shiftKey && next) {
      if (!selection.isChosen(row)) selection.add([row])
      selection.extendTo(next)
    }
    if (next) shown.show(next.id)
    return true
  }
  return actWithout(event, row, targets)
}

function actWithout({ key, shiftKey }: Pressed, row: QueueRow, { selection, onOpen }: ListTargets): boolean {
  if (key === 'Enter') onOpen()
  else if (key === ' ' && shiftKey) selection.extendTo(row)
  else if (key === ' ') selection.toggle(row)
  else if (key === 'Escape' && selection.chosen.length > 0) selection.clear()
  else return false
  return true
}
