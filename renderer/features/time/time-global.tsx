import { lazy, Suspense } from 'react'
import { TimerBar } from './timer/timer-bar.tsx'
import { useEntryEditor } from '../../lib/entry-editor.ts'
import { useQuickEntry } from './quick-entry/quick-entry-store.ts'
import { useQuickEntryCommands } from './quick-entry/use-quick-entry-commands.ts'

// The form has calendars and choosers; no first screen waits for it.
const EntryDialog = lazy(async () => ({ default: (await import('./editor/entry-dialog.tsx')).EntryDialog }))

const QuickEntryDialog = lazy(async () => ({
  default: (await import('./quick-entry/quick-entry-dialog.tsx')).QuickEntryDialog,
}))

/** The timer, the line in plain words and the form of an entry, from anywhere. */
export function TimeGlobal() {
  const isEditing = useEntryEditor((state) => state.editor !== null)
  const isEntering = useQuickEntry((state) => state.isDialogOpen)
  useQuickEntryCommands()
  return (
    <>
      <TimerBar />
      <Suspense fallback={null}>
        {isEditing && <EntryDialog />}
        {isEntering && <QuickEntryDialog />}
      </Suspense>
    </>
  )
}
