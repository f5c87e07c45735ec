/** Work and costs gathered by what they say, so that a thousand entries are assigned a group at a time. */
import type { WorkFilter, WorkGroup, WorkKey, WorkPatch } from '../../../../shared/contract/records.ts'
import { MAX_WORK_GROUPS } from '../../../../shared/contract/records.ts'
import type { WorkDimension } from '../../../../shared/domain/work.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { Conditions } from '../../database/conditions.ts'

type Source = WorkKey['source']

/** The dimensions each source has, by the patch's field. */
const COLUMNS_OF: Readonly<Record<Source, Partial<Record<keyof WorkPatch, string>>>> = {
  time: dimensionColumns('activity', 'conversation'),
  'ad-spend': dimensionColumns(),
  expense: dimensionColumns(),
  manual: dimensionColumns('activity', 'conversation'),
}

function dimensionColumns(...labour: ('activity' | 'conversation')[]): Partial<Record<keyof WorkPatch, string>> {
  return {
    channelId: 'channel_id',
    campaignId: 'campaign_id',
    postId: 'post_id',
    clientId: 'client_id',
    departmentId: 'department_id',
    scope: 'scope',
    ...(labour.includes('activity') && { activity: 'activity' }),
    ...(labour.includes('conversation') && { conversationId: 'conversation_id' }),
  }
}

const TABLE_OF: Readonly<Record<Source, string>> = {
  time: 'time_entry',
  'ad-spend': 'ad_spend',
  expense: 'expense',
  manual: 'manual_line',
}

const COMMON = 'scope, channel_id, campaign_id, post_id, client_id, department_id'

/** Every source as one table. A timer still running has no lines; what takes a line back or replaces one follows that line. */
const WORK = `(
  SELECT 'time' AS source, id, note AS text, activity, conversation_id, person_id, day, true AS is_labour, ${COMMON}
    FROM time_entry WHERE ended_at IS NOT NULL
  UNION ALL SELECT 'ad-spend', id, coalesce((SELECT name FROM campaign WHERE id = campaign_id), ''), NULL, NULL, NULL, day_from, false, ${COMMON}
    FROM ad_spend
  UNION ALL SELECT 'expense', id, name, NULL, NULL, NULL, starts_on, false, ${COMMON} FROM expense
  UNION ALL SELECT 'manual', id, text, activity, conversation_id, person_id, day, kind = 'labour', ${COMMON}
    FROM manual_line WHERE reverses_line_id IS NULL AND corrects_line_id IS NULL
) AS work`

const COLUMN_OF: Readonly<Record<WorkDimension, string>> = {
  activity: 'activity',
  channel: 'channel_id',
  campaign: 'campaign_id',
  post: 'post_id',
  conversation: 'conversation_id',
  client: 'client_id',
  department: 'department_id',
}

function matching({ missing, source, text }: WorkFilter): Conditions {
  const conditions = new Conditions().equal('work.source', 'source', source).contains('work.text', text)
  if (missing) conditions.add(`work.${COLUMN_OF[missing]} IS NULL`)
  // Work over several posts or conversations names them in its shares.
  if (missing === 'post' || missing === 'conversation')
    conditions.add(
      `work.source <> 'time' OR work.id NOT IN (SELECT entry_id FROM time_share WHERE ${COLUMN_OF[missing]} IS NOT NULL)`,
    )
  // Only labour has an activity and a conversation to lack.
  if (missing === 'activity' || missing === 'conversation') conditions.add('work.is_labour')
  return conditions
}

const GROUPED_BY = 'work.source, work.text, work.activity, work.channel_id, work.person_id, work.scope'

export function readWork(db: Connection, filter: WorkFilter) {
  const { where, values } = matching(filter)
  const groups = db
    .prepare<[object], WorkGroup>(
      `WITH found AS MATERIALIZED (
         SELECT work.source, work.text, work.activity, work.channel_id, work.person_id, work.scope, count(*) AS count, min(work.day) AS firstDay,
           max(work.day) AS lastDay, coalesce(sum(work.day <= (SELECT max(last_day) FROM seal)), 0) AS closedCount,
           coalesce(sum((SELECT sum(seconds) FROM ledger_line WHERE source_kind = work.source AND source_id = work.id)), 0) AS seconds,
           coalesce(sum((SELECT sum(cents) FROM ledger_line WHERE source_kind = work.source AND source_id = work.id)), 0) AS cents
         FROM ${WORK} WHERE ${where} GROUP BY ${GROUPED_BY})
       SELECT found.source, found.text, found.activity, found.channel_id AS channelId, found.person_id AS personId, found.scope,
         channel.name AS channel, channel.network, person.name AS person, found.count, found.closedCount, found.seconds, found.cents,
         found.firstDay, found.lastDay
       FROM found LEFT JOIN channel ON channel.id = found.channel_id LEFT JOIN person ON person.id = found.person_id
       ORDER BY found.cents DESC, found.seconds DESC, found.text, found.source, found.person_id, found.channel_id`,
    )
    .all(values)
  const total = (pick: (group: WorkGroup) => number) => groups.reduce((sum, group) => sum + pick(group), 0)
  return {
    groups: groups.slice(0, MAX_WORK_GROUPS),
    sums: {
      groups: groups.length,
      count: total((group) => group.count),
      seconds: total((group) => group.seconds),
      cents: total((group) => group.cents),
    },
  }
}

/** Writes the patch into every source of the groups; what a source does not have is left out. */
export function assignWork(db: Connection, filter: WorkFilter, groups: readonly WorkKey[], patch: WorkPatch): void {
  assertTargets(db, patch)
  const selected = Map.groupBy(sourcesOf(db, filter, groups), (row) => row.source)
  let changed = 0
  for (const [source, rows] of selected) {
    const ids = rows.map((row) => row.id)
    if (source === 'time') changed += leaveShares(db, ids, patch)
    changed += writePatch(db, source, ids, patch)
  }
  if (changed === 0) throw expected('invalid_value', { field: 'patch', reason: 'nothing_to_assign' })
}

/** Work that is assigned to one post or conversation, or to none, is no longer shared by several. */
function leaveShares(db: Connection, ids: readonly number[], { postId, conversationId }: WorkPatch): number {
  if (postId === undefined && conversationId === undefined) return 0
  return db
    .prepare<[string]>('DELETE FROM time_share WHERE entry_id IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(ids)).changes
}

function assertTargets(db: Connection, patch: WorkPatch): void {
  assertRecord(db, 'channel', patch.channelId ?? null)
  assertRecord(db, 'campaign', patch.campaignId ?? null)
  assertRecord(db, 'post', patch.postId ?? null)
  assertRecord(db, 'conversation', patch.conversationId ?? null)
  assertRecord(db, 'client', patch.clientId ?? null)
  assertRecord(db, 'department', patch.departmentId ?? null)
}

function sourcesOf(db: Connection, filter: WorkFilter, groups: readonly WorkKey[]) {
  const { where, values } = matching(filter)
  const wanted = new Set(groups.map(keyOf))
  const rows = db
    .prepare<[object], WorkKey & { id: number }>(
      `SELECT work.id, work.source, work.text, work.activity, work.channel_id AS channelId, work.person_id AS personId, work.scope
       FROM ${WORK} WHERE ${where}`,
    )
    .all(values)
  return rows.filter((row) => wanted.has(keyOf(row)))
}

function keyOf({ source, text, activity, channelId, personId, scope }: WorkKey): string {
  return JSON.stringify([source, text, activity, channelId, personId, scope])
}

/** What was invoiced stays with the client it was invoiced to. */
const UNLESS_INVOICED = ' AND (invoice_id IS NULL OR client_id IS @clientId)'

/** Imported rows note what was set by hand, so that a later import leaves it alone. */
function writePatch(db: Connection, source: Source, ids: readonly number[], patch: WorkPatch): number {
  const columns = COLUMNS_OF[source]
  const fields = (Object.keys(columns) as (keyof WorkPatch)[]).filter((field) => patch[field] !== undefined)
  if (fields.length === 0) return 0
  const table = TABLE_OF[source]
  const isImported = source === 'time' || source === 'ad-spend'
  const noted = isImported ? fields.map((field) => String(columns[field]).replace('_id', '')) : []
  const sets = fields.map((field) => `${columns[field]} = @${field}`)
  const isOfClient = source === 'time' && patch.clientId !== undefined
  // A project stays behind where the work goes to another client.
  if (isOfClient)
    sets.push(
      'project_id = (SELECT id FROM project WHERE id = project_id AND (client_id IS NULL OR client_id IS @clientId))',
    )
  // Marks are put together in the order they came; a name stands in them once.
  const marks = noted.map(
    (name) => `CASE WHEN instr(',' || set_by_hand || ',', ',${name},') > 0 THEN '' ELSE ',${name}' END`,
  )
  if (marks.length > 0) sets.push(`set_by_hand = trim(set_by_hand || ${marks.join(' || ')}, ',')`)
  const differs = fields.map((field) => `${columns[field]} IS NOT @${field}`).join(' OR ')
  const { changes } = db
    .prepare<[object]>(
      `UPDATE ${table} SET ${sets.join(', ')} WHERE id IN (SELECT value FROM json_each(@ids)) AND (${differs})${isOfClient ? UNLESS_INVOICED : ''}`,
    )
    .run({ ...patch, ids: JSON.stringify(ids) })
  return changes
}
