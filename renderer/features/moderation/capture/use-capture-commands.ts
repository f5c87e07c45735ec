import { Layers, MessageSquarePlus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { useBatch } from './batch-store.ts'
import { useCapture } from './capture-store.ts'

export const CAPTURE_KEY = 'g'

/** G notes a conversation from anywhere. */
export function useCaptureCommands(): void {
  const { t } = useTranslation(['capture', 'moderation'])
  useAppCommands(
    useMemo((): AppCommand[] => {
      const { show } = useCapture.getState()
      return [
        {
          id: 'moderation.capture',
          title: t('command'),
          group: t('moderation:title'),
          icon: MessageSquarePlus,
          shortcut: CAPTURE_KEY,
          opensField: true,
          keywords: ['kommentar', 'bewertung', 'nachricht', 'erwähnung', 'comment', 'review', 'message', 'mention'],
          quickActionText: t('quick'),
          run: show,
        },
        {
          id: 'moderation.captureBatch',
          title: t('batch.command'),
          group: t('moderation:title'),
          icon: Layers,
          opensField: true,
          keywords: ['mehrere', 'kommentare', 'batch', 'several', 'comments'],
          run: useBatch.getState().show,
        },
      ]
    }, [t]),
  )
}
