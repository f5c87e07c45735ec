/** The rollups of format 2: sums by day, month and year and, of social costs and credits, by week, kept by triggers. */
const UNITS = ['day', 'month', 'year'] as const
/** Units that are also kept by channel and activity alone: most questions ask for nothing else, and years of the wide ones are long. */
const BRIEF_UNITS = ['month', 'year'] as const
type Unit = (typeof UNITS)[number]
type Row = 'NEW' | 'OLD'
type Sign = '+' | '-'

const LINE_DIMENSIONS = 'scope, kind, channel_id, campaign_id, activity, person_id, client_id, department_id'
const SHARE_DIMENSIONS = 'scope, channel_id, campaign_id, client_id'
const BRIEF_LINE_DIMENSIONS = 'scope, kind, channel_id, activity'
const BRIEF_SHARE_DIMENSIONS = 'scope, channel_id'
/** Monday of a day: the next Sunday (or the day itself), six days back. */
const weekOf = (day: string) => `date(${day}, 'weekday 0', '-6 days')`
const dateIn = (unit: Unit, day: string) =>
  unit === 'day' ? day : `substr(${day}, 1, ${unit === 'month' ? '7' : '4'})`

function addTo(table: string, columns: string, values: string, sums: readonly string[], condition = 'true'): string {
  return `
    INSERT INTO ${table} (${columns}, ${sums.join(', ')}) SELECT ${values} WHERE ${condition}
    ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')};`
}

const LINE_SUMS = ['cents', 'seconds', 'unpriced_seconds', 'line_count']
const WEEK_COSTS = ['cost_cents', 'unpriced_seconds', 'line_count']

function bookLine(row: Row, sign: Sign): string {
  const unpriced = `${sign}(CASE WHEN ${row}.is_priced = 1 THEN 0 ELSE ${row}.seconds END)`
  const keys = `${row}.scope, ${row}.kind, coalesce(${row}.channel_id, 0), coalesce(${row}.campaign_id, 0), coalesce(${row}.activity, ''),
      coalesce(${row}.person_id, 0), coalesce(${row}.client_id, 0), coalesce(${row}.department_id, 0)`
  const values = `${sign}${row}.cents, ${sign}${row}.seconds, ${unpriced}, ${sign}1`
  return (
    UNITS.map((unit) =>
      addTo(
        `line_${unit}`,
        `${unit}, ${LINE_DIMENSIONS}`,
        `${dateIn(unit, `${row}.day`)}, ${keys}, ${values}`,
        LINE_SUMS,
      ),
    ).join('') +
    BRIEF_UNITS.map((unit) =>
      addTo(
        `brief_line_${unit}`,
        `${unit}, ${BRIEF_LINE_DIMENSIONS}`,
        `${dateIn(unit, `${row}.day`)}, ${row}.scope, ${row}.kind, coalesce(${row}.channel_id, 0), coalesce(${row}.activity, ''), ${values}`,
        LINE_SUMS,
      ),
    ).join('') +
    addTo(
      'line_week',
      'week, channel_id',
      `${weekOf(`${row}.day`)}, coalesce(${row}.channel_id, 0), ${sign}${row}.cents, ${unpriced}, ${sign}1`,
      WEEK_COSTS,
      `${row}.scope = 'social' AND ${row}.kind <> 'revenue'`,
    )
  )
}

const SHARE_SUMS = ['weight', 'gross_cents', 'net_cents', 'contribution_cents', 'unpriced_count', 'share_count']
const WEEK_SHARES = ['weight', 'contribution_cents', 'unpriced_count', 'share_count']

function bookShare(row: Row, sign: Sign): string {
  const keys = `${row}.scope, coalesce(${row}.channel_id, 0), coalesce(${row}.campaign_id, 0), coalesce(${row}.client_id, 0)`
  const contribution = `${sign}coalesce(${row}.contribution_cents, 0), ${sign}(${row}.contribution_cents IS NULL), ${sign}1`
  const values = `${sign}${row}.weight, ${sign}${row}.gross_cents, ${sign}${row}.net_cents, ${contribution}`
  return (
    UNITS.map((unit) =>
      addTo(
        `share_${unit}`,
        `model, ${unit}, ${SHARE_DIMENSIONS}`,
        `${row}.model, ${dateIn(unit, `${row}.day`)}, ${keys}, ${values}`,
        SHARE_SUMS,
      ),
    ).join('') +
    BRIEF_UNITS.map((unit) =>
      addTo(
        `brief_share_${unit}`,
        `model, ${unit}, ${BRIEF_SHARE_DIMENSIONS}`,
        `${row}.model, ${dateIn(unit, `${row}.day`)}, ${row}.scope, coalesce(${row}.channel_id, 0), ${values}`,
        SHARE_SUMS,
      ),
    ).join('') +
    addTo(
      'share_week',
      'model, week, channel_id',
      `${row}.model, ${weekOf(`${row}.day`)}, coalesce(${row}.channel_id, 0), ${sign}${row}.weight, ${contribution}`,
      WEEK_SHARES,
      `${row}.scope = 'social'`,
    )
  )
}

const COVERAGE_SUMS = [
  'orders',
  'touched_orders',
  'single_touch_orders',
  'net_cents',
  'touched_net_cents',
  'social_net_cents',
  'figure_count',
]

function bookCoverage(row: Row, sign: Sign): string {
  const values = `${sign}${row}.orders, ${sign}(${row}.touch_count > 0) * ${row}.orders, ${sign}(${row}.touch_count = 1) * ${row}.orders,
      ${sign}${row}.net_cents, ${sign}(${row}.touch_count > 0) * ${row}.net_cents, ${sign}${row}.is_social * ${row}.net_cents, ${sign}1`
  return UNITS.map((unit) =>
    addTo(`coverage_${unit}`, unit, `${dateIn(unit, `${row}.day`)}, ${values}`, COVERAGE_SUMS),
  ).join('')
}

function integers(columns: readonly string[]): string {
  return columns.map((column) => `${column} INTEGER NOT NULL,`).join(' ')
}

function rollupTables(unit: Unit): string {
  return `
  CREATE TABLE line_${unit} (
    ${unit} TEXT NOT NULL, scope TEXT NOT NULL, kind TEXT NOT NULL, channel_id INTEGER NOT NULL, campaign_id INTEGER NOT NULL,
    activity TEXT NOT NULL, person_id INTEGER NOT NULL, client_id INTEGER NOT NULL, department_id INTEGER NOT NULL,
    ${integers(LINE_SUMS)} PRIMARY KEY (${unit}, ${LINE_DIMENSIONS})
  ) STRICT, WITHOUT ROWID;
  -- The model first: a question asks for one model (and 0), never for all days of all models.
  CREATE TABLE share_${unit} (
    model INTEGER NOT NULL, ${unit} TEXT NOT NULL, scope TEXT NOT NULL, channel_id INTEGER NOT NULL, campaign_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL, ${integers(SHARE_SUMS)} PRIMARY KEY (model, ${unit}, ${SHARE_DIMENSIONS})
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE coverage_${unit} (${unit} TEXT NOT NULL, ${integers(COVERAGE_SUMS)} PRIMARY KEY (${unit})) STRICT, WITHOUT ROWID;`
}

function briefTables(unit: (typeof BRIEF_UNITS)[number]): string {
  return `
  CREATE TABLE brief_line_${unit} (
    ${unit} TEXT NOT NULL, scope TEXT NOT NULL, kind TEXT NOT NULL, channel_id INTEGER NOT NULL, activity TEXT NOT NULL,
    ${integers(LINE_SUMS)} PRIMARY KEY (${unit}, ${BRIEF_LINE_DIMENSIONS})
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE brief_share_${unit} (
    model INTEGER NOT NULL, ${unit} TEXT NOT NULL, scope TEXT NOT NULL, channel_id INTEGER NOT NULL,
    ${integers(SHARE_SUMS)} PRIMARY KEY (model, ${unit}, ${BRIEF_SHARE_DIMENSIONS})
  ) STRICT, WITHOUT ROWID;`
}

/** Social costs and credits by week and channel: what the verdict and the cumulative line read. */
const WEEK_TABLES = `
  CREATE TABLE line_week (
    week TEXT NOT NULL, channel_id INTEGER NOT NULL, ${integers(WEEK_COSTS)} PRIMARY KEY (week, channel_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE share_week (
    model INTEGER NOT NULL, week TEXT NOT NULL, channel_id INTEGER NOT NULL, ${integers(WEEK_SHARES)}
    PRIMARY KEY (model, week, channel_id)
  ) STRICT, WITHOUT ROWID;`

type Booking = (row: Row, sign: Sign) => string

/** A row stands in rollup_pause only within a transaction that books the rollups itself. */
const UNLESS_PAUSED = 'WHEN NOT EXISTS (SELECT 1 FROM rollup_pause)'

function keepRollup(table: string, book: Booking): string {
  return `
  CREATE TRIGGER ${table}_booked AFTER INSERT ON ${table} ${UNLESS_PAUSED} BEGIN ${book('NEW', '+')} END;
  CREATE TRIGGER ${table}_unbooked AFTER DELETE ON ${table} ${UNLESS_PAUSED} BEGIN ${book('OLD', '-')} END;
  CREATE TRIGGER ${table}_rebooked AFTER UPDATE ON ${table} ${UNLESS_PAUSED} BEGIN ${book('OLD', '-')} ${book('NEW', '+')} END;`
}

/** Triggers of the tables that were dropped went with them. */
export const ROLLUPS =
  ['ledger_line', 'attribution_share']
    .flatMap((table) => ['booked', 'unbooked', 'rebooked'].map((event) => `DROP TRIGGER ${table}_${event};`))
    .join('\n') +
  (['line', 'share', 'coverage'] as const)
    .flatMap((name) => (['day', 'month'] as const).map((unit) => `DROP TABLE ${name}_${unit};`))
    .join('\n') +
  UNITS.map(rollupTables).join('') +
  BRIEF_UNITS.map(briefTables).join('') +
  WEEK_TABLES +
  keepRollup('ledger_line', bookLine) +
  keepRollup('attribution_share', bookShare) +
  keepRollup('revenue_figure', bookCoverage)

/** Fills the rollups from what stands in the file. */
export const REFILL =
  `
  INSERT INTO rollup_pause (id) VALUES (1);
  UPDATE attribution_share SET client_id = (SELECT client_id FROM revenue_event WHERE id = attribution_share.event_id);
  DELETE FROM rollup_pause;` +
  UNITS.map(
    (unit) => `
  INSERT INTO line_${unit} SELECT ${dateIn(unit, 'day')}, scope, kind, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(activity, ''),
      coalesce(person_id, 0), coalesce(client_id, 0), coalesce(department_id, 0), sum(cents), sum(seconds),
      sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END), count(*)
    FROM ledger_line GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  INSERT INTO share_${unit} SELECT model, ${dateIn(unit, 'day')}, scope, coalesce(channel_id, 0), coalesce(campaign_id, 0), coalesce(client_id, 0),
      sum(weight), sum(gross_cents), sum(net_cents), coalesce(sum(contribution_cents), 0), sum(contribution_cents IS NULL), count(*)
    FROM attribution_share GROUP BY 1, 2, 3, 4, 5, 6;
  INSERT INTO coverage_${unit} SELECT ${dateIn(unit, 'day')}, sum(orders), sum((touch_count > 0) * orders), sum((touch_count = 1) * orders),
      sum(net_cents), sum((touch_count > 0) * net_cents), sum(is_social * net_cents), count(*)
    FROM revenue_figure GROUP BY 1;`,
  ).join('') +
  BRIEF_UNITS.map(
    (unit) => `
  INSERT INTO brief_line_${unit} SELECT ${unit}, ${BRIEF_LINE_DIMENSIONS}, ${LINE_SUMS.map((sum) => `sum(${sum})`).join(', ')}
    FROM line_${unit} GROUP BY ${unit}, ${BRIEF_LINE_DIMENSIONS};
  INSERT INTO brief_share_${unit} SELECT model, ${unit}, ${BRIEF_SHARE_DIMENSIONS}, ${SHARE_SUMS.map((sum) => `sum(${sum})`).join(', ')}
    FROM share_${unit} GROUP BY model, ${unit}, ${BRIEF_SHARE_DIMENSIONS};`,
  ).join('') +
  `
  INSERT INTO line_week SELECT ${weekOf('day')}, coalesce(channel_id, 0), sum(cents), sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END), count(*)
    FROM ledger_line WHERE scope = 'social' AND kind <> 'revenue' GROUP BY 1, 2;
  INSERT INTO share_week SELECT model, ${weekOf('day')}, coalesce(channel_id, 0), sum(weight), coalesce(sum(contribution_cents), 0),
      sum(contribution_cents IS NULL), count(*)
    FROM attribution_share WHERE scope = 'social' GROUP BY 1, 2, 3;
`
