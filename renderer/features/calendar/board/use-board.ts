/** The columns of the board, each read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { PlanCursor, PlanFilter, PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { POST_STATUSES, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { api } from '../../../lib/api.ts'

const PAGE = 100

export interface BoardColumn {
  readonly status: PostStatus
  readonly rows: readonly PlanRow[]
  /** How many match; null while it is read. */
  readonly count: number | null
  readonly error: Error | null
  /** Reads it anew, after it failed. */
  retry(): void
  readMore(): void
}

function statusOf(queryKey: readonly unknown[] | undefined): unknown {
  return (queryKey?.[1] as { readonly input?: { readonly status?: unknown } } | undefined)?.input?.status
}

function useColumn(status: PostStatus, filter: PlanFilter): BoardColumn {
  const query = useInfiniteQuery(
    api.calendar.board.infiniteOptions({
      input: (cursor: PlanCursor | null) => ({ status, filter, cursor, limit: PAGE }),
      initialPageParam: null as PlanCursor | null,
      getNextPageParam: (page) => page.next,
      // While one types a word the cards stay.
      placeholderData: (before, query) => (statusOf(query?.queryKey) === status ? before : undefined),
    }),
  )
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const count = data?.pages[0]?.count ?? null
  return { status, rows, count, error, retry: () => void refetch(), readMore }
}

/** Those a filter for statuses leaves, in the order of the way. */
export function useBoard(filter: PlanFilter): readonly BoardColumn[] {
  const columns: Readonly<Record<PostStatus, BoardColumn>> = {
    idea: useColumn('idea', filter),
    draft: useColumn('draft', filter),
    review: useColumn('review', filter),
    ready: useColumn('ready', filter),
    published: useColumn('published', filter),
    archived: useColumn('archived', filter),
    cancelled: useColumn('cancelled', filter),
  }
  return POST_STATUSES.filter((status) => filter.statuses?.includes(status) ?? true).map((status) => columns[status])
}
