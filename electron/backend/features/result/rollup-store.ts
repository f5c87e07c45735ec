/** Sums from the rollups: whole years, whole months at their edges, and days at the edges of those. */
import type { LineKind } from '../../../../shared/contract/ledger.ts'
import type { AttributionModel, Scope } from '../../../../shared/domain/attribution.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { MODEL_NUMBERS, modelNumber } from '../../database/model-numbers.ts'
import { ofEachPart, type Unit } from '../../database/rollup-parts.ts'

/** What rows are summed by. Fixed fragments: the column of the rollup that holds the key. */
const LINE_KEY = {
  channel: 'channel_id',
  campaign: 'campaign_id',
  person: 'person_id',
  client: 'client_id',
  department: 'department_id',
  activity: 'activity',
  month: 'month',
  none: '0',
} as const
const SHARE_KEY = {
  channel: 'channel_id',
  campaign: 'campaign_id',
  client: 'client_id',
  month: 'month',
  none: '0',
} as const

/** Keys that the brief tables by month and year hold. */
const BRIEF_KEYS: readonly string[] = ['channel', 'activity', 'month', 'none']

function tableOf(name: 'line' | 'share', key: string, unit: Unit): string {
  return unit !== 'day' && BRIEF_KEYS.includes(key) ? `brief_${name}_${unit}` : `${name}_${unit}`
}

/** A day's month is the beginning of its name. */
function keyColumn<Key extends string>(columns: Readonly<Record<Key, string>>, key: Key, unit: Unit): string {
  return key === 'month' && unit === 'day' ? 'substr(day, 1, 7)' : columns[key]
}

export type LineKey = keyof typeof LINE_KEY
export type ShareKey = keyof typeof SHARE_KEY

export interface LineSum {
  /** 0 or an empty text: none. */
  readonly key: number | string
  /** Empty: none. */
  readonly activity: string
  readonly kind: LineKind
  readonly scope: Scope
  readonly cents: number
  readonly seconds: number
  readonly unpricedSeconds: number
}

export interface ShareSum {
  readonly key: number | string
  readonly scope: Scope
  /** 0: purchases on which all models agree, else {@link modelNumber}. */
  readonly model: number
  /** Purchases in parts of 10^9. */
  readonly weight: number
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number
  /** Shares whose contribution is not known. */
  readonly unpricedCount: number
}

/** Sums by a key and by activity in one pass: a report needs both, and the pass is what costs. */
export function sumLinesBy(db: Connection, key: LineKey, period: Period): LineSum[] {
  return ofEachPart<LineSum>(
    db,
    period,
    key === 'month',
    (unit) =>
      `SELECT ${keyColumn(LINE_KEY, key, unit)} AS key, activity, kind, scope, sum(cents) AS cents, sum(seconds) AS seconds,
         sum(unpriced_seconds) AS unpricedSeconds
       FROM ${tableOf('line', key, unit)} WHERE ${unit} BETWEEN @from AND @to GROUP BY 1, 2, 3, 4`,
  )
}

/** Shares of one model (and of the purchases on which all models agree). */
export function sumSharesBy(db: Connection, key: ShareKey, period: Period, model: AttributionModel): ShareSum[] {
  return shareSums(db, key, '0', 'model IN (0, @model)', period, { model: modelNumber(model) })
}

/** Shares by model (0: purchases on which all agree) and key. */
export function sumSharesByModel(db: Connection, key: ShareKey, period: Period): ShareSum[] {
  return shareSums(db, key, 'model', `model IN (${MODEL_NUMBERS})`, period, {})
}

function shareSums(
  db: Connection,
  key: ShareKey,
  model: string,
  condition: string,
  period: Period,
  values: object,
): ShareSum[] {
  return ofEachPart<ShareSum>(
    db,
    period,
    key === 'month',
    (unit) =>
      `SELECT ${keyColumn(SHARE_KEY, key, unit)} AS key, scope, ${model} AS model, sum(weight) AS weight, sum(gross_cents) AS grossCents,
         sum(net_cents) AS netCents, sum(contribution_cents) AS contributionCents, sum(unpriced_count) AS unpricedCount
       FROM ${tableOf('share', key, unit)} WHERE ${condition} AND ${unit} BETWEEN @from AND @to GROUP BY 1, 2, 3`,
    values,
  )
}

export interface CoverageSum {
  readonly orders: number
  readonly touchedOrders: number
  readonly singleTouchOrders: number
  readonly netCents: number
  readonly touchedNetCents: number
  readonly socialNetCents: number
}

/** Coverage at the ledger's own window. */
export function sumCoverage(db: Connection, period: Period): CoverageSum {
  const sum = { orders: 0, touchedOrders: 0, singleTouchOrders: 0, netCents: 0, touchedNetCents: 0, socialNetCents: 0 }
  const parts = ofEachPart<CoverageSum>(
    db,
    period,
    false,
    (unit) =>
      `SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(touched_orders), 0) AS touchedOrders,
         coalesce(sum(single_touch_orders), 0) AS singleTouchOrders, coalesce(sum(net_cents), 0) AS netCents,
         coalesce(sum(touched_net_cents), 0) AS touchedNetCents, coalesce(sum(social_net_cents), 0) AS socialNetCents
       FROM coverage_${unit} WHERE ${unit} BETWEEN @from AND @to`,
  )
  for (const part of parts) for (const field of Object.keys(sum) as (keyof CoverageSum)[]) sum[field] += part[field]
  return sum
}

export function countUncounted(db: Connection, period: Period): number {
  const row = db
    .prepare<[Day, Day], { count: number }>(
      "SELECT count(*) AS count FROM revenue_event WHERE is_counted = 0 AND beneficiary = 'own' AND status <> 'removed' AND day BETWEEN ? AND ?",
    )
    .get(period.from, period.to)
  return row?.count ?? 0
}

/** First day of the ledger and last day on which something was worked, spent on ads or sold; null for an empty ledger. */
export function readExtent(db: Connection): Period | null {
  const dayWhere = (condition: string, order: string) =>
    db
      .prepare<[], { day: Day }>(
        `SELECT day FROM line_day WHERE line_count > 0 ${condition} ORDER BY day ${order} LIMIT 1`,
      )
      .get()?.day
  const from = dayWhere('', 'ASC')
  const to = dayWhere("AND kind IN ('labour', 'ads', 'revenue')", 'DESC') ?? from
  return from && to ? { from, to: to < from ? from : to } : null
}

/** Last day of a period on which anything is booked, costs that run on included. */
export function lastBookedDay(db: Connection, period: Period): Day | null {
  const row = db
    .prepare<[Day, Day], { day: Day }>(
      'SELECT day FROM line_day WHERE day BETWEEN ? AND ? AND line_count > 0 ORDER BY day DESC LIMIT 1',
    )
    .get(period.from, period.to)
  return row?.day ?? null
}
