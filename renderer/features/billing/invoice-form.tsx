import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BilledClient } from '../../../shared/contract/billing-records.ts'
import { type Day, isDay, type Month, type Period } from '../../../shared/domain/day.ts'
import { multiplyDivide } from '../../../shared/domain/money.ts'
import { api, client as backend } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFieldErrors } from '../../lib/use-field-errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { DateRangePicker } from '../../ui/date-range-picker.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './billing.module.css'

export interface InvoiceFormProps {
  readonly client: Pick<BilledClient, 'id' | 'name'>
  readonly period: Period
  readonly today: Day
  onClose(): void
}

const TAX_RATES = { DE: [1900, 700], AT: [2000, 1300, 1000], CH: [810, 260] } as const
type Preview = Awaited<ReturnType<typeof backend.billing.invoicePreview>>

/** Marks a client's open hours of a period as invoiced and, where wished, books the amount. */
export function InvoiceForm(props: InvoiceFormProps) {
  const [period, setPeriod] = useState(props.period)
  const preview = useQuery(
    api.billing.invoicePreview.queryOptions({
      input: { clientId: props.client.id, period },
      placeholderData: (before) => before,
    }),
  )
  const settings = useQuery(api.settings.ledger.queryOptions()).data
  if (!preview.data || !settings) return null
  const rates = TAX_RATES[settings.holidayRegion.country]
  return <OpenForm {...props} period={period} onPeriodChange={setPeriod} preview={preview.data} taxRates={rates} />
}

interface OpenFormProps extends InvoiceFormProps {
  readonly preview: Preview
  readonly taxRates: readonly number[]
  onPeriodChange(period: Period): void
}

function useInvoiceDraft({ preview, taxRates, today }: OpenFormProps) {
  const [draft, setDraft] = useState({
    number: preview.suggestedNumber,
    leftOut: [] as readonly Month[],
    isBooked: true,
    kind: 'deal' as 'deal' | 'manual',
    day: today as string | null,
    taxBasisPoints: taxRates[0] ?? 0,
  })
  return { draft, change: (changes: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...changes })) }
}
type Draft = ReturnType<typeof useInvoiceDraft>['draft']

function OpenForm(props: OpenFormProps) {
  const { client, period, preview, onClose } = props
  const { t } = useTranslation('billing')
  const { draft, change } = useInvoiceDraft(props)
  const [isChecked, setIsChecked] = useState(false)
  const number = draft.number.trim()
  const add = useCommand(backend.billing.addInvoice, { done: t('invoice.done', { number }), errors: 'caller' })
  const errors = useFieldErrors(['day'], isChecked && draft.day === null ? { day: 'required' } : {}, add.error)
  const fees = preview.fees.filter(({ month }) => !draft.leftOut.includes(month))
  const sumCents = preview.figures.cents + fees.reduce((sum, { cents }) => sum + cents, 0)
  const isEmpty = preview.figures.count === 0 && fees.length === 0
  const isTaken = add.error?.code === 'name_taken'
  const numberProblem = isTaken ? t('invoice.taken') : isChecked && number === '' ? t('invoice.required') : undefined

  async function save() {
    setIsChecked(true)
    const day = draft.day !== null && isDay(draft.day) ? draft.day : null
    if (number === '' || isEmpty || (draft.isBooked && day === null)) return
    const { kind, taxBasisPoints } = draft
    const booking = draft.isBooked && day !== null ? { kind, day, taxBasisPoints } : null
    const feeMonths = fees.map(({ month }) => month)
    if (await add.run({ clientId: client.id, period, number, feeMonths, booking })) onClose()
  }

  return (
    <RecordDialog
      title={t('invoice.title', { name: client.name })}
      error={isTaken ? null : errors.general}
      isSaving={add.isRunning}
      isSaveDisabled={isEmpty || preview.figures.unpricedSeconds > 0}
      saveLabel={t(draft.isBooked ? 'invoice.saveAndBook' : 'invoice.save')}
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.note}>{t('invoice.intro')}</p>
      <div className={styles.pair}>
        <TextField
          autoFocus
          isRequired
          label={t('invoice.number')}
          maxLength={100}
          value={draft.number}
          onChange={(next) => {
            add.clearError()
            change({ number: next })
          }}
          {...(numberProblem !== undefined && { errorMessage: numberProblem })}
        />
        <DateRangePicker
          label={t('invoice.period')}
          value={period}
          onChange={(range) => range && isPeriod(range) && props.onPeriodChange(range)}
        />
      </div>
      <PreviewBox preview={preview} draft={draft} sumCents={sumCents} isEmpty={isEmpty} onChange={change} />
      <BookingFields
        draft={draft}
        sumCents={sumCents}
        taxRates={props.taxRates}
        dayError={errors.of('day')}
        onChange={change}
      />
    </RecordDialog>
  )
}

function isPeriod(range: { from: string; to: string }): range is Period {
  return isDay(range.from) && isDay(range.to) && range.from <= range.to
}

interface PreviewBoxProps {
  readonly preview: Preview
  readonly draft: Draft
  readonly sumCents: number
  readonly isEmpty: boolean
  onChange(changes: Partial<Draft>): void
}

function PreviewBox({ preview, draft, sumCents, isEmpty, onChange }: PreviewBoxProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { figures, fees, invoicedCount } = preview
  return (
    <div className={styles.preview} aria-live="polite">
      {figures.count === 0 && fees.length === 0 ? (
        <span>{t('invoice.nothing')}</span>
      ) : (
        <span>{t('invoice.preview', { count: figures.count, billed: format.duration(figures.billedSeconds) })}</span>
      )}
      {fees.map(({ month, cents }) => (
        <Checkbox
          key={month}
          isSelected={!draft.leftOut.includes(month)}
          onChange={(isSelected) =>
            onChange({
              leftOut: isSelected ? draft.leftOut.filter((each) => each !== month) : [...draft.leftOut, month],
            })
          }
        >
          {t('invoice.fees', { month: format.month(month), amount: format.money(cents) })}
        </Checkbox>
      ))}
      {!isEmpty && (
        <strong>
          {t('invoice.sum')}: {format.money(sumCents)}
        </strong>
      )}
      {figures.unpricedSeconds > 0 && (
        <span className={styles.warn}>
          {t('invoice.unpriced', { hours: format.duration(figures.unpricedSeconds) })}
        </span>
      )}
      {invoicedCount > 0 && <span className={styles.note}>{t('invoice.already', { count: invoicedCount })}</span>}
    </div>
  )
}

interface BookingFieldsProps {
  readonly draft: Draft
  readonly sumCents: number
  readonly taxRates: readonly number[]
  readonly dayError: { readonly errorMessage?: string }
  onChange(changes: Partial<Draft>): void
}

function BookingFields({ draft, sumCents, taxRates, dayError, onChange }: BookingFieldsProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const gross = sumCents + multiplyDivide(sumCents, draft.taxBasisPoints, 10_000)
  const rates = [...taxRates, 0].map((points) => ({
    value: String(points),
    label: points === 0 ? t('invoice.noTax') : format.basisPoints(points),
  }))
  return (
    <>
      <Checkbox
        isSelected={draft.isBooked}
        onChange={(isBooked) => onChange({ isBooked })}
        description={t('invoice.bookHelp')}
      >
        {t('invoice.book')}
      </Checkbox>
      {draft.isBooked && (
        <div className={styles.pair}>
          <DatePicker
            width="full"
            label={t('invoice.day')}
            value={draft.day}
            onChange={(day) => onChange({ day })}
            {...dayError}
          />
          <Select
            label={t('invoice.tax')}
            value={String(draft.taxBasisPoints)}
            options={rates}
            onChange={(points) => onChange({ taxBasisPoints: Number(points) })}
            description={t('invoice.gross', { gross: format.money(gross) })}
          />
          <Select
            label={t('invoice.kind')}
            value={draft.kind}
            options={(['deal', 'manual'] as const).map((value) => ({ value, label: t(`invoice.kinds.${value}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
        </div>
      )}
    </>
  )
}
