/** A rule while it is being edited: words and deadline as they are typed. Pure. */
import type { Rule, RuleInput } from '../../../../shared/contract/moderation-setup.ts'
import { MAX_RULE_WORD_LENGTH, MAX_RULE_WORDS, ruleProblem } from '../../../../shared/domain/moderation-rule.ts'
import { readServiceMinutes, showServiceMinutes } from '../../../lib/service-minutes.ts'

export interface RuleDraft {
  readonly name: string
  readonly isActive: boolean
  readonly words: string
  readonly conditions: Omit<RuleInput['conditions'], 'words'>
  readonly actions: Omit<RuleInput['actions'], 'escalateWithinMinutes'>
  readonly within: string
}

export function draftOf(rule: RuleInput | Rule | null): RuleDraft {
  if (rule === null) return NEW_RULE
  const { words, ...conditions } = rule.conditions
  const { escalateWithinMinutes, ...actions } = rule.actions
  return {
    name: rule.name,
    isActive: rule.isActive,
    words: words.join(', '),
    conditions,
    actions,
    within: escalateWithinMinutes === null ? '' : showServiceMinutes(escalateWithinMinutes),
  }
}

const NEW_RULE: RuleDraft = {
  name: '',
  isActive: true,
  words: '',
  conditions: { kinds: [], channelIds: [], minStars: null, maxStars: null, contact: 'any', sentiments: [] },
  actions: { topicIds: [], priority: null, snippetId: null, escalateTo: null, stop: false },
  within: '',
}

/** Each once, in order. */
export function wordsOf(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

/** The rule as the ledger takes it. What cannot be read of it stands in `problemsOf`. */
export function inputOf(draft: RuleDraft): RuleInput {
  const within = readServiceMinutes(draft.within)
  return {
    name: draft.name.trim(),
    isActive: draft.isActive,
    conditions: { words: wordsOf(draft.words), ...draft.conditions },
    actions: { ...draft.actions, escalateWithinMinutes: within.kind === 'minutes' ? within.minutes : null },
  }
}

export interface RuleProblems {
  readonly name?: 'required'
  readonly words?: 'no_such_word' | 'tooManyWords' | 'longWord'
  readonly stars?: 'stars_crossed'
  readonly actions?: 'no_action'
  readonly within?: 'invalid' | 'tooLong'
}

/** What keeps it from being saved. Nothing but a missing name or action leaves the preview without sense. */
export function problemsOf(draft: RuleDraft): RuleProblems {
  const words = wordsOf(draft.words)
  const within = readServiceMinutes(draft.within).kind
  const problem = ruleProblem(inputOf(draft))
  return {
    ...(draft.name.trim() === '' && { name: 'required' }),
    ...(words.length > MAX_RULE_WORDS && { words: 'tooManyWords' }),
    ...(words.some((word) => word.length > MAX_RULE_WORD_LENGTH) && { words: 'longWord' }),
    ...(problem === 'no_such_word' && { words: problem }),
    ...(problem === 'stars_crossed' && { stars: problem }),
    ...(problem === 'no_action' && { actions: problem }),
    ...(draft.actions.escalateTo !== null && (within === 'invalid' || within === 'tooLong') && { within }),
  }
}

/** What a preview can be asked for: conditions that can be read. */
export function canPreview({ words, stars }: RuleProblems): boolean {
  return words === undefined && stars === undefined
}
