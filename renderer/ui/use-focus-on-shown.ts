/** The focus of a list whose rows come and go: rows bear their place as `data-row-index`. */
import { useEffect, useRef } from 'react'

interface ShownRow {
  /** Null: none is. */
  readonly id: number | null
  /** Its place in the list; −1: it is not in it. */
  readonly index: number
}

/** Where the focus is in the list, or nowhere since what had it has gone with the one before, it goes along; when it is asked for, always. */
export function useFocusOnShown(
  scroller: { readonly current: HTMLElement | null },
  { id, index }: ShownRow,
  requests: number,
  scrollTo: ((index: number) => void) | null,
): void {
  const latestScroll = useRef(scrollTo)
  const answered = useRef(requests)
  const isInside = useFocusWithin(scroller)
  const before = useRef<number | null>(null)
  useEffect(() => {
    latestScroll.current = scrollTo
  })
  useEffect(() => {
    const list = scroller.current
    if (!list || index === -1) return
    const find = () => list.querySelector<HTMLElement>(`[data-row-index="${index}"]`)
    const isAsked = answered.current !== requests
    answered.current = requests
    const { activeElement } = document
    const isLost = activeElement === null || activeElement === document.body
    const isSuccessor = before.current !== null && before.current !== id
    before.current = id
    const isHere = list.contains(activeElement) || (isLost && (isInside.current || isSuccessor))
    latestScroll.current?.(index)
    const settle = () => {
      const row = find()
      row?.scrollIntoView({ block: 'nearest' })
      // Whoever began to write meanwhile goes on.
      const focused = document.activeElement
      const isFree = focused === activeElement || focused === document.body || list.contains(focused)
      if ((isAsked || isHere) && isFree) row?.focus({ preventScroll: true })
    }
    // One that is far away has to be drawn first.
    if (find()) settle()
    else requestAnimationFrame(() => requestAnimationFrame(settle))
  }, [id, index, requests, scroller, isInside])
}

/** Stays true when the row that had the focus is taken away: browsers then tell nobody. */
function useFocusWithin(scroller: { readonly current: HTMLElement | null }): { readonly current: boolean } {
  const isInside = useRef(false)
  useEffect(() => {
    const list = scroller.current
    const controller = new AbortController()
    const { signal } = controller
    list?.addEventListener('focusin', () => (isInside.current = true), { signal })
    list?.addEventListener('focusout', () => (isInside.current = false), { signal })
    return () => controller.abort()
  }, [scroller])
  return isInside
}
