import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFinder } from '../../lib/finders.ts'
import { findConversations } from './anywhere/find-conversations.ts'
import { useOpenCount } from './anywhere/use-open-count.ts'
import { useBatch } from './capture/batch-store.ts'
import { useCapture } from './capture/capture-store.ts'
import { useCaptureCommands } from './capture/use-capture-commands.ts'
import { useContactSheet } from './contact/contact-store.ts'
import { useSnoozing } from './snooze/snooze-store.ts'

// Dialogs with fields for dates and choosers are heavy; no first screen waits for them.
const BatchDialog = lazy(async () => ({ default: (await import('./capture/batch-dialog.tsx')).BatchDialog }))
const CaptureDialog = lazy(async () => ({ default: (await import('./capture/capture-dialog.tsx')).CaptureDialog }))
const ContactSheet = lazy(async () => ({ default: (await import('./contact/contact-sheet.tsx')).ContactSheet }))
const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze/snooze-dialog.tsx')).SnoozeDialog }))

/** What the moderation log offers on every screen. */
export function ModerationGlobal() {
  const isBatching = useBatch((state) => state.isOpen)
  const isCapturing = useCapture((state) => state.isOpen)
  const isSnoozing = useSnoozing((state) => state.ids !== null)
  const contactId = useContactSheet((state) => state.id)
  useCaptureCommands()
  useOpenCount()
  useConversationFinder()
  return (
    <Suspense fallback={null}>
      {isBatching && <BatchDialog />}
      {isCapturing && <CaptureDialog />}
      {contactId !== null && <ContactSheet key={contactId} id={contactId} />}
      {isSnoozing && <SnoozeDialog />}
    </Suspense>
  )
}

function useConversationFinder(): void {
  const { t } = useTranslation('moderation')
  useFinder(
    useMemo(
      () => ({ id: 'conversations', find: (text) => findConversations(text, t('found'), t('row.untitled')) }),
      [t],
    ),
  )
}
