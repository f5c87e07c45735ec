/** Sums from the rollups: whole months from the months, the edges of a period from the days. */
import { ATTRIBUTION_MODELS, type AttributionModel, type Scope } from '../../../../shared/domain/attribution.ts'
import { splitAtMonths, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { LineKind } from '../../../../shared/contract/ledger.ts'
import type { Connection } from '../../database/connection.ts'

/** What rows are summed by. Fixed fragments: the column of the rollup that holds the key. */
const LINE_KEY = {
  channel: 'channel_id',
  campaign: 'campaign_id',
  person: 'person_id',
  activity: 'activity',
  month: 'substr(date, 1, 7)',
} as const
const SHARE_KEY = { channel: 'channel_id', campaign: 'campaign_id', month: 'substr(date, 1, 7)', none: '0' } as const

export type LineKey = keyof typeof LINE_KEY
export type ShareKey = keyof typeof SHARE_KEY

export interface LineSum {
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
  readonly model: number
  readonly weight: number
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number
  readonly unpricedCount: number
}

/** Rows of a rollup within a period: at most one range of months and two of days. */
function withinPeriod(table: 'line' | 'share' | 'coverage'): string {
  return `(SELECT month AS date, * FROM ${table}_month WHERE month BETWEEN @monthFrom AND @monthTo
    UNION ALL SELECT day AS date, * FROM ${table}_day WHERE day BETWEEN @firstFrom AND @firstTo
    UNION ALL SELECT day AS date, * FROM ${table}_day WHERE day BETWEEN @secondFrom AND @secondTo)`
}

/** A range that holds nothing. */
const NOTHING = { from: '9', to: '0' }

function boundsOf(period: Period) {
  const { months, days } = splitAtMonths(period)
  const month = months ?? NOTHING
  const [first = NOTHING, second = NOTHING] = days
  return {
    monthFrom: month.from,
    monthTo: month.to,
    firstFrom: first.from,
    firstTo: first.to,
    secondFrom: second.from,
    secondTo: second.to,
  }
}

/** Sums by a key and by activity in one pass: a report needs both, and the pass is what costs. */
export function sumLinesBy(db: Connection, key: LineKey, period: Period): LineSum[] {
  return db
    .prepare<[object], LineSum>(
      `SELECT ${LINE_KEY[key]} AS key, activity, kind, scope, sum(cents) AS cents, sum(seconds) AS seconds, sum(unpriced_seconds) AS unpricedSeconds
       FROM ${withinPeriod('line')} GROUP BY 1, 2, 3, 4`,
    )
    .all(boundsOf(period))
}

/** Shares of one model (and of the purchases on which all models agree). */
export function sumSharesBy(db: Connection, key: ShareKey, period: Period, model: AttributionModel): ShareSum[] {
  return shareSums(db, SHARE_KEY[key], '0', 'model IN (0, @model)', { ...boundsOf(period), model: modelNumber(model) })
}

/** Social shares by model (0: purchases on which all agree) and channel. */
export function sumSharesByModel(db: Connection, period: Period): ShareSum[] {
  return shareSums(db, 'channel_id', 'model', `model IN (${MODEL_NUMBERS}) AND scope = 'social'`, boundsOf(period))
}

function shareSums(db: Connection, key: string, model: string, condition: string, values: object): ShareSum[] {
  return db
    .prepare<[object], ShareSum>(
      `SELECT ${key} AS key, scope, ${model} AS model, sum(weight) AS weight, sum(gross_cents) AS grossCents, sum(net_cents) AS netCents,
         sum(contribution_cents) AS contributionCents, sum(unpriced_count) AS unpricedCount
       FROM ${withinPeriod('share')} WHERE ${condition} GROUP BY 1, 2, 3`,
    )
    .all(values)
}

/** Named one by one: the rollup is kept by model, so that a range of months is searched within each. */
const MODEL_NUMBERS = [0, ...ATTRIBUTION_MODELS.keys().map((index) => index + 1)].join(', ')

export function modelNumber(model: AttributionModel): number {
  return ATTRIBUTION_MODELS.indexOf(model) + 1
}

export interface CoverageSum {
  readonly orders: number
  readonly touchedOrders: number
  readonly singleTouchOrders: number
  readonly netCents: number
  readonly touchedNetCents: number
  readonly socialNetCents: number
}

export function sumCoverage(db: Connection, period: Period): CoverageSum {
  const row = db
    .prepare<[object], CoverageSum>(
      `SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(touched_orders), 0) AS touchedOrders,
         coalesce(sum(single_touch_orders), 0) AS singleTouchOrders, coalesce(sum(net_cents), 0) AS netCents,
         coalesce(sum(touched_net_cents), 0) AS touchedNetCents, coalesce(sum(social_net_cents), 0) AS socialNetCents
       FROM ${withinPeriod('coverage')}`,
    )
    .get(boundsOf(period))
  if (!row) throw new Error('an aggregate always has a row')
  return row
}

export function countUncounted(db: Connection, period: Period): number {
  const row = db
    .prepare<[Day, Day], { count: number }>(
      'SELECT count(*) AS count FROM revenue_event WHERE is_counted = 0 AND day BETWEEN ? AND ?',
    )
    .get(period.from, period.to)
  return row?.count ?? 0
}

export interface DaySum {
  readonly day: Day
  readonly channelId: number
  readonly cents: number
}

/** Social costs by day and channel (0: none). */
export function dailyCosts(db: Connection, period: Period): DaySum[] {
  return db
    .prepare<[Day, Day], DaySum>(
      `SELECT day, channel_id AS channelId, sum(cents) AS cents FROM line_day
       WHERE day BETWEEN ? AND ? AND scope = 'social' AND kind <> 'revenue' AND line_count > 0 GROUP BY day, channel_id`,
    )
    .all(period.from, period.to)
}

/** Social contribution by day and channel (0: none) for a model. */
export function dailyContributions(db: Connection, period: Period, model: AttributionModel): DaySum[] {
  return db
    .prepare<[Day, Day, number], DaySum>(
      `SELECT day, channel_id AS channelId, sum(contribution_cents) AS cents FROM share_day
       WHERE day BETWEEN ? AND ? AND model IN (0, ?) AND scope = 'social' AND share_count > 0 GROUP BY day, channel_id`,
    )
    .all(period.from, period.to, modelNumber(model))
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

export interface NamedRecord {
  readonly id: number
  readonly name: string
  readonly network: string | null
}

export function readNames(db: Connection, table: 'channel' | 'campaign' | 'person'): Map<number, NamedRecord> {
  const network = table === 'channel' ? 'network' : 'NULL AS network'
  const rows = db.prepare<[], NamedRecord>(`SELECT id, name, ${network} FROM ${table}`).all()
  return new Map(rows.map((row) => [row.id, row]))
}
