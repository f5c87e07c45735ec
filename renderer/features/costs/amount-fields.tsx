import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/day.ts'
import { lastKnownRate } from '../../../shared/domain/exchange.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import styles from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { currencyOptions } from '../../ui/currencies.ts'
import { amountOf, type ExpenseDraft, type ForeignDraft } from './expense-draft.ts'
import type { FieldProblems } from './field-problems.ts'
import { RateField } from '../../ui/rate-field.tsx'
import { rateText } from '../../lib/rate-text.ts'

export interface AmountFieldsProps {
  readonly draft: ExpenseDraft
  readonly errors: FieldProblems
  onChange(changes: Partial<ExpenseDraft>): void
  onValidityChange(isValid: boolean): void
}

/** The amount in the ledger's currency, or in another one with its rate. */
export function AmountFields({ draft, errors, onChange, onValidityChange }: AmountFieldsProps) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const ledgerCurrency = useLedgerCurrency()
  const rates = useQuery(api.costs.exchangeRates.queryOptions()).data
  const options = useMemo(
    () => currencyOptions(format.locale, [ledgerCurrency, ...(rates ?? []).map(({ currency }) => currency)]),
    [format.locale, ledgerCurrency, rates],
  )
  const { foreign } = draft

  function chooseCurrency(currency: string | null) {
    if (currency === null || currency === ledgerCurrency) {
      onChange({ foreign: null, cents: foreign ? foreign.cents : draft.cents })
      return
    }
    const rate = draft.startsOn && lastKnownRate(rates ?? [], currency, draft.startsOn)
    onChange({
      foreign: {
        currency,
        cents: foreign ? foreign.cents : draft.cents,
        rateMillionths: rate ? rate.rateMillionths : null,
        rateDay: rate ? (rate.day as Day) : draft.startsOn,
      },
    })
  }

  return (
    <>
      <div className={styles.fields}>
        <MoneyField
          key={foreign?.currency ?? ''}
          label={t('expense.amount')}
          value={foreign ? foreign.cents : draft.cents}
          minimum={1}
          suffix={foreign?.currency ?? format.currencySymbol}
          onChange={(cents) => onChange(foreign ? { foreign: { ...foreign, cents } } : { cents })}
          onValidityChange={onValidityChange}
          isRequired
          {...errors.of(foreign ? 'foreignCents' : 'cents')}
        />
        <ComboBox
          label={t('expense.currency')}
          value={foreign?.currency ?? ledgerCurrency}
          options={options}
          onChange={chooseCurrency}
          placeholder={t('foreign.search')}
          {...errors.of('currency')}
        />
      </div>
      {foreign && <ForeignFields draft={draft} foreign={foreign} errors={errors} onChange={onChange} />}
      <p className={styles.help}>{t('expense.amountHelp')}</p>
    </>
  )
}

export function useLedgerCurrency(): string {
  return useQuery(api.settings.ledger.queryOptions()).data?.currency ?? 'EUR'
}

interface ForeignFieldsProps extends Omit<AmountFieldsProps, 'onValidityChange'> {
  readonly foreign: ForeignDraft
}

function ForeignFields({ draft, foreign, errors, onChange }: ForeignFieldsProps) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const currency = useLedgerCurrency()
  const rates = useQuery(api.costs.exchangeRates.queryOptions()).data ?? []
  const names = { currency, foreign: foreign.currency }
  const listed = rates.find((rate) => rate.currency === foreign.currency && rate.day === foreign.rateDay)
  const isListed = listed !== undefined && listed.rateMillionths === foreign.rateMillionths
  const hasRates = rates.some((rate) => rate.currency === foreign.currency)
  const change = (changes: Partial<ForeignDraft>) => onChange({ foreign: { ...foreign, ...changes } })
  const cents = amountOf(draft)

  function chooseDay(rateDay: Day | null) {
    const known = rateDay && rates.find((rate) => rate.currency === foreign.currency && rate.day === rateDay)
    change({ rateDay, ...(known && { rateMillionths: known.rateMillionths }) })
  }

  return (
    <>
      <div className={styles.fields}>
        <RateField
          label={t('foreign.rate')}
          value={foreign.rateMillionths}
          onChange={(rateMillionths) => change({ rateMillionths })}
          description={t('foreign.rateHelp', names)}
          isRequired
          {...errors.of('rate')}
        />
        <DatePicker
          width="full"
          label={t('foreign.rateDay')}
          value={foreign.rateDay}
          onChange={(day) => chooseDay(day as Day | null)}
          {...(isListed && { description: t('foreign.proposed', { day: format.day(listed.day) }) })}
          {...(!hasRates && { description: t('foreign.noRate', names) })}
          {...errors.of('rateDay')}
        />
      </div>
      {cents !== null && foreign.cents !== null && foreign.rateMillionths !== null && (
        <p className={styles.help} role="status">
          {t('foreign.converted', {
            foreign: `${format.number(foreign.cents / 100, 2)} ${foreign.currency}`,
            rate: rateText(foreign.rateMillionths, format.language),
            amount: format.money(cents),
          })}
        </p>
      )}
    </>
  )
}
