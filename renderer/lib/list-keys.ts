/** Keys on a row of a list. Letters are commands of the page and act wherever the focus is. */
import type { KeyboardEvent } from 'react'
import type { RowSelection } from './row-selection.ts'

const PAGE_ROWS = 8

interface Numbered {
  readonly id: number
}

export interface ListTargets<Row extends Numbered> {
  readonly rows: readonly Row[]
  /** Where arrows go. */
  readonly shown: { show(id: number): void }
  readonly selection: RowSelection<Row>
  onOpen(row: Row): void
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
export function actOnList<Row extends Numbered>(event: Pressed, row: Row, targets: ListTargets<Row>): boolean {
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

function actWithout<Row extends Numbered>(
  { key, shiftKey }: Pressed,
  row: Row,
  { selection, onOpen }: ListTargets<Row>,
): boolean {
  if (key === 'Enter') onOpen(row)
  else if (key === ' ' && shiftKey) selection.extendTo(row)
  else if (key === ' ') selection.toggle(row)
  else if (key === 'Escape' && selection.chosen.length > 0) selection.clear()
  else return false
  return true
}
