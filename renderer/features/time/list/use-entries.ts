/** Entries read page by page, with the sums of all that match from the first page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { EntryCursor, EntryFilter, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { api } from '../../../lib/api.ts'

const PAGE = 200
/** As many as one command changes. */
export const MAX_SELECTED = 2_000

export interface EntrySums {
  readonly count: number
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
  readonly billableSeconds: number
}

export interface Entries {
  readonly rows: readonly TimeEntry[]
  readonly sums: EntrySums | null
  readonly isLoading: boolean
  readonly error: Error | null
  readMore(): void
  /** Reads on until all are there or as many as can be chosen; answers those. */
  readAll(): Promise<readonly TimeEntry[]>
}

export function useEntries(filter: EntryFilter): Entries {
  const query = useInfiniteQuery(
    api.time.list.infiniteOptions({
      input: (cursor: EntryCursor | null) => ({ filter, cursor, limit: PAGE }),
      initialPageParam: null as EntryCursor | null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const { data, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const readAll = useCallback(async () => {
    let known: readonly TimeEntry[] = rows
    let hasMore = hasNextPage
    while (hasMore && known.length < MAX_SELECTED) {
      const next = await fetchNextPage()
      known = next.data?.pages.flatMap((page) => page.rows) ?? known
      hasMore = next.hasNextPage && !next.isError
    }
    return known.slice(0, MAX_SELECTED)
  }, [rows, hasNextPage, fetchNextPage])
  return { rows, sums: data?.pages[0]?.sums ?? null, isLoading: isPending, error, readMore, readAll }
}
