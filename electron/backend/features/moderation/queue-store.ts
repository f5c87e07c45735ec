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
import { foundBy } from '../../database/found-conversations.ts'
import { readRows } from './queue-row.ts'

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

/** NULL comes last: nothing presses. The migration's index says the same. */
const NEVER = 9_007_199_254_740_991
const URGENT = PRIORITIES.indexOf('urgent')
const IS_CALM = `(conversation.priority < ${URGENT})`
const DUE = `coalesce(conversation.due_at, ${NEVER})`

/** What is put off waits as well, until then. Said twice so that the index of what is unfinished is known to do. */
const IN_LIST = {
  open: "conversation.status <> 'done' AND conversation.status = 'open' AND (snoozed_until IS NULL OR snoozed_until <= @now)",
  waiting:
    "conversation.status <> 'done' AND conversation.status IN ('open', 'waiting') AND (conversation.status = 'waiting' OR snoozed_until > @now)",
  done: "conversation.status = 'done'",
} as const satisfies Record<QueueList, string>

// Those of earlier formats have no time at which they were done.
const DONE_AT = 'coalesce(conversation.resolved_at, conversation.received_at)'

export function readQueue(db: Connection, question: QueueQuestion): QueuePage {
  const { list, cursor, limit, now } = question
  const { from, conditions } = startingAt(db, rareTopic(db, question.filter), question)
  if (cursor) goOnAfter(conditions, list, cursor)
  const order = list === 'done' ? `${DONE_AT} DESC, conversation.id DESC` : `${IS_CALM}, ${DUE}, conversation.id`
  const ids = db
    .prepare<[object], number>(
      `SELECT conversation.id FROM ${from} WHERE ${conditions.where} ORDER BY ${order} LIMIT @limit`,
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

function goOnAfter(conditions: Conditions, list: QueueList, { isUrgent, at, id }: QueueCursor): void {
  conditions.add(
    list === 'done'
      ? // The first half alone is what an index on an expression can be searched by.
        `${DONE_AT} <= @cursorAt AND (${DONE_AT}, conversation.id) < (@cursorAt, @cursorId)`
      : `(${IS_CALM}, ${DUE}, conversation.id) > (@cursorCalm, @cursorAt, @cursorId)`,
  )
  Object.assign(conditions.values, { cursorAt: at ?? NEVER, cursorId: id, cursorCalm: Number(!isUrgent) })
}

function countQueue(db: Connection, question: QueueQuestion): number {
  // Each one that bears the topic is counted: there is no order to keep to.
  const { from, conditions } = startingAt(
    db,
    rareTopic(db, question.filter) ?? question.filter.topicIds?.[0] ?? null,
    question,
  )
  return Number(
    db
      .prepare<[object]>(`SELECT count(*) FROM ${from} WHERE ${conditions.where}`)
      .pluck()
      .get({ ...conditions.values, now: question.now }),
  )
}

/**
 * Few conversations belong to a contact, a post, a client, a department or a crisis: those are found by their own index. What many share
 * (a plus before the column) is looked at in the order of the list instead, so that a page of it needs no sorting of everything.
 */
function matching(
  db: Connection,
  { list, filter }: QueueQuestion,
): { readonly from: string; readonly conditions: Conditions } {
  const conditions = new Conditions()
    .add(IN_LIST[list])
    .equal('+conversation.kind', 'kind', filter.kind)
    .equal('+conversation.channel_id', 'channelId', filter.channelId)
    .equal('+conversation.sentiment', 'sentiment', filter.sentiment)
    .equal('conversation.client_id', 'clientId', filter.clientId)
    .equal('conversation.department_id', 'departmentId', filter.departmentId)
    .equal('conversation.contact_id', 'contactId', filter.contactId)
    .equal('conversation.post_id', 'postId', filter.postId)
    .equal('conversation.crisis_id', 'crisisId', filter.crisisId)
    .equal('+conversation.stars', 'stars', filter.stars)
    .equal(
      '+conversation.priority',
      'priority',
      filter.priority === undefined ? undefined : PRIORITIES.indexOf(filter.priority),
    )
  for (const [index, topicId] of (filter.topicIds ?? []).entries())
    conditions.add(
      `EXISTS (SELECT 1 FROM conversation_topic WHERE conversation_id = conversation.id AND topic_id = @topic${index})`,
      `topic${index}`,
      topicId,
    )
  const found = foundBy(db, filter.text ?? '')
  if (found === null) return { from: 'conversation', conditions }
  Object.assign(conditions.add(found.condition).values, found.values)
  return { from: found.from, conditions }
}

/** Topics of up to so many conversations are rare: sorting those is less than looking for them in the order of the list. */
export const RARE_TOPIC = 500

/** One among the topics asked for that is rare; null: none is. */
function rareTopic(db: Connection, { topicIds = [] }: QueueFilter): number | null {
  if (topicIds.length === 0) return null
  const count = db
    .prepare<[number]>(
      `SELECT count(*) FROM (SELECT 1 FROM conversation_topic WHERE topic_id = ? LIMIT ${RARE_TOPIC + 1})`,
    )
    .pluck()
  return topicIds.find((topicId) => Number(count.get(topicId)) <= RARE_TOPIC) ?? null
}

/** Looks at the conversations of a topic only, unless words are looked up. */
function startingAt(db: Connection, topicId: number | null, question: QueueQuestion): ReturnType<typeof matching> {
  const { from, conditions } = matching(db, question)
  if (topicId === null || (question.filter.text ?? '').trim() !== '') return { from, conditions }
  return {
    from: 'conversation_topic AS bearing CROSS JOIN conversation ON conversation.id = bearing.conversation_id',
    conditions: conditions.add('bearing.topic_id = @bearing', 'bearing', topicId),
  }
}

export function countByUrgency(db: Connection, now: Instant): QueueCounts {
  const counts = db
    .prepare<[object], Omit<QueueCounts, 'isEmpty'> & { readonly isEmpty: number }>(
      `SELECT count(*) FILTER (WHERE ${IN_LIST.open}) AS open, count(*) FILTER (WHERE ${IN_LIST.waiting}) AS waiting,
         count(*) FILTER (WHERE due_at < @now) AS overdue,
         count(*) FILTER (WHERE due_at >= @now AND due_at <= @soon AND ${IN_LIST.open}) AS soon,
         min(snoozed_until) FILTER (WHERE snoozed_until > @now) AS wakesAt,
         (SELECT count(*) FROM handover WHERE returned_at IS NULL AND due_at < @now
            AND EXISTS (SELECT 1 FROM conversation WHERE conversation.id = handover.conversation_id AND status <> 'done')) AS lateReturns,
         NOT EXISTS (SELECT 1 FROM conversation) AS isEmpty
       FROM conversation WHERE status <> 'done'`,
    )
    .get({ now, soon: now + SOON_MS })
  // One row always comes: everything in it is counted.
  if (!counts) throw new Error('nothing was counted')
  return { ...counts, isEmpty: counts.isEmpty === 1 }
}
