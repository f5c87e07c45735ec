/** Coming back to a screen finds the list, the filters and what one was at, for as long as the window is open. */
import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { onLedgerLeft } from './ledger-memory.ts'

const lastSearches = new Map<string, string>()
onLedgerLeft(() => lastSearches.clear())

/** `screen`: its path. An address that says nothing more is that of the last time; one that does is meant as it is. */
export function useRememberedSearch(screen: string): void {
  const search = useSearch()
  const [path, navigate] = useLocation()
  useEffect(() => {
    const last = lastSearches.get(screen) ?? ''
    if (search === '' && last !== '') navigate(`${path}?${last}`, { replace: true })
    // Only when one comes to the screen: what is taken away later stays away.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useEffect(() => {
    lastSearches.set(screen, search)
  }, [screen, search])
}
