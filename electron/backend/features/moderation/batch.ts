/** Several conversations noted with one line: they are done, and the work they took is an entry of dialogue. */
import type { BatchDraft } from '../../../../shared/contract/moderation-fields.ts'
import { placeUntimed } from '../../../../shared/domain/untimed.ts'
import { startOfDay } from '../../../../shared/domain/instant.ts'
import { addDays } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { oneself } from '../../database/oneself.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import { linkTopics, topicName } from './marks.ts'
import { addEvent } from './timeline.ts'

export function captureBatch(db: Connection, context: CommandContext, batch: BatchDraft): number {
  assertBatch(db, context, batch)
  const { timeZone } = context.settings
  const endOfDay = startOfDay(addDays(batch.day, 1), timeZone) - 1000
  const at = Math.min(startOfDay(batch.day, timeZone) + 12 * 3_600_000, endOfDay, context.now)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO conversation (label, kind, status, channel_id, post_id, client_id, department_id, batch_count, sentiment, is_sentiment_own,
         received_at, day, hour, resolved_at)
       VALUES (@label, @kind, 'done', @channelId, @postId, @clientId, @departmentId, @count, @sentiment, 1, @at, @day, 12, @at)`,
    )
    .run({ ...batch, at })
  const id = Number(lastInsertRowid)
  linkTopics(db, id, batch.topicIds)
  addEvent(db, context, { conversationId: id, at, kind: 'received', detail: { count: batch.count } })
  if (batch.seconds > 0) insertWork(db, context, id, batch)
  return id
}

function assertBatch(db: Connection, { today }: CommandContext, batch: BatchDraft): void {
  if (batch.day > today) throw expected('invalid_value', { field: 'day', reason: 'in_future' })
  if (batch.seconds > 0) assertOpen(db, batch.day, 'day')
  assertRecord(db, 'channel', batch.channelId)
  assertRecord(db, 'post', batch.postId)
  assertRecord(db, 'client', batch.clientId)
  assertRecord(db, 'department', batch.departmentId)
  for (const topicId of batch.topicIds) topicName(db, topicId)
}

/** Only the day and the length are known; on the day itself it does not reach into what is still to come. */
function insertWork(
  db: Connection,
  { settings, now }: CommandContext,
  conversationId: number,
  batch: BatchDraft,
): void {
  const personId = oneself(db, settings)
  const { day, seconds } = batch
  const [placed] = placeUntimed([{ person: personId, day, seconds }], settings)
  if (!placed) return
  const late = Math.max(0, placed.endedAt - Math.floor(now / 1000) * 1000)
  const startedAt = Math.max(startOfDay(day, settings.timeZone), placed.startedAt - late)
  db.prepare<[object]>(
    `INSERT INTO time_entry (person_id, activity, channel_id, post_id, conversation_id, client_id, department_id, started_at, ended_at, day, is_untimed)
     VALUES (@personId, 'dialogue', @channelId, NULL, @conversationId, @clientId, @departmentId, @startedAt, @endedAt, @day, 1)`,
  ).run({ ...batch, personId, conversationId, startedAt, endedAt: startedAt + seconds * 1000 })
}
