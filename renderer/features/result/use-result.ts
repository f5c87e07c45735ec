/** What the address asks for and what the ledger answers. */
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Channel } from '../../../shared/contract/settings.ts'
import type { Confidence, ResultSummary } from '../../../shared/contract/result.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { NO_CONFIDENCE } from '../../../shared/domain/no-result.ts'
import { api } from '../../lib/api.ts'
import { type ChosenPeriod, usePeriod } from '../../lib/use-period.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { comparedPeriod } from './comparison.ts'
import { isJudged, type Question, questionParameters, readQuestion } from './question.ts'

export type JudgedRow = Confidence['rows'][number]

/** The same for a row of the table and its verdict: formats are known by name, everything else by id. */
export function judgedKey({ id, format }: Pick<JudgedRow, 'id' | 'format'>): string {
  return format ?? String(id)
}

export interface ResultView {
  readonly summary: ResultSummary
  /** Verdict and range in total and by channel, whatever the table shows. */
  readonly confidence: Confidence
  /** Verdicts of the rows of the table, see `judgedKey`. */
  readonly judged: ReadonlyMap<string, JudgedRow>
  readonly channels: ReadonlyMap<number, Channel>
  /** The same of the other period. */
  readonly compared: ResultSummary | null
  /** Where costs are spread: the same without spreading, so that each figure can be taken apart. */
  readonly direct: ResultSummary | null
}

export interface ResultState {
  readonly chosen: ChosenPeriod | undefined
  readonly question: Question
  /** The same for every read of the page; null until the period is known. */
  readonly asked: Asked | null
  /** The ledger's own window in days. */
  readonly ownWindowDays: number | undefined
  /** Undefined while it is read; what was there stays until the new one has come. */
  readonly view: ResultView | undefined
  readonly isChanging: boolean
  readonly error: Error | null
  ask(change: Partial<Question>): void
}

export interface Asked {
  readonly period: Period
  readonly model: Question['model']
  readonly windowDays?: number
}

/** The question of every read of this page; null until the period is known. */
function useAsked(period: Period | undefined, { model, windowDays }: Question): Asked | null {
  return useMemo(
    () => (period ? { period, model, ...(windowDays !== undefined && { windowDays }) } : null),
    [period, model, windowDays],
  )
}

export function useResult(): ResultState {
  const filters = useSearchFilters()
  const { chosen, error: periodError } = usePeriod()
  const question = useMemo(() => readQuestion(filters.get), [filters])
  const settings = useQuery(api.settings.ledger.queryOptions())
  const period = chosen?.period ?? undefined
  const asked = useAsked(period, question)
  const answers = useAnswers(asked, question)
  return {
    chosen,
    question,
    asked,
    ownWindowDays: settings.data?.attributionWindowDays,
    ...answers,
    error: periodError ?? answers.error,
    ask: (change) => filters.set(questionParameters(change)),
  }
}

function useAnswers(asked: Asked | null, { by, costing, comparison }: Question) {
  const placeholderData = keepPreviousData
  const other = useMemo(() => (asked ? comparedPeriod(comparison, asked.period) : null), [asked, comparison])
  const ask = asked ? { ...asked, by, costing } : skipToken
  const summary = useQuery(api.result.summary.queryOptions({ input: ask, placeholderData }))
  const isSpread = costing !== 'direct'
  const direct = useQuery(
    api.result.summary.queryOptions({
      input: asked && isSpread ? { ...asked, by, costing: 'direct' } : skipToken,
      placeholderData,
    }),
  )
  const compared = useQuery(
    api.result.summary.queryOptions({
      input: asked && other ? { ...asked, period: other, by, costing } : skipToken,
      placeholderData,
    }),
  )
  const confidence = useQuery(
    api.result.confidence.queryOptions({ input: asked ? { ...asked, by: 'channel' } : skipToken, placeholderData }),
  )
  const isOwnJudgement = isJudged(by) && by !== 'channel'
  const judged = useQuery(
    api.result.confidence.queryOptions({
      input: asked && isOwnJudgement ? { ...asked, by } : skipToken,
      placeholderData,
    }),
  )
  const channels = useQuery(api.settings.channels.queryOptions())
  const view = useMemo((): ResultView | undefined => {
    if (!summary.data || !confidence.data || !channels.data) return undefined
    if (isSpread && !direct.data) return undefined
    const sure = withoutHours(summary.data) ? NO_CONFIDENCE : confidence.data
    const isSameTable = (answer: ResultSummary | undefined) => answer !== undefined && answer.by === summary.data.by
    const ownRows = judged.isPlaceholderData === summary.isPlaceholderData ? judged.data?.rows : undefined
    const rows =
      summary.data.by === 'channel'
        ? sure.rows
        : isJudged(summary.data.by) && sure !== NO_CONFIDENCE
          ? ownRows
          : undefined
    return {
      summary: summary.data,
      confidence: sure,
      judged: new Map(rows?.map((row) => [judgedKey(row), row])),
      channels: new Map(channels.data.map((channel) => [channel.id, channel])),
      compared: other && compared.data && isSameTable(compared.data) ? compared.data : null,
      direct: isSpread && direct.data && isSameTable(direct.data) ? direct.data : null,
    }
  }, [
    summary.data,
    confidence.data,
    channels.data,
    judged.data,
    judged.isPlaceholderData,
    summary.isPlaceholderData,
    compared.data,
    direct.data,
    isSpread,
    other,
  ])
  const queries = [summary, confidence, channels, judged, compared, direct]
  return {
    view,
    isChanging: queries.some((query) => query.isPlaceholderData),
    error: queries.find((query) => query.error)?.error ?? null,
  }
}

/** Without any hours the largest cost is missing: no verdict on what is left would be true. */
export function withoutHours({ lacks }: ResultSummary): boolean {
  return lacks.includes('hours')
}

/** Nothing at all lies in the period: neither cost nor purchase, social or other. */
export function isEmptyPeriod({ totals, other, coverage, uncountedOrders }: ResultSummary): boolean {
  const costs = totals.labourCents + totals.adsCents + totals.otherCostCents + other.adsCents + other.otherCostCents
  return costs === 0 && totals.seconds === 0 && coverage.orders === 0 && uncountedOrders === 0
}
