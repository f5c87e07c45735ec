/** Posts and conversations, read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type {
  ConversationCursor,
  ConversationFilter,
  ConversationRow,
  PostCursor,
  PostFilter,
  PostRow,
} from '../../../shared/contract/records.ts'
import { api } from '../../lib/api.ts'

export interface RecordPages<Row> {
  readonly rows: readonly Row[]
  /** How many match in all; null until the first page is there. */
  readonly count: number | null
  readonly isLoading: boolean
  readonly error: Error | null
  readMore(): void
}

interface PagedQuery<Row> {
  readonly data: { readonly pages: readonly { readonly rows: Row[]; readonly count: number | null }[] } | undefined
  readonly isPending: boolean
  readonly isFetchingNextPage: boolean
  readonly hasNextPage: boolean
  readonly error: Error | null
  fetchNextPage(): Promise<unknown>
}

function useGathered<Row>(query: PagedQuery<Row>): RecordPages<Row> {
  const { data, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows, count: data?.pages[0]?.count ?? null, isLoading: isPending, error: data ? null : error, readMore }
}

const PAGE = 100

export function usePosts(filter: PostFilter): RecordPages<PostRow> {
  return useGathered(
    useInfiniteQuery(
      api.records.posts.infiniteOptions({
        input: (cursor: PostCursor | null) => ({ filter, cursor, limit: PAGE }),
        initialPageParam: null as PostCursor | null,
        getNextPageParam: (page) => page.next,
      }),
    ),
  )
}

export function useConversations(filter: ConversationFilter): RecordPages<ConversationRow> {
  return useGathered(
    useInfiniteQuery(
      api.records.conversations.infiniteOptions({
        input: (cursor: ConversationCursor | null) => ({ filter, cursor, limit: PAGE }),
        initialPageParam: null as ConversationCursor | null,
        getNextPageParam: (page) => page.next,
      }),
    ),
  )
}
