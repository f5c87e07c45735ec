/** Merging a record into another. */
import type { RecordKind } from '../../../../shared/contract/records.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord, countClosedLines, REFERENCES } from '../../database/references.ts'
import { moveVariants } from '../../database/variants.ts'
import { mergeConversations } from './merge-conversations.ts'

interface Merge {
  readonly kind: RecordKind
  readonly fromId: number
  readonly intoId: number
}

/** Moves what points at one record to another and removes the first, unless closed months still name it. */
export function mergeRecords(db: Connection, context: CommandContext, merge: Merge): void {
  const { kind, fromId, intoId } = merge
  assertRecord(db, kind, fromId)
  assertRecord(db, kind, intoId)
  if (fromId === intoId) throw expected('invalid_value', { field: 'intoId', reason: 'merged_into_itself' })
  for (const table of REFERENCES[kind]) {
    if (table === 'budget') mergeBudgets(db, fromId, intoId)
    else if (table === 'project') mergeProjects(db, fromId, intoId)
    else {
      db.prepare<[number, number]>(`UPDATE ${table} SET ${kind}_id = ? WHERE ${kind}_id = ?`).run(intoId, fromId)
    }
  }
  if (kind === 'post' || kind === 'conversation') joinShares(db, kind, intoId)
  if (kind === 'conversation') mergeConversations(db, context, fromId, intoId)
  if (kind === 'campaign' || kind === 'client') moveMeanings(db, kind, fromId, intoId)
  if (kind === 'client') mergeBilling(db, fromId, intoId)
  if (kind === 'post') moveVariants(db, fromId, intoId)
  const isKept = countClosedLines(db, kind, fromId) > 0
  if (kind === 'campaign') keepSpellings(db, fromId, intoId)
  if (!isKept) db.prepare<[number]>(`DELETE FROM ${kind} WHERE id = ?`).run(fromId)
}

/** Two shares of one entry in the same are one, with both weights; where it is the only one left, the entry names it itself. */
function joinShares(db: Connection, kind: 'post' | 'conversation', id: number): void {
  const column = `${kind}_id`
  const entries = db
    .prepare<[number], number>(
      `SELECT entry_id FROM time_share WHERE ${column} = ? GROUP BY entry_id HAVING count(*) > 1`,
    )
    .pluck()
    .all(id) as number[]
  const parameter = { id, entries: JSON.stringify(entries) }
  const ofEntries = 'entry_id IN (SELECT value FROM json_each(@entries))'
  const other = `FROM time_share AS other WHERE other.entry_id = time_share.entry_id AND other.${column} = @id`
  db.prepare<[object]>(
    `UPDATE time_share SET weight = min(1000000, (SELECT sum(other.weight) ${other}))
     WHERE ${column} = @id AND ${ofEntries} AND position = (SELECT min(other.position) ${other})`,
  ).run(parameter)
  db.prepare<[object]>(
    `DELETE FROM time_share WHERE ${column} = @id AND ${ofEntries} AND position > (SELECT min(other.position) ${other})`,
  ).run(parameter)
  nameOnlyShares(db, kind, parameter)
}

/** The channel and campaign that held for the share are the entry's then. */
function nameOnlyShares(
  db: Connection,
  kind: 'post' | 'conversation',
  parameter: { id: number; entries: string },
): void {
  const single =
    'SELECT entry_id FROM time_share WHERE entry_id IN (SELECT value FROM json_each(@entries)) GROUP BY entry_id HAVING count(*) = 1'
  const campaign =
    kind === 'post' ? ', campaign_id = coalesce(campaign_id, (SELECT campaign_id FROM post WHERE id = @id))' : ''
  db.prepare<[object]>(
    `UPDATE time_entry SET ${kind}_id = @id, channel_id = coalesce(channel_id, (SELECT channel_id FROM ${kind} WHERE id = @id))${campaign}
     WHERE id IN (${single})`,
  ).run(parameter)
  db.prepare<[object]>(`DELETE FROM time_share WHERE entry_id IN (${single})`).run({ entries: parameter.entries })
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

/** Projects of the same name become one; planned hours are those of both. */
function mergeProjects(db: Connection, fromId: number, intoId: number): void {
  const twins = db
    .prepare<[number, number], { mine: number; theirs: number }>(
      `SELECT mine.id AS mine, theirs.id AS theirs FROM project AS mine JOIN project AS theirs ON theirs.name = mine.name
       WHERE mine.client_id = ? AND theirs.client_id = ?`,
    )
    .all(fromId, intoId)
  for (const { mine, theirs } of twins) {
    for (const table of REFERENCES.project)
      db.prepare<[number, number]>(`UPDATE ${table} SET project_id = ? WHERE project_id = ?`).run(theirs, mine)
    db.prepare<[object]>(
      `UPDATE project SET planned_minutes = min(6000000, coalesce(planned_minutes, 0) + (SELECT planned_minutes FROM project WHERE id = @mine))
       WHERE id = @theirs AND (SELECT planned_minutes FROM project WHERE id = @mine) IS NOT NULL`,
    ).run({ mine, theirs })
    db.prepare<[object]>(
      'UPDATE project SET is_archived = 0 WHERE id = @theirs AND (SELECT is_archived FROM project WHERE id = @mine) = 0',
    ).run({ mine, theirs })
    db.prepare<[number]>('DELETE FROM project WHERE id = ?').run(mine)
  }
  db.prepare<[number, number]>('UPDATE project SET client_id = ? WHERE client_id = ?').run(intoId, fromId)
}

/** What was agreed with the target holds; of the other client moves along what does not contradict it. */
function mergeBilling(db: Connection, fromId: number, intoId: number): void {
  const both = { fromId, intoId }
  db.prepare<[object]>(
    `UPDATE billing_rate AS rate SET client_id = @intoId WHERE client_id = @fromId AND NOT EXISTS (SELECT 1 FROM billing_rate AS other
       WHERE other.client_id = @intoId AND other.person_id IS rate.person_id AND other.valid_from = rate.valid_from)`,
  ).run(both)
  db.prepare<[object]>(
    `UPDATE billing_terms SET client_id = @intoId
     WHERE client_id = @fromId AND NOT EXISTS (SELECT 1 FROM billing_terms WHERE client_id = @intoId)`,
  ).run(both)
  db.prepare<[object]>(
    `UPDATE retainer AS mine SET client_id = @intoId WHERE client_id = @fromId AND NOT EXISTS (SELECT 1 FROM retainer AS other
       WHERE other.client_id = @intoId AND other.from_month <= coalesce(mine.to_month, '9999-12')
         AND coalesce(other.to_month, '9999-12') >= mine.from_month)`,
  ).run(both)
  // A client that closed months name is kept without them.
  for (const table of ['billing_rate', 'billing_terms', 'retainer'])
    db.prepare<[number]>(`DELETE FROM ${table} WHERE client_id = ?`).run(fromId)
}
