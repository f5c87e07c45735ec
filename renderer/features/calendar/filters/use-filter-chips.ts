/** What the calendar is filtered for, in words, one for each thing that can be taken away alone. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useCalendarAddress } from '../calendar-address.ts'

export interface PlanFilterChip {
  readonly key: string
  readonly text: string
  remove(): void
}

interface Named {
  readonly id: number
  readonly name: string
}

const nameOf = (records: readonly Named[] | undefined, id: number) =>
  records?.find((record) => record.id === id)?.name ?? '…'

export function useFilterChips(): readonly PlanFilterChip[] {
  return [...useListedChips(), ...useSingleChips()]
}

/** Of those of which any may hold, each. */
function useListedChips(): readonly PlanFilterChip[] {
  const { t } = useTranslation('calendar')
  const { filter, filters } = useCalendarAddress()
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const { channelIds = [], statuses = [] } = filter
  return [
    ...channelIds.map((id) => ({
      key: `channel ${id}`,
      text: nameOf(channels, id),
      remove: () => filters.set({ channels: channelIds.filter((other) => other !== id).join('.') }),
    })),
    ...statuses.map((status) => ({
      key: status,
      text: t(`status.${status}`),
      remove: () => filters.set({ statuses: statuses.filter((other) => other !== status).join('.') }),
    })),
  ]
}

function useSingleChips(): readonly PlanFilterChip[] {
  const { t } = useTranslation('calendarLists')
  const { filter, filters } = useCalendarAddress()
  const formats = postFormatNames(useFormat().language)
  const options = useQuery(api.records.options.queryOptions()).data
  const named = (records: readonly Named[] | undefined, id: number | null | undefined, without: string) =>
    id === undefined ? null : id === null ? without : nameOf(records, id)
  const { text, format, pillarId, campaignId, clientId } = filter
  const texts = {
    text: text === undefined ? null : t('filter.textIs', { text }),
    format: format === undefined ? null : format === null ? t('filter.noFormat') : formats[format],
    pillar: named(options?.pillars, pillarId, t('filter.noPillar')),
    campaign: named(options?.campaigns, campaignId, t('filter.noCampaign')),
    client: named(options?.clients, clientId, t('filter.noClient')),
  }
  return Object.entries(texts).flatMap(([name, shown]) =>
    shown === null ? [] : [{ key: name, text: shown, remove: () => filters.set({ [name]: undefined }) }],
  )
}
