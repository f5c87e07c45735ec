/** The period in the address: a preset, an own range, or (without either) everything there is. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Day, firstDayOf, monthOf, type Period } from '../../shared/domain/day.ts'
import { api } from './api.ts'
import { anchorOf, isPeriodPreset, PERIOD_PRESETS, type PeriodPreset, presetPeriod, readPeriod } from './period.ts'
import { useSearchFilters } from './use-search-filters.ts'

export interface ChosenPeriod {
  /** Null for a ledger without data. */
  readonly period: Period | null
  /** Null for an own range. */
  readonly preset: PeriodPreset | null
  readonly extent: Period | null
  readonly presets: readonly { readonly id: PeriodPreset; readonly period: Period }[]
  /** Set where presets are counted from the last day with data instead of today. */
  readonly anchoredOn: Day | null
  choosePreset(preset: PeriodPreset): void
  chooseRange(range: { readonly from: string; readonly to: string }): void
}

/**
 * Undefined until the extent of the ledger is known. `reachesToday`: everything there is includes running costs booked
 * since the last day with data; a ledger without data then begins with this month.
 */
export function usePeriod({ reachesToday = false } = {}): {
  readonly chosen: ChosenPeriod | undefined
  readonly error: Error | null
} {
  const filters = useSearchFilters()
  const status = useQuery(api.app.status.queryOptions())
  const extentQuery = useQuery(api.result.extent.queryOptions())
  const today = status.data?.today
  const read = extentQuery.data
  const extent = useMemo(() => {
    if (!reachesToday || !today || read === undefined) return read
    return { from: read?.from ?? firstDayOf(monthOf(today)), to: read && read.to > today ? read.to : today }
  }, [read, today, reachesToday])
  const chosen = useMemo((): ChosenPeriod | undefined => {
    if (extent === undefined || today === undefined) return undefined
    const anchor = anchorOf(today, read ?? null)
    const presets = PERIOD_PRESETS.flatMap((id) => {
      const period = id === 'all' ? extent : presetPeriod(id, anchor)
      return period ? [{ id, period }] : []
    })
    const own = readPeriod(filters.get('from'), filters.get('to'))
    const wanted = filters.get('period')
    const preset = own ? null : isPeriodPreset(wanted) ? wanted : 'all'
    return {
      period: own ?? presets.find(({ id }) => id === preset)?.period ?? null,
      preset,
      extent,
      presets,
      anchoredOn: anchor === today ? null : anchor,
      choosePreset: (next) =>
        filters.set({ period: next === 'all' ? undefined : next, from: undefined, to: undefined }, true),
      chooseRange: ({ from, to }) => filters.set({ period: undefined, from, to }, true),
    }
  }, [extent, read, today, filters])
  return { chosen, error: status.error ?? extentQuery.error }
}
