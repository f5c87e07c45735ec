/** Several conversations noted with one line: they are done, and the work they took is an entry of dialogue. */
import { type BatchDraft, LATEST_BATCH_DAYS, type LatestBatch } from '../../../../shared/contract/moderation-fields.ts'
import { type Instant, noonOf, startOfDay } from '../../../../shared/domain/instant.ts'
import { addDays } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import { assertWorkDay, insertWork } from './conversation-work.ts'
import { linkTopics, topicName } from './marks.ts'
import { addEvent } from './timeline.ts'

const DAY_MS = 86_400_000

export function captureBatch(db: Connection, context: CommandContext, batch: BatchDraft): number {
  assertBatch(db, context, batch)
  const { timeZone } = context.settings
  const endOfDay = startOfDay(addDays(batch.day, 1), timeZone) - 1000
  const at = Math.min(noonOf(batch.day, timeZone), endOfDay, context.now)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO conversation (label, kind, status, channel_id, post_id, client_id, department_id, batch_count, sentiment, is_sentiment_own,
         received_at, day, resolved_at)
       VALUES (@label, @kind, 'done', @channelId, @postId, @clientId, @departmentId, @count, @sentiment, 1, @at, @day, @at)`,
    )
    .run({ ...batch, at })
  const id = Number(lastInsertRowid)
  linkTopics(db, id, batch.topicIds)
  addEvent(db, context, { conversationId: id, at, kind: 'received', detail: { count: batch.count } })
  if (batch.seconds > 0) insertWork(db, context, { ...batch, conversationId: id })
  return id
}

function assertBatch(db: Connection, context: CommandContext, batch: BatchDraft): void {
  assertWorkDay(db, context, batch.day, batch.seconds > 0)
  assertRecord(db, 'channel', batch.channelId)
  assertRecord(db, 'post', batch.postId)
  assertRecord(db, 'client', batch.clientId)
  assertRecord(db, 'department', batch.departmentId)
  for (const topicId of batch.topicIds) topicName(db, topicId)
}

const DONE_AT = 'coalesce(conversation.resolved_at, conversation.received_at)'

/** What was noted last with one line, by when it happened. */
export function readLatestBatch(db: Connection, now: Instant): LatestBatch | null {
  const batch = db
    .prepare<[number], LatestBatch>(
      `SELECT id, batch_count AS count, day, coalesce((SELECT sum(line.seconds) FROM ledger_line AS line
         WHERE line.conversation_id = conversation.id AND line.kind <> 'revenue'), 0) AS seconds
       FROM conversation WHERE status = 'done' AND ${DONE_AT} >= ? AND batch_count IS NOT NULL ORDER BY ${DONE_AT} DESC, id DESC LIMIT 1`,
    )
    .get(now - LATEST_BATCH_DAYS * DAY_MS)
  return batch ?? null
}
