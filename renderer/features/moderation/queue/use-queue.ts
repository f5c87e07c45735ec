/** The conversations of a list, read page by page. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { QueueCursor, QueueFilter, QueueList, QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { api } from '../../../lib/api.ts'

const PAGE = 200

export interface Queue {
  readonly rows: readonly QueueRow[]
  /** How many match; null while it is read. */
  readonly count: number | null
  readonly isLoading: boolean
  readonly error: Error | null
  readMore(): void
}

export function useQueue(list: QueueList, filter: QueueFilter): Queue {
  const query = useInfiniteQuery(
    api.moderation.list.infiniteOptions({
      input: (cursor: QueueCursor | null) => ({ list, filter, cursor, limit: PAGE }),
      initialPageParam: null as QueueCursor | null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  const { data, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, count: data?.pages[0]?.count ?? null, isLoading: isPending, error, readMore }
}
