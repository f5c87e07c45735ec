import { describe, expect, test } from 'vitest'
import {
  applyRules,
  ruleProblem,
  rulesTouching,
  type ConversationFacts,
  type ModerationRule,
  type RuleActions,
  type RuleConditions,
} from '../../../shared/domain/moderation-rule.ts'

const conditions: RuleConditions = {
  words: [],
  kinds: [],
  channelIds: [],
  minStars: null,
  maxStars: null,
  contact: 'any',
  sentiments: [],
}
const actions: RuleActions = {
  topicIds: [],
  priority: null,
  snippetId: null,
  escalateTo: null,
  escalateWithinMinutes: null,
  stop: false,
}
const facts: ConversationFacts = {
  text: 'Meine Lieferung ist seit zwei Wochen unterwegs. Nie wieder! 😡',
  kind: 'review',
  channelId: 3,
  stars: 2,
  contact: 'known',
  sentiment: 'angry',
}

function rule(id: number, when: Partial<RuleConditions>, then: Partial<RuleActions> = {}, isActive = true) {
  const each: ModerationRule = {
    id,
    name: `Regel ${id}`,
    isActive,
    conditions: { ...conditions, ...when },
    actions: { ...actions, ...then },
  }
  return each
}

const doesHold = (when: Partial<RuleConditions>, of: Partial<ConversationFacts> = {}) =>
  applyRules([rule(1, when)], { ...facts, ...of }).matched.length === 1

describe('conditions', () => {
  test('without any, a rule holds for everything', () => {
    expect(doesHold({})).toBe(true)
    expect(doesHold({}, { text: '', channelId: null, stars: null, contact: null, sentiment: null })).toBe(true)
  })

  test.each([
    ['Lieferung', true],
    ['LIEFERUNG', true],
    ['liefer', false],
    ['liefer*', true],
    ['*rung', true],
    ['*fer*', true],
    ['l*f*g', true],
    ['l*g*f', false],
    ['*', true],
    ['nie wieder', true],
    ['Nie, wieder', true],
    ['wieder nie', false],
    ['nie * wieder', false],
    ['seit * wochen', true],
    ['zwei wochen unter*', true],
    ['wieder nie mehr', false],
    ['😡', true],
    ['wieder 😡', true],
    ['😀', false],
    ['—', false],
    ['', false],
  ])('the word %j in the text: %s', (word, holds) => {
    expect(doesHold({ words: [word] })).toBe(holds)
  })

  test.each([
    ['grosse', 'Die GRÖẞE stimmt'],
    ['Größe', 'die grösse stimmt'],
    ['cafe', 'Euer Café'],
    ['Café', 'EUER CAFE'],
    ['café', 'Euer Cafe\u0301'],
    ['nordlicht', 'Nordlicht™'],
    ['betrug', '𝐁𝐞𝐭𝐫𝐮𝐠!'],
    ['👍', 'Danke 👍🏽'],
    ['❤', 'so gut ❤️'],
    ['e-mail', 'per E-Mail'],
  ])('%s is found in %s', (word, text) => {
    expect(doesHold({ words: [word] }, { text })).toBe(true)
  })

  test('one of several words is enough; a text without words has none', () => {
    expect(doesHold({ words: ['Anwalt', 'lieferung'] })).toBe(true)
    expect(doesHold({ words: ['Anwalt', 'Presse'] })).toBe(false)
    expect(doesHold({ words: ['*'] }, { text: ' … ' })).toBe(false)
  })

  test('stars hold from the least to the most, both included, and never where there are none', () => {
    expect(doesHold({ maxStars: 2 })).toBe(true)
    expect(doesHold({ maxStars: 1 })).toBe(false)
    expect(doesHold({ minStars: 2, maxStars: 4 })).toBe(true)
    expect(doesHold({ minStars: 3 })).toBe(false)
    expect(doesHold({ maxStars: 5 }, { stars: null })).toBe(false)
    expect(doesHold({ minStars: 1 }, { stars: null })).toBe(false)
  })

  test('kind, channel, contact and sentiment hold for what is listed, and never for what is unknown', () => {
    expect(doesHold({ kinds: ['comment', 'review'] })).toBe(true)
    expect(doesHold({ kinds: ['comment'] })).toBe(false)
    expect(doesHold({ channelIds: [1, 3] })).toBe(true)
    expect(doesHold({ channelIds: [1] })).toBe(false)
    expect(doesHold({ channelIds: [3] }, { channelId: null })).toBe(false)
    expect(doesHold({ contact: 'known' })).toBe(true)
    expect(doesHold({ contact: 'known' }, { contact: 'blocked' })).toBe(false)
    expect(doesHold({ contact: 'new' }, { contact: null })).toBe(false)
    expect(doesHold({ sentiments: ['angry', 'negative'] })).toBe(true)
    expect(doesHold({ sentiments: ['negative'] }, { sentiment: null })).toBe(false)
  })

  test('all of them have to hold', () => {
    expect(doesHold({ words: ['liefer*'], kinds: ['review'], maxStars: 2 })).toBe(true)
    expect(doesHold({ words: ['liefer*'], kinds: ['review'], maxStars: 1 })).toBe(false)
  })
})

describe('the outcome', () => {
  test('topics of all rules add up; priority, snippet and escalation are the first that is named', () => {
    const outcome = applyRules(
      [
        rule(7, {}, { topicIds: [4, 1] }),
        rule(2, { words: ['liefer*'] }, { topicIds: [1, 9], priority: 'high', escalateWithinMinutes: 30 }),
        rule(5, { maxStars: 2 }, { priority: 'urgent', snippetId: 8, escalateTo: { departmentId: 2 } }),
        rule(1, {}, { priority: 'low', snippetId: 3, escalateTo: { personId: 6 }, escalateWithinMinutes: 60 }),
      ],
      facts,
    )
    expect(outcome).toEqual({
      matched: [7, 2, 5, 1],
      topicIds: [4, 1, 9],
      priority: 'high',
      snippetId: 8,
      escalation: { to: { departmentId: 2 }, withinMinutes: null },
    })
  })

  test('a rule that stops ends the asking only where it holds', () => {
    const rules = (words: string[]) => [
      rule(1, { words }, { priority: 'low', stop: true }),
      rule(2, {}, { priority: 'high', topicIds: [5] }),
    ]
    expect(applyRules(rules(['lieferung']), facts)).toMatchObject({ matched: [1], priority: 'low', topicIds: [] })
    expect(applyRules(rules(['anwalt']), facts)).toMatchObject({ matched: [2], priority: 'high', topicIds: [5] })
  })

  test('without a rule that holds nothing follows', () => {
    const nothing = { matched: [], topicIds: [], priority: null, snippetId: null, escalation: null }
    expect(applyRules([], facts)).toEqual(nothing)
    expect(applyRules([rule(1, {}, { priority: 'high', stop: true }, false)], facts)).toEqual(nothing)
  })
})

test('a preview shows what each rule adds, and which one a stop keeps from being asked', () => {
  const touches = rulesTouching(
    [
      rule(1, {}, { priority: 'high', topicIds: [1] }),
      rule(2, { kinds: ['message'] }, { priority: 'low', stop: true }),
      rule(3, {}, { priority: 'urgent', topicIds: [1, 2], snippetId: 4, stop: true }),
      rule(4, {}, { topicIds: [3], stop: true }),
      rule(5, {}, { topicIds: [3] }),
      rule(6, {}, { topicIds: [3] }, false),
    ],
    facts,
  )
  const none = { topicIds: [], priority: null, snippetId: null, escalation: null }
  expect(touches).toEqual([
    { ruleId: 1, stoppedBy: null, effects: { ...none, topicIds: [1], priority: 'high' } },
    { ruleId: 3, stoppedBy: null, effects: { ...none, topicIds: [2], snippetId: 4 } },
    { ruleId: 4, stoppedBy: 3, effects: none },
    { ruleId: 5, stoppedBy: 3, effects: none },
  ])
})

test.each([
  ['no_such_word', { words: ['liefer*', ' … '] }, { priority: 'high' }],
  ['stars_crossed', { minStars: 4, maxStars: 2 }, { priority: 'high' }],
  ['no_action', { words: ['liefer*'] }, { escalateWithinMinutes: 30 }],
  [null, { words: ['liefer*', '😡'], minStars: 2, maxStars: 2 }, { stop: true }],
] as const)('what keeps a rule from doing anything: %s', (problem, when, then) => {
  expect(ruleProblem(rule(1, when, then))).toBe(problem)
})
