/** The lines behind every figure, and what is entered by hand. */
import * as z from 'zod'
import { POST_FORMATS } from '../domain/post-format.ts'
import { base } from './errors.ts'
import {
  ActivityField,
  CentsField,
  commandInput,
  DayField,
  LineOfText,
  MAX_PAGE_SIZE,
  PeriodField,
  ReceiptField,
  RecordId,
  ScopeField,
  SumField,
} from './fields.ts'

export const LINE_KINDS = ['labour', 'ads', 'tool', 'service', 'levy', 'other', 'revenue'] as const
export const COST_KINDS = ['labour', 'ads', 'tool', 'service', 'levy', 'other'] as const
export const LineKindField = z.enum(LINE_KINDS)
export type LineKind = z.output<typeof LineKindField>

/** More work than this in one line was mistyped. */
const MAX_SECONDS = 36_000_000

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
  postId: IdOrNone,
  /** Of the post a line belongs to; null: lines without a post, or whose post has none. */
  pillarId: IdOrNone,
  format: z.enum(POST_FORMATS).nullable().optional(),
  conversationId: IdOrNone,
  clientId: IdOrNone,
  departmentId: IdOrNone,
  /** Words in the description. */
  text: z.string().max(200).optional(),
  /** Only reversals, corrections, and what arrived after its month was closed. */
  onlyCorrections: z.boolean().optional(),
})
export type LineFilter = z.output<typeof LineFilter>

export const LineSource = z.enum(['time', 'ad-spend', 'expense', 'revenue', 'manual'])

export const LedgerLine = z.object({
  id: RecordId,
  day: DayField,
  scope: ScopeField,
  kind: LineKindField,
  cents: SumField,
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
  /** isRemoved: it is gone and only its lines of closed months are left, with what takes them back; its words went with it. */
  source: z.object({ kind: LineSource, id: RecordId, batchId: RecordId.nullable(), isRemoved: z.boolean() }),
  /** Its month is closed: it never changes again. */
  isSealed: z.boolean(),
  /** The day a correction speaks of, where it is booked on another. */
  forDay: DayField.nullable(),
  reversesLineId: RecordId.nullable(),
  correctsLineId: RecordId.nullable(),
})
export type LedgerLine = z.output<typeof LedgerLine>

/** Where the next page begins: the last line's day and id. */
export const LineCursor = z.object({ day: DayField, id: RecordId })

const PageSize = z.int().min(1).max(MAX_PAGE_SIZE).default(100)

/** What a person enters as a line: a cost of any kind. A negative amount takes back. Revenue has its purchases. */
const ManualLineFields = {
  day: DayField,
  scope: ScopeField,
  kind: z.enum(COST_KINDS),
  cents: CentsField,
  /** Labour only; negative where it takes back. */
  seconds: z.int().min(-MAX_SECONDS).max(MAX_SECONDS),
  text: LineOfText.min(1).max(500),
  personId: RecordId.nullable(),
  activity: ActivityField.nullable(),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  postId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  departmentId: RecordId.nullable(),
}
export const ManualLine = z.object(ManualLineFields)
export type ManualLine = z.output<typeof ManualLine>

export const LINE_RELATIONS = ['reverses', 'corrects', 'reversed-by', 'corrected-by'] as const

export const LineDetails = z.object({
  line: LedgerLine,
  /** The line's fields as a form takes them: to change it, or to correct it. Null for revenue. */
  manual: ManualLine.extend({ text: z.string(), cents: SumField, seconds: z.int() }).nullable(),
  post: z.string().nullable(),
  client: z.string().nullable(),
  department: z.string().nullable(),
  /** Lines that belong together, in both directions. */
  related: z.array(z.object({ relation: z.enum(LINE_RELATIONS), line: LedgerLine })).max(200),
  /** Entered by hand in an open month: can be changed and removed. */
  isEditable: z.boolean(),
  /** Sealed, not revenue, not yet taken back: can be reversed and corrected. */
  isReversible: z.boolean(),
})
export type LineDetails = z.output<typeof LineDetails>

export const MonthField = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)

const Sums = { lineCount: z.int(), costCents: SumField, revenueCents: SumField, seconds: z.int() }

export const MonthState = z.object({
  month: MonthField,
  /** running: not ended yet, cannot be closed. */
  status: z.enum(['closed', 'open', 'running']),
  ...Sums,
  seal: z.object({ sealedAt: z.int(), hash: z.string(), previousHash: z.string() }).nullable(),
  /** The result as it was reported at the closing and as the sources give it today; null while margin or a rate is missing. */
  reportedResultCents: SumField.nullable(),
  presentResultCents: SumField.nullable(),
  /** Some channel's result is another today: purchases were attributed differently, or the margin changed. */
  isReattributed: z.boolean(),
  /** Lines booked in other months that speak of this one. */
  corrections: z.object({ count: z.int(), costCents: SumField, revenueCents: SumField }),
})
export type MonthState = z.output<typeof MonthState>

export const CLOSING_WARNINGS = ['unpriced-hours', 'no-margin', 'pending-purchases', 'no-lines'] as const

export const ClosingPreview = z.object({
  /** What is sealed, in order: the month, after the earlier ones that are still open. */
  months: z.array(z.object({ month: MonthField, ...Sums })),
  /** Months without lines in between that are not listed, where there are very many. */
  emptyMonths: z.int(),
  warnings: z.array(z.object({ kind: z.enum(CLOSING_WARNINGS), month: MonthField, count: z.int(), seconds: z.int() })),
  /** Why it cannot be done now. */
  obstacle: z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('month_not_ended'), data: z.object({ month: z.string() }) }),
      z.object({ code: z.literal('timer_running'), data: z.object({ person: z.string() }) }),
    ])
    .nullable(),
})
export type ClosingPreview = z.output<typeof ClosingPreview>

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
        sums: z.object({ count: z.int(), costCents: SumField, revenueCents: SumField, seconds: z.int() }).nullable(),
      }),
    ),
  /** One line with what belongs to it. Changes nothing. */
  line: base.input(z.object({ id: RecordId })).output(LineDetails),

  /** Lines entered by hand, in open months. */
  addManualLine: base.input(commandInput({ line: ManualLine })).output(ReceiptField),
  updateManualLine: base.input(commandInput({ id: RecordId, line: ManualLine })).output(ReceiptField),
  removeManualLine: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Takes a sealed line back: books its opposite on the first open day it can, pointing at it. */
  reverseLine: base.input(commandInput({ lineId: RecordId, text: ManualLine.shape.text })).output(ReceiptField),
  /** The same, with a new line in its place. */
  correctLine: base.input(commandInput({ lineId: RecordId, line: ManualLine })).output(ReceiptField),

  /** Months from the first line to now, latest first, and the first that can be closed next. Changes nothing. */
  months: base.output(
    z.object({
      months: z.array(MonthState),
      /** Months without lines that are not listed, where there are very many. */
      emptyMonths: z.int(),
      nextMonth: MonthField.nullable(),
    }),
  ),
  /** What closing a month would seal, with warnings. Changes nothing. */
  previewClose: base.input(z.object({ month: MonthField })).output(ClosingPreview),
  /**
   * Seals a month for ever; with `withEarlier` also the open months before it. Cannot be undone. Fails with `month_not_ended`,
   * `not_in_order`, `timer_running`.
   */
  closeMonth: base
    .input(commandInput({ month: MonthField, withEarlier: z.boolean().default(false) }))
    .output(ReceiptField),

  /** Compares rollups with lines, shares with events, seals with what they sealed, and asks SQLite to check the file. Changes nothing. */
  verify: base.output(VerifyReport),
}
