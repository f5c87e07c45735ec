/** A second press, before the first has shown that it is at work, does nothing. */
import { useRef } from 'react'

/** Runs what it is given, unless it is still running; then it answers null. */
export function useOneAtATime() {
  const isRunning = useRef(false)
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
    if (isRunning.current) return null
    isRunning.current = true
    try {
      return await work()
    } finally {
      isRunning.current = false
    }
  }
}
