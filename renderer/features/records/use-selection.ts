/** Which rows of a list are chosen: by their key, and only as long as the list shows them. */
import { useCallback, useMemo, useState } from 'react'

export interface Selection<Row> {
  readonly chosen: readonly Row[]
  isChosen(row: Row): boolean
  toggle(row: Row): void
  add(rows: readonly Row[]): void
  clear(): void
}

export function useSelection<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Selection<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const isChosen = useCallback((row: Row) => keys.has(keyOf(row)), [keys, keyOf])
  const toggle = useCallback(
    (row: Row) => setKeys((before) => new Set(before).symmetricDifference(new Set([keyOf(row)]))),
    [keyOf],
  )
  const add = useCallback(
    (added: readonly Row[]) => setKeys((before) => new Set([...before, ...added.map(keyOf)])),
    [keyOf],
  )
  const clear = useCallback(() => setKeys(new Set()), [])
  const chosen = useMemo(() => rows.filter(isChosen), [rows, isChosen])
  return { chosen, isChosen, toggle, add, clear }
}
