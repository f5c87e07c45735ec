/** What a bar or a row is called. */
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureGrouping, GroupKey } from '../../../../shared/contract/moderation-figures.ts'
import { CONVERSATION_KINDS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import type { Format } from '../../../lib/format.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { weekdayName } from '../../../lib/weekday-name.ts'
import type { FigureGroupRef } from './figures-address.ts'

/** `name`: of the record, where the group is one. */
export function groupName(
  by: FigureGrouping,
  key: GroupKey,
  name: string | null,
  format: Format,
  t: TFunction<'moderationFigures'>,
): string {
  if (key === null) return t(`without.${by}`)
  if (by === 'weekday') return weekdayName(Number(key), format, 'long')
  if (by === 'hour') return t('hour', { hour: String(key).padStart(2, '0') })
  if (by !== 'kind') return name ?? t('unknown')
  const kind = CONVERSATION_KINDS.find((known) => known === key)
  return kind ? conversationNames(format.language).kinds[kind] : t('unknown')
}

/** The same for a group that is known by its key only, as in an address. */
export function useGroupName(): (group: FigureGroupRef) => string {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const topics = useQuery(api.moderation.topics.queryOptions()).data
  const departments = useQuery(api.records.options.queryOptions()).data?.departments
  return useCallback(
    ({ by, key }) => {
      const records = { channel: channels, topic: topics, department: departments }
      const named = by === 'channel' || by === 'topic' || by === 'department' ? records[by] : undefined
      return groupName(by, key, named?.find(({ id }) => id === key)?.name ?? null, format, t)
    },
    [channels, topics, departments, format, t],
  )
}
