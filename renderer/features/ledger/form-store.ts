/** What is open over the ledger: the form of a line, or the closing of a month. Both can be opened from every screen. */
import { create } from 'zustand'
import type { LineDetails } from '../../../shared/contract/ledger.ts'
import { forgetWithLedger } from '../../lib/ledger-memory.ts'

export type OpenLedgerForm =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'correct' | 'reverse'; readonly details: LineDetails }
  /** null: the month whose turn it is. */
  | { readonly kind: 'close'; readonly month: string | null }
  | { readonly kind: 'verify' }

interface FormStore {
  readonly form: OpenLedgerForm | null
  show(form: OpenLedgerForm): void
  close(): void
}

export const useLedgerForms = create<FormStore>()((set) => ({
  form: null,
  show: (form) => set({ form }),
  close: () => set({ form: null }),
}))
forgetWithLedger(useLedgerForms)
