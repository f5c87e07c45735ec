import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeRate } from '../../../shared/contract/costs.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { useLedgerCurrency } from './amount-fields.tsx'
import styles from './costs.module.css'
import { currencyOptions } from '../../ui/currencies.ts'
import { type FieldProblems, useFieldProblems } from './field-problems.ts'
import { RateField } from '../../ui/rate-field.tsx'
import { rateText } from '../../lib/rate-text.ts'

/** The list of known rates, with a form over it. */
export function RatesDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('costs')
  const rates = useQuery(api.costs.exchangeRates.queryOptions()).data
  const [draft, setDraft] = useState<RateDraft>(EMPTY)
  const columns = useRateColumns()
  return (
    <Dialog
      isOpen
      size="l"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('rates.title')}
      footer={<Button onPress={onClose}>{t('rates.close')}</Button>}
    >
      <p>{t('rates.text')}</p>
      <RateForm draft={draft} onChange={setDraft} />
      {rates?.length === 0 ? (
        <p className={styles.hint}>{t('rates.empty')}</p>
      ) : (
        <Table
          label={t('rates.title')}
          columns={columns}
          rows={rates ?? []}
          rowKey={(rate) => String(rate.id)}
          onRowAction={({ currency, day, rateMillionths }) => setDraft({ currency, day: day as Day, rateMillionths })}
          isLoading={rates === undefined}
          height={300}
        />
      )}
    </Dialog>
  )
}

interface RateDraft {
  readonly currency: string | null
  readonly day: Day | null
  readonly rateMillionths: number | null
}
const EMPTY: RateDraft = { currency: null, day: null, rateMillionths: null }

interface RateFormProps {
  readonly draft: RateDraft
  onChange(draft: RateDraft): void
}

function RateForm({ draft, onChange }: RateFormProps) {
  const { t } = useTranslation('costs')
  const today = useQuery(api.app.status.queryOptions()).data?.today ?? null
  const command = useCommand(client.costs.setExchangeRate, { done: t('rates.saved'), errors: 'caller' })
  const [isChecked, setIsChecked] = useState(false)
  const day = draft.day ?? today
  const errors = useFieldProblems(['currency', 'rate', 'rateDay'], isChecked ? problemsOf(draft) : {}, command.error)

  async function save() {
    setIsChecked(true)
    const { currency, rateMillionths } = draft
    if (currency === null || day === null || rateMillionths === null) return
    if (!(await command.run({ currency, day, rateMillionths }))) return
    setIsChecked(false)
    onChange({ ...draft, rateMillionths: null })
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {errors.general && <ErrorPanel error={errors.general} />}
      <RateInputs
        draft={{ ...draft, day }}
        errors={errors}
        isSaving={command.isRunning}
        onChange={(next) => {
          command.clearError()
          onChange(next)
        }}
      />
    </form>
  )
}

function problemsOf({ currency, rateMillionths }: RateDraft) {
  return {
    ...(currency === null && { currency: 'currencyRequired' }),
    ...(rateMillionths === null && { rate: 'rateRequired' }),
  }
}

interface RateInputsProps extends RateFormProps {
  readonly errors: FieldProblems
  readonly isSaving: boolean
}

function RateInputs({ draft, errors, isSaving, onChange }: RateInputsProps) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const ledgerCurrency = useLedgerCurrency()
  const options = useMemo(
    () => currencyOptions(format.locale, ['USD']).filter(({ value }) => value !== ledgerCurrency),
    [format.locale, ledgerCurrency],
  )
  return (
    <div className={styles.rateForm}>
      <ComboBox
        label={t('rates.currency')}
        value={draft.currency}
        options={options}
        onChange={(currency) => onChange({ ...draft, currency })}
        placeholder={t('foreign.search')}
        {...errors.of('currency')}
      />
      <DatePicker
        width="full"
        label={t('rates.day')}
        value={draft.day}
        onChange={(day) => onChange({ ...draft, day: day as Day | null })}
        {...errors.of('rateDay')}
      />
      <RateField
        label={
          draft.currency === null
            ? t('rates.rate', { currency: ledgerCurrency })
            : t('rates.rateFor', { currency: ledgerCurrency, foreign: draft.currency })
        }
        value={draft.rateMillionths}
        onChange={(rateMillionths) => onChange({ ...draft, rateMillionths })}
        {...errors.of('rate')}
      />
      <Button type="submit" isPending={isSaving}>
        {t('rates.save')}
      </Button>
    </div>
  )
}

function useRateColumns(): Column<ExchangeRate>[] {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const ledgerCurrency = useLedgerCurrency()
  const { run } = useCommand(client.costs.removeExchangeRate, { done: t('rates.removed') })
  return useMemo(
    (): Column<ExchangeRate>[] => [
      { id: 'currency', header: t('rates.currency'), isRowHeader: true, cell: (rate) => rate.currency },
      {
        id: 'day',
        header: t('rates.day'),
        cell: (rate) => format.day(rate.day),
        sortValue: (rate) => rate.day,
      },
      {
        id: 'rate',
        header: t('rates.rate', { currency: ledgerCurrency }),
        align: 'end',
        cell: (rate) => rateText(rate.rateMillionths, format.language),
      },
      {
        id: 'uses',
        header: t('rates.uses'),
        align: 'end',
        cell: ({ uses }) =>
          uses === 0 ? t('rates.uses_zero') : t('rates.usesCount', { count: uses, formatted: format.number(uses) }),
      },
      {
        id: 'actions',
        header: '',
        headerDescription: t('rates.actions'),
        align: 'end',
        cell: ({ id, currency, day }) => (
          <RemoveButton name={t('rates.name', { currency, day: format.day(day) })} onRemove={() => void run({ id })} />
        ),
      },
    ],
    // `run` is new with every render; what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [t, format, ledgerCurrency],
  )
}
