/** A command leads to a page and opens something there: `?new=1`, which is taken out of the address at once. */
import { useEffect, useRef } from 'react'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'

export function useOpenedByAddress(open: () => void): void {
  const filters = useSearchFilters()
  const isAsked = filters.get('new') !== null
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    if (!isAsked) return
    filters.set({ new: undefined })
    latest.current()
  }, [isAsked, filters])
}
