/** What an hour of someone would earn elsewhere, from a day on. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpportunityRate, Person } from '../../../shared/contract/people.ts'
import { isDay, type Day } from '../../../shared/domain/day.ts'
import { MAX_RATE_CENTS_PER_HOUR } from '../../../shared/domain/labour-cost.ts'
import { client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import styles from './settings.module.css'
import { useChange } from '../../lib/use-change.ts'

interface OpportunityDialogProps {
  readonly person: Person
  /** Null: a new one. */
  readonly edited: OpportunityRate | null
  readonly today: Day
  onClose(): void
}

export function OpportunityDialog({ person, edited, today, onClose }: OpportunityDialogProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useChange()
  const [cents, setCents] = useState<number | null>(edited?.centsPerHour ?? null)
  const isFirst = person.opportunityRates.length === 0
  const [day, setDay] = useState<string | null>(edited?.validFrom ?? (isFirst ? `${today.slice(0, 4)}-01-01` : today))
  const [isSubmitted, setIsSubmitted] = useState(false)
  const validFrom = day !== null && isDay(day) ? day : null

  async function submit() {
    setIsSubmitted(true)
    if (cents === null || validFrom === null) return
    const done = await change.run(
      (commandId) =>
        client.settings.setOpportunityRate({
          commandId,
          personId: person.id,
          validFrom,
          centsPerHour: cents,
          ...(edited && edited.validFrom !== validFrom && { replacesId: edited.id }),
        }),
      t('who.opportunity.set', { rate: format.money(cents), day: format.day(validFrom) }),
    )
    if (done) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('who.opportunity.title', { name: person.name })}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isRunning}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('who.opportunity.help')}</p>
      <div className={styles.fields}>
        <MoneyField
          autoFocus
          label={t('who.opportunity.rate')}
          width="medium"
          value={cents}
          maximum={MAX_RATE_CENTS_PER_HOUR}
          onChange={setCents}
          errorMessage={isSubmitted && cents === null ? t('common.required') : undefined}
        />
        <DatePicker
          label={t('rate.validFrom')}
          value={day}
          onChange={setDay}
          errorMessage={isSubmitted && validFrom === null ? t('common.required') : undefined}
        />
      </div>
      {change.error && <ErrorPanel error={change.error} />}
    </Dialog>
  )
}
