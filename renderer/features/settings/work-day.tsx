/** The working hours of one weekday: up to four stretches, saved when a field is left. */
import { Copy, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { useFormat } from '../../lib/use-format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FieldProblem } from './field-problem.tsx'
import styles from './settings.module.css'
import { useSaveSetting } from './use-settings.ts'
import { nextStretch, secondsOfStretches, settleStretches, type Stretch } from './work-clock.ts'

/** Monday first, as they are stored. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

interface WorkDayProps {
  /** Its place among them. */
  readonly weekday: number
  readonly stretches: readonly Stretch[]
  readonly hours: LedgerSettings['workingHours']
}

const MOST = 4

function useWorkDay({ weekday, stretches, hours }: WorkDayProps, name: string) {
  const { t } = useTranslation('settings')
  const { save, errorText } = useSaveSetting()
  /** What was typed and is not saved yet. */
  const [draft, setDraft] = useState<readonly Stretch[] | null>(null)
  const shown = draft ?? stretches
  const settled = settleStretches(shown)

  async function saveDay(next: readonly Stretch[], weekdays: readonly number[], label: string) {
    const workingHours = hours.map((day, index) => (weekdays.includes(index) ? [...next] : day))
    if (await save({ workingHours }, label)) setDraft(null)
  }
  return {
    shown,
    errorText: typeof settled === 'string' && draft !== null ? t(`who.work.${settled}`) : errorText,
    type: (index: number, patch: Partial<Stretch>) =>
      setDraft(shown.map((stretch, at) => (at === index ? { ...stretch, ...patch } : stretch))),
    /** Saves what can be saved; what cannot stays as it was typed, with the reason beside it. */
    commit: () => {
      if (draft === null || typeof settled === 'string') return
      if (JSON.stringify(settled) === JSON.stringify(stretches)) setDraft(null)
      else void saveDay(settled, [weekday], t('who.work.saved', { day: name }))
    },
    forget: () => setDraft(null),
    set: (next: readonly Stretch[]) => {
      const whole = settleStretches(next)
      if (typeof whole === 'string') setDraft(next)
      else void saveDay(whole, [weekday], t('who.work.saved', { day: name }))
    },
    copy: () => {
      if (typeof settled !== 'string')
        void saveDay(settled, [...new Set([0, 1, 2, 3, 4, weekday])], t('who.work.copied', { day: name }))
    },
  }
}

export function WorkDay(props: WorkDayProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const name = t(`who.work.days.${WEEKDAYS[props.weekday] ?? 'monday'}`)
  const day = useWorkDay(props, name)
  const { shown } = day
  const field = (index: number, end: 'from' | 'to') => (
    <TextField
      label={t(`who.work.${end}`, { day: name, number: index + 1 })}
      isLabelHidden
      width="narrow"
      maxLength={8}
      autoComplete="off"
      inputMode="numeric"
      value={shown[index]?.[end] ?? ''}
      onChange={(text) => day.type(index, { [end]: text })}
      onBlur={day.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') day.commit()
        if (event.key === 'Escape') day.forget()
      }}
    />
  )
  return (
    <div role="group" aria-label={name} className={styles.workDay}>
      <span className={styles.workName}>{name}</span>
      <div className={styles.stretches}>
        {shown.length === 0 && <span className={styles.help}>{t('who.work.none')}</span>}
        {shown.map((_, index) => (
          <span key={index} className={styles.stretch}>
            {field(index, 'from')}
            <span className={styles.help}>{t('who.work.until')}</span>
            {field(index, 'to')}
            <IconButton
              size="s"
              variant="quiet"
              icon={Trash2}
              label={t('who.work.remove', { day: name, number: index + 1 })}
              onPress={() => day.set(shown.filter((__, at) => at !== index))}
            />
          </span>
        ))}
        <FieldProblem text={day.errorText} />
      </div>
      <span className={styles.help}>
        {props.stretches.length > 0 && t('who.work.sum', { hours: format.hours(secondsOfStretches(props.stretches)) })}
      </span>
      <span className={styles.rowActions}>
        <IconButton
          size="s"
          variant="quiet"
          icon={Plus}
          label={t('who.work.add', { day: name })}
          isDisabled={shown.length >= MOST || shown.at(-1)?.to === '24:00'}
          onPress={() => day.set([...shown, nextStretch(shown)])}
        />
        <IconButton size="s" variant="quiet" icon={Copy} label={t('who.work.copy', { day: name })} onPress={day.copy} />
      </span>
    </div>
  )
}
