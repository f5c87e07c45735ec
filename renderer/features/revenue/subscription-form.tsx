import { useTranslation } from 'react-i18next'
import type { Subscription, SubscriptionInput } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import type { FieldErrors } from '../../lib/use-field-errors.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import styles from '../../ui/list-view.module.css'
import { PercentField } from '../../ui/percent-field.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { CampaignSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { ClientSelect } from './client-select.tsx'
import { NameField } from './name-field.tsx'
import { OriginSelect } from './origin-select.tsx'
import { type Country, newTax, recognisedTax, type TaxedDraft, taxOf } from './tax.ts'
import { TaxFields } from './tax-fields.tsx'
import { type FormBasics, useFormBasics } from './use-form-basics.ts'
import { useRecordForm } from './use-record-form.ts'

export interface SubscriptionFormProps {
  /** Null: a new one. */
  readonly subscription: Subscription | null
  onClose(): void
}

interface Draft extends Omit<SubscriptionInput, 'startsOn' | 'paidCents' | 'taxCents'>, TaxedDraft {
  readonly startsOn: Day | null
}

const FIELDS = ['name', 'startsOn', 'endsOn', 'paidCents', 'taxCents'] as const
type Field = (typeof FIELDS)[number]

export function SubscriptionForm(props: SubscriptionFormProps) {
  const basics = useFormBasics()
  return basics ? <OpenForm {...props} basics={basics} /> : null
}

function startOf(subscription: Subscription | null, { today, country }: FormBasics): Draft {
  if (subscription) {
    const { id: _id, payments: _payments, netCents: _net, nextDay: _next, taxCents, ...rest } = subscription
    return { ...rest, ...recognisedTax(subscription.paidCents, taxCents, country) }
  }
  return {
    name: '',
    startsOn: today,
    endsOn: null,
    repetition: 'monthly',
    paidCents: null,
    ...newTax(country),
    marginBasisPoints: null,
    clientId: null,
    origin: null,
    campaignId: null,
  }
}

function problemsOf(draft: Draft): Partial<Record<Field, string>> {
  const paid = draft.paidCents ?? 0
  const { startsOn, endsOn } = draft
  return {
    ...(draft.name.trim() === '' && { name: 'required' }),
    ...(startsOn === null && { startsOn: 'required' }),
    ...(startsOn !== null && endsOn !== null && endsOn < startsOn && { endsOn: 'ends_before_start' }),
    ...(paid < 1 && { paidCents: 'amountRequired' }),
    ...(paid > 0 && taxOf(draft) > paid && { taxCents: 'tax_above_price' }),
  }
}

function inputOf(draft: Draft): SubscriptionInput | null {
  const { startsOn, paidCents, tax: _tax, ownTaxCents: _own, ...rest } = draft
  if (startsOn === null || paidCents === null || Object.keys(problemsOf(draft)).length > 0) return null
  return { ...rest, name: draft.name.trim(), startsOn, paidCents, taxCents: taxOf(draft) }
}

function OpenForm({ subscription, onClose, basics }: SubscriptionFormProps & { readonly basics: FormBasics }) {
  const { t } = useTranslation('revenue')
  const add = useCommand(client.revenue.addSubscription, { done: t('subscription.added'), errors: 'caller' })
  const update = useCommand(client.revenue.updateSubscription, { done: t('subscription.updated'), errors: 'caller' })
  const remove = useCommand(client.revenue.removeSubscription, { done: t('subscription.removed') })
  const command = subscription ? update : add
  const { draft, errors, onChange, onValidityChange, save } = useRecordForm({
    start: () => startOf(subscription, basics),
    fields: FIELDS,
    problemsOf,
    inputOf,
    command,
    send: (input) =>
      subscription ? update.run({ id: subscription.id, subscription: input }) : add.run({ subscription: input }),
    onClose,
  })

  async function removeIt(id: number) {
    if (await remove.run({ id })) onClose()
  }

  return (
    <RecordDialog
      title={t(subscription ? 'subscription.edit' : 'subscription.add')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={subscription ? { isRunning: remove.isRunning, run: () => removeIt(subscription.id) } : undefined}
      onClose={onClose}
    >
      <SubscriptionFields
        draft={draft}
        errors={errors}
        country={basics.country}
        onChange={onChange}
        onValidityChange={onValidityChange}
      />
      {draft.clientId !== null && <p className={styles.help}>{t('subscription.ownRevenue')}</p>}
      {subscription && <p className={styles.help}>{t('subscription.updateHelp')}</p>}
    </RecordDialog>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly errors: FieldErrors<Field>
  readonly country: Country
  onChange(changes: Partial<Draft>): void
  onValidityChange(field: string, isValid: boolean): void
}

const REPETITIONS = ['monthly', 'quarterly', 'yearly'] as const

function SubscriptionFields({ draft, errors, country, onChange, onValidityChange }: FieldsProps) {
  const { t } = useTranslation('revenue')
  return (
    <>
      <NameField
        label={t('subscription.name')}
        placeholder={t('subscription.namePlaceholder')}
        value={draft.name}
        errors={errors}
        onChange={(name) => onChange({ name })}
      />
      <TaxFields
        draft={draft}
        country={country}
        label={t('subscription.paid')}
        description={t('sale.paidHelp')}
        errors={errors}
        onChange={onChange}
        onValidityChange={onValidityChange}
      >
        <Select
          label={t('subscription.repetition')}
          value={draft.repetition}
          options={REPETITIONS.map((value) => ({ value, label: t(`subscription.repetitions.${value}`) }))}
          onChange={(repetition) => onChange({ repetition })}
        />
      </TaxFields>
      <div className={styles.fields}>
        <DatePicker
          width="full"
          label={t('subscription.startsOn')}
          value={draft.startsOn}
          onChange={(startsOn) => onChange({ startsOn: startsOn as Day | null })}
          isRequired
          {...errors.of('startsOn')}
        />
        <DatePicker
          width="full"
          label={t('subscription.endsOn')}
          value={draft.endsOn}
          onChange={(endsOn) => onChange({ endsOn: endsOn as Day | null })}
          description={t('subscription.endsOnHelp')}
          {...errors.of('endsOn')}
        />
      </div>
      <div className={styles.fields}>
        <OriginSelect
          label={t('subscription.origin')}
          value={draft.origin}
          onChange={(origin) => onChange({ origin, ...(origin === null && { campaignId: null }) })}
        />
        {draft.origin !== null && (
          <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
        )}
        <PercentField
          label={t('sale.margin')}
          value={draft.marginBasisPoints}
          onChange={(marginBasisPoints) => onChange({ marginBasisPoints })}
          onValidityChange={(isValid) => onValidityChange('marginBasisPoints', isValid)}
          description={t('sale.marginHelpNone')}
        />
        <ClientSelect value={draft.clientId} onChange={(clientId) => onChange({ clientId })} />
      </div>
    </>
  )
}
