/** Merging a record into another. */
import type { RecordKind } from '../../../../shared/contract/records.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, countClosedLines, REFERENCES } from '../../database/references.ts'

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
