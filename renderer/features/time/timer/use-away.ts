import type { RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { useTimerStore } from './timer-store.ts'

/** Below this nothing is worth a question. */
const MIN_AWAY_MS = 1_000

export interface Away {
  readonly since: number
  /** Null: up to now; the app was closed meanwhile. */
  readonly until: number | null
  readonly kind: 'leftRunning' | 'idle' | 'suspend' | 'lock'
}

/** The time at a running entry somebody must answer for; null: none. */
export function useAway({ entry, lastSeenAt }: RunningEntry): Away | null {
  const absences = useTimerStore((state) => state.absences)
  if (lastSeenAt !== null) return { since: lastSeenAt, until: null, kind: 'leftRunning' }
  for (const { since, until, reason } of absences) {
    const start = Math.max(since, entry.startedAt)
    if (until - start >= MIN_AWAY_MS) return { since: start, until, kind: reason }
  }
  return null
}
