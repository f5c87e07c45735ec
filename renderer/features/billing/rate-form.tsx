import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BillingRateRow } from '../../../shared/contract/billing-records.ts'
import { type Day, isDay } from '../../../shared/domain/day.ts'
import { MAX_RATE_CENTS_PER_HOUR } from '../../../shared/domain/labour-cost.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { NamedSelect } from '../../ui/record-selects.tsx'
import styles from './billing.module.css'

export interface RateFormProps {
  readonly clientId: number | null
  readonly name: string
  /** Null: a new one. */
  readonly rate: BillingRateRow | null
  readonly today: Day
  /** The first rate holds for what was logged already as well. */
  readonly isFirst: boolean
  onClose(): void
}

export function RateForm({ clientId, name, rate, today, isFirst, onClose }: RateFormProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const [cents, setCents] = useState<number | null>(rate?.centsPerHour ?? null)
  const [day, setDay] = useState<string | null>(rate?.validFrom ?? (isFirst ? `${today.slice(0, 4)}-01-01` : today))
  const [personId, setPersonId] = useState<number | null>(rate?.personId ?? null)
  const [isReadable, setIsReadable] = useState(true)
  const [isChecked, setIsChecked] = useState(false)
  const validFrom = day !== null && isDay(day) ? day : null
  const label = t('rates.set', { rate: format.money(cents ?? 0), day: validFrom ? format.day(validFrom) : '' })
  const set = useCommand(client.billing.setRate, { done: label, errors: 'caller' })

  async function save() {
    setIsChecked(true)
    if (cents === null || validFrom === null || !isReadable) return
    if (await set.run({ clientId, personId, validFrom, centsPerHour: cents })) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={rate ? t('rates.editTitle', { day: format.day(rate.validFrom) }) : t('rates.newTitle', { name })}
      error={set.error}
      isSaving={set.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <MoneyField
        autoFocus
        label={t('rates.perHour')}
        value={cents}
        maximum={MAX_RATE_CENTS_PER_HOUR}
        onChange={setCents}
        onValidityChange={setIsReadable}
        errorMessage={isChecked && cents === null ? t('rates.required') : undefined}
      />
      <div className={styles.pair}>
        <DatePicker
          width="full"
          label={t('rates.validFrom')}
          description={t('rates.validFromHelp')}
          value={day}
          onChange={setDay}
          errorMessage={isChecked && validFrom === null ? t('rates.dayRequired') : undefined}
        />
        {people.length > 1 && (
          <NamedSelect
            label={t('rates.person')}
            noneLabel={t('rates.everyone')}
            options={people.map(({ id, name: person }) => ({ id, name: person }))}
            value={personId}
            onChange={setPersonId}
          />
        )}
      </div>
    </RecordDialog>
  )
}
