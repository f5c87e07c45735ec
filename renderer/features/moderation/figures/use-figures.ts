/** What the address asks of the moderation log, and the answer. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FigureFilter, FigureGrouping } from '../../../../shared/contract/moderation-figures.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import { api } from '../../../lib/api.ts'
import { readModel } from '../../../lib/ledger-address.ts'
import { type ChosenPeriod, usePeriod } from '../../../lib/use-period.ts'
import { type SearchFilters, useSearchFilters } from '../../../lib/use-search-filters.ts'
import {
  drillParameters,
  FIGURE_FILTER_NAMES,
  type FigureDrill,
  readDrill,
  readFigureFilter,
  readGrouping,
} from './figures-address.ts'

export interface FigureQuestion {
  readonly filters: SearchFilters
  readonly chosen: ChosenPeriod | undefined
  /** Null until the period is known. */
  readonly filter: FigureFilter | null
  readonly isFiltered: boolean
  readonly by: FigureGrouping
  readonly model: AttributionModel
  readonly drill: FigureDrill | null
  readonly error: Error | null
  /** Null: closes them. */
  open(drill: FigureDrill | null): void
}

export function useFigureQuestion(): FigureQuestion {
  const filters = useSearchFilters()
  const { chosen, error } = usePeriod({ of: 'conversations', usual: 'thisMonth', reachesToday: true })
  const period = chosen?.period ?? null
  return useMemo(() => {
    const { get, set } = filters
    return {
      filters,
      chosen,
      filter: period === null ? null : readFigureFilter(get, period),
      isFiltered: FIGURE_FILTER_NAMES.some((name) => get(name) !== null),
      by: readGrouping(get('by')),
      model: readModel(get('model')),
      drill: readDrill(get),
      error,
      open: (drill) => set(drillParameters(drill), true),
    }
  }, [filters, chosen, period, error])
}

/** The answer before stays until the new one is there, except where it was grouped otherwise. */
export function useFigures(filter: FigureFilter, by: FigureGrouping, model: AttributionModel) {
  return useQuery(
    api.moderation.figures.queryOptions({ input: { filter, by, model }, placeholderData: keepPreviousData }),
  )
}
