import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { Chip } from '../../../ui/chip.tsx'
import styles from './queue.module.css'

/** Beside the title: what presses. */
export function UrgencyChips() {
  const { t } = useTranslation('moderation')
  const counts = useQuery(api.moderation.counts.queryOptions()).data
  if (!counts) return null
  const { overdue, soon, lateReturns } = counts
  return (
    <span className={styles.urgency}>
      {overdue > 0 && <Chip tone="danger">{t('urgency.overdue', { count: overdue })}</Chip>}
      {soon > 0 && <Chip tone="warn">{t('urgency.soon', { count: soon })}</Chip>}
      {lateReturns > 0 && <Chip tone="danger">{t('urgency.lateReturns', { count: lateReturns })}</Chip>}
    </span>
  )
}
