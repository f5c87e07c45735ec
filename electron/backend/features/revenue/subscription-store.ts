/** Payments that come back, as they are entered. */
import type { Subscription, SubscriptionInput } from '../../../../shared/contract/revenue.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import {
  originOf,
  paymentDay,
  readSubscription,
  settlePayments,
  type SubscriptionRow,
} from '../../database/subscriptions.ts'
import { assertAmounts } from './sale-store.ts'

export function readSubscriptions(db: Connection): Subscription[] {
  const sums = db.prepare<[number], { payments: number; net_cents: number }>(
    `SELECT count(*) AS payments, coalesce(sum((SELECT sum(net_cents) FROM revenue_figure WHERE event_id = event.id)), 0) AS net_cents
     FROM revenue_event AS event WHERE subscription_id = ?`,
  )
  return db
    .prepare<[], SubscriptionRow>('SELECT * FROM subscription ORDER BY ends_on IS NOT NULL, starts_on DESC, id DESC')
    .all()
    .map((row) => {
      const { payments, net_cents: netCents } = sums.get(row.id) ?? { payments: 0, net_cents: 0 }
      const next = paymentDay(row, payments)
      return {
        id: row.id,
        name: row.name,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        repetition: row.repetition,
        paidCents: row.paid_cents,
        taxCents: row.tax_cents,
        marginBasisPoints: row.margin_basis_points,
        clientId: row.client_id,
        origin: originOf(row),
        campaignId: row.campaign_id,
        payments,
        netCents,
        nextDay: row.ends_on !== null && next > row.ends_on ? null : next,
      }
    })
}

export function addSubscription(db: Connection, draft: SubscriptionInput, context: CommandContext): number {
  assertOpen(db, draft.startsOn, 'startsOn')
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO subscription (name, starts_on, ends_on, repetition, paid_cents, tax_cents, margin_basis_points, client_id, origin,
         channel_id, campaign_id)
       VALUES (@name, @startsOn, @endsOn, @repetition, @paidCents, @taxCents, @marginBasisPoints, @clientId, @origin, @channelId, @campaignId)`,
    )
    .run(valuesOf(db, draft))
  const id = Number(lastInsertRowid)
  settlePayments(db, id, null, context.today, context.settings.timeZone)
  return id
}

export function updateSubscription(
  db: Connection,
  id: number,
  draft: SubscriptionInput,
  context: CommandContext,
): void {
  const before = readSubscription(db, id)
  if (!before) throw expected('not_found', { what: 'subscription', id })
  if (before.starts_on !== draft.startsOn) assertOpen(db, draft.startsOn, 'startsOn')
  db.prepare<[object]>(
    `UPDATE subscription SET name = @name, starts_on = @startsOn, ends_on = @endsOn, repetition = @repetition, paid_cents = @paidCents,
       tax_cents = @taxCents, margin_basis_points = @marginBasisPoints, client_id = @clientId, origin = @origin,
       channel_id = @channelId, campaign_id = @campaignId WHERE id = @id`,
  ).run({ ...valuesOf(db, draft), id })
  settlePayments(db, id, before, context.today, context.settings.timeZone)
}

export function removeSubscription(db: Connection, id: number): void {
  if (!readSubscription(db, id)) throw expected('not_found', { what: 'subscription', id })
  // One by one before the subscription: payments with sealed lines stay and leave it.
  db.prepare<[number]>('DELETE FROM revenue_event WHERE subscription_id = ?').run(id)
  db.prepare<[number]>('DELETE FROM subscription WHERE id = ?').run(id)
}

/** Longer ago than this was mistyped. */
const EARLIEST: Day = '1990-01-01' as Day

function valuesOf(db: Connection, draft: SubscriptionInput) {
  const { name, startsOn, endsOn, repetition, paidCents, taxCents, marginBasisPoints, clientId, campaignId } = draft
  if (startsOn < EARLIEST) throw expected('invalid_value', { field: 'startsOn', reason: 'too_early', value: startsOn })
  if (endsOn !== null && endsOn < startsOn)
    throw expected('invalid_value', { field: 'endsOn', reason: 'ends_before_start', value: endsOn })
  assertAmounts({ paidCents, taxCents })
  const channelId = draft.origin?.kind === 'channel' ? draft.origin.channelId : null
  assertRecord(db, 'channel', channelId)
  assertRecord(db, 'campaign', campaignId)
  assertRecord(db, 'client', clientId)
  const origin = draft.origin === null ? null : draft.origin.kind === 'other' ? 'other' : 'social'
  return {
    name,
    startsOn,
    endsOn,
    repetition,
    paidCents,
    taxCents,
    marginBasisPoints,
    clientId,
    origin,
    channelId,
    campaignId: draft.origin === null ? null : campaignId,
  }
}
