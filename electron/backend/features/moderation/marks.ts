/** What a conversation is about, how it sounds, how much it presses, what was done against it. */
import type { Measure } from '../../../../shared/contract/moderation-fields.ts'
import { PRIORITIES, type Priority, type Sentiment } from '../../../../shared/domain/conversation.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { findConversation } from './conversation-row.ts'
import { addEvent } from './timeline.ts'

export function setTopics(db: Connection, context: CommandContext, id: number, topicIds: readonly number[]): void {
  findConversation(db, id)
  const wanted = [...new Set(topicIds)]
  const names = wanted.map((topicId) => topicName(db, topicId))
  const before = topicIdsOf(db, id)
  if (before.length === wanted.length && before.every((topicId) => wanted.includes(topicId))) return
  for (const topicId of before.filter((known) => !wanted.includes(known)))
    db.prepare<[number, number]>('DELETE FROM conversation_topic WHERE conversation_id = ? AND topic_id = ?').run(
      id,
      topicId,
    )
  linkTopics(db, id, wanted)
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
  if (before.measure === measure) return
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
