/** What the address asks for and what the ledger answers. */
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Confidence, Grouping, ResultSummary } from '../../../shared/contract/result.ts'
import type { AttributionModel } from '../../../shared/domain/attribution.ts'
import { api } from '../../lib/api.ts'
import { readModel } from '../../lib/ledger-address.ts'
import { type ChosenPeriod, usePeriod } from '../../lib/use-period.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'

export const GROUPINGS: readonly Grouping[] = ['channel', 'campaign', 'activity', 'person', 'month']

export interface ResultView {
  readonly summary: ResultSummary
  readonly confidence: Confidence
  readonly channels: ReadonlyMap<number, Channel>
}

export interface ResultState {
  readonly chosen: ChosenPeriod | undefined
  readonly model: AttributionModel
  readonly by: Grouping
  /** Undefined while it is read; what was there stays until the new one has come. */
  readonly view: ResultView | undefined
  readonly isChanging: boolean
  readonly error: Error | null
  setModel(model: AttributionModel): void
  setGrouping(by: Grouping): void
}

/** `fixedGrouping`: for the report, which always shows channels. */
export function useResult(fixedGrouping?: Grouping): ResultState {
  const filters = useSearchFilters()
  const { chosen, error: periodError } = usePeriod()
  const model = readModel(filters.get('model'))
  const by = fixedGrouping ?? GROUPINGS.find((grouping) => grouping === filters.get('by')) ?? 'channel'
  const period = chosen?.period ?? undefined
  const question = period ? { period, model } : skipToken
  const placeholderData = keepPreviousData
  const summaryInput = question === skipToken ? skipToken : { ...question, by }
  const summary = useQuery(api.result.summary.queryOptions({ input: summaryInput, placeholderData }))
  const confidence = useQuery(api.result.confidence.queryOptions({ input: question, placeholderData }))
  const channels = useQuery(api.settings.channels.queryOptions())
  const view = useMemo(() => {
    if (!summary.data || !confidence.data || !channels.data) return undefined
    const byId = new Map(channels.data.map((channel) => [channel.id, channel]))
    return { summary: summary.data, confidence: confidence.data, channels: byId }
  }, [summary.data, confidence.data, channels.data])
  return {
    chosen,
    model,
    by,
    view,
    isChanging: summary.isPlaceholderData || confidence.isPlaceholderData,
    error: periodError ?? summary.error ?? confidence.error ?? channels.error,
    setModel: (next) => filters.set({ model: next === 'last' ? undefined : next }),
    setGrouping: (next) => filters.set({ by: next === 'channel' ? undefined : next }),
  }
}

/** Nothing at all lies in the period: neither cost nor purchase, social or other. */
export function isEmptyPeriod({ totals, other, coverage, uncountedOrders }: ResultSummary): boolean {
  const costs = totals.labourCents + totals.adsCents + totals.otherCostCents + other.adsCents + other.otherCostCents
  return costs === 0 && totals.seconds === 0 && coverage.orders === 0 && uncountedOrders === 0
}
