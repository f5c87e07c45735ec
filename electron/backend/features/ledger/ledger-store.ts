/** Ledger lines with what their sources say about themselves. */
import type { LedgerLine, LineFilter } from '../../../../shared/contract/ledger.ts'
import type { Activity } from '../../../../shared/domain/activity.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'

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
}

/** Which import row stands behind a line: a source has at most one. */
const BATCH_ID = `(SELECT batch_id FROM import_row WHERE import_row.target_id = line.source_id AND import_row.format IN
  (SELECT value FROM json_each(CASE line.source_kind WHEN 'time' THEN '["toggl"]' WHEN 'ad-spend' THEN '["meta-ads","google-ads"]'
    WHEN 'revenue' THEN '["shopify"]' ELSE '[]' END)) LIMIT 1)`

const DESCRIPTION = `CASE line.source_kind
  WHEN 'time' THEN (SELECT note FROM time_entry WHERE id = line.source_id)
  WHEN 'ad-spend' THEN campaign.name
  WHEN 'expense' THEN (SELECT name FROM expense WHERE id = line.source_id)
  WHEN 'revenue' THEN (SELECT name FROM revenue_event WHERE id = line.source_id) END`

const JOINS = `LEFT JOIN person ON person.id = line.person_id
  LEFT JOIN channel ON channel.id = line.channel_id
  LEFT JOIN campaign ON campaign.id = line.campaign_id`

export function readLines(db: Connection, filter: LineFilter, cursor: LineCursor | null, limit: number): LedgerLine[] {
  const { where, values } = composeFilter(filter)
  const after = cursor ? ' AND (line.day, line.id) < (@cursorDay, @cursorId)' : ''
  const rows = db
    .prepare<[object], LineRow>(
      `SELECT line.id, line.day, line.scope, line.kind, line.cents, line.seconds, line.is_priced, person.name AS person, line.activity,
         channel.name AS channel, campaign.name AS campaign, ${DESCRIPTION} AS description, line.source_kind, line.source_id, ${BATCH_ID} AS batch_id
       FROM ledger_line AS line ${JOINS} WHERE ${where}${after} ORDER BY line.day DESC, line.id DESC LIMIT @limit`,
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
    source: { kind: row.source_kind, id: row.source_id, batchId: row.batch_id },
  }
}

export function sumLines(db: Connection, filter: LineFilter) {
  const { where, values } = composeFilter(filter)
  const row = db
    .prepare<[object], { count: number; costCents: number; revenueCents: number; seconds: number }>(
      `SELECT count(*) AS count, coalesce(sum(CASE WHEN line.kind <> 'revenue' THEN line.cents END), 0) AS costCents,
         coalesce(sum(CASE WHEN line.kind = 'revenue' THEN line.cents END), 0) AS revenueCents, coalesce(sum(line.seconds), 0) AS seconds
       FROM ledger_line AS line ${filter.text ? JOINS : ''} WHERE ${where}`,
    )
    .get(values)
  return row ?? { count: 0, costCents: 0, revenueCents: 0, seconds: 0 }
}

/** Conditions from fixed fragments with bound values. */
function composeFilter(filter: LineFilter): { where: string; values: Record<string, string | number> } {
  const conditions = ['line.day BETWEEN @from AND @to']
  const values: Record<string, string | number> = { from: filter.period.from, to: filter.period.to }
  const equal = (column: string, name: string, value: string | number | null | undefined) => {
    if (value === undefined) return
    if (value === null) conditions.push(`line.${column} IS NULL`)
    else {
      conditions.push(`line.${column} = @${name}`)
      values[name] = value
    }
  }
  equal('scope', 'scope', filter.scope)
  equal('channel_id', 'channelId', filter.channelId)
  equal('campaign_id', 'campaignId', filter.campaignId)
  equal('person_id', 'personId', filter.personId)
  equal('activity', 'activity', filter.activity)
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
