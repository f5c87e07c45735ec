/**
 * Which dialog of a conversation is open, and what was entered in each. A dialog that is closed without saving keeps its words until they are
 * saved or thrown away.
 */
import { useCallback } from 'react'
import { create } from 'zustand'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

export type ConversationDialog = 'handOver' | 'returned' | 'wroteAgain' | 'note' | 'measure' | 'edit'

interface DialogStore {
  readonly open: { readonly dialog: ConversationDialog; readonly id: number } | null
  readonly drafts: Readonly<Record<string, unknown>>
  show(dialog: ConversationDialog, id: number): void
  close(): void
}

export const useConversationDialogs = create<DialogStore>()((set) => ({
  open: null,
  drafts: {},
  show: (dialog, id) => set({ open: { dialog, id } }),
  close: () => set({ open: null }),
}))
forgetWithLedger(useConversationDialogs)

export interface DialogDraft<Draft> {
  readonly draft: Draft
  /** Something was entered. */
  readonly isBegun: boolean
  change(changes: Partial<Draft>): void
  forget(): void
}

export function useDialogDraft<Draft extends object>(
  dialog: ConversationDialog,
  id: number,
  start: Draft,
): DialogDraft<Draft> {
  const key = `${dialog} ${id}`
  const kept = useConversationDialogs(({ drafts }) => drafts[key]) as Partial<Draft> | undefined
  const change = useCallback(
    (changes: Partial<Draft>) =>
      useConversationDialogs.setState(({ drafts }) => ({
        drafts: { ...drafts, [key]: { ...(drafts[key] as Partial<Draft> | undefined), ...changes } },
      })),
    [key],
  )
  const forget = useCallback(
    () =>
      useConversationDialogs.setState(({ drafts }) => {
        const { [key]: _gone, ...others } = drafts
        return { drafts: others }
      }),
    [key],
  )
  return { draft: { ...start, ...kept }, isBegun: kept !== undefined, change, forget }
}
