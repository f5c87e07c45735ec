/** The columns of the board, each read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { PlanCursor, PlanFilter, PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { POST_STATUSES, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { api } from '../../../lib/api.ts'
import { askedFor, type PagedRows, usePagedRows } from '../../../lib/use-paged-rows.ts'

const PAGE = 100

export interface BoardColumn extends PagedRows<PlanRow> {
  readonly status: PostStatus
}

function useColumn(status: PostStatus, filter: PlanFilter): BoardColumn {
  const query = useInfiniteQuery(
    api.calendar.board.infiniteOptions({
      input: (cursor: PlanCursor | null) => ({ status, filter, cursor, limit: PAGE }),
      initialPageParam: null as PlanCursor | null,
      getNextPageParam: (page) => page.next,
      // While one types a word the cards stay.
      placeholderData: (before, query) => (askedFor(query?.queryKey, 'status') === status ? before : undefined),
    }),
  )
  return { status, ...usePagedRows(query, JSON.stringify([status, filter])) }
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
