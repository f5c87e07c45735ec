import { lazy, Suspense } from 'react'
import { TimerBar } from './timer/timer-bar.tsx'
import { useEntryEditor } from './editor/editor-store.ts'

// The form has calendars and choosers; no first screen waits for it.
const EntryDialog = lazy(async () => ({ default: (await import('./editor/entry-dialog.tsx')).EntryDialog }))

/** The timer and the form of an entry, from anywhere. */
export function TimeGlobal() {
  const isEditing = useEntryEditor((state) => state.editor !== null)
  return (
    <>
      <TimerBar />
      <Suspense fallback={null}>{isEditing && <EntryDialog />}</Suspense>
    </>
  )
}
