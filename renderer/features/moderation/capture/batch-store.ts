/** The line about several conversations: it outlives the dialog, and is kept until it is saved or thrown away. */
import { create } from 'zustand'
import type { Corrections } from './batch-draft.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface BatchStore {
  readonly isOpen: boolean
  readonly line: string
  readonly own: Corrections
  show(): void
  /** Opens with a line that was typed elsewhere. Answers how to bring back the one that was begun; null: there was none. */
  begin(line: string): (() => void) | null
  close(): void
  type(line: string): void
  correct(own: Corrections): void
  /** It is saved or thrown away: the next one begins afresh. */
  finish(): void
}

export const useBatch = create<BatchStore>()((set, get) => ({
  isOpen: false,
  line: '',
  own: {},
  show: () => set({ isOpen: true }),
  begin: (line) => {
    const before = { line: get().line, own: get().own }
    set({ isOpen: true, line, own: {} })
    return before.line.trim() === '' ? null : () => set({ isOpen: true, ...before })
  },
  close: () => set({ isOpen: false }),
  type: (line) => set(line.trim() === '' ? { line, own: {} } : { line }),
  correct: (own) => set((state) => ({ own: { ...state.own, ...own } })),
  finish: () => set({ isOpen: false, line: '', own: {} }),
}))
forgetWithLedger(useBatch)
