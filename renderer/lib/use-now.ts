import { useSyncExternalStore } from 'react'
import type { Instant } from '../../shared/domain/instant.ts'

const MINUTE_MS = 60_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: number | undefined

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
  timer = window.setTimeout(tick, MINUTE_MS - (now % MINUTE_MS))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) timer = window.setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS))
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.clearTimeout(timer)
  }
}

function read(): Instant {
  // Nobody listened for a while: the first one must not see an old time.
  if (listeners.size === 0) now = Date.now()
  return now
}

/** Now, to the minute the clock turns. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, read)
}
