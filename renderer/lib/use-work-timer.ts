/** One's own timer on one thing: the one that runs anyway, with this as what it is for. */
import { useQuery } from '@tanstack/react-query'
import type { RunningEntry, Work } from '../../shared/contract/time-entries.ts'
import { api, client } from './api.ts'
import type { DescribedError } from './errors.ts'
import { useChange } from './use-change.ts'

export interface WorkTimer {
  /** One's own timer, where it runs for this. */
  readonly running: RunningEntry | null
  readonly isBusy: boolean
  readonly error: DescribedError | null
  /** Starts it, in place of another that runs, or ends it. */
  toggle(): void
}

export interface TimedWork {
  /** Whether an entry is work on this. */
  isHere(entry: RunningEntry['entry']): boolean
  readonly work: Work
  /** For the toasts. */
  readonly texts: { readonly started: string; readonly stopped: string }
}

export function useWorkTimer({ isHere, work, texts }: TimedWork): WorkTimer {
  const state = useQuery(api.time.running.queryOptions()).data
  const change = useChange()
  const own = state?.entries.find(({ entry }) => entry.personId === state.selfPersonId)
  const running = own && isHere(own.entry) ? own : null

  async function start() {
    await change.run((commandId) => client.time.start({ commandId, personId: null, at: null, work }), texts.started)
  }

  async function stop(id: number) {
    await change.run((commandId) => client.time.stop({ commandId, id, at: null }), texts.stopped)
  }

  return {
    running,
    isBusy: change.isRunning || state === undefined,
    error: change.error,
    toggle: () => void (running ? stop(running.entry.id) : start()),
  }
}
