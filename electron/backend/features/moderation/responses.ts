/** Answers: what is measured of them, and whose turn it is afterwards. */
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { findSingle, momentOf, type ConversationState } from './conversation-row.ts'
import { readDeadlines } from '../../database/deadlines.ts'
import { closeHandovers } from './handovers.ts'
import { addEvent } from './timeline.ts'

export interface Answer {
  readonly id: number
  readonly text: string
  readonly at: Instant | null
  readonly next: 'done' | 'wait' | 'stay'
}

/** Notes an answer. The first one and the one to a further message are measured in service time. */
export function answer(db: Connection, context: CommandContext, { id, text, at: wanted, next }: Answer): void {
  const conversation = findSingle(db, id)
  const at = momentOf(wanted, conversation, context)
  measureAnswer(db, context, conversation, at)
  db.prepare<[number]>('DELETE FROM reply_draft WHERE id = ?').run(id)
  addEvent(db, context, { conversationId: id, at, kind: 'answered', detail: { next }, text })
  if (next === 'done') finish(db, context, conversation, at)
  else
    db.prepare<[string, number]>(
      'UPDATE conversation SET status = ?, snoozed_until = NULL, resolved_at = NULL, resolution_seconds = NULL WHERE id = ?',
    ).run(next === 'wait' ? 'waiting' : 'open', id)
}

/** What comes in between is noted late at times: an answer counts for everything that was written before it and has no earlier one. */
function measureAnswer(db: Connection, context: CommandContext, conversation: ConversationState, at: Instant): void {
  const { id, channelId, receivedAt, firstAnsweredAt } = conversation
  const deadlines = readDeadlines(db, context.settings)
  if (firstAnsweredAt === null || at < firstAnsweredAt)
    db.prepare<[object]>(
      'UPDATE conversation SET first_answered_at = @at, first_response_seconds = @seconds WHERE id = @id',
    ).run({ id, at, seconds: deadlines.serviceSeconds(channelId, receivedAt, at) })
  const asked = db
    .prepare<[object], { id: number; askedAt: Instant }>(
      `SELECT id, asked_at AS askedAt FROM next_response
       WHERE conversation_id = @id AND asked_at <= @at AND (answered_at IS NULL OR answered_at > @at)`,
    )
    .all({ id, at })
  for (const { id: nextId, askedAt } of asked)
    db.prepare<[object]>(
      'UPDATE next_response SET answered_at = @at, response_seconds = @seconds WHERE id = @nextId',
    ).run({ nextId, at, seconds: deadlines.serviceSeconds(channelId, askedAt, at) })
  db.prepare<[number | null, number]>('UPDATE conversation SET due_at = ? WHERE id = ?').run(
    openQuestions(db, id)[0]?.dueAt ?? null,
    id,
  )
}

interface Question {
  readonly id: number
  readonly askedAt: Instant
  readonly dueAt: Instant | null
}

/** Further messages nobody has answered yet. */
function openQuestions(db: Connection, id: number): Question[] {
  return db
    .prepare<[number], Question>(
      `SELECT id, asked_at AS askedAt, due_at AS dueAt FROM next_response WHERE conversation_id = ? AND answered_at IS NULL ORDER BY asked_at, id`,
    )
    .all(id)
}

/**
 * The other side wrote again. Before the first answer that one is still what is due; after it a new answer is. What an answer has followed
 * already is only noted.
 */
export function noteReply(db: Connection, context: CommandContext, input: Omit<Answer, 'next'>): void {
  const conversation = findSingle(db, input.id)
  const at = momentOf(input.at, conversation, context)
  const answeredAt = lastAnswerAt(db, input.id)
  if (answeredAt === null || answeredAt <= at) {
    if (conversation.firstAnsweredAt !== null) askAgain(db, context, conversation, at)
    reopenRow(db, conversation)
  }
  addEvent(db, context, { conversationId: input.id, at, kind: 'wrote_again', text: input.text })
}

/** Several messages in a row are answered together: the first of them counts. */
function askAgain(db: Connection, context: CommandContext, conversation: ConversationState, at: Instant): void {
  const open = openQuestions(db, conversation.id)[0]
  if (open && open.askedAt <= at) return
  const dueAt = readDeadlines(db, context.settings).dueAt(conversation, at)
  db.prepare<[object]>(
    open
      ? 'UPDATE next_response SET asked_at = @at, due_at = @dueAt WHERE id = @openId'
      : 'INSERT INTO next_response (conversation_id, asked_at, due_at) VALUES (@id, @at, @dueAt)',
  ).run({ id: conversation.id, at, dueAt, ...(open && { openId: open.id }) })
}

function lastAnswerAt(db: Connection, id: number): Instant | null {
  return db
    .prepare<[number]>("SELECT max(at) FROM conversation_event WHERE conversation_id = ? AND kind = 'answered'")
    .pluck()
    .get(id) as Instant | null
}

export function resolve(db: Connection, context: CommandContext, id: number, wanted: Instant | null): void {
  const conversation = findSingle(db, id)
  const at = momentOf(wanted, conversation, context)
  addEvent(db, context, { conversationId: id, at, kind: 'resolved' })
  finish(db, context, conversation, at)
}

function finish(
  db: Connection,
  context: CommandContext,
  { id, channelId, receivedAt }: ConversationState,
  at: Instant,
) {
  closeHandovers(db, id, at)
  const seconds = readDeadlines(db, context.settings).serviceSeconds(channelId, receivedAt, at)
  db.prepare<[object]>(
    `UPDATE conversation SET status = 'done', resolved_at = @at, resolution_seconds = @seconds, snoozed_until = NULL, due_at = NULL
     WHERE id = @id`,
  ).run({ id, at, seconds })
}

export function reopen(db: Connection, context: CommandContext, id: number): void {
  reopenRow(db, findSingle(db, id))
  addEvent(db, context, { conversationId: id, kind: 'reopened' })
}

/** Our turn again, by the deadline of what is not answered. */
function reopenRow(db: Connection, { id, firstAnsweredAt, firstDueAt }: ConversationState): void {
  const dueAt = firstAnsweredAt === null ? firstDueAt : (openQuestions(db, id)[0]?.dueAt ?? null)
  db.prepare<[object]>(
    `UPDATE conversation SET status = 'open', resolved_at = NULL, resolution_seconds = NULL, snoozed_until = NULL, due_at = @dueAt
     WHERE id = @id`,
  ).run({ id, dueAt })
}
