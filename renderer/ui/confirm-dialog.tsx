/** Asks before something that undo cannot bring back. */
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly confirm: string
  readonly cancel: string
  readonly isRunning: boolean
  onConfirm(): void
  onClose(): void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirm, cancel, isRunning, onConfirm, onClose } = props
  return (
    <Dialog
      isOpen
      isAlert
      onOpenChange={(isOpen) => {
        if (!isOpen && !isRunning) onClose()
      }}
      title={title}
      onSubmit={onConfirm}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isRunning}>
            {cancel}
          </Button>
          <Button type="submit" variant="danger" isPending={isRunning}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
