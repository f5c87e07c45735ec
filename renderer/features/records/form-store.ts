/** Which record is open in its form. It can be opened from every screen, so it does not belong to one. */
import { create } from 'zustand'
import type { ConversationRow, NamedList, NamedRow, PostRow } from '../../../shared/contract/records.ts'
import { forgetWithLedger } from '../../lib/ledger-memory.ts'

/** A row to change, or null for a new one. */
export type OpenForm =
  | { readonly kind: 'post'; readonly row: PostRow | null }
  | { readonly kind: 'conversation'; readonly row: ConversationRow | null }
  | { readonly kind: NamedList; readonly row: NamedRow | null }

interface FormStore {
  readonly form: OpenForm | null
  show(form: OpenForm): void
  close(): void
}

export const useRecordForms = create<FormStore>()((set) => ({
  form: null,
  show: (form) => set({ form }),
  close: () => set({ form: null }),
}))
forgetWithLedger(useRecordForms)
