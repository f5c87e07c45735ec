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

function selectSources(db: Connection, ids: readonly number[]): void {
  db.database.exec('CREATE TEMP TABLE IF NOT EXISTS selected_source (id INTEGER PRIMARY KEY)')
  db.prepare('DELETE FROM temp.selected_source').run()
  db.prepare<[string]>('INSERT OR IGNORE INTO temp.selected_source SELECT value FROM json_each(?)').run(
    JSON.stringify(ids),
  )
}

const UNITS = [
  { unit: 'day', date: 'day' },
  { unit: 'month', date: 'substr(day, 1, 7)' },
] as const

function book(db: Connection, kind: SourceKind, sign: 1 | -1): void {
  for (const { unit, date } of UNITS) {
    db.prepare<[number, number, number, number, SourceKind]>(bookLines(unit, date)).run(sign, sign, sign, sign, kind)
    if (kind !== 'revenue') continue
    db.prepare<number[]>(bookShares(unit, date)).run(sign, sign, sign, sign, sign, sign)
    db.prepare<number[]>(bookFigures(unit, date)).run(sign, sign, sign, sign, sign, sign)
  }
}

const LINE_KEYS = 'scope, kind, channel_id, campaign_id, activity, person_id, client_id, department_id'
const LINE_VALUES = ['cents', 'seconds', 'unpriced_seconds', 'line_count']
const SHARE_KEYS = 'model, scope, channel_id, campaign_id'
const SHARE_VALUES = ['weight', 'gross_cents', 'net_cents', 'contribution_cents', 'unpriced_count', 'share_count']
const COVERAGE_VALUES = [
  'orders',
  'touched_orders',
  'single_touch_orders',
  'net_cents',
  'touched_net_cents',
  'social_net_cents',
]

function addUp(values: readonly string[]): string {
  return `ON CONFLICT DO UPDATE SET ${values.map((value) => `${value} = ${value} + excluded.${value}`).join(', ')}`
}

function bookLines(unit: string, date: string): string {
  return `INSERT INTO line_${unit} (${unit}, ${LINE_KEYS}, ${LINE_VALUES.join(', ')})
    SELECT ${date}, scope, kind, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(activity, ''), coalesce(person_id, 0),
      coalesce(client_id, 0), coalesce(department_id, 0),
      ? * sum(cents), ? * sum(seconds), ? * sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END), ? * count(*)
    FROM temp.selected_source AS source CROSS JOIN ledger_line AS line
      ON line.source_kind = ? AND line.source_id = source.id
    WHERE true GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ${addUp(LINE_VALUES)}`
}

function bookShares(unit: string, date: string): string {
  return `INSERT INTO share_${unit} (${unit}, ${SHARE_KEYS}, ${SHARE_VALUES.join(', ')})
    SELECT ${date}, model, scope, coalesce(channel_id, 0), coalesce(campaign_id, 0), ? * sum(weight), ? * sum(gross_cents),
      ? * sum(net_cents), ? * coalesce(sum(contribution_cents), 0), ? * sum(contribution_cents IS NULL), ? * count(*)
    FROM temp.selected_source AS source CROSS JOIN attribution_share AS share ON share.event_id = source.id
    WHERE true GROUP BY 1, 2, 3, 4, 5 ${addUp(SHARE_VALUES)}`
}

function bookFigures(unit: string, date: string): string {
  return `INSERT INTO coverage_${unit} (${unit}, ${COVERAGE_VALUES.join(', ')})
    SELECT ${date}, ? * count(*), ? * sum(touch_count > 0), ? * sum(touch_count = 1), ? * sum(net_cents),
      ? * sum((touch_count > 0) * net_cents), ? * sum(is_social * net_cents)
    FROM temp.selected_source AS source CROSS JOIN revenue_figure AS figure ON figure.event_id = source.id
    WHERE true GROUP BY 1 ${addUp(COVERAGE_VALUES)}`
}
