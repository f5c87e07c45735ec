/** Is the ledger consistent? Rollups against lines, shares against purchases, and SQLite's own check of the file. */
import type { VerifyReport } from '../../../../shared/contract/ledger.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import type { Connection } from '../../database/connection.ts'
import { findBrokenSeals } from '../../database/sealing.ts'

interface Check {
  readonly name: string
  /** Counts what should not be there; 0 is sound. */
  readonly count: (db: Connection) => number
}

const LINE_KEYS = `scope, kind, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(activity, ''), coalesce(person_id, 0),
  coalesce(client_id, 0), coalesce(department_id, 0)`
const ROLLUP_KEYS = 'scope, kind, channel_id, campaign_id, activity, person_id, client_id, department_id'

const UNITS = ['day', 'month', 'year'] as const
type Unit = (typeof UNITS)[number]
const DATE_IN: Readonly<Record<Unit, string>> = { day: 'day', month: 'substr(day, 1, 7)', year: 'substr(day, 1, 4)' }

function lineDifferences(unit: Unit): Check {
  const date = DATE_IN[unit]
  const fromLines = `SELECT ${date}, ${LINE_KEYS}, sum(cents), sum(seconds), sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END), count(*)
    FROM ledger_line GROUP BY ${date}, ${LINE_KEYS}`
  const kept = `SELECT ${unit}, ${ROLLUP_KEYS}, cents, seconds, unpriced_seconds, line_count FROM line_${unit} WHERE line_count <> 0`
  return { name: `lines_by_${unit}`, count: (db) => countDifferences(db, fromLines, kept) }
}

function shareDifferences(unit: Unit): Check {
  const date = DATE_IN[unit]
  const keys = 'model, scope, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(client_id, 0)'
  const fromShares = `SELECT ${date}, ${keys}, sum(weight), sum(gross_cents), sum(net_cents), sum(coalesce(contribution_cents, 0)),
    sum(contribution_cents IS NULL), count(*) FROM attribution_share GROUP BY ${date}, ${keys}`
  const kept = `SELECT ${unit}, model, scope, channel_id, campaign_id, client_id, weight, gross_cents, net_cents, contribution_cents, unpriced_count,
    share_count FROM share_${unit} WHERE share_count <> 0`
  return { name: `shares_by_${unit}`, count: (db) => countDifferences(db, fromShares, kept) }
}

function coverageDifferences(unit: Unit): Check {
  const date = DATE_IN[unit]
  const fromFigures = `SELECT ${date}, sum(orders), sum((touch_count > 0) * orders), sum((touch_count = 1) * orders), sum(net_cents),
    sum((touch_count > 0) * net_cents), sum(is_social * net_cents), count(*) FROM revenue_figure GROUP BY ${date}`
  const kept = `SELECT * FROM coverage_${unit} WHERE figure_count <> 0`
  return { name: `coverage_by_${unit}`, count: (db) => countDifferences(db, fromFigures, kept) }
}

/** What is kept by channel and activity alone, against what is kept by all dimensions (which is compared with the lines). */
function briefDifferences(name: 'line' | 'share', unit: 'month' | 'year'): Check {
  const [keys, sums, count] =
    name === 'line'
      ? ['scope, kind, channel_id, activity', ['cents', 'seconds', 'unpriced_seconds', 'line_count'], 'line_count']
      : [
          'model, scope, channel_id',
          ['weight', 'gross_cents', 'net_cents', 'contribution_cents', 'unpriced_count', 'share_count'],
          'share_count',
        ]
  const wide = `SELECT ${unit}, ${keys}, ${sums.map((sum) => `sum(${sum})`).join(', ')} FROM ${name}_${unit}
    GROUP BY ${unit}, ${keys} HAVING sum(${count}) <> 0`
  const kept = `SELECT ${unit}, ${keys}, ${sums.join(', ')} FROM brief_${name}_${unit} WHERE ${count} <> 0`
  return { name: `brief_${name}s_by_${unit}`, count: (db) => countDifferences(db, wide, kept) }
}

const WEEK = "date(day, 'weekday 0', '-6 days')"
const WEEKLY_LINES: Check = {
  name: 'lines_by_week',
  count: (db) =>
    countDifferences(
      db,
      `SELECT ${WEEK}, coalesce(channel_id, 0), sum(cents), sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END), count(*)
       FROM ledger_line WHERE scope = 'social' AND kind <> 'revenue' GROUP BY 1, 2`,
      'SELECT * FROM line_week WHERE line_count <> 0',
    ),
}
const WEEKLY_SHARES: Check = {
  name: 'shares_by_week',
  count: (db) =>
    countDifferences(
      db,
      `SELECT model, ${WEEK}, coalesce(channel_id, 0), sum(weight), sum(coalesce(contribution_cents, 0)), sum(contribution_cents IS NULL), count(*)
       FROM attribution_share WHERE scope = 'social' GROUP BY 1, 2, 3`,
      'SELECT * FROM share_week WHERE share_count <> 0',
    ),
}

function countDifferences(db: Connection, left: string, right: string): number {
  return countOf(
    db,
    `SELECT (SELECT count(*) FROM (${left} EXCEPT ${right})) + (SELECT count(*) FROM (${right} EXCEPT ${left}))`,
  )
}

function countOf(db: Connection, sql: string): number {
  return Number(db.prepare<[]>(sql).pluck().get())
}

const CHECKS: readonly Check[] = [
  ...UNITS.flatMap((unit) => [lineDifferences(unit), shareDifferences(unit), coverageDifferences(unit)]),
  ...(['month', 'year'] as const).flatMap((unit) => [briefDifferences('line', unit), briefDifferences('share', unit)]),
  WEEKLY_LINES,
  WEEKLY_SHARES,
  {
    name: 'shares_add_up',
    count: (db) =>
      countOf(
        db,
        `SELECT count(*) FROM (SELECT share.event_id FROM attribution_share AS share JOIN revenue_figure AS figure USING (event_id, part)
         GROUP BY share.event_id, share.part, share.model HAVING sum(share.weight) <> ${WEIGHT_UNIT} * figure.orders
           OR sum(share.gross_cents) <> figure.gross_cents OR sum(share.net_cents) <> figure.net_cents
           OR sum(share.contribution_cents) IS NOT figure.contribution_cents)`,
      ),
  },
  {
    name: 'purchases_have_lines',
    count: (db) =>
      countOf(
        db,
        `SELECT count(*) FROM revenue_event AS event WHERE (event.is_counted = 1 AND event.beneficiary = 'own' AND (
             NOT EXISTS (SELECT 1 FROM revenue_figure WHERE event_id = event.id)
             OR NOT EXISTS (SELECT 1 FROM attribution_share WHERE event_id = event.id)))
           OR (SELECT sum(cents) FROM ledger_line WHERE source_kind = 'revenue' AND source_id = event.id)
             IS NOT (SELECT sum(net_cents) FROM revenue_figure WHERE event_id = event.id)
           OR ((event.is_counted = 0 OR event.beneficiary = 'client') AND (SELECT sum(orders) FROM revenue_figure WHERE event_id = event.id) <> 0)`,
      ),
  },
  {
    name: 'hours_have_lines',
    count: (db) =>
      countOf(
        db,
        `SELECT count(*) FROM time_entry AS entry WHERE ended_at IS NOT NULL AND
           (SELECT sum(seconds) FROM ledger_line WHERE source_kind = 'time' AND source_id = entry.id) IS NOT (ended_at - started_at + 500) / 1000
           AND NOT EXISTS (SELECT 1 FROM ledger_line AS line JOIN manual_line ON manual_line.reverses_line_id = line.id
             WHERE line.source_kind = 'time' AND line.source_id = entry.id)`,
      ),
  },
  {
    // A source that is gone may leave sealed lines behind, with their reversals: they come to nothing.
    name: 'lines_have_sources',
    count: (db) =>
      countOf(
        db,
        `SELECT count(*) FROM (SELECT 1 FROM ledger_line AS line WHERE CASE source_kind
           WHEN 'time' THEN NOT EXISTS (SELECT 1 FROM time_entry WHERE id = line.source_id)
           WHEN 'ad-spend' THEN NOT EXISTS (SELECT 1 FROM ad_spend WHERE id = line.source_id)
           WHEN 'expense' THEN NOT EXISTS (SELECT 1 FROM expense WHERE id = line.source_id)
           WHEN 'revenue' THEN NOT EXISTS (SELECT 1 FROM revenue_event WHERE id = line.source_id)
           WHEN 'manual' THEN NOT EXISTS (SELECT 1 FROM manual_line WHERE id = line.source_id) ELSE 1 END
           AND NOT EXISTS (SELECT 1 FROM manual_line WHERE reverses_line_id = line.id)
         GROUP BY source_kind, source_id HAVING sum(cents) <> 0 OR sum(seconds) <> 0 OR sum(gross_cents) <> 0)`,
      ),
  },
  {
    name: 'corrections_net',
    count: (db) =>
      countOf(
        db,
        `SELECT (SELECT count(*) FROM ledger_line AS line JOIN ledger_line AS original ON original.id = line.reverses_line_id
             WHERE line.cents <> -original.cents OR line.seconds <> -original.seconds OR line.gross_cents <> -original.gross_cents
               OR line.kind <> original.kind OR line.day < original.day)
           + (SELECT count(*) FROM (SELECT 1 FROM ledger_line WHERE reverses_line_id IS NOT NULL GROUP BY reverses_line_id HAVING count(*) > 1))
           + (SELECT count(*) FROM ledger_line AS line JOIN ledger_line AS original ON original.id = line.corrects_line_id
             WHERE line.day < original.day)`,
      ),
  },
  { name: 'references', count: (db) => (db.database.pragma('foreign_key_check') as unknown[]).length },
]

export function verifyLedger(db: Connection): VerifyReport {
  const checks = CHECKS.map(({ name, count }) => {
    const differences = count(db)
    return { name, isPassed: differences === 0, detail: String(differences) }
  })
  const broken = findBrokenSeals(db)
  checks.push({
    name: 'seals',
    isPassed: broken.length === 0,
    detail: broken.length === 0 ? '0' : broken.slice(0, 12).join(', '),
  })
  const integrity = String(db.database.pragma('integrity_check(1)', { simple: true }))
  checks.push({ name: 'file_integrity', isPassed: integrity === 'ok', detail: integrity === 'ok' ? '0' : integrity })
  return { isSound: checks.every((check) => check.isPassed), checks }
}
