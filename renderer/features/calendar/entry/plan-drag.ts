/** What is being moved in month and week: under the pointer, by held keys, or on its way to the ledger. */
import { create } from 'zustand'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { PlannedMove } from './plan-moment.ts'

export interface Drag {
  readonly kind: 'move' | 'copy'
  readonly row: PlanRow
  /** All that move with it. */
  readonly ids: ReadonlySet<number>
  /** Where it would be if it were let go; null: nowhere. */
  readonly target: { readonly day: Day; readonly at: Instant } | null
  readonly x: number
  readonly y: number
}

type Pending = ReadonlyMap<number, Instant>

interface DragStore {
  readonly drag: Drag | null
  /** Times on their way, by variant. */
  readonly pending: Pending
  /** Said to screen readers. */
  readonly announcement: string
  setDrag(drag: Drag | null): void
  announce(text: string): void
  /** Shows these at once; the function returned ends that, done or not. */
  expect(moves: readonly PlannedMove[]): () => void
}

export const usePlanDrag = create<DragStore>()((set) => ({
  drag: null,
  pending: new Map(),
  announcement: '',
  setDrag: (drag) => set({ drag }),
  announce: (announcement) => set({ announcement }),
  expect(moves) {
    set(({ pending }) => ({ pending: new Map([...pending, ...moves.map(({ row, at }) => [row.id, at] as const)]) }))
    return () =>
      set((state) => {
        // A later move of the same one is still on its way.
        const ended = moves.filter(({ row, at }) => state.pending.get(row.id) === at)
        if (ended.length === 0) return state
        const pending = new Map(state.pending)
        for (const { row } of ended) pending.delete(row.id)
        return { pending }
      })
  },
}))
