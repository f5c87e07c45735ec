/** Does it pay, where, and how sure are we. */
import * as z from 'zod'
import { POST_FORMATS } from '../domain/post-format.ts'
import { base } from './errors.ts'
import { ActivityField, SumField, CurrencyCode, DayField, ModelField, NetworkField, PeriodField } from './fields.ts'

export const GROUPINGS = [
  'channel',
  'campaign',
  'post',
  'pillar',
  'format',
  'activity',
  'person',
  'client',
  'department',
  'month',
] as const
export const GroupingField = z.enum(GROUPINGS)
export type Grouping = z.output<typeof GroupingField>

/** Days before a purchase in which a touch counts; absent: the ledger's own window, whose shares are stored. */
export const WindowField = z.int().min(1).max(365).optional()

/**
 * direct: costs without a channel stay in a row of their own; else they are spread over the channels by a key. Only the
 * grouping by channel knows full costing: every other one is answered as `direct`.
 */
export const COSTINGS = ['direct', 'hours', 'cost', 'posts'] as const
export const CostingField = z.enum(COSTINGS)
export type Costing = z.output<typeof CostingField>

const Question = { period: PeriodField, model: ModelField, windowDays: WindowField }

const Figures = {
  seconds: z.int(),
  /** Cost of the hours that have a rate; see `unpricedSeconds`. */
  labourCents: SumField,
  unpricedSeconds: z.int(),
  adsCents: SumField,
  otherCostCents: SumField,
  /** Purchases; fractions where a model divides credit. */
  orders: z.number(),
  grossCents: SumField,
  netCents: SumField,
  /** Null while the margin is not known. */
  contributionCents: SumField.nullable(),
  /** Null while the margin or a cost rate is not known. */
  resultCents: SumField.nullable(),
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
  /** Grouping by format: which one; its rows have no id. */
  format: z.enum(POST_FORMATS).nullable(),
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
  windowDays: z.int(),
  /** The costing of the answer: `direct` for every grouping but the one by channel. */
  costing: CostingField,
  /**
   * Full costing: what was spread over the channels (costs of all kinds and hours of the cross-channel row), `isEqually` where
   * no channel has any of the key. Revenue without a channel stays in the row without a key. Null when direct, or where there
   * is no channel to spread over.
   */
  spread: z.object({ cents: SumField, seconds: z.int(), isEqually: z.boolean() }).nullable(),
  totals: ResultFigures,
  rows: z.array(ResultRow).max(2_000),
  other: z.object({
    orders: z.number(),
    grossCents: SumField,
    netCents: SumField,
    adsCents: SumField,
    otherCostCents: SumField,
    /** Work mapped to none of social media's projects. */
    seconds: z.int(),
    labourCents: SumField,
  }),
  coverage: z.object({
    netCents: SumField,
    touchedNetCents: SumField,
    socialNetCents: SumField,
    /** Purchases that count, and those of them with exactly one known touch. */
    orders: z.int(),
    singleTouchOrders: z.int(),
    touchedOrders: z.int(),
  }),
  /** Social labour by activity, most expensive first. */
  labourByActivity: z.array(
    z.object({ activity: ActivityField.nullable(), seconds: z.int(), cents: SumField, unpricedSeconds: z.int() }),
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
const ModelRange = z.object({ lowestCents: SumField, highestCents: SumField })

export const Confidence = z.object({
  /** Null while the result is preliminary. */
  total: z.object({ verdict: VerdictField, range: ModelRange }).nullable(),
  /** Rows of the grouping that can earn (channel, campaign, post, pillar, format, client): `id` and `format` as in the summary's rows. */
  rows: z
    .array(
      z.object({
        id: z.int().nullable(),
        format: z.enum(POST_FORMATS).nullable(),
        /** Its own hours: a verdict other than `costs` says nothing without them. */
        seconds: z.int(),
        verdict: VerdictField,
        range: ModelRange,
      }),
    )
    .max(2_000),
  /** Result by model, in the order of the models. */
  byModel: z.array(z.object({ model: ModelField, resultCents: SumField })),
  breakEvenRevenueCents: SumField.nullable(),
  /** Purchases missing to zero over the whole period; 0 when nothing is missing. */
  purchasesMissing: z.int().nullable(),
  /** Cumulative result at the end of each ISO week (or its part within the period). */
  cumulative: z.array(z.object({ day: DayField, cents: SumField })).max(2_000),
  /**
   * As of the period's end, when the sum since the ledger's first line is positive: since a day (judged at the ends of weeks), at a
   * projected day (the pace of the last eight full weeks, only if these earn), or not at this pace. Null: preliminary.
   */
  payback: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('since'), day: DayField }),
      z.object({ kind: z.literal('projected'), day: DayField, weeklyCents: SumField }),
      z.object({ kind: z.literal('not-at-this-pace') }),
    ])
    .nullable(),
})
export type Confidence = z.output<typeof Confidence>

export const SENSITIVITIES = ['rate', 'margin', 'window', 'model'] as const
/** What the result would be if one assumption were another, the widest first. */
export const Sensitivity = z.object({
  baseCents: SumField.nullable(),
  bars: z.array(
    z.object({
      factor: z.enum(SENSITIVITIES),
      /**
       * Lowest and highest result, and the value of the assumption that brings it: rate and margin by how many basis points they
       * are moved (2000: a fifth more, −500: five points less), window in days, model by name.
       */
      low: z.object({ cents: SumField, value: z.union([z.int(), ModelField]) }),
      high: z.object({ cents: SumField, value: z.union([z.int(), ModelField]) }),
    }),
  ),
})
export type Sensitivity = z.output<typeof Sensitivity>

const Hours = z.object({ seconds: z.int(), cents: SumField })
/** Ratios in basis points: 10,000 is 1. Null where the divisor is nothing. */
const Ratio = z.int().nullable()

export const Insights = z.object({
  /** Result ÷ all costs. */
  roi: Ratio,
  roas: z.object({
    /** Social ads: the platforms' own conversion value ÷ their spend, of platforms that state one. */
    claimed: Ratio,
    byPlatform: z.array(z.object({ platform: z.string(), spendCents: SumField, claimedCents: SumField.nullable() })),
    /** Net credited to paid social touches (links whose source and medium GA4 counts as paid social) ÷ social ads. */
    own: Ratio,
    /** Social net ÷ all social costs. */
    loaded: Ratio,
  }),
  /** Of the part of the period after `unknownUntil`: costs as well as customers. */
  customers: z.object({
    /** The part of the period that counts here, and all (social) costs in it; costs are null while some have no rate. */
    period: z.object({ from: DayField, to: DayField }).nullable(),
    costCents: SumField.nullable(),
    firstSeen: z.int(),
    /** All (social) costs ÷ customers first seen; null while nobody was, or while the period lies in the unknown days. */
    costPerCustomerCents: SumField.nullable(),
    /** Those of them whose first purchase had a social touch, and the costs ÷ these. */
    socialFirstSeen: z.int(),
    costPerSocialCustomerCents: SumField.nullable(),
    /** Until this day (90 days of purchases) everyone is new to the ledger; null without customers. */
    unknownUntil: DayField.nullable(),
  }),
  /**
   * Where the return per hour of the last eight full weeks with data (up to the period's end) was highest, of pairs with at least
   * ten hours: an average, not a promise. Credit that names a conversation belongs to dialogue, credit that names a post to content;
   * the rest of the channel's contribution less its non-labour costs is spread evenly over all of its hours.
   */
  bestHours: z.object({
    /** Null while there are no eight full weeks. */
    period: z.object({ from: DayField, to: DayField }).nullable(),
    rows: z
      .array(
        z.object({
          channelId: z.int(),
          channel: z.string(),
          network: NetworkField.nullable(),
          activity: ActivityField,
          seconds: z.int(),
          returnPerHourCents: SumField,
          /** What the hours brought: purchases that name a conversation or a post, and a part of all else the channel brought. */
          linkedCents: SumField,
          restCents: SumField,
          /** All else the channel brought: contribution less costs that are no labour, less what names an activity of its own. */
          ofChannel: z.object({
            contributionCents: SumField,
            nonLabourCents: SumField,
            linkedCents: SumField,
            seconds: z.int(),
          }),
        }),
      )
      .max(50),
  }),
  /** Work that serves others or only makes work possible: coordination, and hours for departments. */
  unloved: z.object({
    /** Each hour once, though it be coordination for a department. */
    all: Hours,
    /** Their hours ÷ all social hours. */
    share: Ratio,
    coordination: Hours,
    departments: z.array(Hours.extend({ id: z.int(), name: z.string() })),
  }),
  /** Departments charged with what was done for them (hours and other costs): shown as a transfer, never inside the result. */
  transfer: z.object({
    cents: SumField,
    resultBeforeCents: SumField.nullable(),
    resultAfterCents: SumField.nullable(),
  }),
  dialogue: z.object({
    /** Dialogue hours ÷ (dialogue + content + publishing + ads). */
    share: Ratio,
    /** Net and contribution of credit with an explicit link to a conversation. */
    dividendNetCents: SumField,
    dividendContributionCents: SumField.nullable(),
  }),
  /** Leads of the period's end or before that are open now: value × probability each, beside the result. */
  pipeline: z.object({ count: z.int(), valueCents: SumField, weightedCents: SumField }),
})
export type Insights = z.output<typeof Insights>

/** What hours would have earned elsewhere, of those people for whom that is known. */
export const Opportunity = z.object({
  cents: SumField,
  /** The hours it speaks of. */
  seconds: z.int(),
  /** By person, the most first. */
  people: z.array(z.object({ personId: z.int(), name: z.string(), cents: SumField, seconds: z.int() })).max(1_000),
})
export type Opportunity = z.output<typeof Opportunity>

export const result = {
  /** First and last day with data; null for an empty ledger. Changes nothing. */
  extent: base.output(z.object({ from: DayField, to: DayField }).nullable()),
  /** The result of a period. Changes nothing. */
  summary: base
    .input(z.object({ ...Question, by: GroupingField, costing: CostingField.default('direct') }))
    .output(ResultSummary),
  /** How sure the result is: verdicts by row, range over the models, what is missing, payback. The verdict is always direct. Changes nothing. */
  confidence: base.input(z.object({ ...Question, by: GroupingField.default('channel') })).output(Confidence),
  /** Result when rate ±20 %, margin ±5 points, window 7/30/90, each model. Changes nothing. */
  sensitivity: base.input(z.object(Question)).output(Sensitivity),
  /** Ratios and findings beside the result: ROAS, ROI, CAC, best hours, unloved tasks, transfers, pipeline. Changes nothing. */
  insights: base.input(z.object(Question)).output(Insights),
  /** What the hours of a period would have earned elsewhere; it enters no result. Changes nothing. */
  opportunity: base.input(z.object({ period: PeriodField })).output(Opportunity),
}
