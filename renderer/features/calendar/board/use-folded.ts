/** Which columns are folded: what is over, until it is asked for. Stands in the address. */
import { useCallback, useMemo } from 'react'
import { POST_STATUSES, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { useCalendarAddress } from '../calendar-address.ts'

const FOLDABLE: readonly PostStatus[] = ['archived', 'cancelled']

export interface Folding {
  isFoldable(status: PostStatus): boolean
  isFolded(status: PostStatus): boolean
  toggle(status: PostStatus): void
}

export function useFolded(): Folding {
  const { filters, filter } = useCalendarAddress()
  const text = filters.get('unfolded') ?? ''
  const unfolded = useMemo(() => POST_STATUSES.filter((status) => text.split('.').includes(status)), [text])
  // What one filters for is what one wants to see.
  const isFoldable = (status: PostStatus) => FOLDABLE.includes(status) && filter.statuses === undefined
  const toggle = useCallback(
    (status: PostStatus) => {
      const next = POST_STATUSES.filter((each) => unfolded.includes(each) !== (each === status))
      filters.set({ unfolded: next.join('.') })
    },
    [filters, unfolded],
  )
  return { isFoldable, isFolded: (status) => isFoldable(status) && !unfolded.includes(status), toggle }
}
