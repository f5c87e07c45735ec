import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { BENEFICIARIES, type Beneficiary } from '../../../shared/domain/revenue-kinds.ts'
import { api } from '../../lib/api.ts'
import { Select } from '../../ui/select.tsx'
import { ClientSelect } from './client-select.tsx'

interface Owner {
  readonly clientId: number | null
  readonly beneficiary: Beneficiary
}

export interface OwnerFieldsProps extends Owner {
  onChange(owner: Partial<Owner>): void
}

/** Which client a purchase belongs to; for freelancers also whether the revenue is the client's and not one's own. */
export function OwnerFields({ clientId, beneficiary, onChange }: OwnerFieldsProps) {
  const { t } = useTranslation('revenue')
  const isFreelancer = useQuery(api.settings.ledger.queryOptions()).data?.businessKind === 'freelancer'
  return (
    <>
      <ClientSelect
        value={clientId}
        onChange={(id) => onChange({ clientId: id, ...(id === null && { beneficiary: 'own' }) })}
      />
      {clientId !== null && (isFreelancer || beneficiary === 'client') && (
        <Select
          label={t('sale.beneficiary')}
          value={beneficiary}
          options={BENEFICIARIES.map((value) => ({ value, label: t(`sale.beneficiaries.${value}`) }))}
          onChange={(next) => onChange({ beneficiary: next })}
          description={t('sale.beneficiaryHelp')}
        />
      )}
    </>
  )
}
