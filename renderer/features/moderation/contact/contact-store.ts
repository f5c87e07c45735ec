/** Whose sheet is open: reached from a conversation, from the search and from the list of those who wrote. */
import { create } from 'zustand'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface ContactStore {
  /** Null: closed. */
  readonly id: number | null
  show(id: number): void
  close(): void
}

export const useContactSheet = create<ContactStore>()((set) => ({
  id: null,
  show: (id) => set({ id }),
  close: () => set({ id: null }),
}))
forgetWithLedger(useContactSheet)
