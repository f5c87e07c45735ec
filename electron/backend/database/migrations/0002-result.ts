import type { Database } from 'better-sqlite3'
import type { Migration } from '../migration.ts'
import { REFILL, ROLLUPS } from './0002-rollups.ts'

/**
 * What a complete result needs: dimensions with a life of their own, revenue and costs by hand in all their forms, lines that
 * correct sealed ones, seals, budgets – and rollups by year and week beside those by day and month.
 */
export const result: Migration = {
  version: 2,
  up: (db) => {
    for (const table of ['time_entry', 'ad_spend', 'expense']) neverReuseIds(db, table)
    db.exec(DIMENSIONS + COSTS + REVENUE + LINES + SEALS + PLANNING + DERIVED + ROLLUPS + REFILL)
  },
}

/** Sealed lines keep naming the source they came from: what is entered later must not take the number of one that went. */
function neverReuseIds(db: Database, table: string): void {
  const sqlOf = db.prepare<[string, string], { sql: string }>(
    'SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type = ? AND sql IS NOT NULL',
  )
  const indexes = sqlOf.all(table, 'index').map(({ sql }) => sql)
  const definition = sqlOf.get(table, 'table')?.sql ?? ''
  const numbered = definition
    .replace(table, `numbered_${table}`)
    .replace('id INTEGER PRIMARY KEY,', 'id INTEGER PRIMARY KEY AUTOINCREMENT,')
  db.exec(`${numbered};
    INSERT INTO numbered_${table} SELECT * FROM ${table};
    DROP TABLE ${table};
    ALTER TABLE numbered_${table} RENAME TO ${table};
    ${indexes.join(';\n')};`)
}

const DIMENSIONS = `
  CREATE TABLE pillar (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 200)) STRICT;
  ALTER TABLE post ADD COLUMN channel_id INTEGER REFERENCES channel(id);
  ALTER TABLE post ADD COLUMN campaign_id INTEGER REFERENCES campaign(id);
  ALTER TABLE post ADD COLUMN pillar_id INTEGER REFERENCES pillar(id);
  ALTER TABLE post ADD COLUMN format TEXT
    CHECK (format IN ('reel', 'carousel', 'story', 'image', 'video', 'text', 'article', 'event', 'live'));
  ALTER TABLE post ADD COLUMN published_on TEXT;
  -- label: what the log calls it; never a name or a handle of the other side.
  ALTER TABLE conversation ADD COLUMN channel_id INTEGER REFERENCES channel(id);
  ALTER TABLE conversation ADD COLUMN post_id INTEGER REFERENCES post(id);
  ALTER TABLE conversation ADD COLUMN label TEXT NOT NULL DEFAULT '' CHECK (length(label) <= 200);
  CREATE INDEX post_by_day ON post (published_on, id);
  CREATE INDEX conversation_by_time ON conversation (received_at, id);
  -- Other spellings of a campaign: one that was merged into it, or a slug it had. Imports find it under each of them.
  CREATE TABLE campaign_alias (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 500),
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE
  ) STRICT;
  -- What was set by hand on an imported row: a later import leaves it alone. Names of columns without _id, with commas between.
  ALTER TABLE time_entry ADD COLUMN set_by_hand TEXT NOT NULL DEFAULT '';
  ALTER TABLE ad_spend ADD COLUMN set_by_hand TEXT NOT NULL DEFAULT '';
  ALTER TABLE ad_spend ADD COLUMN post_id INTEGER REFERENCES post(id);
  ALTER TABLE ad_spend ADD COLUMN client_id INTEGER REFERENCES client(id);
  ALTER TABLE ad_spend ADD COLUMN department_id INTEGER REFERENCES department(id);
`

const COSTS = `
  ALTER TABLE expense ADD COLUMN post_id INTEGER REFERENCES post(id);
  -- A foreign amount keeps its own amount, its currency and the rate of its day: cents = foreign_cents × rate ÷ 10^6.
  ALTER TABLE expense ADD COLUMN foreign_cents INTEGER;
  ALTER TABLE expense ADD COLUMN foreign_currency TEXT CHECK (foreign_currency GLOB '[A-Z][A-Z][A-Z]');
  ALTER TABLE expense ADD COLUMN rate_millionths INTEGER CHECK (rate_millionths > 0);
  ALTER TABLE expense ADD COLUMN rate_day TEXT;
  -- The work of self-employed artists or publicists, on which Germany levies.
  ALTER TABLE expense ADD COLUMN is_creative INTEGER NOT NULL DEFAULT 0 CHECK (is_creative IN (0, 1));
  -- The service a levy was booked for.
  ALTER TABLE expense ADD COLUMN levy_of_expense_id INTEGER REFERENCES expense(id) ON DELETE SET NULL;
  CREATE TABLE exchange_rate (
    id INTEGER PRIMARY KEY,
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    day TEXT NOT NULL,
    -- Units of the ledger's currency for one of the other, in millionths.
    rate_millionths INTEGER NOT NULL CHECK (rate_millionths > 0)
  ) STRICT;
  CREATE UNIQUE INDEX exchange_rate_once ON exchange_rate (currency, day);
  -- The file itself lies beside the ledger under its hash.
  CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    expense_id INTEGER REFERENCES expense(id) ON DELETE CASCADE,
    event_id INTEGER REFERENCES revenue_event(id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
    media_type TEXT NOT NULL,
    byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
    added_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX attachment_by_expense ON attachment (expense_id) WHERE expense_id IS NOT NULL;
  CREATE INDEX attachment_by_event ON attachment (event_id) WHERE event_id IS NOT NULL;
`

const REVENUE = `
  CREATE TABLE subscription (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    repetition TEXT NOT NULL CHECK (repetition IN ('monthly', 'quarterly', 'yearly')),
    paid_cents INTEGER NOT NULL CHECK (paid_cents > 0),
    tax_cents INTEGER NOT NULL CHECK (tax_cents BETWEEN 0 AND paid_cents),
    margin_basis_points INTEGER CHECK (margin_basis_points BETWEEN 0 AND 10000),
    client_id INTEGER REFERENCES client(id),
    -- Where it came from, as the one touch of each of its payments.
    origin TEXT CHECK (origin IN ('social', 'other')),
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
  ) STRICT;
  -- A pipeline beside the result: a won lead is replaced by its revenue event.
  CREATE TABLE lead (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    value_cents INTEGER NOT NULL CHECK (value_cents > 0),
    probability_basis_points INTEGER NOT NULL CHECK (probability_basis_points BETWEEN 0 AND 10000),
    expected_on TEXT,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'won', 'lost')),
    closed_on TEXT,
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    post_id INTEGER REFERENCES post(id),
    conversation_id INTEGER REFERENCES conversation(id),
    client_id INTEGER REFERENCES client(id),
    event_id INTEGER REFERENCES revenue_event(id) ON DELETE SET NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000)
  ) STRICT;
  CREATE INDEX lead_by_status ON lead (status, day);
  CREATE INDEX lead_by_event ON lead (event_id) WHERE event_id IS NOT NULL;

  -- source: the shop or program a purchase comes from; margins can be set for it.
  ALTER TABLE revenue_event ADD COLUMN source TEXT NOT NULL DEFAULT 'manual' CHECK (length(source) BETWEEN 1 AND 200);
  ALTER TABLE revenue_event ADD COLUMN subscription_id INTEGER REFERENCES subscription(id) ON DELETE CASCADE;
  ALTER TABLE revenue_event ADD COLUMN foreign_cents INTEGER;
  ALTER TABLE revenue_event ADD COLUMN foreign_currency TEXT CHECK (foreign_currency GLOB '[A-Z][A-Z][A-Z]');
  ALTER TABLE revenue_event ADD COLUMN rate_millionths INTEGER CHECK (rate_millionths > 0);
  ALTER TABLE revenue_event ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000);
  UPDATE revenue_event SET source = 'shopify' WHERE kind = 'order';
  CREATE INDEX revenue_event_by_customer ON revenue_event (customer_hash, day) WHERE customer_hash IS NOT NULL AND is_counted = 1;
  CREATE INDEX ad_spend_by_day ON ad_spend (day_to, day_from);
  CREATE INDEX revenue_event_own_margin ON revenue_event (margin_basis_points) WHERE margin_basis_points IS NOT NULL;
  CREATE INDEX revenue_event_by_subscription ON revenue_event (subscription_id) WHERE subscription_id IS NOT NULL;

  -- Entered by hand: imports leave it alone.
  ALTER TABLE touchpoint ADD COLUMN is_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (is_by_hand IN (0, 1));
  UPDATE touchpoint SET is_by_hand = 1 WHERE kind = 'manual';

  -- What was bought, for margins by product: cents are weights for dividing the purchase.
  CREATE TABLE revenue_item (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES revenue_event(id) ON DELETE CASCADE,
    product TEXT NOT NULL CHECK (length(product) BETWEEN 1 AND 200),
    cents INTEGER NOT NULL CHECK (cents >= 0)
  ) STRICT;
  CREATE INDEX revenue_item_by_event ON revenue_item (event_id);
  CREATE INDEX revenue_item_by_product ON revenue_item (product);

  -- A margin of a source or of a product; a purchase's own comes first, then its products', its source's, the ledger's.
  CREATE TABLE margin_rule (
    id INTEGER PRIMARY KEY,
    source TEXT,
    product TEXT,
    margin_basis_points INTEGER NOT NULL CHECK (margin_basis_points BETWEEN 0 AND 10000),
    CHECK ((source IS NULL) <> (product IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX margin_rule_once ON margin_rule (coalesce(source, ''), coalesce(product, ''));

  CREATE INDEX touchpoint_by_post ON touchpoint (post_id) WHERE post_id IS NOT NULL;
  CREATE INDEX touchpoint_by_conversation ON touchpoint (conversation_id) WHERE conversation_id IS NOT NULL;

  CREATE TABLE wider_value_mapping (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL CHECK (source IN ('project', 'activity', 'client', 'meta-campaign', 'google-campaign', 'utm-source', 'utm-campaign', 'discount-code', 'self-report')),
    value TEXT NOT NULL,
    target TEXT NOT NULL CHECK (json_valid(target))
  ) STRICT;
  INSERT INTO wider_value_mapping SELECT * FROM value_mapping;
  DROP TABLE value_mapping;
  ALTER TABLE wider_value_mapping RENAME TO value_mapping;
  CREATE UNIQUE INDEX value_mapping_once ON value_mapping (source, value);
`

const LINES = `
  -- Lines entered by hand, reversals and corrections among them. Costs only: revenue has its events.
  CREATE TABLE manual_line (
    -- Never given twice: sealed lines keep the number of a line that was taken away.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('social', 'other')),
    kind TEXT NOT NULL CHECK (kind IN ('labour', 'ads', 'tool', 'service', 'levy', 'other')),
    cents INTEGER NOT NULL,
    seconds INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    person_id INTEGER REFERENCES person(id),
    activity TEXT,
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    post_id INTEGER REFERENCES post(id),
    conversation_id INTEGER REFERENCES conversation(id),
    client_id INTEGER REFERENCES client(id),
    department_id INTEGER REFERENCES department(id),
    -- The line it takes back, and the line it stands for instead.
    reverses_line_id INTEGER REFERENCES ledger_line(id),
    corrects_line_id INTEGER REFERENCES ledger_line(id)
  ) STRICT;
  CREATE INDEX manual_line_by_reversal ON manual_line (reverses_line_id) WHERE reverses_line_id IS NOT NULL;
  CREATE INDEX manual_line_by_correction ON manual_line (corrects_line_id) WHERE corrects_line_id IS NOT NULL;

  -- gross_cents: revenue lines only. for_day: the day a correction speaks of, where it is booked on another.
  ALTER TABLE ledger_line ADD COLUMN gross_cents INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE ledger_line ADD COLUMN for_day TEXT;
  ALTER TABLE ledger_line ADD COLUMN corrects_line_id INTEGER REFERENCES ledger_line(id);
  CREATE INDEX ledger_line_by_correction ON ledger_line (corrects_line_id) WHERE corrects_line_id IS NOT NULL;
  CREATE INDEX ledger_line_by_other_day ON ledger_line (for_day) WHERE for_day IS NOT NULL;
  UPDATE ledger_line SET gross_cents = coalesce((SELECT gross_cents FROM revenue_figure WHERE event_id = ledger_line.source_id), 0)
    WHERE source_kind = 'revenue';
`

/** Months are sealed in their order: whatever lies on or before the last day of the latest seal is closed. */
const SEALS = `
  CREATE TABLE seal (
    -- Counted on even where the last one were cut off, so that a missing one is noticed.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    month TEXT NOT NULL UNIQUE CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    last_day TEXT NOT NULL UNIQUE,
    sealed_at INTEGER NOT NULL,
    format INTEGER NOT NULL,
    line_count INTEGER NOT NULL,
    cost_cents INTEGER NOT NULL,
    revenue_cents INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    -- SHA-256 over the canonical lines, of the seal before it, and over both together with the sums and the snapshot.
    lines_hash TEXT NOT NULL CHECK (length(lines_hash) = 64),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    -- The result as it was reported when the month was closed.
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot))
  ) STRICT;
  CREATE TRIGGER seal_in_order BEFORE INSERT ON seal
    WHEN NEW.last_day <= (SELECT max(last_day) FROM seal)
      OR NEW.previous_hash <> coalesce((SELECT hash FROM seal ORDER BY last_day DESC LIMIT 1), NEW.previous_hash)
      -- REPLACE would take away the row in its place without asking the guard of removals.
      OR EXISTS (SELECT 1 FROM seal WHERE id = NEW.id OR month = NEW.month OR hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'seals follow one another'); END;
  CREATE TRIGGER seal_kept BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'a seal does not change'); END;
  CREATE TRIGGER seal_never_removed BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'a closed month stays closed'); END;
  CREATE TRIGGER sealed_line_added BEFORE INSERT ON ledger_line
    WHEN NEW.day <= (SELECT max(last_day) FROM seal)
      OR EXISTS (SELECT 1 FROM ledger_line WHERE id = NEW.id AND day <= (SELECT max(last_day) FROM seal))
    BEGIN SELECT RAISE(ABORT, 'month closed'); END;
  CREATE TRIGGER sealed_line_changed BEFORE UPDATE ON ledger_line
    WHEN OLD.day <= (SELECT max(last_day) FROM seal) OR NEW.day <= (SELECT max(last_day) FROM seal)
      OR EXISTS (SELECT 1 FROM ledger_line WHERE id = NEW.id AND day <= (SELECT max(last_day) FROM seal))
    BEGIN SELECT RAISE(ABORT, 'month closed'); END;
  CREATE TRIGGER sealed_line_removed BEFORE DELETE ON ledger_line WHEN OLD.day <= (SELECT max(last_day) FROM seal)
    BEGIN SELECT RAISE(ABORT, 'month closed'); END;

  -- A purchase with sealed lines does not go: it stays with its touches and counts no longer, so that its shares still stand beside its lines.
  CREATE TRIGGER sealed_event_kept BEFORE DELETE ON revenue_event WHEN EXISTS (SELECT 1 FROM ledger_line
      WHERE source_kind = 'revenue' AND source_id = OLD.id AND day <= (SELECT max(last_day) FROM seal))
    BEGIN
      UPDATE revenue_event SET is_counted = 0, status = 'removed', subscription_id = NULL WHERE id = OLD.id;
      SELECT RAISE(IGNORE);
    END;
  CREATE TRIGGER touch_of_removed_event_kept BEFORE DELETE ON touchpoint
    WHEN (SELECT status FROM revenue_event WHERE id = OLD.event_id) = 'removed'
    BEGIN SELECT RAISE(IGNORE); END;
`

const PLANNING = `
  CREATE TABLE budget (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    campaign_id INTEGER REFERENCES campaign(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('labour', 'ads', 'tool', 'service', 'levy', 'other')),
    cents INTEGER NOT NULL CHECK (cents >= 0)
  ) STRICT;
  CREATE UNIQUE INDEX budget_once ON budget (month, coalesce(campaign_id, 0), kind);
`

const DERIVED = `
  ALTER TABLE attribution_share ADD COLUMN client_id INTEGER;
  ALTER TABLE attribution_share ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX attribution_share_by_post ON attribution_share (post_id, model, day) WHERE post_id IS NOT NULL;
  CREATE INDEX attribution_share_by_conversation ON attribution_share (conversation_id, model, day) WHERE conversation_id IS NOT NULL;
  -- What sums by post, pillar, format and the dividend of dialogue read: a period of the few rows that name one, nothing else.
  CREATE INDEX ledger_line_of_posts ON ledger_line (day, post_id, kind, scope, cents, seconds, is_priced) WHERE post_id IS NOT NULL;
  CREATE INDEX attribution_share_of_posts
    ON attribution_share (model, day, post_id, scope, channel_id, weight, gross_cents, net_cents, contribution_cents) WHERE post_id IS NOT NULL;
  CREATE INDEX attribution_share_of_conversations
    ON attribution_share (model, day, scope, channel_id, net_cents, contribution_cents) WHERE conversation_id IS NOT NULL;

  -- One row for each revenue line of a purchase: the purchase itself, and what corrections took back (orders −1) or put in its place.
  CREATE TABLE wider_revenue_figure (
    event_id INTEGER NOT NULL REFERENCES revenue_event(id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    day TEXT NOT NULL,
    orders INTEGER NOT NULL CHECK (orders IN (-1, 1)),
    gross_cents INTEGER NOT NULL,
    net_cents INTEGER NOT NULL,
    contribution_cents INTEGER,
    touch_count INTEGER NOT NULL,
    is_social INTEGER NOT NULL CHECK (is_social IN (0, 1)),
    -- Age in days, rounded up, of the oldest touch not after the purchase, inside the window or not; 0: all at its instant.
    oldest_touch_days INTEGER NOT NULL,
    PRIMARY KEY (event_id, part)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO wider_revenue_figure SELECT figure.event_id, 0, figure.day, 1, figure.gross_cents, figure.net_cents, figure.contribution_cents,
      figure.touch_count, figure.is_social,
      coalesce((SELECT max(min(400, (event.at - touch.at + 86399999) / 86400000)) FROM touchpoint AS touch
        WHERE touch.event_id = event.id AND touch.at <= event.at), 0)
    FROM revenue_figure AS figure JOIN revenue_event AS event ON event.id = figure.event_id;
  DROP TABLE revenue_figure;
  ALTER TABLE wider_revenue_figure RENAME TO revenue_figure;
  CREATE INDEX revenue_figure_by_day ON revenue_figure (day);
  CREATE INDEX revenue_figure_by_age ON revenue_figure (oldest_touch_days, day) WHERE oldest_touch_days > 0;
`
