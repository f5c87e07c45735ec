/** What the moderation log offers on every screen. */
import { lazy, Suspense } from 'react'
import { useSnoozing } from './snooze/snooze-store.ts'

// Dialogs with fields for dates are heavy; no first screen waits for them.
const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze/snooze-dialog.tsx')).SnoozeDialog }))

export function ModerationGlobal() {
  const isSnoozing = useSnoozing((state) => state.ids !== null)
  return <Suspense fallback={null}>{isSnoozing && <SnoozeDialog />}</Suspense>
}
