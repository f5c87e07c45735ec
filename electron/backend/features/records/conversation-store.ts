/** Conversations: comments, questions and reviews that were answered, named by what they were about. */
import type { ConversationPatch } from '../../../../shared/contract/moderation-fields.ts'
import type {
  ConversationCursor,
  ConversationDraft,
  ConversationFilter,
  ConversationRow,
} from '../../../../shared/contract/records.ts'
import { daysBetween, type Day } from '../../../../shared/domain/day.ts'
import { calendarDayAt, dayAt, noonOf, type Instant } from '../../../../shared/domain/instant.ts'
import { sameClock } from '../../../../shared/domain/wall-time.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
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

export function addConversation(db: Connection, context: CommandContext, draft: ConversationDraft): number {
  assertDraft(db, context, draft)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO conversation (label, channel_id, post_id, received_at, day)
         VALUES (@label, @channelId, @postId, @receivedAt, @day)`,
      )
      .run({ ...draft, receivedAt: momentOf(draft.day, context) }).lastInsertRowid,
  )
}

/** One that was noted here: it is done, and has no times. */
export function updateConversation(
  db: Connection,
  context: CommandContext,
  id: number,
  draft: ConversationDraft,
): void {
  assertDraft(db, context, draft)
  const before = findStored(db, id)
  // The hour is kept where the day stays the same.
  const isSameDay = calendarDayAt(before.receivedAt, context.settings.timeZone) === draft.day
  db.prepare<[object]>(
    `UPDATE conversation SET label = @label, channel_id = @channelId, post_id = @postId, day = @day,
       received_at = iif(@isSameDay, received_at, @noon), hour = iif(@isSameDay, hour, NULL) WHERE id = @id`,
  ).run({ ...draft, id, isSameDay: Number(isSameDay), noon: momentOf(draft.day, context) })
}

/**
 * What a draft changes of one that the log has a timeline of, for the log to change: times and deadlines follow there. Another day keeps the
 * time of day. Null: it was noted here and has no timeline.
 */
export function changesOfLogged(
  db: Connection,
  id: number,
  draft: ConversationDraft,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): ConversationPatch | null {
  const { isLogged, receivedAt, ...before } = findStored(db, id)
  if (isLogged === 0) return null
  const day = calendarDayAt(receivedAt, timeZone)
  const moved = sameClock(receivedAt, daysBetween(day, draft.day), timeZone)
  return {
    ...(draft.label !== before.label && { label: draft.label }),
    ...(draft.channelId !== before.channelId && { channelId: draft.channelId }),
    ...(draft.postId !== before.postId && { postId: draft.postId }),
    ...(draft.day !== day && { receivedAt: draft.day === dayAt(now, timeZone) ? Math.min(moved, now) : moved }),
  }
}

interface Stored extends Omit<ConversationDraft, 'day'> {
  readonly receivedAt: Instant
  readonly isLogged: number
}

function findStored(db: Connection, id: number): Stored {
  const stored = db
    .prepare<[number], Stored>(
      `SELECT label, channel_id AS channelId, post_id AS postId, received_at AS receivedAt,
         EXISTS (SELECT 1 FROM conversation_event WHERE conversation_id = conversation.id) AS isLogged
       FROM conversation WHERE id = ?`,
    )
    .get(id)
  if (!stored) throw expected('not_found', { what: 'conversation', id })
  return stored
}

/** Today before noon: now. */
function momentOf(day: Day, { now, settings }: CommandContext): Instant {
  return Math.min(noonOf(day, settings.timeZone), now)
}

function assertDraft(db: Connection, { today }: CommandContext, { channelId, postId, day }: ConversationDraft): void {
  if (day > today) throw expected('invalid_value', { field: 'day', reason: 'in_future' })
  assertRecord(db, 'channel', channelId)
  assertRecord(db, 'post', postId)
}
