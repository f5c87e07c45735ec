/** What the queue is filtered for, in words; null where it is not. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import type { QUEUE_FILTER_NAMES } from '../../../lib/moderation-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useModerationAddress } from '../moderation-address.ts'

type Name = (typeof QUEUE_FILTER_NAMES)[number]

interface Named {
  readonly id: number
  readonly name: string
}

export function useFilterTexts(): (name: Name) => string | null {
  const { t } = useTranslation('moderation')
  const names = conversationNames(useFormat().language)
  const { filter } = useModerationAddress()
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const options = useQuery(api.records.options.queryOptions()).data
  const topics = useQuery(api.moderation.topics.queryOptions()).data
  const named = (records: readonly Named[] | undefined, id: number | null | undefined, without: string) =>
    id === undefined ? null : id === null ? without : (records?.find((record) => record.id === id)?.name ?? '…')
  const texts: Readonly<Record<Name, () => string | null>> = {
    text: () => filter.text ?? null,
    kind: () => (filter.kind ? names.kinds[filter.kind] : null),
    channel: () => named(channels, filter.channelId, t('filter.noChannel')),
    topics: () => filter.topicIds?.map((id) => named(topics, id, '')).join(' + ') ?? null,
    mood: () =>
      filter.sentiment === undefined
        ? null
        : filter.sentiment === null
          ? t('filter.noMood')
          : names.sentiments[filter.sentiment],
    priority: () => (filter.priority ? t('filter.priorityIs', { priority: names.priorities[filter.priority] }) : null),
    client: () => named(options?.clients, filter.clientId, t('filter.noClient')),
    department: () => named(options?.departments, filter.departmentId, t('filter.noDepartment')),
    stars: () => (filter.stars === undefined ? null : t('filter.starsAre', { count: filter.stars })),
    contact: () => (filter.contactId === undefined ? null : t('filter.contact')),
    post: () => null,
    crisis: () => (filter.crisisId === undefined ? null : t('filter.crisis')),
  }
  return (name) => texts[name]()
}
