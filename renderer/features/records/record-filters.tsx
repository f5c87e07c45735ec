import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { POST_FORMATS } from '../../../shared/domain/post-format.ts'
import { postFormatNames } from '../../../shared/i18n/post-format-names.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { SearchFilters } from '../../lib/use-search-filters.ts'
import { Select } from '../../ui/select.tsx'

const ANY = 'any'
const NONE = 'none'

interface FilterProps {
  readonly filters: SearchFilters
}

export function FormatFilter({ filters }: FilterProps) {
  const { t } = useTranslation('records')
  const names = postFormatNames(useFormat().language)
  return (
    <Select
      label={t('filter.format')}
      isLabelHidden
      width="auto"
      value={filters.get('format') ?? ANY}
      options={[
        { value: ANY, label: t('filter.allFormats') },
        ...POST_FORMATS.map((format) => ({ value: format as string, label: names[format] })),
        { value: NONE, label: t('filter.noFormat') },
      ]}
      onChange={(value) => filters.set({ format: value === ANY ? undefined : value })}
    />
  )
}

export function PillarFilter({ filters }: FilterProps) {
  const { t } = useTranslation('records')
  const pillars = useQuery(api.records.options.queryOptions()).data?.pillars ?? []
  if (pillars.length === 0 && filters.get('pillar') === null) return null
  return (
    <Select
      label={t('filter.pillar')}
      isLabelHidden
      width="auto"
      value={filters.get('pillar') ?? ANY}
      options={[
        { value: ANY, label: t('filter.allPillars') },
        ...pillars.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: NONE, label: t('filter.noPillar') },
      ]}
      onChange={(value) => filters.set({ pillar: value === ANY ? undefined : value })}
    />
  )
}
