/** Merging a conversation into another: what was written, what is measured, and whose turn it is. */
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { readDeadlines, settleDeadlines } from '../../database/deadlines.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'

interface Merged {
  readonly id: number
  readonly label: string
  readonly status: 'open' | 'waiting' | 'done'
  readonly channelId: number | null
  readonly contactId: number | null
  readonly crisisId: number | null
  readonly batchCount: number | null
  readonly priority: number
  readonly day: string
  readonly hour: number | null
  readonly receivedAt: Instant
  readonly snoozedUntil: Instant | null
  readonly firstDueAt: Instant | null
  readonly firstAnsweredAt: Instant | null
  readonly firstResponseSeconds: number | null
  readonly resolvedAt: Instant | null
  readonly resolutionSeconds: number | null
  readonly holdReason: string | null
  readonly erasedAt: Instant | null
}

function readMerged(db: Connection, id: number): Merged {
  const row = db
    .prepare<[number], Merged>(
      `SELECT id, label, status, channel_id AS channelId, contact_id AS contactId, crisis_id AS crisisId, batch_count AS batchCount, priority,
         day, hour, received_at AS receivedAt, snoozed_until AS snoozedUntil, first_due_at AS firstDueAt,
         first_answered_at AS firstAnsweredAt, first_response_seconds AS firstResponseSeconds, resolved_at AS resolvedAt,
         resolution_seconds AS resolutionSeconds, hold_reason AS holdReason, erased_at AS erasedAt FROM conversation WHERE id = ?`,
    )
    .get(id)
  if (!row) throw expected('not_found', { what: 'conversation', id })
  return row
}

/**
 * What happened to the one happened to the other. It began when the earlier of the two came in, and that is what its first answer is measured
 * from; what came in later is a further message. Unfinished where one of them is.
 */
export function mergeConversations(db: Connection, context: CommandContext, fromId: number, intoId: number): void {
  const from = readMerged(db, fromId)
  const into = readMerged(db, intoId)
  assertMergeable(from, into)
  moveTimeline(db, fromId, intoId)
  mergeTexts(db, from, into)
  keepRow(db, from, into)
  if (into.batchCount === null) mergeTurns(db, context, from, into)
  else addCounts(db, from, into)
  emptyRow(db, fromId)
}

/** Whoever is erased has to be erased as a whole: what two people wrote does not become one. */
function assertMergeable(from: Merged, into: Merged): void {
  const refuse = (reason: string) => expected('invalid_value', { field: 'intoId', reason, value: into.label })
  if ((from.batchCount === null) !== (into.batchCount === null)) throw refuse('batch_and_single')
  if (from.contactId !== null && into.contactId !== null && from.contactId !== into.contactId)
    throw refuse('two_contacts')
}

function moveTimeline(db: Connection, fromId: number, intoId: number): void {
  for (const table of ['conversation_event', 'next_response', 'handover', 'attachment'])
    db.prepare<[number, number]>(`UPDATE ${table} SET conversation_id = ? WHERE conversation_id = ?`).run(
      intoId,
      fromId,
    )
  db.prepare<[number, number]>(
    'UPDATE OR IGNORE conversation_topic SET conversation_id = ? WHERE conversation_id = ?',
  ).run(intoId, fromId)
  db.prepare<[number, number]>('UPDATE OR IGNORE reply_draft SET id = ? WHERE id = ?').run(intoId, fromId)
}

const MAX_TEXT = 50_000

/** In the order in which it was written. Where it was erased, nothing is added. */
function mergeTexts(db: Connection, from: Merged, into: Merged): void {
  const find = db.prepare<[number], { text: string; url: string | null }>(
    'SELECT text, url FROM conversation_text WHERE id = ?',
  )
  const added = find.get(from.id)
  if (!added || into.erasedAt !== null) return
  const own = find.get(into.id)
  const parts = [own?.text ?? '', added.text]
  if (from.receivedAt < into.receivedAt) parts.reverse()
  const text = [...new Set(parts.filter((part) => part !== ''))].join('\n\n')
  if (text.length > MAX_TEXT) throw expected('invalid_value', { field: 'intoId', reason: 'texts_too_long' })
  db.prepare<[number, string, string | null]>(
    `INSERT INTO conversation_text (id, text, url) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, url = excluded.url`,
  ).run(into.id, text, own?.url ?? added.url)
}

/** What the target lacks. */
function keepRow(db: Connection, from: Merged, into: Merged): void {
  db.prepare<[object]>(
    `UPDATE conversation SET contact_id = @contactId, crisis_id = @crisisId, hold_reason = @holdReason, priority = @priority WHERE id = @id`,
  ).run({
    id: into.id,
    contactId: into.contactId ?? (into.erasedAt === null ? from.contactId : null),
    crisisId: into.crisisId ?? from.crisisId,
    holdReason: into.holdReason ?? from.holdReason,
    priority: from.status === 'done' ? into.priority : Math.max(from.priority, into.priority),
  })
}

function addCounts(db: Connection, from: Merged, into: Merged): void {
  db.prepare<[object]>('UPDATE conversation SET batch_count = min(100000, batch_count + @count) WHERE id = @id').run({
    id: into.id,
    count: from.batchCount,
  })
}

/** One that closed months name is kept: nothing is left to do in it. */
function emptyRow(db: Connection, id: number): void {
  db.prepare<[number]>('DELETE FROM conversation_text WHERE id = ?').run(id)
  db.prepare<[number]>(
    `UPDATE conversation SET status = 'done', due_at = NULL, snoozed_until = NULL, first_due_at = NULL, first_answered_at = NULL,
       first_response_seconds = NULL, resolved_at = NULL, resolution_seconds = NULL, contact_id = NULL, crisis_id = NULL WHERE id = ?`,
  ).run(id)
}

const isAnswerOwed = ({ status, firstAnsweredAt }: Merged) => status !== 'done' || firstAnsweredAt !== null

function mergeTurns(db: Connection, context: CommandContext, from: Merged, into: Merged): void {
  const [first, later] = from.receivedAt < into.receivedAt ? [from, into] : [into, from]
  const { serviceSeconds } = readDeadlines(db, context.settings)
  const firstAnsweredAt = isAnswerOwed(first) ? earliest(first.firstAnsweredAt, later.firstAnsweredAt) : null
  // Several messages in a row are answered together; what was closed without an answer was owed none.
  const isFurther =
    isAnswerOwed(later) && (!isAnswerOwed(first) || (firstAnsweredAt !== null && later.receivedAt > firstAnsweredAt))
  if (isFurther)
    db.prepare<[object]>(
      `INSERT INTO next_response (conversation_id, asked_at, due_at, answered_at, response_seconds)
       VALUES (@id, @receivedAt, @firstDueAt, @firstAnsweredAt, @firstResponseSeconds)`,
    ).run({ ...later, id: into.id })
  const firstResponseSeconds =
    firstAnsweredAt === null || firstAnsweredAt === first.firstAnsweredAt
      ? first.firstResponseSeconds
      : serviceSeconds(into.channelId, first.receivedAt, firstAnsweredAt)
  db.prepare<[object]>(
    `UPDATE conversation SET received_at = @receivedAt, day = @day, hour = @hour, first_due_at = @firstDueAt,
       first_answered_at = @firstAnsweredAt, first_response_seconds = @firstResponseSeconds WHERE id = @id`,
  ).run({ ...first, id: into.id, firstAnsweredAt, firstResponseSeconds })
  foldQuestions(db, into, serviceSeconds)
  settleTurn(db, context, { from, into, receivedAt: first.receivedAt })
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

/** What an answer of the other has followed is answered by it; what is still open is answered together, from the first of them on. */
function foldQuestions(
  db: Connection,
  { id, channelId }: Merged,
  serviceSeconds: ReturnType<typeof readDeadlines>['serviceSeconds'],
): void {
  const open = db
    .prepare<[number], { id: number; askedAt: Instant; answeredAt: Instant | null }>(
      `SELECT id, asked_at AS askedAt, (SELECT min(at) FROM conversation_event AS event WHERE event.conversation_id = next_response.conversation_id
         AND kind = 'answered' AND at >= asked_at) AS answeredAt
       FROM next_response WHERE conversation_id = ? AND answered_at IS NULL ORDER BY asked_at, id`,
    )
    .all(id)
  const answer = db.prepare<[object]>(
    'UPDATE next_response SET answered_at = @answeredAt, response_seconds = @seconds WHERE id = @id',
  )
  const remove = db.prepare<[number]>('DELETE FROM next_response WHERE id = ?')
  let isAsked = false
  for (const { id: nextId, askedAt, answeredAt } of open) {
    if (answeredAt !== null)
      answer.run({ id: nextId, answeredAt, seconds: serviceSeconds(channelId, askedAt, answeredAt) })
    else if (isAsked) remove.run(nextId)
    else isAsked = true
  }
}

interface Both {
  readonly from: Merged
  readonly into: Merged
  /** When the first of them came in. */
  readonly receivedAt: Instant
}

function settleTurn(db: Connection, context: CommandContext, { from, into, receivedAt }: Both): void {
  const unfinished = [from, into].filter(({ status }) => status !== 'done')
  if (unfinished.length === 0) {
    settleDone(db, context, { from, into, receivedAt })
    return
  }
  const isOpen = unfinished.some(({ status }) => status === 'open')
  const wakes = unfinished.map(({ snoozedUntil }) => snoozedUntil)
  db.prepare<[object]>(
    `UPDATE conversation SET status = @status, resolved_at = NULL, resolution_seconds = NULL, snoozed_until = @snoozedUntil WHERE id = @id`,
  ).run({
    id: into.id,
    status: isOpen ? 'open' : 'waiting',
    snoozedUntil: wakes.includes(null) ? null : Math.min(...wakes.map(Number)),
  })
  // With one at a time: the latest has it.
  db.prepare<[object]>(
    `UPDATE handover SET returned_at = max(at, @now) WHERE conversation_id = @id AND returned_at IS NULL
       AND id <> (SELECT id FROM handover WHERE conversation_id = @id AND returned_at IS NULL ORDER BY at DESC, id DESC LIMIT 1)`,
  ).run({ id: into.id, now: context.now })
  settleDeadlines(db, context.settings, into.id)
}

/** Done when the last of them was. */
function settleDone(db: Connection, context: CommandContext, { from, into, receivedAt }: Both): void {
  const resolvedAt = Math.max(from.resolvedAt ?? 0, into.resolvedAt ?? 0)
  // Noted after it was handled, both of them.
  if (resolvedAt === 0) return
  const isSame = resolvedAt === into.resolvedAt && receivedAt === into.receivedAt
  const { serviceSeconds } = readDeadlines(db, context.settings)
  db.prepare<[object]>(
    'UPDATE conversation SET resolved_at = @resolvedAt, resolution_seconds = @seconds WHERE id = @id',
  ).run({
    id: into.id,
    resolvedAt,
    seconds: isSame ? into.resolutionSeconds : serviceSeconds(into.channelId, receivedAt, resolvedAt),
  })
}
