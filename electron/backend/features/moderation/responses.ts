/** Answers: what is measured of them, and whose turn it is afterwards. */
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { readDeadlines, type Deadlines } from '../../database/deadlines.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { findSingle, momentOf, type ConversationState } from './conversation-row.ts'
import { closeHandovers } from './handovers.ts'
import { addEvent } from './timeline.ts'

export interface Answer {
  readonly id: number
  readonly text: string
  readonly at: Instant | null
  readonly next: 'done' | 'wait' | 'stay'
}

/**
 * Notes an answer. The first one and the one to a further message are measured in service time. One that was given before they wrote
 * again leaves the turn as it is: something is still to be answered.
 */
export function answer(db: Connection, context: CommandContext, { id, text, at: wanted, next }: Answer): void {
  const conversation = findSingle(db, id)
  const at = momentOf(wanted, conversation, context)
  measureAnswer(db, context, conversation, at)
  db.prepare<[number]>('DELETE FROM reply_draft WHERE id = ?').run(id)
  const open = openQuestion(db, id)
  const isNext = next === 'stay' || open === null
  addEvent(db, context, { conversationId: id, at, kind: 'answered', detail: { next: isNext ? next : 'stay' }, text })
  if (!isNext) return
  if (next === 'done') return finish(db, context, conversation, at)
  db.prepare<[object]>(
    `UPDATE conversation SET status = @status, snoozed_until = NULL, resolved_at = NULL, resolution_seconds = NULL, due_at = @dueAt
     WHERE id = @id`,
  ).run({ id, status: next === 'wait' ? 'waiting' : 'open', dueAt: open?.dueAt ?? null })
}

/** What comes in between is noted late at times: an answer counts for everything that was written before it and has no earlier one. */
function measureAnswer(db: Connection, context: CommandContext, conversation: ConversationState, at: Instant): void {
  const { id, channelId } = conversation
  const deadlines = readDeadlines(db, context.settings)
  measureFirst(db, deadlines, conversation, at)
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
}

/** Where none was owed for the first message, the answer to a further one is the first as well, but is not measured as such. */
function measureFirst(db: Connection, deadlines: Deadlines, conversation: ConversationState, at: Instant): void {
  const { id, channelId, receivedAt, firstAnsweredAt } = conversation
  if (firstAnsweredAt !== null && firstAnsweredAt <= at) return
  db.prepare<[number, number]>('UPDATE conversation SET first_answered_at = ? WHERE id = ?').run(at, id)
  const isWaived = conversation.isFirstWaived === 1
  if (isWaived && isAskedBefore(db, id, at)) return
  db.prepare<[object]>(
    'UPDATE conversation SET first_response_seconds = @seconds, first_due_at = @firstDueAt WHERE id = @id',
  ).run({
    id,
    seconds: deadlines.serviceSeconds(channelId, receivedAt, at),
    firstDueAt: conversation.firstDueAt ?? (isWaived ? deadlines.dueAt(conversation, receivedAt) : null),
  })
}

function isAskedBefore(db: Connection, id: number, at: Instant): boolean {
  const asked = db.prepare<[number, number]>('SELECT 1 FROM next_response WHERE conversation_id = ? AND asked_at <= ?')
  return asked.get(id, at) !== undefined
}

interface Question {
  readonly id: number
  readonly askedAt: Instant
  readonly dueAt: Instant | null
}

/** The further message nobody has answered yet: there is at most one. */
function openQuestion(db: Connection, id: number): Question | null {
  const question = db
    .prepare<[number], Question>(
      `SELECT id, asked_at AS askedAt, due_at AS dueAt FROM next_response WHERE conversation_id = ? AND answered_at IS NULL ORDER BY id`,
    )
    .get(id)
  return question ?? null
}

/**
 * The other side wrote again. Before the first answer that one is still what is due; after it, or where it was closed without one, a new
 * answer is. What an answer has followed already is only noted.
 */
export function noteReply(db: Connection, context: CommandContext, input: Omit<Answer, 'next'>): void {
  const conversation = findSingle(db, input.id)
  const at = momentOf(input.at, conversation, context)
  const answeredAt = lastAnswerAt(db, input.id)
  if (answeredAt === null || answeredAt <= at) {
    const { firstAnsweredAt, status, isFirstWaived } = conversation
    if (firstAnsweredAt !== null || status === 'done' || isFirstWaived === 1) askAgain(db, context, conversation, at)
    reopenRow(db, conversation)
  }
  addEvent(db, context, { conversationId: input.id, at, kind: 'wrote_again', text: input.text })
}

/** Several messages in a row are answered together: the first of them counts. What was closed meanwhile was owed none. */
function askAgain(db: Connection, context: CommandContext, conversation: ConversationState, at: Instant): void {
  const { id, status, firstAnsweredAt, firstDueAt, resolvedAt, measure } = conversation
  const open = openQuestion(db, id)
  if (open && status !== 'done' && open.askedAt <= at) return
  const dueAt = readDeadlines(db, context.settings).dueAt(conversation, at)
  db.prepare<[object]>(
    open
      ? 'UPDATE next_response SET asked_at = @at, due_at = @dueAt WHERE id = @openId'
      : 'INSERT INTO next_response (conversation_id, asked_at, due_at) VALUES (@id, @at, @dueAt)',
  ).run({ id, at, dueAt, ...(open && { openId: open.id }) })
  // What was closed after its deadline was missed, and stays so.
  const isMissed = firstDueAt !== null && resolvedAt !== null && resolvedAt > firstDueAt && measure === null
  if (firstAnsweredAt === null && status === 'done' && !isMissed)
    db.prepare<[number]>('UPDATE conversation SET first_due_at = NULL WHERE id = ?').run(id)
}

function lastAnswerAt(db: Connection, id: number): Instant | null {
  return db
    .prepare<[number]>("SELECT max(at) FROM conversation_event WHERE conversation_id = ? AND kind = 'answered'")
    .pluck()
    .get(id) as Instant | null
}

/** Once is enough: what is done already stays as it is. */
export function resolve(db: Connection, context: CommandContext, id: number, wanted: Instant | null): void {
  const conversation = findSingle(db, id)
  const at = momentOf(wanted, conversation, context)
  if (conversation.status === 'done') return
  if (wanted !== null) assertNothingAfter(db, id, at)
  addEvent(db, context, { conversationId: id, at, kind: 'resolved' })
  finish(db, context, conversation, at)
}

/** Nothing was answered or written after it was done. */
function assertNothingAfter(db: Connection, id: number, at: Instant): void {
  const later = db
    .prepare<[number, number], string>(
      `SELECT kind FROM conversation_event WHERE conversation_id = ? AND at > ? AND kind IN ('answered', 'wrote_again')
       ORDER BY at DESC, id DESC`,
    )
    .pluck()
    .get(id, at)
  if (later === undefined) return
  throw expected('invalid_value', { field: 'at', reason: later === 'answered' ? 'before_answer' : 'before_message' })
}

/** Not before the last answer, nor before it was done already. */
function finish(db: Connection, context: CommandContext, conversation: ConversationState, at: Instant): void {
  const { id, channelId, receivedAt, resolvedAt } = conversation
  const doneAt = Math.max(at, lastAnswerAt(db, id) ?? at, resolvedAt ?? at)
  closeHandovers(db, id, doneAt)
  const seconds = readDeadlines(db, context.settings).serviceSeconds(channelId, receivedAt, doneAt)
  db.prepare<[object]>(
    `UPDATE conversation SET status = 'done', resolved_at = @doneAt, resolution_seconds = @seconds, snoozed_until = NULL, due_at = NULL
     WHERE id = @id`,
  ).run({ id, doneAt, seconds })
}

export function reopen(db: Connection, context: CommandContext, id: number): void {
  reopenRow(db, findSingle(db, id))
  addEvent(db, context, { conversationId: id, kind: 'reopened' })
}

/** Our turn again, by the deadline of what is not answered. */
function reopenRow(db: Connection, { id, firstAnsweredAt, firstDueAt }: ConversationState): void {
  const open = openQuestion(db, id)
  const dueAt = open === null && firstAnsweredAt === null ? firstDueAt : (open?.dueAt ?? null)
  db.prepare<[object]>(
    `UPDATE conversation SET status = 'open', resolved_at = NULL, resolution_seconds = NULL, snoozed_until = NULL, due_at = @dueAt
     WHERE id = @id`,
  ).run({ id, dueAt })
}
