/** The left column: which list, and the conversations in it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QUEUE_LISTS } from './queue-lists.ts'
import { api } from '../../../lib/api.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { Card } from '../../../ui/card.tsx'
import { cx } from '../../../ui/class-names.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useModerationAddress } from '../moderation-address.ts'
import styles from './queue.module.css'
import type { Queue } from './use-queue.ts'

export interface QueueColumnProps {
  readonly queue: Queue
  readonly selectedId: number | null
}

export function QueueColumn({ queue, selectedId }: QueueColumnProps) {
  const { t } = useTranslation('moderation')
  const { list, showList, select } = useModerationAddress()
  const describe = useErrorTexts()
  const counts = useQuery(api.moderation.counts.queryOptions()).data
  return (
    <Card isFlush className={styles.column}>
      <div className={styles.head}>
        <Segmented
          label={t('lists.label')}
          isFullWidth
          value={list}
          options={QUEUE_LISTS.map((value) => ({
            value,
            label: t(`lists.${value}`),
            ...(counts && value !== 'done' && { count: counts[value] }),
          }))}
          onChange={showList}
        />
      </div>
      {queue.error && <ErrorPanel error={describe(queue.error)} />}
      {!queue.isLoading && queue.rows.length === 0 && <EmptyState isCompact title={t('queue.empty')} />}
      <ul className={styles.list} aria-label={t('queue.label')}>
        {queue.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={cx(styles.row, row.id === selectedId && styles.selected)}
              onClick={() => select(row.id)}
            >
              <span dir="auto">{row.title || t('queue.untitled')}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
