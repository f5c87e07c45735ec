/** A conversation as the sample tells it: who writes where, how it sounds, and what is answered. Every name is made up. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { Measure } from '../../../../../shared/contract/moderation-fields.ts'
import type { ConversationKind, Sentiment } from '../../../../../shared/domain/conversation.ts'
import type { SampleTopic } from './sample-moderation-setup.ts'

export interface SampleTalk {
  readonly by: string
  readonly kind: ConversationKind
  readonly mood: Sentiment
  readonly topics: readonly SampleTopic[]
  readonly stars?: number
  /** What was written and what was answered; without an answer it needed none. */
  readonly de: TalkTexts
  readonly en: TalkTexts
  /** Noted too late, or simply forgotten: days it lay about. */
  readonly lateDays?: number
  /** Somebody else was asked before it was answered. */
  readonly asked?: 'mechanic' | 'owner' | 'service' | 'recruiting'
  readonly measure?: Measure
}

/** Message, answer; for a measure its reason stands in the answer's place. After them what was written again and answered again. */
export type TalkTexts = readonly [text: string, answer?: string, again?: string, answerAgain?: string]

export function textsOf(talk: Pick<SampleTalk, Language>, language: Language): TalkTexts {
  return talk[language]
}
