/** A client's entries, as they are billed month by month. */
import type { BilledFigures, RetainerState } from '../../../../shared/contract/billing-records.ts'
import {
  billMonths,
  sumLines,
  type BillableEntry,
  type BilledLine,
  type BilledMonth,
  type BillingTerms,
} from '../../../../shared/domain/billing-statement.ts'
import { firstDayOf, lastDayOf, type Day, type Month, type Period } from '../../../../shared/domain/day.ts'
import { isNearlyUsed } from '../../../../shared/domain/retainer.ts'
import type { Connection } from '../../database/connection.ts'

export interface WorkEntry extends BillableEntry {
  readonly id: number
  readonly clientId: number
  readonly startedAt: number
  readonly endedAt: number
  readonly invoiceId: number | null
}
export type WorkLine = BilledLine<WorkEntry>
export type WorkMonth = BilledMonth<WorkEntry>

interface EntryRow {
  id: number
  clientId: number
  personId: number
  day: Day
  startedAt: number
  endedAt: number
  isBillable: number
  invoiceId: number | null
}

/**
 * Ended entries of one client or of all, in the order in which they use up a retainer: what was invoiced first, an invoice after the
 * other, so that each keeps its place whatever is entered or invoiced later. Where `period` is given, what is open in it comes next
 * and is rounded by itself: as an invoice of it would.
 */
export function readEntries(db: Connection, clientId: number | null, since: Day | null, period?: Period): WorkEntry[] {
  const conditions = [
    'entry.client_id IS NOT NULL',
    'ended_at IS NOT NULL',
    ...(clientId === null ? [] : ['entry.client_id = @clientId']),
    // Older ones matter where they are open, or where their months still carry hours over.
    ...(since === null
      ? []
      : ['(invoice_id IS NULL OR day >= @since OR entry.client_id IN (SELECT client_id FROM retainer))']),
  ]
  return db
    .prepare<[object], EntryRow>(
      `SELECT entry.id, entry.client_id AS clientId, person_id AS personId, day, started_at AS startedAt, ended_at AS endedAt,
         is_billable AS isBillable, invoice_id AS invoiceId
       FROM time_entry AS entry LEFT JOIN invoice ON invoice.id = entry.invoice_id WHERE ${conditions.join(' AND ')}
       ORDER BY entry.client_id, invoice_id IS NULL, locked_at, invoice_id, day NOT BETWEEN @from AND @to, started_at, entry.id`,
    )
    .all({ clientId, since, from: period?.from ?? null, to: period?.to ?? null })
    .map((row) => ({
      ...row,
      isBillable: row.isBillable === 1,
      seconds: Math.round((row.endedAt - row.startedAt) / 1000),
      together: togetherOf(row, period),
    }))
}

function togetherOf({ invoiceId, day }: EntryRow, period: Period | undefined): string {
  if (invoiceId !== null) return `invoice ${invoiceId}`
  return period && (day < period.from || day > period.to) ? 'beyond' : 'open'
}

/** The months of one client up to one that is included, with everything that decides about them. */
export function clientMonths(db: Connection, terms: BillingTerms, until: Month, period?: Period): WorkMonth[] {
  return billMonths(readEntries(db, terms.clientId, null, period), terms, until)
}

export function linesOf(months: readonly WorkMonth[]): WorkLine[] {
  return months.flatMap((month) => month.lines)
}

export function isOpen({ entry }: WorkLine): boolean {
  return entry.invoiceId === null && entry.isBillable
}

export function isWithin({ entry: { day } }: WorkLine, { from, to }: Period): boolean {
  return day >= from && day <= to
}

export const figuresOf: (lines: readonly WorkLine[]) => BilledFigures = sumLines

export function retainerState({ month, retainer, lines }: WorkMonth): RetainerState | null {
  if (!retainer) return null
  const { retainer: terms, ...seconds } = retainer
  const { cents, unpricedSeconds } = sumLines(lines)
  return {
    ...seconds,
    month,
    monthlySeconds: terms.monthlySeconds,
    feeCents: terms.feeCents,
    excessCents: cents,
    unpricedSeconds,
    isNearlyUsed: isNearlyUsed(seconds.usedSeconds, seconds.availableSeconds),
  }
}

export interface MonthlyFee {
  readonly month: Month
  readonly cents: number
}

/** Fees of retainers that no locked invoice charges, of the months up to one that is included. */
export function openFees(db: Connection, clientId: number, months: readonly WorkMonth[], until: Month): MonthlyFee[] {
  const charged = chargedMonths(db, clientId)
  return feesOf(months).filter(({ month }) => month <= until && !charged.has(month))
}

export function feesOf(months: readonly WorkMonth[]): MonthlyFee[] {
  return months.flatMap(({ month, retainer }) => {
    const cents = retainer?.retainer.feeCents ?? 0
    return cents === 0 ? [] : [{ month, cents }]
  })
}

function chargedMonths(db: Connection, clientId: number): ReadonlySet<string> {
  const months = db
    .prepare<[number]>(
      'SELECT value FROM invoice CROSS JOIN json_each(invoice.fee_months) WHERE client_id = ? AND unlocked_at IS NULL',
    )
    .pluck()
    .all(clientId) as string[]
  return new Set(months)
}

/** Whole months of a period: a fee belongs to the sheet that holds its month entirely. */
export function isWholeWithin(month: Month, { from, to }: Period): boolean {
  return firstDayOf(month) >= from && lastDayOf(month) <= to
}

export function sumOfCents(amounts: readonly { readonly cents: number }[]): number {
  return amounts.reduce((sum, { cents }) => sum + cents, 0)
}
