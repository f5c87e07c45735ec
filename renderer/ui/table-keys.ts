/** One row is in the tab order; arrows, Page, Home and End move within the rows. */
import { type KeyboardEvent, type RefObject, useState } from 'react'

const pageRows = 12

function target(key: string, index: number, count: number): number | null {
  const wanted: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
    Home: 0,
    End: count - 1,
  }
  const next = wanted[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

export interface RowKeys {
  readonly active: number
  setActive(index: number): void
  onKeyDown(event: KeyboardEvent): void
}

export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  scrollTo: ((index: number) => void) | undefined,
): RowKeys {
  const [active, setActive] = useState(0)

  function focusRow(index: number) {
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-row-index="${index}"]`)
    row?.focus()
    return row !== null && row !== undefined
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row-index]')
    const isOnRow = row !== null && row === event.target
    if (!isOnRow || event.altKey || event.ctrlKey || event.metaKey) return
    const next = target(event.key, Number(row.dataset.rowIndex), count)
    if (next === null) return
    event.preventDefault()
    setActive(next)
    scrollTo?.(next)
    // A virtual row may have to be rendered first.
    if (!focusRow(next)) requestAnimationFrame(() => requestAnimationFrame(() => focusRow(next)))
  }

  return { active, setActive, onKeyDown }
}
