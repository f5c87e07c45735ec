/** A post that is being noted, from anywhere: by key, from a day of the calendar, from the palette. */
import { create } from 'zustand'
import type { Day } from '../../../../shared/domain/day.ts'
import { forgetWithLedger } from '../../../lib/ledger-memory.ts'

export interface NewPostStart {
  /** Null: without a time. */
  readonly day: Day | null
  readonly clock: string | null
  /** Channels that are chosen to begin with. */
  readonly channelIds: readonly number[]
}

interface NewPostStore {
  /** Null: none is being noted. */
  readonly start: NewPostStart | null
  show(start?: Partial<NewPostStart>): void
  close(): void
}

export const useNewPost = create<NewPostStore>()((set) => ({
  start: null,
  show: (start = {}) => set({ start: { day: null, clock: null, channelIds: [], ...start } }),
  close: () => set({ start: null }),
}))
forgetWithLedger(useNewPost)
