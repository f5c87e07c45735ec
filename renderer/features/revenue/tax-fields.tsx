import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Country, ratesOf, type TaxedDraft } from './tax.ts'

const OWN = 'own'

export interface TaxFieldsProps {
  readonly draft: TaxedDraft
  readonly country: Country
  readonly label: string
  readonly description?: string
  /** The currency of the amount where it is not the ledger's; the amount then stands elsewhere. */
  readonly foreign?: { readonly currency: string; readonly cents: number | null; onChange(cents: number | null): void }
  readonly errors: { of(field: 'paidCents' | 'taxCents'): { readonly errorMessage?: string } }
  /** Stands beside the tax amount. */
  readonly children?: ReactNode
  onChange(changes: Partial<TaxedDraft>): void
  onValidityChange(field: string, isValid: boolean): void
}

/** What was paid, and the VAT within it by rate or as an amount. */
export function TaxFields(props: TaxFieldsProps) {
  const { draft, country, foreign, errors, onChange, onValidityChange } = props
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const rates = [...ratesOf(country), 0]
  return (
    <>
      <div className={styles.fields}>
        <MoneyField
          key={foreign?.currency ?? ''}
          label={props.label}
          value={foreign ? foreign.cents : draft.paidCents}
          minimum={1}
          {...(foreign && { suffix: foreign.currency })}
          onChange={(cents) => (foreign ? foreign.onChange(cents) : onChange({ paidCents: cents }))}
          onValidityChange={(isValid) => onValidityChange('paidCents', isValid)}
          {...(props.description !== undefined && { description: props.description })}
          isRequired
          {...errors.of('paidCents')}
        />
        <Select
          label={t('sale.tax')}
          value={String(draft.tax)}
          options={[
            ...rates.map((rate) => ({
              value: String(rate),
              label: rate === 0 ? t('sale.noTax') : format.basisPoints(rate),
            })),
            { value: OWN, label: t('sale.ownTax') },
          ]}
          onChange={(value) => onChange({ tax: value === OWN ? OWN : Number(value) })}
        />
      </div>
      <div className={styles.fields}>
        {draft.tax === OWN && (
          <MoneyField
            label={t('sale.taxAmount')}
            value={draft.ownTaxCents}
            onChange={(ownTaxCents) => onChange({ ownTaxCents })}
            onValidityChange={(isValid) => onValidityChange('taxCents', isValid)}
            {...errors.of('taxCents')}
          />
        )}
        {props.children}
      </div>
    </>
  )
}
