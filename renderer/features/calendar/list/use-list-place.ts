/** Where one is in the list. Arrows move; what is shown beside, if something is, follows once they rest. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { ViewProps } from '../view-props.ts'

/** Browsers slow down pages that write the address with every repeated key. */
const PAUSE_MS = 150

export interface ListPlace {
  /** Null: nowhere yet. */
  readonly id: number | null
  /** −1: it is not in the list. */
  readonly index: number
  /** Counts up whenever the list is to take the focus. */
  readonly focusRequests: number
  show(id: number): void
  /** Shows it beside. */
  open(row: PlanRow): void
  /** To the next or a previous one; stays at the ends. */
  step(by: number): void
}

export function useListPlace(
  rows: readonly PlanRow[],
  shown: ViewProps['shown'],
  onShow: ViewProps['onShow'],
): ListPlace {
  const [id, setId] = useState(shown.variantId)
  const [focusRequests, setFocusRequests] = useState(0)
  const index = rows.findIndex((row) => row.id === id)
  const follow = useFollowing(rows, shown.postId !== null, onShow)
  const show = useCallback(
    (next: number) => {
      setId(next)
      follow(next)
    },
    [follow],
  )
  const step = useCallback(
    (by: number) => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, index === -1 ? 0 : index + by))]
      if (!next) return
      show(next.id)
      setFocusRequests((count) => count + 1)
    },
    [rows, index, show],
  )
  const open = useCallback(
    (row: PlanRow) => {
      setId(row.id)
      onShow(row)
    },
    [onShow],
  )
  return { id, index, focusRequests, show, open, step }
}

function useFollowing(rows: readonly PlanRow[], isOpen: boolean, onShow: ViewProps['onShow']) {
  const latest = useRef({ rows, isOpen, onShow })
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => {
    latest.current = { rows, isOpen, onShow }
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return useCallback((id: number) => {
    window.clearTimeout(timer.current)
    if (!latest.current.isOpen) return
    timer.current = window.setTimeout(() => {
      const row = latest.current.rows.find((candidate) => candidate.id === id)
      if (row && latest.current.isOpen) latest.current.onShow(row)
    }, PAUSE_MS)
  }, [])
}
