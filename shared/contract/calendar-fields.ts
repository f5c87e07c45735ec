/** Posts and their variants as the contract speaks of them. */
import * as z from 'zod'
import { POST_FORMATS } from '../domain/post-format.ts'
import { MAX_BRIEF_LENGTH, MAX_TITLE_LENGTH } from '../domain/post-lengths.ts'
import { POST_STATUSES } from '../domain/post-status.ts'
import { DayField, LineOfText, LinesOfText, NetworkField, RecordId, SumField, UrlField } from './fields.ts'
import { InstantField } from './time-entries.ts'

export const MAX_POST_TEXT = 100_000
/** Channels one post is made for. */
export const MAX_VARIANTS = 30
/** As many as one command moves or changes. */
export const MAX_VARIANTS_AT_ONCE = 500
/** Rows of one range of days; a month of a busy team has a tenth of it. */
export const MAX_RANGE_ROWS = 2_000
/** Days of one range: a year of weeks. */
export const MAX_RANGE_DAYS = 371
/** Entries of one history that are shown: the latest. */
export const MAX_POST_EVENTS = 300

export const PostStatusField = z.enum(POST_STATUSES)
export const PostFormatField = z.enum(POST_FORMATS)
const PostText = LinesOfText.max(MAX_POST_TEXT)

/** What is said about the idea. */
const PostFields = {
  title: LineOfText.min(1).max(MAX_TITLE_LENGTH),
  /** What every variant says that has no text of its own. */
  text: PostText,
  brief: LinesOfText.max(MAX_BRIEF_LENGTH),
  audience: LineOfText.max(200),
  /** Where it leads to, http or https, without words for counting. */
  link: UrlField.nullable(),
  format: PostFormatField.nullable(),
  pillarId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  draftDueOn: DayField.nullable(),
  /** What the work on it is meant to take. */
  plannedMinutes: z.int().min(1).max(60_000).nullable(),
}
export const PostContent = z.object(PostFields)
export type PostContent = z.output<typeof PostContent>
/** Absent: as it is. */
export const PostPatch = PostContent.partial()
export type PostPatch = z.output<typeof PostPatch>

export const VariantPatch = z
  .object({
    /** Null: it follows the master text again. */
    text: PostText.nullable(),
    /** Null: that of the post. */
    format: PostFormatField.nullable(),
    plannedAt: InstantField.nullable(),
    /** Null: not yet said. */
    channelId: RecordId.nullable(),
  })
  .partial()
export type VariantPatch = z.output<typeof VariantPatch>

/** A variant in a view. */
export const PlanRow = z.object({
  id: RecordId,
  postId: RecordId,
  title: z.string(),
  channelId: RecordId.nullable(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  status: PostStatusField,
  /** Its own, else the post's. */
  format: PostFormatField.nullable(),
  pillarId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  plannedAt: z.int().nullable(),
  publishedAt: z.int().nullable(),
  /** The day it is shown on: the true one once it is published. Null: none yet. */
  day: DayField.nullable(),
  draftDueOn: DayField.nullable(),
  /** It says something of its own. */
  hasOwnText: z.boolean(),
})
export type PlanRow = z.output<typeof PlanRow>

export const PlanFilter = z.object({
  /** Words in title, texts and brief; each must be there, the last may be the beginning of one. */
  text: z.string().max(200).optional(),
  /** Any of these. */
  channelIds: z.array(RecordId).max(MAX_VARIANTS).optional(),
  statuses: z.array(PostStatusField).max(POST_STATUSES.length).optional(),
  format: PostFormatField.nullable().optional(),
  pillarId: RecordId.nullable().optional(),
  campaignId: RecordId.nullable().optional(),
  clientId: RecordId.nullable().optional(),
})
export type PlanFilter = z.output<typeof PlanFilter>

/** all: every variant, by its day. undated: those without a time. overdue: late by draft or time. */
export const PLAN_LISTS = ['all', 'undated'] as const
export const PlanListField = z.enum(PLAN_LISTS)
export type PlanList = z.output<typeof PlanListField>

/** The last row's place in its list. */
export const PlanCursor = z.object({ day: DayField.nullable(), at: z.int().nullable(), id: RecordId })
export type PlanCursor = z.output<typeof PlanCursor>

export const Holiday = z.object({ day: DayField, name: z.string() })

export const VariantDetail = z.object({
  id: RecordId,
  channelId: RecordId.nullable(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  status: PostStatusField,
  text: z.string().nullable(),
  format: PostFormatField.nullable(),
  plannedAt: z.int().nullable(),
  publishedAt: z.int().nullable(),
  publishedOn: DayField.nullable(),
  permalink: z.string().nullable(),
})
export type VariantDetail = z.output<typeof VariantDetail>

export const PostCheck = z.object({ text: LineOfText.min(1).max(500), isDone: z.boolean() })
export type PostCheck = z.output<typeof PostCheck>

export const POST_EVENTS = [
  'created',
  'copied',
  'edited',
  'text',
  'ownText',
  'followsAgain',
  'planned',
  'unplanned',
  'status',
  'published',
  'unpublished',
  'channelAdded',
  'channelRemoved',
  'checked',
] as const
export const PostEvent = z.object({
  id: RecordId,
  at: z.int(),
  kind: z.enum(POST_EVENTS),
  channel: z.string().nullable(),
  person: z.string().nullable(),
  /** What it was and is: names of fields, statuses, moments. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())])),
})
export type PostEvent = z.output<typeof PostEvent>

export const PostDetail = z.object({
  id: RecordId,
  ...PostFields,
  title: z.string(),
  campaign: z.object({ id: RecordId, name: z.string(), slug: z.string() }).nullable(),
  pillar: z.string().nullable(),
  client: z.string().nullable(),
  variants: z.array(VariantDetail),
  checks: z.array(PostCheck),
  events: z.array(PostEvent),
})
export type PostDetail = z.output<typeof PostDetail>

const HintRow = z.object({ id: RecordId, postId: RecordId, title: z.string(), day: DayField })
/** What is odd about the plan of one channel. */
export const PlanHint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('silent'), channel: z.string(), from: DayField, to: DayField, days: z.int() }),
  z.object({ kind: z.literal('same_hour'), channel: z.string(), rows: z.tuple([HintRow, HintRow]), minutes: z.int() }),
  z.object({ kind: z.literal('same_text'), channel: z.string(), rows: z.tuple([HintRow, HintRow]), days: z.int() }),
])
export type PlanHint = z.output<typeof PlanHint>
/** As many as are named. */
export const MAX_HINTS = 100

/** What posts of the same format on the same channel brought, each in what it was credited with by the last touch. */
export const Comparables = z.object({
  count: z.int(),
  minOrders: z.number(),
  maxOrders: z.number(),
  minNetCents: SumField,
  maxNetCents: SumField,
})

export const PostMoney = z.object({
  plannedMinutes: z.int().nullable(),
  seconds: z.int(),
  labourCents: SumField,
  adsCents: SumField,
  otherCents: SumField,
  /** Hours without a rate cost nothing yet. */
  unpricedSeconds: z.int(),
  /** What the minutes still planned will cost at one's own rate; null: no rate, or nothing planned. */
  openCents: SumField.nullable(),
  /** The ledger's margin; null: not set. */
  marginBasisPoints: z.int().nullable(),
  /** Net revenue at which the contribution pays all of it, rounded up to a cent; null: no margin. */
  breakEvenCents: SumField.nullable(),
  /** How many average purchases that is, rounded up; null: no purchase is known. */
  breakEvenOrders: z.int().nullable(),
  netCents: SumField,
  orders: z.number(),
  comparables: Comparables.nullable(),
})
export type PostMoney = z.output<typeof PostMoney>
