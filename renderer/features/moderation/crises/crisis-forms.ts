/** Opening a crisis from anywhere. */
import { create } from 'zustand'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface CrisisForms {
  /** The conversations it is opened from; null: the dialog is closed. */
  readonly openingFrom: readonly number[] | null
  /** Shows the dialog that opens a crisis, from these conversations or from none. */
  open(conversationIds?: readonly number[]): void
  close(): void
}

export const useCrisisForms = create<CrisisForms>()((set) => ({
  openingFrom: null,
  open: (conversationIds = []) => set({ openingFrom: conversationIds }),
  close: () => set({ openingFrom: null }),
}))
forgetWithLedger(useCrisisForms)
