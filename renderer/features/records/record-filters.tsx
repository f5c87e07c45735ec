import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { POST_FORMATS } from '../../../shared/domain/post-format.ts'
import { postFormatNames } from '../../../shared/i18n/post-format-names.ts'
import { api } from '../../lib/api.ts'
import { NONE } from '../../lib/ledger-address.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { SearchFilters } from '../../lib/use-search-filters.ts'
import { FilterSelect } from '../../ui/filter-selects.tsx'

interface FilterProps {
  readonly filters: SearchFilters
}

export function FormatFilter({ filters }: FilterProps) {
  const { t } = useTranslation('records')
  const names = postFormatNames(useFormat().language)
  return (
    <FilterSelect
      filters={filters}
      name="format"
      label={t('filter.format')}
      anyLabel={t('filter.allFormats')}
      options={[
        ...POST_FORMATS.map((format) => ({ value: format as string, label: names[format] })),
        { value: NONE, label: t('filter.noFormat') },
      ]}
    />
  )
}

export function PillarFilter({ filters }: FilterProps) {
  const { t } = useTranslation('records')
  const pillars = useQuery(api.records.options.queryOptions()).data?.pillars ?? []
  if (pillars.length === 0 && filters.get('pillar') === null) return null
  return (
    <FilterSelect
      filters={filters}
      name="pillar"
      label={t('filter.pillar')}
      anyLabel={t('filter.allPillars')}
      options={[
        ...pillars.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: NONE, label: t('filter.noPillar') },
      ]}
    />
  )
}
