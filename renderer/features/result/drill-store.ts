/** Which rows are open beside the page; a part opened from a sum stands on top of it. */
import { create } from 'zustand'
import type { Drill } from './drill.ts'

interface DrillStore {
  readonly stack: readonly Drill[]
  open(drill: Drill): void
  openPart(drill: Drill): void
  back(): void
  close(): void
}

export const useDrills = create<DrillStore>()((set) => ({
  stack: [],
  open: (drill) => set({ stack: [drill] }),
  openPart: (drill) => set(({ stack }) => ({ stack: [...stack, drill] })),
  back: () => set(({ stack }) => ({ stack: stack.slice(0, -1) })),
  close: () => set({ stack: [] }),
}))
