/** Which form of revenue is open. It can be opened from every screen and by other features, so it belongs to none. */
import { create } from 'zustand'
import type { Lead, LeadInput } from '../../shared/contract/leads.ts'
import type { SaleInput, Subscription } from '../../shared/contract/revenue.ts'
import { forgetWithLedger } from './ledger-memory.ts'

/** Null: a new one. */
export type OpenForm =
  | { readonly kind: 'sale'; readonly id: number | null; readonly sale: SaleInput | null }
  | { readonly kind: 'subscription'; readonly subscription: Subscription | null }
  /** `start`: what is known of a new one. */
  | { readonly kind: 'lead'; readonly lead: Lead | null; readonly start?: Partial<LeadInput> }

interface FormStore {
  readonly form: OpenForm | null
  show(form: OpenForm): void
  close(): void
}

export const useRevenueForms = create<FormStore>()((set) => ({
  form: null,
  show: (form) => set({ form }),
  close: () => set({ form: null }),
}))
forgetWithLedger(useRevenueForms)

export const NEW_SALE: OpenForm = { kind: 'sale', id: null, sale: null }
export const NEW_SUBSCRIPTION: OpenForm = { kind: 'subscription', subscription: null }
export const NEW_LEAD: OpenForm = { kind: 'lead', lead: null }
