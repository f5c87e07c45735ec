import type { Migration } from '../migration.ts'

/** Time as it is kept by hand: timers, shares, projects, what clients pay for hours, and whose revenue a purchase is. */
export const time: Migration = {
  version: 3,
  up: (db) => db.exec(PEOPLE + ENTRIES + BILLING + LOCKS),
}

const PEOPLE = `
  ALTER TABLE person ADD COLUMN kind TEXT NOT NULL DEFAULT 'employee' CHECK (kind IN ('employee', 'expert', 'freelancer'));
  -- What a week of this person is paid for; beside it the log shows which share of it is tracked.
  ALTER TABLE person ADD COLUMN paid_seconds_per_week INTEGER CHECK (paid_seconds_per_week BETWEEN 1 AND 604800);
  -- What the hour would earn elsewhere: shown beside the result, never inside it.
  CREATE TABLE opportunity_rate (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    valid_from TEXT NOT NULL CHECK (valid_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    cents_per_hour INTEGER NOT NULL CHECK (cents_per_hour BETWEEN 0 AND 10000000)
  ) STRICT;
  CREATE UNIQUE INDEX opportunity_rate_once ON opportunity_rate (person_id, valid_from);
`

const ENTRIES = `
  CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    client_id INTEGER REFERENCES client(id),
    name TEXT NOT NULL COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 200),
    -- New entries of the project are billable.
    is_billable INTEGER NOT NULL DEFAULT 0 CHECK (is_billable IN (0, 1)),
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
    planned_minutes INTEGER CHECK (planned_minutes BETWEEN 1 AND 6000000)
  ) STRICT;
  CREATE UNIQUE INDEX project_once ON project (coalesce(client_id, 0), name);
  ALTER TABLE post ADD COLUMN planned_minutes INTEGER CHECK (planned_minutes BETWEEN 1 AND 60000);

  -- What was handed over to a client for payment. Its entries are locked until it is unlocked with a reason.
  CREATE TABLE invoice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id),
    number TEXT NOT NULL CHECK (length(number) <= 100),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL CHECK (to_day >= from_day),
    -- When its entries were locked, the last time: in this order invoices use up a retainer.
    locked_at INTEGER NOT NULL,
    raw_seconds INTEGER NOT NULL,
    billed_seconds INTEGER NOT NULL,
    -- Hours charged and fees of retainers together; the months whose fee it charges, as a JSON array.
    cents INTEGER NOT NULL,
    fee_cents INTEGER NOT NULL DEFAULT 0 CHECK (fee_cents >= 0),
    fee_months TEXT NOT NULL DEFAULT '[]',
    -- The amount as revenue of one's own.
    event_id INTEGER REFERENCES revenue_event(id) ON DELETE SET NULL,
    -- NULL: its entries are locked.
    unlocked_at INTEGER
  ) STRICT;
  -- Each time it was unlocked, and why.
  CREATE TABLE invoice_unlock (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoice(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
  ) STRICT;
  CREATE INDEX invoice_unlock_by_invoice ON invoice_unlock (invoice_id);
  CREATE UNIQUE INDEX invoice_once ON invoice (number);
  CREATE INDEX invoice_by_client ON invoice (client_id, from_day);

  ALTER TABLE time_entry ADD COLUMN project_id INTEGER REFERENCES project(id);
  ALTER TABLE time_entry ADD COLUMN invoice_id INTEGER REFERENCES invoice(id);
  -- A weekly estimate, not a measured stretch of work.
  ALTER TABLE time_entry ADD COLUMN is_estimate INTEGER NOT NULL DEFAULT 0 CHECK (is_estimate IN (0, 1));
  -- Only day and length are known: the hour of the day is a place to show it.
  ALTER TABLE time_entry ADD COLUMN is_untimed INTEGER NOT NULL DEFAULT 0 CHECK (is_untimed IN (0, 1));
  CREATE INDEX time_entry_by_client ON time_entry (client_id, started_at) WHERE client_id IS NOT NULL;
  CREATE INDEX time_entry_by_project ON time_entry (project_id, started_at, ended_at) WHERE project_id IS NOT NULL;
  CREATE INDEX time_entry_by_invoice ON time_entry (invoice_id) WHERE invoice_id IS NOT NULL;
  CREATE INDEX time_entry_by_post ON time_entry (post_id) WHERE post_id IS NOT NULL;
  CREATE INDEX time_entry_by_conversation ON time_entry (conversation_id) WHERE conversation_id IS NOT NULL;
  CREATE INDEX time_entry_by_person_and_start ON time_entry (person_id, started_at);
  -- Entries over a day long: a stretch of days shows what reaches into it, and looks a day back for all others.
  CREATE INDEX time_entry_long ON time_entry (started_at) WHERE ended_at - started_at > 86400000;
  DROP INDEX time_entry_by_person;
  -- What the lines of a source come to is read from the index alone.
  DROP INDEX ledger_line_by_source;
  CREATE INDEX ledger_line_by_source ON ledger_line (source_kind, source_id, part, cents, seconds, is_priced);

  -- An entry over several posts or conversations. One over a single one names it itself and has no shares.
  CREATE TABLE time_share (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES time_entry(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    post_id INTEGER REFERENCES post(id),
    conversation_id INTEGER REFERENCES conversation(id),
    weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
    CHECK ((post_id IS NULL) <> (conversation_id IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX time_share_once ON time_share (entry_id, position);
  CREATE INDEX time_share_by_post ON time_share (post_id) WHERE post_id IS NOT NULL;
  CREATE INDEX time_share_by_conversation ON time_share (conversation_id) WHERE conversation_id IS NOT NULL;

  -- The last moment the app saw that a person's timer ran. No source: written every minute, never undone.
  CREATE TABLE timer_sign (
    person_id INTEGER PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
    at INTEGER NOT NULL
  ) STRICT;

  -- A combination kept to be started with one key.
  CREATE TABLE favourite (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    activity TEXT,
    channel_id INTEGER REFERENCES channel(id),
    campaign_id INTEGER REFERENCES campaign(id),
    post_id INTEGER REFERENCES post(id),
    conversation_id INTEGER REFERENCES conversation(id),
    client_id INTEGER REFERENCES client(id),
    project_id INTEGER REFERENCES project(id),
    department_id INTEGER REFERENCES department(id),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    scope TEXT NOT NULL DEFAULT 'social' CHECK (scope IN ('social', 'other')),
    is_billable INTEGER NOT NULL DEFAULT 0 CHECK (is_billable IN (0, 1))
  ) STRICT;
`

const BILLING = `
  -- What a client pays for an hour from a day on. The most exact one holds: client and person before client before person before all.
  CREATE TABLE billing_rate (
    id INTEGER PRIMARY KEY,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person(id) ON DELETE CASCADE,
    valid_from TEXT NOT NULL CHECK (valid_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    cents_per_hour INTEGER NOT NULL CHECK (cents_per_hour BETWEEN 0 AND 10000000)
  ) STRICT;
  CREATE UNIQUE INDEX billing_rate_once ON billing_rate (coalesce(client_id, 0), coalesce(person_id, 0), valid_from);

  CREATE TABLE billing_terms (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL UNIQUE REFERENCES client(id) ON DELETE CASCADE,
    rounding TEXT NOT NULL CHECK (rounding IN ('none', 'up', 'down', 'nearest')),
    rounding_minutes INTEGER NOT NULL CHECK (rounding_minutes BETWEEN 1 AND 60),
    rounding_of TEXT NOT NULL CHECK (rounding_of IN ('entry', 'total'))
  ) STRICT;

  -- Hours a month at a fixed fee. carry_over_cap_seconds NULL: without a cap, 0: none; carry_over_months NULL: they do not expire.
  CREATE TABLE retainer (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    from_month TEXT NOT NULL CHECK (from_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    to_month TEXT CHECK (to_month >= from_month),
    monthly_seconds INTEGER NOT NULL CHECK (monthly_seconds BETWEEN 1 AND 2678400),
    fee_cents INTEGER NOT NULL CHECK (fee_cents >= 0),
    carry_over_cap_seconds INTEGER CHECK (carry_over_cap_seconds >= 0),
    carry_over_months INTEGER CHECK (carry_over_months BETWEEN 1 AND 120),
    -- Price of an hour beyond; NULL: the billing rate of its day.
    excess_cents_per_hour INTEGER CHECK (excess_cents_per_hour BETWEEN 0 AND 10000000)
  ) STRICT;
  CREATE INDEX retainer_by_client ON retainer (client_id, from_month);

  -- A client's revenue that a freelancer works for is the client's: it has no lines in one's own ledger.
  ALTER TABLE revenue_event ADD COLUMN beneficiary TEXT NOT NULL DEFAULT 'own' CHECK (beneficiary IN ('own', 'client'));
  CREATE INDEX revenue_event_of_clients ON revenue_event (client_id, day) WHERE beneficiary = 'client';
  -- Who bought before is asked of one's own purchases, without reading them.
  DROP INDEX revenue_event_by_customer;
  CREATE INDEX revenue_event_by_customer ON revenue_event (customer_hash, day)
    WHERE customer_hash IS NOT NULL AND is_counted = 1 AND beneficiary = 'own';
`

/** What was invoiced keeps its person, its times and whether it is billable. */
const LOCKS = `
  CREATE TRIGGER invoiced_entry_kept BEFORE UPDATE ON time_entry
    WHEN OLD.invoice_id IS NOT NULL AND NEW.invoice_id IS OLD.invoice_id
      AND (NEW.person_id <> OLD.person_id OR NEW.started_at <> OLD.started_at OR NEW.ended_at IS NOT OLD.ended_at
        OR NEW.is_billable <> OLD.is_billable)
    BEGIN SELECT RAISE(ABORT, 'entry invoiced'); END;
  CREATE TRIGGER invoiced_entry_not_removed BEFORE DELETE ON time_entry WHEN OLD.invoice_id IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'entry invoiced'); END;
`
