/** Entries of time as they are stored, and as the contract speaks of them: names joined, sums of their lines, what they were for. */
import type { NamedTarget, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

/** A row of time_entry. */
export interface StoredEntry {
  readonly id: number
  readonly person_id: number
  readonly activity: TimeEntry['activity']
  readonly channel_id: number | null
  readonly campaign_id: number | null
  readonly post_id: number | null
  readonly conversation_id: number | null
  readonly client_id: number | null
  readonly project_id: number | null
  readonly department_id: number | null
  readonly started_at: number
  readonly ended_at: number | null
  readonly day: TimeEntry['day']
  readonly scope: TimeEntry['scope']
  readonly note: string
  readonly is_billable: number
  readonly is_estimate: number
  readonly is_untimed: number
  readonly invoice_id: number | null
  readonly set_by_hand: string
}

/** Length of an entry in whole seconds as SQL, rounded as its lines are; NULL while it runs. */
export const SECONDS = '(entry.ended_at - entry.started_at + 500) / 1000'

/** Sums over the lines of an entry, corrections included. */
export const sumOfLines = (what: 'cents' | 'unpriced') =>
  `(SELECT sum(${what === 'cents' ? 'cents' : 'CASE is_priced WHEN 0 THEN seconds ELSE 0 END'}) FROM ledger_line
     WHERE source_kind = 'time' AND source_id = entry.id)`

const COLUMNS = `entry.id, entry.person_id AS personId, entry.started_at AS startedAt, entry.ended_at AS endedAt, entry.day, entry.activity,
  entry.channel_id AS channelId, entry.campaign_id AS campaignId, entry.client_id AS clientId, entry.project_id AS projectId,
  entry.department_id AS departmentId, entry.post_id AS postId, entry.conversation_id AS conversationId, entry.note, entry.scope,
  entry.is_billable AS isBillable, entry.is_estimate AS isEstimate, entry.is_untimed AS isUntimed, entry.invoice_id AS invoiceId,
  coalesce(${SECONDS}, 0) AS seconds, person.name AS person, channel.name AS channel, channel.network, campaign.name AS campaign,
  client.name AS client, project.name AS project, department.name AS department, post.title AS postName,
  conversation.label AS conversationName, ${sumOfLines('cents')} AS cents, ${sumOfLines('unpriced')} AS unpricedSeconds,
  entry.day <= coalesce((SELECT max(last_day) FROM seal), '') AS isSealed,
  (SELECT import_row.batch_id FROM import_row JOIN import_batch ON import_batch.id = import_row.batch_id
     WHERE import_row.target_id = entry.id AND import_batch.record_kind = 'time' LIMIT 1) AS batchId`

const JOINS = `JOIN person ON person.id = entry.person_id
  LEFT JOIN channel ON channel.id = entry.channel_id LEFT JOIN campaign ON campaign.id = entry.campaign_id
  LEFT JOIN client ON client.id = entry.client_id LEFT JOIN project ON project.id = entry.project_id
  LEFT JOIN department ON department.id = entry.department_id LEFT JOIN post ON post.id = entry.post_id
  LEFT JOIN conversation ON conversation.id = entry.conversation_id`

type Flag = 'isBillable' | 'isEstimate' | 'isUntimed' | 'isSealed'
type NamedRow = Omit<TimeEntry, 'targets' | Flag> &
  Readonly<Record<Flag, number>> & {
    readonly postId: number | null
    readonly conversationId: number | null
    readonly postName: string | null
    readonly conversationName: string | null
    readonly unpricedSeconds: number | null
  }

/** Entries in the order of these ids; those that are gone are left out. */
export function readEntries(db: Connection, ids: readonly number[]): TimeEntry[] {
  const wanted = JSON.stringify(ids)
  const rows = db
    .prepare<[string], NamedRow>(
      `SELECT ${COLUMNS} FROM json_each(?) AS wanted CROSS JOIN time_entry AS entry ON entry.id = wanted.value ${JOINS} ORDER BY wanted.key`,
    )
    .all(wanted)
  const shares = sharesOf(db, wanted)
  return rows.map((row) => toEntry(row, shares.get(row.id)))
}

export function readEntry(db: Connection, id: number): TimeEntry {
  const [entry] = readEntries(db, [id])
  if (!entry) throw expected('not_found', { what: 'entry', id })
  return entry
}

function toEntry(row: NamedRow, shares: NamedTarget[] | undefined): TimeEntry {
  const { postName, conversationName, unpricedSeconds, ...rest } = row
  const { postId, conversationId, ...entry } = rest
  const isPriced = row.endedAt !== null && (unpricedSeconds ?? 0) === 0
  return {
    ...entry,
    isBillable: row.isBillable === 1,
    isEstimate: row.isEstimate === 1,
    isUntimed: row.isUntimed === 1,
    isSealed: row.isSealed === 1,
    cents: isPriced ? (row.cents ?? 0) : null,
    targets: shares ?? ownTarget({ postId, conversationId }, postName, conversationName),
  }
}

/** Answering a conversation about a post is work for the conversation: the post is what it was about. */
function ownTarget(
  { postId, conversationId }: { readonly postId: number | null; readonly conversationId: number | null },
  postName: string | null,
  conversationName: string | null,
): NamedTarget[] {
  if (conversationId !== null) return [{ postId: null, conversationId, weight: 1, name: conversationName ?? '' }]
  return postId === null ? [] : [{ postId, conversationId: null, weight: 1, name: postName ?? '' }]
}

function sharesOf(db: Connection, ids: string): ReadonlyMap<number, NamedTarget[]> {
  const rows = db
    .prepare<[string], NamedTarget & { entryId: number }>(
      `SELECT share.entry_id AS entryId, share.post_id AS postId, share.conversation_id AS conversationId, share.weight,
         coalesce(post.title, conversation.label, '') AS name
       FROM json_each(?) AS wanted CROSS JOIN time_share AS share ON share.entry_id = wanted.value
         LEFT JOIN post ON post.id = share.post_id LEFT JOIN conversation ON conversation.id = share.conversation_id
       ORDER BY share.entry_id, share.position`,
    )
    .all(ids)
  const byEntry = Map.groupBy(rows, (row) => row.entryId)
  return new Map([...byEntry].map(([id, own]) => [id, own.map(({ entryId: _entryId, ...target }) => target)]))
}

/** What a stored entry was for. */
export function targetsOf(db: Connection, entry: StoredEntry): NamedTarget[] {
  const own = { postId: entry.post_id, conversationId: entry.conversation_id }
  return sharesOf(db, JSON.stringify([entry.id])).get(entry.id) ?? ownTarget(own, null, null)
}

/** The row itself; fails with `not_found`. */
export function findEntry(db: Connection, id: number): StoredEntry {
  const row = db.prepare<[number], StoredEntry>('SELECT * FROM time_entry WHERE id = ?').get(id)
  if (!row) throw expected('not_found', { what: 'entry', id })
  return row
}
