import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../../../shared/contract/leads.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { multiplyDivide } from '../../../shared/domain/money.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFieldErrors } from '../../lib/use-field-errors.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import styles from '../../ui/list-view.module.css'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { newTax, type TaxedDraft, taxOf } from './tax.ts'
import { TaxFields } from './tax-fields.tsx'
import { type FormBasics, useFormBasics, useUnreadable } from './use-form-basics.ts'

interface OutcomeProps {
  readonly lead: Lead
  onClose(): void
}

const DEAL_FIELDS = ['day', 'paidCents', 'taxCents'] as const

/** Asks for what was agreed and makes the deal. */
export function WinLeadDialog(props: OutcomeProps) {
  const basics = useFormBasics()
  return basics ? <OpenWin {...props} basics={basics} /> : null
}

/** The lead's value is net: what will be paid has tax on top. */
function startOf({ valueCents }: Lead, { today, country }: FormBasics): TaxedDraft & { readonly day: Day | null } {
  const tax = newTax(country)
  const rate = tax.tax === 'own' ? 0 : tax.tax
  return { ...tax, day: today, paidCents: multiplyDivide(valueCents, 10_000 + rate, 10_000) }
}

function OpenWin({ lead, basics, onClose }: OutcomeProps & { readonly basics: FormBasics }) {
  const { t } = useTranslation('revenue')
  const [draft, setDraft] = useState(() => startOf(lead, basics))
  const [isChecked, setIsChecked] = useState(false)
  const unreadable = useUnreadable()
  const command = useCommand(client.revenue.winLead, { done: t('leads.won'), errors: 'caller' })
  const { day, paidCents } = draft
  const taxCents = taxOf(draft)
  const problems = {
    ...(day === null && { day: 'required' }),
    ...((paidCents ?? 0) < 1 && !unreadable.fields.includes('paidCents') && { paidCents: 'amountRequired' }),
    ...(paidCents !== null && taxCents > paidCents && { taxCents: 'tax_above_price' }),
  }
  const errors = useFieldErrors(DEAL_FIELDS, isChecked ? problems : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (day === null || paidCents === null || Object.keys(problems).length > 0 || unreadable.fields.length > 0) return
    if (await command.run({ id: lead.id, deal: { day, paidCents, taxCents } })) onClose()
  }

  const change = (changes: Partial<typeof draft>) => {
    command.clearError()
    setDraft((before) => ({ ...before, ...changes }))
  }
  return (
    <RecordDialog
      title={t('leads.winTitle')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <p>{t('leads.winHelp')}</p>
      <TaxFields
        draft={draft}
        country={basics.country}
        label={t('sale.paid')}
        description={t('sale.paidHelp')}
        errors={errors}
        onChange={change}
        onValidityChange={unreadable.onValidityChange}
      />
      <div className={styles.fields}>
        <DatePicker
          width="full"
          label={t('leads.wonDay')}
          value={day}
          onChange={(next) => change({ day: next as Day | null })}
          isRequired
          {...errors.of('day')}
        />
      </div>
    </RecordDialog>
  )
}

const LOSS_FIELDS = ['day', 'reason'] as const

export function LoseLeadDialog(props: OutcomeProps) {
  const basics = useFormBasics()
  return basics ? <OpenLoss {...props} today={basics.today} /> : null
}

function OpenLoss({ lead, today, onClose }: OutcomeProps & { readonly today: Day }) {
  const { t } = useTranslation('revenue')
  const [day, setDay] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const command = useCommand(client.revenue.loseLead, { done: t('leads.lost'), errors: 'caller' })
  const errors = useFieldErrors(LOSS_FIELDS, isChecked && day === null ? { day: 'required' } : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (day !== null && (await command.run({ id: lead.id, day, reason }))) onClose()
  }

  return (
    <RecordDialog
      title={t('leads.loseTitle')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <DatePicker
        label={t('leads.lostDay')}
        value={day}
        onChange={(next) => setDay(next as Day | null)}
        isRequired
        {...errors.of('day')}
      />
      <TextArea
        label={t('leads.reason')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        rows={3}
        {...errors.of('reason')}
      />
    </RecordDialog>
  )
}
