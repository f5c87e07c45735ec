/** Which rows of a list are chosen for something that is done to all of them. */
import { useCallback, useMemo } from 'react'
import { create } from 'zustand'
import { forgetWithLedger } from './ledger-memory.ts'

interface Numbered {
  readonly id: number
}

interface SelectionStore {
  readonly ids: ReadonlySet<number>
  /** Where a range begins. */
  readonly anchor: number | null
}

export interface RowSelection<Row extends Numbered> {
  /** In the order of the list, as long as it shows them; no more than one command changes. */
  readonly chosen: readonly Row[]
  isChosen(row: Row): boolean
  toggle(row: Row): void
  /** From the row chosen last to this one. */
  extendTo(row: Row): void
  add(rows: readonly Row[]): void
  clear(): void
}

/** A list's choice, kept while the window is open: going away and coming back finds it. `most`: as many as one command changes. */
export function createRowSelection<Row extends Numbered>(most: number): (rows: readonly Row[]) => RowSelection<Row> {
  const useStore = create<SelectionStore>()(() => ({ ids: new Set(), anchor: null }))
  forgetWithLedger(useStore)
  const { setState, getState } = useStore
  const choose = (ids: Iterable<number>, anchor: number | null) => setState({ ids: new Set(ids), anchor })
  const toggle = (row: Row) => choose(new Set(getState().ids).symmetricDifference(new Set([row.id])), row.id)
  const add = (rows: readonly Row[]) =>
    choose([...getState().ids, ...rows.map(({ id }) => id)], rows.at(-1)?.id ?? getState().anchor)
  const clear = () => choose([], null)

  return function useRowSelection(rows) {
    const ids = useStore((state) => state.ids)
    const isChosen = useCallback((row: Row) => ids.has(row.id), [ids])
    const extendTo = useCallback(
      (row: Row) => {
        const { anchor, ids: before } = getState()
        const from = rows.findIndex(({ id }) => id === anchor)
        const to = rows.findIndex(({ id }) => id === row.id)
        const range = from === -1 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
        choose([...before, ...range.map(({ id }) => id)], from === -1 ? row.id : anchor)
      },
      [rows],
    )
    const chosen = useMemo(() => rows.filter(isChosen).slice(0, most), [rows, isChosen])
    return { chosen, isChosen, toggle, extendTo, add, clear }
  }
}
