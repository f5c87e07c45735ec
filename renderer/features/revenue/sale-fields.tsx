import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/day.ts'
import { SALE_STATUSES } from '../../../shared/domain/revenue-kinds.ts'
import { api } from '../../lib/api.ts'
import type { FieldErrors } from '../../lib/use-field-errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Fold } from '../../ui/fold.tsx'
import styles from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import { CampaignSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ForeignFields } from './foreign-fields.tsx'
import { NameField } from './name-field.tsx'
import { OwnerFields } from './owner-fields.tsx'
import { OriginSelect } from './origin-select.tsx'
import { paidOf, previewOf, type SaleDraft, type SaleField } from './sale-draft.ts'
import type { Country } from './tax.ts'
import { TaxFields } from './tax-fields.tsx'

export interface SaleFieldsProps {
  readonly draft: SaleDraft
  readonly errors: FieldErrors<SaleField>
  readonly country: Country
  readonly margin: number | null
  onChange(changes: Partial<SaleDraft>): void
  onValidityChange(field: string, isValid: boolean): void
}

const KINDS = ['manual', 'deal'] as const

export function SaleFields(props: SaleFieldsProps) {
  const { draft, errors, margin, onChange } = props
  const { t } = useTranslation('revenue')
  const campaigns = useQuery(api.settings.campaigns.queryOptions())
  return (
    <>
      <NameField
        label={t('sale.name')}
        placeholder={t('sale.namePlaceholder')}
        value={draft.name}
        errors={errors}
        onChange={(name) => onChange({ name })}
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
        <OriginSelect
          label={t('sale.origin')}
          value={draft.origin}
          onChange={(origin) => onChange({ origin, ...(origin === null && { campaignId: null }) })}
        />
      </div>
      {draft.origin !== null && (campaigns.data?.length ?? 0) > 0 && (
        <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
      )}
      <MoreFields {...props} />
    </>
  )
}

function SaleAmounts({ draft, errors, country, onChange, onValidityChange }: SaleFieldsProps) {
  const { t } = useTranslation('revenue')
  const { foreign } = draft
  const paid = paidOf(draft)
  return (
    <TaxFields
      draft={draft}
      country={country}
      label={t('sale.paid')}
      description={t('sale.paidHelp')}
      {...(foreign && {
        foreign: {
          currency: foreign.currency,
          cents: foreign.cents,
          onChange: (cents: number | null) => onChange({ foreign: { ...foreign, cents } }),
        },
      })}
      errors={errors}
      onChange={onChange}
      onValidityChange={onValidityChange}
    >
      <MoneyField
        label={t('sale.refunded')}
        value={draft.refundedCents}
        onChange={(refundedCents) => onChange({ refundedCents })}
        onValidityChange={(isValid) => onValidityChange('refundedCents', isValid)}
        {...errors.of('refundedCents')}
      />
      {paid !== null && (draft.refundedCents ?? 0) > 0 && draft.refundedCents !== paid && (
        <span className={styles.besideField}>
          <Button variant="quiet" onPress={() => onChange({ refundedCents: paid })}>
            {t('sale.refundAll')}
          </Button>
        </span>
      )}
    </TaxFields>
  )
}

function SalePreview({ draft, margin }: Pick<SaleFieldsProps, 'draft' | 'margin'>) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  // Name and day do not change what remains.
  const preview = previewOf({ ...draft, name: '-', day: draft.day ?? ('2000-01-01' as Day) }, margin)
  if (!preview) return null
  const net = format.money(preview.netCents)
  if (preview.contributionCents === null || preview.margin === null)
    return <p className={styles.help}>{t('sale.preview', { net })}</p>
  const contribution = format.money(preview.contributionCents)
  return (
    <p className={styles.help}>
      {t('sale.previewContribution', { net, contribution, margin: format.basisPoints(preview.margin) })}
    </p>
  )
}

function MoreFields({ draft, errors, onChange, onValidityChange }: SaleFieldsProps) {
  const { t } = useTranslation('revenue')
  const isUsed =
    draft.kind === 'deal' ||
    draft.status !== 'paid' ||
    draft.marginBasisPoints !== null ||
    draft.clientId !== null ||
    draft.note !== '' ||
    draft.foreign !== null
  return (
    <Fold summary={t('sale.more')} isOpen={isUsed}>
      <div className={styles.stack}>
        <div className={styles.fields}>
          <Select
            label={t('sale.kind')}
            value={draft.kind}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
          <Select
            label={t('sale.status')}
            value={draft.status}
            options={SALE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
            onChange={(status) => onChange({ status })}
            description={t('sale.statusHelp')}
          />
        </div>
        <div className={styles.fields}>
          <PercentField
            label={t('sale.margin')}
            value={draft.marginBasisPoints}
            onChange={(marginBasisPoints) => onChange({ marginBasisPoints })}
            onValidityChange={(isValid) => onValidityChange('marginBasisPoints', isValid)}
            description={t('sale.marginHelpNone')}
          />
          <OwnerFields clientId={draft.clientId} beneficiary={draft.beneficiary} onChange={onChange} />
        </div>
        <ForeignFields draft={draft} errors={errors} onChange={onChange} />
        <TextArea
          label={t('sale.note')}
          value={draft.note}
          onChange={(note) => onChange({ note })}
          maxLength={2000}
          rows={2}
        />
      </div>
    </Fold>
  )
}
