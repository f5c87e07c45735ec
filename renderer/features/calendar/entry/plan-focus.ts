/** Where one is in month and week: kept while the view is drawn anew, so that what was moved keeps the focus. */
import { type RefObject, useEffect, useRef } from 'react'
import { create } from 'zustand'
import { type Day, isDay } from '../../../../shared/domain/day.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'
import type { Spot } from './grid-steps.ts'
import type { RangeData } from './use-range.ts'

interface FocusStore {
  /** Null: nobody was here yet. */
  readonly spot: Spot | null
  /** Counts up when the spot shall take the focus, also where it is drawn anew elsewhere. */
  readonly requests: number
  /** A new post that takes the focus once it is there. */
  readonly awaitedPost: number | null
  note(spot: Spot): void
  go(spot: Spot): void
  awaitPost(postId: number): void
}

export const usePlanFocus = create<FocusStore>()((set) => ({
  spot: null,
  requests: 0,
  awaitedPost: null,
  note: (spot) => set({ spot }),
  go: (spot) => set(({ requests }) => ({ spot, requests: requests + 1, awaitedPost: null })),
  awaitPost: (awaitedPost) => set({ awaitedPost }),
}))
forgetWithLedger(usePlanFocus)

/** The spot an element of the grid is. */
export function spotOf(element: Element): Spot | null {
  const day = element.closest<HTMLElement>('[data-cell]')?.dataset.cell
  const id = element.closest<HTMLElement>('[data-entry]')?.dataset.entry
  return day !== undefined && isDay(day) ? { day, id: id === undefined ? null : Number(id) } : null
}

/** What Tab comes to: where one was, else what is shown beside, else today, else the first of the days meant. */
export function tabStopOf(
  { byDay, rows }: RangeData,
  spot: Spot | null,
  wanted: { readonly days: readonly Day[]; readonly shownId: number | undefined; readonly otherwise: Day },
): Spot {
  if (spot !== null && wanted.days.includes(spot.day)) {
    const isThere = byDay.get(spot.day)?.some(({ id }) => id === spot.id) === true
    return { day: spot.day, id: isThere ? spot.id : null }
  }
  const shown = rows.find(({ id }) => id === wanted.shownId)
  if (shown?.day && wanted.days.includes(shown.day)) return { day: shown.day, id: shown.id }
  return { day: wanted.otherwise, id: null }
}

/** Puts the focus where it was asked for, and back where what had it was drawn anew. */
export function useSpotFocus(root: RefObject<HTMLElement | null>, data: RangeData, days: readonly Day[]): void {
  const { spot, requests, awaitedPost } = usePlanFocus()
  const answered = useRef(usePlanFocus.getState().requests)
  const hasFocus = useRef(false)
  useEffect(() => {
    const element = root.current
    if (!element) return
    const note = ({ target }: FocusEvent) => {
      const found = target instanceof Element ? spotOf(target) : null
      hasFocus.current = found !== null
      if (found !== null) usePlanFocus.getState().note(found)
    }
    const forget = ({ target }: FocusEvent) => {
      // What is drawn anew elsewhere loses the focus too, and is gone a moment later.
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected && document.activeElement !== target) hasFocus.current = false
      })
    }
    element.addEventListener('focusin', note)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', note)
      element.removeEventListener('focusout', forget)
    }
  }, [root])
  useEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body
    if (spot === null || (requests === answered.current && !isLost)) return
    const cell = root.current?.querySelector<HTMLElement>(`[data-day="${spot.day}"]`)
    const element = spot.id === null ? cell : root.current?.querySelector<HTMLElement>(`[data-entry="${spot.id}"]`)
    if (!element) return
    answered.current = requests
    // A column of hours is higher than the window: it must not be scrolled to its midnight.
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [root, spot, requests, data, days])
  useEffect(() => {
    const row = awaitedPost === null ? undefined : data.rows.find(({ postId }) => postId === awaitedPost)
    if (row?.day) usePlanFocus.getState().go({ day: row.day, id: row.id })
  }, [awaitedPost, data])
}
