/** Which timesheet the address asks for. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Day, isDay, monthOf, type Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { readId } from '../../lib/ledger-address.ts'
import { readPeriod } from '../../lib/period.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { useFormat } from '../../lib/use-format.ts'
import { periodOf } from './billing-view.ts'

export const SHEET_OPTIONS = ['notes', 'people', 'billable', 'open'] as const
export type SheetOption = (typeof SHEET_OPTIONS)[number]

export interface SheetQuestion {
  readonly clients: readonly { readonly id: number; readonly name: string }[]
  readonly clientId: number | null
  readonly period: Period
  readonly language: 'de' | 'en'
  readonly invoiceId: number | null
  readonly options: Readonly<Record<SheetOption, boolean>>
  readonly today: Day
  readonly filters: SearchFilters
}

/** Notes and people are shown unless the address says no. */
function readOptions(get: (name: string) => string | null): Record<SheetOption, boolean> {
  return {
    notes: get('notes') !== 'no',
    people: get('people') !== 'no',
    billable: get('billable') === 'only',
    open: get('open') === 'only',
  }
}

/** Undefined until it is known which clients there are. Without a period it is this month's, without a client the first one's. */
export function useSheetQuestion(): SheetQuestion | undefined {
  const filters = useSearchFilters()
  const format = useFormat()
  const today = useQuery(api.app.status.queryOptions()).data?.today
  const clients = useQuery(api.records.options.queryOptions()).data?.clients
  return useMemo(() => {
    if (today === undefined || clients === undefined || !isDay(today)) return undefined
    const language = filters.get('language')
    return {
      clients,
      clientId: readId(filters.get('client')) ?? clients[0]?.id ?? null,
      period: readPeriod(filters.get('from'), filters.get('to')) ?? periodOf(monthOf(today)),
      language: language === 'de' || language === 'en' ? language : format.language,
      invoiceId: readId(filters.get('invoice')) ?? null,
      options: readOptions(filters.get),
      today,
      filters,
    }
  }, [filters, today, clients, format.language])
}
