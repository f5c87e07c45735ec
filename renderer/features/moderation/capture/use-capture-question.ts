/** What is being noted, as it is understood at this moment. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Recognition } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { api } from '../../../lib/api.ts'
import { useNow } from '../../../lib/use-now.ts'
import { type CaptureDraft, type Settled, settleDraft, type Usual } from './capture-draft.ts'
import { useCapture } from './capture-store.ts'
import { readReceived, type ReceivedProblem } from './received.ts'
import { useRecognition } from './use-recognition.ts'

export interface CaptureQuestion {
  readonly draft: CaptureDraft
  readonly found: Recognition | null
  readonly isCurrent: boolean
  readonly settled: Settled
  readonly usual: Usual
  /** When it came in, or what is wrong with that. */
  readonly receivedAt: Instant | ReceivedProblem
  readonly now: Instant
  readonly timeZone: string
}

export function useCaptureQuestion(): CaptureQuestion {
  const draft = useCapture((state) => state.draft)
  const usual = useUsual()
  const now = useNow()
  const timeZone = useTimeZone()
  const receivedAt = readReceived(draft.received, { now, timeZone })
  const { found, isCurrent } = useRecognition(draft, usual, typeof receivedAt === 'number' ? receivedAt : now)
  const settled = settleDraft(draft, found, usual)
  return { draft, found, isCurrent, settled, usual, receivedAt, now, timeZone }
}

export function useTimeZone(): string {
  return useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone ?? 'UTC'
}

/** In a row, what the one before had; else the only channel there is. */
function useUsual(): Usual {
  const before = useCapture((state) => state.before)
  const channels = useQuery(api.settings.channels.queryOptions()).data
  return useMemo(() => {
    const active = (channels ?? []).filter(({ isArchived }) => !isArchived)
    const only = active.length === 1 ? (active[0]?.id ?? null) : null
    return { channelId: before?.channelId ?? only, kind: before?.kind ?? 'comment' }
  }, [before, channels])
}
