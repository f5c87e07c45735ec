import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import styles from '../../ui/list-view.module.css'
import { PostChooser } from '../../ui/record-chooser.tsx'
import { CampaignSelect, ChannelSelect } from '../../ui/record-selects.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { ExpenseDraft } from './expense-draft.ts'

interface BelongingFieldsProps {
  readonly draft: ExpenseDraft
  onChange(changes: Partial<ExpenseDraft>): void
}

/** What the expense is charged to. Fields for things the ledger has none of are left out. */
export function BelongingFields({ draft, onChange }: BelongingFieldsProps) {
  const { t } = useTranslation('costs')
  const campaigns = useQuery(api.settings.campaigns.queryOptions()).data ?? []
  const records = useQuery(api.records.options.queryOptions()).data
  const hasPosts = (useQuery(api.records.findPosts.queryOptions({ input: { limit: 1 } })).data?.length ?? 0) > 0
  return (
    <>
      <div className={styles.fields}>
        <ChannelSelect
          label={t('expense.channel')}
          noneLabel={t('expense.noChannel')}
          value={draft.channelId}
          onChange={(channelId) => onChange({ channelId })}
        />
        {campaigns.length > 0 && (
          <CampaignSelect value={draft.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
        )}
        <NamedSelect
          label={t('expense.client')}
          noneLabel={t('expense.noClient')}
          options={records?.clients ?? []}
          value={draft.clientId}
          onChange={(clientId) => onChange({ clientId })}
        />
        <NamedSelect
          label={t('expense.department')}
          noneLabel={t('expense.noDepartment')}
          options={records?.departments ?? []}
          value={draft.departmentId}
          onChange={(departmentId) => onChange({ departmentId })}
        />
        {(hasPosts || draft.postId !== null) && (
          <PostChooser
            label={t('expense.post')}
            value={draft.postId}
            onChange={(postId) => onChange({ postId })}
            onChoose={(post) => {
              if (post && draft.channelId === null) onChange({ postId: post.id, channelId: post.channelId })
            }}
          />
        )}
      </div>
      <Switch
        isSelected={draft.scope === 'social'}
        onChange={(isSocial) => onChange({ scope: isSocial ? 'social' : 'other' })}
        description={t('expense.isSocialHelp')}
      >
        {t('expense.isSocial')}
      </Switch>
    </>
  )
}

const NONE = 'none'

interface NamedSelectProps {
  readonly label: string
  readonly noneLabel: string
  readonly options: readonly { readonly id: number; readonly name: string }[]
  readonly value: number | null
  onChange(id: number | null): void
}

function NamedSelect({ label, noneLabel, options, value, onChange }: NamedSelectProps) {
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
