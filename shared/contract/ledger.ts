/** The lines behind every figure, and what is entered by hand. */
import * as z from 'zod'
import { REPETITIONS } from '../domain/spreading.ts'
import { base } from './errors.ts'
import {
  ActivityField,
  CentsField,
  commandInput,
  DayField,
  MAX_PAGE_SIZE,
  Name,
  Note,
  PeriodField,
  PositiveCents,
  ReceiptField,
  RecordId,
  ScopeField,
} from './fields.ts'

export const LINE_KINDS = ['labour', 'ads', 'tool', 'service', 'levy', 'other', 'revenue'] as const
export const LineKindField = z.enum(LINE_KINDS)
export type LineKind = z.output<typeof LineKindField>

/** A dimension filter: an id, or null for "without". Absent: any. */
const IdOrNone = RecordId.nullable().optional()

export const LineFilter = z.object({
  period: PeriodField,
  scope: ScopeField.optional(),
  kinds: z.array(LineKindField).min(1).max(7).optional(),
  channelId: IdOrNone,
  campaignId: IdOrNone,
  personId: IdOrNone,
  activity: ActivityField.nullable().optional(),
  /** Words in the description. */
  text: z.string().max(200).optional(),
})
export type LineFilter = z.output<typeof LineFilter>

export const LineSource = z.enum(['time', 'ad-spend', 'expense', 'revenue'])

export const LedgerLine = z.object({
  id: RecordId,
  day: DayField,
  scope: ScopeField,
  kind: LineKindField,
  cents: CentsField,
  /** Labour only. */
  seconds: z.int(),
  /** False: labour without a cost rate in force. */
  isPriced: z.boolean(),
  person: z.string().nullable(),
  activity: ActivityField.nullable(),
  channel: z.string().nullable(),
  campaign: z.string().nullable(),
  /** What the source says about itself: the entry's note, the campaign, the expense's or order's name. */
  description: z.string(),
  source: z.object({ kind: LineSource, id: RecordId, batchId: RecordId.nullable() }),
})
export type LedgerLine = z.output<typeof LedgerLine>

/** Where the next page begins: the last line's day and id. */
export const LineCursor = z.object({ day: DayField, id: RecordId })

export const EXPENSE_KINDS = ['ads', 'tool', 'service', 'levy', 'other'] as const

const ExpenseFields = {
  kind: z.enum(EXPENSE_KINDS),
  name: Name,
  /** Net of VAT, of one period where it repeats. */
  cents: PositiveCents,
  startsOn: DayField,
  /** Last day it runs or is spread over; null: until further notice, or one day for `once`. */
  endsOn: DayField.nullable(),
  repetition: z.enum(REPETITIONS),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  scope: ScopeField,
  note: Note,
}
export const Expense = z.object({ id: RecordId, ...ExpenseFields, cents: CentsField })
export type Expense = z.output<typeof Expense>

const PageSize = z.int().min(1).max(MAX_PAGE_SIZE).default(100)

export const VerifyReport = z.object({
  isSound: z.boolean(),
  checks: z.array(z.object({ name: z.string(), isPassed: z.boolean(), detail: z.string() })),
})
export type VerifyReport = z.output<typeof VerifyReport>

export const ledger = {
  /** Lines of a period, latest first, a page at a time, with the sums of all that match on the first page. Changes nothing. */
  lines: base
    .input(z.object({ filter: LineFilter, cursor: LineCursor.nullable().default(null), limit: PageSize }))
    .output(
      z.object({
        lines: z.array(LedgerLine),
        next: LineCursor.nullable(),
        sums: z
          .object({ count: z.int(), costCents: CentsField, revenueCents: CentsField, seconds: z.int() })
          .nullable(),
      }),
    ),
  /** Costs entered by hand. Changes nothing. */
  expenses: base.output(z.array(Expense)),
  addExpense: base.input(commandInput({ expense: z.object(ExpenseFields) })).output(ReceiptField),
  updateExpense: base.input(commandInput({ id: RecordId, expense: z.object(ExpenseFields) })).output(ReceiptField),
  removeExpense: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** Compares rollups with lines, shares with events, and asks SQLite to check the file. Changes nothing. */
  verify: base.output(VerifyReport),
}
