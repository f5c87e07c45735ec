/** What the insights read beside the sums of rows: ad spend and what platforms claim, customers, links, leads. */
import { isPaidMedium } from '../../../../shared/domain/ga4-channel.ts'
import { addDays, type Day, type Period } from '../../../../shared/domain/day.ts'
import { multiplyDivide } from '../../../../shared/domain/money.ts'
import { spreadOverDays } from '../../../../shared/domain/spreading.ts'
import type { Connection } from '../../database/connection.ts'
import type { Credit } from './credit.ts'
import { modelNumber } from '../../database/model-numbers.ts'
import type { ShareDelta } from '../../database/window-shares.ts'

export interface PlatformClaim {
  readonly platform: string
  spendCents: number
  /** Null where the platform states no value for any of its rows. */
  claimedCents: number | null
}

interface SpendRow {
  readonly platform: string
  readonly from: Day
  readonly to: Day
  readonly cents: number
  readonly claimedCents: number | null
}

/** Social ads of a period by platform. A row for more days than the period has counts with the days it shares with it. */
export function readClaims(db: Connection, period: Period): PlatformClaim[] {
  const rows = db
    .prepare<[object], SpendRow>(
      `SELECT platform, day_from AS "from", day_to AS "to", cents, conversion_value_cents AS claimedCents FROM ad_spend
       WHERE scope = 'social' AND day_to >= @from AND day_from <= @to ORDER BY platform`,
    )
    .all(period)
  const claims = new Map<string, PlatformClaim>()
  for (const row of rows) {
    const claim = claims.get(row.platform) ?? { platform: row.platform, spendCents: 0, claimedCents: null }
    claims.set(row.platform, claim)
    claim.spendCents += partWithin(row.cents, row, period)
    if (row.claimedCents !== null)
      claim.claimedCents = (claim.claimedCents ?? 0) + partWithin(row.claimedCents, row, period)
  }
  return [...claims.values()]
}

function partWithin(cents: number, days: Period, period: Period): number {
  if (days.from >= period.from && days.to <= period.to) return cents
  const parts = spreadOverDays(cents, days).filter(({ day }) => day >= period.from && day <= period.to)
  return parts.reduce((sum, part) => sum + part.cents, 0)
}

/** Net credited to paid social touches: social ones that came by a link with a paid medium. In cents. */
export function sumPaidNet(credit: Credit, period: Period): number {
  const rows = credit.db
    .prepare<[object], { medium: string; netCents: number }>(
      `SELECT touch.medium, sum(share.net_cents) AS netCents
       FROM attribution_share AS share CROSS JOIN touchpoint AS touch ON touch.id = share.touch_id
       WHERE share.model IN (0, @model) AND share.scope = 'social' AND share.day BETWEEN @from AND @to AND touch.kind = 'utm'
       GROUP BY touch.medium`,
    )
    .all({ ...period, model: modelNumber(credit.model) })
  let sum = 0
  for (const { medium, netCents } of rows) if (isPaidMedium(medium)) sum += netCents
  const mediumOf = credit.db.prepare<[number], { medium: string }>(
    "SELECT medium FROM touchpoint WHERE id = ? AND kind = 'utm'",
  )
  for (const delta of socialDeltas(credit, period)) {
    const medium = delta.touchId === null ? undefined : mediumOf.get(delta.touchId)?.medium
    if (medium !== undefined && isPaidMedium(medium)) sum += delta.netCents
  }
  return sum
}

export interface LinkedCredit {
  /** 0: no channel. */
  readonly channelId: number
  readonly netCents: number
  readonly contributionCents: number
  readonly unpricedCount: number
}

/** Social credit that names a conversation, by channel. Indexes are named: the one of all social days looks as good to the planner. */
export function sumConversationCredit(credit: Credit, period: Period): LinkedCredit[] {
  return linkedCredit(
    credit,
    period,
    'INDEXED BY attribution_share_of_conversations WHERE conversation_id IS NOT NULL',
    (delta) => delta.conversationId !== null,
  )
}

/** Social credit that names a post and no conversation, by channel. */
export function sumPostCredit(credit: Credit, period: Period): LinkedCredit[] {
  return linkedCredit(
    credit,
    period,
    'INDEXED BY attribution_share_of_posts WHERE post_id IS NOT NULL AND conversation_id IS NULL',
    (delta) => delta.postId !== null && delta.conversationId === null,
  )
}

function linkedCredit(
  credit: Credit,
  period: Period,
  source: string,
  isLinked: (delta: ShareDelta) => boolean,
): LinkedCredit[] {
  const stored = credit.db
    .prepare<[object], LinkedCredit>(
      `SELECT coalesce(channel_id, 0) AS channelId, sum(net_cents) AS netCents, coalesce(sum(contribution_cents), 0) AS contributionCents,
         sum(contribution_cents IS NULL) AS unpricedCount
       FROM attribution_share ${source} AND model IN (0, @model) AND day BETWEEN @from AND @to AND scope = 'social' GROUP BY 1`,
    )
    .all({ ...period, model: modelNumber(credit.model) })
  const deltas = socialDeltas(credit, period).filter(isLinked)
  return [...stored, ...deltas.map((delta) => ({ ...delta, channelId: delta.channelId ?? 0 }))]
}

function socialDeltas(credit: Credit, period: Period): ShareDelta[] {
  return credit.deltasOf(period).shares.filter((share) => share.scope === 'social')
}

/** Days of purchases in which everyone is new to the ledger. */
const UNKNOWN_DAYS = 90

/** The last of the days in which it is not known who is new; null without any customer. */
export function readUnknownUntil(db: Connection): Day | null {
  const first = db
    .prepare<[], { day: Day }>(
      `SELECT day FROM revenue_event INDEXED BY revenue_event_by_day
       WHERE customer_hash IS NOT NULL AND is_counted = 1 AND beneficiary = 'own' ORDER BY day LIMIT 1`,
    )
    .get()
  return first ? addDays(first.day, UNKNOWN_DAYS - 1) : null
}

/**
 * Customers whose first counted purchase lies in the period, and those of them whose purchase had a social touch at the saved window.
 * One pass over an index: whatever the period, and quicker for ten years than looking each purchase's customer up.
 */
export function countFirstSeen(db: Connection, period: Period): { firstSeen: number; socialFirstSeen: number } {
  const row = db
    .prepare<[object], { firstSeen: number; socialFirstSeen: number }>(
      `SELECT count(*) AS firstSeen,
         coalesce(sum((SELECT max(is_social) FROM revenue_figure WHERE event_id = earliest.id)), 0) AS socialFirstSeen
       FROM (SELECT id, min(day) AS day FROM revenue_event INDEXED BY revenue_event_by_customer
         WHERE customer_hash IS NOT NULL AND is_counted = 1 AND beneficiary = 'own' GROUP BY customer_hash) AS earliest
       WHERE earliest.day BETWEEN @from AND @to`,
    )
    .get(period)
  return row ?? { firstSeen: 0, socialFirstSeen: 0 }
}

/** Leads of this day or before that are open now; each weighted value is rounded half up to a cent. */
export function sumPipeline(db: Connection, until: Day): { count: number; valueCents: number; weightedCents: number } {
  const rows = db
    .prepare<[Day], { valueCents: number; probability: number }>(
      "SELECT value_cents AS valueCents, probability_basis_points AS probability FROM lead WHERE status = 'open' AND day <= ?",
    )
    .all(until)
  let valueCents = 0
  let weightedCents = 0
  for (const lead of rows) {
    valueCents += lead.valueCents
    weightedCents += multiplyDivide(lead.valueCents, lead.probability, 10_000)
  }
  return { count: rows.length, valueCents, weightedCents }
}
