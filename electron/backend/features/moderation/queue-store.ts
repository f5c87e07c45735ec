/** The lists of conversations: what is to be answered by its deadline, what waits, what is done. */
import {
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
  type QueueList,
  type QueueRow,
} from '../../../../shared/contract/moderation-fields.ts'
import { PRIORITIES } from '../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { SOON_MS } from '../../../../shared/domain/response-target.ts'
import type { Connection } from '../../database/connection.ts'
import { Conditions } from '../../database/conditions.ts'
import { readRows } from './queue-row.ts'
import { searchWords } from './search-words.ts'

export interface QueueQuestion {
  readonly list: QueueList
  readonly filter: QueueFilter
  readonly cursor: QueueCursor | null
  readonly limit: number
  readonly now: Instant
}

export interface QueuePage {
  readonly rows: QueueRow[]
  readonly next: QueueCursor | null
  readonly count: number | null
}

/** NULL comes last: nothing presses. */
const NEVER = 9_007_199_254_740_991
const URGENT = PRIORITIES.indexOf('urgent')
const DUE = `coalesce(conversation.due_at, ${NEVER})`

/** What is put off waits as well, until then. */
const IN_LIST = {
  open: "status = 'open' AND (snoozed_until IS NULL OR snoozed_until <= @now)",
  waiting: "(status = 'waiting' OR (status = 'open' AND snoozed_until > @now))",
  done: "status = 'done'",
} as const satisfies Record<QueueList, string>

// The done ones are found by their own index; those of earlier formats have no time at which they were done.
const DONE_AT = 'coalesce(conversation.resolved_at, conversation.received_at)'

export function readQueue(db: Connection, question: QueueQuestion): QueuePage {
  const { list, cursor, limit, now } = question
  const conditions = matching(question)
  if (cursor) {
    conditions
      .add(
        list === 'done'
          ? `(${DONE_AT}, conversation.id) < (@cursorAt, @cursorId)`
          : `(conversation.priority < ${URGENT}, ${DUE}, conversation.id) > (@cursorCalm, @cursorAt, @cursorId)`,
        'cursorAt',
        cursor.at ?? NEVER,
      )
      .add('true', 'cursorId', cursor.id)
      .add('true', 'cursorCalm', Number(!cursor.isUrgent))
  }
  const order =
    list === 'done'
      ? `${DONE_AT} DESC, conversation.id DESC`
      : `conversation.priority < ${URGENT}, ${DUE}, conversation.id`
  const ids = db
    .prepare<[object], number>(
      `SELECT conversation.id FROM conversation WHERE ${conditions.where} ORDER BY ${order} LIMIT @limit`,
    )
    .pluck()
    .all({ ...conditions.values, now, limit }) as number[]
  const rows = readRows(db, ids)
  const last = rows.at(-1)
  const at = last && (list === 'done' ? (last.resolvedAt ?? last.receivedAt) : last.dueAt)
  return {
    rows,
    next: last && rows.length === limit ? { isUrgent: last.priority === 'urgent', at: at ?? null, id: last.id } : null,
    count: cursor === null ? countQueue(db, question) : null,
  }
}

function countQueue(db: Connection, question: QueueQuestion): number {
  const { where, values } = matching(question)
  return Number(
    db
      .prepare<[object]>(`SELECT count(*) FROM conversation WHERE ${where}`)
      .pluck()
      .get({ ...values, now: question.now }),
  )
}

function matching({ list, filter }: QueueQuestion): Conditions {
  const conditions = new Conditions()
    .add(IN_LIST[list])
    .equal('kind', 'kind', filter.kind)
    .equal('channel_id', 'channelId', filter.channelId)
    .equal('sentiment', 'sentiment', filter.sentiment)
    .equal('client_id', 'clientId', filter.clientId)
    .equal('department_id', 'departmentId', filter.departmentId)
    .equal('contact_id', 'contactId', filter.contactId)
    .equal('post_id', 'postId', filter.postId)
    .equal('crisis_id', 'crisisId', filter.crisisId)
    .equal('stars', 'stars', filter.stars)
    .equal('priority', 'priority', filter.priority === undefined ? undefined : PRIORITIES.indexOf(filter.priority))
  for (const [index, topicId] of (filter.topicIds ?? []).entries())
    conditions.add(
      `EXISTS (SELECT 1 FROM conversation_topic WHERE conversation_id = conversation.id AND topic_id = @topic${index})`,
      `topic${index}`,
      topicId,
    )
  const words = searchWords(filter.text ?? '')
  if (words !== null)
    conditions.add(
      'conversation.id IN (SELECT rowid FROM conversation_search WHERE conversation_search MATCH @words)',
      'words',
      words,
    )
  return conditions
}

export function countByUrgency(db: Connection, now: Instant): QueueCounts {
  const counts = db
    .prepare<[object], QueueCounts>(
      `SELECT count(*) FILTER (WHERE ${IN_LIST.open}) AS open, count(*) FILTER (WHERE ${IN_LIST.waiting}) AS waiting,
         count(*) FILTER (WHERE due_at < @now AND ${IN_LIST.open}) AS overdue,
         count(*) FILTER (WHERE due_at >= @now AND due_at <= @soon AND ${IN_LIST.open}) AS soon,
         (SELECT count(*) FROM handover WHERE returned_at IS NULL AND due_at < @now
            AND EXISTS (SELECT 1 FROM conversation WHERE conversation.id = handover.conversation_id AND status <> 'done')) AS lateReturns
       FROM conversation WHERE status <> 'done'`,
    )
    .get({ now, soon: now + SOON_MS })
  return counts ?? { open: 0, waiting: 0, overdue: 0, soon: 0, lateReturns: 0 }
}
