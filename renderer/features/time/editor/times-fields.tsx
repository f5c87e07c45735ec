import { useTranslation } from 'react-i18next'
import { calendarDayAt, dayAt } from '../../../../shared/domain/instant.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { ClockField } from './clock-field.tsx'
import styles from './editor.module.css'
import { showLength } from './time-texts.ts'
import {
  type ClockProblem,
  keepRunning,
  problemsOfTimes,
  secondsOf,
  setDay,
  settleClock,
  type Times,
  type TimesField,
  typeDuration,
  typeEnd,
  typeStart,
} from './times.ts'

export interface TimesFieldsProps {
  readonly times: Times
  readonly zone: string
  /** What the ledger said of a field. */
  readonly answered: Partial<Record<TimesField, string>>
  readonly isDisabled: boolean
  /** Saving was tried. */
  readonly isChecked: boolean
  /** It is running: an end stops it there, none lets it go on. */
  readonly isRunning: boolean
  onChange(times: Times): void
}

/** Day, start, end and length; each changes the others. */
export function TimesFields({ times, zone, answered, isDisabled, isChecked, isRunning, onChange }: TimesFieldsProps) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const say = useTimeProblems()
  const problems = problemsOfTimes(times)
  const seconds = secondsOf(times)
  const endDay = times.endedAt === null ? null : dayAt(times.endedAt, zone)
  const errorOf = (field: TimesField) => (problems[field] ? say(field, problems[field]) : answered[field])
  const isOtherDay = endDay !== null && endDay !== dayAt(times.startedAt, zone)
  return (
    <div className={styles.times}>
      <DatePicker
        label={t('editor.day')}
        width="full"
        value={times.open.day ? times.open.day.text || null : calendarDayAt(times.startedAt, zone)}
        onChange={(day) => onChange(setDay(times, day, zone))}
        isDisabled={isDisabled}
        isRequired
        errorMessage={isChecked || !problems.day ? errorOf('day') : undefined}
      />
      <ClockField
        label={t('editor.start')}
        settled={clockAt(times.startedAt, zone)}
        open={times.open.start?.text}
        errorMessage={errorOf('start')}
        isDisabled={isDisabled}
        onType={(text) => onChange(typeStart(times, text, zone))}
      />
      <ClockField
        label={t('editor.end')}
        settled={times.endedAt === null ? '' : clockAt(times.endedAt, zone)}
        open={times.open.end?.text}
        errorMessage={errorOf('end')}
        {...(isOtherDay && { description: format.dayLong(endDay) })}
        isDisabled={isDisabled}
        onType={(text) => onChange(isRunning && text.trim() === '' ? keepRunning(times) : typeEnd(times, text, zone))}
      />
      <ClockField
        label={t('editor.duration')}
        settled={seconds === null ? t('editor.runs') : showLength(seconds)}
        open={times.open.duration?.text}
        errorMessage={errorOf('duration')}
        isDisabled={isDisabled || seconds === null}
        onType={(text) => onChange(typeDuration(times, text))}
      />
      <ClockQuestion field="start" times={times} zone={zone} onChange={onChange} />
      <ClockQuestion field="end" times={times} zone={zone} onChange={onChange} />
    </div>
  )
}

function useTimeProblems(): (field: TimesField, problem: ClockProblem) => string {
  const { t } = useTranslation('time')
  return (field, { kind }) =>
    t(kind === 'unreadable' && field === 'duration' ? 'editor.problems.unreadableLength' : `editor.problems.${kind}`)
}

interface ClockQuestionProps extends Pick<TimesFieldsProps, 'times' | 'zone' | 'onChange'> {
  readonly field: 'start' | 'end'
}

/** What was typed could mean two times, or none: the person says which. */
function ClockQuestion({ field, times, zone, onChange }: ClockQuestionProps) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const problem = times.open[field]?.problem
  const choices = problem ? choicesOf(problem) : []
  if (!problem || choices.length === 0) return null
  const clock = (instant: number) => clockAt(instant, zone)
  return (
    <div className={styles.question} role="group" aria-label={t(`editor.${field}`)}>
      <span>{t(`editor.asks.${problem.kind as 'twice'}`, { day: format.day(dayAt(choices[0] ?? 0, zone)) })}</span>
      {choices.map((instant, index) => (
        <Button key={instant} size="s" onPress={() => onChange(settleClock(times, field, instant))}>
          {problem.kind === 'twice'
            ? t(index === 0 ? 'editor.asks.first' : 'editor.asks.second', { clock: clock(instant) })
            : t(problem.kind === 'skipped' ? 'editor.asks.take' : 'editor.asks.takeNextDay', {
                clock: clock(instant),
                day: format.dayLong(dayAt(instant, zone)),
              })}
        </Button>
      ))}
    </div>
  )
}

function choicesOf(problem: ClockProblem): readonly number[] {
  if (problem.kind === 'twice') return problem.instants
  if (problem.kind === 'skipped') return [problem.instant]
  return problem.kind === 'beforeStart' ? [problem.nextDay] : []
}
