/** Which form is open. It can be opened from every screen, so it does not belong to one. */
import { create } from 'zustand'
import type { Expense } from '../../../shared/contract/ledger.ts'

/** Null: a new one. */
export interface OpenForm {
  readonly kind: 'expense'
  readonly expense: Expense | null
}

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
