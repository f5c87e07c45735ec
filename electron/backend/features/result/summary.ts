/** The result of a period by channel, activity, person, campaign or month. */
import type { Grouping, ResultRow, ResultSummary } from '../../../../shared/contract/result.ts'
import { isActivity } from '../../../../shared/domain/activity.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { NETWORKS, type Network } from '../../../../shared/domain/network.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { FigureSum } from './figures.ts'
import {
  countUncounted,
  readNames,
  sumCoverage,
  sumLinesBy,
  sumSharesBy,
  type LineSum,
  type NamedRecord,
  type ShareKey,
  type ShareSum,
} from './rollup-store.ts'

export interface SummaryQuestion {
  readonly period: Period
  readonly model: AttributionModel
  readonly by: Grouping
}

/** Rows of one answer; a ledger with more campaigns shows the rest as one. */
const MAX_ROWS = 2_000

/** By whom or what work was done is not a dimension of revenue: it stays in the row without a key. */
const SHARE_KEY: Readonly<Record<Grouping, ShareKey>> = {
  channel: 'channel',
  campaign: 'campaign',
  month: 'month',
  activity: 'none',
  person: 'none',
}

export function summarise(
  db: Connection,
  settings: StoredSettings,
  { period, model, by }: SummaryQuestion,
): ResultSummary {
  const lines = sumLinesBy(db, by, period)
  const shares = sumSharesBy(db, SHARE_KEY[by], period, model)
  const totals = new FigureSum()
  const rows = new Map<number | string, FigureSum>()
  const rowOf = (key: number | string) => {
    const row = rows.get(key) ?? new FigureSum()
    rows.set(key, row)
    return row
  }
  for (const line of lines.filter(isSocial)) {
    totals.addLine(line)
    rowOf(line.key || 0).addLine(line)
  }
  for (const share of shares.filter(isSocial)) {
    totals.addShare(share)
    rowOf(share.key || 0).addShare(share)
  }
  const coverage = sumCoverage(db, period)
  return {
    currency: settings.currency,
    period,
    model,
    by,
    totals: totals.toFigures(),
    rows: nameRows(db, by, foldSmallest(rows), settings),
    other: otherScope(lines, shares),
    coverage,
    labourByActivity: labourByActivity(lines),
    lacks: lacksOf(totals, coverage.orders),
    uncountedOrders: countUncounted(db, period),
  }
}

/** The largest rows by their own; what is beyond the limit goes into the row that belongs to none, so that rows still add up. */
function foldSmallest(rows: ReadonlyMap<number | string, FigureSum>): ReadonlyMap<number | string, FigureSum> {
  if (rows.size <= MAX_ROWS) return rows
  const weight = (sum: FigureSum) => Math.abs(sum.netCents) + Math.abs(sum.costCents)
  const sorted = [...rows].filter(([key]) => key !== 0).sort(([, a], [, b]) => weight(b) - weight(a))
  const folded = new Map<number | string, FigureSum>(sorted.slice(0, MAX_ROWS - 1))
  const rest = rows.get(0) ?? new FigureSum()
  for (const [, sum] of sorted.slice(MAX_ROWS - 1)) rest.add(sum)
  return folded.set(0, rest)
}

function isSocial(sum: LineSum | ShareSum): boolean {
  return sum.scope === 'social'
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
    if (line.kind !== 'labour' || !isSocial(line) || line.seconds === 0) continue
    const sum = sums.get(line.activity) ?? new FigureSum()
    sums.set(line.activity, sum)
    sum.addLine(line)
  }
  return [...sums]
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

function nameRows(
  db: Connection,
  by: Grouping,
  sums: ReadonlyMap<number | string, FigureSum>,
  settings: StoredSettings,
): ResultRow[] {
  const names =
    by === 'channel' || by === 'campaign' || by === 'person' ? readNames(db, by) : new Map<number, NamedRecord>()
  const rows: ResultRow[] = []
  for (const [key, sum] of sums) {
    if (sum.isEmpty) continue
    rows.push({ ...labelOf(by, key, names, settings), ...sum.toFigures() })
  }
  return by === 'month' ? rows.sort(byKey) : rows.sort(byResult)
}

function labelOf(
  by: Grouping,
  key: number | string,
  names: ReadonlyMap<number, NamedRecord>,
  settings: StoredSettings,
) {
  if (typeof key === 'string' && isActivity(key)) {
    return { key: activityNames(settings.language)[key], id: null, activity: key, network: null }
  }
  if (typeof key === 'string') return { key: by === 'month' ? key : null, id: null, activity: null, network: null }
  const record = names.get(key)
  return { key: record?.name ?? null, id: record?.id ?? null, activity: null, network: asNetwork(record?.network) }
}

function asNetwork(text: string | null | undefined): Network | null {
  return NETWORKS.find((network) => network === text) ?? null
}

function byKey(a: ResultRow, b: ResultRow): number {
  return (a.key ?? '').localeCompare(b.key ?? '')
}

/** Best first; the row of what belongs to none comes last. */
function byResult(a: ResultRow, b: ResultRow): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
  return (b.resultCents ?? -b.labourCents) - (a.resultCents ?? -a.labourCents) || a.key.localeCompare(b.key)
}
