/** Sales entered by hand. */
import type { Sale } from '../../../../shared/contract/revenue.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { startOfDay } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

export type SaleDraft = Omit<Sale, 'id'>

/** Sales entered by hand, latest first. A ledger holds at most this many. */
const MAX_SALES = 5_000

function assertChannel(db: Connection, id: number | null): void {
  if (id === null || db.prepare<[number]>('SELECT 1 FROM channel WHERE id = ?').get(id)) return
  throw expected('not_found', { what: 'channel', id })
}

interface SaleRow {
  id: number
  name: string
  day: Day
  paid_cents: number
  tax_cents: number
  refunded_cents: number
  touch_id: number | null
  channel_id: number | null
  campaign_id: number | null
}

export function readSales(db: Connection): Sale[] {
  return db
    .prepare<[], SaleRow>(
      `SELECT event.id, event.name, event.day, event.paid_cents, event.tax_cents, event.refunded_cents,
         touch.id AS touch_id, touch.channel_id, touch.campaign_id
       FROM revenue_event AS event LEFT JOIN touchpoint AS touch ON touch.event_id = event.id
       WHERE event.kind = 'manual' ORDER BY event.day DESC, event.id DESC LIMIT ${MAX_SALES}`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      day: row.day,
      paidCents: row.paid_cents,
      taxCents: row.tax_cents,
      refundedCents: row.refunded_cents,
      origin: originOf(row),
      campaignId: row.campaign_id,
    }))
}

function originOf(row: SaleRow): Sale['origin'] {
  if (row.touch_id === null) return null
  return row.channel_id === null ? { kind: 'other' } : { kind: 'channel', channelId: row.channel_id }
}

export function addSale(db: Connection, draft: SaleDraft, timeZone: string): number {
  assertAmounts(draft)
  assertChannel(db, draft.origin?.kind === 'channel' ? draft.origin.channelId : null)
  const at = instantOf(draft.day, timeZone)
  const id = Number(
    db
      .prepare<[string, number, Day, number, number, number]>(
        `INSERT INTO revenue_event (kind, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents)
         VALUES ('manual', ?, ?, ?, 'paid', 1, ?, ?, ?)`,
      )
      .run(draft.name, at, draft.day, draft.paidCents, draft.refundedCents, draft.taxCents).lastInsertRowid,
  )
  writeOrigin(db, id, draft, at)
  return id
}

export function updateSale(db: Connection, id: number, draft: SaleDraft, timeZone: string): void {
  assertAmounts(draft)
  assertChannel(db, draft.origin?.kind === 'channel' ? draft.origin.channelId : null)
  const at = instantOf(draft.day, timeZone)
  const { changes } = db
    .prepare<[string, number, Day, number, number, number, number]>(
      `UPDATE revenue_event SET name = ?, at = ?, day = ?, paid_cents = ?, refunded_cents = ?, tax_cents = ? WHERE id = ? AND kind = 'manual'`,
    )
    .run(draft.name, at, draft.day, draft.paidCents, draft.refundedCents, draft.taxCents, id)
  if (changes !== 1) throw expected('not_found', { what: 'sale', id })
  db.prepare<[number]>('DELETE FROM touchpoint WHERE event_id = ?').run(id)
  writeOrigin(db, id, draft, at)
}

export function removeSale(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>("DELETE FROM revenue_event WHERE id = ? AND kind = 'manual'").run(id)
  if (changes !== 1) throw expected('not_found', { what: 'sale', id })
}

/** A sale known by its day only happened at noon. */
function instantOf(day: Day, timeZone: string): number {
  return startOfDay(day, timeZone) + 12 * 3_600_000
}

function writeOrigin(db: Connection, eventId: number, { origin, campaignId }: SaleDraft, at: number): void {
  if (origin === null) return
  const channelId = origin.kind === 'channel' ? origin.channelId : null
  db.prepare<[number, number, string, number | null, number | null]>(
    `INSERT INTO touchpoint (event_id, at, kind, scope, channel_id, campaign_id) VALUES (?, ?, 'manual', ?, ?, ?)`,
  ).run(eventId, at, origin.kind === 'channel' ? 'social' : 'other', channelId, campaignId)
}

function assertAmounts({ paidCents, taxCents, refundedCents }: SaleDraft): void {
  if (taxCents > paidCents) throw expected('invalid_value', { field: 'taxCents', reason: 'tax_above_price' })
  if (refundedCents > paidCents)
    throw expected('invalid_value', { field: 'refundedCents', reason: 'refund_above_price' })
}
