/** The queue: conversations by deadline on the left, the chosen one in the middle, what it took beside it. */
import { MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { ConversationAside } from './detail/conversation-aside.tsx'
import { ConversationPane } from './detail/conversation-pane.tsx'
import { useModerationAddress } from './moderation-address.ts'
import styles from './moderation.module.css'
import { ModerationTabs } from './moderation-tabs.tsx'
import { QueueColumn } from './queue/queue-column.tsx'
import { useQueue } from './queue/use-queue.ts'

export function ModerationPage() {
  const { t } = useTranslation('moderation')
  return (
    <Page title={t('title')} isFilling titleAside={<ModerationTabs />}>
      <Workplace />
    </Page>
  )
}

function Workplace() {
  const { t } = useTranslation('moderation')
  const { list, filter, id } = useModerationAddress()
  const queue = useQueue(list, filter)
  const shownId = id ?? queue.rows[0]?.id ?? null
  return (
    <div className={styles.columns}>
      <QueueColumn queue={queue} selectedId={shownId} />
      <Card isFlush className={styles.pane}>
        {shownId === null ? (
          <EmptyState icon={MessagesSquare} title={t('queue.choose')}>
            {t('queue.chooseHelp')}
          </EmptyState>
        ) : (
          <ConversationPane key={shownId} id={shownId} />
        )}
      </Card>
      <div className={styles.aside}>{shownId !== null && <ConversationAside id={shownId} />}</div>
    </div>
  )
}
