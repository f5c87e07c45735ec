/** What a timesheet of a client lists, and what it comes to. */
import type { BilledFigures, RetainerState, TimesheetQuestion } from '../../../../shared/contract/billing-records.ts'
import type { Activity } from '../../../../shared/domain/activity.ts'
import { MAX_TIMESHEET_ENTRIES } from '../../../../shared/domain/billing-statement.ts'
import type { Rounding } from '../../../../shared/domain/billing-rounding.ts'
import { monthOf, type Day, type Month } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import {
  clientMonths,
  feesOf,
  figuresOf,
  isOpen,
  isWholeWithin,
  isWithin,
  openFees,
  retainerState,
  sumOfCents,
  type MonthlyFee,
  type WorkLine,
  type WorkMonth,
} from './client-work.ts'
import { findInvoice, type InvoiceRow } from './invoice-row.ts'
import { readTerms } from './terms-store.ts'

/** What stands on a sheet besides the figures of a line. */
export interface EntryDetails {
  readonly id: number
  readonly activity: Activity | null
  readonly projectId: number | null
  readonly project: string | null
  readonly note: string
  readonly person: string
  readonly isEstimate: boolean
  readonly isUntimed: boolean
  readonly invoice: string | null
}

export interface SheetLine extends WorkLine {
  readonly details: EntryDetails
}

export interface Timesheet {
  readonly client: string
  readonly rounding: Rounding
  /** In order of time. */
  readonly lines: readonly SheetLine[]
  readonly sums: BilledFigures
  readonly fees: readonly MonthlyFee[]
  readonly feeCents: number
  readonly retainer: readonly RetainerState[]
  readonly invoice: InvoiceRow | null
  readonly differsFromInvoice: boolean
}

export function readTimesheet(db: Connection, question: TimesheetQuestion, today: Day): Timesheet {
  const { clientId, period } = question
  const client = db.prepare<[number]>('SELECT name FROM client WHERE id = ?').pluck().get(clientId)
  if (typeof client !== 'string') throw expected('not_found', { what: 'client', id: clientId })
  const invoice = question.invoiceId === undefined ? null : findInvoice(db, question.invoiceId)
  const terms = readTerms(db)(clientId)
  const end = monthOf(period.to)
  const until = end > monthOf(today) ? end : monthOf(today)
  const months = clientMonths(db, terms, until, period)
  const lines = months
    .flatMap((month) => month.lines)
    .filter((line) => isAsked(line, question))
    .toSorted((a, b) => a.entry.startedAt - b.entry.startedAt || a.entry.id - b.entry.id)
  if (lines.length > MAX_TIMESHEET_ENTRIES)
    throw expected('invalid_value', { field: 'period', reason: 'too_many_entries', value: String(lines.length) })
  const fees = invoice ? invoicedFees(invoice, months) : sheetFees(db, question, months)
  const sums = figuresOf(lines)
  const feeCents = sumOfCents(fees)
  return {
    client,
    rounding: terms.rounding,
    lines: withDetails(db, lines),
    sums,
    fees,
    feeCents,
    retainer: months.filter(({ month }) => touches(month, period)).flatMap((month) => retainerState(month) ?? []),
    invoice,
    differsFromInvoice:
      invoice !== null && (invoice.billedSeconds !== sums.billedSeconds || invoice.cents !== sums.cents + feeCents),
  }
}

function isAsked(line: WorkLine, { invoiceId, period, isOnlyOpen, isOnlyBillable }: TimesheetQuestion): boolean {
  if (invoiceId !== undefined) return line.entry.invoiceId === invoiceId
  if (!isWithin(line, period) || (isOnlyBillable && !line.entry.isBillable)) return false
  return !isOnlyOpen || isOpen(line) || !line.entry.isBillable
}

function touches(month: Month, { from, to }: TimesheetQuestion['period']): boolean {
  return month >= monthOf(from) && month <= monthOf(to)
}

/** As they were charged, whatever the retainer says now. */
function invoicedFees({ feeMonths, feeCents }: InvoiceRow, months: readonly WorkMonth[]): MonthlyFee[] {
  const charged = JSON.parse(feeMonths) as Month[]
  if (charged.length === 1) return charged.map((month) => ({ month, cents: feeCents }))
  return feesOf(months).filter(({ month }) => charged.includes(month))
}

function sheetFees(db: Connection, { clientId, period, isOnlyOpen }: TimesheetQuestion, months: readonly WorkMonth[]) {
  const fees = isOnlyOpen ? openFees(db, clientId, months, monthOf(period.to)) : feesOf(months)
  return fees.filter(({ month }) => isWholeWithin(month, period))
}

interface DetailsRow extends Omit<EntryDetails, 'isEstimate' | 'isUntimed'> {
  readonly isEstimate: number
  readonly isUntimed: number
}

function withDetails(db: Connection, lines: readonly WorkLine[]): SheetLine[] {
  const rows = db
    .prepare<[string], DetailsRow>(
      `SELECT entry.id, entry.activity, entry.project_id AS projectId, project.name AS project, entry.note, person.name AS person,
         entry.is_estimate AS isEstimate, entry.is_untimed AS isUntimed, invoice.number AS invoice
       FROM json_each(?) AS asked CROSS JOIN time_entry AS entry ON entry.id = asked.value
       JOIN person ON person.id = entry.person_id LEFT JOIN project ON project.id = entry.project_id
       LEFT JOIN invoice ON invoice.id = entry.invoice_id`,
    )
    .all(JSON.stringify(lines.map(({ entry }) => entry.id)))
  const details = new Map(rows.map((row) => [row.id, row]))
  return lines.flatMap((line) => {
    const row = details.get(line.entry.id)
    if (!row) return []
    return [{ ...line, details: { ...row, isEstimate: row.isEstimate === 1, isUntimed: row.isUntimed === 1 } }]
  })
}
