/** Sets what an hour of someone costs from a day on, typed in or worked out. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rate } from '../../../shared/contract/people.ts'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { type Day, isDay } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { newSheet, resultOf, sheetOf } from './rate-sheet.ts'
import { RateCalculator } from './rate-calculator.tsx'
import { RateEffect } from './rate-effect.tsx'
import styles from './settings.module.css'
import { useRateChange } from './use-rate-change.ts'
import { useLedgerSettings } from './use-settings.ts'

interface RateDialogProps {
  readonly personId: number | null
  readonly name: string
  readonly rates: readonly Rate[]
  /** Null: a new one. */
  readonly edited: Rate | null
  readonly today: Day
  onClose(): void
}

const maximumRate = 10_000_000

/** Reads what the form starts with before it is shown, so that nothing changes under the person's hands. */
export function RateDialog(props: RateDialogProps) {
  const settings = useLedgerSettings()
  const extent = useQuery(api.result.extent.queryOptions())
  const people = useQuery(api.settings.people.queryOptions())
  if (settings.data === undefined || extent.data === undefined || people.data === undefined) return null
  const firstYear = (extent.data?.from ?? props.today).slice(0, 4)
  const unpriced = people.data.unpriced.filter(({ personId }) => props.personId === null || personId === props.personId)
  // Where hours lack a rate it is those that are to get one.
  const [missing] = unpriced.map(({ firstDay }) => firstDay).toSorted()
  const suggested = missing ?? (props.rates.length > 0 ? props.today : `${firstYear}-01-01`)
  return <RateForm {...props} settings={settings.data} suggestedDay={suggested} />
}

interface RateFormProps extends RateDialogProps {
  readonly settings: LedgerSettings
  readonly suggestedDay: string
}

function useRateForm({ edited, settings, suggestedDay, rates }: RateFormProps) {
  const [mode, setMode] = useState<'entered' | 'derived'>(edited?.basis ? 'derived' : 'entered')
  const [day, setDay] = useState<string | null>(edited?.validFrom ?? suggestedDay)
  const [cents, setCents] = useState<number | null>(edited?.centsPerHour ?? null)
  const [isReadable, setIsReadable] = useState(true)
  const [sheet, setSheet] = useState(() => {
    const empty = newSheet(settings)
    return edited?.basis ? sheetOf(edited.basis, empty) : empty
  })
  const validFrom = day !== null && isDay(day) ? day : null
  const year = Number((validFrom ?? suggestedDay).slice(0, 4))
  const days = useQuery(api.settings.workingDays.queryOptions({ input: { year } }))
  const derived = resultOf(sheet, days.data ?? null)
  const centsPerHour = mode === 'entered' ? (isReadable ? cents : null) : (derived?.centsPerHour ?? null)
  return {
    mode,
    setMode,
    day,
    setDay,
    cents,
    setCents,
    setIsReadable,
    sheet,
    setSheet,
    validFrom,
    days: days.data ?? null,
    derived,
    centsPerHour,
    replaced: rates.find((rate) => rate.validFrom === validFrom && rate.id !== edited?.id),
  }
}

function RateForm(props: RateFormProps) {
  const { personId, name, edited, onClose } = props
  const { t } = useTranslation('settings')
  const format = useFormat()
  const form = useRateForm(props)
  const [isSubmitted, setIsSubmitted] = useState(false)
  const change = useRateChange()
  const { mode, validFrom, centsPerHour, derived } = form
  const replacesId = edited && edited.validFrom !== validFrom ? edited.id : undefined

  async function submit() {
    setIsSubmitted(true)
    if (validFrom === null || centsPerHour === null) return
    const basis = mode === 'derived' && derived ? derived.basis : null
    const label = t('peopleDone.rateSet', { rate: format.money(centsPerHour), day: format.day(validFrom) })
    const input = { personId, validFrom, centsPerHour, basis, ...(replacesId !== undefined && { replacesId }) }
    const done = await change.set(input, label)
    if (done) onClose()
  }

  const effect = (
    <RateEffect personId={personId} validFrom={validFrom} centsPerHour={centsPerHour} replacesId={replacesId} />
  )
  const useText = centsPerHour === null ? t('calculator.useIncomplete') : format.money(centsPerHour)
  return (
    <Dialog
      isOpen
      size={mode === 'derived' ? 'l' : 'm'}
      onOpenChange={onClose}
      title={edited ? t('rate.titleEdit', { day: format.day(edited.validFrom), name }) : t('rate.titleNew', { name })}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isRunning}>
            {mode === 'entered' || centsPerHour === null
              ? t(mode === 'entered' ? 'common.save' : 'calculator.useIncomplete')
              : t('calculator.use', { rate: useText })}
          </Button>
        </>
      }
    >
      <RateFields {...props} form={form} isSubmitted={isSubmitted} effect={effect} />
      {mode === 'entered' && effect}
      {change.error && <ErrorPanel error={change.error} />}
    </Dialog>
  )
}

interface RateFieldsProps extends RateFormProps {
  readonly form: ReturnType<typeof useRateForm>
  readonly isSubmitted: boolean
  /** What saving does; beside the calculator, which is longer than the window. */
  readonly effect: ReactNode
}

function RateFields({ form, isSubmitted, settings, personId, effect }: RateFieldsProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { mode, replaced } = form
  return (
    <>
      <Segmented<'entered' | 'derived'>
        label={t('rate.mode')}
        value={mode}
        onChange={form.setMode}
        options={[
          { value: 'entered', label: t('rate.modes.entered') },
          { value: 'derived', label: t('rate.modes.derived') },
        ]}
      />
      <div className={styles.fields}>
        {mode === 'entered' && (
          <MoneyField
            autoFocus
            label={t('rate.perHour')}
            width="medium"
            description={t('rate.perHourHelp')}
            value={form.cents}
            maximum={maximumRate}
            onChange={form.setCents}
            onValidityChange={form.setIsReadable}
            errorMessage={isSubmitted && form.cents === null ? t('common.required') : undefined}
          />
        )}
        <DatePicker
          label={t('rate.validFrom')}
          description={
            replaced ? t('rate.replaces', { rate: format.money(replaced.centsPerHour) }) : t('rate.validFromHelp')
          }
          value={form.day}
          onChange={form.setDay}
          errorMessage={isSubmitted && form.validFrom === null ? t('common.required') : undefined}
        />
      </div>
      {mode === 'derived' && (
        <RateCalculator
          sheet={form.sheet}
          onChange={form.setSheet}
          days={form.days}
          result={form.derived}
          region={settings.holidayRegion}
          personId={personId}
          isSubmitted={isSubmitted}
          effect={effect}
        />
      )}
    </>
  )
}
