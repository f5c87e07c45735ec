import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './editor.module.css'
import type { EntryForm, Locks } from './entry-form.ts'
import { secondsOf } from './times.ts'
import { TimesFields } from './times-fields.tsx'
import type { EntryErrors } from './use-entry-errors.ts'
import { useHourlyCost } from '../../../lib/use-hourly-cost.ts'
import { ActivitySelect, WorkBelonging, WorkChannelSelect } from './work-fields.tsx'
import type { WorkDraft } from './work-draft.ts'

const MAX_NOTE_LENGTH = 2_000

export interface EntryFieldsProps {
  readonly form: EntryForm
  readonly zone: string
  readonly errors: EntryErrors
  readonly locks: Locks
  readonly isChecked: boolean
  readonly isRunning: boolean
  /** Of whoever is the first; see useSaveEntry. */
  readonly personName: string
  onPersonName(name: string): void
  onChange(changes: Partial<EntryForm>): void
}

export function EntryFields(props: EntryFieldsProps) {
  const { form, zone, errors, locks, onChange } = props
  const { t } = useTranslation('time')
  const { work, times } = form
  const seconds = secondsOf(times)
  const centsPerHour = useHourlyCost(form.personId, dayAt(times.startedAt, zone))
  const changeWork = (changes: Partial<WorkDraft>) => onChange({ work: { ...work, ...changes } })
  return (
    <>
      <PersonField {...props} />
      <TimesFields
        times={times}
        zone={zone}
        answered={errors.times}
        isDisabled={locks.times}
        isChecked={props.isChecked}
        isRunning={props.isRunning}
        onChange={(next) => onChange({ times: next })}
      />
      <CostLine seconds={seconds} centsPerHour={centsPerHour} />
      <div className={styles.pair}>
        <ActivitySelect work={work} onChange={changeWork} />
        <WorkChannelSelect work={work} onChange={changeWork} />
      </div>
      <TextArea
        label={t('editor.note')}
        value={work.note}
        onChange={(note) => changeWork({ note })}
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        errorMessage={errors.note}
      />
      <WorkBelonging
        work={work}
        onChange={changeWork}
        seconds={seconds}
        centsPerHour={centsPerHour}
        isClientLocked={locks.client}
        isBillableLocked={locks.billable}
      />
    </>
  )
}

function PersonField({ form, errors, locks, personName, onPersonName, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('time')
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  if (people.length === 0) {
    return (
      <TextField
        label={t('editor.person')}
        description={t('editor.firstPerson')}
        value={personName}
        onChange={onPersonName}
        maxLength={200}
        isRequired
        errorMessage={personName.trim() === '' ? t('editor.personRequired') : errors.person}
      />
    )
  }
  if (people.length === 1 && form.personId === people[0]?.id) return null
  return (
    <Select
      label={t('editor.person')}
      value={form.personId === null ? null : String(form.personId)}
      options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChange={(id) => onChange({ personId: Number(id) })}
      isDisabled={locks.times}
      isRequired
      errorMessage={errors.person}
    />
  )
}

interface CostLineProps {
  readonly seconds: number | null
  readonly centsPerHour: number | null
}

/** What the time costs; without a rate, that it is missing. */
function CostLine({ seconds, centsPerHour }: CostLineProps) {
  const { t } = useTranslation('time')
  const format = useFormat()
  if (seconds === null || seconds < 1 || seconds > 400 * 3600) return null
  return (
    <p className={styles.sum}>
      <span>{format.duration(seconds)}</span>
      {centsPerHour === null ? (
        <span>{t('editor.noRate')}</span>
      ) : (
        <>
          <b>{format.money(labourCents(seconds, centsPerHour))}</b>
          <span>{t('editor.atRate', { rate: format.money(centsPerHour) })}</span>
        </>
      )}
    </p>
  )
}
