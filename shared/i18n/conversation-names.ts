/** Names of what conversations can be, for the page and for what the backend prints. */
import type { ConversationKind, Priority, Sentiment } from '../domain/conversation.ts'

export interface ConversationNames {
  readonly kinds: Readonly<Record<ConversationKind, string>>
  readonly sentiments: Readonly<Record<Sentiment, string>>
  readonly priorities: Readonly<Record<Priority, string>>
}

const NAMES: Readonly<Record<'de' | 'en', ConversationNames>> = {
  de: {
    kinds: { comment: 'Kommentar', review: 'Bewertung', message: 'Direktnachricht', mention: 'Erwähnung' },
    sentiments: { positive: 'positiv', neutral: 'neutral', negative: 'negativ', angry: 'verärgert' },
    priorities: { low: 'niedrig', normal: 'normal', high: 'hoch', urgent: 'dringend' },
  },
  en: {
    kinds: { comment: 'Comment', review: 'Review', message: 'Direct message', mention: 'Mention' },
    sentiments: { positive: 'positive', neutral: 'neutral', negative: 'negative', angry: 'angry' },
    priorities: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  },
}

export function conversationNames(language: 'de' | 'en'): ConversationNames {
  return NAMES[language]
}
