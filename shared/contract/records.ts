/** What hours, costs and purchases can belong to besides a channel: posts, conversations, campaigns, pillars, clients, departments. */
import * as z from 'zod'
import { POST_FORMATS } from '../domain/post-format.ts'
import { WORK_DIMENSIONS, WORK_SOURCES } from '../domain/work.ts'
import { base } from './errors.ts'
import {
  ActivityField,
  commandInput,
  DayField,
  LineOfText,
  MAX_PAGE_SIZE,
  Name,
  NetworkField,
  ReceiptField,
  RecordId,
  ScopeField,
  SumField,
  UrlField,
} from './fields.ts'

/** Rows of a list one chooses from by typing. */
const MAX_FOUND = 50

const NamedOption = z.object({ id: RecordId, name: z.string() })
export type NamedOption = z.output<typeof NamedOption>

export const RecordOptions = z.object({
  pillars: z.array(NamedOption),
  clients: z.array(NamedOption),
  departments: z.array(NamedOption),
  campaigns: z.array(NamedOption),
})
export type RecordOptions = z.output<typeof RecordOptions>

const Search = z.object({
  /** Words in the title or label; empty: the latest. */
  text: z.string().max(200).default(''),
  /** A chosen record that is to be among the answers whatever the text says. */
  id: RecordId.nullable().default(null),
  limit: z.int().min(1).max(MAX_FOUND).default(20),
})

export const FoundPost = z.object({
  id: RecordId,
  title: z.string(),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  network: NetworkField.nullable(),
  publishedOn: DayField.nullable(),
})
export type FoundPost = z.output<typeof FoundPost>

export const FoundConversation = z.object({
  id: RecordId,
  /** What the log calls it, or how its text begins. May be empty. */
  title: z.string(),
  /** The pseudonym of the other side. */
  contact: z.string().nullable(),
  channelId: RecordId.nullable(),
  postId: RecordId.nullable(),
  network: NetworkField.nullable(),
  day: DayField,
})
export type FoundConversation = z.output<typeof FoundConversation>

export const RECORD_KINDS = ['post', 'conversation', 'campaign', 'pillar', 'client', 'department'] as const
export const RecordKindField = z.enum(RECORD_KINDS)
export type RecordKind = z.output<typeof RecordKindField>

/** Records that are little more than their name. */
export const NAMED_LISTS = ['campaign', 'pillar', 'client', 'department'] as const
export const NamedListField = z.enum(NAMED_LISTS)
export type NamedList = z.output<typeof NamedListField>

const Figures = {
  /** Sources that point at it, e.g. time entries, costs, touches. */
  useCount: z.int(),
  seconds: z.int(),
  costCents: SumField,
  /** Credited to it so far by the last touch, with the ledger's own window. Null: nothing can be credited to such a record. */
  netCents: SumField.nullable(),
}

const Title = LineOfText.min(1).max(500)
const PostFields = {
  title: Title,
  channelId: RecordId.nullable(),
  format: z.enum(POST_FORMATS).nullable(),
  pillarId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  publishedOn: DayField.nullable(),
  /** What the work on it is meant to take. */
  plannedMinutes: z.int().min(1).max(60_000).nullable().default(null),
  /** Where it can be seen, http or https: an address of it that is pasted finds it. */
  permalink: UrlField.nullable().default(null),
}
const PostDraft = z.object(PostFields)
export type PostDraft = z.output<typeof PostDraft>
export const PostRow = z.object({
  id: RecordId,
  ...PostFields,
  title: z.string(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  pillar: z.string().nullable(),
  campaign: z.string().nullable(),
  ...Figures,
})
export type PostRow = z.output<typeof PostRow>

const ConversationFields = {
  /** What it was about; never a name or a handle of the other side. */
  label: LineOfText.max(200),
  channelId: RecordId.nullable(),
  postId: RecordId.nullable(),
  day: DayField,
}
const ConversationDraft = z.object(ConversationFields)
export type ConversationDraft = z.output<typeof ConversationDraft>
export const ConversationRow = z.object({
  id: RecordId,
  ...ConversationFields,
  label: z.string(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  post: z.string().nullable(),
  ...Figures,
})
export type ConversationRow = z.output<typeof ConversationRow>

export const NamedRow = z.object({
  id: RecordId,
  name: z.string(),
  /** Campaigns only: the form by which `utm_campaign` and ad files name it, and other spellings that mean it too. */
  slug: z.string().nullable(),
  aliases: z.array(z.string()),
  ...Figures,
})
export type NamedRow = z.output<typeof NamedRow>

/** An id, or null for "without". Absent: any. */
const IdOrNone = RecordId.nullable().optional()
const PageSize = z.int().min(1).max(MAX_PAGE_SIZE).default(100)
const Words = z.string().max(200).optional()

export const PostFilter = z.object({
  text: Words,
  channelId: IdOrNone,
  pillarId: IdOrNone,
  campaignId: IdOrNone,
  format: z.enum(POST_FORMATS).nullable().optional(),
})
export type PostFilter = z.output<typeof PostFilter>
/** Where the next page begins; posts without a day come last. */
export const PostCursor = z.object({ day: DayField.nullable(), id: RecordId })
export type PostCursor = z.output<typeof PostCursor>

export const ConversationFilter = z.object({ text: Words, channelId: IdOrNone, postId: IdOrNone })
export type ConversationFilter = z.output<typeof ConversationFilter>
export const ConversationCursor = z.object({ at: z.int(), id: RecordId })
export type ConversationCursor = z.output<typeof ConversationCursor>

/** Groups of work in one answer: the dearest; words in the filter find the others. */
export const MAX_WORK_GROUPS = 500

export const WorkFilter = z.object({
  /** Only what lacks this. */
  missing: z.enum(WORK_DIMENSIONS).optional(),
  source: z.enum(WORK_SOURCES).optional(),
  /** Words in the note or name. */
  text: Words,
})
export type WorkFilter = z.output<typeof WorkFilter>

/** Work is gathered by what it says, its activity, channel and person. */
export const WorkKey = z.object({
  source: z.enum(WORK_SOURCES),
  text: z.string().max(2_000),
  activity: ActivityField.nullable(),
  channelId: RecordId.nullable(),
  personId: RecordId.nullable(),
  scope: ScopeField,
})
export type WorkKey = z.output<typeof WorkKey>

export const WorkGroup = WorkKey.extend({
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  person: z.string().nullable(),
  count: z.int(),
  /** Of these, how many lie in closed months and are assigned by corrections. */
  closedCount: z.int(),
  seconds: z.int(),
  cents: SumField,
  firstDay: DayField,
  lastDay: DayField,
})
export type WorkGroup = z.output<typeof WorkGroup>

/** What is to hold from now on; null empties, absent leaves as it is. What a source does not have stays untouched. */
export const WorkPatch = z
  .object({
    activity: ActivityField.nullable(),
    channelId: RecordId.nullable(),
    campaignId: RecordId.nullable(),
    postId: RecordId.nullable(),
    conversationId: RecordId.nullable(),
    clientId: RecordId.nullable(),
    departmentId: RecordId.nullable(),
    scope: ScopeField,
  })
  .partial()
export type WorkPatch = z.output<typeof WorkPatch>

export const records = {
  /** The small lists to choose from, by name. Changes nothing. */
  options: base.output(RecordOptions),
  /** Posts for a chooser, latest first. Changes nothing. */
  findPosts: base.input(Search).output(z.array(FoundPost)),
  /** Conversations for a chooser, latest first: by words of theirs, or by who wrote them. Changes nothing. */
  findConversations: base.input(Search).output(z.array(FoundConversation)),

  /** Posts, latest first, a page at a time, with how many match on the first page. Changes nothing. */
  posts: base
    .input(z.object({ filter: PostFilter, cursor: PostCursor.nullable().default(null), limit: PageSize }))
    .output(z.object({ rows: z.array(PostRow), next: PostCursor.nullable(), count: z.int().nullable() })),
  addPost: base.input(commandInput({ post: PostDraft })).output(ReceiptField),
  updatePost: base.input(commandInput({ id: RecordId, post: PostDraft })).output(ReceiptField),

  /** Conversations, latest first, a page at a time, with how many match on the first page. Changes nothing. */
  conversations: base
    .input(
      z.object({ filter: ConversationFilter, cursor: ConversationCursor.nullable().default(null), limit: PageSize }),
    )
    .output(
      z.object({ rows: z.array(ConversationRow), next: ConversationCursor.nullable(), count: z.int().nullable() }),
    ),
  /** Notes one that is done: it has no times of response. Fails with `invalid_value` day `in_future`. */
  addConversation: base.input(commandInput({ conversation: ConversationDraft })).output(ReceiptField),
  /**
   * Changes one that was noted here; one that has a timeline is changed by the log, as `moderation.edit` says, with its times and deadlines: on
   * another day it came in at the same time of day. Fails with `invalid_value` day or receivedAt `in_future`.
   */
  updateConversation: base.input(commandInput({ id: RecordId, conversation: ConversationDraft })).output(ReceiptField),

  /** One of the short lists, by name. Changes nothing. */
  named: base.input(z.object({ list: NamedListField })).output(z.array(NamedRow)),
  addNamed: base.input(commandInput({ list: NamedListField, name: Name })).output(ReceiptField),
  /** Renames; a campaign's former slug goes on meaning it. */
  updateNamed: base
    .input(commandInput({ list: NamedListField, id: RecordId, name: Name, slug: z.string().max(500).nullable() }))
    .output(ReceiptField),

  /** Removes a record nothing points at; fails with `in_use` else. */
  remove: base.input(commandInput({ kind: RecordKindField, id: RecordId })).output(ReceiptField),
  /**
   * Moves everything that points at the first to the second and removes the first. What closed months say stays and is corrected. Of two
   * conversations the texts and timelines become one: it came in when the earlier one did, and is unfinished where one of them is. Fails with
   * `invalid_value` intoId `two_contacts`, `batch_and_single` or `texts_too_long`.
   */
  merge: base.input(commandInput({ kind: RecordKindField, fromId: RecordId, intoId: RecordId })).output(ReceiptField),

  /** Work gathered by what it says, dearest first, with how much there is in all. Changes nothing. */
  work: base.input(z.object({ filter: WorkFilter })).output(
    z.object({
      groups: z.array(WorkGroup),
      sums: z.object({ groups: z.int(), count: z.int(), seconds: z.int(), cents: SumField }),
    }),
  ),
  /** Says what groups of work belong to: changes their sources, so that lines follow; closed months get corrections. */
  assign: base
    .input(
      commandInput({
        filter: WorkFilter,
        groups: z.array(WorkKey).min(1).max(MAX_WORK_GROUPS),
        patch: WorkPatch,
      }),
    )
    .output(ReceiptField),
}
