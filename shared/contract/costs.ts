/** Costs entered by hand, the receipts they rest on, and the rates foreign amounts are converted at. */
import * as z from 'zod'
import { MAX_RATE_MILLIONTHS } from '../domain/exchange.ts'
import { MAX_RECEIPTS_OF_ONE } from '../domain/receipt-file.ts'
import { REPETITIONS } from '../domain/spreading.ts'
import { base } from './errors.ts'
import {
  commandInput,
  CurrencyCode,
  DayField,
  ForeignCents,
  Name,
  Note,
  PositiveCents,
  ReceiptField,
  RecordId,
  ScopeField,
  SumField,
} from './fields.ts'

export const EXPENSE_KINDS = ['ads', 'tool', 'service', 'levy', 'other'] as const

/** Units of the ledger's currency for one of the other, in millionths. */
const RateMillionths = z.int().min(1).max(MAX_RATE_MILLIONTHS)

/** An amount as it was charged. The rate stays with it: a rate that is listed anew changes nothing booked. */
export const ForeignAmount = z.object({
  currency: CurrencyCode,
  /** Hundredths of the other currency. */
  cents: ForeignCents,
  rateMillionths: RateMillionths,
  rateDay: DayField,
})
export type ForeignAmount = z.output<typeof ForeignAmount>

const ExpenseFields = {
  kind: z.enum(EXPENSE_KINDS),
  name: Name,
  /** Net of VAT, of one period where it repeats. Worked out anew where `foreign` is given. */
  cents: PositiveCents,
  foreign: ForeignAmount.nullable().default(null),
  startsOn: DayField,
  /** Last day it runs or is spread over; null: until further notice, or one day for `once`. */
  endsOn: DayField.nullable(),
  repetition: z.enum(REPETITIONS),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  clientId: RecordId.nullable().default(null),
  departmentId: RecordId.nullable().default(null),
  postId: RecordId.nullable().default(null),
  scope: ScopeField,
  /** Services only: the work of self-employed artists or publicists, on which Germany levies. */
  isCreative: z.boolean().default(false),
  note: Note,
}
export const ExpenseInput = z.object(ExpenseFields)
export type ExpenseInput = z.output<typeof ExpenseInput>

export const ReceiptState = z.enum(['present', 'missing', 'changed'])
export type ReceiptState = z.output<typeof ReceiptState>

export const Attachment = z.object({
  id: RecordId,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  addedAt: z.int(),
  /** By its size; its content is compared when it is opened or checked. */
  state: ReceiptState,
})
export type Attachment = z.output<typeof Attachment>

export const Expense = z.object({
  id: RecordId,
  ...ExpenseFields,
  name: z.string(),
  note: z.string(),
  cents: SumField,
  /** A levy: the service it was booked for. */
  levyOfId: RecordId.nullable(),
  /** A service: the levy booked for it. */
  levyId: RecordId.nullable(),
  receipts: z.array(Attachment),
  /** What is booked of it per calendar year. */
  years: z.array(z.object({ year: z.int(), cents: SumField })),
})
export type Expense = z.output<typeof Expense>

const Handle = z.uuid()

/** What goes along with an expense in the same command. */
const Beside = {
  /** Staged files to attach as receipts. */
  attach: z.array(Handle).max(MAX_RECEIPTS_OF_ONE).default([]),
  /** Receipts to take off. */
  detach: z.array(RecordId).max(MAX_RECEIPTS_OF_ONE).default([]),
  /** The levy beside a creative service, under this name; null: none. Absent: as it is. */
  levy: z.object({ name: Name }).nullable().optional(),
}

export const ExchangeRate = z.object({
  id: RecordId,
  currency: CurrencyCode,
  day: DayField,
  rateMillionths: RateMillionths,
  /** Costs and sales that were converted at exactly this rate; they keep it. */
  uses: z.int(),
})
export type ExchangeRate = z.output<typeof ExchangeRate>

export const ReceiptCheck = z.object({
  count: z.int(),
  bytes: z.int(),
  /** Receipts whose file is gone or is not the one that was attached. */
  problems: z.array(
    z.object({
      attachmentId: RecordId,
      fileName: z.string(),
      expenseId: RecordId.nullable(),
      of: z.string(),
      state: ReceiptState,
    }),
  ),
  /** Files that nothing points at and no undo needs. */
  unused: z.object({ count: z.int(), bytes: z.int() }),
  folder: z.string(),
})
export type ReceiptCheck = z.output<typeof ReceiptCheck>

export const costs = {
  /** Costs entered by hand, latest first. Changes nothing. */
  expenses: base.output(z.array(Expense)),
  addExpense: base.input(commandInput({ expense: ExpenseInput, ...Beside })).output(ReceiptField),
  updateExpense: base.input(commandInput({ id: RecordId, expense: ExpenseInput, ...Beside })).output(ReceiptField),
  /** Removes an expense with its receipts and its levy. */
  removeExpense: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Creative services paid in a calendar year, in cents. Changes nothing. */
  creativeServices: base
    .input(z.object({ year: z.int().min(1900).max(2200) }))
    .output(z.object({ cents: SumField, count: z.int() })),

  /** Known rates, latest first. Changes nothing. */
  exchangeRates: base.output(z.array(ExchangeRate)),
  /** Enters the rate of a currency on a day, or replaces it. What was booked keeps its rate. */
  setExchangeRate: base
    .input(commandInput({ currency: CurrencyCode, day: DayField, rateMillionths: RateMillionths }))
    .output(ReceiptField),
  removeExchangeRate: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** Announces a receipt; its bytes follow in pieces. Keeps it in memory until it is attached. */
  stageReceipt: base
    .input(z.object({ name: z.string().min(1).max(500), bytes: z.int().min(0) }))
    .output(z.object({ handle: Handle })),
  appendReceipt: base
    .input(z.object({ handle: Handle, base64: z.base64().max(1_500_000) }))
    .output(z.object({ receivedBytes: z.int() })),
  discardReceipt: base.input(z.object({ handle: Handle })).output(z.object({})),
  /** A piece of a receipt, base64. The first call compares the whole file with what was attached. Changes nothing. */
  readReceipt: base
    .input(z.object({ id: RecordId, offset: z.int().min(0) }))
    .output(z.object({ base64: z.string(), next: z.int().nullable() })),
  /** Compares every receipt with what was attached, and looks for files nothing points at. Changes nothing. */
  checkReceipts: base.output(ReceiptCheck),
  /** Deletes files that nothing points at and no undo needs. Cannot be undone. */
  tidyReceipts: base.output(z.object({ count: z.int(), bytes: z.int() })),
}
