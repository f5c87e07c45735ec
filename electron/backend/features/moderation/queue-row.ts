/** A conversation as lists show it. */
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { PRIORITIES } from '../../../../shared/domain/conversation.ts'
import type { Connection } from '../../database/connection.ts'
import { TITLE, titleText } from '../../database/found-conversations.ts'

export type StoredRow = Omit<QueueRow, 'topics' | 'priority' | 'isErased'> & {
  readonly topics: string
  readonly priority: number
  readonly isErased: number
}

/** Columns of a row, for every list of conversations. */
export const ROW_COLUMNS = `conversation.id, conversation.kind, conversation.status,
  ${TITLE} AS title,
  conversation.channel_id AS channelId, channel.name AS channel, channel.network, conversation.stars, conversation.batch_count AS batchCount,
  conversation.sentiment, conversation.priority, conversation.received_at AS receivedAt, conversation.due_at AS dueAt,
  conversation.snoozed_until AS snoozedUntil, conversation.resolved_at AS resolvedAt,
  coalesce(person.name, department.name) AS handedTo, handover.due_at AS returnDueAt, conversation.measure, conversation.crisis_id AS crisisId,
  contact.pseudonym AS contact, conversation.erased_at IS NOT NULL AS isErased,
  (SELECT json_group_array(topic.name) FROM (SELECT topic_id FROM conversation_topic WHERE conversation_id = conversation.id ORDER BY id) AS mine
     JOIN topic ON topic.id = mine.topic_id) AS topics`
export const ROW_JOINS = `LEFT JOIN conversation_text ON conversation_text.id = conversation.id
  LEFT JOIN channel ON channel.id = conversation.channel_id LEFT JOIN contact ON contact.id = conversation.contact_id
  LEFT JOIN handover ON handover.id = (SELECT max(id) FROM handover WHERE conversation_id = conversation.id AND returned_at IS NULL)
  LEFT JOIN person ON person.id = handover.person_id LEFT JOIN department ON department.id = handover.department_id`

export function readRows(db: Connection, ids: readonly number[]): QueueRow[] {
  const rows = db
    .prepare<[string], StoredRow>(
      `SELECT ${ROW_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.id = wanted.value ${ROW_JOINS} ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids))
  return rows.map(toRow)
}

export function toRow<Row extends StoredRow>(row: Row): Omit<Row, keyof QueueRow> & QueueRow {
  return {
    ...row,
    title: titleText(row.title),
    topics: JSON.parse(row.topics) as string[],
    priority: PRIORITIES[row.priority] ?? 'normal',
    isErased: row.isErased === 1,
  }
}
