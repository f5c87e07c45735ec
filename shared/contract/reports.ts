/** The report for those who pay, and the ledger's data as files. */
import * as z from 'zod'
import { POST_FORMATS } from '../domain/post-format.ts'
import { base } from './errors.ts'
import { ActivityField, SumField, DayField, LanguageField, ModelField, NetworkField, PeriodField } from './fields.ts'
import { FilePieces, NumberStyleField } from './file-pieces.ts'
import { COST_KINDS } from './ledger.ts'
import { ResultFigures, ResultRow, ResultSummary, VerdictField } from './result.ts'

/** What the facts suggest; each is counted, none is guessed. */
const NextStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enter'), lack: z.enum(['rate', 'margin', 'hours', 'revenue']) }),
  z.object({ kind: z.literal('purchases-missing'), per: z.enum(['week', 'period']), count: z.int() }),
  z.object({
    kind: z.literal('best-hours'),
    channel: z.string(),
    activity: ActivityField,
    returnPerHourCents: SumField,
    averageRateCents: SumField.nullable(),
  }),
  z.object({ kind: z.literal('channel-costs'), channel: z.string(), resultCents: SumField }),
  z.object({ kind: z.literal('untouched-purchases'), count: z.int(), netCents: SumField }),
  z.object({ kind: z.literal('unloved'), seconds: z.int(), share: z.number() }),
  z.object({
    kind: z.literal('budget-exceeded'),
    cost: z.enum(COST_KINDS),
    plannedCents: SumField,
    cents: SumField,
  }),
])
export type NextStep = z.output<typeof NextStep>

const Range = z.object({ lowestCents: SumField, highestCents: SumField })

/** The figures of the report: this is the JSON file. Fields are only ever added; else the version grows. */
export const MonthReport = z.object({
  format: z.literal('gegenwert-report'),
  version: z.literal(1),
  ledger: z.object({ name: z.string(), currency: z.string(), timeZone: z.string() }),
  madeOn: DayField,
  period: z.object({ from: DayField, to: DayField }),
  /** What the period is compared with: the month before, or as many days before it. */
  before: z.object({ period: z.object({ from: DayField, to: DayField }), totals: ResultFigures }).nullable(),
  /** Null where the period is not exactly a month. */
  closing: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('open'), isRunning: z.boolean() }),
      z.object({
        kind: z.literal('closed'),
        day: DayField,
        hash: z.string(),
        /** The result reported at the closing; null where none could be stated. */
        resultCents: SumField.nullable(),
        /** Attribution or margin changed since: the seal covers lines, not who gets the credit. */
        differs: z.boolean(),
      }),
    ])
    .nullable(),
  model: ModelField,
  windowDays: z.int(),
  totals: ResultFigures,
  channels: z.array(ResultRow.extend({ verdict: VerdictField.nullable(), range: Range.nullable() })),
  activities: ResultSummary.shape.labourByActivity,
  posts: z.array(z.object({ format: z.enum(POST_FORMATS).nullable(), count: z.int() })),
  coverage: ResultSummary.shape.coverage,
  other: ResultSummary.shape.other,
  uncountedOrders: z.int(),
  leads: z.object({
    /** Leads that came, were won and were lost in the period; what is open now, and its value × probability. */
    came: z.int(),
    won: z.int(),
    lost: z.int(),
    open: z.int(),
    openWeightedCents: SumField,
  }),
  lacks: ResultSummary.shape.lacks,
  /** Verdict over `judged`, range over the models in the period itself. */
  certainty: z.object({ verdict: VerdictField, range: Range }).nullable(),
  /** What the verdicts look at: the period, or half a year up to its end where it holds too few weeks for one. */
  judged: z.object({ from: DayField, to: DayField }),
  byModel: z.array(z.object({ model: ModelField, resultCents: SumField })),
  breakEvenRevenueCents: SumField.nullable(),
  purchasesMissing: z.int().nullable(),
  marginBasisPoints: z.int().nullable(),
  /** By kind of cost, where a budget is set for a month of the period. */
  budget: z.array(z.object({ kind: z.enum(COST_KINDS), plannedCents: SumField, cents: SumField })),
  next: z.array(NextStep),
})
export type MonthReport = z.output<typeof MonthReport>

/** Words with a colour of their own: what costs, what comes back, what stands beside. */
const Run = z.object({ text: z.string(), tone: z.enum(['cost', 'return', 'aside']).optional() })
export type Run = z.output<typeof Run>

const Cell = z.object({
  text: z.string(),
  tone: z.enum(['cost', 'return', 'warn', 'aside']).optional(),
  network: NetworkField.nullable().optional(),
})
export type Cell = z.output<typeof Cell>

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), runs: z.array(Run), isSmall: z.boolean().optional() }),
  /** `hasMarks`: each item begins with a mark of its own. */
  z.object({ kind: z.literal('list'), items: z.array(z.array(Run)), hasMarks: z.boolean().optional() }),
  /** Words as they were written, with their line breaks. */
  z.object({ kind: z.literal('quote'), text: z.string() }),
  /** An attachment that pages show as a picture; a file without one names it. */
  z.object({ kind: z.literal('picture'), attachmentId: z.int(), caption: z.string() }),
  z.object({
    kind: z.literal('table'),
    label: z.string(),
    /** Line breaks in its cells stay, and long words are broken. */
    isText: z.boolean().optional(),
    columns: z.array(z.object({ header: z.string(), isNumber: z.boolean() })),
    rows: z.array(z.object({ isTotal: z.boolean(), cells: z.array(Cell) })),
  }),
  /** Lines to sign on. */
  z.object({ kind: z.literal('signatures'), labels: z.array(z.string()) }),
  /** Bars in units of the drawing; the page and the file draw the same. */
  z.object({
    kind: z.literal('waterfall'),
    label: z.string(),
    width: z.number(),
    height: z.number(),
    zero: z.number(),
    bars: z.array(
      z.object({
        label: z.string(),
        value: z.string(),
        tone: z.enum(['cost', 'return']),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
        valueY: z.number(),
      }),
    ),
  }),
])
export type Block = z.output<typeof Block>

/** The report as it reads, in one language: screen, paper and HTML file show the same words. */
export const ReportDocument = z.object({
  language: LanguageField,
  fileName: z.string(),
  title: z.string(),
  subtitle: z.string(),
  state: z.object({ text: z.string(), isFinal: z.boolean() }).nullable(),
  sentence: z.array(Run),
  facts: z.array(
    z.object({ label: z.string(), value: z.string(), remark: z.string(), tone: z.enum(['cost', 'return']).nullable() }),
  ),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      isHalf: z.boolean(),
      /** May go over several pages. */
      isLong: z.boolean().optional(),
      blocks: z.array(Block),
    }),
  ),
  /** In the margins of every page. */
  pageHead: z.string(),
  pageFoot: z.string(),
  /** Around the page's number: "Seite ", " von ". */
  pageNumber: z.object({ before: z.string(), between: z.string() }),
})
export type ReportDocument = z.output<typeof ReportDocument>

export const FILE_KINDS = ['html', 'csv', 'json', 'journal', 'lines-csv', 'purchases-csv'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const Question = {
  period: PeriodField,
  model: ModelField.default('last'),
  /** Of the report, whatever the screen speaks. */
  language: LanguageField,
}

export const reports = {
  /** The report of a period. Changes nothing. */
  monthReport: base.input(z.object(Question)).output(z.object({ figures: MonthReport, document: ReportDocument })),
  /**
   * A file in pieces: first its name, then its text. Stop reading to cancel. The report's files are of the period; the ledger's
   * data (journal, lines, purchases) of the period or, without one, everything. Changes nothing.
   */
  exportFile: base
    .input(
      z.object({
        kind: z.enum(FILE_KINDS),
        period: PeriodField.optional(),
        model: Question.model,
        language: LanguageField,
        /** Absent: as the language writes them. */
        numbers: NumberStyleField.optional(),
        /** Journal: a transaction for each ledger line, or one a day with its sums by account. */
        journal: z.enum(['lines', 'days']).default('lines'),
      }),
    )
    .output(FilePieces),
}
