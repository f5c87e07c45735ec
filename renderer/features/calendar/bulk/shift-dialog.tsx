import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { clockAt, sameClock } from '../../../../shared/domain/wall-time.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { useDayText } from '../use-day-text.ts'
import styles from './bulk.module.css'

/** As far as the contract lets one go: ten years. */
const FARTHEST = 3_660

interface ShiftDialogProps {
  readonly rows: readonly PlanRow[]
  /** How many of those chosen stay. */
  readonly staying: number
  readonly timeZone: string
  onShift(days: number): Promise<boolean>
  onClose(): void
}

export function ShiftDialog({ rows, staying, timeZone, onShift, onClose }: ShiftDialogProps) {
  const { t } = useTranslation('calendarLists')
  const dayText = useDayText()
  const [days, setDays] = useState<number | null>(7)
  const [isSaving, setSaving] = useState(false)
  const first = Math.min(...rows.flatMap(({ plannedAt }) => plannedAt ?? []))
  const becomes = days === null || rows.length === 0 ? null : sameClock(first, days, timeZone)

  async function save() {
    if (days === null || days === 0 || isSaving) return
    setSaving(true)
    if (await onShift(days)) onClose()
    else setSaving(false)
  }

  return (
    <RecordDialog
      size="s"
      title={t('bulk.shiftTitle', { count: rows.length })}
      error={null}
      isSaving={isSaving}
      isSaveDisabled={days === null || days === 0}
      saveLabel={t('bulk.save')}
      onSave={save}
      onClose={onClose}
    >
      <NumberField
        autoFocus
        hasStepper
        label={t('bulk.days')}
        description={t('bulk.daysHelp')}
        minValue={-FARTHEST}
        maxValue={FARTHEST}
        value={days}
        onChange={(next) => setDays(next === null ? null : Math.round(next))}
      />
      {becomes !== null && (
        <p className={styles.becomes} role="status">
          {t('bulk.first', { at: `${dayText(dayAt(becomes, timeZone))}, ${clockAt(becomes, timeZone)}` })}
        </p>
      )}
      {staying > 0 && <p className={styles.stays}>{t('bulk.stays', { count: staying })}</p>}
    </RecordDialog>
  )
}
