/** Which form is open. It can be opened from every screen, so it does not belong to one. */
import { create } from 'zustand'
import type { Sale } from '../../../shared/contract/revenue.ts'

interface FormStore {
  readonly form: Sale | 'new' | null
  show(form: Sale | 'new'): void
  close(): void
}

export const useRevenueForms = create<FormStore>()((set) => ({
  form: null,
  show: (form) => set({ form }),
  close: () => set({ form: null }),
}))
