// A rule as it is typed, and what the ledger gets of it.
import { expect, test } from 'vitest'
import {
  canPreview,
  draftOf,
  inputOf,
  problemsOf,
  type RuleDraft,
  wordsOf,
} from '../../../renderer/features/moderation/setup/rule-draft.ts'
import { ruleInput } from '../../support/moderation-rule.ts'

const draft = (changes: Partial<RuleDraft>): RuleDraft => ({ ...draftOf(null), ...changes })

test('a rule that is opened and saved stays as it is', () => {
  const rule = ruleInput({
    name: 'Lieferung',
    isActive: false,
    conditions: { words: ['liefer*', 'nie wieder', '😡'], kinds: ['comment'], maxStars: 2, contact: 'new' },
    actions: { topicIds: [3], priority: 'high', escalateTo: { personId: 1 }, escalateWithinMinutes: 95, stop: true },
  })
  expect(inputOf(draftOf(rule))).toEqual(rule)
})

test('words are parted by commas and lines, each taken once', () => {
  expect(wordsOf(' liefer*, nie  wieder;\npaket,, paket ')).toEqual(['liefer*', 'nie  wieder', 'paket'])
})

test('an empty form lacks a name and something to do, and can be previewed all the same', () => {
  const problems = problemsOf(draftOf(null))
  expect(problems).toEqual({ name: 'required', actions: 'no_action' })
  expect(canPreview(problems)).toBe(true)
})

test.each([
  ['a word without letters', { words: 'gut, !!' }, 'words', 'no_such_word'],
  ['a word that is too long', { words: 'x'.repeat(101) }, 'words', 'longWord'],
  ['too many words', { words: Array.from({ length: 101 }, (_, index) => `w${index}`).join() }, 'words', 'tooManyWords'],
  [
    'stars that cross',
    { conditions: { ...draftOf(null).conditions, minStars: 4, maxStars: 2 } },
    'stars',
    'stars_crossed',
  ],
] as const)('%s is said, and leaves nothing to preview', (_what, changes, field, problem) => {
  const problems = problemsOf(draft(changes))
  expect(problems[field]).toBe(problem)
  expect(canPreview(problems)).toBe(false)
})

test('a deadline is read only where it is handed over', () => {
  const actions = { ...draftOf(null).actions, escalateTo: { departmentId: 1 } }
  expect(problemsOf(draft({ actions, within: 'bald' })).within).toBe('invalid')
  expect(problemsOf(draft({ within: 'bald' })).within).toBeUndefined()
  expect(inputOf(draft({ actions, within: '0:30' })).actions.escalateWithinMinutes).toBe(30)
})
