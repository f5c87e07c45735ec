/** When answers are due, and in which hours that is counted. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { HoursCard } from './hours-card.tsx'
import styles from './setup.module.css'
import { TargetsCard } from './target-matrix.tsx'

export function TargetsTab() {
  const { t } = useTranslation('moderationSetup')
  const channels = useQuery(api.settings.channels.queryOptions())
  return (
    <QueryFrame query={channels}>
      {(all) => {
        const offered = all.filter(({ isArchived }) => !isArchived)
        return (
          <div className={styles.wideColumn}>
            <p className={styles.lead}>{t('targets.intro')}</p>
            <TargetsCard channels={offered} />
            <HoursCard channels={offered} />
          </div>
        )
      }}
    </QueryFrame>
  )
}
