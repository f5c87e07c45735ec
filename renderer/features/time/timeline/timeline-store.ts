/** What the person is doing in the timeline: what is selected, dragged, or on its way to the ledger. */
import { create } from 'zustand'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { DragKind, Times } from './drag-times.ts'

/** "entry 12" or "gap 1793000000000". */
export type ItemKey = `entry ${number}` | `gap ${number}`

export interface Drag {
  readonly kind: DragKind
  /** Null: a new one is drawn. */
  readonly entry: TimeEntry | null
  readonly times: Times
}

/** An entry that the ledger is about to have. */
export interface Coming {
  readonly key: string
  readonly entry: TimeEntry | null
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly title: string
}

interface TimelineStore {
  readonly selected: ItemKey | null
  /** Counts up when the selected item shall take the focus, also where it is drawn anew elsewhere. */
  readonly focusRequests: number
  readonly drag: Drag | null
  /** Times on their way, by entry; null: it is being removed. */
  readonly pending: ReadonlyMap<number, Times | null>
  readonly coming: readonly Coming[]
  /** Said to screen readers. */
  readonly announcement: string
  /** The entry whose place to divide it is asked for. */
  readonly splitting: TimeEntry | null
  /** The gap whose menu is open. */
  readonly filling: Gap | null
  select(key: ItemKey | null, takesFocus?: boolean): void
  setDrag(drag: Drag | null): void
  announce(text: string): void
  setSplitting(entry: TimeEntry | null): void
  setFilling(gap: Gap | null): void
  /** Shows it at once; the function returned ends that, done or not. */
  expectTimes(id: number, times: Times | null): () => void
  expectEntry(coming: Omit<Coming, 'key'>): () => void
}

export interface Gap {
  readonly day: Day
  readonly from: Instant
  readonly to: Instant
}

export function entryKey(id: number): ItemKey {
  return `entry ${id}`
}

export function gapKey(gap: Gap): ItemKey {
  return `gap ${gap.from}`
}

let lastKey = 0

export const useTimeline = create<TimelineStore>()((set) => ({
  selected: null,
  focusRequests: 0,
  drag: null,
  pending: new Map(),
  coming: [],
  announcement: '',
  splitting: null,
  filling: null,
  select: (selected, takesFocus = false) =>
    set((state) => ({ selected, focusRequests: state.focusRequests + (takesFocus ? 1 : 0) })),
  setDrag: (drag) => set({ drag }),
  announce: (announcement) => set({ announcement }),
  setSplitting: (splitting) => set({ splitting }),
  setFilling: (filling) => set({ filling }),
  expectTimes(id, times) {
    set((state) => ({ pending: new Map(state.pending).set(id, times) }))
    return () =>
      set((state) => {
        // A later drop of the same entry is still on its way.
        if (state.pending.get(id) !== times) return state
        const pending = new Map(state.pending)
        pending.delete(id)
        return { pending }
      })
  },
  expectEntry(entry) {
    lastKey += 1
    const coming = { ...entry, key: `coming ${lastKey}` }
    set((state) => ({ coming: [...state.coming, coming] }))
    return () => set((state) => ({ coming: state.coming.filter((other) => other !== coming) }))
  },
}))
