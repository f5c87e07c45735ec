import { lazy, Suspense } from 'react'
import { useCapture } from './capture/capture-store.ts'
import { useCaptureCommands } from './capture/use-capture-commands.ts'
import { useSnoozing } from './snooze/snooze-store.ts'

// Dialogs with fields for dates and choosers are heavy; no first screen waits for them.
const CaptureDialog = lazy(async () => ({ default: (await import('./capture/capture-dialog.tsx')).CaptureDialog }))
const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze/snooze-dialog.tsx')).SnoozeDialog }))

/** What the moderation log offers on every screen. */
export function ModerationGlobal() {
  const isCapturing = useCapture((state) => state.isOpen)
  const isSnoozing = useSnoozing((state) => state.ids !== null)
  useCaptureCommands()
  return (
    <Suspense fallback={null}>
      {isCapturing && <CaptureDialog />}
      {isSnoozing && <SnoozeDialog />}
    </Suspense>
  )
}
