/** A conversation as commands read it before they change it. */
import type { ConversationKind, ConversationStatus, Sentiment } from '../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { IS_FIRST_WAIVED } from '../../database/deadlines.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'

export interface ConversationState {
  readonly id: number
  readonly label: string
  readonly kind: ConversationKind
  readonly status: ConversationStatus
  readonly channelId: number | null
  readonly postId: number | null
  readonly clientId: number | null
  readonly departmentId: number | null
  readonly contactId: number | null
  readonly stars: number | null
  readonly batchCount: number | null
  readonly sentiment: Sentiment | null
  readonly isSentimentOwn: number
  readonly priority: number
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly snoozedUntil: Instant | null
  readonly firstDueAt: Instant | null
  readonly firstAnsweredAt: Instant | null
  /** No answer is owed to the first message: it was closed without one before they wrote again. */
  readonly isFirstWaived: number
  readonly resolvedAt: Instant | null
  readonly measure: string | null
  readonly erasedAt: Instant | null
}

export function findConversation(db: Connection, id: number): ConversationState {
  const row = db
    .prepare<[number], ConversationState>(
      `SELECT id, label, kind, status, channel_id AS channelId, post_id AS postId, client_id AS clientId, department_id AS departmentId,
         contact_id AS contactId, stars, batch_count AS batchCount, sentiment, is_sentiment_own AS isSentimentOwn, priority,
         received_at AS receivedAt, due_at AS dueAt, snoozed_until AS snoozedUntil, first_due_at AS firstDueAt,
         first_answered_at AS firstAnsweredAt, ${IS_FIRST_WAIVED} AS isFirstWaived, resolved_at AS resolvedAt, measure, erased_at AS erasedAt
       FROM conversation WHERE id = ?`,
    )
    .get(id)
  if (!row) throw expected('not_found', { what: 'conversation', id })
  return row
}

/** The same, for what only a single conversation has: turns and answers. */
export function findSingle(db: Connection, id: number): ConversationState {
  const conversation = findConversation(db, id)
  if (conversation.batchCount !== null)
    throw expected('invalid_value', { field: 'id', reason: 'batch_is_done', value: conversation.label })
  return conversation
}

/** When something happened: now where it is not said; never ahead of now, nor before the conversation began. */
export function momentOf(at: Instant | null, { receivedAt }: ConversationState, { now }: CommandContext): Instant {
  if (at === null) return Math.max(now, receivedAt)
  if (at > now) throw expected('invalid_value', { field: 'at', reason: 'in_future' })
  if (at < receivedAt) throw expected('invalid_value', { field: 'at', reason: 'before_received' })
  return at
}
