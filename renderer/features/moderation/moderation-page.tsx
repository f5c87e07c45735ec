/** The queue: conversations by deadline on the left, the chosen one in the middle, what it took beside it. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useCommandRegistry } from '../../lib/commands.ts'
import { useRememberedSearch } from '../../lib/use-remembered-search.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { CaptureActions } from './capture/capture-actions.tsx'
import { ConversationAside } from './detail/conversation-aside.tsx'
import { ConversationPane } from './detail/conversation-pane.tsx'
import { useModerationAddress } from './moderation-address.ts'
import styles from './moderation.module.css'
import { ModerationTabs } from './moderation-tabs.tsx'
import { QueueColumn } from './queue/queue-column.tsx'
import { NothingYet, QueueEmpty } from './queue/queue-empty.tsx'
import { useQueueSelection } from './queue/queue-selection.ts'
import { UrgencyChips } from './queue/urgency-chips.tsx'
import { useBulk } from './queue/use-bulk.tsx'
import { useQueueCommands } from './queue/use-queue-commands.ts'
import { useQueue } from './queue/use-queue.ts'
import { useShown } from './queue/use-shown.ts'

export function ModerationPage() {
  const { t } = useTranslation('moderation')
  useRememberedSearch('/moderation')
  const isEmpty = useQuery(api.moderation.counts.queryOptions()).data?.isEmpty === true
  return (
    <Page
      title={t('title')}
      isFilling
      titleAside={
        <>
          <UrgencyChips />
          <ModerationTabs />
        </>
      }
      actions={<CaptureActions />}
    >
      {isEmpty ? (
        <Card>
          <NothingYet />
        </Card>
      ) : (
        <Workplace />
      )}
    </Page>
  )
}

function Workplace() {
  const { list, filter } = useModerationAddress()
  const queue = useQueue(list, filter)
  const shown = useShown(queue)
  const selection = useQueueSelection(queue.rows)
  const bulk = useBulk(selection)
  const [focusRequests, setFocusRequests] = useState(0)
  const { step: stepShown } = shown
  const step = useCallback(
    (by: number) => {
      stepShown(by)
      setFocusRequests((count) => count + 1)
    },
    [stepShown],
  )
  useQueueCommands({ chosen: selection.chosen.length, bulk, step })
  return (
    <div className={styles.columns}>
      <QueueColumn
        queue={queue}
        shown={shown}
        selection={selection}
        bulk={bulk}
        focusRequests={focusRequests}
        onOpen={focusReply}
      />
      <div className={styles.shown}>
        <Card isFlush className={styles.pane}>
          {shown.id === null ? (
            // A list that could not be read is not an empty one.
            !queue.isLoading && queue.error === null && <QueueEmpty />
          ) : (
            <ConversationPane key={shown.id} id={shown.id} hasKeys={selection.chosen.length === 0} />
          )}
        </Card>
        <div className={styles.aside}>{shown.id !== null && <ConversationAside id={shown.id} />}</div>
      </div>
    </div>
  )
}

/** Enter on a row goes on where its answer is written. */
function focusReply() {
  useCommandRegistry
    .getState()
    .commands.find(({ id }) => id === 'moderation.reply')
    ?.run()
}
