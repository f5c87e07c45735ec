/** Makes the sheet on which someone without the app notes their hours. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/people.ts'
import { daysBetween, firstDayOf, isDay, lastDayOf, monthOf, type Day } from '../../../shared/domain/day.ts'
import { MAX_HOURS_SHEET_DAYS } from '../../../shared/domain/hours-sheet.ts'
import { client } from '../../lib/api.ts'
import { fromBase64 } from '../../lib/base64.ts'
import { download } from '../../lib/download.ts'
import { type DescribedError, describeError } from '../../lib/errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { showToast } from '../../ui/toast-store.ts'
import styles from './settings.module.css'

interface SheetDialogProps {
  readonly person: Person
  readonly today: Day
  onClose(): void
}

export function SheetDialog({ person, today, onClose }: SheetDialogProps) {
  const { t } = useTranslation('settings')
  const { language } = useFormat()
  const [from, setFrom] = useState<string | null>(firstDayOf(monthOf(today)))
  const [to, setTo] = useState<string | null>(lastDayOf(monthOf(today)))
  const [as, setAs] = useState<'xlsx' | 'csv'>('xlsx')
  const [isRunning, setIsRunning] = useState(false)
  const [error, setError] = useState<DescribedError | null>(null)
  const period = from !== null && to !== null && isDay(from) && isDay(to) ? { from, to } : null
  const days = period ? daysBetween(period.from, period.to) + 1 : 0
  const problem =
    period === null
      ? t('common.required')
      : days < 1
        ? t('who.handIn.order')
        : days > MAX_HOURS_SHEET_DAYS
          ? t('who.handIn.tooLong', { count: MAX_HOURS_SHEET_DAYS })
          : undefined

  async function make() {
    if (period === null || problem !== undefined) return
    setIsRunning(true)
    try {
      const file = await client.time.hoursSheet({ personId: person.id, period, language, as })
      download(new Blob([fromBase64(file.base64)], { type: file.mediaType }), file.fileName)
      showToast({ message: t('who.handIn.made', { file: file.fileName }), tone: 'success' })
      onClose()
    } catch (thrown) {
      setError(describeError(thrown))
    } finally {
      setIsRunning(false)
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('who.handIn.title', { name: person.name })}
      onSubmit={() => void make()}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isRunning}>
            {t('who.handIn.make')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('who.handIn.intro')}</p>
      <div className={styles.fields}>
        <DatePicker label={t('who.handIn.from')} value={from} onChange={setFrom} />
        <DatePicker label={t('who.handIn.to')} value={to} onChange={setTo} errorMessage={problem} />
      </div>
      <Segmented<'xlsx' | 'csv'>
        label={t('who.handIn.as')}
        value={as}
        onChange={setAs}
        options={[
          { value: 'xlsx', label: t('who.handIn.kinds.xlsx') },
          { value: 'csv', label: t('who.handIn.kinds.csv') },
        ]}
      />
      {error && <ErrorPanel error={error} />}
    </Dialog>
  )
}
