/** The conversations of a list, read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { QueueCursor, QueueFilter, QueueList, QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { api } from '../../../lib/api.ts'
import { askedFor, type PagedRows, usePagedRows } from '../../../lib/use-paged-rows.ts'

const PAGE = 200

export type Queue = PagedRows<QueueRow>

export function useQueue(list: QueueList, filter: QueueFilter): Queue {
  const query = useInfiniteQuery(
    api.moderation.list.infiniteOptions({
      input: (cursor: QueueCursor | null) => ({ list, filter, cursor, limit: PAGE }),
      initialPageParam: null as QueueCursor | null,
      getNextPageParam: (page) => page.next,
      // While one types a word the rows stay; another list begins empty.
      placeholderData: (before, query) => (askedFor(query?.queryKey, 'list') === list ? before : undefined),
    }),
  )
  return usePagedRows(query, JSON.stringify([list, filter]))
}
