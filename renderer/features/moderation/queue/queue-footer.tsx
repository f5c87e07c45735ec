/** Under the rows: how many there are; or how many are chosen, and what can be done with them. */
import { ArrowUpRight, Clock, Flame, Tag, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import type { RowSelection } from '../../../lib/row-selection.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { CONVERSATION_KEYS } from '../conversation-keys.ts'
import styles from './queue.module.css'
import type { BulkActions } from './use-bulk.tsx'

export interface QueueFooterProps {
  readonly count: number | null
  readonly selection: RowSelection<QueueRow>
  readonly bulk: BulkActions
}

export function QueueFooter({ count, selection, bulk }: QueueFooterProps) {
  const { t } = useTranslation('moderation')
  const format = useFormat()
  if (selection.chosen.length > 0) return <Chosen selection={selection} bulk={bulk} />
  if (count === null || count === 0) return null
  return (
    <div className={styles.footer}>
      <span role="status">{t('queue.count', { count, formatted: format.number(count) })}</span>
      <span className={styles.hint}>
        <Kbd keys={CONVERSATION_KEYS.next} /> <Kbd keys={CONVERSATION_KEYS.previous} /> {t('queue.move')}
        <Kbd keys="space" /> {t('queue.choose')}
      </span>
    </div>
  )
}

function Chosen({ selection, bulk }: Omit<QueueFooterProps, 'count'>) {
  const { t } = useTranslation('moderation')
  const format = useFormat()
  const count = selection.chosen.length
  return (
    <div className={styles.bulk} role="group" aria-label={t('bulk.label')}>
      <strong role="status">{t('bulk.chosen', { count, formatted: format.number(count) })}</strong>
      <IconButton
        variant="quiet"
        size="s"
        icon={X}
        label={t('bulk.clear')}
        shortcut="escape"
        onPress={selection.clear}
      />
      <div className={styles.bulkActions}>
        <IconButton icon={Tag} label={t('bulk.topic')} shortcut={CONVERSATION_KEYS.topics} onPress={bulk.addTopic} />
        <IconButton icon={Flame} label={t('bulk.crisis')} shortcut={CONVERSATION_KEYS.crisis} onPress={bulk.toCrisis} />
        <IconButton
          icon={Clock}
          label={t('bulk.snooze')}
          shortcut={CONVERSATION_KEYS.snooze}
          isDisabled={bulk.unfinished.length === 0}
          onPress={bulk.snooze}
        />
        <IconButton
          icon={ArrowUpRight}
          label={t('bulk.handOver')}
          shortcut={CONVERSATION_KEYS.handOver}
          isDisabled={bulk.unfinished.length === 0}
          onPress={bulk.handOver}
        />
        <Button
          variant="primary"
          shortcut={CONVERSATION_KEYS.done}
          isDisabled={bulk.unfinished.length === 0 || bulk.isRunning}
          onPress={bulk.resolve}
        >
          {t('bulk.done')}
        </Button>
      </div>
    </div>
  )
}
