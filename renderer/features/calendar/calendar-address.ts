/** Where one is in the calendar: the view, its day, the post that is shown, the filters. */
import { useMemo } from 'react'
import type { PlanFilter } from '../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { type CalendarView, PLAN_FILTER_NAMES, readDay, readPlanFilter, readView } from '../../lib/calendar-address.ts'
import { readId } from '../../lib/ledger-address.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'

export interface CalendarAddress {
  readonly view: CalendarView
  /** The day the view is about; null: today. */
  readonly day: Day | null
  /** The post that is shown beside; null: none is chosen. */
  readonly postId: number | null
  /** Which of its variants; null: the first. */
  readonly variantId: number | null
  readonly filter: PlanFilter
  readonly isFiltered: boolean
  readonly filters: SearchFilters
  showView(view: CalendarView): void
  /** Null: today. A step to go back to. */
  showDay(day: Day | null): void
  /** Null: none. No step to go back to: arrows pass over many. */
  select(postId: number | null, variantId?: number): void
  clearFilters(): void
}

export function useCalendarAddress(): CalendarAddress {
  const filters = useSearchFilters()
  return useMemo(() => {
    const { get, set } = filters
    const text = (id: number | null | undefined) => (id === null || id === undefined ? undefined : String(id))
    return {
      view: readView(get('view')),
      day: readDay(get('day')),
      postId: readId(get('post')) ?? null,
      variantId: readId(get('variant')) ?? null,
      filter: readPlanFilter(get),
      isFiltered: PLAN_FILTER_NAMES.some((name) => get(name) !== null),
      filters,
      showView: (view) => set({ view: view === 'month' ? undefined : view }, true),
      showDay: (day) => set({ day: day ?? undefined }, true),
      select: (postId, variantId) => set({ post: text(postId), variant: text(variantId) }),
      clearFilters: () => set(Object.fromEntries(PLAN_FILTER_NAMES.map((name) => [name, undefined]))),
    }
  }, [filters])
}
