/** What clients pay for hours: rates, rounding, retainers, timesheets, invoices – and which of them pays. */
import * as z from 'zod'
import {
  BilledClient,
  BilledFigures,
  BillingRateRow,
  ClientResult,
  Invoice,
  InvoiceBooking,
  InvoiceNumber,
  MAX_CLIENTS,
  MAX_INVOICES,
  MAX_REASON_LENGTH,
  MonthField,
  RateField,
  RetainerInput,
  RetainerRow,
  RetainerState,
  RoundingField,
  TimesheetQuestion,
} from './billing-records.ts'
import { base } from './errors.ts'
import {
  commandInput,
  DayField,
  LanguageField,
  LineOfText,
  ModelField,
  PeriodField,
  ReceiptField,
  RecordId,
  SumField,
} from './fields.ts'
import { FilePieces, NumberStyleField } from './file-pieces.ts'
import { ReportDocument } from './reports.ts'

const RatesField = z.array(BillingRateRow).max(2_000)

export const billing = {
  /** Whether anything of billing is set up. Changes nothing. */
  status: base.output(z.object({ hasRates: z.boolean() })),
  /** All clients with their hours of a month, what they come to, and what is not invoiced yet. Changes nothing. */
  clients: base.input(z.object({ month: MonthField })).output(
    z.object({
      clients: z.array(BilledClient).max(MAX_CLIENTS),
      /** Rates that hold for every client. */
      rates: RatesField,
    }),
  ),
  /** One client: terms, rates, retainers with all their months up to the one asked for. Changes nothing. */
  client: base.input(z.object({ id: RecordId, month: MonthField })).output(
    z.object({
      client: BilledClient,
      rates: RatesField,
      retainers: z.array(RetainerRow).max(200),
      months: z.array(RetainerState).max(1_200),
    }),
  ),
  /** Clients whose retainer is used up by 80 % or more this month, the fullest first. Changes nothing. */
  warnings: base.output(
    z
      .array(z.object({ clientId: RecordId, client: z.string(), usedSeconds: z.int(), availableSeconds: z.int() }))
      .max(MAX_CLIENTS),
  ),
  /** The client whose retainer is the fullest this month; null: there is none. Changes nothing. */
  fullest: base.output(BilledClient.nullable()),

  /** How a client's hours are rounded. Invoices keep what they came to. */
  setRounding: base.input(commandInput({ clientId: RecordId, rounding: RoundingField })).output(ReceiptField),
  /** What an hour costs from a day on; one that begins on the same day is replaced. Null: for every client, every person. */
  setRate: base
    .input(
      commandInput({
        clientId: RecordId.nullable(),
        personId: RecordId.nullable(),
        validFrom: DayField,
        centsPerHour: RateField,
      }),
    )
    .output(ReceiptField),
  removeRate: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** A retainer from a month on; one that runs until then ends before it. Fails with `invalid_value` fromMonth `overlaps`. */
  addRetainer: base.input(commandInput({ clientId: RecordId, retainer: RetainerInput })).output(ReceiptField),
  updateRetainer: base.input(commandInput({ id: RecordId, retainer: RetainerInput })).output(ReceiptField),
  removeRetainer: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** The timesheet of a client as it reads. Fails with `invalid_value` period `too_many_entries`. Changes nothing. */
  timesheet: base.input(TimesheetQuestion).output(
    z.object({
      document: ReportDocument,
      sums: BilledFigures,
      /** Of an invoice: what it came to is not what it comes to now, because rates or terms have changed. */
      differsFromInvoice: z.boolean(),
    }),
  ),
  /** The same as a file: the sheet as HTML, its entries as CSV. Changes nothing. */
  timesheetFile: base
    .input(TimesheetQuestion.extend({ kind: z.enum(['html', 'csv']), numbers: NumberStyleField.optional() }))
    .output(FilePieces),

  /** Invoices, latest first. Changes nothing. */
  invoices: base.input(z.object({ clientId: RecordId.nullable() })).output(z.array(Invoice).max(MAX_INVOICES)),
  /** What an invoice of a period would hold. Changes nothing. */
  invoicePreview: base.input(z.object({ clientId: RecordId, period: PeriodField })).output(
    z.object({
      figures: BilledFigures,
      /** Months of retainers in the period whose fee no invoice charges. */
      fees: z.array(z.object({ month: MonthField, cents: SumField })).max(2_000),
      /** Billable entries of the period that stand on an invoice already. */
      invoicedCount: z.int(),
      /** The number after the last one. */
      suggestedNumber: z.string(),
    }),
  ),
  /**
   * Marks the billable entries of a period that are not invoiced yet as invoiced: they are locked. With `booking` the amount becomes
   * revenue of one's own at a margin of 100 %. Fails with `name_taken`, `month_closed` (booking.day), `invalid_value` period `nothing_to_invoice`.
   */
  addInvoice: base
    .input(
      commandInput({
        clientId: RecordId,
        period: PeriodField,
        number: InvoiceNumber,
        feeMonths: z.array(MonthField).max(2_000),
        booking: InvoiceBooking.nullable(),
      }),
    )
    .output(ReceiptField),
  /** Frees the entries of an invoice, for a reason that is kept. Revenue that was booked stays. */
  unlockInvoice: base
    .input(commandInput({ id: RecordId, reason: LineOfText.min(1).max(MAX_REASON_LENGTH) }))
    .output(ReceiptField),
  /** Locks the open billable entries of its period again, with the sums of now; revenue booked with it follows. */
  lockInvoice: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Removes an unlocked invoice with the revenue booked for it. Fails with `in_use` while its entries are locked. */
  removeInvoice: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** Which client pays: one's own revenue from each against the cost of the hours for it. Changes nothing. */
  results: base.input(z.object({ period: PeriodField })).output(z.array(ClientResult).max(MAX_CLIENTS)),
  /** A report for a client: the client's own revenue by channel beside what was paid for the work. Changes nothing. */
  clientReport: base
    .input(z.object({ clientId: RecordId, period: PeriodField, model: ModelField, language: LanguageField }))
    .output(
      z.object({
        document: ReportDocument,
        netCents: SumField,
        contributionCents: SumField.nullable(),
        paidCents: SumField,
        /** contribution − paid; null where a margin is missing or no revenue of the client is known. */
        resultCents: SumField.nullable(),
        channels: z
          .array(z.object({ channel: z.string().nullable(), orders: z.number(), netCents: SumField }))
          .max(500),
      }),
    ),
}
