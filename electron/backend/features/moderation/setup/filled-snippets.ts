/** Snippets as they go into an answer. What is filled in comes from the conversation and goes nowhere else. */
import type { FilledSnippetRow } from '../../../../../shared/contract/moderation-setup.ts'
import type { Language } from '../../../../../shared/contract/fields.ts'
import { orderNumberIn } from '../../../../../shared/domain/order-number.ts'
import { chooseSnippetText, fillSnippet, type SnippetValues, type Tone } from '../../../../../shared/domain/snippet.ts'
import type { Connection } from '../../../database/connection.ts'
import { HANDLE } from '../../../database/contacts.ts'
import { expected } from '../../../database/expected.ts'
import type { StoredSettings } from '../../../database/settings-row.ts'
import { readSnippets } from './snippet-store.ts'

interface Asked {
  readonly conversationId: number | null
  readonly language: Language
  readonly tone: Tone
}

export function readFilledSnippets(db: Connection, asked: Asked, settings: StoredSettings): FilledSnippetRow[] {
  const { values, topicIds, proposedId } = readConversation(db, asked.conversationId)
  const all: SnippetValues = { ...values, company: settings.name, me: selfName(db, settings) }
  return readSnippets(db)
    .flatMap((snippet): FilledSnippetRow[] => {
      const chosen = chooseSnippetText(snippet.texts, asked.language, asked.tone)
      if (chosen === null) return []
      const { text, missing } = fillSnippet(chosen.text, all)
      return [
        {
          id: snippet.id,
          name: snippet.name,
          topic: snippet.topic,
          language: chosen.language,
          tone: chosen.tone,
          text,
          missing: [...missing],
          isProposed: snippet.id === proposedId,
          isOfTopic: snippet.topicId !== null && topicIds.includes(snippet.topicId),
        },
      ]
    })
    .toSorted((a, b) => nearness(b) - nearness(a))
}

function nearness({ isProposed, isOfTopic }: FilledSnippetRow): number {
  return (isProposed ? 2 : 0) + (isOfTopic ? 1 : 0)
}

interface ConversationRow {
  readonly channel: string | null
  readonly handle: string | null
  /** Where its post stands. */
  readonly link: string | null
  readonly text: string | null
  readonly proposedId: number | null
}

function readConversation(db: Connection, id: number | null) {
  if (id === null) return { values: {}, topicIds: [], proposedId: null }
  const row = db
    .prepare<[number], ConversationRow>(
      `SELECT channel.name AS channel, conversation.snippet_id AS proposedId, conversation_text.text, post.permalink AS link,
         ${HANDLE} AS handle
       FROM conversation LEFT JOIN channel ON channel.id = conversation.channel_id
         LEFT JOIN post ON post.id = conversation.post_id
         LEFT JOIN conversation_text ON conversation_text.id = conversation.id
       WHERE conversation.id = ?`,
    )
    .get(id)
  if (!row) throw expected('not_found', { what: 'conversation', id })
  const topics = db
    .prepare<[number], { id: number; name: string }>(
      `SELECT topic.id, topic.name FROM conversation_topic JOIN topic ON topic.id = topic_id WHERE conversation_id = ?
       ORDER BY topic.position, topic.id`,
    )
    .all(id)
  const values: SnippetValues = {
    name: row.handle,
    order: orderNumberIn(row.text ?? ''),
    channel: row.channel,
    topic: topics[0]?.name,
    link: row.link,
  }
  return { values, topicIds: topics.map((topic) => topic.id), proposedId: row.proposedId }
}

function selfName(db: Connection, { selfPersonId }: StoredSettings): string | null {
  if (selfPersonId === null) return null
  return db.prepare<[number], { name: string }>('SELECT name FROM person WHERE id = ?').get(selfPersonId)?.name ?? null
}
