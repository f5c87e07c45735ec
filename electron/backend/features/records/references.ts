/** What points at a record: counted before it goes, moved when it is merged into another. */
import type { RecordKind } from '../../../../shared/contract/records.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

/** Tables of sources with a column `<kind>_id`. */
export const REFERENCES = {
  post: ['time_entry', 'ad_spend', 'expense', 'touchpoint', 'conversation', 'lead', 'manual_line'],
  conversation: ['time_entry', 'touchpoint', 'lead', 'manual_line'],
  campaign: [
    'time_entry',
    'ad_spend',
    'expense',
    'touchpoint',
    'post',
    'subscription',
    'lead',
    'manual_line',
    'budget',
  ],
  pillar: ['post'],
  client: ['time_entry', 'ad_spend', 'expense', 'revenue_event', 'subscription', 'lead', 'manual_line'],
  department: ['time_entry', 'ad_spend', 'expense', 'manual_line'],
} as const satisfies Readonly<Record<RecordKind, readonly string[]>>

/** Ledger lines carry the dimension too, except for the pillar, which is the post's. */
const hasLines = (kind: RecordKind) => kind !== 'pillar'

/**
 * SQL that joins `used`: how many sources point at each row of the kind's table. Each table is read once for all rows, because
 * there is no index for each of these columns. `among` names the ids that are wanted.
 */
export function joinUses(kind: RecordKind, among?: string): string {
  const column = `${kind}_id`
  const condition = among === undefined ? `${column} IS NOT NULL` : `${column} IN (${among})`
  const counts = REFERENCES[kind].map(
    (table) => `SELECT ${column} AS id, count(*) AS count FROM ${table} WHERE ${condition} GROUP BY 1`,
  )
  return `LEFT JOIN (SELECT id, sum(count) AS count FROM (${counts.join(' UNION ALL ')}) GROUP BY id) AS used ON used.id = ${kind}.id`
}

export function countUses(db: Connection, kind: RecordKind, id: number): number {
  const counts = REFERENCES[kind].map((table) => `(SELECT count(*) FROM ${table} WHERE ${kind}_id = @id)`)
  const row = db.prepare<[object], { count: number }>(`SELECT ${counts.join(' + ')} AS count`).get({ id })
  return row?.count ?? 0
}

/** Lines of closed months that name it: they cannot change, so that the name has to stay. */
function countClosedLines(db: Connection, kind: RecordKind, id: number): number {
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

export function assertRecord(db: Connection, kind: RecordKind | 'channel' | 'person', id: number | null): void {
  if (id === null || db.prepare<[number]>(`SELECT 1 FROM ${kind} WHERE id = ?`).get(id)) return
  throw expected('not_found', { what: kind, id })
}

export function removeRecord(db: Connection, kind: RecordKind, id: number): void {
  assertRecord(db, kind, id)
  const count = countUses(db, kind, id) || countClosedLines(db, kind, id)
  if (count > 0) throw expected('in_use', { what: kind, count })
  db.prepare<[number]>(`DELETE FROM ${kind} WHERE id = ?`).run(id)
}

/** Moves what points at one record to another and removes the first, unless closed months still name it. */
export function mergeRecords(db: Connection, kind: RecordKind, fromId: number, intoId: number): void {
  assertRecord(db, kind, fromId)
  assertRecord(db, kind, intoId)
  if (fromId === intoId) throw expected('invalid_value', { field: 'intoId', reason: 'merged_into_itself' })
  for (const table of REFERENCES[kind]) {
    if (table === 'budget') mergeBudgets(db, fromId, intoId)
    else {
      db.prepare<[number, number]>(`UPDATE ${table} SET ${kind}_id = ? WHERE ${kind}_id = ?`).run(intoId, fromId)
    }
  }
  if (kind === 'campaign' || kind === 'client') moveMeanings(db, kind, fromId, intoId)
  const isKept = countClosedLines(db, kind, fromId) > 0
  if (kind === 'campaign') keepSpellings(db, fromId, intoId)
  if (!isKept) db.prepare<[number]>(`DELETE FROM ${kind} WHERE id = ?`).run(fromId)
}

/** A month and kind planned for both is planned once, with both amounts. */
function mergeBudgets(db: Connection, fromId: number, intoId: number): void {
  const both = `FROM budget AS mine WHERE mine.campaign_id = @fromId AND mine.month = budget.month AND mine.kind = budget.kind`
  db.prepare<[object]>(
    `UPDATE budget SET cents = cents + (SELECT mine.cents ${both}) WHERE campaign_id = @intoId AND EXISTS (SELECT 1 ${both})`,
  ).run({ fromId, intoId })
  db.prepare<[object]>(
    `DELETE FROM budget WHERE campaign_id = @fromId AND EXISTS (SELECT 1 FROM budget AS other
       WHERE other.campaign_id = @intoId AND other.month = budget.month AND other.kind = budget.kind)`,
  ).run({ fromId, intoId })
  db.prepare<[object]>('UPDATE budget SET campaign_id = @intoId WHERE campaign_id = @fromId').run({ fromId, intoId })
}

/** Remembered answers of imports that name it. */
function moveMeanings(db: Connection, kind: 'campaign' | 'client', fromId: number, intoId: number): void {
  const path = `$.${kind}Id`
  db.prepare<[string, number, string, number]>(
    'UPDATE value_mapping SET target = json_set(target, ?, ?) WHERE json_extract(target, ?) = ?',
  ).run(path, intoId, path, fromId)
}

/** A file that spells the campaign the old way goes on meaning it. */
function keepSpellings(db: Connection, fromId: number, intoId: number): void {
  db.prepare<[number, number]>('UPDATE campaign_alias SET campaign_id = ? WHERE campaign_id = ?').run(intoId, fromId)
  db.prepare<[number, number]>(
    `INSERT INTO campaign_alias (slug, campaign_id) SELECT slug, ? FROM campaign WHERE id = ?
     ON CONFLICT (slug) DO UPDATE SET campaign_id = excluded.campaign_id`,
  ).run(intoId, fromId)
  // Merged the other way round before: it means itself again.
  db.prepare<[number]>(
    'DELETE FROM campaign_alias WHERE campaign_id = ? AND slug = (SELECT slug FROM campaign WHERE id = campaign_id)',
  ).run(intoId)
}
