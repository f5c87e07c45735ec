/** What the budget page shows: a year and a view of it, both in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BudgetYear } from '../../../shared/contract/planning.ts'
import { api } from '../../lib/api.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { type BudgetRow, type BudgetView, rowsOf } from './budget-model.ts'

export interface BudgetState {
  readonly filters: SearchFilters
  readonly year: number
  readonly currentMonth: string
  readonly view: BudgetView
  readonly byCampaign: boolean
}

/** Null until the day is known. */
export function useBudgetState(): BudgetState | null {
  const filters = useSearchFilters()
  const today = useQuery(api.app.status.queryOptions()).data?.today
  return useMemo(() => {
    if (today === undefined) return null
    const asked = Number(filters.get('year'))
    const year = Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : Number(today.slice(0, 4))
    const campaign = Number(filters.get('campaign'))
    const byCampaign = filters.get('view') === 'campaigns'
    const campaignId = byCampaign && Number.isSafeInteger(campaign) && campaign > 0 ? campaign : null
    const view = { campaignId, isAllCosts: filters.get('scope') === 'all' }
    return { filters, year, currentMonth: today.slice(0, 7), view, byCampaign }
  }, [filters, today])
}

export function useBudgetYear(year: number) {
  return useQuery(api.planning.budget.queryOptions({ input: { year }, placeholderData: keepPreviousData }))
}

/** Last year's rows, for copying them. */
export function useLastYear({ year, view, currentMonth }: BudgetState): readonly BudgetRow[] {
  const data: BudgetYear | undefined = useQuery(api.planning.budget.queryOptions({ input: { year: year - 1 } })).data
  return useMemo(() => (data ? rowsOf(data, view, currentMonth) : []), [data, view, currentMonth])
}
