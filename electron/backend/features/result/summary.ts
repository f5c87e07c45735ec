/** The result of a period by one of its groupings. */
import type { Costing, Grouping, ResultSummary } from '../../../../shared/contract/result.ts'
import { isActivity } from '../../../../shared/domain/activity.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { Credit } from './credit.ts'
import { FigureSum } from './figures.ts'
import { spreadCrossChannel } from './full-costing.ts'
import { countUncounted, type LineSum, type ShareSum } from './rollup-store.ts'
import { nameRows } from './row-names.ts'
import { isSocial, NO_KEY, sumRows, type RowKey } from './row-sums.ts'

export interface SummaryQuestion {
  readonly period: Period
  readonly model: AttributionModel
  readonly windowDays?: number | undefined
  readonly by: Grouping
  readonly costing: Costing
}

/** Rows of one answer, as many as a quarter of a megabyte holds; a ledger with more campaigns or posts shows the rest as one. */
export const MAX_ROWS = 600

export function summarise(db: Connection, settings: StoredSettings, question: SummaryQuestion): ResultSummary {
  const { period, model, by } = question
  const credit = new Credit(db, model, question.windowDays, settings.attributionWindowDays)
  const { totals, rows, lines, shares } = sumRows(credit, period, by)
  const costing = by === 'channel' ? question.costing : 'direct'
  const full = costing === 'direct' ? { rows, spread: null } : spreadCrossChannel(db, period, rows, costing)
  const coverage = credit.coverage(period)
  return {
    currency: settings.currency,
    period,
    model,
    by,
    windowDays: credit.windowDays,
    costing,
    spread: full.spread,
    totals: totals.toFigures(),
    rows: nameRows(db, by, foldSmallest(full.rows), settings),
    other: otherScope(lines, shares),
    coverage,
    labourByActivity: labourByActivity(lines),
    lacks: lacksOf(totals, coverage.orders),
    uncountedOrders: countUncounted(db, period),
  }
}

/** The largest rows by their own; what is beyond the limit goes into the row that belongs to none, so that rows still add up. */
export function foldSmallest(rows: ReadonlyMap<RowKey, FigureSum>): ReadonlyMap<RowKey, FigureSum> {
  if (rows.size <= MAX_ROWS) return rows
  const sorted = [...rows]
    .filter(([key]) => key !== NO_KEY)
    .map(([key, sum]) => ({ key, sum, size: Math.abs(sum.netCents) + Math.abs(sum.costCents) }))
    .sort((a, b) => b.size - a.size)
  const folded = new Map<RowKey, FigureSum>(sorted.slice(0, MAX_ROWS - 1).map(({ key, sum }) => [key, sum]))
  const rest = new FigureSum()
  const none = rows.get(NO_KEY)
  if (none) rest.add(none)
  for (const { sum } of sorted.slice(MAX_ROWS - 1)) rest.add(sum)
  return folded.set(NO_KEY, rest)
}

function otherScope(lines: readonly LineSum[], shares: readonly ShareSum[]): ResultSummary['other'] {
  const sum = new FigureSum()
  for (const line of lines) if (!isSocial(line)) sum.addLine(line)
  for (const share of shares) if (!isSocial(share)) sum.addShare(share)
  return {
    orders: sum.weight / WEIGHT_UNIT,
    grossCents: sum.grossCents,
    netCents: sum.netCents,
    adsCents: sum.adsCents,
    otherCostCents: sum.otherCostCents,
    seconds: sum.seconds,
    labourCents: sum.labourCents,
  }
}

function labourByActivity(lines: readonly LineSum[]): ResultSummary['labourByActivity'] {
  const sums = new Map<string, FigureSum>()
  for (const line of lines) {
    if (line.kind !== 'labour' || !isSocial(line)) continue
    const sum = sums.get(line.activity) ?? new FigureSum()
    sums.set(line.activity, sum)
    sum.addLine(line)
  }
  return [...sums]
    .filter(([, sum]) => !sum.isEmpty)
    .map(([activity, { seconds, labourCents, unpricedSeconds }]) => ({
      activity: isActivity(activity) ? activity : null,
      seconds,
      cents: labourCents,
      unpricedSeconds,
    }))
    .sort((a, b) => b.cents - a.cents || b.seconds - a.seconds)
}

function lacksOf(totals: FigureSum, orders: number): ResultSummary['lacks'] {
  const lacks: ResultSummary['lacks'] = []
  if (totals.seconds === 0) lacks.push('hours')
  if (totals.unpricedSeconds > 0) lacks.push('rate')
  if (orders === 0) lacks.push('revenue')
  if (totals.unpricedCount > 0) lacks.push('margin')
  return lacks
}
