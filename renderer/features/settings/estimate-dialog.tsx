/** About so many hours in a week, for someone who does not log theirs. */
import { useQuery } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/people.ts'
import type { EstimatedHours } from '../../../shared/contract/time-sheets.ts'
import { ACTIVITIES, isActivity } from '../../../shared/domain/activity.ts'
import { addDays, isDay, isoWeekOf, mondayOf, type Day } from '../../../shared/domain/day.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { api, client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { ChannelSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useEstimateForm } from './estimate-store.ts'
import { FieldProblem } from '../../ui/field-problem.tsx'
import styles from './settings.module.css'
import { useChange } from '../../lib/use-change.ts'
import { useLedgerSettings } from './use-settings.ts'

/** Reads what the form starts with before it is shown. */
export function EstimateDialog() {
  const { personId, close } = useEstimateForm()
  const people = useQuery(api.settings.people.queryOptions())
  const status = useQuery(api.app.status.queryOptions())
  const settings = useLedgerSettings()
  if (!people.data || !status.data || !settings.data) return null
  const others = people.data.people.filter(({ id }) => id !== settings.data.selfPersonId)
  const first = personId ?? others[0]?.id ?? people.data.people[0]?.id ?? null
  return <Form people={people.data.people} firstId={first} today={status.data.today} onClose={close} />
}

interface Row {
  readonly no: number
  readonly activity: EstimatedHours['activity']
  readonly channelId: number | null
  readonly hours: number | null
}

const mostRows = 20
const weekSeconds = 7 * 86_400

interface FormProps {
  readonly people: readonly Person[]
  readonly firstId: number | null
  readonly today: Day
  onClose(): void
}

interface Draft {
  readonly rows: readonly Row[]
  readonly note: string
}

/** Person and week say what stands there already; once something is typed it stays, whoever and whenever is chosen then. */
function useEstimate({ people, firstId, today }: FormProps) {
  const [personId, setPersonId] = useState(firstId)
  const [day, setDay] = useState<string | null>(today)
  const [typed, setTyped] = useState<Draft | null>(null)
  const week = day !== null && isDay(day) ? mondayOf(day) : null
  const known = useQuery({
    ...api.time.estimate.queryOptions({ input: { personId: personId ?? 1, week: week ?? mondayOf(today) } }),
    enabled: personId !== null && week !== null,
    refetchOnWindowFocus: false,
  })
  const draft = typed ?? { rows: rowsOf(known.data?.hours ?? []), note: known.data?.note ?? '' }
  const hours = draft.rows.flatMap(({ activity, channelId, hours: wanted }) => {
    const seconds = Math.round((wanted ?? 0) * 3600)
    return seconds < 60 ? [] : [{ activity, channelId, seconds }]
  })
  return {
    person: people.find(({ id }) => id === personId) ?? null,
    week,
    fields: { personId, onPerson: setPersonId, day, onDay: setDay, week },
    hasEstimate: (known.data?.hours.length ?? 0) > 0,
    draft,
    change: (patch: Partial<Draft>) => setTyped({ ...draft, ...patch }),
    hours,
    seconds: hours.reduce((sum, row) => sum + row.seconds, 0),
  }
}

function Form(props: FormProps) {
  const { people, onClose } = props
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useChange()
  const [isSubmitted, setIsSubmitted] = useState(false)
  const { person, week, fields, hasEstimate, draft, change: type, hours, seconds } = useEstimate(props)
  const problem =
    seconds > weekSeconds
      ? t('who.estimate.tooMany')
      : hours.length === 0 && isSubmitted
        ? t('who.estimate.missing')
        : undefined

  async function save(wanted: readonly EstimatedHours[], label: 'saved' | 'cleared') {
    if (person === null || week === null) return
    const names = { name: person.name, week: isoWeekOf(week).week, hours: format.hours(seconds) }
    const done = await change.run(
      (commandId) =>
        client.time.addEstimate({ commandId, personId: person.id, week, hours: [...wanted], note: draft.note.trim() }),
      t(`who.estimate.${label}`, names),
    )
    if (done) onClose()
  }
  function submit() {
    setIsSubmitted(true)
    if (hours.length > 0 && seconds <= weekSeconds) void save(hours, 'saved')
  }

  if (people.length === 0) {
    return (
      <Dialog isOpen onOpenChange={onClose} title={t('who.estimate.title')}>
        <p className={styles.lead}>{t('who.estimate.nobody')}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      isOpen
      size="l"
      onOpenChange={onClose}
      title={t('who.estimate.title')}
      onSubmit={submit}
      footer={
        <>
          {hasEstimate && (
            <Button variant="danger" onPress={() => void save([], 'cleared')}>
              {t('who.estimate.clear')}
            </Button>
          )}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isRunning}>
            {t('who.estimate.save')}
          </Button>
        </>
      }
    >
      <WhoAndWhen people={people} {...fields} hasEstimate={hasEstimate} />
      <Rows rows={draft.rows} onChange={(rows) => type({ rows })} />
      <RowsFoot rows={draft.rows} onChange={(rows) => type({ rows })} seconds={seconds} />
      <FieldProblem text={problem} />
      <TextField
        label={t('who.estimate.note')}
        width="full"
        maxLength={500}
        value={draft.note}
        onChange={(note) => type({ note })}
      />
      {change.error && <ErrorPanel error={change.error} />}
    </Dialog>
  )
}

interface WhoAndWhenProps {
  readonly people: readonly Person[]
  readonly personId: number | null
  onPerson(id: number): void
  readonly day: string | null
  onDay(day: string | null): void
  readonly week: Day | null
  readonly hasEstimate: boolean
}

function WhoAndWhen({ people, personId, onPerson, day, onDay, week, hasEstimate }: WhoAndWhenProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const weekText =
    week === null
      ? t('common.required')
      : t('who.estimate.weekIs', { week: isoWeekOf(week).week, range: format.dayRange(week, addDays(week, 6)) })
  return (
    <>
      <p className={styles.lead}>{t('who.estimate.intro')}</p>
      <div className={styles.fields}>
        <Select
          label={t('who.estimate.person')}
          width="medium"
          value={personId === null ? null : String(personId)}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(id) => onPerson(Number(id))}
        />
        <DatePicker label={t('who.estimate.week')} description={weekText} value={day} onChange={onDay} />
      </div>
      {hasEstimate && <p className={styles.help}>{t('who.estimate.replaces')}</p>}
    </>
  )
}

function rowsOf(hours: readonly EstimatedHours[]): readonly Row[] {
  if (hours.length === 0) return [{ no: 1, activity: 'dialogue', channelId: null, hours: null }]
  return hours.map(({ seconds, ...row }, index) => ({ ...row, no: index + 1, hours: seconds / 3600 }))
}

/** The next activity that has no row yet. */
function newRow(rows: readonly Row[]): Row {
  const free = ACTIVITIES.find((activity) => rows.every((row) => row.activity !== activity)) ?? 'dialogue'
  return { no: Math.max(0, ...rows.map(({ no }) => no)) + 1, activity: free, channelId: null, hours: null }
}

interface RowsProps {
  readonly rows: readonly Row[]
  onChange(rows: readonly Row[]): void
}

function Rows({ rows, onChange }: RowsProps) {
  const { t } = useTranslation('settings')
  const { language } = useFormat()
  const names = activityNames(language)
  const patch = (no: number, change: Partial<Row>) =>
    onChange(rows.map((row) => (row.no === no ? { ...row, ...change } : row)))
  return rows.map((row, index) => (
    <div key={row.no} role="group" aria-label={t('who.estimate.row', { number: index + 1 })} className={styles.trio}>
      <Select
        label={t('who.estimate.activity')}
        value={row.activity}
        options={ACTIVITIES.map((activity) => ({ value: activity as string, label: names[activity] }))}
        onChange={(activity) => isActivity(activity) && patch(row.no, { activity })}
      />
      <ChannelSelect
        label={t('who.estimate.channel')}
        noneLabel={t('who.estimate.noChannel')}
        value={row.channelId}
        onChange={(channelId) => patch(row.no, { channelId })}
      />
      <NumberField
        label={t('who.estimate.hours')}
        minValue={0}
        maxValue={168}
        formatOptions={{ maximumFractionDigits: 2 }}
        suffix={t('who.person.hoursUnit')}
        value={row.hours}
        onChange={(hours) => patch(row.no, { hours })}
      />
      <IconButton
        variant="quiet"
        icon={Trash2}
        label={t('who.estimate.remove', { number: index + 1 })}
        isDisabled={rows.length === 1}
        onPress={() => onChange(rows.filter(({ no }) => no !== row.no))}
      />
    </div>
  ))
}

function RowsFoot({ rows, onChange, seconds }: RowsProps & { readonly seconds: number }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return (
    <div className={styles.intro}>
      <Button
        size="s"
        icon={Plus}
        isDisabled={rows.length >= mostRows}
        onPress={() => onChange([...rows, newRow(rows)])}
      >
        {t('who.estimate.add')}
      </Button>
      <span className={styles.quiet}>{t('who.estimate.sum', { hours: format.hours(seconds) })}</span>
    </div>
  )
}
