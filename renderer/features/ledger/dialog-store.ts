/** Which form is open. It can be opened from every screen, so it does not belong to one. */
import { create } from 'zustand'
import type { Expense, Sale } from '../../../shared/contract/ledger.ts'

/** Null: a new one. */
export type OpenForm =
  { readonly kind: 'expense'; readonly expense: Expense | null } | { readonly kind: 'sale'; readonly sale: Sale | null }

interface DialogStore {
  readonly form: OpenForm | null
  show(form: OpenForm): void
  close(): void
}

export const useLedgerForms = create<DialogStore>()((set) => ({
  form: null,
  show: (form) => set({ form }),
  close: () => set({ form: null }),
}))
