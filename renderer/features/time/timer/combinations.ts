import type { Combination } from '../../../../shared/contract/time-entries.ts'
import { isSameWork, type WorkDraft } from '../editor/work-draft.ts'

export interface Choice {
  /** Null: not kept, only recent. */
  readonly favouriteId: number | null
  /** Among the favourites, from 0. */
  readonly position: number
  readonly work: Combination
}

interface Combinations {
  readonly favourites: readonly (Combination & { readonly id: number })[]
  readonly recent: readonly Combination[]
}

/** What can be started at once: kept ones first, then recent ones that are not kept and do not run already. */
export function choicesOf({ favourites, recent }: Combinations, running: WorkDraft | null): Choice[] {
  const kept = favourites.map((work, position) => ({ favouriteId: work.id, position, work }))
  const others = recent.filter(
    (work) =>
      !favourites.some((favourite) => isSameWork(favourite, work)) && (running === null || !isSameWork(running, work)),
  )
  return [...kept, ...others.map((work) => ({ favouriteId: null, position: -1, work }))]
}
