/** One second hand for the whole window, which rests while nobody looks at it or needs it. */
import { useSyncExternalStore } from 'react'

const SECOND_MS = 1000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let now = Date.now()

/** What has passed is read from the clock, never counted: a late tick shows the right time. */
function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
  schedule()
}

function schedule() {
  clearTimeout(timer)
  timer = undefined
  if (listeners.size === 0 || document.visibilityState === 'hidden') return
  timer = setTimeout(tick, SECOND_MS - (Date.now() % SECOND_MS))
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', tick)
  listeners.add(listener)
  now = Date.now()
  schedule()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) document.removeEventListener('visibilitychange', tick)
    schedule()
  }
}

/** Milliseconds since the epoch, anew every second. */
export function useClock(): number {
  return useSyncExternalStore(subscribe, () => now)
}
