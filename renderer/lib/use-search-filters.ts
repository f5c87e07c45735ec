/** Filters live in the address: they survive a reload, can be gone back to, and can be shared. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'

type Filters = Readonly<Record<string, string | undefined>>

export interface SearchFilters {
  get(name: string): string | null
  /** Sets the names given; undefined or '' removes one. Replaces the entry in the history unless `isStep`. */
  set(changes: Filters, isStep?: boolean): void
}

export function useSearchFilters(): SearchFilters {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const get = useCallback((name: string) => params.get(name), [params])
  const set = useCallback(
    (changes: Filters, isStep = false) => {
      const next = new URLSearchParams(params)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      const text = next.toString()
      navigate(text === '' ? path : `${path}?${text}`, { replace: !isStep })
    },
    [params, path, navigate],
  )
  return useMemo(() => ({ get, set }), [get, set])
}
