/** What a pasted text gives away about the conversation it is of, looked up in the ledger. Nothing is guessed and nothing written. */
import {
  MAX_SENTIMENT_WORDS,
  type Recognition,
  type RecogniseQuestion,
} from '../../../../shared/contract/moderation-fields.ts'
import { recogniseSource, type ConversationSource } from '../../../../shared/domain/conversation-source.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import { proposeSentiment } from '../../../../shared/domain/sentiment.ts'
import type { Connection } from '../../database/connection.ts'
import { findContact } from '../../database/contacts.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { networkOf } from './conversation-writes.ts'
import { readDeadlines } from '../../database/deadlines.ts'

export function recognise(db: Connection, settings: StoredSettings, question: RecogniseQuestion): Recognition {
  const source = recogniseSource(question.text)
  const post = postAt(db, source)
  const channelIds = source.network === null ? [] : channelsOf(db, source.network)
  const channelId = post?.channelId ?? (channelIds.length === 1 ? (channelIds[0] ?? null) : null)
  const { otherwise } = question
  const held = {
    channelId: question.channelId === undefined ? (channelId ?? otherwise.channelId) : question.channelId,
    kind: question.kind ?? source.kind ?? otherwise.kind,
    handle: question.handle === undefined ? source.handle : question.handle,
  }
  const { sentiment, words } = proposeSentiment(source.text)
  return {
    url: source.url,
    network: source.network,
    channelId,
    channelIds: channelIds.length > 1 ? channelIds : [],
    post: post ? { id: post.id, title: post.title } : null,
    kind: source.kind,
    stars: source.stars,
    handle: source.handle,
    contact: held.handle === null ? null : readContact(db, networkOf(db, held.channelId, source.url), held.handle),
    sentiment,
    sentimentWords: words.slice(0, MAX_SENTIMENT_WORDS).map(({ word }) => word),
    text: withoutName(source),
    dueAt: readDeadlines(db, settings).dueAt(held, question.receivedAt),
  }
}

/** The name that heads the text is kept as the contact's: apart from the words, and never as the title of a list. */
function withoutName({ text, handle }: ConversationSource): string {
  if (handle === null || !text.startsWith(`@${handle}`)) return text
  const rest = text.slice(handle.length + 1)
  const words = /^(?::|[ \t]*\n)/.test(rest) ? rest.replace(/^:?\s*/, '') : ''
  return words === '' ? text : words
}

interface FoundPost {
  readonly id: number
  readonly title: string
  readonly channelId: number | null
}

/** The latest of those that stand at one address, e.g. after an import made the same one twice. */
function postAt(db: Connection, { postUrlKey }: ConversationSource): FoundPost | undefined {
  if (postUrlKey === null) return undefined
  return db
    .prepare<[string], FoundPost>(
      `SELECT post.id, post.title, variant.channel_id AS channelId FROM variant CROSS JOIN post ON post.id = variant.post_id
       WHERE variant.permalink_key = ? ORDER BY variant.id DESC LIMIT 1`,
    )
    .get(postUrlKey)
}

function channelsOf(db: Connection, network: Network): number[] {
  return db
    .prepare<[string], number>('SELECT id FROM channel WHERE network = ? AND is_archived = 0 ORDER BY id')
    .pluck()
    .all(network) as number[]
}

function readContact(db: Connection, network: Network, handle: string): Recognition['contact'] {
  const id = findContact(db, network, handle)
  if (id === null) return null
  const row = db
    .prepare<[number], { pseudonym: string; isBlocked: number; count: number }>(
      `SELECT pseudonym, is_blocked AS isBlocked, (SELECT count(*) FROM conversation WHERE contact_id = contact.id) AS count
       FROM contact WHERE id = ?`,
    )
    .get(id)
  return row ? { id, pseudonym: row.pseudonym, count: row.count, isBlocked: row.isBlocked === 1 } : null
}
