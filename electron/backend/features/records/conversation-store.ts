/** Conversations: comments, questions and reviews that were answered, named by what they were about. */
import type {
  ConversationCursor,
  ConversationDraft,
  ConversationFilter,
  ConversationRow,
} from '../../../../shared/contract/records.ts'
import { calendarDayAt, startOfDay } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, joinUses } from '../../database/references.ts'
import { figuresByIndex } from './figures.ts'
import { Conditions } from '../../database/conditions.ts'

const COLUMNS = `conversation.id, conversation.label, conversation.channel_id AS channelId, channel.name AS channel, channel.network,
  conversation.post_id AS postId, post.title AS post, conversation.received_at AS receivedAt, coalesce(used.count, 0) AS useCount,
  ${figuresByIndex('conversation')}`

export interface ConversationPage {
  readonly rows: ConversationRow[]
  readonly next: ConversationCursor | null
}

export function readConversations(
  db: Connection,
  filter: ConversationFilter,
  cursor: ConversationCursor | null,
  limit: number,
  timeZone: string,
): ConversationPage {
  const conditions = matching(filter)
  if (cursor !== null) {
    conditions
      .add('(received_at, id) < (@cursorAt, @cursorId)', 'cursorAt', cursor.at)
      .add('true', 'cursorId', cursor.id)
  }
  const found = db
    .prepare<[object], Omit<ConversationRow, 'day'> & { receivedAt: number }>(
      `WITH page AS MATERIALIZED (SELECT id FROM conversation WHERE ${conditions.where} ORDER BY received_at DESC, id DESC LIMIT @limit)
       SELECT ${COLUMNS} FROM page JOIN conversation ON conversation.id = page.id LEFT JOIN channel ON channel.id = conversation.channel_id
         LEFT JOIN post ON post.id = conversation.post_id ${joinUses('conversation', 'SELECT id FROM page')}
       ORDER BY conversation.received_at DESC, conversation.id DESC`,
    )
    .all({ ...conditions.values, limit })
  const last = found.at(-1)
  return {
    rows: found.map(({ receivedAt, ...row }) => ({ ...row, day: calendarDayAt(receivedAt, timeZone) })),
    next: last && found.length === limit ? { at: last.receivedAt, id: last.id } : null,
  }
}

export function countConversations(db: Connection, filter: ConversationFilter): number {
  const { where, values } = matching(filter)
  return Number(db.prepare<[object]>(`SELECT count(*) FROM conversation WHERE ${where}`).pluck().get(values))
}

function matching({ text, channelId, postId }: ConversationFilter): Conditions {
  return new Conditions()
    .contains('label', text)
    .equal('channel_id', 'channelId', channelId)
    .equal('post_id', 'postId', postId)
}

export function addConversation(db: Connection, draft: ConversationDraft, timeZone: string): number {
  assertReferences(db, draft)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO conversation (label, channel_id, post_id, received_at, day, hour)
         VALUES (@label, @channelId, @postId, @receivedAt, @day, 12)`,
      )
      .run({ ...draft, receivedAt: noonOf(draft, timeZone) }).lastInsertRowid,
  )
}

export function updateConversation(db: Connection, id: number, draft: ConversationDraft, timeZone: string): void {
  assertReferences(db, draft)
  const before = db
    .prepare<[number], { receivedAt: number }>('SELECT received_at AS receivedAt FROM conversation WHERE id = ?')
    .get(id)
  if (!before) throw expected('not_found', { what: 'conversation', id })
  // The hour is kept where the day stays the same.
  const isSameDay = calendarDayAt(before.receivedAt, timeZone) === draft.day
  db.prepare<[object]>(
    `UPDATE conversation SET label = @label, channel_id = @channelId, post_id = @postId, day = @day,
       received_at = iif(@isSameDay, received_at, @noon), hour = iif(@isSameDay, hour, 12) WHERE id = @id`,
  ).run({ ...draft, id, isSameDay: Number(isSameDay), noon: noonOf(draft, timeZone) })
}

/** One known by its day only came at noon. */
function noonOf({ day }: ConversationDraft, timeZone: string): number {
  return startOfDay(day, timeZone) + 12 * 3_600_000
}

function assertReferences(db: Connection, { channelId, postId }: ConversationDraft): void {
  assertRecord(db, 'channel', channelId)
  assertRecord(db, 'post', postId)
}
