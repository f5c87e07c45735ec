/** The moderation log: conversations by deadline, what happened in them, what they took. */
import * as z from 'zod'
import { MAX_TOPICS_OF_ONE } from '../domain/conversation.ts'
import { crises } from './crises.ts'
import { base } from './errors.ts'
import { commandInput, DayField, MAX_PAGE_SIZE, ReceiptField, RecordId } from './fields.ts'
import {
  BatchDraft,
  ConversationDetail,
  ConversationDraft,
  ConversationPatch,
  ConversationTextField,
  LatestBatch,
  MAX_AT_ONCE,
  MeasureField,
  PriorityField,
  QueueCounts,
  QueueCursor,
  QueueFilter,
  QueueListField,
  QueueRow,
  ReasonField,
  Recognition,
  RecogniseQuestion,
  SentimentField,
} from './moderation-fields.ts'
import { moderationFigures } from './moderation-figures.ts'
import { moderationSetup } from './moderation-setup.ts'
import { At, on } from './on-record.ts'
import { privacy } from './privacy.ts'
import { InstantField } from './time-entries.ts'

/** As many as one conversation has at most. */
const TopicIds = z.array(RecordId).max(MAX_TOPICS_OF_ONE)

const onMany = <Shape extends z.ZodRawShape>(shape: Shape) =>
  base.input(commandInput({ ids: z.array(RecordId).min(1).max(MAX_AT_ONCE), ...shape })).output(ReceiptField)

const HandOverFields = {
  personId: RecordId.nullable(),
  departmentId: RecordId.nullable(),
  dueAt: InstantField.nullable(),
  note: ConversationTextField.default(''),
}

export const moderation = {
  ...moderationSetup,
  ...privacy,
  /** One of the lists, urgent ones first, then by deadline (done: the latest first), a page at a time. Changes nothing. */
  list: base
    .input(
      z.object({
        list: QueueListField,
        filter: QueueFilter.default({}),
        cursor: QueueCursor.nullable().default(null),
        limit: z.int().min(1).max(MAX_PAGE_SIZE).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(QueueRow),
        next: QueueCursor.nullable(),
        /** How many there are; only with the first page. */
        count: z.int().nullable(),
      }),
    ),
  /** How many wait, by urgency. Changes nothing. */
  counts: base.output(QueueCounts),
  /** What was last noted with one line, within the last days; null: nothing. Changes nothing. */
  latestBatch: base.output(LatestBatch.nullable()),
  /** One conversation with everything that happened; fails with `not_found`. Changes nothing. */
  detail: base.input(z.object({ id: RecordId })).output(ConversationDetail),
  /**
   * What a pasted text gives away: address, network, channel and post of this ledger, kind, stars, mood, who wrote it, and until when an
   * answer would be due. Nothing is guessed: of several channels of a network none is chosen. Changes nothing.
   */
  recognise: base.input(RecogniseQuestion).output(Recognition),
  /**
   * Notes a conversation: it is open, its answer is due by the target of its channel and kind, its mood is proposed from its words, and rules are
   * applied in order. A handle finds or makes the contact. Fails with `invalid_value` receivedAt `in_future`, url `not_http`.
   */
  capture: base
    .input(commandInput({ conversation: ConversationDraft, topicIds: TopicIds.default([]) }))
    .output(ReceiptField),
  /** Notes several at once that need no answer any more, with the work they took as a time entry of dialogue. */
  captureBatch: base.input(commandInput({ batch: BatchDraft })).output(ReceiptField),
  /**
   * Changes what is noted. A changed kind sets deadlines anew where no answer was given; what was answered keeps what it was measured by. A
   * changed time measures the first answer anew, a changed channel all of them, by the targets and hours of now. Fails with `invalid_value`
   * receivedAt `after_answer`, `after_message`, `after_done` where it would come in after those.
   */
  edit: on({ patch: ConversationPatch }),
  /**
   * Notes an answer: it is measured for the first message and for further ones that were written before it. Its words are kept in the timeline.
   * next: what happens next – done, wait for the other side, or stay open. Where a message that came after it still waits, the turn stays as
   * it is, whatever `next` says.
   */
  answer: on({ text: ConversationTextField, at: At, next: z.enum(['done', 'wait', 'stay']) }),
  /**
   * The other side wrote again: it is open, and an answer is due – the one that was due already where nothing was answered, else, and where
   * it had been closed without an answer, one to this message. What was answered later is only noted.
   */
  noteReply: on({ text: ConversationTextField, at: At }),
  /**
   * Nothing is left to do, answered or not. Without an answer none is owed any more; what was overdue then stays missed (decision 038). What is
   * done already stays as it is. Fails with `invalid_value` at `before_answer`, `before_message` where something was answered or written after
   * that.
   */
  resolve: on({ at: At }),
  /** It is our turn again; the deadline is the one it had. */
  reopen: on({}),
  /** Someone else's turn. */
  wait: on({}),
  /** Out of sight until then, and our turn again from then on; null: at once. The deadline stays as it is. */
  snooze: on({ until: InstantField.nullable() }),
  /** To a colleague or a department, with a deadline of its own; exactly one of the two. The clock of the answer goes on. */
  handOver: on(HandOverFields),
  /** Whoever it was handed to has answered; it is our turn again. */
  returnHandover: on({ note: ConversationTextField.default('') }),
  /**
   * Adds topics it does not have and takes off topics it has; what is so already stays. Fails with `invalid_value` add `too_many_topics` where it would
   * have more than MAX_TOPICS_OF_ONE. Single topics, not the whole list: two quick changes do not undo each other.
   */
  changeTopics: on({ add: TopicIds.default([]), remove: TopicIds.default([]) }),
  /** Overrides the proposed mood; null: none. */
  setSentiment: on({ sentiment: SentimentField.nullable() }),
  setPriority: on({ priority: PriorityField }),
  /** Hidden, deleted, or the other side blocked, and why; null: it is back. Blocking holds for the contact. */
  takeMeasure: on({ measure: MeasureField.nullable(), reason: ReasonField.nullable() }),
  /** Adds words of one's own to the timeline. */
  addNote: on({ text: ConversationTextField.min(1) }),
  /** Nothing is left to do with any of these; those that are done already stay as they are. */
  resolveMany: onMany({}),
  /** Out of sight until then, or back at once; those that are done already stay as they are. */
  snoozeMany: onMany({ until: InstantField.nullable() }),
  /** All to the same colleague or department, as `handOver`; those that are done already stay as they are. */
  handOverMany: onMany(HandOverFields),
  /** One topic more for each; fails with `invalid_value` where one would have too many. */
  addTopicMany: onMany({ topicId: RecordId }),
  /** Notes work on it as an entry of dialogue of one's own. Fails with `invalid_value` day `in_future`, and with `month_closed`. */
  addWork: on({ day: DayField, seconds: z.int().min(1).max(86_400) }),
  /** Keeps an answer that is being written. No command: nothing to undo. */
  saveDraft: base.input(z.object({ id: RecordId, text: ConversationTextField })).output(z.object({ id: RecordId })),
  /** Removes a conversation with its timeline where nothing points at it; fails with `in_use` else. */
  remove: on({}),
  ...crises,
  ...moderationFigures,
}
