/** What points at a record: counted before it goes. */
import type { RecordKind } from '../../../shared/contract/records.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'

/** Tables of sources with a column `<kind>_id`. Rates, billing terms and retainers go with their person or client. */
export const REFERENCES = {
  channel: [
    'time_entry',
    'ad_spend',
    'expense',
    'touchpoint',
    'variant',
    'conversation',
    'subscription',
    'lead',
    'manual_line',
    'favourite',
    'crisis_statement',
  ],
  person: [
    'time_entry',
    'manual_line',
    'conversation_event',
    'handover',
    'moderation_rule',
    'crisis_entry',
    'post_event',
  ],
  post: [
    'time_entry',
    'time_share',
    'favourite',
    'ad_spend',
    'expense',
    'touchpoint',
    'conversation',
    'lead',
    'manual_line',
  ],
  conversation: ['time_entry', 'time_share', 'favourite', 'touchpoint', 'lead', 'manual_line'],
  campaign: [
    'time_entry',
    'ad_spend',
    'expense',
    'touchpoint',
    'post',
    'subscription',
    'lead',
    'manual_line',
    'favourite',
    'budget',
  ],
  pillar: ['post'],
  client: [
    'time_entry',
    'ad_spend',
    'expense',
    'revenue_event',
    'subscription',
    'lead',
    'manual_line',
    'project',
    'invoice',
    'favourite',
    'conversation',
    'post',
  ],
  department: [
    'time_entry',
    'ad_spend',
    'expense',
    'manual_line',
    'favourite',
    'conversation',
    'handover',
    'moderation_rule',
  ],
  project: ['time_entry', 'favourite'],
} as const satisfies Readonly<Record<RecordKind | 'channel' | 'person' | 'project', readonly string[]>>
export type Referenced = keyof typeof REFERENCES

/** Ledger lines carry the dimension too, except for the pillar, which is the post's, and for projects. */
const hasLines = (kind: Referenced) => kind !== 'pillar' && kind !== 'project'

/**
 * SQL that joins `used`: how many sources point at each row of the kind's table. Each table is read once for all rows, because
 * there is no index for each of these columns. `among` names the ids that are wanted.
 */
export function joinUses(kind: Referenced, among?: string): string {
  const column = `${kind}_id`
  const condition = among === undefined ? `${column} IS NOT NULL` : `${column} IN (${among})`
  const counts = REFERENCES[kind].map(
    (table) => `SELECT ${column} AS id, count(*) AS count FROM ${table} WHERE ${condition} GROUP BY 1`,
  )
  return `LEFT JOIN (SELECT id, sum(count) AS count FROM (${counts.join(' UNION ALL ')}) GROUP BY id) AS used ON used.id = ${kind}.id`
}

function countUses(db: Connection, kind: Referenced, id: number): number {
  const counts = REFERENCES[kind].map((table) => `(SELECT count(*) FROM ${table} WHERE ${kind}_id = @id)`)
  const row = db.prepare<[object], { count: number }>(`SELECT ${counts.join(' + ')} AS count`).get({ id })
  return row?.count ?? 0
}

/** Lines of closed months that name it: they cannot change, so that the name has to stay. */
export function countClosedLines(db: Connection, kind: Referenced, id: number): number {
  if (!hasLines(kind)) return 0
  return Number(
    db
      .prepare<[number]>(
        `SELECT count(*) FROM ledger_line WHERE ${kind}_id = ? AND day <= (SELECT max(last_day) FROM seal)`,
      )
      .pluck()
      .get(id),
  )
}

/** Fails with `not_found` where a record is gone by now. */
export function assertRecord(db: Connection, kind: Referenced, id: number | null): void {
  if (id === null || db.prepare<[number]>(`SELECT 1 FROM ${kind} WHERE id = ?`).get(id)) return
  throw expected('not_found', { what: kind, id })
}

/** Removes what nothing points at; fails with `in_use` else. */
export function removeRecord(db: Connection, kind: Referenced, id: number): void {
  assertRecord(db, kind, id)
  const count = countUses(db, kind, id) || countClosedLines(db, kind, id)
  if (count > 0) throw expected('in_use', { what: kind, count })
  db.prepare<[number]>(`DELETE FROM ${kind} WHERE id = ?`).run(id)
}
