/** The timer on a conversation. */
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { useWorkTimer, type WorkTimer } from '../../../lib/use-work-timer.ts'

export type ConversationTimer = WorkTimer

export function useConversationTimer(detail: ConversationDetail): ConversationTimer {
  const { t } = useTranslation('conversation')
  const { id, channelId, clientId, departmentId } = detail
  return useWorkTimer({
    isHere: ({ targets }) => targets.some(({ conversationId }) => conversationId === id),
    work: {
      activity: 'dialogue',
      channelId,
      campaignId: null,
      clientId,
      projectId: null,
      departmentId,
      targets: [{ postId: null, conversationId: id, weight: 1 }],
      note: '',
      scope: 'social',
      isBillable: false,
    },
    texts: { started: t('done.started'), stopped: t('done.stopped') },
  })
}
