/** Does it pay, where, and how sure are we. */
import * as z from 'zod'
import { base } from './errors.ts'
import { ActivityField, CentsField, CurrencyCode, DayField, ModelField, NetworkField, PeriodField } from './fields.ts'

export const GROUPINGS = ['channel', 'activity', 'person', 'campaign', 'month'] as const
export const GroupingField = z.enum(GROUPINGS)
export type Grouping = z.output<typeof GroupingField>

const Figures = {
  seconds: z.int(),
  /** Cost of the hours that have a rate; see `unpricedSeconds`. */
  labourCents: CentsField,
  unpricedSeconds: z.int(),
  adsCents: CentsField,
  otherCostCents: CentsField,
  /** Purchases; fractions where a model divides credit. */
  orders: z.number(),
  grossCents: CentsField,
  netCents: CentsField,
  /** Null while the margin is not known. */
  contributionCents: CentsField.nullable(),
  /** Null while the margin or a cost rate is not known. */
  resultCents: CentsField.nullable(),
  returnPerHourCents: z.int().nullable(),
}
export const ResultFigures = z.object(Figures)
export type ResultFigures = z.output<typeof ResultFigures>

export const ResultRow = z.object({
  /** Name shown to the user; null for social cost that belongs to none. */
  key: z.string().nullable(),
  /** Id of the record behind the row, where there is one. */
  id: z.int().nullable(),
  activity: ActivityField.nullable(),
  network: NetworkField.nullable(),
  ...Figures,
})
export type ResultRow = z.output<typeof ResultRow>

/** What keeps a result preliminary. */
export const LACKS = ['rate', 'margin', 'hours', 'revenue'] as const

export const ResultSummary = z.object({
  currency: CurrencyCode,
  period: z.object({ from: DayField, to: DayField }),
  model: ModelField,
  by: GroupingField,
  totals: ResultFigures,
  rows: z.array(ResultRow).max(2_000),
  other: z.object({
    orders: z.number(),
    grossCents: CentsField,
    netCents: CentsField,
    adsCents: CentsField,
    otherCostCents: CentsField,
    /** Work mapped to none of social media's projects. */
    seconds: z.int(),
    labourCents: CentsField,
  }),
  coverage: z.object({
    netCents: CentsField,
    touchedNetCents: CentsField,
    socialNetCents: CentsField,
    /** Purchases that count, and those of them with exactly one known touch. */
    orders: z.int(),
    singleTouchOrders: z.int(),
    touchedOrders: z.int(),
  }),
  /** Social labour by activity, most expensive first. */
  labourByActivity: z.array(
    z.object({ activity: ActivityField.nullable(), seconds: z.int(), cents: CentsField, unpricedSeconds: z.int() }),
  ),
  lacks: z.array(z.enum(LACKS)),
  /** Purchases that are pending or voided and so not counted. */
  uncountedOrders: z.int(),
})
export type ResultSummary = z.output<typeof ResultSummary>

export const VerdictField = z.object({
  kind: z.enum(['earns', 'costs', 'open', 'too-little-data']),
  /** Confidence that a typical week lies above zero, 0 to 1. */
  probability: z.number().nullable(),
  weeks: z.int(),
  purchases: z.number(),
})
const ModelRange = z.object({ lowestCents: CentsField, highestCents: CentsField })

export const Confidence = z.object({
  /** Null while the result is preliminary. */
  total: z.object({ verdict: VerdictField, range: ModelRange }).nullable(),
  channels: z.array(z.object({ channelId: z.int(), verdict: VerdictField, range: ModelRange })),
  /** Result by model, in the order of the models. */
  byModel: z.array(z.object({ model: ModelField, resultCents: CentsField })),
  breakEvenRevenueCents: CentsField.nullable(),
  /** Purchases missing to zero over the whole period; 0 when nothing is missing. */
  purchasesMissing: z.int().nullable(),
  /** Cumulative result at the end of each ISO week (or its part within the period). */
  cumulative: z.array(z.object({ day: DayField, cents: CentsField })).max(2_000),
})
export type Confidence = z.output<typeof Confidence>

export const result = {
  /** First and last day with data; null for an empty ledger. Changes nothing. */
  extent: base.output(z.object({ from: DayField, to: DayField }).nullable()),
  /** The result of a period. Changes nothing. */
  summary: base.input(z.object({ period: PeriodField, model: ModelField, by: GroupingField })).output(ResultSummary),
  /** How sure the result is: verdicts by channel, range over the models, what is missing. Changes nothing. */
  confidence: base.input(z.object({ period: PeriodField, model: ModelField })).output(Confidence),
}
