/** Where one is in the moderation log: the list, the conversation that is chosen in it, the filters. */
import { useMemo } from 'react'
import type { QueueFilter, QueueList } from '../../../shared/contract/moderation-fields.ts'
import { readId } from '../../lib/ledger-address.ts'
import { QUEUE_FILTER_NAMES, readQueueFilter, readQueueList } from '../../lib/moderation-address.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'

export interface ModerationAddress {
  readonly list: QueueList
  /** The conversation that is shown; null: none is chosen. */
  readonly id: number | null
  readonly filter: QueueFilter
  readonly isFiltered: boolean
  readonly filters: SearchFilters
  showList(list: QueueList): void
  /** Null: none. Not a step to go back to: arrows pass over many. */
  select(id: number | null): void
  clearFilters(): void
}

export function useModerationAddress(): ModerationAddress {
  const filters = useSearchFilters()
  return useMemo(() => {
    const { get, set } = filters
    return {
      list: readQueueList(get('list')),
      id: readId(get('id')) ?? null,
      filter: readQueueFilter(get),
      isFiltered: QUEUE_FILTER_NAMES.some((name) => get(name) !== null),
      filters,
      showList: (list) => set({ list: list === 'open' ? undefined : list, id: undefined }, true),
      select: (id) => set({ id: id === null ? undefined : String(id) }),
      clearFilters: () => set(Object.fromEntries(QUEUE_FILTER_NAMES.map((name) => [name, undefined]))),
    }
  }, [filters])
}
