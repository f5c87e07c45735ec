/** Social costs and contributions by week and channel: full ISO weeks from their rollups, the edges of a period from its days. */
import { mondayOf, splitAtWeeks, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import type { Credit } from './credit.ts'
import type { PostKey } from './post-store.ts'
import { modelNumber } from '../../database/model-numbers.ts'
import type { ShareDelta } from '../../database/window-shares.ts'

type Row = [date: Day, key: number | string, cents: number, count: number]

export interface WeekSum {
  readonly monday: Day
  readonly key: number | string
  /** Contribution, or costs with a minus. */
  readonly cents: number
  /** Lines and shares behind it; negative where another window takes shares away. */
  readonly count: number
}

/** By channel (0: none), costs before contributions. */
export function weekSumsByChannel(credit: Credit, period: Period): WeekSum[] {
  const { weeks, days } = splitAtWeeks(period)
  const { db } = credit
  const model = modelNumber(credit.model)
  const sums: WeekSum[] = []
  const add = (rows: readonly Row[]) => {
    for (const [monday, key, cents, count] of rows) sums.push({ monday, key, cents, count })
  }
  if (weeks) {
    add(raw(db, COSTS_OF_WEEKS).all(weeks) as Row[])
    add(raw(db, CONTRIBUTIONS_OF_WEEKS).all({ ...weeks, model }) as Row[])
  }
  for (const edge of days) {
    for (const [sql, values] of [
      [COSTS_OF_DAYS, edge],
      [CONTRIBUTIONS_OF_DAYS, { ...edge, model }],
    ] as const)
      add((raw(db, sql).all(values) as Row[]).map(([day, ...rest]) => [mondayOf(day), ...rest]))
  }
  for (const delta of credit.deltasOf(period).shares)
    if (delta.scope === 'social') sums.push(sumOfDelta(delta, mondayOf(delta.day), delta.channelId ?? 0))
  return sums
}

function sumOfDelta(delta: ShareDelta, monday: Day, key: number | string): WeekSum {
  return { monday, key, cents: delta.contributionCents, count: delta.shareCount }
}

function raw(db: Connection, sql: string) {
  return db.prepare<[object]>(sql).raw()
}

const COSTS_OF_WEEKS = `SELECT week, channel_id, -cost_cents, line_count FROM line_week WHERE week BETWEEN @from AND @to AND line_count > 0`
const CONTRIBUTIONS_OF_WEEKS = `SELECT week, channel_id, contribution_cents, share_count FROM share_week
  WHERE model IN (0, @model) AND week BETWEEN @from AND @to AND share_count > 0`
const COSTS_OF_DAYS = `SELECT day, channel_id, -sum(cents), sum(line_count) FROM line_day
  WHERE day BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue' AND line_count > 0 GROUP BY day, channel_id`
const CONTRIBUTIONS_OF_DAYS = `SELECT day, channel_id, sum(contribution_cents), sum(share_count) FROM share_day
  WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND scope = 'social' AND share_count > 0 GROUP BY day, channel_id`

/** Social result by day. */
export function dayResults(credit: Credit, period: Period): { day: Day; cents: number }[] {
  const sums = new Map<Day, number>()
  const add = (day: Day, cents: number) => sums.set(day, (sums.get(day) ?? 0) + cents)
  for (const [day, , cents] of raw(credit.db, COSTS_OF_DAYS).all(period) as Row[]) add(day, cents)
  const values = { ...period, model: modelNumber(credit.model) }
  for (const [day, , cents] of raw(credit.db, CONTRIBUTIONS_OF_DAYS).all(values) as Row[]) add(day, cents)
  for (const delta of credit.deltasOf(period).shares)
    if (delta.scope === 'social') add(delta.day, delta.contributionCents)
  return [...sums].map(([day, cents]) => ({ day, cents })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

export interface WeekTotal {
  readonly monday: Day
  costCents: number
  contributionCents: number
  /** Purchases in parts of 10^9. */
  weight: number
  /** Hours without a rate, and shares without a margin. */
  unpriced: number
  /** Lines and shares behind it. */
  count: number
}

/** All social costs and credits by week, in order of time; weeks in which nothing happened are left out. */
export function weekTotals(credit: Credit, period: Period): WeekTotal[] {
  const totals = new Map<Day, WeekTotal>()
  const of = (monday: Day) => {
    const total = totals.get(monday) ?? { monday, costCents: 0, contributionCents: 0, weight: 0, unpriced: 0, count: 0 }
    totals.set(monday, total)
    return total
  }
  const { weeks, days } = splitAtWeeks(period)
  const model = modelNumber(credit.model)
  for (const [unit, range] of [
    ...(weeks ? [['week', weeks] as const] : []),
    ...days.map((edge) => ['day', edge] as const),
  ]) {
    const costs = raw(credit.db, TOTAL_COSTS[unit]).all(range) as [Day, number, number, number][]
    for (const [date, cost, unpriced, count] of costs) {
      const total = of(unit === 'week' ? date : mondayOf(date))
      total.costCents += cost
      total.unpriced += unpriced
      total.count += count
    }
    const credits = raw(credit.db, TOTAL_CREDITS[unit]).all({ ...range, model }) as [Day, ...number[]][]
    for (const [date, contribution = 0, weight = 0, unpriced = 0, count = 0] of credits) {
      const total = of(unit === 'week' ? date : mondayOf(date))
      total.contributionCents += contribution
      total.weight += weight
      total.unpriced += unpriced
      total.count += count
    }
  }
  for (const delta of credit.deltasOf(period).shares) {
    if (delta.scope !== 'social') continue
    const total = of(mondayOf(delta.day))
    total.contributionCents += delta.contributionCents
    total.weight += delta.weight
    total.unpriced += delta.unpricedCount
    total.count += delta.shareCount
  }
  return [...totals.values()].filter((week) => week.count > 0).sort((a, b) => (a.monday < b.monday ? -1 : 1))
}

const TOTAL_COSTS = {
  week: `SELECT week, sum(cost_cents), sum(unpriced_seconds), sum(line_count) FROM line_week WHERE week BETWEEN @from AND @to GROUP BY week`,
  day: `SELECT day, sum(cents), sum(unpriced_seconds), sum(line_count) FROM line_day
    WHERE day BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue' GROUP BY day`,
}
/** Of each of the two models by itself, so that weeks are read in their order. */
const TOTAL_CREDITS = {
  week: `SELECT week, sum(contribution_cents), sum(weight), sum(unpriced_count), sum(share_count) FROM share_week
    WHERE model IN (0, @model) AND week BETWEEN @from AND @to GROUP BY model, week`,
  day: `SELECT day, sum(contribution_cents), sum(weight), sum(unpriced_count), sum(share_count) FROM share_day
    WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND scope = 'social' GROUP BY model, day`,
}

/** Costs and credits of the days of a period by another key than the channel. */
export function weekSumsBy(credit: Credit, by: 'campaign' | 'client' | PostKey, period: Period): WeekSum[] {
  const sums: WeekSum[] = []
  const mondays = rememberMondays()
  const [costs, contributions] = DAY_SUMS[by]
  const values = { ...period, model: modelNumber(credit.model) }
  for (const rows of [raw(credit.db, costs).all(period), raw(credit.db, contributions).all(values)] as Row[][])
    for (const [day, key, cents, count] of rows) sums.push({ monday: mondays(day), key, cents, count })
  const keyOf = credit.keyReader(by)
  for (const delta of credit.deltasOf(period).shares)
    if (delta.scope === 'social') sums.push(sumOfDelta(delta, mondays(delta.day), keyOf(delta)))
  return sums
}

function sumsOfRollup(column: 'campaign_id' | 'client_id'): readonly [string, string] {
  return [
    `SELECT day, ${column}, -sum(cents), sum(line_count) FROM line_day
     WHERE day BETWEEN @from AND @to AND ${column} > 0 AND scope = 'social' AND kind <> 'revenue' AND line_count > 0 GROUP BY 1, 2`,
    `SELECT day, ${column}, sum(contribution_cents), sum(share_count) FROM share_day
     WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND ${column} > 0 AND scope = 'social' AND share_count > 0 GROUP BY 1, 2`,
  ]
}

function sumsOfPosts(key: string, join: string): readonly [string, string] {
  return [
    `SELECT day, ${key}, -sum(cents), count(*) FROM ledger_line ${join}
     WHERE post_id IS NOT NULL AND day BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue' GROUP BY 1, 2`,
    `SELECT day, ${key}, coalesce(sum(contribution_cents), 0), count(*) FROM attribution_share ${join}
     WHERE post_id IS NOT NULL AND model IN (0, @model) AND day BETWEEN @from AND @to AND scope = 'social' GROUP BY 1, 2`,
  ]
}

const DAY_SUMS = {
  campaign: sumsOfRollup('campaign_id'),
  client: sumsOfRollup('client_id'),
  post: sumsOfPosts('post_id', ''),
  pillar: sumsOfPosts('coalesce(post.pillar_id, 0)', 'JOIN post ON post.id = post_id'),
  format: sumsOfPosts("coalesce(post.format, '')", 'JOIN post ON post.id = post_id'),
} as const

function rememberMondays(): (day: Day) => Day {
  const mondays = new Map<Day, Day>()
  return (day) => {
    let monday = mondays.get(day)
    if (monday === undefined) mondays.set(day, (monday = mondayOf(day)))
    return monday
  }
}
