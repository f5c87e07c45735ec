/**
 * Which dialog of a conversation is open, and what was entered in each. A dialog that is closed without saving keeps its words until they are
 * saved or thrown away.
 */
import { create } from 'zustand'
import { type KeptDraft, useKeptDraft } from '../../../lib/kept-drafts.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

export type ConversationDialog = 'handOver' | 'returned' | 'wroteAgain' | 'note' | 'measure' | 'edit' | 'hold' | 'erase'

interface DialogStore {
  readonly open: { readonly dialog: ConversationDialog; readonly id: number } | null
  show(dialog: ConversationDialog, id: number): void
  close(): void
  /** What was entered about a conversation, in whatever dialog. */
  forget(id: number): void
}

export const useConversationDialogs = create<DialogStore>()((set) => ({
  open: null,
  show: (dialog, id) => set({ open: { dialog, id } }),
  close: () => set({ open: null }),
  forget: (id) =>
    set(({ drafts }) => ({
      drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => !key.endsWith(` ${id}`))),
    })),
}))
forgetWithLedger(useConversationDialogs)

export type DialogDraft<Draft> = KeptDraft<Draft>

export function useDialogDraft<Draft extends object>(
  dialog: ConversationDialog,
  id: number,
  start: Draft,
): DialogDraft<Draft> {
  return useKeptDraft(`${dialog} ${id}`, start)
}
