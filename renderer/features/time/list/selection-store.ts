/** Which entries are chosen. Kept while the window is open: going away and coming back finds them chosen. */
import { useCallback, useMemo } from 'react'
import { create } from 'zustand'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { MAX_SELECTED } from './use-entries.ts'

interface SelectionStore {
  readonly ids: ReadonlySet<number>
  /** Where a range begins. */
  readonly anchor: number | null
}

export const useSelectionStore = create<SelectionStore>()(() => ({ ids: new Set(), anchor: null }))
const { setState, getState } = useSelectionStore

function choose(ids: Iterable<number>, anchor: number | null): void {
  setState({ ids: new Set(ids), anchor })
}

export interface EntrySelection {
  /** In the order of the list, as long as it shows them; no more than one command changes. */
  readonly chosen: readonly TimeEntry[]
  isChosen(entry: TimeEntry): boolean
  toggle(entry: TimeEntry): void
  /** From the entry chosen last to this one. */
  extendTo(entry: TimeEntry): void
  add(entries: readonly TimeEntry[]): void
  clear(): void
}

export function useEntrySelection(rows: readonly TimeEntry[]): EntrySelection {
  const ids = useSelectionStore((state) => state.ids)
  const isChosen = useCallback((entry: TimeEntry) => ids.has(entry.id), [ids])
  const toggle = useCallback((entry: TimeEntry) => {
    choose(new Set(getState().ids).symmetricDifference(new Set([entry.id])), entry.id)
  }, [])
  const add = useCallback((entries: readonly TimeEntry[]) => {
    choose([...getState().ids, ...entries.map(({ id }) => id)], entries.at(-1)?.id ?? getState().anchor)
  }, [])
  const extendTo = useCallback(
    (entry: TimeEntry) => {
      const { anchor, ids: before } = getState()
      const from = rows.findIndex(({ id }) => id === anchor)
      const to = rows.findIndex(({ id }) => id === entry.id)
      const range = from === -1 ? [entry] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
      choose([...before, ...range.map(({ id }) => id)], from === -1 ? entry.id : anchor)
    },
    [rows],
  )
  const clear = useCallback(() => choose([], null), [])
  const chosen = useMemo(() => rows.filter(isChosen).slice(0, MAX_SELECTED), [rows, isChosen])
  return { chosen, isChosen, toggle, extendTo, add, clear }
}
