import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/costs.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { REPETITIONS } from '../../../shared/domain/spreading.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from '../../ui/list-view.module.css'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AmountFields } from './amount-fields.tsx'
import { ExpenseBelonging } from './expense-belonging.tsx'
import {
  amountOf,
  centsPerMonth,
  centsPerYear,
  EXPENSE_KINDS,
  type ExpenseDraft,
  lastDayOfMonths,
  spreadOf,
  usualRepetition,
} from './expense-draft.ts'
import type { FieldProblems } from './field-problems.ts'
import { LevyFields } from './levy-fields.tsx'

const MAX_NAME_LENGTH = 200

export interface ExpenseFieldsProps {
  readonly draft: ExpenseDraft
  readonly errors: FieldProblems
  /** Null: a new one. */
  readonly expense: Expense | null
  readonly isCopy: boolean
  onChange(changes: Partial<ExpenseDraft>): void
  onValidityChange(isValid: boolean): void
}

export function ExpenseFields(props: ExpenseFieldsProps) {
  const { draft, errors, expense, onChange } = props
  const { t } = useTranslation('costs')
  return (
    <>
      {expense && expense.levyOfId !== null && <FollowsService serviceId={expense.levyOfId} />}
      {expense && <ClosedHint startsOn={expense.startsOn} />}
      <KindFields draft={draft} isChosen={expense !== null || props.isCopy} onChange={onChange} />
      <TextField
        label={t('expense.name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        placeholder={t('expense.namePlaceholder')}
        maxLength={MAX_NAME_LENGTH}
        // The dialog opens to type into.
        autoFocus
        isRequired
        {...errors.of('name')}
      />
      <AmountFields {...props} />
      <DayFields {...props} />
      <SpreadOffer draft={draft} onChange={onChange} />
      <Preview draft={draft} />
      <LevyFields draft={draft} expense={expense} error={errors.of('levy').errorMessage} onChange={onChange} />
      <ExpenseBelonging draft={draft} onChange={onChange} />
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

function FollowsService({ serviceId }: { readonly serviceId: number }) {
  const { t } = useTranslation('costs')
  const service = useQuery(api.costs.expenses.queryOptions()).data?.find(({ id }) => id === serviceId)
  return service ? <p className={styles.help}>{t('expense.followsService', { name: service.name })}</p> : null
}

/** Part of it is closed: what changes becomes a correction. */
function ClosedHint({ startsOn }: { readonly startsOn: Day }) {
  const { t } = useTranslation('costs')
  const months = useQuery(api.ledger.months.queryOptions()).data?.months ?? []
  const isClosed = months.some(({ month, status }) => status === 'closed' && month >= startsOn.slice(0, 7))
  return isClosed ? <p className={styles.help}>{t('expense.closedMonth')}</p> : null
}

interface KindFieldsProps extends Pick<ExpenseFieldsProps, 'draft' | 'onChange'> {
  readonly isChosen: boolean
}

function KindFields({ draft, isChosen, onChange }: KindFieldsProps) {
  const { t } = useTranslation('costs')
  // The repetition follows the kind until someone has chosen one.
  const isRepetitionChosen = useRef(isChosen)
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

function DayFields({ draft, errors, onChange }: Pick<ExpenseFieldsProps, 'draft' | 'errors' | 'onChange'>) {
  const { t } = useTranslation('costs')
  const isOnce = draft.repetition === 'once'
  const { startsOn } = draft
  return (
    <div className={styles.fields}>
      <DatePicker
        width="full"
        label={t(isOnce ? 'expense.startsOnOnce' : 'expense.startsOn')}
        value={startsOn}
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
  )
}

/** The usual spread of something paid in advance. Not inside of the date field, whose buttons all open its calendar. */
function SpreadOffer({ draft, onChange }: Pick<ExpenseFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('costs')
  const { repetition, startsOn, endsOn } = draft
  if (repetition !== 'once' || startsOn === null || endsOn !== null) return null
  return (
    <p className={styles.help}>
      <TextLink onPress={() => onChange({ endsOn: lastDayOfMonths(startsOn, 12) })}>{t('expense.spreadYear')}</TextLink>
    </p>
  )
}

/** What the amount comes to, while it is typed. */
function Preview({ draft }: { readonly draft: ExpenseDraft }) {
  const text = usePreview(draft)
  return text === null ? null : (
    <p className={styles.help} role="status">
      {text}
    </p>
  )
}

function usePreview(draft: ExpenseDraft): string | null {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const cents = amountOf(draft)
  const recurring = { cents, repetition: draft.repetition }
  const month = centsPerMonth(recurring)
  const year = centsPerYear(recurring)
  if (month !== null && year !== null) {
    return t('expense.previewRecurring', { month: format.money(month), year: format.money(year) })
  }
  const spread = spreadOf(draft, cents)
  if (spread === null || draft.startsOn === null || draft.endsOn === null) return null
  const { count } = spread
  const days = { from: format.day(draft.startsOn), to: format.day(draft.endsOn) }
  return spread.unit === 'months'
    ? t('expense.previewMonths', { count, month: format.money(spread.cents), ...days })
    : t('expense.previewDays', { count, day: format.money(spread.cents), ...days })
}
