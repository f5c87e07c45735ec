/** The period in the address: a preset, an own range, or (without either) the usual one of the page. */
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

export interface PeriodOptions {
  /** Everything there is includes running costs booked since the last day with data; without data it then begins with this month. */
  readonly reachesToday?: boolean
  /** Whose first and last day everything there is has. */
  readonly of?: 'ledger' | 'conversations'
  /** What is shown without a word in the address. */
  readonly usual?: PeriodPreset
}

/** Undefined until it is known from when to when there is something. */
export function usePeriod({ reachesToday = false, of = 'ledger', usual = 'all' }: PeriodOptions = {}): {
  readonly chosen: ChosenPeriod | undefined
  readonly error: Error | null
} {
  const filters = useSearchFilters()
  const status = useQuery(api.app.status.queryOptions())
  const isLedger = of === 'ledger'
  const ofLedger = useQuery({ ...api.result.extent.queryOptions(), enabled: isLedger })
  const ofConversations = useQuery({ ...api.moderation.figureExtent.queryOptions(), enabled: !isLedger })
  const extentQuery = isLedger ? ofLedger : ofConversations
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
    const preset = own ? null : isPeriodPreset(wanted) ? wanted : usual
    return {
      period: own ?? presets.find(({ id }) => id === preset)?.period ?? null,
      preset,
      extent,
      presets,
      anchoredOn: anchor === today ? null : anchor,
      choosePreset: (next) =>
        filters.set({ period: next === usual ? undefined : next, from: undefined, to: undefined }, true),
      chooseRange: ({ from, to }) => filters.set({ period: undefined, from, to }, true),
    }
  }, [extent, read, today, filters, usual])
  return { chosen, error: status.error ?? extentQuery.error }
}
