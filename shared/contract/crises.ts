/** Crises: conversations that got a file of their own, with who must know, what is said, what happened, and what came of it. */
import * as z from 'zod'
import { CRISIS_ENTRY_KINDS, CRISIS_LEVELS, CRISIS_LISTS, STATEMENT_STATUSES } from '../domain/crisis.ts'
import { MAX_FILES_OF_COMMAND } from '../domain/receipt-file.ts'
import { base } from './errors.ts'
import {
  commandInput,
  LanguageField,
  LineOfText,
  LinesOfText,
  Name,
  NetworkField,
  ReceiptField,
  RecordId,
  SumField,
} from './fields.ts'
import {
  ConversationKindField,
  ConversationStatusField,
  EvidenceFile,
  MAX_AT_ONCE,
  SentimentField,
} from './moderation-fields.ts'
import { At, on } from './on-record.ts'
import { ReportDocument } from './reports.ts'

/** What a ledger, and one crisis, shows at most. */
export const MAX_CRISES = 500
export const MAX_CRISIS_CONTACTS = 50
export const MAX_CRISIS_CHECKS = 50
export const MAX_STATEMENTS = 30
export const MAX_STATEMENT_LENGTH = 5_000
export const MAX_ENTRY_LENGTH = 5_000
/** Conversations that are shown with a crisis: the latest. All of them count. */
export const MAX_SHOWN_CONVERSATIONS = 100

export const CrisisLevelField = z.literal(CRISIS_LEVELS)
export const CrisisListField = z.enum(CRISIS_LISTS)

/** Several lines of one's own. */
const OwnText = LinesOfText.max(MAX_ENTRY_LENGTH)
const StatementText = OwnText.trim().min(1).max(MAX_STATEMENT_LENGTH)
const CheckText = LineOfText.min(1).max(500)
const Reach = z.int().min(0).max(10_000_000_000)
const ConversationIds = z.array(RecordId).max(MAX_AT_ONCE)

export const CrisisRow = z.object({
  id: RecordId,
  title: z.string(),
  level: CrisisLevelField,
  openedAt: z.int(),
  /** With its first conversation where that came in before it was opened, else with its opening: what everything it took is counted from. */
  startedAt: z.int(),
  /** Null: open. */
  closedAt: z.int().nullable(),
  conversations: z.int(),
  /** When those have to be informed who are needed and not informed yet, soonest first. */
  informBy: z.array(z.int()).max(MAX_CRISIS_CONTACTS),
  /** Needed and not informed, with and without a deadline. */
  uninformed: z.int(),
  openTasks: z.int(),
  openCriteria: z.int(),
})
export type CrisisRow = z.output<typeof CrisisRow>

const ContactFields = {
  name: Name,
  role: LineOfText.max(200),
  reachableBy: LineOfText.max(200),
  /** Needed from this level on. */
  fromLevel: CrisisLevelField,
  /** Minutes after the crisis was opened or reached that level, wall time; null: no deadline. */
  withinMinutes: z.int().min(1).max(100_000).nullable(),
}
export const CrisisContactInput = z.object(ContactFields)
export type CrisisContactInput = z.output<typeof CrisisContactInput>
export const CrisisContact = z.object({
  id: RecordId,
  ...ContactFields,
  name: z.string(),
  role: z.string(),
  reachableBy: z.string(),
  informedAt: z.int().nullable(),
  /** The crisis has the level from which on they are needed. */
  isNeeded: z.boolean(),
  /** Null: no deadline, or not needed. */
  informBy: z.int().nullable(),
})
export type CrisisContact = z.output<typeof CrisisContact>

export const CrisisCheck = z.object({
  id: RecordId,
  list: CrisisListField,
  text: z.string(),
  doneAt: z.int().nullable(),
})
export type CrisisCheck = z.output<typeof CrisisCheck>

export const Statement = z.object({
  id: RecordId,
  title: z.string(),
  text: z.string(),
  status: z.enum(STATEMENT_STATUSES),
  /** Who approved or rejected it. */
  decidedBy: z.string().nullable(),
  decidedAt: z.int().nullable(),
  publishedAt: z.int().nullable(),
  channelId: RecordId.nullable(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
})
export type Statement = z.output<typeof Statement>
const StatementInput = z.object({ title: Name, text: StatementText, channelId: RecordId.nullable() })
export type StatementInput = z.output<typeof StatementInput>

export const CrisisConversation = z.object({
  id: RecordId,
  kind: ConversationKindField,
  status: ConversationStatusField,
  /** Its label, or else the first words of the text; may be empty. */
  title: z.string(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  sentiment: SentimentField.nullable(),
  receivedAt: z.int(),
  batchCount: z.int().nullable(),
})
export type CrisisConversation = z.output<typeof CrisisConversation>

/** What belongs to an entry, by its kind. Never a name of the other side. */
const EntryDetail = z.object({
  /** opened, level: the level it has from then on; level: and the one before. */
  level: CrisisLevelField.optional(),
  before: CrisisLevelField.optional(),
  /** reach: people; null: not known any more. */
  reach: z.int().nullable().optional(),
  /** added, removed: how many conversations; opened: how many it was opened from. */
  count: z.int().optional(),
  /** informed, uninformed: who, with their role. approved, rejected: who decided. evidence: the file's name. */
  name: z.string().optional(),
  role: z.string().optional(),
  /** approved, rejected, changed, published: the statement's title. */
  title: z.string().optional(),
  channel: z.string().optional(),
  /** done, undone: of which list, and what. */
  list: CrisisListField.optional(),
  item: z.string().optional(),
  /** evidence, evidenceRemoved. */
  attachmentId: z.int().optional(),
  sha256: z.string().optional(),
  /** closed: criteria that were not met, and tasks that were not done. */
  open: z.array(z.string()).max(MAX_CRISIS_CHECKS).optional(),
  openTasks: z.int().optional(),
})
export type CrisisEntryDetail = z.output<typeof EntryDetail>

export const CrisisEntry = z.object({
  id: RecordId,
  /** When it happened, and when it was noted. */
  at: z.int(),
  notedAt: z.int(),
  kind: z.enum(CRISIS_ENTRY_KINDS),
  /** Who noted it. */
  person: z.string().nullable(),
  detail: EntryDetail,
  /** Words noted along; of a changed statement the words that had been approved. */
  text: z.string(),
})
export type CrisisEntry = z.output<typeof CrisisEntry>
const LogCursor = z.object({ at: z.int(), id: RecordId })

export const CrisisDetail = CrisisRow.omit({
  informBy: true,
  uninformed: true,
  openTasks: true,
  openCriteria: true,
}).extend({
  reach: z.int().nullable(),
  cause: z.string(),
  whatHelped: z.string(),
  whatChanges: z.string(),
  /** Its conversations are kept until then whatever their retention says; null: as long as it is open. */
  heldUntil: z.int().nullable(),
  contacts: z.array(CrisisContact).max(MAX_CRISIS_CONTACTS),
  checks: z.array(CrisisCheck).max(2 * MAX_CRISIS_CHECKS),
  statements: z.array(Statement).max(MAX_STATEMENTS),
  latest: z.array(CrisisConversation).max(MAX_SHOWN_CONVERSATIONS),
  evidence: z.array(EvidenceFile),
})
export type CrisisDetail = z.output<typeof CrisisDetail>

export const CrisisFigures = z.object({
  /** From its start to closing, or to now; wall time. */
  durationSeconds: z.int(),
  conversations: z.int(),
  /** The same with those of a batch counted one by one. */
  messages: z.int(),
  unanswered: z.int(),
  /** From its start to the first answer to any of them, and to the first published statement; wall time. */
  firstAnswerSeconds: z.int().nullable(),
  firstStatementSeconds: z.int().nullable(),
  /** Of the first answers that were measured, in service time. */
  medianResponseSeconds: z.int().nullable(),
  /** Time and cost of all lines of its conversations. */
  seconds: z.int(),
  costCents: SumField,
  /** Hours without a rate are in it. */
  isCostOpen: z.boolean(),
  informed: z.object({ needed: z.int(), informed: z.int(), inTime: z.int(), withDeadline: z.int() }),
  reach: z.int().nullable(),
  /**
   * By when they came in, each counted as often as its batch says: by hour where all are of two days and none is known by its day only, else by
   * day.
   */
  mood: z
    .array(
      z.object({
        /** yyyy-MM-dd, or yyyy-MM-ddTHH. */
        from: z.string(),
        positive: z.int(),
        neutral: z.int(),
        negative: z.int(),
        angry: z.int(),
        unknown: z.int(),
      }),
    )
    .max(400),
})
export type CrisisFigures = z.output<typeof CrisisFigures>

/** The lists every new crisis starts with. */
export const StandingLists = z.object({
  contacts: z.array(CrisisContact).max(MAX_CRISIS_CONTACTS),
  checks: z.array(CrisisCheck).max(2 * MAX_CRISIS_CHECKS),
})
export type StandingLists = z.output<typeof StandingLists>

/** Null: the standing list. */
const ListOwner = { crisisId: RecordId.nullable() }
const Handles = z.array(z.uuid()).max(MAX_FILES_OF_COMMAND)

export const crises = {
  /** Open ones first, then the latest. Changes nothing. */
  crisisList: base.output(z.array(CrisisRow).max(MAX_CRISES)),
  /** Fails with `not_found`. Changes nothing. */
  crisisDetail: base.input(z.object({ id: RecordId })).output(CrisisDetail),
  /** What happened, the latest first, a page at a time. Changes nothing. */
  crisisLog: base
    .input(
      z.object({
        id: RecordId,
        cursor: LogCursor.nullable().default(null),
        limit: z.int().min(1).max(40).default(40),
      }),
    )
    .output(z.object({ entries: z.array(CrisisEntry), next: LogCursor.nullable(), count: z.int() })),
  /** Figures for looking back. Changes nothing. */
  crisisFigures: base.input(z.object({ id: RecordId })).output(CrisisFigures),
  /**
   * The whole file as a document. Without names it says of conversations only what stands in the log without them; with them also handle
   * and words of the other side, where they are still there. Changes nothing.
   */
  crisisDocument: base
    .input(
      z.object({
        id: RecordId,
        language: LanguageField,
        hasNames: z.boolean().default(false),
        hasPictures: z.boolean().default(true),
      }),
    )
    .output(ReportDocument),
  /** Changes nothing. */
  crisisStanding: base.output(StandingLists),

  /** Opens a crisis, with or without conversations. The standing lists are copied. A conversation of another crisis moves over. */
  crisisOpen: base
    .input(
      commandInput({
        title: Name,
        level: CrisisLevelField,
        conversationIds: ConversationIds.default([]),
        /** When it began. */
        at: At,
      }),
    )
    .output(ReceiptField),
  /** Absent: as it is. A changed level and a changed reach are noted in the log. */
  crisisUpdate: on({
    patch: z.object({
      title: Name.optional(),
      level: CrisisLevelField.optional(),
      reach: Reach.nullable().optional(),
      cause: OwnText.optional(),
      whatHelped: OwnText.optional(),
      whatChanges: OwnText.optional(),
    }),
  }),
  /** Criteria that are not met do not hinder it; the log notes which. */
  crisisClose: on({ at: At, text: OwnText.default('') }),
  crisisReopen: on({ text: OwnText.default('') }),
  /** Removes a crisis with its log, its lists, its statements and its evidence; its conversations stay. */
  crisisRemove: on({}),

  /** Those of another crisis move over; those that belong to it already are left out. */
  crisisAddConversations: on({ conversationIds: ConversationIds.min(1) }),
  crisisRemoveConversations: on({ conversationIds: ConversationIds.min(1) }),

  crisisAddContact: base.input(commandInput({ ...ListOwner, contact: CrisisContactInput })).output(ReceiptField),
  crisisUpdateContact: on({ contact: CrisisContactInput }),
  crisisRemoveContact: on({}),
  /** To a place in its list, from 0. */
  crisisMoveContact: on({ to: z.int().min(0).max(MAX_CRISIS_CONTACTS) }),
  /**
   * Notes that someone was informed; `isInformed` false: that they were not after all. Of someone who was informed already only another time
   * is noted.
   */
  crisisInform: on({ isInformed: z.boolean(), at: At }),

  /** Adds to the end of a list; what stands there already is left out. */
  crisisAddChecks: base
    .input(
      commandInput({ ...ListOwner, list: CrisisListField, texts: z.array(CheckText).min(1).max(MAX_CRISIS_CHECKS) }),
    )
    .output(ReceiptField),
  crisisUpdateCheck: on({ text: CheckText }),
  crisisRemoveCheck: on({}),
  crisisMoveCheck: on({ to: z.int().min(0).max(MAX_CRISIS_CHECKS) }),
  crisisTick: on({ isDone: z.boolean() }),
  /** Adds what stands in a standing list and not in that of the crisis. */
  crisisTakeStanding: on({ list: z.enum(['contact', ...CRISIS_LISTS]) }),
  /** The other way round: keeps for later crises what stands in the list of this one. */
  crisisKeepStanding: on({ list: z.enum(['contact', ...CRISIS_LISTS]) }),

  crisisAddStatement: on({ statement: StatementInput }),
  /**
   * Changes a statement; the id is the statement's. One that was decided on is a draft again where its words change, and the log keeps those
   * that had been approved. Fails with `invalid_value` at `statement_published` where it is out.
   */
  crisisUpdateStatement: on({ statement: StatementInput }),
  /** Approves or rejects a draft, in the name of someone. Fails with `invalid_value` at `statement_published` where it is out. */
  crisisDecide: on({ isApproved: z.boolean(), by: Name, at: At }),
  /** Fails with `invalid_value` status `statement_not_approved` where nobody approved it, at `before_approval` where that was later. */
  crisisPublish: on({ at: At }),
  /** Fails with `invalid_value` at `statement_published` where it is out. */
  crisisRemoveStatement: on({}),

  /** Adds to the log: words, staged files (costs.stageReceipt) as evidence, or both. Pictures and PDF only. */
  crisisNote: on({ text: OwnText.default(''), at: At, attach: Handles.default([]) }),
  /** Takes a file off; the log keeps its name and its hash. The id is the attachment's. */
  crisisRemoveEvidence: on({}),
  /** The same for a conversation, with or without a crisis; noted in its timeline. */
  addEvidence: on({ attach: Handles.min(1) }),
  removeEvidence: on({}),
}
