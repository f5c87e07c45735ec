import { useEffect, useRef } from 'react'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { entryKey, useTimeline } from '../timeline/timeline-store.ts'
import { QuickEntryForm } from './quick-entry-form.tsx'
import { useQuickEntry } from './quick-entry-store.ts'
import { useLedgerSettings } from './use-ledger-settings.ts'

/** One line in plain words, with what was understood as chips. */
export function QuickEntryLine() {
  const input = useRef<HTMLInputElement>(null)
  const isFocusWanted = useQuickEntry((state) => state.isFocusWanted)
  const zone = useLedgerSettings()?.timeZone
  const filters = useSearchFilters()
  useEffect(() => {
    if (!isFocusWanted) return
    input.current?.focus()
    input.current?.select()
    useQuickEntry.getState().wantFocus(false)
  }, [isFocusWanted])
  return (
    <QuickEntryForm
      inputRef={input}
      onAdded={({ startedAt }, id) => {
        // What was added is seen: the timeline goes to its day and marks it.
        if (zone !== undefined) filters.set({ day: dayAt(startedAt, zone) })
        if (id !== null) useTimeline.getState().select(entryKey(id))
      }}
    />
  )
}
