/** What is being put off: the question until when is asked over whatever screen one is on. */
import { create } from 'zustand'

interface SnoozeStore {
  /** Conversations by number; null: nobody asks. */
  readonly ids: readonly number[] | null
  ask(ids: readonly number[]): void
  close(): void
}

export const useSnoozing = create<SnoozeStore>()((set) => ({
  ids: null,
  ask: (ids) => set({ ids: ids.length === 0 ? null : ids }),
  close: () => set({ ids: null }),
}))
