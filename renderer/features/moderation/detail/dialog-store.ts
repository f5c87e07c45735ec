/**
 * Which dialog of a conversation is open, and what was entered in each. A dialog that is closed without saving keeps its words until they are
 * saved or thrown away.
 */
import { create } from 'zustand'
import { forgetDrafts, type KeptDraft, useKeptDraft } from '../../../lib/kept-drafts.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'
import { forgetKeptUploads } from '../../../lib/use-uploads.ts'
import { evidenceOfConversation } from '../crises/use-evidence-draft.ts'

const DIALOGS = ['handOver', 'returned', 'wroteAgain', 'note', 'measure', 'edit', 'hold', 'erase'] as const
export type ConversationDialog = (typeof DIALOGS)[number]

interface DialogStore {
  readonly open: { readonly dialog: ConversationDialog; readonly id: number } | null
  show(dialog: ConversationDialog, id: number): void
  close(): void
}

export const useConversationDialogs = create<DialogStore>()((set) => ({
  open: null,
  show: (dialog, id) => set({ open: { dialog, id } }),
  close: () => set({ open: null }),
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

/** What was entered about a conversation, in whatever dialog, and what was to be attached to it. */
export function forgetDialogDrafts(id: number): void {
  forgetKeptUploads(evidenceOfConversation(id))
  const keys = new Set(DIALOGS.map((dialog) => `${dialog} ${id}`))
  forgetDrafts((key) => keys.has(key))
}
