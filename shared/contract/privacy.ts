/** Data protection in the moderation log: contacts, what is known of a person, erasing it, and how long texts are kept. */
import * as z from 'zod'
import { eventIterator } from '@orpc/contract'
import { CONVERSATION_KINDS } from '../domain/conversation.ts'
import { NAME_REACHES } from '../domain/names-in-text.ts'
import { base } from './errors.ts'
import { commandInput, DayField, LanguageField, LineOfText, NetworkField, ReceiptField, RecordId } from './fields.ts'
import { FilePieces, NumberStyleField } from './file-pieces.ts'
import { HoldCauseField, MAX_HANDLE_LENGTH, QueueRow, ReasonField } from './moderation-fields.ts'
import { on } from './on-record.ts'

/** Contacts one search shows. */
export const MAX_FOUND_CONTACTS = 200
export const MAX_ALSO_NAMES = 10
/** Places of one kind shown before an erasure. */
export const MAX_PLACE_SAMPLES = 5
export const MAX_RETENTION_MONTHS = 120

export const ContactHandle = z.object({ id: RecordId, network: NetworkField, handle: z.string() })
export const ContactRow = z.object({
  id: RecordId,
  pseudonym: z.string(),
  /** Empty: its names were erased. */
  handles: z.array(ContactHandle),
  isBlocked: z.boolean(),
  conversationCount: z.int(),
  /** Conversations that sound positive, neutral, negative or angry; the rest was not judged. */
  moods: z.object({ positive: z.int(), neutral: z.int(), negative: z.int(), angry: z.int() }),
  lastAt: z.int(),
})
export type ContactRow = z.output<typeof ContactRow>
/** The last row's place in the list. */
export const ContactCursor = z.object({ at: z.int(), id: RecordId })
export type ContactCursor = z.output<typeof ContactCursor>

export const ContactDetail = ContactRow.extend({
  firstAt: z.int(),
  /** The latest ones. */
  conversations: z.array(QueueRow.extend({ isHeld: z.boolean() })).max(MAX_FOUND_CONTACTS),
})
export type ContactDetail = z.output<typeof ContactDetail>

export const NameReachField = z.enum(NAME_REACHES)
const PersonName = LineOfText.min(1).max(MAX_HANDLE_LENGTH)
/** Whose data is meant. */
const PersonFields = {
  /** A handle, a name, or the pseudonym of a contact; capital and small letters and @ make no difference. */
  name: PersonName,
  /** Other names the person goes by in notes, e.g. the civil one. */
  alsoNames: z.array(PersonName).max(MAX_ALSO_NAMES).default([]),
  /** Of the contacts of that name, these; absent: all of them. The same handle may be someone else on another network. */
  contactIds: z.array(RecordId).max(MAX_FOUND_CONTACTS).optional(),
  /** Where a name counts in other texts: wherever it stands as a word, or only behind @ and in addresses. */
  reach: NameReachField.default('word'),
}
export const Person = z.object(PersonFields)
export type Person = z.output<typeof Person>

export const PLACES = [
  'texts',
  'answers',
  'labels',
  'time',
  'leads',
  'imports',
  'crises',
  'costs',
  'revenue',
  'posts',
  'setup',
  'files',
  'records',
] as const
/** Where a name stands. */
export type Place = (typeof PLACES)[number]

export const FoundPerson = z.object({
  contacts: z.array(
    z.object({
      id: RecordId,
      pseudonym: z.string(),
      isBlocked: z.boolean(),
      handles: z.array(ContactHandle),
      conversationCount: z.int(),
      firstAt: z.int(),
      lastAt: z.int().nullable(),
    }),
  ),
  /** What hangs on the conversations of these contacts. */
  own: z.object({
    conversations: z.int(),
    /** Of these, with a text. */
    texts: z.int(),
    answers: z.int(),
    drafts: z.int(),
    files: z.int(),
    leads: z.int(),
  }),
  /** Other texts of the ledger in which the names stand. `records` are names of one's own, which are changed by hand. */
  mentions: z.array(
    z.object({
      place: z.enum(PLACES),
      count: z.int(),
      samples: z.array(z.string()).max(MAX_PLACE_SAMPLES),
    }),
  ),
  /** Crises the person takes part in or is named in, and how much evidence each keeps. An erasure leaves evidence as it is. */
  crises: z.array(z.object({ id: RecordId, title: z.string(), files: z.int() })),
  /** Conversations of these contacts that are kept for a reason. */
  held: z.array(z.object({ id: RecordId, title: z.string(), cause: HoldCauseField, reason: z.string() })),
})
export type FoundPerson = z.output<typeof FoundPerson>

const Erased = z.object({
  receipt: ReceiptField,
  conversations: z.int(),
  /** Texts elsewhere in which a name was replaced. */
  mentions: z.int(),
  files: z.int(),
  /** Conversations left as they are because they are held. */
  held: z.int(),
  /** False: the file could not be written anew yet; it is tried again by itself. */
  isWiped: z.boolean(),
})
export type Erased = z.output<typeof Erased>
/** Erasing takes seconds: what it is at, then the outcome. */
const Erasing = eventIterator(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('progress'), step: z.enum(['texts', 'names', 'file']), done: z.int(), total: z.int() }),
    Erased.extend({ kind: z.literal('done') }),
  ]),
)

export const RetentionMonths = z.int().min(1).max(MAX_RETENTION_MONTHS).nullable()
export const Retention = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(CONVERSATION_KINDS),
      /** After a conversation is done; null: its text is kept. */
      months: RetentionMonths,
      isDefault: z.boolean(),
      /** Conversations with something to erase. */
      holding: z.int(),
    }),
  ),
  /** Since when it is said what is going to be erased; null: nothing was due so far. */
  announcedOn: DayField.nullable(),
  /** From this day on it is erased by itself; null: not announced yet. */
  startsOn: DayField.nullable(),
  /** What is due already, and the next days on which something is. */
  dueNow: z.int(),
  upcoming: z.array(z.object({ day: DayField, count: z.int() })).max(12),
  /** Have something to erase, and are kept until they are done. */
  unfinished: z.int(),
  held: z
    .array(
      z.object({
        id: RecordId,
        title: z.string(),
        cause: HoldCauseField,
        reason: z.string(),
        /** The day it would be erased without being held. */
        dueOn: DayField.nullable(),
      }),
    )
    .max(MAX_FOUND_CONTACTS),
  heldCount: z.int(),
  /** The latest erasures, by moment. */
  history: z
    .array(
      z.object({
        at: z.int(),
        reason: z.enum(['request', 'retention']),
        conversations: z.int(),
        names: z.int(),
      }),
    )
    .max(100),
})
export type Retention = z.output<typeof Retention>

export const privacy = {
  /** Contacts, the one who wrote last first, a page at a time; with a text those whose pseudonym or handle contains it, at most a page. Changes nothing. */
  contacts: base
    .input(
      z.object({
        text: z.string().max(MAX_HANDLE_LENGTH).default(''),
        cursor: ContactCursor.nullable().default(null),
        limit: z.int().min(1).max(MAX_FOUND_CONTACTS).default(100),
      }),
    )
    .output(z.object({ rows: z.array(ContactRow), next: ContactCursor.nullable(), count: z.int().nullable() })),
  /** One contact with its conversations; fails with `not_found`. Changes nothing. */
  contact: base.input(z.object({ id: RecordId })).output(ContactDetail),
  /** Two contacts are the same person: the first one's names and conversations go to the other, whose pseudonym stays. */
  mergeContacts: base.input(commandInput({ fromId: RecordId, intoId: RecordId })).output(ReceiptField),
  /**
   * These names of a contact are someone else's: they become a contact of their own, with the conversations on networks where the first
   * one has no name left. Fails with `invalid_value` at handleIds where none or all of its names are meant.
   */
  splitContact: on({ handleIds: z.array(RecordId).min(1).max(MAX_FOUND_CONTACTS) }),
  setContactBlocked: on({ isBlocked: z.boolean() }),

  /** Everything the ledger holds about a person. Changes nothing. */
  findPerson: base.input(Person).output(FoundPerson),
  /** The same with all texts, as a file for the person: it answers a request for information. Changes nothing. */
  exportPerson: base
    .input(
      z.object({
        ...PersonFields,
        as: z.enum(['html', 'csv', 'json']),
        language: LanguageField,
        numbers: NumberStyleField.default('comma'),
      }),
    )
    .output(FilePieces),
  /**
   * Takes a person out of the ledger: handles, texts, answers and files of their conversations, their names in all other texts (a
   * pseudonym takes their place), open leads' names, imported rows, the search, the undo history; and writes the file anew. What is
   * counted and costed stays. Conversations that are held, and the handle with them, are left unless `includeHeld`. Final.
   */
  erasePerson: base.input(commandInput({ ...PersonFields, includeHeld: z.boolean().default(false) })).output(Erasing),
  /** The same for the text, answers and files of one conversation; its contact keeps its name. Fails with `invalid_value` id `is_held`. Final. */
  eraseConversation: base.input(commandInput({ id: RecordId })).output(Erasing),

  /** How long texts are kept, what is erased next, what is held and why, and what was erased. Changes nothing. */
  retention: base.output(Retention),
  /**
   * How many conversations of the kind would be due with these months that are not due now, and from which day on they would be erased by
   * themselves: what to say before a time is shortened. Held and unfinished ones are not counted. Changes nothing.
   */
  dueWithRetention: base
    .input(z.object({ kind: z.enum(CONVERSATION_KINDS), months: RetentionMonths }))
    .output(z.object({ count: z.int(), erasedFrom: DayField })),
  /** Months after a conversation of the kind is done; null: kept. */
  setRetention: base
    .input(commandInput({ kind: z.enum(CONVERSATION_KINDS), months: RetentionMonths }))
    .output(ReceiptField),
  /** Erases now what is due, without waiting for the announced day. Final. */
  eraseDue: base.input(commandInput({})).output(Erasing),
  /** What a screen has to say before something is erased by itself for the first time; null: nothing. Changes nothing. */
  erasureNotice: base.output(z.object({ startsOn: DayField, count: z.int() }).nullable()),
  /** Keeps the text of a conversation beyond its time, for a dispute, say; noted in its timeline with the reason. */
  hold: on({ reason: ReasonField }),
  /** It is not held any longer. Fails with `invalid_value` where it is not. */
  release: on({}),
}
