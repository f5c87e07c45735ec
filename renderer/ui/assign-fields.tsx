import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkPatch } from '../../shared/contract/records.ts'
import { ACTIVITIES } from '../../shared/domain/activity.ts'
import { WORK_DIMENSIONS, type WorkDimension } from '../../shared/domain/work.ts'
import { activityNames } from '../../shared/i18n/activity-names.ts'
import { api } from '../lib/api.ts'
import { useFormat } from '../lib/use-format.ts'
import { Checkbox } from './checkbox.tsx'
import { Dot } from './dot.tsx'
import styles from './list-view.module.css'
import { ConversationChooser, NamedChooser, PostChooser } from './record-chooser.tsx'
import { Select } from './select.tsx'

const UNCHANGED = 'unchanged'
const NONE = 'none'

export interface AssignFieldsProps {
  readonly patch: WorkPatch
  /** What the entries lack stands first and has nothing to be removed. */
  readonly missing: WorkDimension | undefined
  readonly hasLabour: boolean
  onChange(changes: WorkPatch): void
  /** Further fields of the same kind, after these. */
  readonly children?: ReactNode
}

/** What work is to belong to from now on; every field begins as "unchanged". */
export function AssignFields({ patch, missing, hasLabour, onChange, children }: AssignFieldsProps) {
  const { t } = useTranslation('records')
  const field = { patch, onChange }
  const fields: Readonly<Record<WorkDimension, ReactNode>> = {
    post: <PostField {...field} isMissing={missing === 'post'} />,
    conversation: hasLabour && <ConversationField {...field} isMissing={missing === 'conversation'} />,
    campaign: <NamedField list="campaign" isFirst={missing === 'campaign'} {...field} />,
    client: <NamedField list="client" isFirst={missing === 'client'} {...field} />,
    department: <NamedField list="department" isFirst={missing === 'department'} {...field} />,
    channel: <ChannelField {...field} />,
    activity: hasLabour && <ActivityField {...field} />,
  }
  const first = missing ?? 'post'
  const order = [first, ...WORK_DIMENSIONS.toReversed().filter((dimension) => dimension !== first)]
  return (
    <div className={styles.fields}>
      {order.map((dimension) => (
        <Fragment key={dimension}>{fields[dimension]}</Fragment>
      ))}
      <Select
        label={t('assign.scope')}
        value={patch.scope ?? UNCHANGED}
        options={[
          { value: UNCHANGED, label: t('assign.unchanged') },
          { value: 'social', label: t('assign.scopeSocial') },
          { value: 'other', label: t('assign.other') },
        ]}
        onChange={(value) => onChange({ scope: value === 'social' || value === 'other' ? value : undefined })}
      />
      {children}
    </div>
  )
}

interface FieldProps {
  readonly patch: WorkPatch
  onChange(changes: WorkPatch): void
}

interface ChooserFieldProps extends FieldProps {
  readonly isMissing: boolean
}

function PostField({ patch, isMissing, onChange }: ChooserFieldProps) {
  const { t } = useTranslation('records')
  return (
    <div>
      <PostChooser
        autoFocus={isMissing}
        label={t('field.post')}
        placeholder={t('assign.unchanged')}
        value={patch.postId ?? null}
        isDisabled={patch.postId === null}
        onChange={(id) => onChange({ postId: id ?? undefined })}
      />
      {!isMissing && (
        <Clear isCleared={patch.postId === null} onChange={(isOn) => onChange({ postId: isOn ? null : undefined })} />
      )}
    </div>
  )
}

function ConversationField({ patch, isMissing, onChange }: ChooserFieldProps) {
  const { t } = useTranslation('records')
  return (
    <div>
      <ConversationChooser
        autoFocus={isMissing}
        label={t('field.conversation')}
        placeholder={t('assign.unchanged')}
        value={patch.conversationId ?? null}
        isDisabled={patch.conversationId === null}
        onChange={(id) => onChange({ conversationId: id ?? undefined })}
      />
      {!isMissing && (
        <Clear
          isCleared={patch.conversationId === null}
          onChange={(isOn) => onChange({ conversationId: isOn ? null : undefined })}
        />
      )}
    </div>
  )
}

function Clear({ isCleared, onChange }: { readonly isCleared: boolean; onChange(isOn: boolean): void }) {
  const { t } = useTranslation('records')
  return (
    <Checkbox isSelected={isCleared} onChange={onChange}>
      {t('assign.clear')}
    </Checkbox>
  )
}

interface NamedFieldProps extends FieldProps {
  readonly list: 'campaign' | 'client' | 'department'
  readonly isFirst: boolean
}

function NamedField({ list, isFirst, patch, onChange }: NamedFieldProps) {
  const { t } = useTranslation('records')
  const name = `${list}Id` as const
  const value = patch[name]
  return (
    <NamedChooser
      list={list}
      autoFocus={isFirst}
      label={t(`field.${list}`)}
      placeholder={t('assign.unchanged')}
      noneLabel={t('assign.none')}
      isNone={value === null}
      onChooseNone={() => onChange({ [name]: null })}
      value={value ?? null}
      onChange={(id) => onChange({ [name]: id ?? undefined })}
    />
  )
}

function ChannelField({ patch, onChange }: FieldProps) {
  const { t } = useTranslation('records')
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  return (
    <Select
      label={t('field.channel')}
      value={patch.channelId === undefined ? UNCHANGED : String(patch.channelId ?? NONE)}
      options={[
        { value: UNCHANGED, label: t('assign.unchanged') },
        { value: NONE, label: t('assign.none') },
        ...channels
          .filter((channel) => !channel.isArchived)
          .map(({ id, name, network }) => ({ value: String(id), label: name, mark: <Dot network={network} /> })),
      ]}
      onChange={(value) =>
        onChange({ channelId: value === UNCHANGED ? undefined : value === NONE ? null : Number(value) })
      }
    />
  )
}

function ActivityField({ patch, onChange }: FieldProps) {
  const { t } = useTranslation('records')
  const names = activityNames(useFormat().language)
  return (
    <Select
      label={t('assign.activity')}
      value={patch.activity === undefined ? UNCHANGED : (patch.activity ?? NONE)}
      options={[
        { value: UNCHANGED, label: t('assign.unchanged') },
        { value: NONE, label: t('assign.none') },
        ...ACTIVITIES.map((activity) => ({ value: activity as string, label: names[activity] })),
      ]}
      onChange={(value) =>
        onChange({
          activity: value === NONE ? null : ACTIVITIES.find((activity) => activity === value),
        })
      }
    />
  )
}
