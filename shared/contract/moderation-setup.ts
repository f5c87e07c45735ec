/** How the moderation log is set up: when answers are due, what conversations are about, ready-made answers, and rules that sort. */
import * as z from 'zod'
import { MAX_TOPICS_OF_ONE } from '../domain/conversation.ts'
import {
  CONTACT_STANDINGS,
  MAX_MODERATION_RULES,
  MAX_RULE_WORD_LENGTH,
  MAX_RULE_WORDS,
} from '../domain/moderation-rule.ts'
import { MAX_TARGET_MINUTES } from '../domain/response-target.ts'
import { MAX_SNIPPET_LENGTH, SNIPPET_PLACEHOLDERS, TONES } from '../domain/snippet.ts'
import { base } from './errors.ts'
import { commandInput, LanguageField, LineOfText, Name, NetworkField, ReceiptField, RecordId } from './fields.ts'
import {
  ConversationKindField,
  ConversationStatusField,
  ConversationTextField,
  PriorityField,
  SentimentField,
  StarsField,
} from './moderation-fields.ts'
import { WorkingStretch } from './settings.ts'
import { on } from './on-record.ts'

export const MAX_TOPICS = 500
export const MAX_SNIPPETS = 500
/** Channels one rule can name. */
const MAX_RULE_CHANNELS = 50
/** Conversations a preview lists; it counts all of them. */
export const MAX_PREVIEW_ROWS = 50

const Order = {
  id: RecordId,
  /** The one it comes to stand before; null: at the end. */
  beforeId: RecordId.nullable(),
}

/** Stretches by weekday, Monday first, each day's in order. */
const ServiceHoursFields = {
  weekly: z.array(z.array(WorkingStretch).max(4)).length(7),
  /** Public holidays of the ledger's Land have none. */
  observesHolidays: z.boolean(),
}
export const ServiceHoursRow = z.object({
  /** Null: where a channel has none of its own. */
  channelId: RecordId.nullable(),
  ...ServiceHoursFields,
  /** False: nobody has said otherwise, the usual ones hold. */
  isSet: z.boolean(),
})
export type ServiceHoursRow = z.output<typeof ServiceHoursRow>

export const ResponseTargetRow = z.object({
  /** Null: on every channel. */
  channelId: RecordId.nullable(),
  /** Null: of every kind. */
  kind: ConversationKindField.nullable(),
  /** Of service time; null: no answer is owed. */
  minutes: z.int().min(1).max(MAX_TARGET_MINUTES).nullable(),
})
export type ResponseTargetRow = z.output<typeof ResponseTargetRow>

export const Topic = z.object({
  id: RecordId,
  name: z.string(),
  isArchived: z.boolean(),
  /** Conversations about it; several noted with one line count as one. */
  conversations: z.int(),
  /** Rules and snippets that name it. */
  setupUses: z.int(),
})
export type Topic = z.output<typeof Topic>

export const ToneField = z.enum(TONES)
const SnippetText = z.object({ language: LanguageField, tone: ToneField, text: ConversationTextField })
export type SnippetText = z.output<typeof SnippetText>
export const SnippetInput = z.object({
  name: Name,
  topicId: RecordId.nullable(),
  /** At most one for each language and tone; blank ones are left out, and one has to be left. */
  texts: z.array(SnippetText.extend({ text: ConversationTextField.max(MAX_SNIPPET_LENGTH) })).max(4),
})
export type SnippetInput = z.output<typeof SnippetInput>
export const Snippet = z.object({
  id: RecordId,
  name: z.string(),
  topicId: RecordId.nullable(),
  topic: z.string().nullable(),
  texts: z.array(SnippetText),
  /** Rules that propose it. */
  ruleCount: z.int(),
})
export type Snippet = z.output<typeof Snippet>

export const SnippetPlaceholderField = z.enum(SNIPPET_PLACEHOLDERS)
/** A snippet as it is put into an answer. */
export const FilledSnippetRow = z.object({
  id: RecordId,
  name: z.string(),
  topic: z.string().nullable(),
  /** Those of the text that was taken: the language asked for, else another one. */
  language: LanguageField,
  tone: ToneField,
  text: z.string(),
  /** Placeholders nothing is known for; they stand as gaps in the text. */
  missing: z.array(SnippetPlaceholderField),
  /** A rule proposes it for the conversation. */
  isProposed: z.boolean(),
  /** It belongs to a topic of the conversation. */
  isOfTopic: z.boolean(),
})
export type FilledSnippetRow = z.output<typeof FilledSnippetRow>

const RuleConditionsField = z.object({
  words: z.array(LineOfText.min(1).max(MAX_RULE_WORD_LENGTH)).max(MAX_RULE_WORDS),
  kinds: z.array(ConversationKindField).max(4),
  channelIds: z.array(RecordId).max(MAX_RULE_CHANNELS),
  minStars: StarsField.nullable(),
  maxStars: StarsField.nullable(),
  contact: z.enum(['any', ...CONTACT_STANDINGS]),
  sentiments: z.array(SentimentField).max(4),
})
const RuleActionsField = z.object({
  topicIds: z.array(RecordId).max(MAX_TOPICS_OF_ONE),
  priority: PriorityField.nullable(),
  snippetId: RecordId.nullable(),
  escalateTo: z.union([z.object({ personId: RecordId }), z.object({ departmentId: RecordId })]).nullable(),
  /** Service minutes of the channel; null: no deadline. */
  escalateWithinMinutes: z.int().min(1).max(MAX_TARGET_MINUTES).nullable(),
  /** No later rule is asked once this one holds. */
  stop: z.boolean(),
})
export const RuleInput = z.object({
  name: Name,
  isActive: z.boolean(),
  conditions: RuleConditionsField,
  actions: RuleActionsField,
})
export type RuleInput = z.output<typeof RuleInput>
export const Rule = z.object({ id: RecordId, ...RuleInput.shape, name: z.string() })
export type Rule = z.output<typeof Rule>

/** What a rule would change about a conversation; nothing where it has all of it already. */
const RuleChange = z.object({
  topics: z.array(z.string()),
  priority: PriorityField.nullable(),
  snippet: z.string().nullable(),
  /** Whom it would be handed to. */
  escalatedTo: z.string().nullable(),
})
export const RulePreviewRow = z.object({
  id: RecordId,
  title: z.string(),
  kind: ConversationKindField,
  status: ConversationStatusField,
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  stars: z.int().nullable(),
  dueAt: z.int().nullable(),
  /** The rule before it that ends the asking; null: it is asked. */
  stoppedBy: z.string().nullable(),
  change: RuleChange,
})
export type RulePreviewRow = z.output<typeof RulePreviewRow>
export const RulePreview = z.object({
  /** Open and waiting ones that were looked at. */
  asked: z.int(),
  /** Of these, its conditions hold for. */
  count: z.int(),
  /** Of `count`: not asked, because a rule before it stops there. */
  stopped: z.int(),
  /** Of `count`: something would change. */
  changing: z.int(),
  /** Those that would change first, each in order of their deadlines. */
  rows: z.array(RulePreviewRow).max(MAX_PREVIEW_ROWS),
})
export type RulePreview = z.output<typeof RulePreview>
export const ApplyingPreview = RulePreview.extend({
  /** Rules that would be applied, in their order, and for how many conversations each holds and is asked. */
  rules: z.array(z.object({ id: RecordId, name: z.string(), count: z.int() })).max(MAX_MODERATION_RULES),
})
export type ApplyingPreview = z.output<typeof ApplyingPreview>

export const moderationSetup = {
  /** The hours in which answers are given: those of all channels first, then of channels with hours of their own. Changes nothing. */
  serviceHours: base.output(z.array(ServiceHoursRow).min(1)),
  /** Sets the hours of a channel, or with null of all that have none. Deadlines of what is unfinished are worked out anew. */
  setServiceHours: base
    .input(commandInput({ channelId: RecordId.nullable(), hours: z.object(ServiceHoursFields) }))
    .output(ReceiptField),
  /** Back to the hours of all channels, or with null to the usual ones. Deadlines of what is unfinished are worked out anew. */
  removeServiceHours: base.input(commandInput({ channelId: RecordId.nullable() })).output(ReceiptField),

  /** The targets that were set; where none holds, DEFAULT_TARGET_MINUTES does. Changes nothing. */
  responseTargets: base.output(z.array(ResponseTargetRow)),
  /** Sets how soon an answer is due. Deadlines of what is unfinished are worked out anew. */
  setResponseTarget: base.input(commandInput({ target: ResponseTargetRow })).output(ReceiptField),
  /** Back to what holds without it. Deadlines of what is unfinished are worked out anew. */
  removeResponseTarget: base
    .input(commandInput({ channelId: RecordId.nullable(), kind: ConversationKindField.nullable() }))
    .output(ReceiptField),

  /** All topics in their order, archived ones last. Changes nothing. */
  topics: base.output(z.array(Topic).max(MAX_TOPICS)),
  /** Adds topics at the end. Of several, those that are there are left alone; a single one fails with `name_taken`. */
  addTopics: base.input(commandInput({ names: z.array(Name).min(1).max(50) })).output(ReceiptField),
  updateTopic: on({ patch: z.object({ name: Name, isArchived: z.boolean() }).partial() }),
  moveTopic: base.input(commandInput(Order)).output(ReceiptField),
  /** What is about the one is about the other from then on; the one is gone. */
  mergeTopic: on({ intoId: RecordId }),
  /** Removes a topic nothing names; fails with `in_use` else. */
  removeTopic: on({}),

  /** All snippets by name. Changes nothing. */
  snippets: base.output(z.array(Snippet).max(MAX_SNIPPETS)),
  /**
   * Snippets with their placeholders filled in from a conversation, for an answer in this language and tone: what a rule proposes first, then those
   * of its topics, then the others by name. Fails with `not_found`. Changes nothing.
   */
  filledSnippets: base
    .input(z.object({ conversationId: RecordId.nullable(), language: LanguageField, tone: ToneField }))
    .output(z.array(FilledSnippetRow).max(MAX_SNIPPETS)),
  /** Fails with `name_taken`, and with `invalid_value` at texts `required` or `twice`. */
  addSnippet: base.input(commandInput({ snippet: SnippetInput })).output(ReceiptField),
  /** Adds several at once; those whose name is there are left alone, topics are found or made by their name. */
  addSnippets: base
    .input(
      commandInput({
        snippets: z
          .array(SnippetInput.omit({ topicId: true }).extend({ topic: Name.nullable() }))
          .min(1)
          .max(20),
      }),
    )
    .output(ReceiptField),
  updateSnippet: on({ snippet: SnippetInput }),
  /** Rules that propose it propose none from then on. */
  removeSnippet: on({}),

  /** All rules in the order in which they are asked. Changes nothing. */
  rules: base.output(z.array(Rule).max(MAX_MODERATION_RULES)),
  /**
   * Adds a rule at the end; `applyToOpen`: it is applied to what is unfinished at once. Fails with `invalid_value` at rule where it could do nothing
   * (a RuleProblem) or `too_many_rules`.
   */
  addRule: base.input(commandInput({ rule: RuleInput, applyToOpen: z.boolean().default(false) })).output(ReceiptField),
  updateRule: on({ rule: RuleInput, applyToOpen: z.boolean().default(false) }),
  /** On or off. */
  switchRule: on({ isActive: z.boolean() }),
  moveRule: base.input(commandInput(Order)).output(ReceiptField),
  removeRule: on({}),
  /**
   * What is unfinished and a rule as it is being edited holds for, in its place among the others (null: at the end). It counts as active.
   * Changes nothing.
   */
  previewRule: base.input(z.object({ id: RecordId.nullable(), rule: RuleInput })).output(RulePreview),
  /** What `applyRules` with the same `id` would do. Changes nothing. */
  previewApplying: base.input(z.object({ id: RecordId.nullable() })).output(ApplyingPreview),
  /**
   * Applies active rules in their order to everything unfinished; `id`: only what follows from this one. Topics are added; a priority somebody
   * set by hand stays, and what was handed over before is not handed over again. Each conversation that changes gets a line in its timeline.
   * `changed`: how many did; null where the command had been carried out before.
   */
  applyRules: base
    .input(commandInput({ id: RecordId.nullable() }))
    .output(z.object({ receipt: ReceiptField, changed: z.int().nullable() })),
}
