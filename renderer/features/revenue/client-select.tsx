import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { Select } from '../../ui/select.tsx'

const NONE = 'none'

export interface ClientSelectProps {
  readonly value: number | null
  onChange(id: number | null): void
}

/** A client; not shown while there is none to choose. */
export function ClientSelect({ value, onChange }: ClientSelectProps) {
  const { t } = useTranslation('revenue')
  const clients = useQuery(api.records.options.queryOptions()).data?.clients ?? []
  if (clients.length === 0) return null
  return (
    <Select
      label={t('sale.client')}
      value={value === null ? NONE : String(value)}
      options={[
        { value: NONE, label: t('sale.noClient') },
        ...clients.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      onChange={(next) => onChange(next === NONE ? null : Number(next))}
    />
  )
}
