import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog.tsx'
import { QuickEntryForm } from './quick-entry-form.tsx'
import { useQuickEntry } from './quick-entry-store.ts'

/** The same line over any screen. */
export function QuickEntryDialog() {
  const { t } = useTranslation('quickEntry')
  const showDialog = useQuickEntry((state) => state.showDialog)
  return (
    <Dialog isOpen size="l" title={t('title')} onOpenChange={showDialog}>
      <Inside onDone={() => showDialog(false)} />
    </Dialog>
  )
}

function Inside({ onDone }: { onDone(): void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return <QuickEntryForm inputRef={input} isInDialog onAdded={onDone} />
}
