/** Sums from the rollups: whole years, whole months at their edges, and days at the edges of those. */
import type { LineKind } from '../../../../shared/contract/ledger.ts'
import { ATTRIBUTION_MODELS, type AttributionModel, type Scope } from '../../../../shared/domain/attribution.ts'
import { splitAtMonths, splitAtYears, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'

/** What rows are summed by. Fixed fragments: the column of the rollup that holds the key. */
const LINE_KEY = {
  channel: 'channel_id',
  campaign: 'campaign_id',
  person: 'person_id',
  client: 'client_id',
  department: 'department_id',
  activity: 'activity',
  month: 'substr(date, 1, 7)',
  none: '0',
} as const
const SHARE_KEY = {
  channel: 'channel_id',
  campaign: 'campaign_id',
  client: 'client_id',
  month: 'substr(date, 1, 7)',
  none: '0',
} as const

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

/**
 * Rows of a rollup within a period: at most one range of years, two of months and two of days. The condition stands in every
 * branch, so that each is searched by its own index whatever the planner makes of the whole.
 */
function withinPeriod(table: 'line' | 'share' | 'coverage', condition = ''): string {
  return `(${RANGES.map(
    ([unit, range]) => `SELECT ${unit} AS date, * FROM ${table}_${unit}
      WHERE ${condition}${unit} BETWEEN @${range}From AND @${range}To`,
  ).join(' UNION ALL ')})`
}

const RANGES = [
  ['year', 'years'],
  ['month', 'firstMonths'],
  ['month', 'secondMonths'],
  ['day', 'firstDays'],
  ['day', 'secondDays'],
] as const

/** A range that holds nothing. */
const NOTHING = { from: '9', to: '0' }

function boundsOf(period: Period, isByMonth = false): Record<string, string> {
  const { months: wholeMonths, days } = splitAtMonths(period)
  const tiers = isByMonth ? { years: null, months: wholeMonths ? [wholeMonths] : [], days } : splitAtYears(period)
  const ranges = {
    years: tiers.years,
    firstMonths: tiers.months[0],
    secondMonths: tiers.months[1],
    firstDays: tiers.days[0],
    secondDays: tiers.days[1],
  }
  return Object.fromEntries(
    RANGES.flatMap(([, name]) => {
      const { from, to } = ranges[name] ?? NOTHING
      return [
        [`${name}From`, from],
        [`${name}To`, to],
      ]
    }),
  )
}

/** Sums by a key and by activity in one pass: a report needs both, and the pass is what costs. */
export function sumLinesBy(db: Connection, key: LineKey, period: Period): LineSum[] {
  return db
    .prepare<[object], LineSum>(
      `SELECT ${LINE_KEY[key]} AS key, activity, kind, scope, sum(cents) AS cents, sum(seconds) AS seconds, sum(unpriced_seconds) AS unpricedSeconds
       FROM ${withinPeriod('line')} GROUP BY 1, 2, 3, 4`,
    )
    .all(boundsOf(period, key === 'month'))
}

/** Shares of one model (and of the purchases on which all models agree). */
export function sumSharesBy(db: Connection, key: ShareKey, period: Period, model: AttributionModel): ShareSum[] {
  return shareSums(db, key, '0', 'model IN (0, @model) AND ', period, { model: modelNumber(model) })
}

/** Shares by model (0: purchases on which all agree) and key. */
export function sumSharesByModel(db: Connection, key: ShareKey, period: Period): ShareSum[] {
  return shareSums(db, key, 'model', `model IN (${MODEL_NUMBERS}) AND `, period, {})
}

function shareSums(
  db: Connection,
  key: ShareKey,
  model: string,
  condition: string,
  period: Period,
  values: object,
): ShareSum[] {
  return db
    .prepare<[object], ShareSum>(
      `SELECT ${SHARE_KEY[key]} AS key, scope, ${model} AS model, sum(weight) AS weight, sum(gross_cents) AS grossCents, sum(net_cents) AS netCents,
         sum(contribution_cents) AS contributionCents, sum(unpriced_count) AS unpricedCount
       FROM ${withinPeriod('share', condition)} GROUP BY 1, 2, 3`,
    )
    .all({ ...boundsOf(period, key === 'month'), ...values })
}

/** Named one by one: the rollup is kept by model, so that a range of months is searched within each. */
export const MODEL_NUMBERS = [0, ...ATTRIBUTION_MODELS.keys().map((index) => index + 1)].join(', ')

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

/** Coverage at the ledger's own window. */
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
