import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { NamedSelect } from '../../ui/record-selects.tsx'

export interface ClientSelectProps {
  readonly value: number | null
  onChange(id: number | null): void
}

/** A client; not shown while there is none to choose. */
export function ClientSelect({ value, onChange }: ClientSelectProps) {
  const { t } = useTranslation('revenue')
  const clients = useQuery(api.records.options.queryOptions()).data?.clients ?? []
  return (
    <NamedSelect
      label={t('sale.client')}
      noneLabel={t('sale.noClient')}
      options={clients}
      value={value}
      onChange={onChange}
    />
  )
}
