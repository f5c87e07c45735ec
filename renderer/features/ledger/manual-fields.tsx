import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACTIVITIES, type Activity } from '../../../shared/domain/activity.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import listStyles from '../../ui/list-view.module.css'
import { MoneyField } from '../../ui/money-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PostChooser } from '../../ui/record-chooser.tsx'
import { CampaignSelect, ChannelSelect } from '../../ui/record-selects.tsx'
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
        <BelongingFields draft={draft} onChange={onChange} />
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
      <IdSelect
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

/** What the line is charged to. Fields for things the ledger has none of are left out. */
function BelongingFields({ draft, onChange }: Pick<ManualFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('ledger')
  const records = useQuery(api.records.options.queryOptions()).data
  const campaigns = useQuery(api.settings.campaigns.queryOptions()).data ?? []
  const hasPosts = (useQuery(api.records.findPosts.queryOptions({ input: { limit: 1 } })).data?.length ?? 0) > 0
  return (
    <>
      <ChannelSelect
        label={t('manual.channel')}
        noneLabel={t('manual.noChannel')}
        value={draft.channelId}
        onChange={(channelId) => onChange({ channelId })}
      />
      {campaigns.length > 0 && (
        <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
      )}
      <IdSelect
        label={t('manual.client')}
        noneLabel={t('manual.none')}
        options={records?.clients ?? []}
        value={draft.clientId}
        onChange={(clientId) => onChange({ clientId })}
      />
      <IdSelect
        label={t('manual.department')}
        noneLabel={t('manual.none')}
        options={records?.departments ?? []}
        value={draft.departmentId}
        onChange={(departmentId) => onChange({ departmentId })}
      />
      {(hasPosts || draft.postId !== null) && (
        <PostChooser label={t('manual.post')} value={draft.postId} onChange={(postId) => onChange({ postId })} />
      )}
    </>
  )
}

interface IdSelectProps {
  readonly label: string
  readonly noneLabel: string
  readonly options: readonly { readonly id: number; readonly name: string }[]
  readonly value: number | null
  onChange(id: number | null): void
}

function IdSelect({ label, noneLabel, options, value, onChange }: IdSelectProps) {
  if (options.length === 0) return null
  return (
    <Select
      label={label}
      options={[
        { value: NONE, label: noneLabel },
        ...options.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={value === null ? NONE : String(value)}
      onChange={(chosen) => onChange(chosen === NONE ? null : Number(chosen))}
    />
  )
}
