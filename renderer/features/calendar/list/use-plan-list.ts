/** The posts of a list, read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { PlanCursor, PlanFilter, PlanList, PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { api } from '../../../lib/api.ts'

const PAGE = 200

export interface PlanRows {
  /** Which list it is, under which filters. */
  readonly key: string
  readonly rows: readonly PlanRow[]
  /** How many match; null while it is read. */
  readonly count: number | null
  readonly isLoading: boolean
  /** What is shown is still the answer to the filters before. */
  readonly isBehind: boolean
  readonly error: Error | null
  /** Reads it anew, after it failed. */
  retry(): void
  readMore(): void
}

/** Which list a query of this kind asks for. */
function listOf(queryKey: readonly unknown[] | undefined): unknown {
  return (queryKey?.[1] as { readonly input?: { readonly list?: unknown } } | undefined)?.input?.list
}

export function usePlanList(list: PlanList, filter: PlanFilter): PlanRows {
  const query = useInfiniteQuery(
    api.calendar.list.infiniteOptions({
      input: (cursor: PlanCursor | null) => ({ list, filter, cursor, limit: PAGE }),
      initialPageParam: null as PlanCursor | null,
      getNextPageParam: (page) => page.next,
      // While one types a word the rows stay; another list begins empty.
      placeholderData: (before, query) => (listOf(query?.queryKey) === list ? before : undefined),
    }),
  )
  const { data, isPending, isPlaceholderData, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    key: JSON.stringify([list, filter]),
    rows,
    count: data?.pages[0]?.count ?? null,
    isLoading: isPending,
    isBehind: isPlaceholderData,
    error,
    retry: () => void refetch(),
    readMore,
  }
}
