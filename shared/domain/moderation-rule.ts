/**
 * Rules that sort what comes in: conditions on a conversation, and what follows from them. They are asked in their order; what a rule
 * settles, no later one changes.
 */
import type { ConversationKind, Priority, Sentiment } from './conversation.ts'
import { foldedPatterns, foldedWords, isOfPattern, type WordPattern } from './folded-words.ts'

export const MAX_MODERATION_RULES = 200
/** Of one rule. */
export const MAX_RULE_WORDS = 100
export const MAX_RULE_WORD_LENGTH = 100

/** new: writes for the first time; known: wrote before; blocked: was blocked, whether new or known. */
export const CONTACT_STANDINGS = ['new', 'known', 'blocked'] as const
export type ContactStanding = (typeof CONTACT_STANDINGS)[number]

/** All of them must hold; an empty list, null and "any" hold always. */
export interface RuleConditions {
  /**
   * One of them is in the text: whole words, without regard to case, accents and signs between them; `*` stands for any letters of a
   * word ("liefer*"), several words stand one after the other ("nie wieder"), an emoji is a word. An entry without any letter, digit,
   * emoji or `*` is in no text.
   */
  readonly words: readonly string[]
  readonly kinds: readonly ConversationKind[]
  readonly channelIds: readonly number[]
  /** Both ends included. What has no stars fulfils neither. */
  readonly minStars: number | null
  readonly maxStars: number | null
  readonly contact: 'any' | ContactStanding
  readonly sentiments: readonly Sentiment[]
}

/** Conditions that hold always. */
export const ANYTHING: RuleConditions = {
  words: [],
  kinds: [],
  channelIds: [],
  minStars: null,
  maxStars: null,
  contact: 'any',
  sentiments: [],
}

export type EscalationTarget = { readonly personId: number } | { readonly departmentId: number }

export interface RuleActions {
  readonly topicIds: readonly number[]
  readonly priority: Priority | null
  readonly snippetId: number | null
  readonly escalateTo: EscalationTarget | null
  /** Service minutes of the channel; null: no deadline of its own. Counts only beside `escalateTo`. */
  readonly escalateWithinMinutes: number | null
  /** No later rule is asked once this one holds. */
  readonly stop: boolean
}

export interface ModerationRule {
  readonly id: number
  readonly name: string
  readonly isActive: boolean
  readonly conditions: RuleConditions
  readonly actions: RuleActions
}

/** What rules look at. Null: not known, or there is none; a condition on it does not hold. */
export interface ConversationFacts {
  readonly text: string
  readonly kind: ConversationKind
  readonly channelId: number | null
  readonly stars: number | null
  readonly contact: ContactStanding | null
  readonly sentiment: Sentiment | null
}

export interface Escalation {
  readonly to: EscalationTarget
  readonly withinMinutes: number | null
}

/** What follows from a rule, or from all of them. */
export interface RuleEffects {
  /** Each once, in the order in which rules name them. */
  readonly topicIds: readonly number[]
  readonly priority: Priority | null
  readonly snippetId: number | null
  readonly escalation: Escalation | null
}

export interface RulesOutcome extends RuleEffects {
  /** Rules that held and were asked, in order. */
  readonly matched: readonly number[]
}

/** A rule whose conditions hold, in its place among the others. */
export interface RuleTouch {
  readonly ruleId: number
  /** The rule before it that ends the asking; null: it is asked. */
  readonly stoppedBy: number | null
  /** What changes through it: without what rules before it have settled. */
  readonly effects: RuleEffects
}

export const NO_EFFECTS: RuleEffects = { topicIds: [], priority: null, snippetId: null, escalation: null }

/**
 * What active rules, given in their order, make of a conversation: the topics of all that hold; priority, snippet and escalation each of
 * the first that holds and names one. After a rule with `stop` that holds none is asked. Never throws; linear in the length of the text
 * for a given set of rules.
 */
export function applyRules(rules: readonly ModerationRule[], facts: ConversationFacts): RulesOutcome {
  const touches = rulesTouching(rules, facts).filter(({ stoppedBy }) => stoppedBy === null)
  const effects = touches.reduce((settled, touch) => withEffects(settled, touch.effects), NO_EFFECTS)
  return { matched: touches.map(({ ruleId }) => ruleId), ...effects }
}

/**
 * Active rules whose conditions hold, in their order, also behind a rule that stops: what a preview shows. The touches that are not
 * stopped are what `applyRules` counts, and their effects add up to its outcome.
 */
export function rulesTouching(rules: readonly ModerationRule[], facts: ConversationFacts): RuleTouch[] {
  const touches: RuleTouch[] = []
  const text = new FactsText(facts.text)
  let settled = NO_EFFECTS
  let stoppedBy: number | null = null
  for (const { id, isActive, conditions, actions } of rules) {
    if (!isActive || !doConditionsHold(conditions, facts, text)) continue
    const effects: RuleEffects = stoppedBy === null ? effectsBeside(settled, actions) : NO_EFFECTS
    touches.push({ ruleId: id, stoppedBy, effects })
    settled = withEffects(settled, effects)
    if (actions.stop) stoppedBy ??= id
  }
  return touches
}

/** What the actions of a rule add to what is settled. */
function effectsBeside(settled: RuleEffects, actions: RuleActions): RuleEffects {
  const { escalateTo: to, escalateWithinMinutes: withinMinutes } = actions
  return {
    topicIds: [...new Set(actions.topicIds)].filter((topicId) => !settled.topicIds.includes(topicId)),
    priority: settled.priority === null ? actions.priority : null,
    snippetId: settled.snippetId === null ? actions.snippetId : null,
    escalation: settled.escalation === null && to !== null ? { to, withinMinutes } : null,
  }
}

function withEffects(settled: RuleEffects, effects: RuleEffects): RuleEffects {
  return {
    topicIds: [...settled.topicIds, ...effects.topicIds],
    priority: settled.priority ?? effects.priority,
    snippetId: settled.snippetId ?? effects.snippetId,
    escalation: settled.escalation ?? effects.escalation,
  }
}

/** The words of a text, taken apart once and only if a rule asks for words. */
class FactsText {
  readonly #text: string
  #words: readonly string[] | null = null

  constructor(text: string) {
    this.#text = text
  }

  get words(): readonly string[] {
    return (this.#words ??= foldedWords(this.#text))
  }
}

function doConditionsHold(conditions: RuleConditions, facts: ConversationFacts, text: FactsText): boolean {
  const { kinds, channelIds, minStars, maxStars, contact, sentiments } = conditions
  return (
    (kinds.length === 0 || kinds.includes(facts.kind)) &&
    (channelIds.length === 0 || (facts.channelId !== null && channelIds.includes(facts.channelId))) &&
    (minStars === null || (facts.stars !== null && facts.stars >= minStars)) &&
    (maxStars === null || (facts.stars !== null && facts.stars <= maxStars)) &&
    (contact === 'any' || contact === facts.contact) &&
    (sentiments.length === 0 || (facts.sentiment !== null && sentiments.includes(facts.sentiment))) &&
    (conditions.words.length === 0 || hasOneOf(text.words, wantedWords(conditions.words)))
  )
}

interface WantedWords {
  readonly plain: ReadonlySet<string>
  /** Several words, or one with `*`. */
  readonly patterns: readonly (readonly WordPattern[])[]
}

/** A preview asks the same rules of tens of thousands of texts. */
const wantedCache = new WeakMap<readonly string[], WantedWords>()

function wantedWords(words: readonly string[]): WantedWords {
  const cached = wantedCache.get(words)
  if (cached) return cached
  const all = words.map(foldedPatterns).filter((patterns) => patterns.length > 0)
  const isPlain = ([first, second]: readonly WordPattern[]) => second === undefined && first?.length === 1
  const wanted: WantedWords = {
    plain: new Set(all.filter(isPlain).flat(2)),
    patterns: all.filter((patterns) => !isPlain(patterns)),
  }
  wantedCache.set(words, wanted)
  return wanted
}

function hasOneOf(words: readonly string[], { plain, patterns }: WantedWords): boolean {
  if (plain.size > 0 && words.some((word) => plain.has(word))) return true
  return patterns.some((wanted) => words.some((_word, at) => startsAt(words, at, wanted)))
}

function startsAt(words: readonly string[], at: number, wanted: readonly WordPattern[]): boolean {
  if (at + wanted.length > words.length) return false
  return wanted.every((pattern, index) => isOfPattern(words[at + index] ?? '', pattern))
}

/** What keeps a rule from doing anything; each is a text key. */
export type RuleProblem = 'no_such_word' | 'stars_crossed' | 'no_action'

/** no_such_word: an entry is in no text; stars_crossed: the least number is above the most; no_action: nothing would follow. Null: none. */
export function ruleProblem({
  conditions,
  actions,
}: Pick<ModerationRule, 'conditions' | 'actions'>): RuleProblem | null {
  const { words, minStars, maxStars } = conditions
  if (words.some((word) => foldedPatterns(word).length === 0)) return 'no_such_word'
  if (minStars !== null && maxStars !== null && minStars > maxStars) return 'stars_crossed'
  const { topicIds, priority, snippetId, escalateTo, stop } = actions
  const isIdle = topicIds.length === 0 && priority === null && snippetId === null && escalateTo === null && !stop
  return isIdle ? 'no_action' : null
}
