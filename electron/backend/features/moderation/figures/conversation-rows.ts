/** Conversations one after the other, each with what became of it: what is exported. */
import type { Measure } from '../../../../../shared/contract/moderation-fields.ts'
import type { FigureFilter } from '../../../../../shared/contract/moderation-figures.ts'
import type { AttributionModel } from '../../../../../shared/domain/attribution.ts'
import type { ConversationKind, ConversationStatus, Sentiment } from '../../../../../shared/domain/conversation.ts'
import { FIRST_DAY, LAST_DAY, type Day, type Period } from '../../../../../shared/domain/day.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Network } from '../../../../../shared/domain/network.ts'
import type { Connection } from '../../../database/connection.ts'
import { HANDLE } from '../../../database/contacts.ts'
import { LINES, matching, SHARES, type FigureQuestion } from './figure-conditions.ts'

export interface RowsToExport {
  readonly filter: Omit<FigureFilter, 'period'> & { readonly period?: Period | undefined }
  readonly model: AttributionModel
  readonly hasTexts: boolean
  readonly now: Instant
}

export interface ConversationRow {
  readonly id: number
  readonly receivedAt: Instant
  /** 0: only its day is known. */
  readonly isTimeKnown: number
  readonly day: Day
  readonly kind: ConversationKind
  readonly status: ConversationStatus
  readonly label: string
  readonly channel: string | null
  readonly network: Network | null
  readonly post: string | null
  readonly client: string | null
  readonly department: string | null
  readonly topics: string | null
  readonly sentiment: Sentiment | null
  readonly isSentimentOwn: 0 | 1
  readonly stars: number | null
  readonly priority: number
  readonly batchCount: number | null
  readonly contact: string | null
  readonly measure: Measure | null
  readonly crisisId: number | null
  readonly isErased: 0 | 1
  readonly firstDueAt: Instant | null
  readonly firstAnsweredAt: Instant | null
  readonly firstSeconds: number | null
  readonly nextAsked: number
  readonly nextAnswered: number
  readonly slowestNextSeconds: number | null
  readonly resolvedAt: Instant | null
  readonly resolutionSeconds: number | null
  readonly seconds: number
  readonly costCents: number
  readonly leads: number
  readonly leadCents: number
  readonly wonLeadCents: number
  readonly netCents: number
  /** Only where texts are asked for. */
  readonly handle: string | null
  readonly text: string | null
  readonly url: string | null
}

const lines = (value: string) => `(SELECT coalesce(sum(${value}), 0) FROM ledger_line AS line WHERE ${LINES})`
const next = (value: string) =>
  `(SELECT ${value} FROM next_response AS next WHERE next.conversation_id = conversation.id)`
const leads = (value: string) => `(SELECT ${value} FROM lead WHERE lead.conversation_id = conversation.id)`

const COLUMNS = `conversation.id, conversation.received_at AS receivedAt, conversation.hour IS NOT NULL AS isTimeKnown, conversation.day, conversation.kind, conversation.status,
  conversation.label, channel.name AS channel, channel.network, post.title AS post, client.name AS client, department.name AS department,
  (SELECT group_concat(topic.name, ', ') FROM (SELECT topic_id FROM conversation_topic WHERE conversation_id = conversation.id ORDER BY id) AS mine
     JOIN topic ON topic.id = mine.topic_id) AS topics,
  conversation.sentiment, conversation.is_sentiment_own AS isSentimentOwn, conversation.stars, conversation.priority,
  conversation.batch_count AS batchCount, contact.pseudonym AS contact, conversation.measure, conversation.crisis_id AS crisisId,
  conversation.erased_at IS NOT NULL AS isErased, conversation.first_due_at AS firstDueAt, conversation.first_answered_at AS firstAnsweredAt,
  conversation.first_response_seconds AS firstSeconds, ${next('count(*)')} AS nextAsked, ${next('count(answered_at)')} AS nextAnswered,
  ${next('max(response_seconds)')} AS slowestNextSeconds, conversation.resolved_at AS resolvedAt,
  conversation.resolution_seconds AS resolutionSeconds, ${lines('line.seconds')} AS seconds, ${lines('line.cents')} AS costCents,
  ${leads('count(*)')} AS leads, ${leads('coalesce(sum(value_cents), 0)')} AS leadCents,
  ${leads("coalesce(sum(value_cents) FILTER (WHERE status = 'won'), 0)")} AS wonLeadCents,
  (SELECT coalesce(sum(share.net_cents), 0) FROM attribution_share AS share WHERE ${SHARES}) AS netCents`

const JOINS = `LEFT JOIN channel ON channel.id = conversation.channel_id LEFT JOIN post ON post.id = conversation.post_id
  LEFT JOIN client ON client.id = conversation.client_id LEFT JOIN department ON department.id = conversation.department_id
  LEFT JOIN contact ON contact.id = conversation.contact_id`

/** What may name the other side stands in tables of its own; unless it is asked for, these are not even read. */
const NO_TEXTS = 'NULL AS handle, NULL AS text, NULL AS url'
const TEXTS = `${HANDLE} AS handle, conversation_text.text, conversation_text.url`
const TEXT_JOIN = 'LEFT JOIN conversation_text ON conversation_text.id = conversation.id'

function conditionsOf({ filter, model, now }: RowsToExport) {
  const period = filter.period ?? { from: FIRST_DAY, to: LAST_DAY }
  return matching({ filter: { ...filter, period }, model, now } satisfies FigureQuestion)
}

export function countConversations(db: Connection, asked: RowsToExport): number {
  const { where, values } = conditionsOf(asked)
  return Number(
    db
      .prepare<[object]>(`SELECT count(*) FROM conversation INDEXED BY conversation_by_day WHERE ${where}`)
      .pluck()
      .get(values),
  )
}

/** In the order of their days. */
export function iterateConversations(db: Connection, asked: RowsToExport): IterableIterator<ConversationRow> {
  const { where, values } = conditionsOf(asked)
  return db
    .prepare<[object], ConversationRow>(
      `SELECT ${COLUMNS}, ${asked.hasTexts ? TEXTS : NO_TEXTS} FROM conversation INDEXED BY conversation_by_day ${JOINS}
         ${asked.hasTexts ? TEXT_JOIN : ''}
       WHERE ${where} ORDER BY conversation.day, conversation.id`,
    )
    .iterate(values)
}
