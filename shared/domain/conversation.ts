/** What a conversation is, how it sounds, how urgent it is, and how far it has come. */

/** Where it took place: below a post, as a review with stars, as a private message, or as a mention elsewhere. */
export const CONVERSATION_KINDS = ['comment', 'review', 'message', 'mention'] as const
export type ConversationKind = (typeof CONVERSATION_KINDS)[number]

/** How it sounds, from good to bad; in figures angry is a kind of negative. */
export const SENTIMENTS = ['positive', 'neutral', 'negative', 'angry'] as const
export type Sentiment = (typeof SENTIMENTS)[number]

/** In rising order. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** open: our turn. waiting: someone else's turn. done: nothing is left to do. */
export const CONVERSATION_STATUSES = ['open', 'waiting', 'done'] as const
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

/** Characters of what the other side wrote, and of an answer. Longer ones are refused, never cut. */
export const MAX_CONVERSATION_TEXT = 50_000
/** Of what is pasted at once: with the address and its line, which are no part of the text. */
export const MAX_PASTED_TEXT = MAX_CONVERSATION_TEXT + 3_000
export const MAX_TOPICS_OF_ONE = 20
