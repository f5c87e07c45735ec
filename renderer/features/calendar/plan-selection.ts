/** Which variants are chosen for something that is done to all of them; one choice for all views. */
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { PlanRow } from '../../../shared/contract/calendar-fields.ts'
import { forgetWithLedger } from '../../lib/ledger-memory.ts'
import { createRowSelection, type RowSelection } from '../../lib/row-selection.ts'

/** As many as one command changes. */
export const MAX_CHOSEN = 500

const NOTHING: readonly PlanRow[] = []
const useSelection = createRowSelection<PlanRow>(MAX_CHOSEN)

/** What the view that is open shows and has chosen: the bar under it is the same for all views. */
const useChosenStore = create<{ readonly chosen: readonly PlanRow[] }>()(() => ({ chosen: NOTHING }))
forgetWithLedger(useChosenStore)

/** For the view, with all the rows it shows: what of them is chosen is what the bar acts on. For a row alone, without rows: whether it is chosen. */
export function usePlanSelection(rows: readonly PlanRow[]): RowSelection<PlanRow> {
  const selection = useSelection(rows)
  const { chosen } = selection
  const isView = useRef(false)
  const hasRows = rows.length > 0
  useEffect(() => {
    if (hasRows) isView.current = true
    if (isView.current) useChosenStore.setState({ chosen })
  }, [chosen, hasRows])
  useEffect(
    () => () => {
      if (isView.current) useChosenStore.setState({ chosen: NOTHING })
    },
    [],
  )
  return selection
}

/** For what acts on them, outside of the view. */
export function useChosen(): Pick<RowSelection<PlanRow>, 'chosen' | 'clear'> {
  const chosen = useChosenStore((state) => state.chosen)
  const { clear } = useSelection(NOTHING)
  return { chosen, clear }
}
