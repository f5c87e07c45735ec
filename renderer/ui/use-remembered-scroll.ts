/** Coming back to a list or a screen finds it scrolled as it was left, for as long as the window is open. */
import { type RefObject, useEffect } from 'react'

const positions = new Map<string, number>()
/** Content that comes later than this is new to the person anyway. */
const patienceMs = 1_500

export function useRememberedScroll(key: string | null, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element || key === null) return
    const wanted = positions.get(key) ?? 0
    const isRestored = () => {
      if (element.scrollHeight - element.clientHeight < wanted) return false
      element.scrollTo({ top: wanted })
      return true
    }
    const remember = () => positions.set(key, element.scrollTop)
    const stopWaiting = isRestored() ? null : waitForContent(element, isRestored)
    element.addEventListener('scroll', remember, { passive: true })
    return () => {
      stopWaiting?.()
      element.removeEventListener('scroll', remember)
    }
  }, [key, scroller])
}

/** A screen that is loaded when it is needed is not there yet when the address changes. Gives up once the person scrolls. */
function waitForContent(element: HTMLElement, isRestored: () => boolean): () => void {
  const observer = new MutationObserver(() => {
    if (isRestored()) stop()
  })
  const timer = setTimeout(stop, patienceMs)
  function stop() {
    observer.disconnect()
    clearTimeout(timer)
    element.removeEventListener('wheel', stop)
    element.removeEventListener('keydown', stop)
  }
  observer.observe(element, { childList: true, subtree: true })
  element.addEventListener('wheel', stop, { passive: true })
  element.addEventListener('keydown', stop)
  return stop
}
