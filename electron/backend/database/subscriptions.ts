/** Payments that come back: each period up to today is a purchase of its own. */
import { addMonths, type Day } from '../../../shared/domain/day.ts'
import { noonOf } from '../../../shared/domain/instant.ts'
import { MONTHS_OF } from '../../../shared/domain/spreading.ts'
import type { Connection } from './connection.ts'
import { assertRecord } from './references.ts'
import { followOrigin, readOrigin, writeOrigin, type SharedOrigin, type StoredOrigin } from './touches.ts'

export interface SubscriptionRow {
  readonly id: number
  readonly name: string
  readonly starts_on: Day
  readonly ends_on: Day | null
  readonly repetition: 'monthly' | 'quarterly' | 'yearly'
  readonly paid_cents: number
  readonly tax_cents: number
  readonly margin_basis_points: number | null
  readonly client_id: number | null
  readonly origin: 'social' | 'other' | null
  readonly channel_id: number | null
  readonly campaign_id: number | null
}

interface PaymentRow {
  readonly id: number
  readonly at: number
  readonly refunded_cents: number
  readonly margin_basis_points: number | null
}

/** A mistyped year must not make more payments than this. */
const MAX_PAYMENTS = 600

/** Days on which a payment falls, up to a day that is included. */
export function paymentDays({ starts_on, ends_on, repetition }: SubscriptionRow, until: Day): Day[] {
  const last = ends_on !== null && ends_on < until ? ends_on : until
  const days: Day[] = []
  for (let index = 0; index < MAX_PAYMENTS; index++) {
    const day = paymentDay({ starts_on, repetition }, index)
    if (day > last) break
    days.push(day)
  }
  return days
}

/** The day of the payment with this number, whether or not it is still to come. */
export function paymentDay(
  { starts_on, repetition }: Pick<SubscriptionRow, 'starts_on' | 'repetition'>,
  index: number,
): Day {
  return addMonths(starts_on, index * MONTHS_OF[repetition])
}

/**
 * Makes the payments of a subscription be what it says now. What was said of single payments (refund, margin, touches, whose
 * revenue it is) stays; without a client they are one's own.
 */
export function settlePayments(
  db: Connection,
  id: number,
  before: SubscriptionRow | null,
  today: Day,
  timeZone: string,
): void {
  const subscription = readSubscription(db, id)
  if (!subscription) return
  const days = paymentDays(subscription, today)
  const existing = readPayments(db, id)
  for (const payment of existing.slice(days.length))
    db.prepare<[number]>('DELETE FROM revenue_event WHERE id = ?').run(payment.id)
  for (const [index, day] of days.entries()) {
    const payment = existing[index]
    if (payment) updatePayment(db, subscription, payment, { day, before: before ?? subscription, timeZone })
    else insertPayment(db, subscription, day, timeZone)
  }
}

/** Adds payments that fell due since; answers the new purchases. */
export function followSubscriptions(db: Connection, today: Day, timeZone: string): number[] {
  const running = db.prepare<[], SubscriptionRow>('SELECT * FROM subscription').all()
  return running.flatMap((subscription) => {
    const missing = paymentDays(subscription, today).slice(readPayments(db, subscription.id).length)
    return missing.map((day) => insertPayment(db, subscription, day, timeZone))
  })
}

export function readSubscription(db: Connection, id: number): SubscriptionRow | undefined {
  return db.prepare<[number], SubscriptionRow>('SELECT * FROM subscription WHERE id = ?').get(id)
}

function readPayments(db: Connection, subscriptionId: number): PaymentRow[] {
  return db
    .prepare<[number], PaymentRow>(
      'SELECT id, at, refunded_cents, margin_basis_points FROM revenue_event WHERE subscription_id = ? ORDER BY day, id',
    )
    .all(subscriptionId)
}

export function originOf({ origin, channel_id }: SubscriptionRow): StoredOrigin {
  return origin === null ? null : readOrigin({ scope: origin, channel_id })
}

function sharedOriginOf(subscription: SubscriptionRow): SharedOrigin {
  return { origin: originOf(subscription), campaignId: subscription.campaign_id }
}

function insertPayment(db: Connection, subscription: SubscriptionRow, day: Day, timeZone: string): number {
  assertRecord(db, 'channel', subscription.channel_id)
  const at = noonOf(day, timeZone)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO revenue_event (kind, source, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents,
         margin_basis_points, client_id, subscription_id)
       VALUES ('subscription', 'subscription', @name, @at, @day, 'paid', 1, @paid_cents, 0, @tax_cents, @margin_basis_points,
         @client_id, @id)`,
    )
    .run({ ...subscription, at, day })
  const id = Number(lastInsertRowid)
  writeOrigin(db, { id, atBefore: at, at }, originOf(subscription), subscription.campaign_id)
  return id
}

interface Change {
  readonly day: Day
  readonly before: SubscriptionRow
  readonly timeZone: string
}

function updatePayment(db: Connection, subscription: SubscriptionRow, payment: PaymentRow, change: Change): void {
  const at = noonOf(change.day, change.timeZone)
  const hasOwnMargin = payment.margin_basis_points !== change.before.margin_basis_points
  db.prepare<[object]>(
    `UPDATE revenue_event SET name = @name, at = @at, day = @day, paid_cents = @paid_cents, tax_cents = @tax_cents,
       refunded_cents = @refunded, margin_basis_points = @margin, client_id = @client_id,
       beneficiary = CASE WHEN @client_id IS NULL THEN 'own' ELSE beneficiary END WHERE id = @eventId`,
  ).run({
    ...subscription,
    at,
    day: change.day,
    refunded: Math.min(payment.refunded_cents, subscription.paid_cents),
    margin: hasOwnMargin ? payment.margin_basis_points : subscription.margin_basis_points,
    eventId: payment.id,
  })
  const event = { id: payment.id, atBefore: payment.at, at }
  followOrigin(db, event, sharedOriginOf(change.before), sharedOriginOf(subscription))
}
