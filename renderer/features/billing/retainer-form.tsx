import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetainerRow } from '../../../shared/contract/billing-records.ts'
import type { Month } from '../../../shared/domain/day.ts'
import { MAX_RATE_CENTS_PER_HOUR } from '../../../shared/domain/labour-cost.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './billing.module.css'
import { HoursField } from './hours-field.tsx'
import { MonthSelect } from './month-select.tsx'
import { CARRY_OVERS, draftOf, inputOf, lacksOf, type RetainerDraft, type RetainerField } from './retainer-draft.ts'

export interface RetainerFormProps {
  readonly clientId: number
  /** Null: a new one. */
  readonly retainer: RetainerRow | null
  readonly before: RetainerRow | null
  readonly month: Month
  onClose(): void
}

const MONTH_SECONDS = 2_678_400
const MAX_CAP_SECONDS = 100_000_000

export function RetainerForm({ clientId, retainer, before, month, onClose }: RetainerFormProps) {
  const { t } = useTranslation('billing')
  const [draft, setDraft] = useState(() => draftOf(retainer, before, month))
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  const [isChecked, setIsChecked] = useState(false)
  const add = useCommand(client.billing.addRetainer, { done: t('retainer.added'), errors: 'caller' })
  const update = useCommand(client.billing.updateRetainer, { done: t('retainer.changed'), errors: 'caller' })
  const remove = useCommand(client.billing.removeRetainer, { done: t('retainer.removed') })
  const command = retainer ? update : add
  const isOverlapping = command.error?.data['reason'] === 'overlaps'
  const change = (changes: Partial<RetainerDraft>) => {
    command.clearError()
    setDraft((now) => ({ ...now, ...changes }))
  }

  async function save() {
    setIsChecked(true)
    const input = inputOf(draft)
    if (input === null || unreadable.length > 0) return
    const done = retainer
      ? await update.run({ id: retainer.id, retainer: input })
      : await add.run({ clientId, retainer: input })
    if (done) onClose()
  }

  const removal = retainer && {
    isRunning: remove.isRunning,
    run: async () => {
      if (await remove.run({ id: retainer.id })) onClose()
    },
  }
  return (
    <RecordDialog
      title={retainer ? t('retainer.edit') : before ? t('retainer.change') : t('retainer.add')}
      error={isOverlapping ? null : command.error}
      isSaving={command.isRunning}
      onSave={save}
      removal={removal ?? undefined}
      onClose={onClose}
    >
      <RetainerFields
        draft={draft}
        lacks={isChecked ? lacksOf(draft) : []}
        isOverlapping={isOverlapping}
        isFollowing={retainer === null && before !== null}
        onChange={change}
        onValidityChange={(field, isValid) =>
          setUnreadable((fields) => [...fields.filter((name) => name !== field), ...(isValid ? [] : [field])])
        }
      />
    </RecordDialog>
  )
}

interface RetainerFieldsProps {
  readonly draft: RetainerDraft
  readonly lacks: readonly RetainerField[]
  readonly isOverlapping: boolean
  readonly isFollowing: boolean
  onChange(changes: Partial<RetainerDraft>): void
  onValidityChange(field: string, isValid: boolean): void
}

function RetainerFields(props: RetainerFieldsProps) {
  const { draft, lacks, isOverlapping, isFollowing, onChange, onValidityChange } = props
  const { t } = useTranslation(['billing', 'ui'])
  const missing = (field: RetainerField) =>
    lacks.includes(field) ? { errorMessage: t('ui:fieldErrors.required') } : {}
  return (
    <>
      <div className={styles.pair}>
        <HoursField
          autoFocus
          label={t('retainer.hours')}
          seconds={draft.monthlySeconds}
          minimumSeconds={36}
          maximumSeconds={MONTH_SECONDS}
          onChange={(monthlySeconds) => onChange({ monthlySeconds })}
          onValidityChange={(isValid) => onValidityChange('monthlySeconds', isValid)}
          {...missing('monthlySeconds')}
        />
        <MoneyField
          label={t('retainer.fee')}
          value={draft.feeCents}
          onChange={(feeCents) => onChange({ feeCents })}
          onValidityChange={(isValid) => onValidityChange('feeCents', isValid)}
          {...missing('feeCents')}
        />
      </div>
      <div className={styles.pair}>
        <MonthSelect
          label={t('retainer.from')}
          value={draft.fromMonth}
          onChange={(fromMonth) => fromMonth !== null && onChange({ fromMonth })}
          {...(isFollowing && { description: t('retainer.followsHelp') })}
          {...(isOverlapping && { errorMessage: t('retainer.overlaps') })}
        />
        <MonthSelect
          label={t('retainer.to')}
          noneLabel={t('retainer.open')}
          around={draft.fromMonth}
          value={draft.toMonth}
          onChange={(toMonth) => onChange({ toMonth })}
          {...(lacks.includes('toMonth') && { errorMessage: t('ui:fieldErrors.ends_before_start') })}
        />
      </div>
      <CarryOverFields {...props} missing={missing} />
      <MoneyField
        label={t('retainer.excess')}
        description={t('retainer.excessHelp')}
        width="medium"
        value={draft.excessCentsPerHour}
        maximum={MAX_RATE_CENTS_PER_HOUR}
        onChange={(excessCentsPerHour) => onChange({ excessCentsPerHour })}
        onValidityChange={(isValid) => onValidityChange('excess', isValid)}
      />
    </>
  )
}

interface CarryOverFieldsProps extends RetainerFieldsProps {
  missing(field: RetainerField): { readonly errorMessage?: string }
}

function CarryOverFields({ draft, missing, onChange, onValidityChange }: CarryOverFieldsProps) {
  const { t } = useTranslation('billing')
  return (
    <>
      <Select
        label={t('retainer.carryOver')}
        value={draft.carryOver}
        options={CARRY_OVERS.map((value) => ({ value, label: t(`retainer.carryOvers.${value}`) }))}
        onChange={(carryOver) => onChange({ carryOver })}
      />
      {draft.carryOver !== 'none' && (
        <div className={styles.pair}>
          {draft.carryOver === 'limited' && (
            <HoursField
              label={t('retainer.cap')}
              seconds={draft.capSeconds}
              minimumSeconds={36}
              maximumSeconds={MAX_CAP_SECONDS}
              onChange={(capSeconds) => onChange({ capSeconds })}
              onValidityChange={(isValid) => onValidityChange('cap', isValid)}
              {...missing('capSeconds')}
            />
          )}
          <NumberField
            label={t('retainer.expiry')}
            description={t('retainer.expiryHelp')}
            value={draft.carryOverMonths}
            minValue={1}
            maxValue={120}
            onChange={(carryOverMonths) => onChange({ carryOverMonths })}
          />
        </div>
      )}
    </>
  )
}
