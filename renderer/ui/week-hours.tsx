/** Hours by weekday: up to four stretches each, saved when a field is left. */
import { Copy, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import { nextStretch, secondsOfStretches, settleStretches, type Stretch } from '../lib/work-clock.ts'
import { FieldProblem } from './field-problem.tsx'
import { IconButton } from './icon-button.tsx'
import { TextField } from './text-field.tsx'
import styles from './week-hours.module.css'

/** Monday first, as they are stored. */
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekly = readonly (readonly Stretch[])[]

/** What was done: one day was changed, or copied to the others. */
export type WeekChange = { readonly kind: 'saved' | 'copied'; readonly day: string }
/** What came of saving; `errorText` is shown at the day. */
export interface WeekSaver {
  /** `changed` makes the new week of the one that was saved last. */
  save(changed: (before: Weekly) => Stretch[][], change: WeekChange): Promise<boolean>
  readonly errorText: string | undefined
}

export interface WeekHoursProps {
  readonly hours: Weekly
  /** What a day without hours is called. */
  readonly noneText: string
  /** One for each day, so that each shows its own error. */
  useSaver(): WeekSaver
}

export function secondsOfWeek(hours: Weekly): number {
  return hours.reduce((seconds, day) => seconds + secondsOfStretches(day), 0)
}

export function WeekHours(props: WeekHoursProps) {
  return (
    <div className={styles.week}>
      {WEEKDAYS.map((name, weekday) => (
        <DayHours key={name} weekday={weekday} stretches={props.hours[weekday] ?? []} {...props} />
      ))}
    </div>
  )
}

interface DayHoursProps extends WeekHoursProps {
  /** Its place among them. */
  readonly weekday: number
  readonly stretches: readonly Stretch[]
}

const MOST = 4

function useDay({ weekday, stretches, useSaver }: DayHoursProps, name: string) {
  const { t } = useTranslation('ui')
  const { save, errorText } = useSaver()
  /** What was typed and is not saved yet. */
  const [draft, setDraft] = useState<readonly Stretch[] | null>(null)
  const shown = draft ?? stretches
  const settled = settleStretches(shown)

  async function saveDay(next: readonly Stretch[], weekdays: readonly number[], kind: WeekChange['kind']) {
    const changed = (hours: Weekly) => hours.map((day, index) => [...(weekdays.includes(index) ? next : day)])
    // What was typed meanwhile is not saved yet.
    if (await save(changed, { kind, day: name })) setDraft((now) => (now === draft ? null : now))
  }
  return {
    shown,
    errorText: typeof settled === 'string' && draft !== null ? t(`weekHours.${settled}`) : errorText,
    type: (index: number, patch: Partial<Stretch>) =>
      setDraft(shown.map((stretch, at) => (at === index ? { ...stretch, ...patch } : stretch))),
    /** Saves what can be saved; what cannot stays as it was typed, with the reason beside it. */
    commit: () => {
      if (draft === null || typeof settled === 'string') return
      if (JSON.stringify(settled) === JSON.stringify(stretches)) setDraft(null)
      else void saveDay(settled, [weekday], 'saved')
    },
    forget: () => setDraft(null),
    set: (next: readonly Stretch[]) => {
      const whole = settleStretches(next)
      if (typeof whole === 'string') setDraft(next)
      else void saveDay(whole, [weekday], 'saved')
    },
    copy: () => {
      if (typeof settled !== 'string') void saveDay(settled, [...new Set([0, 1, 2, 3, 4, weekday])], 'copied')
    },
  }
}

function DayHours(props: DayHoursProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const name = t(`weekHours.days.${WEEKDAYS[props.weekday] ?? 'monday'}`)
  const day = useDay(props, name)
  const { shown } = day
  const field = (index: number, end: 'from' | 'to') => (
    <TextField
      label={t(`weekHours.${end}`, { day: name, number: index + 1 })}
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
    <div role="group" aria-label={name} className={styles.day}>
      <span className={styles.name}>{name}</span>
      <div className={styles.stretches}>
        {shown.length === 0 && <span className={styles.help}>{props.noneText}</span>}
        {shown.map((_, index) => (
          <span key={index} className={styles.stretch}>
            {field(index, 'from')}
            <span className={styles.help}>{t('weekHours.until')}</span>
            {field(index, 'to')}
            <IconButton
              size="s"
              variant="quiet"
              icon={Trash2}
              label={t('weekHours.remove', { day: name, number: index + 1 })}
              onPress={() => day.set(shown.filter((__, at) => at !== index))}
            />
          </span>
        ))}
        <FieldProblem text={day.errorText} />
      </div>
      <span className={styles.help}>
        {props.stretches.length > 0 && t('weekHours.sum', { hours: format.hours(secondsOfStretches(props.stretches)) })}
      </span>
      <span className={styles.actions}>
        <IconButton
          size="s"
          variant="quiet"
          icon={Plus}
          label={t('weekHours.add', { day: name })}
          isDisabled={shown.length >= MOST || shown.at(-1)?.to === '24:00'}
          onPress={() => day.set([...shown, nextStretch(shown)])}
        />
        <IconButton
          size="s"
          variant="quiet"
          icon={Copy}
          label={t('weekHours.copy', { day: name })}
          onPress={day.copy}
        />
      </span>
    </div>
  )
}
