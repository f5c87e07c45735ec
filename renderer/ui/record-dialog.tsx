import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedError } from '../lib/errors.ts'
import type { KeptDraft } from '../lib/kept-drafts.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorPanel } from './error-panel.tsx'

export interface RecordDialogProps {
  readonly title: string
  /** What went wrong as a whole; what belongs to a field stands at the field. */
  readonly error: DescribedError | null
  readonly isSaving: boolean
  /** Nothing to save yet. */
  readonly isSaveDisabled?: boolean
  /** Says what saving does where "Save" would not. */
  readonly saveLabel?: string
  readonly size?: 's' | 'm' | 'l' | 'xl'
  onSave(): Promise<void>
  /** Absent for a record that is being made. */
  readonly removal?: { readonly isRunning: boolean; run(): Promise<void> } | undefined
  /** Stands at the start of the footer. */
  readonly extra?: ReactNode
  /** What was entered outlives the dialog, and can be thrown away here. */
  readonly kept?: Pick<KeptDraft<object>, 'isBegun' | 'forget'>
  onClose(): void
  readonly children: ReactNode
}

/** The form of something entered by hand: save, cancel, and for what is there already, delete. */
export function RecordDialog(props: RecordDialogProps) {
  const { title, error, isSaving, isSaveDisabled = false, saveLabel, size = 'm', onSave, removal } = props
  const { extra, kept, onClose, children } = props
  const { t } = useTranslation('ui')
  return (
    <Dialog
      isOpen
      size={size}
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
          {extra && <span data-start>{extra}</span>}
          {kept?.isBegun === true && (
            <span data-start>
              <Button
                variant="quiet"
                onPress={() => {
                  onClose()
                  kept.forget()
                }}
              >
                {t('record.discard')}
              </Button>
            </span>
          )}
          <Button onPress={onClose}>{t('record.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSaving} isDisabled={isSaveDisabled}>
            {saveLabel ?? t('record.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorPanel error={error} />}
      {children}
    </Dialog>
  )
}
