/** Coming back to the queue finds the list, the filters and the conversation one was at, for as long as the window is open. */
import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { onLedgerLeft } from '../../../lib/ledger-memory.ts'

let lastSearch = ''
onLedgerLeft(() => {
  lastSearch = ''
})

export function useRememberedQueue(): void {
  const search = useSearch()
  const [path, navigate] = useLocation()
  useEffect(() => {
    if (search === '' && lastSearch !== '') navigate(`${path}?${lastSearch}`, { replace: true })
    // Only when one comes to the screen: what is taken away later stays away.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useEffect(() => {
    lastSearch = search
  }, [search])
}
