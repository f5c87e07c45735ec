/** Everything that can be done with one conversation, for its menu, its keys and the palette. */
import {
  ArrowUpRight,
  Ban,
  CircleCheck,
  Clock,
  Copy,
  Eraser,
  Flag,
  Lock,
  LockOpen,
  type LucideIcon,
  MessageSquareReply,
  Paperclip,
  Pencil,
  PencilLine,
  Play,
  RotateCcw,
  Send,
  Smile,
  Square,
  StickyNote,
  Tag,
  Target,
  TimerReset,
  Trash2,
  Undo2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { type Sentiment, SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { client } from '../../../lib/api.ts'
import { useRevenueForms } from '../../../lib/revenue-forms.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { CONVERSATION_KEYS, type ConversationKey } from '../conversation-keys.ts'
import { useSnoozing } from '../snooze/snooze-store.ts'
import { type ConversationDialog, useConversationDialogs } from './dialog-store.ts'
import { chooseEvidence, focusTopics, openPriority } from './focus.ts'
import { leadStartOf } from './lead-start.ts'
import { replyTextOf } from './reply-drafts.ts'
import { startReply } from './start-reply.ts'
import type { Answering } from './use-answering.ts'
import type { ConversationTimer } from './use-conversation-timer.ts'

export const ACTION_GROUPS = ['answer', 'turn', 'mark', 'more', 'keep'] as const
export type ActionGroup = (typeof ACTION_GROUPS)[number]

export interface ConversationAction {
  readonly id: string
  readonly title: string
  readonly group: ActionGroup
  readonly icon: LucideIcon
  readonly shortcut?: string
  /** Not possible as the conversation stands. */
  readonly isDisabled?: boolean
  /** It leads to a field: what is typed after its key belongs there. */
  readonly opensField?: boolean
  readonly isDangerous?: boolean
  run(): void
}

const shortcut = (key: ConversationKey) => ({ shortcut: CONVERSATION_KEYS[key] })
const MOOD_KEYS = {
  positive: 'moodPositive',
  neutral: 'moodNeutral',
  negative: 'moodNegative',
  angry: 'moodAngry',
} as const satisfies Record<Sentiment, ConversationKey>

/** All of them, whether possible or not: a menu shows what there is. */
export function useConversationActions(
  detail: ConversationDetail,
  answering: Answering,
  timer: ConversationTimer,
): readonly ConversationAction[] {
  const answers = useAnswerActions(detail, answering)
  const turns = useTurnActions(detail)
  const ends = useEndActions(detail)
  const marks = useMarkActions(detail)
  const others = useOtherActions(detail, timer)
  const keeping = useKeepingActions(detail)
  return [...answers, ...turns, ...ends, ...marks, ...others, ...keeping]
}

function useAnswerActions(detail: ConversationDetail, { answer, copy, isRunning }: Answering): ConversationAction[] {
  const { t } = useTranslation('conversation')
  const isBatch = detail.batchCount !== null
  return [
    {
      id: 'reply',
      title: t('actions.reply'),
      group: 'answer',
      icon: PencilLine,
      ...shortcut('reply'),
      isDisabled: isBatch,
      opensField: true,
      run: () => startReply(detail.id),
    },
    {
      id: 'answered',
      title: t('actions.answered'),
      group: 'answer',
      icon: Send,
      ...shortcut('answered'),
      isDisabled: isBatch || isRunning,
      run: () => void answer('done', true),
    },
    { id: 'copy', title: t('actions.copy'), group: 'answer', icon: Copy, isDisabled: isBatch, run: () => void copy() },
    {
      id: 'answeredPlain',
      title: t('actions.answeredPlain'),
      group: 'answer',
      icon: CircleCheck,
      isDisabled: isBatch || isRunning,
      run: () => void answer('done', false),
    },
    {
      id: 'answeredOpen',
      title: t('actions.answeredOpen'),
      group: 'answer',
      icon: MessageSquareReply,
      isDisabled: isBatch || isRunning,
      run: () => void answer('stay', true),
    },
    {
      id: 'wait',
      title: t('actions.wait'),
      group: 'answer',
      icon: Clock,
      ...shortcut('wait'),
      isDisabled: isBatch || isRunning || (detail.status === 'done' && replyTextOf(detail).trim() === ''),
      run: () => void answer('wait', true),
    },
  ]
}

/** Opens one of the dialogs of this conversation. */
function useDialogs({ id }: ConversationDetail): (dialog: ConversationDialog) => () => void {
  const show = useConversationDialogs((state) => state.show)
  return (dialog) => () => show(dialog, id)
}

function useTurnActions(detail: ConversationDetail): ConversationAction[] {
  const { t } = useTranslation('conversation')
  const now = useNow()
  const dialog = useDialogs(detail)
  const ask = useSnoozing((state) => state.ask)
  const { id, status, snoozedUntil, handedTo } = detail
  const wake = useCommand(client.moderation.snooze, { done: t('done.woken') })
  const isDone = status === 'done'
  const isPutOff = snoozedUntil !== null && snoozedUntil > now
  return [
    {
      id: 'snooze',
      title: t('actions.snooze'),
      group: 'turn',
      icon: TimerReset,
      ...shortcut('snooze'),
      isDisabled: isDone,
      run: () => ask([id]),
    },
    {
      id: 'wake',
      title: t('actions.wake'),
      group: 'turn',
      icon: RotateCcw,
      isDisabled: !isPutOff,
      run: () => void wake.run({ id, until: null }),
    },
    {
      id: 'handOver',
      title: t('actions.handOver'),
      group: 'turn',
      icon: ArrowUpRight,
      ...shortcut('handOver'),
      isDisabled: isDone,
      opensField: true,
      run: dialog('handOver'),
    },
    {
      id: 'returned',
      title: t('actions.returned'),
      group: 'turn',
      icon: Undo2,
      ...shortcut('returnHandover'),
      isDisabled: handedTo === null,
      opensField: true,
      run: dialog('returned'),
    },
  ]
}

/** What ends it, and what begins it again. */
function useEndActions(detail: ConversationDetail): ConversationAction[] {
  const { t } = useTranslation('conversation')
  const dialog = useDialogs(detail)
  const { id, status, firstAnsweredAt, batchCount } = detail
  const resolve = useCommand(client.moderation.resolve, { done: t('done.resolved') })
  const reopen = useCommand(client.moderation.reopen, { done: t('done.reopened') })
  const isBatch = batchCount !== null
  return [
    {
      id: 'done',
      title: t(firstAnsweredAt === null ? 'actions.doneUnanswered' : 'actions.done'),
      group: 'turn',
      icon: CircleCheck,
      ...shortcut('done'),
      isDisabled: status === 'done' || resolve.isRunning,
      run: () => void resolve.run({ id }),
    },
    {
      id: 'reopen',
      title: t('actions.reopen'),
      group: 'turn',
      icon: RotateCcw,
      ...shortcut('reopen'),
      isDisabled: isBatch || status === 'open',
      run: () => void reopen.run({ id }),
    },
    {
      id: 'wroteAgain',
      title: t('actions.wroteAgain'),
      group: 'turn',
      icon: MessageSquareReply,
      ...shortcut('wroteAgain'),
      isDisabled: isBatch,
      opensField: true,
      run: dialog('wroteAgain'),
    },
  ]
}

function useMarkActions({ id, sentiment, isSentimentOwn }: ConversationDetail): ConversationAction[] {
  const { t } = useTranslation('conversation')
  const names = conversationNames(useFormat().language)
  const feel = useCommand(client.moderation.setSentiment, { done: t('done.sentiment') })
  return [
    {
      id: 'topics',
      title: t('actions.topics'),
      group: 'mark',
      icon: Tag,
      ...shortcut('topics'),
      opensField: true,
      run: focusTopics,
    },
    ...SENTIMENTS.map((value): ConversationAction => ({
      id: `mood.${value}`,
      title: t('actions.mood', { name: names.sentiments[value] }),
      group: 'mark',
      icon: Smile,
      ...shortcut(MOOD_KEYS[value]),
      isDisabled: sentiment === value && isSentimentOwn,
      run: () => void feel.run({ id, sentiment: value }),
    })),
    {
      id: 'priority',
      title: t('actions.priority'),
      group: 'mark',
      icon: Flag,
      ...shortcut('priority'),
      run: openPriority,
    },
  ]
}

function useOtherActions(detail: ConversationDetail, timer: ConversationTimer): ConversationAction[] {
  const { t } = useTranslation('conversation')
  const dialog = useDialogs(detail)
  const show = useRevenueForms((state) => state.show)
  return [
    {
      id: 'note',
      title: t('actions.note'),
      group: 'more',
      icon: StickyNote,
      ...shortcut('note'),
      opensField: true,
      run: dialog('note'),
    },
    {
      id: 'lead',
      title: t('actions.lead'),
      group: 'more',
      icon: Target,
      ...shortcut('lead'),
      opensField: true,
      run: () => show({ kind: 'lead', lead: null, start: leadStartOf(detail) }),
    },
    {
      id: 'timer',
      title: t(timer.running ? 'actions.stopTimer' : 'actions.startTimer'),
      group: 'more',
      icon: timer.running ? Square : Play,
      isDisabled: timer.isBusy,
      run: timer.toggle,
    },
    { id: 'evidence', title: t('actions.evidence'), group: 'more', icon: Paperclip, run: chooseEvidence },
    { id: 'measure', title: t('actions.measure'), group: 'more', icon: Ban, run: dialog('measure') },
    {
      id: 'edit',
      title: t('actions.edit'),
      group: 'more',
      icon: Pencil,
      ...shortcut('edit'),
      run: dialog('edit'),
    },
  ]
}

/** How long its text stays: beyond its time, no longer, or not at all. */
function useKeepingActions(detail: ConversationDetail): ConversationAction[] {
  const { t } = useTranslation('conversation')
  const dialog = useDialogs(detail)
  const release = useCommand(client.moderation.release, { done: t('done.released') })
  const remove = useCommand(client.moderation.remove, { done: t('done.removed') })
  const { id, holdReason, erasedAt } = detail
  return [
    {
      id: 'hold',
      title: t('actions.hold'),
      group: 'keep',
      icon: Lock,
      isDisabled: erasedAt !== null || holdReason !== null,
      opensField: true,
      run: dialog('hold'),
    },
    {
      id: 'release',
      title: t('actions.release'),
      group: 'keep',
      icon: LockOpen,
      isDisabled: holdReason === null,
      run: () => void release.run({ id }),
    },
    {
      id: 'erase',
      title: t('actions.erase'),
      group: 'keep',
      icon: Eraser,
      isDangerous: true,
      isDisabled: !holdsWords(detail),
      run: dialog('erase'),
    },
    {
      id: 'remove',
      title: t('actions.remove'),
      group: 'keep',
      icon: Trash2,
      isDangerous: true,
      run: () => void remove.run({ id }),
    },
  ]
}

/** Whether there is anything to erase: also what was noted after an erasure. */
function holdsWords({ erasedAt, batchCount, draft, evidence, timeline }: ConversationDetail): boolean {
  const isWritten = draft !== '' || evidence.length > 0 || timeline.some(({ text }) => text !== null)
  return isWritten || (erasedAt === null && batchCount === null)
}
