import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { addDays } from '../../../../shared/domain/day.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import styles from '../../../ui/list-view.module.css'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { movable } from './bulk.ts'
import { useEntryTexts } from './use-entry-texts.ts'
import { useLeftText } from './use-left-texts.ts'

export interface ShiftDialogProps {
  readonly entries: readonly TimeEntry[]
  onClose(): void
}

const MOST_DAYS = 366

/** Moves entries by whole days. */
export function ShiftDialog({ entries, onClose }: ShiftDialogProps) {
  const { t } = useTranslation('timeList')
  const format = useFormat()
  const texts = useEntryTexts()
  const leftText = useLeftText()
  const [days, setDays] = useState<number | null>(1)
  const [isChecked, setIsChecked] = useState(false)
  const done = useRef('')
  const shift = useCommand(client.time.shift, { done: () => done.current, errors: 'caller' })
  const { touched, left } = movable(entries)
  const counted = { count: touched.length, formatted: format.number(touched.length) }
  const first = touched.reduce((least, { day }) => (least === '' || day < least ? day : least), '' as TimeEntry['day'])
  const isNothing = days === null || days === 0

  async function save() {
    setIsChecked(true)
    if (isNothing) return
    done.current = [t('done.shifted', counted), leftText(left)].filter(Boolean).join('. ')
    if (await shift.run({ ids: touched.map(({ id }) => id), days })) onClose()
  }

  const leaves = leftText(left)
  return (
    <RecordDialog
      size="s"
      title={t('shift.title', counted)}
      error={shift.error}
      isSaving={shift.isRunning}
      saveLabel={t('shift.save')}
      onSave={save}
      onClose={onClose}
    >
      {leaves !== '' && <p>{leaves}</p>}
      <NumberField
        autoFocus
        hasStepper
        label={t('shift.days')}
        description={t('shift.help')}
        minValue={-MOST_DAYS}
        maxValue={MOST_DAYS}
        formatOptions={{ maximumFractionDigits: 0 }}
        value={days}
        onChange={setDays}
        {...(isChecked && isNothing && { errorMessage: t('shift.zero') })}
      />
      {!isNothing && first !== '' && (
        <p className={styles.hint}>{t('shift.from', { day: texts.day(addDays(first, days)) })}</p>
      )}
    </RecordDialog>
  )
}
