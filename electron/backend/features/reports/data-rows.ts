/** Rows of the ledger's data in the order of their days, one after the other, from a snapshot. */
import type { LineKind } from '../../../../shared/contract/ledger.ts'
import type { Scope } from '../../../../shared/domain/attribution.ts'
import { monthOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'

export interface LineRow {
  readonly id: number
  readonly day: Day
  readonly scope: Scope
  readonly kind: LineKind
  readonly cents: number
  readonly grossCents: number
  readonly seconds: number
  readonly activity: string | null
  readonly channelId: number | null
  readonly person: string | null
  readonly channel: string | null
  readonly campaign: string | null
  readonly post: string | null
  readonly postId: number | null
  readonly conversationId: number | null
  readonly client: string | null
  readonly department: string | null
  readonly description: string | null
  readonly sourceKind: string
  readonly sourceId: number
  readonly reversesId: number | null
  readonly correctsId: number | null
  readonly forDay: Day | null
}

const DESCRIPTION = `CASE line.source_kind
  WHEN 'time' THEN (SELECT note FROM time_entry WHERE id = line.source_id)
  WHEN 'ad-spend' THEN campaign.name
  WHEN 'expense' THEN (SELECT name FROM expense WHERE id = line.source_id)
  WHEN 'manual' THEN (SELECT text FROM manual_line WHERE id = line.source_id)
  WHEN 'revenue' THEN (SELECT name FROM revenue_event WHERE id = line.source_id) END`

export function countLines(db: Connection, { from, to }: Period): number {
  return countOf(db, 'SELECT count(*) AS count FROM ledger_line WHERE day BETWEEN ? AND ?', from, to)
}

export function iterateLines(db: Connection, { from, to }: Period): IterableIterator<LineRow> {
  return db
    .prepare<[Day, Day], LineRow>(
      `SELECT line.id, line.day, line.scope, line.kind, line.cents, line.gross_cents AS grossCents, line.seconds, line.activity,
         line.channel_id AS channelId, person.name AS person, channel.name AS channel, campaign.name AS campaign,
         post.title AS post, line.post_id AS postId, line.conversation_id AS conversationId,
         client.name AS client, department.name AS department, ${DESCRIPTION} AS description, line.source_kind AS sourceKind,
         line.source_id AS sourceId, line.reverses_line_id AS reversesId, line.corrects_line_id AS correctsId, line.for_day AS forDay
       FROM ledger_line AS line
         LEFT JOIN person ON person.id = line.person_id LEFT JOIN channel ON channel.id = line.channel_id
         LEFT JOIN campaign ON campaign.id = line.campaign_id LEFT JOIN post ON post.id = line.post_id
         LEFT JOIN client ON client.id = line.client_id LEFT JOIN department ON department.id = line.department_id
       WHERE line.day BETWEEN ? AND ? ORDER BY line.day, line.id`,
    )
    .iterate(from, to)
}

export interface DaySumRow {
  readonly day: Day
  readonly scope: Scope
  readonly kind: LineKind
  readonly activity: string
  readonly channelId: number
  readonly cents: number
}

/** Sums of each day by what decides about the account, and finer: in the order of the rollup, so that nothing waits to be sorted. */
export function iterateDaySums(db: Connection, { from, to }: Period): IterableIterator<DaySumRow> {
  return db
    .prepare<[Day, Day], DaySumRow>(
      `SELECT day, scope, kind, activity, channel_id AS channelId, cents FROM line_day
       WHERE day BETWEEN ? AND ? AND line_count > 0 ORDER BY day, scope, kind, channel_id`,
    )
    .iterate(from, to)
}

/** What decides about accounts in the months of a period. */
export function readAccountKeys(db: Connection, { from, to }: Period): Omit<DaySumRow, 'day' | 'cents'>[] {
  return db
    .prepare<[string, string], Omit<DaySumRow, 'day' | 'cents'>>(
      `SELECT DISTINCT scope, kind, activity, channel_id AS channelId FROM brief_line_month
       WHERE month BETWEEN ? AND ? AND line_count > 0`,
    )
    .all(monthOf(from), monthOf(to))
}

export function readChannels(db: Connection): { id: number; name: string }[] {
  return db.prepare<[], { id: number; name: string }>('SELECT id, name FROM channel ORDER BY id').all()
}

/** First and last day with a line or a purchase; null for an empty ledger. */
export function readSpan(db: Connection): Period | null {
  const row = db
    .prepare<[], { from: Day | null; to: Day | null }>(
      `SELECT min(first) AS "from", max(last) AS "to" FROM (
         SELECT min(day) AS first, max(day) AS last FROM ledger_line
         UNION ALL SELECT min(day), max(day) FROM revenue_event)`,
    )
    .get()
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

export interface PurchaseRow {
  readonly id: number
  readonly day: Day
  readonly name: string
  readonly kind: string
  readonly source: string
  readonly status: string
  readonly isCounted: 0 | 1
  readonly paidCents: number
  readonly refundedCents: number
  readonly taxCents: number
  readonly grossCents: number | null
  readonly netCents: number | null
  readonly contributionCents: number | null
  readonly isSocial: 0 | 1 | null
  readonly client: string | null
  readonly touches: string | null
}

export function countPurchases(db: Connection, { from, to }: Period): number {
  return countOf(db, 'SELECT count(*) AS count FROM revenue_event WHERE day BETWEEN ? AND ?', from, to)
}

export function iteratePurchases(db: Connection, { from, to }: Period): IterableIterator<PurchaseRow> {
  const figure = (column: string) => `(SELECT ${column} FROM revenue_figure WHERE event_id = event.id)`
  return db
    .prepare<[Day, Day], PurchaseRow>(
      `SELECT event.id, event.day, event.name, event.kind, event.source, event.status, event.is_counted AS isCounted,
         event.paid_cents AS paidCents, event.refunded_cents AS refundedCents, event.tax_cents AS taxCents,
         ${figure('sum(gross_cents)')} AS grossCents, ${figure('sum(net_cents)')} AS netCents,
         ${figure('CASE WHEN sum(contribution_cents IS NULL) = 0 THEN sum(contribution_cents) END')} AS contributionCents,
         ${figure('max(is_social)')} AS isSocial, client.name AS client,
         (SELECT group_concat(coalesce(channel.name, nullif(touch.source, ''), touch.kind), ' > ')
          FROM (SELECT * FROM touchpoint WHERE event_id = event.id ORDER BY at, id) AS touch
            LEFT JOIN channel ON channel.id = touch.channel_id) AS touches
       FROM revenue_event AS event LEFT JOIN client ON client.id = event.client_id
       WHERE event.day BETWEEN ? AND ? ORDER BY event.day, event.id`,
    )
    .iterate(from, to)
}

function countOf(db: Connection, sql: string, from: Day, to: Day): number {
  return db.prepare<[Day, Day], { count: number }>(sql).get(from, to)?.count ?? 0
}
