/** The timer on a conversation: the one that runs anyway, with this conversation as what it is for. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { RunningEntry } from '../../../../shared/contract/time-entries.ts'
import { api, client } from '../../../lib/api.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { useChange } from '../../../lib/use-change.ts'

export interface ConversationTimer {
  /** One's own timer, where it runs for this conversation. */
  readonly running: RunningEntry | null
  readonly isBusy: boolean
  readonly error: DescribedError | null
  /** Starts it, in place of another that runs, or ends it. */
  toggle(): void
}

export function useConversationTimer(detail: ConversationDetail): ConversationTimer {
  const { t } = useTranslation('conversation')
  const state = useQuery(api.time.running.queryOptions()).data
  const change = useChange()
  const { id, channelId, clientId, departmentId } = detail
  const own = state?.entries.find(({ entry }) => entry.personId === state.selfPersonId)
  const isHere = own?.entry.targets.some(({ conversationId }) => conversationId === id) ?? false

  async function start() {
    const work = {
      activity: 'dialogue' as const,
      channelId,
      campaignId: null,
      clientId,
      projectId: null,
      departmentId,
      targets: [{ postId: null, conversationId: id, weight: 1 }],
      note: '',
      scope: 'social' as const,
      isBillable: false,
    }
    await change.run((commandId) => client.time.start({ commandId, personId: null, at: null, work }), t('done.started'))
  }

  async function stop(entryId: number) {
    await change.run((commandId) => client.time.stop({ commandId, id: entryId, at: null }), t('done.stopped'))
  }

  return {
    running: isHere && own ? own : null,
    isBusy: change.isRunning || state === undefined,
    error: change.error,
    toggle: () => void (isHere && own ? stop(own.entry.id) : start()),
  }
}
