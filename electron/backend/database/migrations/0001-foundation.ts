import type { Migration } from '../migration.ts'

/**
 * The ledger's foundation. Sources (what a person enters or imports) are kept apart from what is derived from them
 * (ledger lines, figures of a purchase, attribution shares, rollups): commands edit sources, the journal notes which rows
 * changed, derivation rewrites what follows from them.
 *
 * post, conversation, client and department are dimensions of the ledger from the first day; their features widen the tables.
 */
export const foundation: Migration = {
  version: 1,
  up: (db) => db.exec(SOURCES + IMPORTS + DERIVED + ROLLUPS + COMMANDS),
}

const SOURCES = `
  CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;

  CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    imported_as TEXT COLLATE NOCASE
  ) STRICT;

  -- person_id NULL: the default of everyone who has no rate of their own.
  CREATE TABLE cost_rate (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES person(id) ON DELETE CASCADE,
    valid_from TEXT NOT NULL CHECK (valid_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    cents_per_hour INTEGER NOT NULL CHECK (cents_per_hour BETWEEN 0 AND 10000000),
    basis TEXT CHECK (basis IS NULL OR json_valid(basis))
  ) STRICT;
  CREATE UNIQUE INDEX cost_rate_once ON cost_rate (coalesce(person_id, 0), valid_from);

  CREATE TABLE channel (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    network TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 500),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500)
  ) STRICT;

  CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE) STRICT;
  CREATE TABLE department (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE) STRICT;
  CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;
  CREATE TABLE conversation (id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL) STRICT;

  -- day is the local day the entry starts; ended_at NULL: still running, at most one a person.
  CREATE TABLE time_entry (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person(id),
    activity TEXT CHECK (activity IN ('dialogue', 'content', 'planning', 'publishing', 'ads', 'reporting', 'coordination', 'learning')),
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    post_id INTEGER REFERENCES post(id),
    conversation_id INTEGER REFERENCES conversation(id),
    client_id INTEGER REFERENCES client(id),
    department_id INTEGER REFERENCES department(id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    day TEXT NOT NULL,
    -- other: work that is none of social media's and stands beside the result.
    scope TEXT NOT NULL DEFAULT 'social' CHECK (scope IN ('social', 'other')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    is_billable INTEGER NOT NULL DEFAULT 0 CHECK (is_billable IN (0, 1)),
    CHECK (ended_at IS NULL OR ended_at >= started_at)
  ) STRICT;
  CREATE UNIQUE INDEX time_entry_running ON time_entry (person_id) WHERE ended_at IS NULL;
  CREATE INDEX time_entry_by_start ON time_entry (started_at);
  CREATE INDEX time_entry_by_person ON time_entry (person_id);

  CREATE TABLE ad_spend (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    campaign_id INTEGER REFERENCES campaign(id),
    channel_id INTEGER REFERENCES channel(id),
    scope TEXT NOT NULL CHECK (scope IN ('social', 'other')),
    day_from TEXT NOT NULL,
    day_to TEXT NOT NULL,
    cents INTEGER NOT NULL,
    impressions INTEGER,
    clicks INTEGER,
    results REAL,
    conversion_value_cents INTEGER,
    CHECK (day_to >= day_from)
  ) STRICT;

  CREATE TABLE expense (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('ads', 'tool', 'service', 'levy', 'other')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    cents INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    repetition TEXT NOT NULL CHECK (repetition IN ('once', 'monthly', 'quarterly', 'yearly')),
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    client_id INTEGER REFERENCES client(id),
    department_id INTEGER REFERENCES department(id),
    scope TEXT NOT NULL CHECK (scope IN ('social', 'other')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT;

  -- customer_hash: salted hash of the buyer's address, to know who comes back; the address itself is never stored.
  CREATE TABLE revenue_event (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('order', 'deal', 'subscription', 'manual')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    status TEXT NOT NULL,
    is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
    paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
    refunded_cents INTEGER NOT NULL CHECK (refunded_cents BETWEEN 0 AND paid_cents),
    tax_cents INTEGER NOT NULL CHECK (tax_cents BETWEEN 0 AND paid_cents),
    margin_basis_points INTEGER CHECK (margin_basis_points BETWEEN 0 AND 10000),
    customer_hash TEXT,
    client_id INTEGER REFERENCES client(id)
  ) STRICT;
  CREATE INDEX revenue_event_by_day ON revenue_event (day, id);
  CREATE INDEX revenue_event_uncounted ON revenue_event (day) WHERE is_counted = 0;

  CREATE TABLE touchpoint (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES revenue_event(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('self-reported', 'utm', 'coupon', 'conversation', 'post', 'manual')),
    scope TEXT NOT NULL CHECK (scope IN ('social', 'other')),
    is_direct INTEGER NOT NULL DEFAULT 0 CHECK (is_direct IN (0, 1)),
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    post_id INTEGER REFERENCES post(id),
    conversation_id INTEGER REFERENCES conversation(id),
    -- What the source said, so that a changed rule can be applied to it again.
    source TEXT NOT NULL DEFAULT '',
    medium TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX touchpoint_by_event ON touchpoint (event_id);
  CREATE INDEX touchpoint_by_source ON touchpoint (kind, source);
`

const IMPORTS = `
  CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    imported_at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    record_kind TEXT NOT NULL CHECK (record_kind IN ('time', 'ad-spend', 'order')),
    summary TEXT NOT NULL CHECK (json_valid(summary))
  ) STRICT;

  -- One row of a file under its identity; record is what was read, as JSON, without personal data.
  CREATE TABLE import_row (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES import_batch(id),
    format TEXT NOT NULL,
    identity TEXT NOT NULL,
    day TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX import_row_identity ON import_row (format, identity);
  CREATE INDEX import_row_by_batch ON import_row (batch_id);
  CREATE INDEX import_row_by_day ON import_row (format, day);
  CREATE INDEX import_row_by_target ON import_row (target_id, format);

  -- What a later batch changed or removed of an earlier one: before is the record that stood there.
  CREATE TABLE import_change (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES import_batch(id),
    earlier_batch_id INTEGER NOT NULL REFERENCES import_batch(id),
    format TEXT NOT NULL,
    identity TEXT NOT NULL,
    before TEXT NOT NULL,
    is_removal INTEGER NOT NULL CHECK (is_removal IN (0, 1))
  ) STRICT;
  CREATE INDEX import_change_by_batch ON import_change (batch_id);
  CREATE INDEX import_change_by_identity ON import_change (format, identity);

  CREATE TABLE value_mapping (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL CHECK (source IN ('project', 'activity', 'meta-campaign', 'google-campaign', 'utm-source', 'discount-code', 'self-report')),
    value TEXT NOT NULL,
    target TEXT NOT NULL CHECK (json_valid(target))
  ) STRICT;
  CREATE UNIQUE INDEX value_mapping_once ON value_mapping (source, value);
`

const DERIVED = `
  -- The source of every cost and of every revenue total. Costs are positive in their kind; refunds and reversals negative.
  CREATE TABLE ledger_line (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('social', 'other')),
    kind TEXT NOT NULL CHECK (kind IN ('labour', 'ads', 'tool', 'service', 'levy', 'other', 'revenue')),
    cents INTEGER NOT NULL,
    seconds INTEGER NOT NULL DEFAULT 0,
    is_priced INTEGER NOT NULL DEFAULT 1 CHECK (is_priced IN (0, 1)),
    person_id INTEGER,
    activity TEXT,
    channel_id INTEGER,
    campaign_id INTEGER,
    post_id INTEGER,
    conversation_id INTEGER,
    client_id INTEGER,
    department_id INTEGER,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('time', 'ad-spend', 'expense', 'revenue', 'manual')),
    source_id INTEGER NOT NULL,
    part INTEGER NOT NULL DEFAULT 0,
    reverses_line_id INTEGER REFERENCES ledger_line(id)
  ) STRICT;
  CREATE INDEX ledger_line_by_day ON ledger_line (day, id);
  CREATE INDEX ledger_line_by_source ON ledger_line (source_kind, source_id, part);
  CREATE INDEX ledger_line_by_channel ON ledger_line (channel_id, day, id);
  CREATE INDEX ledger_line_by_post ON ledger_line (post_id, day) WHERE post_id IS NOT NULL;
  CREATE INDEX ledger_line_by_conversation ON ledger_line (conversation_id, day) WHERE conversation_id IS NOT NULL;
  -- A column checked against itself on every delete; without this index each delete would read the whole table.
  CREATE INDEX ledger_line_by_reversal ON ledger_line (reverses_line_id) WHERE reverses_line_id IS NOT NULL;

  -- What a counted purchase comes to, once refunds, tax and margin are settled.
  CREATE TABLE revenue_figure (
    event_id INTEGER PRIMARY KEY REFERENCES revenue_event(id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    gross_cents INTEGER NOT NULL,
    net_cents INTEGER NOT NULL,
    contribution_cents INTEGER,
    touch_count INTEGER NOT NULL,
    is_social INTEGER NOT NULL CHECK (is_social IN (0, 1))
  ) STRICT;
  CREATE INDEX revenue_figure_by_day ON revenue_figure (day);

  -- model 0: the purchase has at most one touch, so that all models agree and one row serves them all; 1 to 6: the models
  -- in the order of ATTRIBUTION_MODELS. touch_id NULL: no touch. weight in parts of 10^9.
  CREATE TABLE attribution_share (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES revenue_event(id) ON DELETE CASCADE,
    model INTEGER NOT NULL CHECK (model BETWEEN 0 AND 6),
    touch_id INTEGER,
    day TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('social', 'other')),
    channel_id INTEGER,
    campaign_id INTEGER,
    post_id INTEGER,
    conversation_id INTEGER,
    weight INTEGER NOT NULL,
    gross_cents INTEGER NOT NULL,
    net_cents INTEGER NOT NULL,
    contribution_cents INTEGER
  ) STRICT;
  CREATE INDEX attribution_share_by_event ON attribution_share (event_id);
  CREATE INDEX attribution_share_by_day ON attribution_share (model, scope, day, event_id);
  CREATE INDEX attribution_share_by_channel ON attribution_share (channel_id, model, day, event_id);
`

const LINE_DIMENSIONS = 'scope, kind, channel_id, campaign_id, activity, person_id, client_id, department_id'
const SHARE_DIMENSIONS = 'model, scope, channel_id, campaign_id'

function lineKeys(row: 'NEW' | 'OLD'): string {
  return `${row}.scope, ${row}.kind, coalesce(${row}.channel_id, 0), coalesce(${row}.campaign_id, 0), coalesce(${row}.activity, ''),
      coalesce(${row}.person_id, 0), coalesce(${row}.client_id, 0), coalesce(${row}.department_id, 0)`
}

function shareKeys(row: 'NEW' | 'OLD'): string {
  return `${row}.model, ${row}.scope, coalesce(${row}.channel_id, 0), coalesce(${row}.campaign_id, 0)`
}

/** Adds a line (sign +) to its day and month, or takes it away again (sign −). */
function bookLine(row: 'NEW' | 'OLD', sign: '+' | '-'): string {
  return (['day', 'month'] as const)
    .map((unit) => {
      const date = unit === 'day' ? `${row}.day` : `substr(${row}.day, 1, 7)`
      const unpriced = `CASE WHEN ${row}.is_priced = 1 THEN 0 ELSE ${row}.seconds END`
      return `
    INSERT INTO line_${unit} (${unit}, ${LINE_DIMENSIONS}, cents, seconds, unpriced_seconds, line_count)
    VALUES (${date}, ${lineKeys(row)}, ${sign}${row}.cents, ${sign}${row}.seconds, ${sign}(${unpriced}), ${sign}1)
    ON CONFLICT DO UPDATE SET cents = cents + excluded.cents, seconds = seconds + excluded.seconds,
      unpriced_seconds = unpriced_seconds + excluded.unpriced_seconds, line_count = line_count + excluded.line_count;`
    })
    .join('')
}

/** The same for a share of a purchase. */
function bookShare(row: 'NEW' | 'OLD', sign: '+' | '-'): string {
  return (['day', 'month'] as const)
    .map((unit) => {
      const date = unit === 'day' ? `${row}.day` : `substr(${row}.day, 1, 7)`
      return `
    INSERT INTO share_${unit} (${unit}, ${SHARE_DIMENSIONS}, weight, gross_cents, net_cents, contribution_cents, unpriced_count, share_count)
    VALUES (${date}, ${shareKeys(row)}, ${sign}${row}.weight, ${sign}${row}.gross_cents, ${sign}${row}.net_cents,
      ${sign}coalesce(${row}.contribution_cents, 0), ${sign}(${row}.contribution_cents IS NULL), ${sign}1)
    ON CONFLICT DO UPDATE SET weight = weight + excluded.weight, gross_cents = gross_cents + excluded.gross_cents,
      net_cents = net_cents + excluded.net_cents, contribution_cents = contribution_cents + excluded.contribution_cents,
      unpriced_count = unpriced_count + excluded.unpriced_count, share_count = share_count + excluded.share_count;`
    })
    .join('')
}

function rollupTables(unit: 'day' | 'month'): string {
  return `
  CREATE TABLE line_${unit} (
    ${unit} TEXT NOT NULL,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    activity TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    unpriced_seconds INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    PRIMARY KEY (${unit}, ${LINE_DIMENSIONS})
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE share_${unit} (
    ${unit} TEXT NOT NULL,
    model INTEGER NOT NULL,
    scope TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    gross_cents INTEGER NOT NULL,
    net_cents INTEGER NOT NULL,
    contribution_cents INTEGER NOT NULL,
    unpriced_count INTEGER NOT NULL,
    share_count INTEGER NOT NULL,
    -- The model first: a question asks for one model (and 0), never for all days of all models.
    PRIMARY KEY (model, ${unit}, scope, channel_id, campaign_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE coverage_${unit} (
    ${unit} TEXT PRIMARY KEY,
    orders INTEGER NOT NULL,
    touched_orders INTEGER NOT NULL,
    single_touch_orders INTEGER NOT NULL,
    net_cents INTEGER NOT NULL,
    touched_net_cents INTEGER NOT NULL,
    social_net_cents INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`
}

/** Adds a purchase to the coverage of its day and month, or takes it away. */
function bookCoverage(row: 'NEW' | 'OLD', sign: '+' | '-'): string {
  return (['day', 'month'] as const)
    .map((unit) => {
      const date = unit === 'day' ? `${row}.day` : `substr(${row}.day, 1, 7)`
      return `
    INSERT INTO coverage_${unit} VALUES (${date}, ${sign}1, ${sign}(${row}.touch_count > 0), ${sign}(${row}.touch_count = 1), ${sign}${row}.net_cents,
      ${sign}(${row}.touch_count > 0) * ${row}.net_cents, ${sign}${row}.is_social * ${row}.net_cents)
    ON CONFLICT DO UPDATE SET orders = orders + excluded.orders, touched_orders = touched_orders + excluded.touched_orders,
      single_touch_orders = single_touch_orders + excluded.single_touch_orders, net_cents = net_cents + excluded.net_cents,
      touched_net_cents = touched_net_cents + excluded.touched_net_cents, social_net_cents = social_net_cents + excluded.social_net_cents;`
    })
    .join('')
}

type Booking = (row: 'NEW' | 'OLD', sign: '+' | '-') => string

/** A row stands in rollup_pause only within a transaction that books the rollups itself. */
const UNLESS_PAUSED = 'WHEN NOT EXISTS (SELECT 1 FROM rollup_pause)'

function keepRollup(table: string, book: Booking): string {
  return `
  CREATE TRIGGER ${table}_booked AFTER INSERT ON ${table} ${UNLESS_PAUSED} BEGIN ${book('NEW', '+')} END;
  CREATE TRIGGER ${table}_unbooked AFTER DELETE ON ${table} ${UNLESS_PAUSED} BEGIN ${book('OLD', '-')} END;
  CREATE TRIGGER ${table}_rebooked AFTER UPDATE ON ${table} ${UNLESS_PAUSED} BEGIN ${book('OLD', '-')} ${book('NEW', '+')} END;`
}

const ROLLUPS =
  '  CREATE TABLE rollup_pause (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;' +
  rollupTables('day') +
  rollupTables('month') +
  keepRollup('ledger_line', bookLine) +
  keepRollup('attribution_share', bookShare) +
  keepRollup('revenue_figure', bookCoverage)

const COMMANDS = `
  CREATE TABLE command (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    -- The command at the start of a chain of undo and redo: the command itself where nothing was undone.
    root_no INTEGER NOT NULL,
    is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
  ) STRICT;
  CREATE INDEX command_by_root ON command (root_no);
`
