/** Ledger lines with what their sources say about themselves. */
import type { LedgerLine, LineDetails, LineFilter, ManualLine } from '../../../../shared/contract/ledger.ts'
import type { Activity } from '../../../../shared/domain/activity.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { isKnownToRollups, type LineSums, NO_SUMS, sumFromRollups } from './line-sums.ts'
import { AS_FORM } from './manual-lines.ts'

export interface LineCursor {
  readonly day: Day
  readonly id: number
}

interface LineRow {
  id: number
  day: Day
  scope: 'social' | 'other'
  kind: LedgerLine['kind']
  cents: number
  seconds: number
  is_priced: number
  person: string | null
  activity: Activity | null
  channel: string | null
  campaign: string | null
  description: string | null
  source_kind: LedgerLine['source']['kind']
  source_id: number
  batch_id: number | null
  is_sealed: number
  for_day: Day | null
  reverses_line_id: number | null
  corrects_line_id: number | null
}

/** Which import row stands behind a line: a source has at most one. */
const BATCH_ID = `(SELECT import_row.batch_id FROM import_row JOIN import_batch ON import_batch.id = import_row.batch_id
  WHERE import_row.target_id = line.source_id AND import_batch.record_kind =
    CASE line.source_kind WHEN 'revenue' THEN 'order' ELSE line.source_kind END LIMIT 1)`

const DESCRIPTION = `CASE line.source_kind
  WHEN 'time' THEN (SELECT note FROM time_entry WHERE id = line.source_id)
  WHEN 'ad-spend' THEN campaign.name
  WHEN 'expense' THEN (SELECT name FROM expense WHERE id = line.source_id)
  WHEN 'revenue' THEN (SELECT name FROM revenue_event WHERE id = line.source_id)
  WHEN 'manual' THEN (SELECT text FROM manual_line WHERE id = line.source_id) END`

const JOINS = `LEFT JOIN person ON person.id = line.person_id
  LEFT JOIN channel ON channel.id = line.channel_id
  LEFT JOIN campaign ON campaign.id = line.campaign_id`

const SELECT_LINE = `
  SELECT line.id, line.day, line.scope, line.kind, line.cents, line.seconds, line.is_priced, person.name AS person, line.activity,
    channel.name AS channel, campaign.name AS campaign, ${DESCRIPTION} AS description, line.source_kind, line.source_id,
    ${BATCH_ID} AS batch_id, line.day <= coalesce((SELECT max(last_day) FROM seal), '') AS is_sealed, line.for_day,
    line.reverses_line_id, line.corrects_line_id
  FROM ledger_line AS line ${JOINS}`

export function readLines(db: Connection, filter: LineFilter, cursor: LineCursor | null, limit: number): LedgerLine[] {
  const { where, values } = composeFilter(filter)
  const after = cursor ? ' AND (line.day, line.id) < (@cursorDay, @cursorId)' : ''
  const rows = db
    .prepare<[object], LineRow>(
      `${SELECT_LINE} WHERE ${where}${after} ORDER BY ${filter.onlyCorrections ? '+' : ''}line.day DESC, line.id DESC LIMIT @limit`,
    )
    .all({ ...values, limit, ...(cursor ? { cursorDay: cursor.day, cursorId: cursor.id } : {}) })
  return rows.map(toLine)
}

function toLine(row: LineRow): LedgerLine {
  return {
    id: row.id,
    day: row.day,
    scope: row.scope,
    kind: row.kind,
    cents: row.cents,
    seconds: row.seconds,
    isPriced: row.is_priced === 1,
    person: row.person,
    activity: row.activity,
    channel: row.channel,
    campaign: row.campaign,
    description: row.description ?? '',
    source: {
      kind: row.source_kind,
      id: row.source_id,
      batchId: row.batch_id,
      // Every source has words, be they empty; those of a campaign's costs are its name, which the line keeps.
      isRemoved: row.description === null && row.source_kind !== 'ad-spend',
    },
    isSealed: row.is_sealed === 1,
    forDay: row.for_day,
    reversesLineId: row.reverses_line_id,
    correctsLineId: row.corrects_line_id,
  }
}

export function sumLines(db: Connection, filter: LineFilter): LineSums {
  if (isKnownToRollups(filter)) return sumFromRollups(db, filter)
  const { where, values } = composeFilter(filter)
  const row = db
    .prepare<[object], LineSums>(
      `SELECT count(*) AS count, coalesce(sum(CASE WHEN line.kind <> 'revenue' THEN line.cents END), 0) AS costCents,
         coalesce(sum(CASE WHEN line.kind = 'revenue' THEN line.cents END), 0) AS revenueCents, coalesce(sum(line.seconds), 0) AS seconds
       FROM ledger_line AS line ${filter.text ? JOINS : ''} WHERE ${where}`,
    )
    .get(values)
  return row ?? NO_SUMS
}

/** Conditions from fixed fragments with bound values. */
function composeFilter(filter: LineFilter): { where: string; values: Record<string, string | number> } {
  // Corrections are few and have indexes of their own; the plus keeps the days' index out of it.
  const conditions = [filter.onlyCorrections ? '+line.day BETWEEN @from AND @to' : 'line.day BETWEEN @from AND @to']
  const values: Record<string, string | number> = { from: filter.period.from, to: filter.period.to }
  const equal = (column: string, name: string, value: string | number | null | undefined) => {
    if (value === undefined) return
    if (value === null) conditions.push(`${column} IS NULL`)
    else {
      conditions.push(`${column} = @${name}`)
      values[name] = value
    }
  }
  equal('line.scope', 'scope', filter.scope)
  equal('line.channel_id', 'channelId', filter.channelId)
  equal('line.campaign_id', 'campaignId', filter.campaignId)
  equal('line.person_id', 'personId', filter.personId)
  equal('line.activity', 'activity', filter.activity)
  equal('line.post_id', 'postId', filter.postId)
  equal('(SELECT pillar_id FROM post WHERE id = line.post_id)', 'pillarId', filter.pillarId)
  equal('(SELECT format FROM post WHERE id = line.post_id)', 'format', filter.format)
  equal('line.client_id', 'clientId', filter.clientId)
  equal('line.department_id', 'departmentId', filter.departmentId)
  equal('line.conversation_id', 'conversationId', filter.conversationId)
  if (filter.onlyCorrections)
    conditions.push(
      `line.id IN (SELECT id FROM ledger_line WHERE for_day IS NOT NULL UNION ALL SELECT id FROM ledger_line WHERE reverses_line_id IS NOT NULL
         UNION ALL SELECT id FROM ledger_line WHERE corrects_line_id IS NOT NULL)`,
    )
  if (filter.kinds) {
    conditions.push('line.kind IN (SELECT value FROM json_each(@kinds))')
    values['kinds'] = JSON.stringify(filter.kinds)
  }
  if (filter.text) {
    conditions.push(
      `instr(lower_case(coalesce(${DESCRIPTION}, '') || ' ' || coalesce(person.name, '') || ' ' || coalesce(channel.name, '')), @text) > 0`,
    )
    values['text'] = filter.text.toLowerCase()
  }
  return { where: conditions.join(' AND '), values }
}

interface DetailRow extends ManualLine {
  readonly post: string | null
  readonly client: string | null
  readonly department: string | null
  readonly hasManualRow: number
  readonly isReversed: number
}

/** One line with what belongs to it, in both directions. */
export function readLine(db: Connection, id: number): LineDetails {
  const row = db.prepare<[number], LineRow>(`${SELECT_LINE} WHERE line.id = ?`).get(id)
  const detail = db
    .prepare<[number], DetailRow>(
      `SELECT ${AS_FORM}, (SELECT title FROM post WHERE id = line.post_id) AS post, (SELECT name FROM client WHERE id = line.client_id) AS client,
         (SELECT name FROM department WHERE id = line.department_id) AS department,
         line.source_kind = 'manual' AND line.for_day IS NULL AND EXISTS (SELECT 1 FROM manual_line WHERE id = line.source_id) AS hasManualRow,
         EXISTS (SELECT 1 FROM ledger_line AS other WHERE other.reverses_line_id = line.id) AS isReversed
       FROM ledger_line AS line WHERE id = ?`,
    )
    .get(id)
  if (!row || !detail) throw expected('not_found', { what: 'line', id })
  const line = toLine(row)
  const { post, client, department, hasManualRow, isReversed, ...fields } = detail
  return {
    line,
    manual: line.kind === 'revenue' ? null : { ...fields, text: line.description },
    post,
    client,
    department,
    related: relatedLines(db, line),
    isEditable: hasManualRow === 1 && !line.isSealed,
    isReversible: line.isSealed && line.kind !== 'revenue' && line.reversesLineId === null && isReversed === 0,
  }
}

/** More lines than this never belong to one. */
const MOST_RELATED = 200

function relatedLines(db: Connection, line: LedgerLine): LineDetails['related'] {
  const find = (condition: string, id: number | null) =>
    id === null
      ? []
      : db
          .prepare<[number], LineRow>(
            `${SELECT_LINE} WHERE ${condition} = ? ORDER BY line.day, line.id LIMIT ${MOST_RELATED / 4}`,
          )
          .all(id)
          .map(toLine)
  return [
    ...find('line.id', line.reversesLineId).map((other) => ({ relation: 'reverses' as const, line: other })),
    ...find('line.id', line.correctsLineId).map((other) => ({ relation: 'corrects' as const, line: other })),
    ...find('line.reverses_line_id', line.id).map((other) => ({ relation: 'reversed-by' as const, line: other })),
    ...find('line.corrects_line_id', line.id).map((other) => ({ relation: 'corrected-by' as const, line: other })),
  ]
}
