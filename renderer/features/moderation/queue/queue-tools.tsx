/** Over the rows: which list, the search, and what is filtered for. */
import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { QUEUE_FILTER_NAMES } from '../../../lib/moderation-address.ts'
import { FilterChip, FilterChips } from '../../../ui/filter-chips.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextFilter } from '../../../ui/text-filter.tsx'
import { useModerationAddress } from '../moderation-address.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QUEUE_LISTS } from './queue-lists.ts'
import styles from './queue.module.css'
import { useFilterTexts } from './use-filter-texts.ts'

/** Their fields stand where they are seen: no chips. */
const IN_SIGHT: readonly string[] = ['text', 'post']

export function QueueTools() {
  const { t } = useTranslation('moderation')
  const { list, showList, filters } = useModerationAddress()
  const counts = useQuery(api.moderation.counts.queryOptions()).data
  const textOf = useFilterTexts()
  const chips = QUEUE_FILTER_NAMES.flatMap((name) => {
    const text = IN_SIGHT.includes(name) ? null : textOf(name)
    return text === null ? [] : [{ name, text }]
  })
  return (
    <div className={styles.tools}>
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
      <div className={styles.search} id="queue-search">
        <TextFilter filters={filters} label={t('filter.text')} placeholder={t('filter.textPlaceholder')} />
        <Popover
          label={t('filter.label')}
          placement="bottom start"
          trigger={
            <IconButton
              icon={ListFilter}
              label={chips.length === 0 ? t('filter.label') : t('filter.active', { count: chips.length })}
            />
          }
        >
          {(close) => <QueueFilters onClose={close} />}
        </Popover>
      </div>
      {(chips.length > 0 || filters.get('post') !== null) && (
        <div className={styles.chips} role="group" aria-label={t('filter.chips')}>
          <FilterChips filters={filters} names={['post']} />
          {chips.map(({ name, text }) => (
            <FilterChip key={name} isSmall text={text} onRemove={() => filters.set({ [name]: undefined })} />
          ))}
        </div>
      )}
    </div>
  )
}
