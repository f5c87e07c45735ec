import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisConversation, CrisisDetail } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { queueAddress } from '../../../lib/moderation-address.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { ConversationChooser } from '../../../ui/record-chooser.tsx'
import styles from './crises.module.css'
import { SENTIMENT_TONES } from './crisis-tones.ts'
import { useCrisisWords } from './use-crisis-words.ts'

/** As many as fit beside the log; the queue has all. */
const SHOWN = 8

/** What belongs to the crisis. */
export function ConversationsCard({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const change = useChange('toast')
  // The field is made anew for every conversation: it is empty again then, and one goes on in it.
  const [turn, setTurn] = useState(0)
  const { id, latest, conversations } = crisis
  async function add(conversationId: number | null) {
    if (conversationId === null || latest.some((known) => known.id === conversationId)) return
    const isAdded = await change.run(
      (commandId) => client.moderation.crisisAddConversations({ commandId, id, conversationIds: [conversationId] }),
      t('conversations.added'),
    )
    if (isAdded) setTurn((before) => before + 1)
  }
  return (
    <Card
      title={t('conversations.title')}
      isFlush
      aside={
        conversations > 0 && (
          <TextLink href={queueAddress({ crisisId: id })}>{t('conversations.all', { count: conversations })}</TextLink>
        )
      }
    >
      {conversations === 0 && <p className={styles.nothing}>{t('conversations.empty')}</p>}
      <ul className={styles.conversations}>
        {latest.slice(0, SHOWN).map((conversation) => (
          <ConversationRow key={conversation.id} crisisId={id} conversation={conversation} />
        ))}
      </ul>
      {conversations > SHOWN && (
        <p className={styles.nothing}>{t('conversations.more', { count: conversations - SHOWN })}</p>
      )}
      <div className={styles.chooser}>
        <ConversationChooser
          key={turn}
          autoFocus={turn > 0}
          opensOnFocus={turn === 0}
          label={t('conversations.add')}
          isLabelHidden
          placeholder={t('conversations.add')}
          value={null}
          onChange={(chosen) => void add(chosen)}
        />
      </div>
    </Card>
  )
}

interface ConversationRowProps {
  readonly crisisId: number
  readonly conversation: CrisisConversation
}

function ConversationRow({ crisisId, conversation }: ConversationRowProps) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const now = useNow()
  const change = useChange('toast')
  const { id, kind, title, channel, network, sentiment, status, receivedAt, batchCount } = conversation
  const name = title === '' ? t('conversations.unnamed', { kind: t(`kinds.${kind}`) }) : title
  const remove = () =>
    change.run(
      (commandId) => client.moderation.crisisRemoveConversations({ commandId, id: crisisId, conversationIds: [id] }),
      t('conversations.removed'),
    )
  const parts = [
    channel,
    batchCount === null ? t(`kinds.${kind}`) : t('conversations.batch', { count: batchCount }),
    words.shortAt(receivedAt, now),
  ]
  return (
    <li className={styles.conversation}>
      <Dot network={network} />
      <span className={styles.conversationText}>
        <TextLink href={queueAddress({ crisisId }, status, id)}>{name}</TextLink>
        <small>{parts.filter(Boolean).join(' · ')}</small>
      </span>
      {sentiment !== null && <Chip tone={SENTIMENT_TONES[sentiment]}>{t(`sentiments.${sentiment}`)}</Chip>}
      <IconButton
        size="s"
        variant="quiet"
        icon={X}
        label={t('conversations.remove', { name })}
        isPending={change.isRunning}
        onPress={() => void remove()}
      />
    </li>
  )
}
