import { useQuery } from '@tanstack/react-query'
import type { FoundPost } from '../../shared/contract/records.ts'
import { api } from '../lib/api.ts'
import { PostChooser } from './record-chooser.tsx'
import { CampaignSelect, ChannelSelect, NamedSelect } from './record-selects.tsx'

export interface Belonging {
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly clientId: number | null
  readonly departmentId: number | null
  readonly postId: number | null
}

export interface BelongingFieldsProps {
  readonly value: Belonging
  readonly texts: {
    readonly channel: string
    readonly noChannel: string
    readonly client: string
    readonly noClient: string
    readonly department: string
    readonly noDepartment: string
    readonly post: string
  }
  onChange(changes: Partial<Belonging>): void
  /** Told the whole post, e.g. to take its channel along. */
  onChoosePost?(post: FoundPost | null): void
}

/** What an amount is charged to. Fields for things the ledger has none of are left out. */
export function BelongingFields({ value, texts, onChange, onChoosePost }: BelongingFieldsProps) {
  const campaigns = useQuery(api.settings.campaigns.queryOptions()).data ?? []
  const records = useQuery(api.records.options.queryOptions()).data
  const hasPosts = (useQuery(api.records.findPosts.queryOptions({ input: { limit: 1 } })).data?.length ?? 0) > 0
  return (
    <>
      <ChannelSelect
        label={texts.channel}
        noneLabel={texts.noChannel}
        value={value.channelId}
        onChange={(channelId) => onChange({ channelId })}
      />
      {campaigns.length > 0 && (
        <CampaignSelect value={value.campaignId} onChange={(campaignId) => onChange({ campaignId })} />
      )}
      <NamedSelect
        label={texts.client}
        noneLabel={texts.noClient}
        options={records?.clients ?? []}
        value={value.clientId}
        onChange={(clientId) => onChange({ clientId })}
      />
      <NamedSelect
        label={texts.department}
        noneLabel={texts.noDepartment}
        options={records?.departments ?? []}
        value={value.departmentId}
        onChange={(departmentId) => onChange({ departmentId })}
      />
      {(hasPosts || value.postId !== null) && (
        <PostChooser
          label={texts.post}
          value={value.postId}
          onChange={(postId) => onChange({ postId })}
          {...(onChoosePost && { onChoose: onChoosePost })}
        />
      )}
    </>
  )
}
