/** Rows of a list that is read page by page, with what a list shows of its reading. */
import { useCallback, useMemo } from 'react'

export interface PagedRows<Row> {
  /** Which list it is, under which filters. */
  readonly key: string
  readonly rows: readonly Row[]
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

interface PagedQuery<Row> {
  readonly data:
    { readonly pages: readonly { readonly rows: readonly Row[]; readonly count: number | null }[] } | undefined
  readonly isPending: boolean
  readonly isPlaceholderData: boolean
  readonly error: Error | null
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  fetchNextPage(): Promise<unknown>
  refetch(): Promise<unknown>
}

/** `key`: which list it is, under which filters. */
export function usePagedRows<Row>(query: PagedQuery<Row>, key: string): PagedRows<Row> {
  const { data, isPending, isPlaceholderData, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    key,
    rows,
    count: data?.pages[0]?.count ?? null,
    isLoading: isPending,
    isBehind: isPlaceholderData,
    error,
    retry: () => void refetch(),
    readMore,
  }
}

/** What a query asks for under that name of its input, e.g. which list. */
export function askedFor(queryKey: readonly unknown[] | undefined, name: string): unknown {
  return (queryKey?.[1] as { readonly input?: Readonly<Record<string, unknown>> } | undefined)?.input?.[name]
}
