/** A client's own revenue, attributed: computed from purchases and their touches, because it has no lines and no stored shares. */
import {
  divideAmongTouches,
  touchesInWindow,
  type AttributionModel,
  type EventAmounts,
  type Scope,
  type Touch,
} from '../../../../shared/domain/attribution.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import { contributionAt, findMargin } from '../../../../shared/domain/margin.ts'
import { revenueFigures } from '../../../../shared/domain/revenue.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { readMarginRules } from '../../database/margin-rules.ts'
import type { StoredSettings } from '../../database/settings-row.ts'

export interface ReportQuestion {
  readonly clientId: number
  readonly period: Period
  readonly model: AttributionModel
}

/** Where revenue came from: a channel, social media without one, other ways, or nobody knows. */
export interface RevenueRow {
  readonly kind: 'channel' | 'social' | 'other' | 'untouched'
  readonly channel: string | null
  readonly orders: number
  readonly netCents: number
  /** Null: a margin is missing. */
  readonly contributionCents: number | null
}

export interface ClientReport {
  readonly client: string
  readonly rows: readonly RevenueRow[]
  readonly orders: number
  readonly netCents: number
  /** Of social media: what was touched by it, purchases in part. */
  readonly socialOrders: number
  readonly socialNetCents: number
  readonly socialContributionCents: number | null
  /** Worked for the client in the period, and booked as paid for it. */
  readonly seconds: number
  readonly paidCents: number
  /** Null: a margin is missing, or nothing is known of the client's revenue. */
  readonly resultCents: number | null
}

interface EventRow {
  readonly id: number
  readonly at: number
  readonly source: string
  readonly paid_cents: number
  readonly refunded_cents: number
  readonly tax_cents: number
  readonly margin_basis_points: number | null
}

interface StoredTouch extends Touch {
  readonly eventId: number
  readonly scope: Scope
  readonly channelId: number | null
  readonly channel: string | null
}

const OF_CLIENT = `client_id = @clientId AND beneficiary = 'client' AND is_counted = 1 AND day BETWEEN @from AND @to`

export function readClientReport(
  db: Connection,
  { clientId, period, model }: ReportQuestion,
  settings: StoredSettings,
): ClientReport {
  const client = db.prepare<[number]>('SELECT name FROM client WHERE id = ?').pluck().get(clientId)
  if (typeof client !== 'string') throw expected('not_found', { what: 'client', id: clientId })
  const asked = { clientId, from: period.from, to: period.to }
  const events = db.prepare<[object], EventRow>(`SELECT * FROM revenue_event WHERE ${OF_CLIENT}`).all(asked)
  const touches = readTouches(db, asked)
  const amountsOf = readAmounts(db, asked, settings.marginBasisPoints)
  const rows = new Map<string, RevenueRow>()
  let netCents = 0
  for (const event of events) {
    const amounts = amountsOf(event)
    netCents += amounts.netCents
    const own = touchesInWindow(touches.get(event.id) ?? [], event.at, settings.attributionWindowDays)
    const shares = divideAmongTouches(model, own, event.at, amounts)
    if (shares.length === 0) addTo(rows, null, 1, amounts)
    for (const share of shares) addTo(rows, share.touch, share.weight / WEIGHT_UNIT, share)
  }
  const { seconds, paidCents } = readWork(db, asked)
  const social = [...rows.values()].filter(({ kind }) => kind === 'channel' || kind === 'social')
  const socialContributionCents = addContributions(social)
  return {
    client,
    rows: [...rows.values()].toSorted((a, b) => b.netCents - a.netCents),
    orders: events.length,
    netCents,
    socialOrders: social.reduce((sum, row) => sum + row.orders, 0),
    socialNetCents: social.reduce((sum, row) => sum + row.netCents, 0),
    socialContributionCents,
    seconds,
    paidCents,
    resultCents: socialContributionCents === null || events.length === 0 ? null : socialContributionCents - paidCents,
  }
}

interface Asked {
  readonly clientId: number
  readonly from: Day
  readonly to: Day
}

function readTouches(db: Connection, asked: Asked): ReadonlyMap<number, StoredTouch[]> {
  const rows = db
    .prepare<[object], Omit<StoredTouch, 'isDirect'> & { isDirect: number }>(
      `SELECT touch.event_id AS eventId, touch.at, touch.kind, touch.scope, touch.is_direct AS isDirect, touch.channel_id AS channelId,
         channel.name AS channel
       FROM touchpoint AS touch LEFT JOIN channel ON channel.id = touch.channel_id
       WHERE touch.event_id IN (SELECT id FROM revenue_event WHERE ${OF_CLIENT}) ORDER BY touch.at, touch.id`,
    )
    .all(asked)
  return Map.groupBy(
    rows.map((row) => ({ ...row, isDirect: row.isDirect === 1 })),
    (touch) => touch.eventId,
  )
}

/** Net and contribution of a purchase, at the margin that holds for it. */
function readAmounts(db: Connection, asked: Asked, ledgerMargin: number | null): (event: EventRow) => EventAmounts {
  const rules = readMarginRules(db, ledgerMargin)
  const items =
    rules.products.size === 0
      ? new Map<number, { event_id: number; product: string; cents: number }[]>()
      : Map.groupBy(
          db
            .prepare<[object], { event_id: number; product: string; cents: number }>(
              `SELECT event_id, product, cents FROM revenue_item WHERE event_id IN (SELECT id FROM revenue_event WHERE ${OF_CLIENT})
               ORDER BY event_id, id`,
            )
            .all(asked),
          (item) => item.event_id,
        )
  return (event) => {
    const { grossCents, netCents } = revenueFigures({
      paidCents: event.paid_cents,
      refundedCents: event.refunded_cents,
      taxCents: event.tax_cents,
    })
    const own = event.margin_basis_points
    const margin = findMargin({ own, source: event.source, items: items.get(event.id) ?? [] }, rules)
    return { grossCents, netCents, contributionCents: contributionAt(netCents, margin) }
  }
}

function kindOf(touch: StoredTouch | null): RevenueRow['kind'] {
  if (touch === null) return 'untouched'
  if (touch.scope === 'other') return 'other'
  return touch.channelId === null ? 'social' : 'channel'
}

function addTo(
  rows: Map<string, RevenueRow>,
  touch: StoredTouch | null,
  orders: number,
  { netCents, contributionCents }: EventAmounts,
): void {
  const kind = kindOf(touch)
  const key = kind === 'channel' ? `channel ${touch?.channelId}` : kind
  const known = rows.get(key)
  rows.set(key, {
    kind,
    channel: kind === 'channel' ? (touch?.channel ?? null) : null,
    orders: (known?.orders ?? 0) + orders,
    netCents: (known?.netCents ?? 0) + netCents,
    contributionCents: addOrNull(known ? known.contributionCents : 0, contributionCents),
  })
}

function addOrNull(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

function addContributions(rows: readonly RevenueRow[]): number | null {
  return rows.reduce<number | null>((sum, { contributionCents }) => addOrNull(sum, contributionCents), 0)
}

function readWork(db: Connection, asked: Asked): { seconds: number; paidCents: number } {
  return db
    .prepare<[object], { seconds: number; paidCents: number }>(
      `SELECT coalesce(sum(seconds), 0) AS seconds, coalesce(sum(cents) FILTER (WHERE kind = 'revenue'), 0) AS paidCents
       FROM ledger_line WHERE client_id = @clientId AND day BETWEEN @from AND @to`,
    )
    .get(asked)!
}
