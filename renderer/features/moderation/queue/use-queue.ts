/** The conversations of a list, read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { QueueCursor, QueueFilter, QueueList, QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { api } from '../../../lib/api.ts'

const PAGE = 200

export interface Queue {
  /** Which list it is, under which filters. */
  readonly key: string
  readonly rows: readonly QueueRow[]
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

export function useQueue(list: QueueList, filter: QueueFilter): Queue {
  const query = useInfiniteQuery(
    api.moderation.list.infiniteOptions({
      input: (cursor: QueueCursor | null) => ({ list, filter, cursor, limit: PAGE }),
      initialPageParam: null as QueueCursor | null,
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
