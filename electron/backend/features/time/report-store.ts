/** Sums of labour lines by what they were for: from the rollups wherever these know what is asked, else from the lines. */
import type { EntryFilter, ReportKey } from '../../../../shared/contract/time-entries.ts'
import { mondayOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import { Conditions } from '../../database/conditions.ts'
import type { Connection } from '../../database/connection.ts'
import { ofEachPart } from '../../database/rollup-parts.ts'
import { WORK_COLUMNS, whereWork } from './work-filter.ts'

export type ReportFilter = EntryFilter & { readonly period: Period }

export interface LabourSum {
  /** 0 or an empty text: none. */
  readonly key: number | string
  readonly count: number
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
}

/** Monday of a day: the next Sunday (or the day itself), six days back. */
const WEEK_OF_LINE = "date(line.day, 'weekday 0', '-6 days')"

/** Fixed fragments: the columns of rollups, and of lines, that hold a key. */
const ROLLUP_KEYS = {
  activity: 'activity',
  channel: 'channel_id',
  campaign: 'campaign_id',
  client: 'client_id',
  department: 'department_id',
  person: 'person_id',
} as const
const LINE_KEYS: Readonly<Record<ReportKey, string>> = {
  activity: "coalesce(line.activity, '')",
  channel: 'coalesce(line.channel_id, 0)',
  campaign: 'coalesce(line.campaign_id, 0)',
  client: 'coalesce(line.client_id, 0)',
  department: 'coalesce(line.department_id, 0)',
  person: 'coalesce(line.person_id, 0)',
  post: 'coalesce(line.post_id, 0)',
  project: 'coalesce(entry.project_id, 0)',
  day: 'line.day',
  week: WEEK_OF_LINE,
}

/** What rollups do not know: posts, conversations, and what only entries say about themselves. */
function isKnownToRollups(filter: ReportFilter): boolean {
  const { text, postId, conversationId } = filter
  return !text && postId === undefined && conversationId === undefined && !asksEntries(filter)
}

function asksEntries({ text, projectId, isBillable, isInvoiced, isEstimate }: ReportFilter): boolean {
  return Boolean(text) || [projectId, isBillable, isInvoiced, isEstimate].some((value) => value !== undefined)
}

export function sumLabourBy(db: Connection, by: ReportKey, filter: ReportFilter): LabourSum[] {
  if (by === 'post' || by === 'project' || !isKnownToRollups(filter)) return sumLines(db, LINE_KEYS[by], by, filter)
  if (by === 'day') return sumDays(db, filter)
  // Reckoning the Monday of each row in SQL takes longer than all the rest.
  if (by === 'week') return sumDays(db, filter).map((sum) => ({ ...sum, key: mondayOf(sum.key) }))
  return sumRollups(db, ROLLUP_KEYS[by], filter)
}

export interface ActivitySum extends LabourSum {
  readonly key: string
  readonly scope: 'social' | 'other'
}

/** By activity and scope: adds up to the whole, and the dialogue share is of the social part. */
export function sumLabourByActivity(db: Connection, filter: ReportFilter): ActivitySum[] {
  if (!isKnownToRollups(filter)) return sumLines<ActivitySum>(db, LINE_KEYS.activity, 'activity', filter, 'line.scope')
  return sumRollups<ActivitySum>(db, ROLLUP_KEYS.activity, filter, 'scope')
}

const ROLLUP_SUMS = `sum(line_count) AS count, sum(seconds) AS seconds, sum(cents) AS cents, sum(unpriced_seconds) AS unpricedSeconds`

function sumRollups<Row extends LabourSum = LabourSum>(
  db: Connection,
  key: string,
  filter: ReportFilter,
  second = "''",
): Row[] {
  const { where, values } = rollupConditions(filter)
  return ofEachPart<Row>(
    db,
    filter.period,
    false,
    (unit) =>
      `SELECT ${key} AS key, ${second} AS scope, ${ROLLUP_SUMS}
       FROM line_${unit} WHERE ${unit} BETWEEN @from AND @to AND ${where} GROUP BY 1, 2`,
    values,
  )
}

function sumDays(db: Connection, filter: ReportFilter): (LabourSum & { readonly key: Day })[] {
  const { where, values } = rollupConditions(filter)
  return db
    .prepare<[object], LabourSum & { readonly key: Day }>(
      `SELECT day AS key, ${ROLLUP_SUMS} FROM line_day WHERE day BETWEEN @from AND @to AND ${where} GROUP BY 1`,
    )
    .all({ ...filter.period, ...values })
}

/** In rollups 0 and the empty text stand for "without". */
function rollupConditions(filter: ReportFilter): Conditions {
  const conditions = new Conditions().add("kind = 'labour'")
  for (const [name, column] of WORK_COLUMNS) {
    const wanted = filter[name]
    conditions.equal(column, name, wanted === null ? (name === 'activity' ? '' : 0) : wanted)
  }
  return conditions
}

const LINE_SUMS = `count(*) AS count, sum(line.seconds) AS seconds, sum(line.cents) AS cents,
  sum(CASE WHEN line.is_priced = 1 THEN 0 ELSE line.seconds END) AS unpricedSeconds`
const WITH_ENTRIES = "LEFT JOIN time_entry AS entry ON line.source_kind = 'time' AND entry.id = line.source_id"

/** Lines that name no post or project are left out where one asks for these: they are what is left of the whole. */
function sumLines<Row extends LabourSum = LabourSum>(
  db: Connection,
  key: string,
  by: ReportKey,
  filter: ReportFilter,
  second = "''",
): Row[] {
  const conditions = lineConditions(filter)
  if (by === 'post') conditions.add('line.post_id IS NOT NULL')
  if (by === 'project') conditions.add('entry.project_id IS NOT NULL')
  const entries = by === 'project' || asksEntries(filter) ? WITH_ENTRIES : ''
  return db
    .prepare<[object], Row>(
      `SELECT ${key} AS key, ${second} AS scope, ${LINE_SUMS} FROM ledger_line AS line ${entries}
       WHERE ${conditions.where} GROUP BY 1, 2`,
    )
    .all(conditions.values)
}

function lineConditions(filter: ReportFilter): Conditions {
  const { period, text, isBillable, isInvoiced, isEstimate } = filter
  const conditions = new Conditions()
    .add('line.day >= @from', 'from', period.from)
    .add('line.day <= @to', 'to', period.to)
    .add("line.kind = 'labour'")
  whereWork(conditions, 'line', filter)
    .equal('line.post_id', 'postId', filter.postId)
    .equal('line.conversation_id', 'conversationId', filter.conversationId)
    .equal('entry.project_id', 'projectId', filter.projectId)
    .contains('entry.note', text)
  const flag = (column: string, name: string, value: boolean | undefined) =>
    conditions.equal(column, name, value === undefined ? undefined : Number(value))
  flag('coalesce(entry.is_billable, 0)', 'isBillable', isBillable)
  flag('(entry.invoice_id IS NOT NULL)', 'isInvoiced', isInvoiced)
  flag('coalesce(entry.is_estimate, 0)', 'isEstimate', isEstimate)
  return conditions
}

/** Of the lines that match: those entered by hand. Few, and found by their kind of source. */
export function sumByHand(db: Connection, filter: ReportFilter): { seconds: number; cents: number } {
  const { where, values } = lineConditions(filter).add("line.source_kind = 'manual'")
  const row = db
    .prepare<[object], { seconds: number; cents: number }>(
      `SELECT coalesce(sum(line.seconds), 0) AS seconds, coalesce(sum(line.cents), 0) AS cents
       FROM ledger_line AS line INDEXED BY ledger_line_by_source ${asksEntries(filter) ? WITH_ENTRIES : ''} WHERE ${where}`,
    )
    .get(values)
  return row ?? { seconds: 0, cents: 0 }
}
