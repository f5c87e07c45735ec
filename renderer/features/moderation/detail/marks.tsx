import { Angry, Annoyed, type LucideIcon, Meh, Smile } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { PRIORITIES, type Sentiment, SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import { proposeSentiment } from '../../../../shared/domain/sentiment.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { cx } from '../../../ui/class-names.ts'
import { Select } from '../../../ui/select.tsx'
import { Tooltip } from '../../../ui/tooltip.tsx'
import { CONVERSATION_KEYS } from '../conversation-keys.ts'
import { PLACES } from './focus.ts'
import styles from './marks.module.css'
import { TopicsField } from './topics-field.tsx'

/** What it is about, how it sounds, how much it presses. Each change is a step that can be taken back. */
export function Marks({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  return (
    <div className={styles.marks} role="group" aria-label={t('marks.label')}>
      <TopicsField detail={detail} />
      <div className={styles.feeling}>
        <Mood detail={detail} />
        <PrioritySelect detail={detail} />
      </div>
      <Proposal detail={detail} />
    </div>
  )
}

const MOODS = {
  positive: { icon: Smile, key: CONVERSATION_KEYS.moodPositive },
  neutral: { icon: Meh, key: CONVERSATION_KEYS.moodNeutral },
  negative: { icon: Annoyed, key: CONVERSATION_KEYS.moodNegative },
  angry: { icon: Angry, key: CONVERSATION_KEYS.moodAngry },
} as const satisfies Record<Sentiment, { icon: LucideIcon; key: string }>

/** The one that holds; pressed again it holds no more. */
function Mood({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const names = conversationNames(useFormat().language)
  const feel = useCommand(client.moderation.setSentiment, { done: t('done.sentiment') })
  const { id, sentiment, isSentimentOwn } = detail
  return (
    <ToggleButtonGroup
      aria-label={t('marks.mood')}
      selectionMode="single"
      selectedKeys={sentiment === null ? [] : [sentiment]}
      onSelectionChange={(keys) => {
        const [chosen] = [...keys]
        // A proposal that is pressed is agreed with.
        const isAgreed = chosen === undefined && !isSentimentOwn
        void feel.run({ id, sentiment: isAgreed ? sentiment : ((chosen as Sentiment | undefined) ?? null) })
      }}
      className={cx(styles.moods, !isSentimentOwn && styles.proposed)}
    >
      {SENTIMENTS.map((value) => {
        const { icon: Icon, key } = MOODS[value]
        return (
          <Tooltip key={value} text={names.sentiments[value]} shortcut={key}>
            <ToggleButton id={value} aria-label={names.sentiments[value]} className={cx(styles.mood, styles[value])}>
              <Icon size={16} aria-hidden />
              {sentiment === value && <span>{names.sentiments[value]}</span>}
            </ToggleButton>
          </Tooltip>
        )
      })}
    </ToggleButtonGroup>
  )
}

/** Words that spoke, most of them strong ones; as many as fit a line. */
const WORDS_SHOWN = 5

function Proposal({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const { text, sentiment, isSentimentOwn } = detail
  const proposal = useMemo(() => proposeSentiment(text), [text])
  if (isSentimentOwn || sentiment === null) return null
  const words = proposal.words
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, WORDS_SHOWN)
    .map(({ word }) => t('timeline.quoted', { name: word }))
  const reasons = [...words, ...(proposal.isShouted ? [t('marks.proposedLoud')] : [])]
  return (
    <small className={styles.why} dir="auto">
      {reasons.length === 0 ? t('marks.proposed') : t('marks.proposedBy', { words: format.list(reasons) })}
    </small>
  )
}

function PrioritySelect({ detail: { id, priority } }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const names = conversationNames(useFormat().language)
  const set = useCommand(client.moderation.setPriority, { done: t('done.priority') })
  return (
    <div id={PLACES.priority} className={styles.priority}>
      <Select
        isLabelHidden
        label={t('marks.priority')}
        value={priority}
        options={PRIORITIES.map((value) => ({
          value,
          label: t('marks.priorityOf', { name: names.priorities[value] }),
        }))}
        onChange={(value) => void set.run({ id, priority: value })}
      />
    </div>
  )
}
