import { useQuery } from '@tanstack/react-query'
import type { RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'
import { api } from '../../../lib/api.ts'
import { queryClient } from '../../../lib/query-client.ts'

export interface Running {
  readonly selfPersonId: number | null
  /** One's own; null: none runs, or nobody said who oneself is. */
  readonly own: RunningEntry | null
  readonly others: readonly RunningEntry[]
}

/** Undefined until it is known. */
export function useRunning(): Running | undefined {
  const { data } = useQuery(api.time.running.queryOptions())
  return data && runningOf(data)
}

interface Answer {
  readonly selfPersonId: number | null
  readonly entries: readonly RunningEntry[]
}

function runningOf({ selfPersonId, entries }: Answer): Running {
  const own = entries.find(({ entry }) => entry.personId === selfPersonId) ?? null
  return { selfPersonId, own, others: entries.filter((each) => each !== own) }
}

/** What runs now, for a key: what the screen knows may be of before the last switch. */
export async function readRunning(): Promise<Running> {
  return runningOf(await queryClient.fetchQuery({ ...api.time.running.queryOptions(), staleTime: 0 }))
}

/** Whole seconds since it was started; a clock that was put back shows none. */
export function elapsedSeconds({ entry }: RunningEntry, now: number): number {
  return Math.max(0, Math.floor((now - entry.startedAt) / 1000))
}

/** What it has cost so far; null without a rate. */
export function runningCents(running: RunningEntry, now: number): number | null {
  const { centsPerHour } = running
  return centsPerHour === null ? null : labourCents(elapsedSeconds(running, now), centsPerHour)
}
