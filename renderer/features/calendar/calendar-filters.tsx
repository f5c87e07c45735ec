/** The button that says which channels are shown; in its sheet everything that can be filtered for. */
import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useAppCommands } from '../../lib/commands.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useCalendarAddress } from './calendar-address.ts'
import styles from './filters/filters.module.css'
import { useFilterChips } from './filters/use-filter-chips.ts'

const FilterSheet = lazy(async () => ({ default: (await import('./filters/filter-sheet.tsx')).FilterSheet }))

export function CalendarFilters() {
  const { t } = useTranslation('calendarLists')
  const [isOpen, setOpen] = useState(false)
  const { channelIds } = useCalendarAddress().filter
  const chips = useFilterChips()
  const others = chips.length - (channelIds?.length ?? 0)
  const channels = useChannelsText()
  useFilterCommand(setOpen)
  return (
    <Popover
      label={t('filter.label')}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          icon={ListFilter}
          {...(chips.length > 0 && { 'aria-label': `${channels}, ${t('filter.active', { count: chips.length })}` })}
        >
          {channels}
          {others > 0 && <span className={styles.number}>{others}</span>}
        </Button>
      }
    >
      {(close) => (
        <Suspense fallback={null}>
          <FilterSheet onClose={close} />
        </Suspense>
      )}
    </Popover>
  )
}

/** "Alle Kanäle", the one, or how many. */
function useChannelsText(): string {
  const { t } = useTranslation('calendarLists')
  const { channelIds = [] } = useCalendarAddress().filter
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const [only] = channelIds
  if (only === undefined) return t('filter.allChannels')
  if (channelIds.length > 1) return t('filter.channels', { count: channelIds.length })
  return channels?.find(({ id }) => id === only)?.name ?? '…'
}

function useFilterCommand(setOpen: (isOpen: boolean) => void): void {
  const { t } = useTranslation(['calendarLists', 'calendar'])
  useAppCommands(
    useMemo(
      () => [
        {
          id: 'calendar.filter',
          title: t('commands.filter'),
          group: t('calendar:title'),
          icon: ListFilter,
          shortcut: 'f',
          opensField: true,
          run: () => setOpen(true),
        },
      ],
      [t, setOpen],
    ),
  )
}
