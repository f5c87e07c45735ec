import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACTIVITIES, type Activity } from '../../../../shared/domain/activity.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { CampaignSelect, ChannelSelect, NamedSelect } from '../../../ui/record-selects.tsx'
import { Select } from '../../../ui/select.tsx'
import { TargetsField } from './targets-field.tsx'
import type { WorkDraft } from './work-draft.ts'
import styles from './editor.module.css'

const NONE = 'none'

export interface WorkFieldsProps {
  readonly work: WorkDraft
  onChange(changes: Partial<WorkDraft>): void
}

export function ActivitySelect({ work, onChange }: WorkFieldsProps) {
  const { t } = useTranslation('time')
  const names = activityNames(useFormat().language)
  return (
    <Select
      label={t('editor.activity')}
      value={work.activity ?? NONE}
      options={[
        { value: NONE, label: t('editor.noActivity') },
        ...ACTIVITIES.map((activity) => ({ value: activity, label: names[activity] })),
      ]}
      onChange={(value) => onChange({ activity: value === NONE ? null : (value as Activity) })}
    />
  )
}

export function WorkChannelSelect({ work, onChange }: WorkFieldsProps) {
  const { t } = useTranslation('time')
  return (
    <ChannelSelect
      label={t('editor.channel')}
      noneLabel={t('editor.noChannel')}
      value={work.channelId}
      onChange={(channelId) => onChange({ channelId })}
    />
  )
}

export interface BelongingProps extends WorkFieldsProps {
  readonly seconds: number | null
  readonly centsPerHour: number | null
  /** It was invoiced: whose it is stays. */
  readonly isClientLocked?: boolean
  readonly isBillableLocked?: boolean
}

/** What the time was for beside activity and channel. Fields for things the ledger has none of are left out. */
export function WorkBelonging(props: BelongingProps) {
  const { work, onChange, seconds, centsPerHour } = props
  const { t } = useTranslation('time')
  const campaigns = useQuery(api.settings.campaigns.queryOptions()).data ?? []
  const records = useQuery(api.records.options.queryOptions()).data
  return (
    <>
      <TargetsField
        targets={work.targets}
        seconds={seconds}
        centsPerHour={centsPerHour}
        onChange={(targets, added) =>
          onChange({
            targets,
            ...(added && work.channelId === null && { channelId: added.channelId }),
          })
        }
      />
      <div className={styles.pair}>
        {campaigns.length > 0 && (
          <CampaignSelect value={work.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
        )}
        <NamedSelect
          label={t('editor.department')}
          noneLabel={t('editor.noDepartment')}
          options={records?.departments ?? []}
          value={work.departmentId}
          onChange={(departmentId) => onChange({ departmentId })}
        />
        <ClientFields {...props} />
      </div>
      <Flags {...props} />
    </>
  )
}

/** A client and one of the client's projects; each brings along what follows from it. */
function ClientFields({ work, onChange, isClientLocked = false }: BelongingProps) {
  const { t } = useTranslation('time')
  const clients = useQuery(api.records.options.queryOptions()).data?.clients ?? []
  const projects = useQuery(api.time.projects.queryOptions()).data ?? []
  const isFreelancer = useQuery(api.app.status.queryOptions()).data?.ledger?.businessKind === 'freelancer'
  const offered = projects.filter(
    ({ id, clientId, isArchived }) =>
      id === work.projectId || (!isArchived && (work.clientId === null || clientId === work.clientId)),
  )
  return (
    <>
      <NamedSelect
        label={t('editor.client')}
        noneLabel={t('editor.noClient')}
        options={clients}
        value={work.clientId}
        isDisabled={isClientLocked}
        onChange={(clientId) => {
          const isOfClient = projects.some(({ id, clientId: owner }) => id === work.projectId && owner === clientId)
          const isFirst = work.clientId === null && clientId !== null
          onChange({
            clientId,
            ...(!isOfClient && { projectId: null }),
            ...(isFreelancer && isFirst && { isBillable: true }),
            ...(clientId === null && { isBillable: false }),
          })
        }}
      />
      <NamedSelect
        label={t('editor.project')}
        noneLabel={t('editor.noProject')}
        options={offered.map(({ id, name, client }) => ({
          id,
          name: work.clientId === null && client !== null ? `${name} · ${client}` : name,
        }))}
        value={work.projectId}
        isDisabled={isClientLocked}
        onChange={(projectId) => {
          const project = projects.find(({ id }) => id === projectId)
          onChange({
            projectId,
            ...(project && { isBillable: project.isBillable }),
            ...(project && project.clientId !== null && { clientId: project.clientId }),
          })
        }}
      />
    </>
  )
}

function Flags({ work, onChange, isBillableLocked = false }: BelongingProps) {
  const { t } = useTranslation('time')
  const hasClient = work.clientId !== null || work.projectId !== null || work.isBillable
  return (
    <div className={styles.flags}>
      {hasClient && (
        <Checkbox
          isSelected={work.isBillable}
          onChange={(isBillable) => onChange({ isBillable })}
          isDisabled={isBillableLocked}
        >
          {t('editor.billable')}
        </Checkbox>
      )}
      <Checkbox
        isSelected={work.scope === 'other'}
        onChange={(isOther) => onChange({ scope: isOther ? 'other' : 'social' })}
        description={t('editor.otherHelp')}
      >
        {t('editor.other')}
      </Checkbox>
    </div>
  )
}
