import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { Select } from '../../ui/select.tsx'
import { type DraftFile, updateFile } from './draft-store.ts'

const OWN = 'own'

export interface OwnerSelectProps {
  readonly draft: DraftFile
  readonly isDisabled: boolean
}

/** Whose orders a file holds: freelancers also import those of a client's shop. */
export function OwnerSelect({ draft, isDisabled }: OwnerSelectProps) {
  const { t } = useTranslation('imports')
  const isFreelancer = useQuery(api.settings.ledger.queryOptions()).data?.businessKind === 'freelancer'
  const clients = useQuery(api.records.options.queryOptions()).data?.clients ?? []
  if (!isFreelancer || clients.length === 0) return null
  return (
    <Select
      label={t('files.owner')}
      value={draft.clientId === null ? OWN : String(draft.clientId)}
      options={[
        { value: OWN, label: t('files.ownerOwn') },
        ...clients.map(({ id, name }) => ({ value: String(id), label: t('files.ownerClient', { name }) })),
      ]}
      onChange={(value) => updateFile(draft.id, { clientId: value === OWN ? null : Number(value) })}
      isDisabled={isDisabled}
    />
  )
}
