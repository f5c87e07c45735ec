/** About so many hours in a week, for someone who does not log theirs. */
import { useQuery } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
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
import { FieldProblem } from './field-problem.tsx'
import styles from './settings.module.css'
import { useChange, useLedgerSettings } from './use-settings.ts'

/** Reads what the form starts with before it is shown. */
export function EstimateDialog() {
  const { personId, close } = useEstimateForm()
  const people = useQuery(api.settings.people.queryOptions())
  const status = useQuery(api.app.status.queryOptions())
  const settings = useLedgerSettings()
  if (!people.data || !status.data || !settings.data) return null
  const others = people.data.people.filter(({ id }) => id !== settings.data.selfPersonId)
  const first = personId ?? others[0]?.id ?? people.data.people[0]?.id ?? null
  return <Choice people={people.data.people} firstId={first} today={status.data.today} onClose={close} />
}

interface ChoiceProps {
  readonly people: readonly Person[]
  readonly firstId: number | null
  readonly today: Day
  onClose(): void
}

/** Person and week decide what stands there already; the rows begin anew with them. */
function Choice({ people, firstId, today, onClose }: ChoiceProps) {
  const { t } = useTranslation('settings')
  const [personId, setPersonId] = useState(firstId)
  const [day, setDay] = useState<string | null>(today)
  const week = day !== null && isDay(day) ? mondayOf(day) : null
  const person = people.find(({ id }) => id === personId) ?? null
  const known = useQuery({
    ...api.time.estimate.queryOptions({ input: { personId: personId ?? 1, week: week ?? mondayOf(today) } }),
    enabled: personId !== null && week !== null,
    refetchOnWindowFocus: false,
  })
  const fields = (
    <WhoAndWhen
      people={people}
      personId={personId}
      onPerson={setPersonId}
      day={day}
      onDay={setDay}
      week={week}
      hasEstimate={(known.data?.hours.length ?? 0) > 0}
    />
  )
  if (person === null || week === null || known.data === undefined) {
    return (
      <Dialog isOpen onOpenChange={onClose} title={t('who.estimate.title')}>
        {people.length === 0 ? <p className={styles.lead}>{t('who.estimate.nobody')}</p> : fields}
      </Dialog>
    )
  }
  const key = `${person.id} ${week}`
  return <Form key={key} person={person} week={week} known={known.data} fields={fields} onClose={onClose} />
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

interface Row {
  readonly no: number
  readonly activity: EstimatedHours['activity']
  readonly channelId: number | null
  readonly hours: number | null
}

interface FormProps {
  readonly person: Person
  readonly week: Day
  readonly known: { readonly hours: readonly EstimatedHours[]; readonly note: string }
  readonly fields: ReactNode
  onClose(): void
}

const mostRows = 20
const weekSeconds = 7 * 86_400

function Form({ person, week, known, fields, onClose }: FormProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useChange()
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(known.hours))
  const [note, setNote] = useState(known.note)
  const [isSubmitted, setIsSubmitted] = useState(false)
  const hours = rows.flatMap(({ activity, channelId, hours: typed }) => {
    const seconds = Math.round((typed ?? 0) * 3600)
    return seconds < 60 ? [] : [{ activity, channelId, seconds }]
  })
  const seconds = hours.reduce((sum, row) => sum + row.seconds, 0)
  const names = { name: person.name, week: isoWeekOf(week).week }
  const problem =
    seconds > weekSeconds
      ? t('who.estimate.tooMany')
      : hours.length === 0 && isSubmitted
        ? t('who.estimate.missing')
        : undefined

  async function save(wanted: readonly EstimatedHours[], label: string) {
    const done = await change.run(
      (commandId) =>
        client.time.addEstimate({ commandId, personId: person.id, week, hours: [...wanted], note: note.trim() }),
      label,
    )
    if (done) onClose()
  }
  function submit() {
    setIsSubmitted(true)
    if (hours.length === 0 || seconds > weekSeconds) return
    void save(hours, t('who.estimate.saved', { ...names, hours: format.hours(seconds) }))
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
          {known.hours.length > 0 && (
            <Button variant="danger" onPress={() => void save([], t('who.estimate.cleared', names))}>
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
      {fields}
      <Rows rows={rows} onChange={setRows} />
      <RowsFoot rows={rows} onChange={setRows} seconds={seconds} />
      <FieldProblem text={problem} />
      <TextField label={t('who.estimate.note')} width="full" maxLength={500} value={note} onChange={setNote} />
      {change.error && <ErrorPanel error={change.error} />}
    </Dialog>
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
