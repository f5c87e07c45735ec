/** What a conversation is about, how it sounds, how much it presses, what was done against it. */
import type { Measure } from '../../../../shared/contract/moderation-fields.ts'
import { MAX_TOPICS_OF_ONE, PRIORITIES, type Priority, type Sentiment } from '../../../../shared/domain/conversation.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { findConversation } from './conversation-row.ts'
import { addEvent } from './timeline.ts'

export interface TopicChange {
  readonly id: number
  readonly add: readonly number[]
  readonly remove: readonly number[]
}

/** What is on both lists is taken off. The timeline says which topics it has then. */
export function changeTopics(db: Connection, context: CommandContext, { id, add, remove }: TopicChange): void {
  findConversation(db, id)
  const before = topicIdsOf(db, id)
  const gone = before.filter((topicId) => remove.includes(topicId))
  const added = [...new Set(add)].filter((topicId) => !before.includes(topicId) && !remove.includes(topicId))
  const after = [...before.filter((topicId) => !gone.includes(topicId)), ...added]
  const names = after.map((topicId) => topicName(db, topicId))
  if (after.length > MAX_TOPICS_OF_ONE) throw expected('invalid_value', { field: 'add', reason: 'too_many_topics' })
  if (gone.length + added.length === 0) return
  const takeOff = db.prepare<[number, number]>(
    'DELETE FROM conversation_topic WHERE conversation_id = ? AND topic_id = ?',
  )
  for (const topicId of gone) takeOff.run(id, topicId)
  linkTopics(db, id, added)
  addEvent(db, context, { conversationId: id, kind: 'topics', detail: { topics: names } })
}

/** Adds topics it does not have yet. */
export function linkTopics(db: Connection, id: number, topicIds: readonly number[]): void {
  const link = db.prepare<[number, number]>(
    'INSERT INTO conversation_topic (conversation_id, topic_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  for (const topicId of topicIds) link.run(id, topicId)
}

export function topicIdsOf(db: Connection, id: number): number[] {
  return db
    .prepare<[number], number>('SELECT topic_id FROM conversation_topic WHERE conversation_id = ? ORDER BY id')
    .pluck()
    .all(id) as number[]
}

export function topicName(db: Connection, id: number): string {
  const name = db.prepare<[number], string>('SELECT name FROM topic WHERE id = ?').pluck().get(id)
  if (name === undefined) throw expected('not_found', { what: 'topic', id })
  return String(name)
}

export function setSentiment(db: Connection, context: CommandContext, id: number, sentiment: Sentiment | null): void {
  const before = findConversation(db, id)
  if (before.sentiment === sentiment && before.isSentimentOwn === 1) return
  db.prepare<[string | null, number]>('UPDATE conversation SET sentiment = ?, is_sentiment_own = 1 WHERE id = ?').run(
    sentiment,
    id,
  )
  addEvent(db, context, { conversationId: id, kind: 'sentiment', detail: { from: before.sentiment, to: sentiment } })
}

export function setPriority(db: Connection, context: CommandContext, id: number, priority: Priority): void {
  const before = findConversation(db, id)
  const wanted = PRIORITIES.indexOf(priority)
  if (before.priority === wanted) return
  db.prepare<[number, number]>('UPDATE conversation SET priority = ? WHERE id = ?').run(wanted, id)
  addEvent(db, context, {
    conversationId: id,
    kind: 'priority',
    detail: { from: PRIORITIES[before.priority] ?? null, to: priority },
  })
}

/** Blocking holds for the contact, and so does taking it back. */
export function takeMeasure(
  db: Connection,
  context: CommandContext,
  { id, measure, reason }: { readonly id: number; readonly measure: Measure | null; readonly reason: string | null },
): void {
  const before = findConversation(db, id)
  if (measure !== null && reason === null) throw expected('invalid_value', { field: 'reason', reason: 'missing' })
  // The same once more has another reason; none once more is nothing.
  if (before.measure === null && measure === null) return
  db.prepare<[string | null, number]>('UPDATE conversation SET measure = ? WHERE id = ?').run(measure, id)
  if (before.contactId !== null && (measure === 'blocked' || before.measure === 'blocked'))
    db.prepare<[number, number]>('UPDATE contact SET is_blocked = ? WHERE id = ?').run(
      Number(measure === 'blocked'),
      before.contactId,
    )
  addEvent(db, context, {
    conversationId: id,
    kind: 'measure',
    detail: { from: before.measure, to: measure },
    text: reason ?? '',
  })
}

export function addNote(db: Connection, context: CommandContext, id: number, text: string): void {
  findConversation(db, id)
  if (text.trim() === '') throw expected('invalid_value', { field: 'text', reason: 'missing' })
  addEvent(db, context, { conversationId: id, kind: 'note', text })
}
