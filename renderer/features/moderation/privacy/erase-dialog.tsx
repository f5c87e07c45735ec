/** Asks before something is erased for good: says what goes, what stays, and wants a word. */
import { Eraser } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Stack } from '../../../ui/page.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { useErasing } from './use-erasing.ts'

interface EraseDialogProps {
  readonly title: string
  /** What goes with it is said in other words. */
  readonly what: 'person' | 'conversation' | 'due'
  readonly children?: ReactNode
  readonly erasing: ReturnType<typeof useErasing>
  onErase(): void
  onClose(): void
}

export function EraseDialog({ title, what, children, erasing, onErase, onClose }: EraseDialogProps) {
  const { t } = useTranslation('privacy')
  const [word, setWord] = useState('')
  const isConfirmed = word.trim().toUpperCase() === t('erase.wordExpected')
  const isRunning = erasing.step !== null
  return (
    <Dialog
      isOpen
      isAlert
      onOpenChange={(isOpen) => {
        if (!isOpen && !isRunning) onClose()
      }}
      title={title}
      onSubmit={() => {
        if (isConfirmed && !isRunning) onErase()
      }}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isRunning}>
            {t('erase.cancel')}
          </Button>
          <Button type="submit" variant="danger" icon={Eraser} isPending={isRunning} isDisabled={!isConfirmed}>
            {t('erase.confirm')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          {t(`erase.goes.${what}`)} {t('erase.stays')}
        </p>
        <p>
          <strong>{t('erase.final')}</strong>
        </p>
        <p>{t(`erase.backups.${what}`)}</p>
        {children}
        {erasing.error && <ErrorPanel error={erasing.error} />}
        <TextField label={t('erase.word')} value={word} onChange={setWord} autoFocus autoComplete="off" />
        <p aria-live="polite">{erasing.step !== null && t(`erase.steps.${erasing.step}`)}</p>
      </Stack>
    </Dialog>
  )
}
