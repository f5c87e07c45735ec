/** One conversation with all that is known of it. */
import type { ConversationDetail, Handover } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { HANDLE } from '../../database/contacts.ts'
import { expected } from '../../database/expected.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { causeOfHold } from './privacy/holds.ts'
import { readEvidence } from './crises/crisis-evidence.ts'
import { readDeadlines, type Deadlines } from '../../database/deadlines.ts'
import { ROW_COLUMNS, ROW_JOINS, type StoredRow, toRow } from './queue-row.ts'
import { readRetentionMonths, retentionDay } from './retention-day.ts'
import { readTimeline } from './timeline.ts'

type Stored = StoredRow &
  Omit<
    ConversationDetail,
    | 'topics'
    | 'topicIds'
    | 'priority'
    | 'isErased'
    | 'isSentimentOwn'
    | 'isContactBlocked'
    | 'isCostOpen'
    | 'targetMinutes'
    | 'clockStartsAt'
    | 'heldBy'
    | 'erasedOn'
    | 'handovers'
    | 'leads'
    | 'evidence'
    | 'timeline'
  > & {
    readonly topicIds: string
    readonly isSentimentOwn: number
    readonly isContactBlocked: number
    readonly isCostOpen: number
  }

const LINES = "FROM ledger_line AS line WHERE line.conversation_id = conversation.id AND line.kind <> 'revenue'"
const COLUMNS = `${ROW_COLUMNS}, conversation.label, coalesce(conversation_text.text, '') AS text, conversation_text.url,
  ${HANDLE} AS handle,
  conversation.post_id AS postId, post.title AS post, conversation.client_id AS clientId, client.name AS client,
  conversation.department_id AS departmentId, served.name AS department, conversation.contact_id AS contactId,
  (SELECT count(*) FROM conversation AS other WHERE other.contact_id = conversation.contact_id) AS contactCount,
  coalesce(contact.is_blocked, 0) AS isContactBlocked, crisis.title AS crisis,
  conversation.is_sentiment_own AS isSentimentOwn, conversation.day, conversation.first_due_at AS firstDueAt,
  conversation.first_answered_at AS firstAnsweredAt, conversation.first_response_seconds AS firstResponseSeconds,
  conversation.resolution_seconds AS resolutionSeconds, coalesce((SELECT sum(line.seconds) ${LINES}), 0) AS seconds,
  coalesce((SELECT sum(line.cents) ${LINES}), 0) AS costCents, EXISTS (SELECT 1 ${LINES} AND line.is_priced = 0) AS isCostOpen,
  conversation.snippet_id AS snippetId, coalesce(reply_draft.text, '') AS draft, conversation.hold_reason AS holdReason,
  conversation.erased_at AS erasedAt,
  (SELECT json_group_array(topic_id) FROM (SELECT topic_id FROM conversation_topic WHERE conversation_id = conversation.id ORDER BY id)) AS topicIds`
const JOINS = `${ROW_JOINS} LEFT JOIN post ON post.id = conversation.post_id LEFT JOIN client ON client.id = conversation.client_id
  LEFT JOIN department AS served ON served.id = conversation.department_id LEFT JOIN crisis ON crisis.id = conversation.crisis_id
  LEFT JOIN reply_draft ON reply_draft.id = conversation.id`

export function readDetail(
  db: Connection,
  settings: StoredSettings,
  { ledgerPath, now }: { readonly ledgerPath: string; readonly now: Instant },
  id: number,
): ConversationDetail {
  const stored = db
    .prepare<[number], Stored>(`SELECT ${COLUMNS} FROM conversation ${JOINS} WHERE conversation.id = ?`)
    .get(id)
  if (!stored) throw expected('not_found', { what: 'conversation', id })
  const { topicIds, isSentimentOwn, isContactBlocked, isCostOpen, ...row } = stored
  const deadlines = readDeadlines(db, settings)
  const heldBy = causeOfHold(db, id, now)
  const isKept = row.erasedAt !== null || heldBy !== null
  const starts = deadlines.clockOf(row.channelId).nextServiceStart(row.receivedAt)
  return {
    ...toRow(row),
    topicIds: JSON.parse(topicIds) as number[],
    isSentimentOwn: isSentimentOwn === 1,
    isContactBlocked: isContactBlocked === 1,
    isCostOpen: isCostOpen === 1,
    targetMinutes: targetBy(deadlines, row),
    clockStartsAt: row.batchCount !== null || starts === row.receivedAt ? null : starts,
    heldBy,
    erasedOn:
      isKept || row.status !== 'done'
        ? null
        : retentionDay(
            readRetentionMonths(db),
            { kind: row.kind, doneAt: row.resolvedAt ?? row.receivedAt },
            settings.timeZone,
          ),
    handovers: readHandovers(db, id),
    leads: readLeads(db, id),
    evidence: readEvidence(db, ledgerPath, 'conversation_id', id),
    timeline: readTimeline(db, id),
  }
}

type Promised = Pick<Stored, 'batchCount' | 'channelId' | 'kind' | 'receivedAt' | 'firstDueAt' | 'firstAnsweredAt'>

/** What was answered is not told a target that came later. */
function targetBy(deadlines: Deadlines, row: Promised): number | null {
  if (row.batchCount !== null) return null
  const isOfNow = row.firstAnsweredAt === null || deadlines.dueAt(row, row.receivedAt) === row.firstDueAt
  return isOfNow ? deadlines.targetOf(row) : null
}

function readHandovers(db: Connection, id: number): Handover[] {
  return db
    .prepare<[number], Handover>(
      `SELECT handover.id, coalesce(person.name, department.name, '') AS "to", handover.person_id AS personId,
         handover.department_id AS departmentId, handover.at, handover.due_at AS dueAt, handover.returned_at AS returnedAt
       FROM handover LEFT JOIN person ON person.id = handover.person_id LEFT JOIN department ON department.id = handover.department_id
       WHERE handover.conversation_id = ? ORDER BY handover.id DESC LIMIT 50`,
    )
    .all(id)
}

function readLeads(db: Connection, id: number): ConversationDetail['leads'] {
  return db
    .prepare<[number], ConversationDetail['leads'][number]>(
      'SELECT id, name, status, value_cents AS valueCents FROM lead WHERE conversation_id = ? ORDER BY id DESC LIMIT 50',
    )
    .all(id)
}
