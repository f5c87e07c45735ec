/** A rule as it is entered, with what a test says about it. */
import type { RuleInput } from '../../shared/contract/moderation-setup.ts'

interface RuleChanges {
  readonly name?: string
  readonly isActive?: boolean
  readonly conditions?: Partial<RuleInput['conditions']>
  readonly actions?: Partial<RuleInput['actions']>
}

export function ruleInput({ name = 'Regel', isActive = true, conditions, actions }: RuleChanges = {}): RuleInput {
  return {
    name,
    isActive,
    conditions: {
      words: [],
      kinds: [],
      channelIds: [],
      minStars: null,
      maxStars: null,
      contact: 'any',
      sentiments: [],
      ...conditions,
    },
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
