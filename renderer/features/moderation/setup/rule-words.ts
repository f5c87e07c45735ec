/** A rule in words: when it holds, and what follows. */
import { useTranslation } from 'react-i18next'
import type { RuleInput } from '../../../../shared/contract/moderation-setup.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { showServiceMinutes } from '../../../lib/service-minutes.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { SetupNames } from './use-setup-names.ts'

/** Words that are listed; of more it is said how many there are. */
const SHOWN_WORDS = 5

export interface RuleWords {
  when(conditions: RuleInput['conditions']): string
  /** Each for itself: topics first. */
  followsOf(actions: RuleInput['actions']): { readonly kind: 'topic' | 'other'; readonly text: string }[]
}

export function useRuleWords(names: SetupNames): RuleWords {
  const either = useEither()
  const { t } = useTranslation('moderationSetup')
  const stars = useStarsText()
  const { kinds, sentiments, priorities } = conversationNames(useFormat().language)

  function when({ words, channelIds, contact, ...conditions }: RuleInput['conditions']): string {
    const quoted = words.slice(0, SHOWN_WORDS).map((word) => t('rules.quoted', { word }))
    const rest = words.length - SHOWN_WORDS
    const parts = [
      words.length > 0 &&
        t('rules.condition.words', {
          words: either(rest > 0 ? [...quoted, t('rules.more', { count: rest })] : quoted),
        }),
      conditions.kinds.length > 0 && either(conditions.kinds.map((kind) => kinds[kind])),
      channelIds.length > 0 &&
        t('rules.condition.channels', {
          channels: either(channelIds.map((id) => names.nameIn(names.channels, id) ?? t('rules.goneChannel'))),
        }),
      stars(conditions.minStars, conditions.maxStars),
      contact !== 'any' && t(`rules.condition.contact.${contact}`),
      conditions.sentiments.length > 0 &&
        t('rules.condition.moods', { moods: either(conditions.sentiments.map((mood) => sentiments[mood])) }),
    ].filter((part) => part !== false && part !== null)
    return parts.length === 0 ? t('rules.always') : t('rules.when', { conditions: parts.join(' · ') })
  }

  function followsOf({ topicIds, priority, snippetId, escalateTo, escalateWithinMinutes, stop }: RuleInput['actions']) {
    const snippet = snippetId === null ? undefined : names.nameIn(names.snippets, snippetId)
    const name = escalateTo === null ? '' : names.targetName(escalateTo)
    const others = [
      priority !== null && t('rules.action.priority', { priority: priorities[priority] }),
      snippet !== undefined && t('rules.action.snippet', { name: snippet }),
      escalateTo !== null &&
        (escalateWithinMinutes === null
          ? t('rules.action.escalate', { name })
          : t('rules.action.escalateWithin', { name, time: showServiceMinutes(escalateWithinMinutes) })),
      stop && t('rules.action.stop'),
    ].filter((part) => part !== false)
    return [
      ...topicIds.map((id) => ({ kind: 'topic' as const, text: names.nameIn(names.topics, id) ?? '' })),
      ...others.map((text) => ({ kind: 'other' as const, text })),
    ]
  }
  return { when, followsOf }
}

/** "a", "a oder b", "a, b oder c" */
function useEither(): (parts: readonly string[]) => string {
  const { t } = useTranslation('moderationSetup')
  return (parts) => {
    const last = parts.at(-1) ?? ''
    return parts.length < 2 ? last : t('rules.or', { first: parts.slice(0, -1).join(', '), last })
  }
}

function useStarsText(): (min: number | null, max: number | null) => string | null {
  const { t } = useTranslation('moderationSetup')
  return (min, max) => {
    if (min !== null && max !== null) {
      const stars = t('stars', { count: max })
      return min === max ? stars : t('rules.condition.starsBetween', { min, stars })
    }
    if (min !== null) return t('rules.condition.starsAtLeast', { stars: t('stars', { count: min }) })
    return max === null ? null : t('rules.condition.starsAtMost', { stars: t('stars', { count: max }) })
  }
}
