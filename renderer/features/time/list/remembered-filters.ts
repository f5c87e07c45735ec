/** The filters a view of the screen of time was left with: coming back without any finds them again. */
import { useEffect } from 'react'
import { ENTRY_FILTER_NAMES } from '../../../lib/time-address.ts'
import type { SearchFilters } from '../../../lib/use-search-filters.ts'

type View = 'list' | 'report'
const NAMES = [...ENTRY_FILTER_NAMES, 'period', 'from', 'to', 'by'] as const
/** Whose week one looked at comes along from the other views: it is no filter one has set here. */
const ALONG = 'person'

const storageKey = (view: View) => `gegenwert.time.${view}`

function readStored(view: View): Record<string, string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(view)) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === 'string'))
  } catch {
    // Storage can be blocked or hold another version's text: the list then shows everything.
    return {}
  }
}

export function useRememberedFilters(view: View, filters: SearchFilters): void {
  const inAddress = NAMES.flatMap((name) => {
    const value = filters.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const text = JSON.stringify(Object.fromEntries(inAddress))
  useEffect(() => {
    const stored = readStored(view)
    const isBare = inAddress.every(([name]) => name === ALONG)
    if (isBare && Object.keys(stored).length > 0) filters.set({ ...stored, ...Object.fromEntries(inAddress) })
    // Only when one comes to the view: what is taken away later stays away.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [view])
  useEffect(() => {
    try {
      localStorage.setItem(storageKey(view), text)
    } catch {
      // Without storage one begins with everything.
    }
  }, [view, text])
}
