/** What the address of billing says: the view, the client, the month. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Day, firstDayOf, lastDayOf, type Month, monthOf, type Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import { readId } from '../../lib/ledger-address.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'

export const BILLING_VIEWS = ['clients', 'timesheet', 'invoices', 'results'] as const
export type BillingView = (typeof BILLING_VIEWS)[number] | 'report'

export interface BillingAddress {
  readonly view: BillingView
  readonly clientId: number | null
  readonly month: Month
  readonly today: Day
  readonly filters: SearchFilters
}

/** Undefined until today is known. */
export function useBillingAddress(): BillingAddress | undefined {
  const filters = useSearchFilters()
  const today = useQuery(api.app.status.queryOptions()).data?.today
  return useMemo(() => {
    if (today === undefined) return undefined
    const wanted = filters.get('view')
    return {
      view: wanted === 'report' ? wanted : (BILLING_VIEWS.find((view) => view === wanted) ?? 'clients'),
      clientId: readId(filters.get('client')) ?? null,
      month: readMonth(filters.get('month')) ?? monthOf(today),
      today,
      filters,
    }
  }, [filters, today])
}

function readMonth(text: string | null): Month | null {
  return text !== null && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null
}

export function periodOf(month: Month): Period {
  return { from: firstDayOf(month), to: lastDayOf(month) }
}

export function timesheetAddress(clientId: number, { from, to }: Period, invoiceId?: number): string {
  const params = new URLSearchParams({ view: 'timesheet', client: String(clientId), from, to })
  if (invoiceId !== undefined) params.set('invoice', String(invoiceId))
  return `/time/billing?${params.toString()}`
}

export function clientAddress(clientId: number): string {
  return `/time/billing?client=${clientId}`
}
