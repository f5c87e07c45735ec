/** What a post cost so far, what it has to bring in, and what comparable ones brought. */
import type { PostMoney } from '../../../../shared/contract/calendar-fields.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { addDays, type Day } from '../../../../shared/domain/day.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'
import { breakEvenRevenueCents, purchasesMissing } from '../../../../shared/domain/revenue.ts'
import type { Connection } from '../../database/connection.ts'
import { modelNumber } from '../../database/model-numbers.ts'
import { selfPersonOf } from '../../database/oneself.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { findPost } from './post-writes.ts'

interface MoneyQuestion {
  readonly id: number
  readonly today: Day
  readonly settings: StoredSettings
}

/** How far back posts and purchases are looked for: what was long ago says little of now. */
const LOOK_BACK_DAYS = 365
/** The latest of the comparable ones. */
const MAX_COMPARED = 50

export function readPostMoney(db: Connection, { id, today, settings }: MoneyQuestion): PostMoney {
  const { plannedMinutes } = findPost(db, id)
  const costs = readCosts(db, id)
  const openSeconds = plannedMinutes === null ? 0 : Math.max(0, plannedMinutes * 60 - costs.seconds)
  const rate = ownRate(db, settings, today)
  const openCents = plannedMinutes === null || rate === null ? null : labourCents(openSeconds, rate)
  const { marginBasisPoints } = settings
  const all = costs.labourCents + costs.adsCents + costs.otherCents + (openCents ?? 0)
  const since = addDays(today, -LOOK_BACK_DAYS)
  const purchases = readPurchases(db, since)
  return {
    plannedMinutes,
    ...costs,
    openCents,
    marginBasisPoints,
    breakEvenCents: marginBasisPoints === null ? null : breakEvenRevenueCents(all, 10_000, marginBasisPoints),
    breakEvenOrders: purchasesMissing(-all, purchases.contributionCents, purchases.count),
    ...readCredit(db, id),
    comparables: readComparables(db, id, since),
  }
}

function readCosts(db: Connection, id: number) {
  return db
    .prepare<[number], Pick<PostMoney, 'seconds' | 'labourCents' | 'adsCents' | 'otherCents' | 'unpricedSeconds'>>(
      `SELECT coalesce(sum(seconds), 0) AS seconds,
         coalesce(sum(CASE WHEN kind = 'labour' THEN cents END), 0) AS labourCents,
         coalesce(sum(CASE WHEN kind = 'ads' THEN cents END), 0) AS adsCents,
         coalesce(sum(CASE WHEN kind NOT IN ('labour', 'ads') THEN cents END), 0) AS otherCents,
         coalesce(sum(CASE WHEN is_priced = 0 THEN seconds END), 0) AS unpricedSeconds
       FROM ledger_line WHERE post_id = ? AND kind <> 'revenue'`,
    )
    .get(id)!
}

/** Cents an hour of oneself, else of anyone; null: no rate is in force. */
function ownRate(db: Connection, settings: StoredSettings, today: Day): number | null {
  const rate = db
    .prepare<[object]>(
      `SELECT cents_per_hour FROM cost_rate WHERE valid_from <= @today AND (person_id = @personId OR person_id IS NULL)
       ORDER BY person_id IS NULL, valid_from DESC LIMIT 1`,
    )
    .pluck()
    .get({ today, personId: selfPersonOf(db, settings) }) as number | undefined
  return rate ?? null
}

/** Purchases of one's own since then, touched or not: what an average one leaves. */
function readPurchases(db: Connection, since: Day): { count: number; contributionCents: number } {
  return db
    .prepare<[Day], { count: number; contributionCents: number }>(
      `SELECT count(*) AS count, coalesce(sum(contribution_cents), 0) AS contributionCents FROM revenue_figure
       WHERE day >= ? AND contribution_cents IS NOT NULL`,
    )
    .get(since)!
}

const LAST = modelNumber('last')
const CREDIT = `coalesce(sum(net_cents), 0) AS netCents, coalesce(sum(weight), 0) / ${WEIGHT_UNIT}.0 AS orders`

/** By the last touch. Purchases with one touch stand under 0 for all models. */
function readCredit(db: Connection, id: number): { netCents: number; orders: number } {
  return db
    .prepare<[number], { netCents: number; orders: number }>(
      `SELECT ${CREDIT} FROM attribution_share WHERE post_id = ? AND model IN (0, ${LAST})`,
    )
    .get(id)!
}

/** Others of the same format on one of its channels, published since then: the latest. */
function readComparables(db: Connection, id: number, since: Day): PostMoney['comparables'] {
  const rows = db
    .prepare<[object], { netCents: number; orders: number }>(
      `WITH mine AS (SELECT variant.channel_id, coalesce(variant.format, post.format) AS format
         FROM variant JOIN post ON post.id = variant.post_id WHERE variant.post_id = @id AND variant.channel_id IS NOT NULL),
       alike AS (SELECT other.post_id AS id, max(other.published_on) AS day
         FROM mine CROSS JOIN variant AS other ON other.channel_id = mine.channel_id AND other.day >= @since
         JOIN post ON post.id = other.post_id
         WHERE other.published_on IS NOT NULL AND other.post_id <> @id AND coalesce(other.format, post.format) = mine.format
         GROUP BY other.post_id ORDER BY day DESC LIMIT ${MAX_COMPARED})
       SELECT ${CREDIT} FROM alike LEFT JOIN attribution_share ON attribution_share.post_id = alike.id AND model IN (0, ${LAST}) GROUP BY alike.id`,
    )
    .all({ id, since })
  if (rows.length === 0) return null
  const [orders, nets] = [rows.map((row) => row.orders), rows.map((row) => row.netCents)]
  return {
    count: rows.length,
    minOrders: Math.min(...orders),
    maxOrders: Math.max(...orders),
    minNetCents: Math.min(...nets),
    maxNetCents: Math.max(...nets),
  }
}
