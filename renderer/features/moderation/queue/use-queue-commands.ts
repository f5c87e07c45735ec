/** Keys of the queue. Letters act on what is chosen while something is, else on the conversation that is shown. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ArrowUpRight, CircleCheck, Clock, Flame, Search, Tag } from 'lucide-react'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { CONVERSATION_KEYS } from '../conversation-keys.ts'
import type { BulkActions } from './use-bulk.tsx'

export interface QueueCommandTargets {
  /** How many are chosen. */
  readonly chosen: number
  readonly bulk: BulkActions
  step(by: number): void
}

export function useQueueCommands({ chosen, bulk, step }: QueueCommandTargets): void {
  useMovingCommands(step)
  useBulkCommands(chosen, bulk)
}

function useMovingCommands(step: QueueCommandTargets['step']): void {
  const { t } = useTranslation('moderation')
  const group = t('title')
  const moving = useMemo(
    (): readonly AppCommand[] => [
      { id: 'moderation.next', title: t('commands.next'), group, shortcut: CONVERSATION_KEYS.next, run: () => step(1) },
      {
        id: 'moderation.previous',
        title: t('commands.previous'),
        group,
        shortcut: CONVERSATION_KEYS.previous,
        run: () => step(-1),
      },
      {
        id: 'moderation.search',
        title: t('commands.search'),
        group,
        icon: Search,
        shortcut: CONVERSATION_KEYS.filter,
        opensField: true,
        run: () => document.querySelector<HTMLInputElement>('#queue-search input')?.focus(),
      },
    ],
    [t, group, step],
  )
  useAppCommands(moving)
}

function useBulkCommands(chosen: number, bulk: BulkActions): void {
  const { t } = useTranslation('moderation')
  const group = t('title')
  const { resolve, snooze, handOver, addTopic, toCrisis } = bulk
  const several = useMemo((): readonly AppCommand[] => {
    if (chosen === 0) return []
    return [
      {
        id: 'moderation.bulk.done',
        title: t('commands.done', { count: chosen }),
        group,
        icon: CircleCheck,
        shortcut: CONVERSATION_KEYS.done,
        run: resolve,
      },
      {
        id: 'moderation.bulk.snooze',
        title: t('commands.snooze', { count: chosen }),
        group,
        icon: Clock,
        shortcut: CONVERSATION_KEYS.snooze,
        run: snooze,
      },
      {
        id: 'moderation.bulk.handOver',
        title: t('commands.handOver', { count: chosen }),
        group,
        icon: ArrowUpRight,
        shortcut: CONVERSATION_KEYS.handOver,
        opensField: true,
        run: handOver,
      },
      {
        id: 'moderation.bulk.topic',
        title: t('commands.topic', { count: chosen }),
        group,
        icon: Tag,
        shortcut: CONVERSATION_KEYS.topics,
        opensField: true,
        run: addTopic,
      },
      {
        id: 'moderation.bulk.crisis',
        title: t('commands.crisis', { count: chosen }),
        group,
        icon: Flame,
        shortcut: CONVERSATION_KEYS.crisis,
        opensField: true,
        run: toCrisis,
      },
    ]
    // The actions are made anew with every rendering; what they act on is what is chosen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [t, group, chosen, bulk.unfinished.map(({ id }) => id).join()])
  useAppCommands(several)
}
