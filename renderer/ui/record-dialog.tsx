import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedError } from '../lib/errors.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorPanel } from './error-panel.tsx'

export interface RecordDialogProps {
  readonly title: string
  /** What went wrong as a whole; what belongs to a field stands at the field. */
  readonly error: DescribedError | null
  readonly isSaving: boolean
  onSave(): Promise<void>
  /** Absent for a record that is being made. */
  readonly removal?: { readonly isRunning: boolean; run(): Promise<void> } | undefined
  onClose(): void
  readonly children: ReactNode
}

/** The form of something entered by hand: save, cancel, and for what is there already, delete. */
export function RecordDialog({ title, error, isSaving, onSave, removal, onClose, children }: RecordDialogProps) {
  const { t } = useTranslation('ui')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={title}
      onSubmit={() => void onSave()}
      footer={
        <>
          {removal && (
            <span data-start>
              <Button variant="danger" onPress={() => void removal.run()} isPending={removal.isRunning}>
                {t('record.remove')}
              </Button>
            </span>
          )}
          <Button onPress={onClose}>{t('record.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t('record.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorPanel error={error} />}
      {children}
    </Dialog>
  )
}
