/** Under what is open: what was noted last with one line, and a way to it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { TextLink } from '../../../ui/link-button.tsx'
import { targetText } from '../detail/length-text.ts'
import { useModerationAddress } from '../moderation-address.ts'
import styles from './queue.module.css'

export function LatestBatchNote() {
  const { t } = useTranslation('moderation')
  const format = useFormat()
  const { list, isFiltered, filters } = useModerationAddress()
  const isShown = list === 'open' && !isFiltered
  const batch = useQuery(api.moderation.latestBatch.queryOptions({ enabled: isShown })).data
  if (!isShown || !batch) return null
  const { id, count, day, seconds } = batch
  const said = { formatted: format.number(count), day: format.dayShort(day) }
  return (
    <div className={styles.batch}>
      <TextLink isFigure onPress={() => filters.set({ list: 'done', id: String(id) }, true)}>
        {seconds > 0
          ? t('queue.latestBatch', { ...said, length: targetText(Math.round(seconds / 60), format) })
          : t('queue.latestBatchWithoutWork', said)}
      </TextLink>
    </div>
  )
}
