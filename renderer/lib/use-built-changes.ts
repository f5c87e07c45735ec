/** Changes of one value in several places, faster than the ledger answers: each builds on the one before it, and none takes another back. */
import { useEffect, useRef } from 'react'

export function useBuiltChanges<Value>(stored: Value) {
  const known = useRef(stored)
  const latest = useRef(stored)
  const running = useRef(0)
  useEffect(() => {
    known.current = stored
    if (running.current === 0) latest.current = stored
  }, [stored])

  /** Sends the value as it is with the change; answers whether it was saved. */
  return async (change: (before: Value) => Value, send: (next: Value) => Promise<boolean>): Promise<boolean> => {
    const next = change(latest.current)
    latest.current = next
    running.current += 1
    let isSaved = false
    try {
      isSaved = await send(next)
    } finally {
      running.current -= 1
      if (running.current === 0 && !isSaved) latest.current = known.current
    }
    return isSaved
  }
}
