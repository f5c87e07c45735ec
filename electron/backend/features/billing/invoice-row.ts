/** Invoices as they are stored. */
import type { Day } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

export interface InvoiceRow {
  readonly id: number
  readonly clientId: number
  readonly client: string
  readonly number: string
  readonly from: Day
  readonly to: Day
  readonly rawSeconds: number
  readonly billedSeconds: number
  readonly cents: number
  readonly feeCents: number
  readonly feeMonths: string
  readonly eventId: number | null
  readonly unlockedAt: Instant | null
  readonly entryCount: number
}

export const INVOICES = `SELECT invoice.id, invoice.client_id AS clientId, client.name AS client, invoice.number, invoice.from_day AS "from",
    invoice.to_day AS "to", invoice.raw_seconds AS rawSeconds, invoice.billed_seconds AS billedSeconds,
    invoice.cents, invoice.fee_cents AS feeCents, invoice.fee_months AS feeMonths, invoice.event_id AS eventId,
    invoice.unlocked_at AS unlockedAt, (SELECT count(*) FROM time_entry WHERE invoice_id = invoice.id) AS entryCount
  FROM invoice JOIN client ON client.id = invoice.client_id`

export function findInvoice(db: Connection, id: number): InvoiceRow {
  const row = db.prepare<[number], InvoiceRow>(`${INVOICES} WHERE invoice.id = ?`).get(id)
  if (!row) throw expected('not_found', { what: 'invoice', id })
  return row
}
