/** Undo and redo as people start them: by key, by menu, from a toast. */
import i18next from 'i18next'
import { showToast, useToasts } from '../ui/toast-store.ts'
import { describeError } from './errors.ts'
import { useUndoStore } from './undo-store.ts'

/** Offers to take back what was just done, for ten seconds. */
export function offerUndo(commandId: string, message: string, description?: string): void {
  showToast({
    message,
    ...(description !== undefined && { description }),
    tone: 'success',
    topic: `command ${commandId}`,
    action: {
      label: i18next.t('ui:toast.undo'),
      shortcut: 'mod+z',
      run: () => void undoLast(commandId),
    },
  })
}

export async function undoLast(commandId?: string): Promise<void> {
  const newest = commandId ?? useUndoStore.getState().done.at(-1)?.commandId
  try {
    const outcome = await useUndoStore.getState().undo(commandId)
    if (newest !== undefined) useToasts.getState().dismissTopic(`command ${newest}`)
    if (outcome.kind === 'nothing') {
      showToast({ message: i18next.t('ui:toast.nothingToUndo'), topic: 'history' })
      return
    }
    const message = i18next.t('ui:toast.undone', { label: outcome.label })
    const redo = { label: i18next.t('ui:toast.redo'), run: () => void redoLast() }
    showToast({ message, topic: 'history', action: redo })
  } catch (error) {
    showError(error)
  }
}

export async function redoLast(): Promise<void> {
  try {
    const outcome = await useUndoStore.getState().redo()
    const message =
      outcome.kind === 'nothing'
        ? i18next.t('ui:toast.nothingToRedo')
        : i18next.t('ui:toast.redone', { label: outcome.label })
    showToast({ message, topic: 'history' })
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
