import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BilledClient } from '../../../shared/contract/billing-records.ts'
import { ROUNDED_PARTS, ROUNDING_WAYS } from '../../../shared/domain/billing-rounding.ts'
import { client as backend } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './billing.module.css'

/** How hours are rounded for a client. */
export function RoundingCard({ client }: { readonly client: BilledClient }) {
  const { t } = useTranslation('billing')
  const [isEditing, setIsEditing] = useState(false)
  const { way, minutes, of } = client.rounding
  const part = t(`rounding.parts.${of}`)
  const summary = t('rounding.summary', { part, way: t(`rounding.ways.${way}`), count: minutes })
  return (
    <Card
      title={t('rounding.title')}
      aside={
        <Button size="s" variant="quiet" onPress={() => setIsEditing(true)}>
          {t('rounding.edit')}
        </Button>
      }
    >
      <p className={styles.note}>
        {way === 'none' ? t('rounding.none') : `${summary.charAt(0).toLocaleUpperCase()}${summary.slice(1)}.`}
      </p>
      {isEditing && <RoundingForm client={client} onClose={() => setIsEditing(false)} />}
    </Card>
  )
}

interface RoundingFormProps {
  readonly client: BilledClient
  onClose(): void
}

function RoundingForm({ client, onClose }: RoundingFormProps) {
  const { t } = useTranslation('billing')
  const [way, setWay] = useState(client.rounding.way)
  const [of, setOf] = useState(client.rounding.of)
  const [minutes, setMinutes] = useState<number | null>(client.rounding.minutes)
  const [isChecked, setIsChecked] = useState(false)
  const command = useCommand(backend.billing.setRounding, { done: t('rounding.saved'), errors: 'caller' })
  const isValid = minutes !== null && Number.isInteger(minutes) && minutes >= 1 && minutes <= 60

  async function save() {
    setIsChecked(true)
    if (minutes === null || !isValid) return
    if (await command.run({ clientId: client.id, rounding: { way, minutes, of } })) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('rounding.title')}
      error={command.error}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <Select
        label={t('rounding.way')}
        value={way}
        options={ROUNDING_WAYS.map((value) => ({ value, label: t(`rounding.ways.${value}`) }))}
        onChange={(next) => setWay(next)}
      />
      {way !== 'none' && (
        <div className={styles.pair}>
          <NumberField
            label={t('rounding.minutes')}
            value={minutes}
            onChange={setMinutes}
            hasStepper
            {...(isChecked && !isValid && { errorMessage: t('rounding.minutesProblem') })}
          />
          <Select
            label={t('rounding.of')}
            value={of}
            options={ROUNDED_PARTS.map((value) => ({ value, label: t(`rounding.parts.${value}`) }))}
            onChange={(next) => setOf(next)}
          />
        </div>
      )}
      <p className={styles.note}>{t('rounding.help')}</p>
    </RecordDialog>
  )
}
