/** What is being put off: the question until when is asked over whatever screen one is on. */
import { create } from 'zustand'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface SnoozeStore {
  /** Conversations by number; null: nobody asks. */
  readonly ids: readonly number[] | null
  onDone(): void
  ask(ids: readonly number[], onDone?: () => void): void
  close(): void
}

export const useSnoozing = create<SnoozeStore>()((set) => ({
  ids: null,
  onDone: () => {},
  ask: (ids, onDone = () => {}) => set({ ids: ids.length === 0 ? null : ids, onDone }),
  close: () => set({ ids: null }),
}))
forgetWithLedger(useSnoozing)
