/** Which expense is open in the form. It can be opened from every screen, so it does not belong to one. */
import { create } from 'zustand'
import type { Expense } from '../../../shared/contract/costs.ts'
import { forgetWithLedger } from '../../lib/ledger-memory.ts'

/** `new`: an empty form; `copyOf`: a new one with the fields of another. */
export type OpenForm = 'new' | { readonly copyOf: Expense } | { readonly expense: Expense }

interface FormStore {
  readonly form: OpenForm | null
  show(form: OpenForm): void
  close(): void
}

export const useCostForms = create<FormStore>()((set) => ({
  form: null,
  show: (form) => set({ form }),
  close: () => set({ form: null }),
}))
forgetWithLedger(useCostForms)
