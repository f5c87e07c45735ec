import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACTIVITIES, type Activity } from '../../../shared/domain/activity.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { BelongingFields } from '../../ui/belonging-fields.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import listStyles from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { NamedSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ManualDraft } from './manual-draft.ts'

const COST_KINDS: readonly ManualDraft['kind'][] = ['labour', 'ads', 'tool', 'service', 'levy', 'other']
const MOST_CENTS = 1_000_000_000
const SECONDS_PER_HOUR = 3600
/** Half a hundredth of an hour, in seconds. */
const HALF_A_HUNDREDTH = 18

export interface ManualFieldsProps {
  readonly draft: ManualDraft
  onChange(changes: Partial<ManualDraft>): void
  onValidityChange(isReadable: boolean): void
  errorOf(field: string): string | undefined
}

export function ManualFields(props: ManualFieldsProps) {
  const { draft, onChange, onValidityChange } = props
  const { t } = useTranslation('ledger')
  const error = (field: string) => {
    const errorMessage = props.errorOf(field)
    return errorMessage === undefined ? {} : { errorMessage }
  }
  return (
    <>
      <TextField
        label={t('manual.text')}
        value={draft.text}
        onChange={(text) => onChange({ text })}
        maxLength={500}
        autoFocus
        isRequired
        {...error('text')}
      />
      <div className={listStyles.fields}>
        <DatePicker
          label={t('manual.day')}
          value={draft.day}
          onChange={(day) => {
            if (day !== null) onChange({ day: day as Day })
          }}
          isRequired
          {...error('day')}
        />
        <Select
          label={t('manual.kind')}
          options={COST_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <MoneyField
          label={t('manual.cents')}
          description={t('manual.centsHelp')}
          value={draft.cents}
          minimum={-MOST_CENTS}
          maximum={MOST_CENTS}
          onChange={(cents) => onChange({ cents })}
          onValidityChange={onValidityChange}
          {...error('cents')}
        />
        {draft.kind === 'labour' && <LabourFields {...props} error={error} />}
        <BelongingFields
          value={draft}
          texts={{
            channel: t('manual.channel'),
            noChannel: t('manual.noChannel'),
            client: t('manual.client'),
            noClient: t('manual.none'),
            department: t('manual.department'),
            noDepartment: t('manual.none'),
            post: t('manual.post'),
          }}
          onChange={onChange}
        />
      </div>
      <Switch
        isSelected={draft.scope === 'social'}
        onChange={(isSocial) => onChange({ scope: isSocial ? 'social' : 'other' })}
        description={t('manual.isSocialHelp')}
      >
        {t('manual.isSocial')}
      </Switch>
    </>
  )
}

interface LabourFieldsProps extends ManualFieldsProps {
  error(field: string): { readonly errorMessage?: string }
}

const NONE = 'none'

function LabourFields({ draft, onChange, error }: LabourFieldsProps) {
  const { t } = useTranslation('ledger')
  const names = activityNames(useFormat().language)
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  return (
    <>
      <NumberField
        label={t('manual.hours')}
        value={draft.seconds / SECONDS_PER_HOUR}
        minValue={-10_000}
        maxValue={10_000}
        step={0.01}
        onChange={(hours) => {
          const seconds = Math.round((hours ?? 0) * SECONDS_PER_HOUR)
          // What is shown is rounded: leaving the field must not change what was not typed.
          if (Math.abs(seconds - draft.seconds) > HALF_A_HUNDREDTH) onChange({ seconds })
        }}
        {...error('seconds')}
      />
      <NamedSelect
        label={t('manual.person')}
        noneLabel={t('manual.noPerson')}
        options={people}
        value={draft.personId}
        onChange={(personId) => onChange({ personId })}
      />
      <Select
        label={t('manual.activity')}
        options={[
          { value: NONE, label: t('manual.noActivity') },
          ...ACTIVITIES.map((activity) => ({ value: activity as string, label: names[activity] })),
        ]}
        value={draft.activity ?? NONE}
        onChange={(value) => onChange({ activity: value === NONE ? null : (value as Activity) })}
      />
    </>
  )
}
