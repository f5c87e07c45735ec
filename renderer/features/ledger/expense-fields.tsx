import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/day.ts'
import { divideRounded } from '../../../shared/domain/money.ts'
import { REPETITIONS } from '../../../shared/domain/spreading.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  centsPerMonth,
  centsPerYear,
  daysSpread,
  EXPENSE_KINDS,
  type ExpenseDraft,
  usualRepetition,
} from './expense-draft.ts'
import styles from './ledger.module.css'
import { CampaignSelect, ChannelSelect } from '../../ui/record-selects.tsx'
import { type FieldErrors, MAX_NAME_LENGTH } from '../../lib/use-field-errors.ts'

export interface ExpenseFieldsProps {
  readonly draft: ExpenseDraft
  readonly errors: FieldErrors<'name' | 'cents' | 'startsOn' | 'endsOn'>
  readonly isNew: boolean
  onChange(changes: Partial<ExpenseDraft>): void
  onValidityChange(isValid: boolean): void
}

export function ExpenseFields({ draft, errors, isNew, onChange, onValidityChange }: ExpenseFieldsProps) {
  const { t } = useTranslation('ledger')
  const isOnce = draft.repetition === 'once'
  const preview = usePreview(draft)
  return (
    <>
      <KindFields draft={draft} isNew={isNew} onChange={onChange} />
      <TextField
        label={t('expense.name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        placeholder={t('expense.namePlaceholder')}
        maxLength={MAX_NAME_LENGTH}
        // The dialog opens to type into.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        isRequired
        {...errors.of('name')}
      />
      <MoneyField
        label={t('expense.amount')}
        value={draft.cents}
        minimum={1}
        onChange={(cents) => onChange({ cents })}
        onValidityChange={onValidityChange}
        description={preview ?? t('expense.amountHelp')}
        isRequired
        {...errors.of('cents')}
      />
      {preview !== null && <p className={styles.help}>{t('expense.amountHelp')}</p>}
      <div className={styles.fields}>
        <DatePicker
          width="full"
          label={t(isOnce ? 'expense.startsOnOnce' : 'expense.startsOn')}
          value={draft.startsOn}
          onChange={(day) => onChange({ startsOn: day as Day | null })}
          isRequired
          {...errors.of('startsOn')}
        />
        <DatePicker
          width="full"
          label={t(isOnce ? 'expense.endsOnOnce' : 'expense.endsOn')}
          value={draft.endsOn}
          onChange={(day) => onChange({ endsOn: day as Day | null })}
          description={t(isOnce ? 'expense.endsOnOnceHelp' : 'expense.endsOnHelp')}
          {...errors.of('endsOn')}
        />
      </div>
      <BelongingFields draft={draft} onChange={onChange} />
    </>
  )
}

/** What the expense is charged to. */
function BelongingFields({ draft, onChange }: Pick<ExpenseFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('ledger')
  const campaigns = useQuery(api.settings.campaigns.queryOptions())
  return (
    <>
      <div className={styles.fields}>
        <ChannelSelect
          label={t('expense.channel')}
          noneLabel={t('expense.noChannel')}
          value={draft.channelId}
          onChange={(channelId) => onChange({ channelId })}
        />
        {(campaigns.data?.length ?? 0) > 0 && (
          <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
        )}
      </div>
      <Switch
        isSelected={draft.scope === 'social'}
        onChange={(isSocial) => onChange({ scope: isSocial ? 'social' : 'other' })}
        description={t('expense.isSocialHelp')}
      >
        {t('expense.isSocial')}
      </Switch>
      <TextArea
        label={t('expense.note')}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        rows={2}
        maxLength={2000}
      />
    </>
  )
}

function KindFields({ draft, isNew, onChange }: Pick<ExpenseFieldsProps, 'draft' | 'isNew' | 'onChange'>) {
  const { t } = useTranslation('ledger')
  // The repetition follows the kind until someone has chosen one.
  const isRepetitionChosen = useRef(!isNew)
  return (
    <div className={styles.fields}>
      <Select
        label={t('expense.kind')}
        value={draft.kind}
        options={EXPENSE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) =>
          onChange({ kind, ...(!isRepetitionChosen.current && { repetition: usualRepetition(kind) }) })
        }
      />
      <Select
        label={t('expense.repetition')}
        value={draft.repetition}
        options={REPETITIONS.map((value) => ({ value, label: t(`expense.repetitions.${value}`) }))}
        onChange={(repetition) => {
          isRepetitionChosen.current = true
          onChange({ repetition })
        }}
      />
    </div>
  )
}

/** What the amount comes to, while it is typed. */
function usePreview(draft: ExpenseDraft): string | null {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const month = centsPerMonth(draft)
  const year = centsPerYear(draft)
  if (month !== null && year !== null) {
    return t('expense.previewRecurring', { month: format.money(month), year: format.money(year) })
  }
  const days = daysSpread(draft)
  if (days === null || draft.cents === null) return null
  return t('expense.previewSpread', { count: days, day: format.money(divideRounded(draft.cents, days)) })
}
