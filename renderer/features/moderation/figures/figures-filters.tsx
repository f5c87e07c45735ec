import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ATTRIBUTION_MODELS } from '../../../../shared/domain/attribution.ts'
import { CONVERSATION_KINDS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import { NONE } from '../../../lib/ledger-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { SearchFilters } from '../../../lib/use-search-filters.ts'
import { ChannelFilter, FilterSelect, NamedFilter } from '../../../ui/filter-selects.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import list from '../../../ui/list-view.module.css'
import { Select } from '../../../ui/select.tsx'
import { FIGURE_FILTER_NAMES } from './figures-address.ts'
import type { FigureQuestion } from './use-figures.ts'

interface FilterProps {
  readonly filters: SearchFilters
}

export function FiguresFilters({ question }: { readonly question: FigureQuestion }) {
  const { t } = useTranslation('moderationFigures')
  const { filters, isFiltered } = question
  return (
    <div className={list.filters} role="group" aria-label={t('controls')}>
      <ChannelFilter filters={filters} />
      <KindFilter filters={filters} />
      <TopicFilter filters={filters} />
      <NamedFilter filters={filters} list="client" />
      <ModelSelect question={question} />
      {isFiltered && (
        <IconButton
          variant="quiet"
          icon={RotateCcw}
          label={t('filter.reset')}
          onPress={() => filters.set(Object.fromEntries(FIGURE_FILTER_NAMES.map((name) => [name, undefined])))}
        />
      )}
    </div>
  )
}

function KindFilter({ filters }: FilterProps) {
  const { t } = useTranslation('moderationFigures')
  const { kinds } = conversationNames(useFormat().language)
  return (
    <FilterSelect
      filters={filters}
      name="kind"
      label={t('filter.kind')}
      anyLabel={t('filter.anyKind')}
      options={CONVERSATION_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
    />
  )
}

function TopicFilter({ filters }: FilterProps) {
  const { t } = useTranslation('moderationFigures')
  const topics = useQuery(api.moderation.topics.queryOptions()).data ?? []
  if (topics.length === 0 && filters.get('topic') === null) return null
  return (
    <FilterSelect
      filters={filters}
      name="topic"
      label={t('filter.topic')}
      anyLabel={t('filter.anyTopic')}
      options={[
        ...topics.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: NONE, label: t('filter.noTopic') },
      ]}
    />
  )
}

/** Which purchases count for which conversation: the same choice as in the balance, and under the same word in the address. */
function ModelSelect({ question: { filters, model } }: { readonly question: FigureQuestion }) {
  const { t } = useTranslation('moderationFigures')
  const { t: result } = useTranslation('result')
  return (
    <Select
      label={t('filter.model')}
      isLabelHidden
      width="auto"
      value={model}
      options={ATTRIBUTION_MODELS.map((value) => ({ value, label: result(`models.${value}`) }))}
      onChange={(value) => filters.set({ model: value === 'last' ? undefined : value })}
    />
  )
}
