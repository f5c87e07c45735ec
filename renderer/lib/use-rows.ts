/** Rows of the ledger, read page by page, with the sums of all of them from the first page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { LedgerLine, LineFilter } from '../../shared/contract/ledger.ts'
import type { RevenueFilter, RevenueRow } from '../../shared/contract/revenue.ts'
import type { Day } from '../../shared/domain/day.ts'
import { api } from './api.ts'

interface Cursor {
  readonly day: Day
  readonly id: number
}
const START = null as Cursor | null

export interface Rows<Row, Sums> {
  readonly rows: readonly Row[]
  readonly sums: Sums | null
  readonly isLoading: boolean
  readonly error: Error | null
  readMore(): void
}

export interface LineSums {
  readonly count: number
  readonly costCents: number
  readonly revenueCents: number
  readonly seconds: number
}

export interface PurchaseSums {
  readonly count: number
  readonly orders: number
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number | null
}

interface PagedQuery {
  readonly isPending: boolean
  readonly isFetchingNextPage: boolean
  readonly hasNextPage: boolean
  readonly error: Error | null
  fetchNextPage(): Promise<unknown>
}

function useReadMore({ hasNextPage, isFetchingNextPage, fetchNextPage }: PagedQuery): () => void {
  return useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
}

export function useLines(filter: LineFilter): Rows<LedgerLine, LineSums> {
  const query = useInfiniteQuery(
    api.ledger.lines.infiniteOptions({
      input: (cursor: Cursor | null) => ({ filter, cursor, limit: 200 }),
      initialPageParam: START,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.lines) ?? [], [query.data])
  const sums = query.data?.pages[0]?.sums ?? null
  return { rows, sums, isLoading: query.isPending, error: query.error, readMore: useReadMore(query) }
}

export function usePurchases(filter: RevenueFilter): Rows<RevenueRow, PurchaseSums> {
  const query = useInfiniteQuery(
    api.revenue.purchases.infiniteOptions({
      input: (cursor: Cursor | null) => ({ filter, cursor, limit: 200 }),
      initialPageParam: START,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const sums = query.data?.pages[0]?.sums ?? null
  return { rows, sums, isLoading: query.isPending, error: query.error, readMore: useReadMore(query) }
}
