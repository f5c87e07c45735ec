import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dot } from '../../ui/dot.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from '../../ui/list-view.module.css'
import { CampaignSelect } from '../../ui/record-selects.tsx'
import { type Country, previewOf, ratesOf, type SaleDraft } from './sale-draft.ts'
import { type FieldErrors, MAX_NAME_LENGTH } from '../../lib/use-field-errors.ts'

export interface SaleFieldsProps {
  readonly draft: SaleDraft
  readonly errors: FieldErrors<'name' | 'day' | 'paidCents' | 'taxCents' | 'refundedCents'>
  readonly country: Country
  readonly margin: number | null
  onChange(changes: Partial<SaleDraft>): void
  onValidityChange(field: string, isValid: boolean): void
}

export function SaleFields(props: SaleFieldsProps) {
  const { draft, errors, margin, onChange } = props
  const { t } = useTranslation('revenue')
  const campaigns = useQuery(api.settings.campaigns.queryOptions())
  return (
    <>
      <TextField
        label={t('sale.name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        placeholder={t('sale.namePlaceholder')}
        maxLength={MAX_NAME_LENGTH}
        // The dialog opens to type into.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        isRequired
        {...errors.of('name')}
      />
      <SaleAmounts {...props} />
      <SalePreview draft={draft} margin={margin} />
      <div className={styles.fields}>
        <DatePicker
          width="full"
          label={t('sale.day')}
          value={draft.day}
          onChange={(day) => onChange({ day: day as Day | null })}
          isRequired
          {...errors.of('day')}
        />
        <OriginSelect value={draft.origin} onChange={(origin) => onChange({ origin })} />
      </div>
      {draft.origin !== null && (campaigns.data?.length ?? 0) > 0 && (
        <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
      )}
    </>
  )
}

const OWN = 'own'

function SaleAmounts({ draft, errors, country, onChange, onValidityChange }: SaleFieldsProps) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const rates = [...ratesOf(country), 0]
  return (
    <>
      <div className={styles.fields}>
        <MoneyField
          label={t('sale.paid')}
          value={draft.paidCents}
          minimum={1}
          onChange={(paidCents) => onChange({ paidCents })}
          onValidityChange={(isValid) => onValidityChange('paidCents', isValid)}
          description={t('sale.paidHelp')}
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
        <MoneyField
          label={t('sale.refunded')}
          value={draft.refundedCents}
          onChange={(refundedCents) => onChange({ refundedCents })}
          onValidityChange={(isValid) => onValidityChange('refundedCents', isValid)}
          {...errors.of('refundedCents')}
        />
      </div>
    </>
  )
}

function SalePreview({ draft, margin }: Pick<SaleFieldsProps, 'draft' | 'margin'>) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  // Name and day do not change what remains.
  const preview = previewOf({ ...draft, name: '-', day: draft.day ?? ('2000-01-01' as Day) }, margin)
  if (!preview) return null
  const net = format.money(preview.netCents)
  if (preview.contributionCents === null || margin === null)
    return <p className={styles.help}>{t('sale.preview', { net })}</p>
  const contribution = format.money(preview.contributionCents)
  return (
    <p className={styles.help}>
      {t('sale.previewContribution', { net, contribution, margin: format.basisPoints(margin) })}
    </p>
  )
}

const UNKNOWN = 'unknown'
const OTHER = 'other'

interface OriginSelectProps {
  readonly value: Sale['origin']
  onChange(origin: Sale['origin']): void
}

/** Which channel brought a sale, none of social media's, or nobody knows. */
function OriginSelect({ value, onChange }: OriginSelectProps) {
  const { t } = useTranslation('revenue')
  const channels = useQuery(api.settings.channels.queryOptions())
  const chosen = value === null ? UNKNOWN : value.kind === 'other' ? OTHER : String(value.channelId)
  const offered = (channels.data ?? []).filter((channel) => !channel.isArchived || String(channel.id) === chosen)
  return (
    <Select
      label={t('sale.origin')}
      value={chosen}
      options={[
        { value: UNKNOWN, label: t('sale.originUnknown'), mark: <Dot network={null} /> },
        ...offered.map(({ id, name, network }) => ({
          value: String(id),
          label: name,
          mark: <Dot network={network} />,
        })),
        { value: OTHER, label: t('sale.originOther'), mark: <Dot network={null} /> },
      ]}
      onChange={(next) =>
        onChange(
          next === UNKNOWN ? null : next === OTHER ? { kind: 'other' } : { kind: 'channel', channelId: Number(next) },
        )
      }
    />
  )
}
