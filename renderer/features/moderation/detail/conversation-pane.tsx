/** One conversation: what was written, what happened to it, and what is done with it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { api } from '../../../lib/api.ts'
import { useAwaitedCommands } from '../../../lib/commands.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Composer } from './composer.tsx'
import { useConversationActions } from './conversation-actions.ts'
import { ConversationDialogs } from './conversation-dialogs.tsx'
import styles from './conversation-pane.module.css'
import { Marks } from './marks.tsx'
import { HeldLine, MessageText } from './message-text.tsx'
import { PaneHead } from './pane-head.tsx'
import { Timeline } from './timeline.tsx'
import { useActionCommands } from './use-action-commands.ts'
import { useAnswering } from './use-answering.ts'
import { useConversationTimer } from './use-conversation-timer.ts'

export interface ConversationPaneProps {
  readonly id: number
  /** False while the keys act on several conversations that are chosen. */
  readonly hasKeys?: boolean
}

export function ConversationPane({ id, hasKeys = true }: ConversationPaneProps) {
  const query = useQuery(api.moderation.detail.queryOptions({ input: { id } }))
  useAwaitedCommands(query.isPending)
  return <QueryFrame query={query}>{(detail) => <Conversation detail={detail} hasKeys={hasKeys} />}</QueryFrame>
}

interface ConversationProps {
  readonly detail: ConversationDetail
  readonly hasKeys: boolean
}

function Conversation({ detail, hasKeys }: ConversationProps) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const answering = useAnswering(detail)
  const actions = useConversationActions(detail, answering, useConversationTimer(detail))
  useActionCommands(actions, hasKeys)
  const title = detail.label || t('untitled', { day: format.day(detail.day) })
  return (
    <article className={styles.pane} aria-label={title}>
      <div className={styles.scrolling}>
        <PaneHead detail={detail} />
        {detail.label !== '' && <h2 className={styles.title}>{detail.label}</h2>}
        <MessageText detail={detail} />
        <HeldLine detail={detail} />
        <Marks detail={detail} />
        <Timeline detail={detail} />
      </div>
      <Composer detail={detail} answering={answering} actions={actions} />
      <ConversationDialogs detail={detail} />
    </article>
  )
}
