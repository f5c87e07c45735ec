/** The line about several conversations: it outlives the dialog, and is kept until it is saved or thrown away. */
import { create } from 'zustand'
import type { Corrections } from './batch-draft.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

interface BatchStore {
  readonly isOpen: boolean
  readonly line: string
  readonly own: Corrections
  show(): void
  close(): void
  type(line: string): void
  correct(own: Corrections): void
  /** It is saved or thrown away: the next one begins afresh. */
  finish(): void
}

export const useBatch = create<BatchStore>()((set) => ({
  isOpen: false,
  line: '',
  own: {},
  show: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
  type: (line) => set(line.trim() === '' ? { line, own: {} } : { line }),
  correct: (own) => set((state) => ({ own: { ...state.own, ...own } })),
  finish: () => set({ isOpen: false, line: '', own: {} }),
}))
forgetWithLedger(useBatch)
