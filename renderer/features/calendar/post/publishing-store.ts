/** Which variant's publishing is being noted, and what was entered about it: it stays until it is noted. */
import { create } from 'zustand'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface PublishingStore {
  readonly variantId: number | null
  show(variantId: number): void
  close(): void
}

export const usePublishing = create<PublishingStore>()((set) => ({
  variantId: null,
  show: (variantId) => set({ variantId }),
  close: () => set({ variantId: null }),
}))
forgetWithLedger(usePublishing)
