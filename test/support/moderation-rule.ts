/** A rule as it is entered, with what a test says about it. */
import { ANYTHING } from '../../shared/domain/moderation-rule.ts'
import type { RuleInput } from '../../shared/contract/moderation-setup.ts'

interface RuleChanges {
  readonly name?: string
  readonly isActive?: boolean
  readonly conditions?: Partial<RuleInput['conditions']>
  readonly actions?: Partial<RuleInput['actions']>
}

/** ANYTHING, as the contract's input has it: lists that may change. */
function blank(): RuleInput['conditions'] {
  return { ...ANYTHING, words: [], kinds: [], channelIds: [], sentiments: [] }
}

export function ruleInput({ name = 'Regel', isActive = true, conditions, actions }: RuleChanges = {}): RuleInput {
  return {
    name,
    isActive,
    conditions: { ...blank(), ...conditions },
    actions: {
      topicIds: [],
      priority: null,
      snippetId: null,
      escalateTo: null,
      escalateWithinMinutes: null,
      stop: false,
      ...actions,
    },
  }
}
