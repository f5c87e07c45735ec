/** Costs and sales entered by hand. */
import type { Expense, Sale } from '../../../../shared/contract/ledger.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { startOfDay } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

export type ExpenseDraft = Omit<Expense, 'id'>
export type SaleDraft = Omit<Sale, 'id'>

const EXPENSE_COLUMNS = `id, kind, name, cents, starts_on AS startsOn, ends_on AS endsOn, repetition, channel_id AS channelId,
  campaign_id AS campaignId, scope, note`

/** Costs entered by hand, latest first. A ledger holds at most this many. */
const MAX_EXPENSES = 5_000

export function readExpenses(db: Connection): Expense[] {
  return db
    .prepare<[], Expense>(
      `SELECT ${EXPENSE_COLUMNS} FROM expense ORDER BY starts_on DESC, id DESC LIMIT ${MAX_EXPENSES}`,
    )
    .all()
}

export function addExpense(db: Connection, draft: ExpenseDraft): number {
  assertOrder(draft)
  assertChannel(db, draft.channelId)
  return Number(
    db
      .prepare<[ExpenseDraft]>(
        `INSERT INTO expense (kind, name, cents, starts_on, ends_on, repetition, channel_id, campaign_id, scope, note)
         VALUES (@kind, @name, @cents, @startsOn, @endsOn, @repetition, @channelId, @campaignId, @scope, @note)`,
      )
      .run(draft).lastInsertRowid,
  )
}

export function updateExpense(db: Connection, id: number, draft: ExpenseDraft): void {
  assertOrder(draft)
  assertChannel(db, draft.channelId)
  const { changes } = db
    .prepare<[ExpenseDraft & { id: number }]>(
      `UPDATE expense SET kind = @kind, name = @name, cents = @cents, starts_on = @startsOn, ends_on = @endsOn, repetition = @repetition,
         channel_id = @channelId, campaign_id = @campaignId, scope = @scope, note = @note WHERE id = @id`,
    )
    .run({ ...draft, id })
  if (changes !== 1) throw expected('not_found', { what: 'expense', id })
}

export function removeExpense(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>('DELETE FROM expense WHERE id = ?').run(id)
  if (changes !== 1) throw expected('not_found', { what: 'expense', id })
}

function assertChannel(db: Connection, id: number | null): void {
  if (id === null || db.prepare<[number]>('SELECT 1 FROM channel WHERE id = ?').get(id)) return
  throw expected('not_found', { what: 'channel', id })
}

/** A cost that is spread over more days than this was mistyped. */
const MAX_SPREAD_YEARS = 25

function assertOrder({ startsOn, endsOn }: ExpenseDraft): void {
  if (endsOn === null) return
  if (endsOn < startsOn)
    throw expected('invalid_value', { field: 'endsOn', reason: 'ends_before_start', value: endsOn })
  if (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) > MAX_SPREAD_YEARS) {
    throw expected('invalid_value', { field: 'endsOn', reason: 'too_long', value: endsOn })
  }
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
       WHERE event.kind = 'manual' ORDER BY event.day DESC, event.id DESC LIMIT ${MAX_EXPENSES}`,
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
