/** What the moderation log adds up to: how fast, how it sounded, what it cost, what followed. Procedures of moderation. */
import * as z from 'zod'
import { FIGURE_GROUPINGS, FIGURE_MEASURES } from '../domain/figure-measures.ts'
import { base } from './errors.ts'
import {
  commandInput,
  DayField,
  LanguageField,
  MAX_PAGE_SIZE,
  ModelField,
  NetworkField,
  PeriodField,
  ReceiptField,
  RecordId,
  SumField,
} from './fields.ts'
import { FilePieces, NumberStyleField } from './file-pieces.ts'
import { ConversationKindField, QueueRow } from './moderation-fields.ts'

export const FigureGroupingField = z.enum(FIGURE_GROUPINGS)
export type FigureGrouping = z.output<typeof FigureGroupingField>

/**
 * Conversations that came in on days of the period, in the ledger's zone of now. What followed later – answers, hours, leads,
 * purchases – counts for the conversation it belongs to, whenever it was.
 */
export const FigureFilter = z.object({
  period: PeriodField,
  /** Null: without. Absent: any. */
  channelId: RecordId.nullable().optional(),
  kind: ConversationKindField.optional(),
  topicId: RecordId.nullable().optional(),
  clientId: RecordId.nullable().optional(),
})
export type FigureFilter = z.output<typeof FigureFilter>

const Times = z.object({
  /** How many times the figures rest on. */
  count: z.int(),
  /** Seconds of service time, by nearest rank. */
  medianSeconds: z.int().nullable(),
  ninetiethSeconds: z.int().nullable(),
})
const Standing = z.object({
  inTime: z.int(),
  late: z.int(),
  /** Not answered when the deadline passed; closing it afterwards changes nothing, unless a measure was taken against it. */
  missed: z.int(),
  /** In time ÷ (in time + late + missed), in basis points. */
  withinBasisPoints: z.int().nullable(),
})

/** A batch counts as many as it stands for; only where rows are counted it is one. Batches have no times and no standing. */
export const ModerationFigures = z.object({
  /** Rows of the log. */
  rows: z.int(),
  conversations: z.int(),
  /** Rows that are batches, and how many conversations they stand for. */
  batches: z.int(),
  batched: z.int(),
  /** Conversations that got an answer. */
  answered: z.int(),
  /** Answers that were given, to the first message and to further ones. */
  answers: z.int(),
  /** Open or waiting, without an answer. */
  unanswered: z.int(),
  /** Done without an answer. */
  closedUnanswered: z.int(),
  first: Times,
  firstStanding: Standing,
  /** Further messages of the other side and the answers to them. */
  next: Times,
  nextStanding: Standing,
  resolution: Times,
  positive: z.int(),
  neutral: z.int(),
  negative: z.int(),
  angry: z.int(),
  /** Positive ÷ (positive + negative + angry), in basis points. */
  positiveBasisPoints: z.int().nullable(),
  /** People reached, by the months within the period and channels for which it is known; null: it is known for none. */
  reach: z.int().nullable(),
  /** Negative and angry ones of these months and channels, and how many there were for each 1,000 people. */
  reachedNegative: z.int(),
  negativePerThousand: z.number().nullable(),
  seconds: z.int(),
  costCents: SumField,
  /** Hours among them without a rate: their cost is not known. */
  unpricedSeconds: z.int(),
  /** Of hours and cost: what was logged as work for a department as well, and so stands in the balance already. */
  chargedSeconds: z.int(),
  chargedCents: SumField,
  /** Cost of what was answered ÷ answers. */
  costPerAnswerCents: z.int().nullable(),
  /** Leads that name one of the conversations, and what they are worth. */
  leads: z.int(),
  leadCents: SumField,
  wonLeads: z.int(),
  wonLeadCents: SumField,
  /** Purchases with a touch that names one of the conversations, at the ledger's window; fractions where a model divides. */
  purchases: z.number(),
  netCents: SumField,
  /** Null while the margin is not known. */
  contributionCents: SumField.nullable(),
})
export type ModerationFigures = z.output<typeof ModerationFigures>

/** An id, a kind, 0 (Monday) to 6, an hour; null: without, as what is known by its day only is without an hour. */
const GroupKey = z.union([z.int(), z.string().max(20)]).nullable()
export type GroupKey = z.output<typeof GroupKey>

export const FigureGroup = z.object({
  key: GroupKey,
  /** Of a record; null for kinds, weekdays, hours, and what has none. */
  name: z.string().nullable(),
  network: NetworkField.nullable(),
  figures: ModerationFigures,
})
export type FigureGroup = z.output<typeof FigureGroup>

export const FigureMeasureField = z.enum(FIGURE_MEASURES)
export type FigureMeasure = z.output<typeof FigureMeasureField>

export const FigureRow = QueueRow.extend({
  day: DayField,
  /** By what the rows are ordered: seconds of service time, or cents. Null where they are ordered by day. */
  value: z.int().nullable(),
})
export type FigureRow = z.output<typeof FigureRow>
export const FigureCursor = z.object({ at: z.union([z.int(), DayField]), id: RecordId })
export type FigureCursor = z.output<typeof FigureCursor>

export const ComplaintTopic = z.object({
  /** Null: complaints without a topic. */
  topicId: RecordId.nullable(),
  name: z.string().nullable(),
  /** Negative and angry ones. */
  conversations: z.int(),
  angry: z.int(),
  seconds: z.int(),
  costCents: SumField,
  unpricedSeconds: z.int(),
  /** How many there were in the period before. */
  before: z.int(),
  /** How many there were in each step of the period. */
  steps: z.array(z.int()),
})
export type ComplaintTopic = z.output<typeof ComplaintTopic>

/** Steps a trend is drawn in. */
export const MAX_TREND_STEPS = 130

export const Complaints = z.object({
  /** The most frequent first. */
  topics: z.array(ComplaintTopic),
  /** Of all; one with several topics counts once. */
  total: ComplaintTopic.omit({ topicId: true, name: true }),
  /** The period before; null where nothing came in then, whatever the filter. */
  before: z.object({ from: DayField, to: DayField }).nullable(),
  step: z.enum(['day', 'week', 'month']),
  /** First days of the steps. */
  starts: z.array(DayField).max(MAX_TREND_STEPS),
})
export type Complaints = z.output<typeof Complaints>

export const ServedDepartment = z.object({
  id: RecordId,
  name: z.string(),
  figures: ModerationFigures,
})
export type ServedDepartment = z.output<typeof ServedDepartment>

const MonthField = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
export const ReachCell = z.object({ channelId: RecordId, month: MonthField, reach: z.int().min(0).max(10_000_000_000) })
export type ReachCell = z.output<typeof ReachCell>
export const ReachChange = ReachCell.extend({
  /** Null: not known. */
  reach: ReachCell.shape.reach.nullable(),
})
export type ReachChange = z.output<typeof ReachChange>

export const moderationFigures = {
  /** First and last day with a conversation; null: there is none. Changes nothing. */
  figureExtent: base.output(PeriodField.nullable()),
  /** Figures of a period, of each group, and of the period before (null where nothing came in then). Changes nothing. */
  figures: base
    .input(z.object({ filter: FigureFilter, by: FigureGroupingField, model: ModelField.default('last') }))
    .output(
      z.object({
        total: ModerationFigures,
        before: z.object({ period: z.object({ from: DayField, to: DayField }), figures: ModerationFigures }).nullable(),
        groups: z.array(FigureGroup),
      }),
    ),
  /**
   * The conversations a figure counts, a page at a time: the slowest or dearest first, else the latest. `group`: of one bar or row;
   * absent: of the whole. `isServed`: only what was handled for other departments. Changes nothing.
   */
  figureRows: base
    .input(
      z.object({
        filter: FigureFilter,
        group: z.object({ by: FigureGroupingField, key: GroupKey }).optional(),
        measure: FigureMeasureField,
        isServed: z.boolean().default(false),
        model: ModelField.default('last'),
        cursor: FigureCursor.nullable().default(null),
        limit: z.int().min(1).max(MAX_PAGE_SIZE).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(FigureRow),
        next: FigureCursor.nullable(),
        /** Of all rows; only with the first page. */
        sums: z
          .object({
            rows: z.int(),
            conversations: z.int(),
            /** The figure itself where it is no count of conversations: further messages, leads, cents. */
            value: SumField.nullable(),
          })
          .nullable(),
      }),
    ),
  /** Negative conversations by topic, with what they took and how they developed. Changes nothing. */
  complaints: base.input(z.object({ filter: FigureFilter })).output(Complaints),
  /** What was handled for other departments, of each and of all of them. Changes nothing. */
  services: base
    .input(z.object({ filter: FigureFilter, model: ModelField.default('last') }))
    .output(z.object({ departments: z.array(ServedDepartment), total: ModerationFigures })),
  /** What channels reached in the months of a year, and the years for which something is known. Changes nothing. */
  reach: base
    .input(z.object({ year: z.int().min(1900).max(2199) }))
    .output(z.object({ cells: z.array(ReachCell), years: z.array(z.int()) })),
  /** Enters what channels reached: one month or many at once, as one step. */
  setReach: base.input(commandInput({ changes: z.array(ReachChange).min(1).max(2_000) })).output(ReceiptField),
  /**
   * The conversations as a table, one row each. Without handles, texts and addresses of the other side unless they are asked for.
   * Without a period: all. Changes nothing.
   */
  exportConversations: base
    .input(
      z.object({
        filter: FigureFilter.partial({ period: true }),
        hasTexts: z.boolean().default(false),
        model: ModelField.default('last'),
        language: LanguageField,
        /** Absent: as the language writes them. */
        numbers: NumberStyleField.optional(),
      }),
    )
    .output(FilePieces),
}
