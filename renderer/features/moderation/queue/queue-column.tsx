/** The left column: which list, what is looked for, and the conversations. */
import { useTranslation } from 'react-i18next'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { LatestBatchNote } from './latest-batch.tsx'
import { QueueFooter } from './queue-footer.tsx'
import { QueueList } from './queue-list.tsx'
import { QueueTools } from './queue-tools.tsx'
import styles from './queue.module.css'
import type { BulkActions } from './use-bulk.tsx'
import type { Queue } from './use-queue.ts'
import type { Shown } from './use-shown.ts'

export interface QueueColumnProps {
  readonly queue: Queue
  readonly shown: Shown
  readonly selection: RowSelection<QueueRow>
  readonly bulk: BulkActions
  readonly focusRequests: number
  onOpen(): void
}

export function QueueColumn(props: QueueColumnProps) {
  const { queue, selection, bulk } = props
  const { t } = useTranslation(['moderation', 'ui'])
  const describe = useErrorTexts()
  return (
    <Card isFlush className={styles.column}>
      <QueueTools />
      {queue.error && (
        <ErrorPanel
          error={describe(queue.error)}
          actions={
            <Button size="s" onPress={queue.retry}>
              {t('ui:error.readAgain')}
            </Button>
          }
        />
      )}
      {queue.isLoading ? (
        <div className={styles.loading}>
          <Skeleton lines={6} height={22} />
        </div>
      ) : (
        <>
          <QueueList {...props} />
          <LatestBatchNote />
        </>
      )}
      <QueueFooter count={queue.count} selection={selection} bulk={bulk} />
      {bulk.dialog}
    </Card>
  )
}
