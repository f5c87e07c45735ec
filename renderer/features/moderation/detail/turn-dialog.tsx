import type { ReactNode } from 'react'
import type { DescribedError } from '../../../lib/errors.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { type DialogDraft, useConversationDialogs } from './dialog-store.ts'

export interface TurnDialogProps {
  readonly title: string
  readonly saveLabel?: string
  readonly size?: 's' | 'm'
  readonly kept: Pick<DialogDraft<object>, 'isBegun' | 'forget'>
  readonly error: DescribedError | null
  readonly isSaving: boolean
  /** Resolves with whether it is done: the dialog then closes and forgets what was entered. */
  onSave(): Promise<boolean>
  readonly children: ReactNode
}

/** A dialog about one conversation. Closed without saving it keeps what was entered; thrown away is only what one throws away. */
export function TurnDialog(props: TurnDialogProps) {
  const { title, saveLabel, size = 'm', kept, error, isSaving, onSave, children } = props
  const close = useConversationDialogs((state) => state.close)

  async function save() {
    if (!(await onSave())) return
    close()
    kept.forget()
  }

  return (
    <RecordDialog
      title={title}
      size={size}
      error={error}
      isSaving={isSaving}
      {...(saveLabel !== undefined && { saveLabel })}
      onSave={save}
      onClose={close}
      kept={kept}
    >
      {children}
    </RecordDialog>
  )
}
