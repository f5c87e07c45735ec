/** What the queue can be filtered for, and filters that are kept under a name. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CONVERSATION_KINDS, PRIORITIES, SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import { NONE } from '../../../lib/ledger-address.ts'
import { QUEUE_FILTER_NAMES, readTopicIds } from '../../../lib/moderation-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { SearchFilters } from '../../../lib/use-search-filters.ts'
import { Button } from '../../../ui/button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { FilterChip } from '../../../ui/filter-chips.tsx'
import { ChannelFilter, FilterSelect, NamedFilter } from '../../../ui/filter-selects.tsx'
import { SavedViews } from '../../../ui/saved-views.tsx'
import { useModerationAddress } from '../moderation-address.ts'
import styles from './queue.module.css'
import { KEPT_FILTERS, useQueueViews } from './saved-views.ts'

const STARS = [1, 2, 3, 4, 5] as const

export function QueueFilters({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('moderation')
  const { filters, isFiltered, clearFilters } = useModerationAddress()
  return (
    <div className={styles.filters}>
      <div className={styles.selects}>
        <OwnFilters filters={filters} />
        <ChannelFilter filters={filters} />
        <NamedFilter filters={filters} list="client" />
        <NamedFilter filters={filters} list="department" />
      </div>
      <TopicFilter filters={filters} />
      <SavedViews
        useViews={useQueueViews}
        filters={filters}
        names={QUEUE_FILTER_NAMES}
        kept={KEPT_FILTERS}
        onClose={onClose}
      />
      <div className={styles.filterActions}>
        <Button variant="quiet" isDisabled={!isFiltered} onPress={clearFilters}>
          {t('filter.clear')}
        </Button>
        <Button variant="primary" onPress={onClose}>
          {t('filter.close')}
        </Button>
      </div>
    </div>
  )
}

interface FiltersProps {
  readonly filters: SearchFilters
}

/** What only conversations have. */
function OwnFilters({ filters }: FiltersProps) {
  const { t } = useTranslation('moderation')
  const names = conversationNames(useFormat().language)
  return (
    <>
      <FilterSelect
        filters={filters}
        name="kind"
        label={t('filter.kind')}
        anyLabel={t('filter.allKinds')}
        options={CONVERSATION_KINDS.map((value) => ({ value, label: names.kinds[value] }))}
      />
      <FilterSelect
        filters={filters}
        name="mood"
        label={t('filter.mood')}
        anyLabel={t('filter.allMoods')}
        options={[
          ...SENTIMENTS.map((value) => ({ value: value as string, label: names.sentiments[value] })),
          { value: NONE, label: t('filter.noMood') },
        ]}
      />
      <FilterSelect
        filters={filters}
        name="priority"
        label={t('filter.priority')}
        anyLabel={t('filter.allPriorities')}
        options={PRIORITIES.map((value) => ({ value, label: names.priorities[value] }))}
      />
      <FilterSelect
        filters={filters}
        name="stars"
        label={t('filter.stars')}
        anyLabel={t('filter.allStars')}
        options={STARS.map((count) => ({ value: String(count), label: t('filter.starsAre', { count }) }))}
      />
    </>
  )
}

/** Several hold together. */
function TopicFilter({ filters }: FiltersProps) {
  const { t } = useTranslation('moderation')
  const topics = useQuery(api.moderation.topics.queryOptions()).data ?? []
  const chosen = readTopicIds(filters.get('topics'))
  // The field is made anew for every topic: it is empty again then, and one goes on in it.
  const [turn, setTurn] = useState(0)
  const set = (ids: readonly number[]) => filters.set({ topics: ids.length === 0 ? undefined : ids.join('.') })
  if (topics.length === 0) return null
  return (
    <div className={styles.topics}>
      <ComboBox
        key={turn}
        autoFocus={turn > 0}
        opensOnFocus={turn === 0}
        label={t('filter.topics')}
        placeholder={t(chosen.length === 0 ? 'filter.allTopics' : 'filter.anotherTopic')}
        options={topics
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={null}
        onChange={(id) => {
          if (id === null) return
          setTurn((before) => before + 1)
          set([...chosen, Number(id)])
        }}
      />
      {chosen.length > 0 && (
        <div className={styles.chips}>
          {chosen.map((id) => (
            <FilterChip
              key={id}
              isSmall
              text={topics.find((topic) => topic.id === id)?.name ?? '…'}
              onRemove={() => set(chosen.filter((other) => other !== id))}
            />
          ))}
        </div>
      )}
    </div>
  )
}
