import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONVERSATION_KINDS, PRIORITIES, SENTIMENTS } from '../../shared/domain/conversation.ts'
import {
  applyRules,
  CONTACT_STANDINGS,
  rulesTouching,
  type ConversationFacts,
  type ModerationRule,
  type RuleConditions,
  type RulesOutcome,
} from '../../shared/domain/moderation-rule.ts'

const words = fc.constantFrom('liefer*', 'Lieferung', 'zu spät', '*ung', '😡', 'DANKE', 'a*b*c', 'spat')
const text = fc.oneof(
  fc
    .array(fc.constantFrom('Lieferung', 'zu', 'spät', '😡', 'danke', 'aXbYc', '–', 'Zeitung', '\n'), { maxLength: 12 })
    .map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)
const stars = fc.option(fc.integer({ min: 1, max: 5 }))
const id = fc.integer({ min: 1, max: 4 })
const few = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant<T[]>([]), fc.array(of, { maxLength: 3 }))

const facts: fc.Arbitrary<ConversationFacts> = fc.record({
  text,
  kind: fc.constantFrom(...CONVERSATION_KINDS),
  channelId: fc.option(id),
  stars,
  contact: fc.option(fc.constantFrom(...CONTACT_STANDINGS)),
  sentiment: fc.option(fc.constantFrom(...SENTIMENTS)),
})
const conditions = fc.record({
  words: few(words),
  kinds: few(fc.constantFrom(...CONVERSATION_KINDS)),
  channelIds: few(id),
  minStars: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 1 }),
  maxStars: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 1 }),
  contact: fc.constantFrom('any' as const, 'any' as const, ...CONTACT_STANDINGS),
  sentiments: few(fc.constantFrom(...SENTIMENTS)),
})
const anything = {
  words: [],
  kinds: [],
  channelIds: [],
  minStars: null,
  maxStars: null,
  contact: 'any',
  sentiments: [],
}
const actions = fc.record({
  topicIds: few(id),
  priority: fc.option(fc.constantFrom(...PRIORITIES)),
  snippetId: fc.option(id),
  escalateTo: fc.option(fc.oneof(fc.record({ personId: id }), fc.record({ departmentId: id }))),
  escalateWithinMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
  stop: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
})
const rule = fc.record({
  name: fc.constant('Regel'),
  isActive: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn > 0),
  conditions: fc.oneof(conditions, fc.constant(anything as unknown as RuleConditions)),
  actions,
})
const rules = fc
  .array(rule, { maxLength: 7 })
  .map((all) => all.map((each, index): ModerationRule => ({ ...each, id: index + 1 })))

/** Says the same in other words: text compared as one string by regular expressions, nothing remembered. */
function naiveOutcome(all: readonly ModerationRule[], of: ConversationFacts): RulesOutcome {
  const held: ModerationRule[] = []
  for (const each of all) if (!held.some((before) => before.actions.stop) && naiveHolds(each, of)) held.push(each)
  const escalating = held.find((each) => each.actions.escalateTo !== null)?.actions
  return {
    matched: held.map((each) => each.id),
    topicIds: held.flatMap((each) => each.actions.topicIds).filter((topic, at, ids) => ids.indexOf(topic) === at),
    priority: held.find((each) => each.actions.priority !== null)?.actions.priority ?? null,
    snippetId: held.find((each) => each.actions.snippetId !== null)?.actions.snippetId ?? null,
    escalation: escalating ? { to: escalating.escalateTo!, withinMinutes: escalating.escalateWithinMinutes } : null,
  }
}

function naiveHolds({ isActive, conditions: when }: ModerationRule, of: ConversationFacts): boolean {
  if (!isActive) return false
  const plain = of.text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const spoken = ` ${plain.replace(/\p{Extended_Pictographic}/gu, ' $& ').replace(/[^\p{L}\p{N}😡]+/gu, ' ')} `
  const isSaid = (word: string) => {
    const source = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('*', '[^ ]*')
    return new RegExp(` ${source} `, 'u').test(spoken)
  }
  if (when.words.length > 0 && !when.words.some(isSaid)) return false
  if (when.kinds.length > 0 && !when.kinds.some((kind) => kind === of.kind)) return false
  if (when.channelIds.length > 0 && !when.channelIds.some((channel) => channel === of.channelId)) return false
  if (when.sentiments.length > 0 && !when.sentiments.some((sentiment) => sentiment === of.sentiment)) return false
  if (when.contact !== 'any' && of.contact !== when.contact) return false
  const isRated = when.minStars !== null || when.maxStars !== null
  if (isRated && of.stars === null) return false
  return !isRated || (of.stars! >= (when.minStars ?? 0) && of.stars! <= (when.maxStars ?? 5))
}

test('rules come to what a naive reading of them comes to', () =>
  fc.assert(
    fc.property(rules, facts, (all, of) => {
      expect(applyRules(all, of)).toEqual(naiveOutcome(all, of))
    }),
    { numRuns: 3_000 },
  ))

test('order decides: of two rules that hold and name something, the first one is heard', () =>
  fc.assert(
    fc.property(rules, facts, fc.constantFrom(...PRIORITIES), fc.constantFrom(...PRIORITIES), (all, of, a, b) => {
      const always = (ruleId: number, priority: typeof a): ModerationRule => ({
        id: ruleId,
        name: 'immer',
        isActive: true,
        conditions: anything as unknown as RuleConditions,
        actions: {
          topicIds: [],
          priority,
          snippetId: null,
          escalateTo: null,
          escalateWithinMinutes: null,
          stop: false,
        },
      })
      expect(applyRules([always(98, a), always(99, b), ...all], of).priority).toBe(a)
      expect(applyRules([always(99, b), ...all, always(98, a)], of).priority).toBe(b)
    }),
  ))

test('rules that are switched off count no more than rules that are not there', () =>
  fc.assert(
    fc.property(rules, facts, (all, of) => {
      const active = all.filter((each) => each.isActive)
      expect(applyRules(all, of)).toEqual(applyRules(active, of))
      expect(rulesTouching(all, of)).toEqual(rulesTouching(active, of))
    }),
  ))

test('a rule added behind the others changes nothing of what they settled', () =>
  fc.assert(
    fc.property(rules, rule, facts, (all, added, of) => {
      const before = applyRules(all, of)
      const after = applyRules([...all, { ...added, id: 99 }], of)
      expect(after.matched.slice(0, before.matched.length)).toEqual(before.matched)
      expect(after.topicIds.slice(0, before.topicIds.length)).toEqual(before.topicIds)
      for (const key of ['priority', 'snippetId', 'escalation'] as const)
        if (before[key] !== null) expect(after[key]).toEqual(before[key])
    }),
  ))

test('what the preview shows adds up to what happens', () =>
  fc.assert(
    fc.property(rules, facts, (all, of) => {
      const touches = rulesTouching(all, of)
      const asked = touches.filter(({ stoppedBy }) => stoppedBy === null)
      const outcome = applyRules(all, of)
      expect(asked.map(({ ruleId }) => ruleId)).toEqual(outcome.matched)
      expect(asked.flatMap(({ effects }) => effects.topicIds)).toEqual(outcome.topicIds)
      const last = all.find((each) => each.id === outcome.matched.at(-1))
      for (const { stoppedBy } of touches.slice(asked.length)) expect(stoppedBy).toBe(last?.id)
      if (touches.length > asked.length) expect(last?.actions.stop).toBe(true)
    }),
  ))

test('whatever is written: nothing is thrown, and a text has the words it is made of', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), few(fc.string({ unit: 'binary' })), facts, (odd, entries, of) => {
      const asking = (wanted: string[], written: string): boolean => {
        const when = { ...(anything as unknown as RuleConditions), words: wanted }
        const then = { topicIds: [], priority: null, snippetId: null, escalateTo: null, escalateWithinMinutes: null }
        const each = { id: 1, name: '', isActive: true, conditions: when, actions: { ...then, stop: false } }
        return applyRules([each], { ...of, text: written }).matched.length === 1
      }
      expect([true, false]).toContain(asking(entries, odd))
      const isWritten = /[\p{L}\p{N}]/u.test(odd.normalize('NFKD')) && !odd.includes('*')
      if (isWritten) expect(asking([odd], `vorher ${odd} nachher`), odd).toBe(true)
    }),
  ))
