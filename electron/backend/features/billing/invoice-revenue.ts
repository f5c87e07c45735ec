/** The amount of an invoice as revenue of one's own. */
import type { InvoiceBooking } from '../../../../shared/contract/billing-records.ts'
import { multiplyDivide } from '../../../../shared/domain/money.ts'
import type { Connection } from '../../database/connection.ts'
import { assertOpen } from '../../database/seals.ts'
import { noonOf } from '../../../../shared/domain/instant.ts'
import { writeOrigin } from '../../database/touches.ts'
import type { InvoiceRow } from './invoice-row.ts'

/** All of what a fee brings is left: the hours behind it are counted as labour. */
const WHOLE_MARGIN = 10_000
const MAX_NAME_LENGTH = 200

/** Fees for social media are revenue of social media, from no channel in particular: they stand beside the hours they pay for. */
export function bookInvoice(db: Connection, invoice: InvoiceRow, booking: InvoiceBooking, timeZone: string): void {
  if (invoice.cents === 0) return
  assertOpen(db, booking.day, 'day')
  const taxCents = multiplyDivide(invoice.cents, booking.taxBasisPoints, 10_000)
  const at = noonOf(booking.day, timeZone)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO revenue_event (kind, source, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents,
         margin_basis_points, client_id, beneficiary)
       VALUES (@kind, @kind, @name, @at, @day, 'paid', 1, @paidCents, 0, @taxCents, ${WHOLE_MARGIN}, @clientId, 'own')`,
    )
    .run({
      kind: booking.kind,
      name: `${invoice.number} · ${invoice.client}`.slice(0, MAX_NAME_LENGTH),
      at,
      day: booking.day,
      paidCents: invoice.cents + taxCents,
      taxCents,
      clientId: invoice.clientId,
    })
  const eventId = Number(lastInsertRowid)
  writeOrigin(db, { id: eventId, atBefore: at, at }, { kind: 'social' }, null)
  db.prepare<[number, number]>('UPDATE invoice SET event_id = ? WHERE id = ?').run(eventId, invoice.id)
}

/** Revenue that was booked follows an invoice whose amount is another now, at the same rate of tax. */
export function followInvoice(db: Connection, { eventId, cents }: InvoiceRow): void {
  if (eventId === null) return
  const event = db
    .prepare<[number], { paid_cents: number; tax_cents: number; refunded_cents: number }>(
      'SELECT paid_cents, tax_cents, refunded_cents FROM revenue_event WHERE id = ?',
    )
    .get(eventId)
  if (!event) return
  const netCents = event.paid_cents - event.tax_cents
  if (netCents === cents) return
  const taxCents = netCents === 0 ? 0 : multiplyDivide(cents, event.tax_cents, netCents)
  const paidCents = cents + taxCents
  db.prepare<[object]>(
    'UPDATE revenue_event SET paid_cents = @paidCents, tax_cents = @taxCents, refunded_cents = @refundedCents WHERE id = @eventId',
  ).run({ eventId, paidCents, taxCents, refundedCents: Math.min(event.refunded_cents, paidCents) })
}
