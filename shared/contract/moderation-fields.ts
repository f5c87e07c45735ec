/** Conversations as the contract speaks of them. */
import * as z from 'zod'
import {
  CONVERSATION_KINDS,
  CONVERSATION_STATUSES,
  MAX_CONVERSATION_TEXT,
  MAX_PASTED_TEXT,
  MAX_TOPICS_OF_ONE,
  PRIORITIES,
  SENTIMENTS,
} from '../domain/conversation.ts'
import { DayField, LineOfText, LinesOfText, NetworkField, RecordId, SumField, UrlField } from './fields.ts'
import { InstantField } from './time-entries.ts'

export const MAX_HANDLE_LENGTH = 200
export const MAX_LABEL_LENGTH = 200
/** What keeps a text beyond its time: a reason that was given, or a crisis. */
export const HOLD_CAUSES = ['reason', 'crisis'] as const
export const HoldCauseField = z.enum(HOLD_CAUSES)
export type HoldCause = z.output<typeof HoldCauseField>
/** As many as one command changes. */
export const MAX_AT_ONCE = 500
/** Entries of one timeline that are shown: the latest. */
export const MAX_TIMELINE_EVENTS = 500
/** Characters of the text a row of a list shows. */
export const EXCERPT_LENGTH = 160

export const ConversationKindField = z.enum(CONVERSATION_KINDS)
export const ConversationStatusField = z.enum(CONVERSATION_STATUSES)
export const SentimentField = z.enum(SENTIMENTS)
export const PriorityField = z.enum(PRIORITIES)
export const StarsField = z.int().min(1).max(5)
export const MEASURES = ['hidden', 'deleted', 'blocked'] as const
export const MeasureField = z.enum(MEASURES)
export type Measure = z.output<typeof MeasureField>

/** Text of the other side or an answer. */
export const ConversationTextField = LinesOfText.max(MAX_CONVERSATION_TEXT)
const Reason = LineOfText.min(1).max(500)
export const ReasonField = Reason
const Handle = LineOfText.min(1).max(MAX_HANDLE_LENGTH)

/** What is noted about a conversation. */
const ConversationFields = {
  kind: ConversationKindField,
  /** What the log calls it; never a name or a handle of the other side. */
  label: LineOfText.max(MAX_LABEL_LENGTH),
  text: ConversationTextField,
  /** Where it stands; only http and https. */
  url: UrlField.nullable(),
  /** The other side's name on the network; null: not known, or not to be kept. */
  handle: Handle.nullable(),
  channelId: RecordId.nullable(),
  postId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  /** The department it is handled for. */
  departmentId: RecordId.nullable(),
  stars: StarsField.nullable(),
  receivedAt: InstantField,
}
export const ConversationDraft = z.object({
  ...ConversationFields,
  /** Absent: proposed from the words, and anew when they change. Null: none. */
  sentiment: SentimentField.nullable().optional(),
})
export type ConversationDraft = z.output<typeof ConversationDraft>
/** Absent: as it is. */
export const ConversationPatch = z.object(ConversationFields).partial()
export type ConversationPatch = z.output<typeof ConversationPatch>

/** Words that speak for a mood, as they are shown. */
export const MAX_SENTIMENT_WORDS = 20

/** Absent: as it is recognised. Null: none. */
export const RecogniseQuestion = z.object({
  text: z.string().max(MAX_PASTED_TEXT),
  receivedAt: InstantField,
  channelId: RecordId.nullable().optional(),
  kind: ConversationKindField.optional(),
  handle: Handle.nullable().optional(),
  /** What holds where nothing is recognised. */
  otherwise: z
    .object({ channelId: RecordId.nullable(), kind: ConversationKindField })
    .default({ channelId: null, kind: 'comment' }),
})
export type RecogniseQuestion = z.output<typeof RecogniseQuestion>

export const Recognition = z.object({
  url: z.string().nullable(),
  /** Of the address; null: none, or of a host that is not known. */
  network: NetworkField.nullable(),
  /** The post's channel, else the only one of the network. */
  channelId: RecordId.nullable(),
  /** Channels of the network, where there are several to choose from. */
  channelIds: z.array(RecordId),
  post: z.object({ id: RecordId, title: z.string() }).nullable(),
  kind: ConversationKindField.nullable(),
  stars: StarsField.nullable(),
  handle: z.string().nullable(),
  /** Under whom the name is known already. */
  contact: z.object({ id: RecordId, pseudonym: z.string(), count: z.int(), isBlocked: z.boolean() }).nullable(),
  sentiment: SentimentField.nullable(),
  sentimentWords: z.array(z.string()).max(MAX_SENTIMENT_WORDS),
  /** What is kept: without the line that is only the address. */
  text: z.string(),
  /** With the channel and kind that were asked for, else with those that were recognised. Null: no target, or no service hours. */
  dueAt: z.int().nullable(),
})
export type Recognition = z.output<typeof Recognition>

export const BatchDraft = z.object({
  count: z.int().min(1).max(100_000),
  kind: ConversationKindField,
  label: LineOfText.max(MAX_LABEL_LENGTH),
  channelId: RecordId.nullable(),
  postId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  departmentId: RecordId.nullable(),
  topicIds: z.array(RecordId).max(MAX_TOPICS_OF_ONE),
  sentiment: SentimentField.nullable(),
  day: DayField,
  /** Work it took; becomes a time entry of its own. 0: none is noted. */
  seconds: z.int().min(0).max(86_400),
})
export type BatchDraft = z.output<typeof BatchDraft>

export const Label = z.object({ id: RecordId, name: z.string() })
export type Label = z.output<typeof Label>

/** A conversation in a list. */
export const QueueRow = z.object({
  id: RecordId,
  kind: ConversationKindField,
  status: ConversationStatusField,
  /** Its label, or else the first words of the text; may be empty. */
  title: z.string(),
  channelId: RecordId.nullable(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  stars: z.int().nullable(),
  batchCount: z.int().nullable(),
  sentiment: SentimentField.nullable(),
  priority: PriorityField,
  topics: z.array(z.string()),
  receivedAt: z.int(),
  dueAt: z.int().nullable(),
  snoozedUntil: z.int().nullable(),
  resolvedAt: z.int().nullable(),
  /** Whom it was handed to and who has not returned it; null: nobody. */
  handedTo: z.string().nullable(),
  /** Until when whoever it was handed to should return it. */
  returnDueAt: z.int().nullable(),
  measure: MeasureField.nullable(),
  crisisId: RecordId.nullable(),
  contact: z.string().nullable(),
  isErased: z.boolean(),
})
export type QueueRow = z.output<typeof QueueRow>

/** open: our turn, and not put off. waiting: someone else's turn, or put off. done. */
export const QUEUE_LISTS = ['open', 'waiting', 'done'] as const
export const QueueListField = z.enum(QUEUE_LISTS)
export type QueueList = z.output<typeof QueueListField>

export const QueueFilter = z.object({
  /** Words in label and text; each must be there, the last may be the beginning of one. Signs and emoji alone are found nowhere. */
  text: z.string().max(200).optional(),
  kind: ConversationKindField.optional(),
  channelId: RecordId.nullable().optional(),
  /** All of these. */
  topicIds: z.array(RecordId).max(MAX_TOPICS_OF_ONE).optional(),
  sentiment: SentimentField.nullable().optional(),
  priority: PriorityField.optional(),
  clientId: RecordId.nullable().optional(),
  departmentId: RecordId.nullable().optional(),
  contactId: RecordId.optional(),
  postId: RecordId.nullable().optional(),
  crisisId: RecordId.optional(),
  stars: StarsField.optional(),
})
export type QueueFilter = z.output<typeof QueueFilter>
/** The last row's place in its list. */
export const QueueCursor = z.object({ isUrgent: z.boolean(), at: z.int().nullable(), id: RecordId })
export type QueueCursor = z.output<typeof QueueCursor>

export const QueueCounts = z.object({
  open: z.int(),
  waiting: z.int(),
  /** The answer is late, whoever's turn it is, put off or not. */
  overdue: z.int(),
  /** Our turn, and due within the next two hours. */
  soon: z.int(),
  /** Handed over, and the answer is late. */
  lateReturns: z.int(),
  /** When the first one that was put off is back; null: none is. */
  wakesAt: z.int().nullable(),
  /** No conversation was ever noted. */
  isEmpty: z.boolean(),
})
export type QueueCounts = z.output<typeof QueueCounts>

/** So long the list of what is open says what was last noted with one line. */
export const LATEST_BATCH_DAYS = 14
export const LatestBatch = z.object({
  id: RecordId,
  /** How many conversations it stands for. */
  count: z.int(),
  day: DayField,
  /** Work that is noted on it. */
  seconds: z.int(),
})
export type LatestBatch = z.output<typeof LatestBatch>

/** What happened, by kind; `detail` holds what belongs to it (docs/decisions/034). */
export const TIMELINE_KINDS = [
  'received',
  'edited',
  'answered',
  'wrote_again',
  'waiting',
  'snoozed',
  'woken',
  'handed_over',
  'returned',
  'resolved',
  'reopened',
  'topics',
  'sentiment',
  'priority',
  'measure',
  'note',
  'crisis',
  'evidence',
  'rule',
  'held',
  'released',
  'erased',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]
export const TimelineEvent = z.object({
  id: RecordId,
  at: z.int(),
  kind: z.enum(TIMELINE_KINDS),
  person: z.string().nullable(),
  /** Names, instants and choices that belong to it: topics, due, until, to, from, sentiment, reason … */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  /** Words that belong to it: an answer, a note. Null: none, or erased. */
  text: z.string().nullable(),
})
export type TimelineEvent = z.output<typeof TimelineEvent>

export const EvidenceFile = z.object({
  id: RecordId,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  addedAt: z.int(),
  state: z.enum(['present', 'missing', 'changed']),
})
export type EvidenceFile = z.output<typeof EvidenceFile>

export const Handover = z.object({
  id: RecordId,
  /** A colleague's or department's name. */
  to: z.string(),
  personId: RecordId.nullable(),
  departmentId: RecordId.nullable(),
  at: z.int(),
  dueAt: z.int().nullable(),
  returnedAt: z.int().nullable(),
})
export type Handover = z.output<typeof Handover>

export const ConversationDetail = QueueRow.extend({
  label: z.string(),
  text: z.string(),
  url: z.string().nullable(),
  handle: z.string().nullable(),
  postId: RecordId.nullable(),
  post: z.string().nullable(),
  clientId: RecordId.nullable(),
  client: z.string().nullable(),
  departmentId: RecordId.nullable(),
  department: z.string().nullable(),
  contactId: RecordId.nullable(),
  /** Conversations with this contact, this one included. */
  contactCount: z.int(),
  isContactBlocked: z.boolean(),
  crisis: z.string().nullable(),
  isSentimentOwn: z.boolean(),
  topicIds: z.array(RecordId),
  day: DayField,
  firstDueAt: z.int().nullable(),
  firstAnsweredAt: z.int().nullable(),
  /** Seconds of service time. */
  firstResponseSeconds: z.int().nullable(),
  resolutionSeconds: z.int().nullable(),
  /** The target the first answer is measured by, minutes of service time; null: none, or one that does not hold any more. */
  targetMinutes: z.int().nullable(),
  /** It came in outside of service hours: from here the clock runs. Null: inside, or there are none. */
  clockStartsAt: z.int().nullable(),
  seconds: z.int(),
  costCents: SumField,
  /** Hours without a rate are in it. */
  isCostOpen: z.boolean(),
  /** Proposed by a rule. */
  snippetId: RecordId.nullable(),
  draft: z.string(),
  /** What keeps its text beyond its time; null: nothing. */
  heldBy: HoldCauseField.nullable(),
  holdReason: z.string().nullable(),
  erasedAt: z.int().nullable(),
  /** The day its text is erased; null: it is kept. */
  erasedOn: DayField.nullable(),
  handovers: z.array(Handover),
  leads: z.array(z.object({ id: RecordId, name: z.string(), status: z.string(), valueCents: SumField })),
  evidence: z.array(EvidenceFile),
  timeline: z.array(TimelineEvent).max(MAX_TIMELINE_EVENTS),
})
export type ConversationDetail = z.output<typeof ConversationDetail>
