/** Social costs and contributions by week and channel: full ISO weeks from their rollups, the edges of a period from its days. */
import { mondayOf, splitAtWeeks, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import type { Credit } from './credit.ts'
import type { PostKey } from './post-store.ts'
import { modelNumber } from './rollup-store.ts'

/** Week or day, key, cents. */
type Triple = [date: Day, key: number | string, cents: number]

export interface WeekSum {
  readonly monday: Day
  readonly key: number | string
  /** Contribution, or costs with a minus. */
  readonly cents: number
}

/** By channel (0: none), costs before contributions. */
export function weekSumsByChannel(credit: Credit, period: Period): WeekSum[] {
  const { weeks, days } = splitAtWeeks(period)
  const { db } = credit
  const model = modelNumber(credit.model)
  const sums: WeekSum[] = []
  const add = (triples: readonly Triple[]) => {
    for (const [date, key, cents] of triples) sums.push({ monday: date, key, cents })
  }
  if (weeks) {
    add(raw(db, COSTS_OF_WEEKS).all(weeks) as Triple[])
    add(raw(db, CONTRIBUTIONS_OF_WEEKS).all({ ...weeks, model }) as Triple[])
  }
  for (const edge of days) {
    for (const [sql, values] of [
      [COSTS_OF_DAYS, edge],
      [CONTRIBUTIONS_OF_DAYS, { ...edge, model }],
    ] as const)
      add((raw(db, sql).all(values) as Triple[]).map(([day, key, cents]) => [mondayOf(day), key, cents]))
  }
  for (const delta of credit.deltasOf(period).shares)
    if (delta.scope === 'social')
      sums.push({ monday: mondayOf(delta.day), key: delta.channelId ?? 0, cents: delta.contributionCents })
  return sums
}

function raw(db: Connection, sql: string) {
  return db.prepare<[object]>(sql).raw()
}

const COSTS_OF_WEEKS = `SELECT week, channel_id, -cost_cents FROM line_week WHERE week BETWEEN @from AND @to AND line_count > 0`
const CONTRIBUTIONS_OF_WEEKS = `SELECT week, channel_id, contribution_cents FROM share_week
  WHERE model IN (0, @model) AND week BETWEEN @from AND @to AND share_count > 0`
const COSTS_OF_DAYS = `SELECT day, channel_id, -sum(cents) FROM line_day
  WHERE day BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue' AND line_count > 0 GROUP BY day, channel_id`
const CONTRIBUTIONS_OF_DAYS = `SELECT day, channel_id, sum(contribution_cents) FROM share_day
  WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND scope = 'social' AND share_count > 0 GROUP BY day, channel_id`

/** Social result by day. */
export function dayResults(credit: Credit, period: Period): { day: Day; cents: number }[] {
  const sums = new Map<Day, number>()
  const add = (day: Day, cents: number) => sums.set(day, (sums.get(day) ?? 0) + cents)
  for (const [day, , cents] of raw(credit.db, COSTS_OF_DAYS).all(period) as Triple[]) add(day, cents)
  const values = { ...period, model: modelNumber(credit.model) }
  for (const [day, , cents] of raw(credit.db, CONTRIBUTIONS_OF_DAYS).all(values) as Triple[]) add(day, cents)
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
}

/** All social costs and credits by week, in order of time; weeks in which nothing happened are left out. */
export function weekTotals(credit: Credit, period: Period): WeekTotal[] {
  const totals = new Map<Day, WeekTotal>()
  const of = (monday: Day) => {
    const total = totals.get(monday) ?? { monday, costCents: 0, contributionCents: 0, weight: 0, unpriced: 0 }
    totals.set(monday, total)
    return total
  }
  const { weeks, days } = splitAtWeeks(period)
  const model = modelNumber(credit.model)
  for (const [unit, range] of [
    ...(weeks ? [['week', weeks] as const] : []),
    ...days.map((edge) => ['day', edge] as const),
  ]) {
    for (const [date, cost, unpriced] of raw(credit.db, TOTAL_COSTS[unit]).all(range) as [Day, number, number][]) {
      const total = of(unit === 'week' ? date : mondayOf(date))
      total.costCents += cost
      total.unpriced += unpriced
    }
    const credits = raw(credit.db, TOTAL_CREDITS[unit]).all({ ...range, model }) as [Day, number, number, number][]
    for (const [date, contribution, weight, unpriced] of credits) {
      const total = of(unit === 'week' ? date : mondayOf(date))
      total.contributionCents += contribution
      total.weight += weight
      total.unpriced += unpriced
    }
  }
  for (const delta of credit.deltasOf(period).shares) {
    if (delta.scope !== 'social') continue
    const total = of(mondayOf(delta.day))
    total.contributionCents += delta.contributionCents
    total.weight += delta.weight
    total.unpriced += delta.unpricedCount
  }
  return [...totals.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1))
}

const TOTAL_COSTS = {
  week: `SELECT week, sum(cost_cents), sum(unpriced_seconds) FROM line_week WHERE week BETWEEN @from AND @to GROUP BY week`,
  day: `SELECT day, sum(cents), sum(unpriced_seconds) FROM line_day
    WHERE day BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue' GROUP BY day`,
}
/** Of each of the two models by itself, so that weeks are read in their order. */
const TOTAL_CREDITS = {
  week: `SELECT week, sum(contribution_cents), sum(weight), sum(unpriced_count) FROM share_week
    WHERE model IN (0, @model) AND week BETWEEN @from AND @to GROUP BY model, week`,
  day: `SELECT day, sum(contribution_cents), sum(weight), sum(unpriced_count) FROM share_day
    WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND scope = 'social' GROUP BY model, day`,
}

/** Costs and credits of the days of a period by another key than the channel. */
export function weekSumsBy(credit: Credit, by: 'campaign' | 'client' | PostKey, period: Period): WeekSum[] {
  const sums: WeekSum[] = []
  const mondays = rememberMondays()
  const [costs, contributions] = DAY_SUMS[by]
  const values = { ...period, model: modelNumber(credit.model) }
  for (const triples of [raw(credit.db, costs).all(period), raw(credit.db, contributions).all(values)] as Triple[][])
    for (const [day, key, cents] of triples) sums.push({ monday: mondays(day), key, cents })
  const keyOf = credit.keyReader(by)
  for (const delta of credit.deltasOf(period).shares)
    if (delta.scope === 'social')
      sums.push({ monday: mondays(delta.day), key: keyOf(delta), cents: delta.contributionCents })
  return sums
}

function sumsOfRollup(column: 'campaign_id' | 'client_id'): readonly [string, string] {
  return [
    `SELECT day, ${column}, -sum(cents) FROM line_day
     WHERE day BETWEEN @from AND @to AND ${column} > 0 AND scope = 'social' AND kind <> 'revenue' AND line_count > 0 GROUP BY 1, 2`,
    `SELECT day, ${column}, sum(contribution_cents) FROM share_day
     WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND ${column} > 0 AND scope = 'social' AND share_count > 0 GROUP BY 1, 2`,
  ]
}

function sumsOfPosts(key: string, join: string): readonly [string, string] {
  return [
    `SELECT day, ${key}, -sum(cents) FROM ledger_line ${join}
     WHERE post_id IS NOT NULL AND day BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue' GROUP BY 1, 2`,
    `SELECT day, ${key}, coalesce(sum(contribution_cents), 0) FROM attribution_share ${join}
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
