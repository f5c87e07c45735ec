/** What was handed over for payment: its entries are locked until it is unlocked with a reason. */
import type { Invoice, InvoiceBooking } from '../../../../shared/contract/billing-records.ts'
import { nextInvoiceNumber } from '../../../../shared/domain/invoice-number.ts'
import { monthOf, type Day, type Month, type Period } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import {
  clientMonths,
  figuresOf,
  isOpen,
  isWithin,
  linesOf,
  openFees,
  sumOfCents,
  type MonthlyFee,
  type WorkLine,
} from './client-work.ts'
import { bookInvoice, followInvoice } from './invoice-revenue.ts'
import { findInvoice, INVOICES, type InvoiceRow } from './invoice-row.ts'
import { readTerms } from './terms-store.ts'

export function readInvoices(db: Connection, clientId: number | null): Invoice[] {
  const unlocks = db.prepare<[number], { at: number; reason: string }>(
    'SELECT at, reason FROM invoice_unlock WHERE invoice_id = ? ORDER BY at, id LIMIT 200',
  )
  return db
    .prepare<[object], InvoiceRow>(
      `${INVOICES} WHERE @clientId IS NULL OR invoice.client_id = @clientId ORDER BY invoice.from_day DESC, invoice.id DESC LIMIT 1000`,
    )
    .all({ clientId })
    .map(({ from, to, feeMonths, ...row }) => ({
      ...row,
      period: { from, to },
      feeMonths: JSON.parse(feeMonths) as Month[],
      unlocks: unlocks.all(row.id),
    }))
}

export function previewInvoice(db: Connection, clientId: number, period: Period, today: Day) {
  assertRecord(db, 'client', clientId)
  const { lines, fees } = openWithin(db, clientId, period, today)
  const invoicedCount = db
    .prepare<[number, Day, Day]>(
      'SELECT count(*) FROM time_entry WHERE client_id = ? AND day BETWEEN ? AND ? AND is_billable = 1 AND invoice_id IS NOT NULL',
    )
    .pluck()
    .get(clientId, period.from, period.to) as number
  return { figures: figuresOf(lines), fees, invoicedCount, suggestedNumber: suggestNumber(db, today) }
}

function suggestNumber(db: Connection, today: Day): string {
  const last = db.prepare<[]>('SELECT number FROM invoice ORDER BY id DESC LIMIT 1').pluck().get() as string | undefined
  let number = (last === undefined ? null : nextInvoiceNumber(last)) ?? `${today.slice(0, 4)}-001`
  while (isTaken(db, number)) number = nextInvoiceNumber(number) ?? `${number}-1`
  return number
}

function isTaken(db: Connection, number: string): boolean {
  return db.prepare<[string]>('SELECT 1 FROM invoice WHERE number = ?').get(number) !== undefined
}

/** Open billable entries of a period, and the fees of its months. */
function openWithin(db: Connection, clientId: number, period: Period, today: Day) {
  const end = monthOf(period.to)
  const until = end > monthOf(today) ? end : monthOf(today)
  const months = clientMonths(db, readTerms(db)(clientId), until, period)
  const lines = linesOf(months).filter((line) => isOpen(line) && isWithin(line, period))
  const first = monthOf(period.from)
  return {
    lines,
    fees: openFees(db, clientId, months, end).filter(({ month }) => month >= first),
  }
}

export interface InvoiceDraft {
  readonly clientId: number
  readonly period: Period
  readonly number: string
  readonly feeMonths: readonly string[]
  readonly booking: InvoiceBooking | null
}

export function addInvoice(db: Connection, draft: InvoiceDraft, { now, today, settings }: CommandContext): number {
  const { clientId, period, number, booking } = draft
  assertRecord(db, 'client', clientId)
  if (isTaken(db, number)) throw expected('name_taken', { field: 'number', name: number })
  const { lines, fees } = openWithin(db, clientId, period, today)
  const charged = fees.filter(({ month }) => draft.feeMonths.includes(month))
  const sums = sumInvoice(lines, charged)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO invoice (client_id, number, from_day, to_day, locked_at, raw_seconds, billed_seconds, cents, fee_cents, fee_months)
       VALUES (@clientId, @number, @from, @to, @now, @rawSeconds, @billedSeconds, @cents, @feeCents, @feeMonths)`,
    )
    .run({ ...sums, clientId, number, from: period.from, to: period.to, now })
  const id = Number(lastInsertRowid)
  lockEntries(db, id, lines)
  if (booking) bookInvoice(db, findInvoice(db, id), booking, settings.timeZone)
  return id
}

/** Fails where there is nothing, or where something has no price. */
function sumInvoice(lines: readonly WorkLine[], fees: readonly MonthlyFee[]) {
  const figures = figuresOf(lines)
  if (lines.length === 0 && fees.length === 0)
    throw expected('invalid_value', { field: 'period', reason: 'nothing_to_invoice' })
  if (figures.unpricedSeconds > 0) throw expected('invalid_value', { field: 'period', reason: 'rate_missing' })
  const feeCents = sumOfCents(fees)
  return {
    rawSeconds: figures.rawSeconds,
    billedSeconds: figures.billedSeconds,
    cents: figures.cents + feeCents,
    feeCents,
    feeMonths: JSON.stringify(fees.map(({ month }) => month)),
  }
}

function lockEntries(db: Connection, id: number, lines: readonly WorkLine[]): void {
  const ids = JSON.stringify(lines.map(({ entry }) => entry.id))
  db.prepare<[number, string]>(
    'UPDATE time_entry SET invoice_id = ? WHERE id IN (SELECT value FROM json_each(?)) AND invoice_id IS NULL',
  ).run(id, ids)
}

export function unlockInvoice(db: Connection, id: number, reason: string, now: Instant): void {
  if (findInvoice(db, id).unlockedAt !== null) throw expected('not_found', { what: 'locked-invoice', id })
  db.prepare<[number]>('UPDATE time_entry SET invoice_id = NULL WHERE invoice_id = ?').run(id)
  db.prepare<[Instant, number]>('UPDATE invoice SET unlocked_at = ? WHERE id = ?').run(now, id)
  db.prepare<[number, Instant, string]>('INSERT INTO invoice_unlock (invoice_id, at, reason) VALUES (?, ?, ?)').run(
    id,
    now,
    reason,
  )
}

/** What is open in its period now is locked, after all other invoices, with what it comes to now; fees another invoice charges by now are left to that. */
export function lockInvoice(db: Connection, id: number, { now, today }: CommandContext): void {
  const invoice = findInvoice(db, id)
  if (invoice.unlockedAt === null) throw expected('not_found', { what: 'unlocked-invoice', id })
  const { lines, fees } = openWithin(db, invoice.clientId, { from: invoice.from, to: invoice.to }, today)
  const months = JSON.parse(invoice.feeMonths) as string[]
  const sums = sumInvoice(
    lines,
    fees.filter(({ month }) => months.includes(month)),
  )
  db.prepare<[object]>(
    `UPDATE invoice SET raw_seconds = @rawSeconds, billed_seconds = @billedSeconds, cents = @cents, fee_cents = @feeCents,
       fee_months = @feeMonths, locked_at = @now, unlocked_at = NULL WHERE id = @id`,
  ).run({ ...sums, id, now })
  lockEntries(db, id, lines)
  followInvoice(db, findInvoice(db, id))
}

export function removeInvoice(db: Connection, id: number): void {
  const invoice = findInvoice(db, id)
  if (invoice.unlockedAt === null) throw expected('in_use', { what: 'invoice', count: invoice.entryCount })
  if (invoice.eventId !== null) db.prepare<[number]>('DELETE FROM revenue_event WHERE id = ?').run(invoice.eventId)
  db.prepare<[number]>('DELETE FROM invoice WHERE id = ?').run(id)
}
