/** A conversation while it is noted: what was pasted, and what somebody says differently from what is recognised in it. Pure. */
import type {
  ConversationDraft,
  Recognition,
  RecogniseQuestion,
} from '../../../../shared/contract/moderation-fields.ts'
import {
  type ConversationKind,
  MAX_CONVERSATION_TEXT,
  MAX_PASTED_TEXT,
  type Sentiment,
} from '../../../../shared/domain/conversation.ts'
import { nameAbove, withoutLine } from '../../../../shared/domain/conversation-source.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { NOW, type Received } from './received.ts'

/** What is recognised and can be said differently. */
export interface Chosen {
  readonly kind: ConversationKind
  readonly channelId: number | null
  readonly postId: number | null
  readonly stars: number | null
  readonly handle: string
  readonly sentiment: Sentiment | null
}

export interface CaptureDraft {
  readonly text: string
  /** Absent: as it is recognised. */
  readonly chosen: Partial<Chosen>
  readonly label: string
  readonly clientId: number | null
  readonly departmentId: number | null
  readonly topicIds: readonly number[]
  /** Topics the ledger does not have yet, by name: they are made when it is saved. */
  readonly newTopics: readonly string[]
  /** Typed and not taken yet; it counts when it is saved. */
  readonly typedTopic: string
  readonly received: Received
}

export const EMPTY_DRAFT: CaptureDraft = {
  text: '',
  chosen: {},
  label: '',
  clientId: null,
  departmentId: null,
  topicIds: [],
  newTopics: [],
  typedTopic: '',
  received: NOW,
}

/** What is still being typed is meant as well. */
export function withTypedTopic(draft: CaptureDraft): CaptureDraft {
  const typed = draft.typedTopic.trim()
  return { ...draft, typedTopic: '', newTopics: typed === '' ? draft.newTopics : [...draft.newTopics, typed] }
}

/** Nothing would be lost with it. */
export function isUntouched({ text, chosen, label, topicIds, newTopics }: CaptureDraft): boolean {
  const isSilent = text.trim() === '' && label.trim() === '' && !chosen.handle
  return isSilent && topicIds.length === 0 && newTopics.length === 0
}

/** What holds where nothing is recognised and nothing said. */
export interface Usual {
  readonly channelId: number | null
  readonly kind: ConversationKind
}

/** As it would be kept. */
export interface Settled extends Omit<Chosen, 'handle'> {
  readonly handle: string | null
}

export function settleDraft({ chosen }: CaptureDraft, found: Recognition | null, usual: Usual): Settled {
  const kind = chosen.kind ?? found?.kind ?? usual.kind
  const handle = (chosen.handle ?? found?.handle ?? '').trim()
  return {
    kind,
    channelId: chosen.channelId === undefined ? (found?.channelId ?? usual.channelId) : chosen.channelId,
    postId: chosen.postId === undefined ? (found?.post?.id ?? null) : chosen.postId,
    stars: kind !== 'review' ? null : chosen.stars === undefined ? (found?.stars ?? null) : chosen.stars,
    handle: handle === '' ? null : handle,
    sentiment: chosen.sentiment === undefined ? (found?.sentiment ?? null) : chosen.sentiment,
  }
}

export function questionOf({ text, chosen }: CaptureDraft, usual: Usual, receivedAt: Instant): RecogniseQuestion {
  const handle = chosen.handle?.trim()
  return {
    text,
    receivedAt,
    otherwise: usual,
    ...(chosen.kind !== undefined && { kind: chosen.kind }),
    ...(chosen.channelId !== undefined && { channelId: chosen.channelId }),
    ...(handle !== undefined && { handle: handle === '' ? null : handle }),
  }
}

/** Who seems to have written it, where nobody has said so: the first line of what was pasted from a network. Null: it looks like no name. */
export function proposedName({ chosen }: CaptureDraft, found: Recognition | null): string | null {
  const isNamed = (chosen.handle ?? found?.handle ?? '').trim() !== ''
  return found === null || found.url === null || isNamed ? null : nameAbove(found.text)
}

/** The name goes from the text to where names are kept. */
export function withName(draft: CaptureDraft, name: string): Pick<CaptureDraft, 'text' | 'chosen'> {
  return { text: withoutLine(draft.text, name), chosen: { ...draft.chosen, handle: name } }
}

export type TextProblem = { readonly kind: 'missing' } | { readonly kind: 'tooLong'; readonly count: number }

/** What keeps the text from being saved. The line that is only the address does not count. */
export function textProblem({ text, label }: CaptureDraft, found: Recognition | null): TextProblem | null {
  if (text.trim() === '' && label.trim() === '') return { kind: 'missing' }
  const count = text.length > MAX_PASTED_TEXT ? text.length : (found?.text ?? '').length
  return count > MAX_CONVERSATION_TEXT ? { kind: 'tooLong', count } : null
}

/** What the ledger is told. */
export function toConversation(
  draft: CaptureDraft,
  found: Recognition,
  usual: Usual,
  receivedAt: Instant,
): ConversationDraft {
  const { sentiment: _shown, ...settled } = settleDraft(draft, found, usual)
  const { sentiment } = draft.chosen
  return {
    ...settled,
    label: draft.label.trim(),
    text: found.text,
    url: found.url,
    clientId: draft.clientId,
    departmentId: draft.departmentId,
    receivedAt,
    ...(sentiment !== undefined && { sentiment }),
  }
}
