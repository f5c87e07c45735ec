/** Undo and redo as people start them: by key, by menu, from a toast. */
import i18next from 'i18next'
import { showToast, type ToastAction, useToasts } from '../ui/toast-store.ts'
import { describeError } from './errors.ts'
import { useUndoStore } from './undo-store.ts'

/** Offers that no longer hold go: to undo what is undone, to redo after something new was done. */
useUndoStore.subscribe(({ done, undone }, before) => {
  const { toasts, dismiss, dismissTopic } = useToasts.getState()
  if (undone.length === 0 && before.undone.length > 0) dismissTopic('history')
  for (const { id, action } of toasts) {
    if (action?.step !== undefined && !done.some((step) => step.commandId === action.step)) dismiss(id)
  }
})

export interface UndoOffer {
  readonly description?: string | undefined
  /** What else can be done with it, e.g. open it. */
  readonly more?: ToastAction
  /** Takes back more than the command itself. */
  undo?(): void
}

/** Offers to take back what was just done, for ten seconds. */
export function offerUndo(commandId: string, message: string, { description, more, undo }: UndoOffer = {}): void {
  showToast({
    message,
    ...(description !== undefined && { description }),
    tone: 'success',
    topic: `command ${commandId}`,
    ...(more && { more }),
    action: {
      label: i18next.t('ui:toast.undo'),
      shortcut: 'mod+z',
      step: commandId,
      run: undo ?? (() => void undoLast(commandId)),
    },
  })
}

export async function undoLast(commandId?: string): Promise<void> {
  try {
    const outcome = await useUndoStore.getState().undo(commandId)
    if (outcome.kind === 'nothing') {
      showToast({ message: i18next.t('ui:toast.nothingToUndo'), topic: 'history' })
      return
    }
    if (outcome.kind === 'final') {
      showToast({ message: outcome.reason, topic: 'history' })
      return
    }
    const redo = { label: i18next.t('ui:toast.redo'), run: () => void redoLast() }
    showToast({ message: i18next.t('ui:toast.undone'), description: outcome.label, topic: 'history', action: redo })
  } catch (error) {
    showError(error)
  }
}

export async function redoLast(): Promise<void> {
  try {
    const outcome = await useUndoStore.getState().redo()
    if (outcome.kind !== 'done') showToast({ message: i18next.t('ui:toast.nothingToRedo'), topic: 'history' })
    else showToast({ message: i18next.t('ui:toast.redone'), description: outcome.label, topic: 'history' })
  } catch (error) {
    showError(error)
  }
}

export function showError(error: unknown): void {
  const described = describeError(error)
  showToast({
    message: described.title,
    description: `${described.meaning} ${described.advice}`,
    tone: 'error',
    topic: 'error',
  })
}
