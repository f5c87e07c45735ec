/**
 * Day and month sums of many sources at once. The triggers book row by row, which is right for what a person changes and too
 * slow for an import: in bulk they stand still, and what they would have booked is summed up in one statement each.
 */
import type { Connection } from './connection.ts'
import type { SourceKind } from './ledger-line.ts'

/** From how many sources on summing up pays. */
const BULK_FROM = 50

/**
 * Runs work that rewrites the derived rows of these sources, and keeps the rollups true. To the work the sources are joinable
 * as temp.selected_source.
 */
export function keepingRollups(db: Connection, kind: SourceKind, ids: readonly number[], work: () => void): void {
  selectSources(db, ids)
  if (ids.length < BULK_FROM) return work()
  db.prepare('INSERT INTO rollup_pause (id) VALUES (1)').run()
  book(db, kind, -1)
  work()
  book(db, kind, 1)
  db.prepare('DELETE FROM rollup_pause').run()
}

/** The same for work that changes nothing but the contributions of purchases. */
export function keepingShareSums(db: Connection, eventIds: readonly number[], work: () => void): void {
  selectSources(db, eventIds)
  if (eventIds.length < BULK_FROM) return work()
  db.prepare('INSERT INTO rollup_pause (id) VALUES (1)').run()
  bookRollup(db, SHARES, -1, [])
  work()
  bookRollup(db, SHARES, 1, [])
  db.prepare('DELETE FROM rollup_pause').run()
}

function selectSources(db: Connection, ids: readonly number[]): void {
  db.database.exec('CREATE TEMP TABLE IF NOT EXISTS selected_source (id INTEGER PRIMARY KEY)')
  db.prepare('DELETE FROM temp.selected_source').run()
  db.prepare<[string]>('INSERT OR IGNORE INTO temp.selected_source SELECT value FROM json_each(?)').run(
    JSON.stringify(ids),
  )
}

interface Rollup {
  readonly name: 'line' | 'share' | 'coverage'
  readonly keys: readonly string[]
  readonly values: readonly string[]
  /** Keys of the brief table by month and year, where there is one. */
  readonly briefKeys?: readonly string[]
  /** Social sums by week and channel, where they are kept: columns of the week's table and what they are summed from. */
  readonly week?: {
    readonly keys: readonly string[]
    readonly sums: readonly (readonly [string, string])[]
    readonly condition: string
  }
  /** Sums of the selected sources by day and keys: columns as named above. */
  readonly sums: string
}

const LINES: Rollup = {
  name: 'line',
  keys: ['scope', 'kind', 'channel_id', 'campaign_id', 'activity', 'person_id', 'client_id', 'department_id'],
  values: ['cents', 'seconds', 'unpriced_seconds', 'line_count'],
  briefKeys: ['scope', 'kind', 'channel_id', 'activity'],
  sums: `SELECT day, scope, kind, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(activity, ''), coalesce(person_id, 0),
      coalesce(client_id, 0), coalesce(department_id, 0),
      sum(cents), sum(seconds), sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END), count(*)
    FROM temp.selected_source AS source CROSS JOIN ledger_line AS line ON line.source_kind = ? AND line.source_id = source.id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  week: {
    keys: ['channel_id'],
    sums: [
      ['cost_cents', 'cents'],
      ['unpriced_seconds', 'unpriced_seconds'],
      ['line_count', 'line_count'],
    ],
    condition: "scope = 'social' AND kind <> 'revenue'",
  },
}

const SHARES: Rollup = {
  name: 'share',
  keys: ['model', 'scope', 'channel_id', 'campaign_id', 'client_id'],
  values: ['weight', 'gross_cents', 'net_cents', 'contribution_cents', 'unpriced_count', 'share_count'],
  briefKeys: ['model', 'scope', 'channel_id'],
  sums: `SELECT day, model, scope, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(client_id, 0), sum(weight),
      sum(gross_cents), sum(net_cents), coalesce(sum(contribution_cents), 0), sum(contribution_cents IS NULL), count(*)
    FROM temp.selected_source AS source CROSS JOIN attribution_share AS share ON share.event_id = source.id
    GROUP BY 1, 2, 3, 4, 5, 6`,
  week: {
    keys: ['model', 'channel_id'],
    sums: ['weight', 'contribution_cents', 'unpriced_count', 'share_count'].map((name) => [name, name] as const),
    condition: "scope = 'social'",
  },
}

const COVERAGE: Rollup = {
  name: 'coverage',
  keys: [],
  values: [
    'orders',
    'touched_orders',
    'single_touch_orders',
    'net_cents',
    'touched_net_cents',
    'social_net_cents',
    'figure_count',
  ],
  sums: `SELECT day, sum(orders), sum((touch_count > 0) * orders), sum((touch_count = 1) * orders), sum(net_cents),
      sum((touch_count > 0) * net_cents), sum(is_social * net_cents), count(*)
    FROM temp.selected_source AS source CROSS JOIN revenue_figure AS figure ON figure.event_id = source.id GROUP BY 1`,
}

function book(db: Connection, kind: SourceKind, sign: 1 | -1): void {
  bookRollup(db, LINES, sign, [kind])
  if (kind !== 'revenue') return
  bookRollup(db, SHARES, sign, [])
  bookRollup(db, COVERAGE, sign, [])
}

/** Sums up once by day; months are sums of these few rows. */
function bookRollup(db: Connection, rollup: Rollup, sign: 1 | -1, parameters: readonly string[]): void {
  const { name, keys, values, briefKeys, sums, week } = rollup
  const delta = `temp.${name}_delta`
  const columns = [...keys, ...values].join(', ')
  db.database.exec(`CREATE TEMP TABLE IF NOT EXISTS ${name}_delta (day, ${columns})`)
  db.prepare(`DELETE FROM ${delta}`).run()
  const { changes } = db.prepare<string[]>(`INSERT INTO ${delta} ${sums}`).run(...parameters)
  if (changes === 0) return
  const add = (table: string, unit: Unit, ofKeys: readonly string[]) =>
    db.prepare(addDelta({ delta, table, unit, keys: ofKeys, values, sign })).run()
  for (const unit of ['day', 'month', 'year'] as const) add(`${name}_${unit}`, unit, keys)
  if (briefKeys) for (const unit of ['month', 'year'] as const) add(`brief_${name}_${unit}`, unit, briefKeys)
  if (week) bookWeeks(db, name, week, sign)
}

const DATE_IN = { day: 'day', month: 'substr(day, 1, 7)', year: 'substr(day, 1, 4)' } as const
type Unit = keyof typeof DATE_IN

interface Addition {
  readonly delta: string
  readonly table: string
  readonly unit: Unit
  readonly keys: readonly string[]
  readonly values: readonly string[]
  readonly sign: 1 | -1
}

function addDelta({ delta, table, unit, keys, values, sign }: Addition): string {
  const groups = [DATE_IN[unit], ...keys].join(', ')
  const added = values.map((value) => `${value} = ${value} + excluded.${value}`).join(', ')
  // By day nothing is left to be summed up.
  const summed = values.map((value) => (unit === 'day' ? `${sign} * ${value}` : `${sign} * sum(${value})`)).join(', ')
  return `INSERT INTO ${table} (${[unit, ...keys, ...values].join(', ')})
    SELECT ${groups}, ${summed} FROM ${delta} WHERE true ${unit === 'day' ? '' : `GROUP BY ${groups}`}
    ON CONFLICT DO UPDATE SET ${added}`
}

function bookWeeks(db: Connection, name: Rollup['name'], week: NonNullable<Rollup['week']>, sign: 1 | -1): void {
  const keys = week.keys.join(', ')
  const columns = week.sums.map(([column]) => column)
  const summed = week.sums.map(([, value]) => `${sign} * sum(${value})`).join(', ')
  const added = columns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')
  const monday = "date(day, 'weekday 0', '-6 days')"
  db.prepare(
    `INSERT INTO ${name}_week (week, ${keys}, ${columns.join(', ')}) SELECT ${monday}, ${keys}, ${summed} FROM temp.${name}_delta
     WHERE ${week.condition} GROUP BY ${monday}, ${keys} ON CONFLICT DO UPDATE SET ${added}`,
  ).run()
}
