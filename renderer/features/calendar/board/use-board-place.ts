/** Where one is on the board. */
import { useCallback, useState } from 'react'
import type { ViewProps } from '../view-props.ts'

export interface BoardPlace {
  /** Null: nowhere yet. */
  readonly id: number | null
  /** Counts up whenever the card is to take the focus, in whichever column it is then. */
  readonly focusRequests: number
  show(id: number): void
}

export function useBoardPlace(shown: ViewProps['shown']): BoardPlace {
  const [{ id, focusRequests }, setPlace] = useState({ id: shown.variantId, focusRequests: 0 })
  const show = useCallback(
    (next: number) => setPlace(({ focusRequests: before }) => ({ id: next, focusRequests: before + 1 })),
    [],
  )
  return { id, focusRequests, show }
}
