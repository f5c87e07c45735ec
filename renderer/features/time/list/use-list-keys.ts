/** What keys and the mouse do with the rows of the list; moving between them is the table's. */
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { useViewSettings } from '../../../lib/view-settings.ts'
import type { EntrySelection } from './selection-store.ts'

interface ListActions {
  readonly rows: readonly TimeEntry[]
  readonly selection: EntrySelection
  readAll(): Promise<readonly TimeEntry[]>
  onOpen(entry: TimeEntry): void
  onContinue(entry: TimeEntry): void
  onRemove(entries: readonly TimeEntry[]): void
  onChange(): void
}

export function useListKeys(actions: ListActions) {
  const { rows, selection } = actions
  const isRange = useRef(false)

  function onKeyDownCapture(event: KeyboardEvent) {
    const row = rowOf(event.target)
    const entry = row && rows[Number(row.dataset['rowIndex'])]
    if (!row || row !== event.target || !entry) return
    if (!act(event, entry, rows[Number(row.dataset['rowIndex']) + stepOf(event.key)], actions)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    handlers: {
      onKeyDownCapture,
      // With Shift the browser would mark text instead, and the table takes that for no click.
      onMouseDownCapture: (event: MouseEvent) => {
        isRange.current = event.shiftKey
        const row = rowOf(event.target)
        if (!event.shiftKey || !row) return
        event.preventDefault()
        row.focus()
      },
      onDoubleClickCapture: (event: MouseEvent) => {
        const row = rowOf(event.target)
        const entry = row && rows[Number(row.dataset['rowIndex'])]
        if (entry) actions.onOpen(entry)
      },
    },
    /** A click, or the space bar. */
    onRowAction: (entry: TimeEntry) => {
      if (isRange.current) selection.extendTo(entry)
      else selection.toggle(entry)
      isRange.current = false
    },
  }
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('tr[data-row-index]') : null
}

function stepOf(key: string): number {
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}

/** True where the key was for us; arrows are chosen with and left to the table to move. */
function act(event: KeyboardEvent, entry: TimeEntry, next: TimeEntry | undefined, actions: ListActions): boolean {
  const { selection } = actions
  const isModified = event.ctrlKey || event.metaKey
  if (event.altKey) return false
  if (isModified) {
    if (event.key.toLowerCase() === 'a') void actions.readAll().then(selection.add)
    else if (event.key === 'Enter') {
      if (selection.chosen.length === 0) selection.add([entry])
      actions.onChange()
    } else return false
    return true
  }
  if (event.shiftKey && stepOf(event.key) !== 0) {
    if (!selection.isChosen(entry)) selection.add([entry])
    if (next) selection.extendTo(next)
    return false
  }
  return actWithout(event.key, event.shiftKey, entry, actions)
}

function actWithout(key: string, isShifted: boolean, entry: TimeEntry, actions: ListActions): boolean {
  const { selection } = actions
  const hasSingleKeys = useViewSettings.getState().hasSingleKeys
  if (key === 'Enter') actions.onOpen(entry)
  else if (key === ' ' && isShifted) selection.extendTo(entry)
  else if (key === 'Escape' && selection.chosen.length > 0) selection.clear()
  else if (key === 'Delete') actions.onRemove(selection.chosen.length > 0 ? selection.chosen : [entry])
  else if (key === 'c' && hasSingleKeys) actions.onContinue(entry)
  else return false
  return true
}
