/** The posts of a list, read page by page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { PlanCursor, PlanFilter, PlanList, PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { api } from '../../../lib/api.ts'
import { askedFor, type PagedRows, usePagedRows } from '../../../lib/use-paged-rows.ts'

const PAGE = 200

export type PlanRows = PagedRows<PlanRow>

export function usePlanList(list: PlanList, filter: PlanFilter): PlanRows {
  const query = useInfiniteQuery(
    api.calendar.list.infiniteOptions({
      input: (cursor: PlanCursor | null) => ({ list, filter, cursor, limit: PAGE }),
      initialPageParam: null as PlanCursor | null,
      getNextPageParam: (page) => page.next,
      // While one types a word the rows stay; another list begins empty.
      placeholderData: (before, query) => (askedFor(query?.queryKey, 'list') === list ? before : undefined),
    }),
  )
  return usePagedRows(query, JSON.stringify([list, filter]))
}
