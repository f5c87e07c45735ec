import { zoneOffsetMinutes } from '../../../../shared/domain/instant.ts'
import type { Database } from 'better-sqlite3'
import type { Migration } from '../migration.ts'

/**
 * The moderation log. What may name a person – handles, texts, addresses – stands in tables of its own (contact_handle,
 * conversation_text, event_text, reply_draft) and can be erased; what is counted and costed stands beside it and stays.
 */
export const moderation: Migration = {
  version: 4,
  up: (db) => {
    db.exec(POSTS + CONTACTS + CONVERSATIONS + TIMELINE + SETUP + CRISES + SEARCH + ERASURE)
    placeInLocalTime(db)
  },
}

const POSTS = `
  -- Where a post can be seen, and what all addresses of it have in common (shared/domain/conversation-place.ts): a pasted one finds its post.
  ALTER TABLE post ADD COLUMN permalink TEXT CHECK (length(permalink) BETWEEN 1 AND 2000);
  ALTER TABLE post ADD COLUMN permalink_key TEXT;
  CREATE INDEX post_by_permalink ON post (permalink_key) WHERE permalink_key IS NOT NULL;
`

const CONTACTS = `
  -- The other side of a conversation, under a pseudonym (K-4F2A) that says nothing about it.
  CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pseudonym TEXT NOT NULL UNIQUE CHECK (length(pseudonym) BETWEEN 3 AND 20),
    first_at INTEGER NOT NULL,
    is_blocked INTEGER NOT NULL DEFAULT 0 CHECK (is_blocked IN (0, 1))
  ) STRICT;
  -- Under which names it writes. Erasable.
  CREATE TABLE contact_handle (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    network TEXT NOT NULL,
    handle TEXT NOT NULL COLLATE NOCASE CHECK (length(handle) BETWEEN 1 AND 200)
  ) STRICT;
  CREATE UNIQUE INDEX contact_handle_once ON contact_handle (network, handle);
  CREATE INDEX contact_handle_by_contact ON contact_handle (contact_id);
`

/** Conversations of earlier formats were noted after they had been handled: they are done, and without times. */
const CONVERSATIONS = `
  CREATE TABLE crisis (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    -- 1: to be watched, 2: serious, 3: critical.
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    -- People the other side reaches, as far as it is known.
    reach INTEGER CHECK (reach BETWEEN 0 AND 10000000000),
    -- Afterwards: what set it off, what helped, what is to change.
    cause TEXT NOT NULL DEFAULT '' CHECK (length(cause) <= 5000),
    what_helped TEXT NOT NULL DEFAULT '' CHECK (length(what_helped) <= 5000),
    what_changes TEXT NOT NULL DEFAULT '' CHECK (length(what_changes) <= 5000),
    CHECK (closed_at IS NULL OR closed_at >= opened_at)
  ) STRICT;

  ALTER TABLE conversation ADD COLUMN kind TEXT NOT NULL DEFAULT 'comment' CHECK (kind IN ('comment', 'review', 'message', 'mention'));
  ALTER TABLE conversation ADD COLUMN status TEXT NOT NULL DEFAULT 'done' CHECK (status IN ('open', 'waiting', 'done'));
  -- The day and hour it came in, in the ledger's zone. No hour: only its day is known, as of batches.
  ALTER TABLE conversation ADD COLUMN day TEXT NOT NULL DEFAULT '';
  ALTER TABLE conversation ADD COLUMN hour INTEGER CHECK (hour BETWEEN 0 AND 23);
  ALTER TABLE conversation ADD COLUMN stars INTEGER CHECK (stars BETWEEN 1 AND 5);
  -- Several noted with one line; NULL: a single one. They have no times of response.
  ALTER TABLE conversation ADD COLUMN batch_count INTEGER CHECK (batch_count BETWEEN 1 AND 100000);
  ALTER TABLE conversation ADD COLUMN contact_id INTEGER REFERENCES contact(id);
  ALTER TABLE conversation ADD COLUMN client_id INTEGER REFERENCES client(id);
  -- The department it was handled for.
  ALTER TABLE conversation ADD COLUMN department_id INTEGER REFERENCES department(id);
  ALTER TABLE conversation ADD COLUMN crisis_id INTEGER REFERENCES crisis(id);
  ALTER TABLE conversation ADD COLUMN sentiment TEXT CHECK (sentiment IN ('positive', 'neutral', 'negative', 'angry'));
  -- Said by a person, not proposed from words.
  ALTER TABLE conversation ADD COLUMN is_sentiment_own INTEGER NOT NULL DEFAULT 0 CHECK (is_sentiment_own IN (0, 1));
  -- 0: low, 1: normal, 2: high, 3: urgent.
  ALTER TABLE conversation ADD COLUMN priority INTEGER NOT NULL DEFAULT 1 CHECK (priority BETWEEN 0 AND 3);
  -- The snippet a rule proposes.
  ALTER TABLE conversation ADD COLUMN snippet_id INTEGER REFERENCES snippet(id) ON DELETE SET NULL;
  -- Until when the next answer is due, whoever's turn it is. NULL: no target, or nothing to answer.
  ALTER TABLE conversation ADD COLUMN due_at INTEGER;
  ALTER TABLE conversation ADD COLUMN snoozed_until INTEGER;
  -- Until when the first answer was due. Kept as it was when the answer came.
  ALTER TABLE conversation ADD COLUMN first_due_at INTEGER;
  ALTER TABLE conversation ADD COLUMN first_answered_at INTEGER;
  -- Seconds of service time from coming in to the first answer, and to being done.
  ALTER TABLE conversation ADD COLUMN first_response_seconds INTEGER CHECK (first_response_seconds >= 0);
  ALTER TABLE conversation ADD COLUMN resolved_at INTEGER;
  ALTER TABLE conversation ADD COLUMN resolution_seconds INTEGER CHECK (resolution_seconds >= 0);
  ALTER TABLE conversation ADD COLUMN measure TEXT CHECK (measure IN ('hidden', 'deleted', 'blocked'));
  -- Why its text is kept beyond its time, e.g. a dispute. NULL: it is not.
  ALTER TABLE conversation ADD COLUMN hold_reason TEXT CHECK (length(hold_reason) BETWEEN 1 AND 500);
  -- Text and handle were erased.
  ALTER TABLE conversation ADD COLUMN erased_at INTEGER;

  -- What the other side wrote and where it stands. Erasable.
  CREATE TABLE conversation_text (
    id INTEGER PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE,
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 50000),
    url TEXT CHECK (length(url) <= 2000)
  ) STRICT;
  -- An answer that is being written. No source: kept as it is typed, never undone. Erasable.
  CREATE TABLE reply_draft (
    id INTEGER PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (length(text) <= 50000)
  ) STRICT;

  -- The lists in their order: urgent ones first, then by deadline, none (9007199254740991) last; done ones by when they were done.
  CREATE INDEX conversation_unfinished ON conversation (status, (priority < 3), (coalesce(due_at, 9007199254740991)), id, snoozed_until)
    WHERE status <> 'done';
  CREATE INDEX conversation_done ON conversation ((coalesce(resolved_at, received_at)), id) WHERE status = 'done';
  CREATE INDEX conversation_by_contact ON conversation (contact_id, received_at) WHERE contact_id IS NOT NULL;
  CREATE INDEX conversation_by_crisis ON conversation (crisis_id) WHERE crisis_id IS NOT NULL;
  CREATE INDEX conversation_by_post ON conversation (post_id) WHERE post_id IS NOT NULL;
  CREATE INDEX conversation_by_department ON conversation (department_id, day) WHERE department_id IS NOT NULL;
  CREATE INDEX conversation_by_client ON conversation (client_id) WHERE client_id IS NOT NULL;
  CREATE INDEX conversation_by_snippet ON conversation (snippet_id) WHERE snippet_id IS NOT NULL;
  -- What figures of a period read.
  CREATE INDEX conversation_by_day ON conversation (day, channel_id, kind, hour, batch_count, sentiment, status, first_due_at,
    first_answered_at, first_response_seconds, resolution_seconds, department_id, client_id, resolved_at, measure, id);
  -- What conversations took is read from the index alone.
  DROP INDEX ledger_line_by_conversation;
  CREATE INDEX ledger_line_by_conversation ON ledger_line (conversation_id, day, kind, cents, seconds, is_priced, department_id)
    WHERE conversation_id IS NOT NULL;
  CREATE INDEX lead_by_conversation ON lead (conversation_id) WHERE conversation_id IS NOT NULL;
`

const TIMELINE = `
  -- Everything that happened to a conversation, in order. Commands only ever add to it; undo takes back what its command added.
  CREATE TABLE conversation_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    -- Who did it; NULL: not known.
    person_id INTEGER REFERENCES person(id),
    -- What belongs to it, without personal data.
    detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
  ) STRICT;
  CREATE INDEX conversation_event_by_conversation ON conversation_event (conversation_id, id);
  CREATE INDEX conversation_event_by_person ON conversation_event (person_id) WHERE person_id IS NOT NULL;
  -- Only which conversation it belongs to may change: when two are merged.
  CREATE TRIGGER conversation_event_kept BEFORE UPDATE ON conversation_event
    WHEN NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.kind <> OLD.kind OR NEW.detail <> OLD.detail OR NEW.person_id IS NOT OLD.person_id
    BEGIN SELECT RAISE(ABORT, 'timeline is append-only'); END;
  -- Words that belong to it: an answer, a note, a reason. Erasable.
  CREATE TABLE event_text (
    id INTEGER PRIMARY KEY REFERENCES conversation_event(id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 50000)
  ) STRICT;

  -- Every further message of the other side and when it was answered. The first stands in the conversation itself.
  CREATE TABLE next_response (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    asked_at INTEGER NOT NULL,
    due_at INTEGER,
    answered_at INTEGER,
    response_seconds INTEGER CHECK (response_seconds >= 0)
  ) STRICT;
  CREATE INDEX next_response_by_conversation ON next_response (conversation_id, id);
  CREATE INDEX next_response_by_time ON next_response (asked_at);

  -- To a colleague or a department, with a deadline of its own. The clock of the answer goes on.
  CREATE TABLE handover (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person(id),
    department_id INTEGER REFERENCES department(id),
    at INTEGER NOT NULL,
    due_at INTEGER,
    returned_at INTEGER,
    CHECK ((person_id IS NULL) <> (department_id IS NULL))
  ) STRICT;
  CREATE INDEX handover_by_conversation ON handover (conversation_id, id);
  CREATE INDEX handover_open ON handover (due_at) WHERE returned_at IS NULL;

  -- What conversations are about; also used as labels.
  CREATE TABLE topic (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    position INTEGER NOT NULL DEFAULT 0,
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1))
  ) STRICT;
  CREATE TABLE conversation_topic (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topic(id)
  ) STRICT;
  CREATE UNIQUE INDEX conversation_topic_once ON conversation_topic (conversation_id, topic_id);
  CREATE INDEX conversation_topic_by_topic ON conversation_topic (topic_id, conversation_id);
`

const SETUP = `
  -- When answers are given. channel_id NULL: where a channel has none of its own.
  CREATE TABLE service_hours (
    id INTEGER PRIMARY KEY,
    channel_id INTEGER REFERENCES channel(id) ON DELETE CASCADE,
    -- By weekday, Monday first, each a list of stretches {from, to} HH:mm.
    weekly TEXT NOT NULL CHECK (json_valid(weekly)),
    observes_holidays INTEGER NOT NULL DEFAULT 1 CHECK (observes_holidays IN (0, 1))
  ) STRICT;
  CREATE UNIQUE INDEX service_hours_once ON service_hours (coalesce(channel_id, 0));

  -- How soon an answer is due, in minutes of service time; minutes NULL: no target. The most exact one holds.
  CREATE TABLE response_target (
    id INTEGER PRIMARY KEY,
    channel_id INTEGER REFERENCES channel(id) ON DELETE CASCADE,
    kind TEXT CHECK (kind IN ('comment', 'review', 'message', 'mention')),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 100000)
  ) STRICT;
  CREATE UNIQUE INDEX response_target_once ON response_target (coalesce(channel_id, 0), coalesce(kind, ''));

  -- Texts to answer with, each in several languages and tones.
  CREATE TABLE snippet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    topic_id INTEGER REFERENCES topic(id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE snippet_text (
    id INTEGER PRIMARY KEY,
    snippet_id INTEGER NOT NULL REFERENCES snippet(id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    tone TEXT NOT NULL CHECK (tone IN ('formal', 'informal')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 5000)
  ) STRICT;
  CREATE UNIQUE INDEX snippet_text_once ON snippet_text (snippet_id, language, tone);

  -- Applied in order to every conversation that is captured.
  CREATE TABLE moderation_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    conditions TEXT NOT NULL CHECK (json_valid(conditions)),
    priority INTEGER CHECK (priority BETWEEN 0 AND 3),
    snippet_id INTEGER REFERENCES snippet(id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES person(id),
    department_id INTEGER REFERENCES department(id),
    escalate_minutes INTEGER CHECK (escalate_minutes BETWEEN 1 AND 100000),
    is_last INTEGER NOT NULL DEFAULT 0 CHECK (is_last IN (0, 1)),
    CHECK (person_id IS NULL OR department_id IS NULL)
  ) STRICT;
  CREATE TABLE rule_topic (
    id INTEGER PRIMARY KEY,
    rule_id INTEGER NOT NULL REFERENCES moderation_rule(id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topic(id)
  ) STRICT;
  CREATE UNIQUE INDEX rule_topic_once ON rule_topic (rule_id, topic_id);

  -- Months after which the text and handle of a kind of conversation are erased; NULL: they are kept. No row: the default.
  CREATE TABLE retention (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL UNIQUE CHECK (kind IN ('comment', 'review', 'message', 'mention')),
    months INTEGER CHECK (months BETWEEN 1 AND 120)
  ) STRICT;

  -- People a channel reached in a month, as its own statistics say.
  CREATE TABLE channel_reach (
    id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL REFERENCES channel(id) ON DELETE CASCADE,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    reach INTEGER NOT NULL CHECK (reach BETWEEN 0 AND 10000000000)
  ) STRICT;
  CREATE UNIQUE INDEX channel_reach_once ON channel_reach (channel_id, month);
`

/** Lists with crisis_id NULL are the ones every new crisis starts with. */
const CRISES = `
  -- Who must know, in which order and until when.
  CREATE TABLE crisis_contact (
    id INTEGER PRIMARY KEY,
    crisis_id INTEGER REFERENCES crisis(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    role TEXT NOT NULL DEFAULT '' CHECK (length(role) <= 200),
    reachable_by TEXT NOT NULL DEFAULT '' CHECK (length(reachable_by) <= 200),
    -- Needed from this level on.
    from_level INTEGER NOT NULL DEFAULT 1 CHECK (from_level BETWEEN 1 AND 3),
    -- Minutes after the crisis was opened or reached that level, wall time.
    within_minutes INTEGER CHECK (within_minutes BETWEEN 1 AND 100000),
    informed_at INTEGER
  ) STRICT;
  CREATE INDEX crisis_contact_by_crisis ON crisis_contact (crisis_id, position);
  CREATE TABLE crisis_check (
    id INTEGER PRIMARY KEY,
    crisis_id INTEGER REFERENCES crisis(id) ON DELETE CASCADE,
    -- task: to be done; calm: what has to be true before it is over.
    list TEXT NOT NULL CHECK (list IN ('task', 'calm')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    done_at INTEGER
  ) STRICT;
  CREATE INDEX crisis_check_by_crisis ON crisis_check (crisis_id, list, position);
  CREATE TABLE crisis_statement (
    id INTEGER PRIMARY KEY,
    crisis_id INTEGER NOT NULL REFERENCES crisis(id) ON DELETE CASCADE,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'rejected', 'published')),
    decided_by TEXT CHECK (length(decided_by) BETWEEN 1 AND 200),
    decided_at INTEGER,
    published_at INTEGER,
    channel_id INTEGER REFERENCES channel(id)
  ) STRICT;
  CREATE INDEX crisis_statement_by_crisis ON crisis_statement (crisis_id, id);
  -- What happened, in order. Commands only ever add to it.
  CREATE TABLE crisis_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    crisis_id INTEGER NOT NULL REFERENCES crisis(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    person_id INTEGER REFERENCES person(id),
    detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 20000)
  ) STRICT;
  CREATE INDEX crisis_entry_by_crisis ON crisis_entry (crisis_id, at, id);
  -- Nothing but an erasure changes what was noted, and only its words.
  CREATE TRIGGER crisis_entry_kept BEFORE UPDATE ON crisis_entry
    WHEN NEW.id <> OLD.id OR NEW.crisis_id <> OLD.crisis_id OR NEW.at <> OLD.at OR NEW.noted_at <> OLD.noted_at OR NEW.kind <> OLD.kind
    BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;

  -- Screenshots and other evidence.
  ALTER TABLE attachment ADD COLUMN conversation_id INTEGER REFERENCES conversation(id) ON DELETE CASCADE;
  ALTER TABLE attachment ADD COLUMN crisis_id INTEGER REFERENCES crisis(id) ON DELETE CASCADE;
  CREATE INDEX attachment_by_conversation ON attachment (conversation_id) WHERE conversation_id IS NOT NULL;
  CREATE INDEX attachment_by_crisis ON attachment (crisis_id) WHERE crisis_id IS NOT NULL;
`

/**
 * Without FTS5's own secure-delete: with it the index no longer agreed with its checksum after some edits. What is erased leaves the index
 * because an erasure builds it anew (erasure/wipe.ts).
 */
const SEARCH = `
  CREATE VIRTUAL TABLE conversation_search USING fts5 (label, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
  INSERT INTO conversation_search (rowid, label, text) SELECT id, label, '' FROM conversation;
  CREATE TRIGGER conversation_indexed AFTER INSERT ON conversation
    BEGIN INSERT INTO conversation_search (rowid, label, text) VALUES (NEW.id, NEW.label, ''); END;
  CREATE TRIGGER conversation_reindexed AFTER UPDATE OF label ON conversation WHEN NEW.label <> OLD.label
    BEGIN UPDATE conversation_search SET label = NEW.label WHERE rowid = NEW.id; END;
  CREATE TRIGGER conversation_unindexed AFTER DELETE ON conversation
    BEGIN DELETE FROM conversation_search WHERE rowid = OLD.id; END;
  CREATE TRIGGER conversation_text_indexed AFTER INSERT ON conversation_text
    BEGIN UPDATE conversation_search SET text = NEW.text WHERE rowid = NEW.id; END;
  CREATE TRIGGER conversation_text_reindexed AFTER UPDATE OF text ON conversation_text WHEN NEW.text <> OLD.text
    BEGIN UPDATE conversation_search SET text = NEW.text WHERE rowid = NEW.id; END;
  CREATE TRIGGER conversation_text_unindexed AFTER DELETE ON conversation_text
    BEGIN UPDATE conversation_search SET text = '' WHERE rowid = OLD.id; END;
`

const ERASURE = `
  -- What was erased: names as salted hashes, conversations by their numbers. A ledger that lacks an entry of the list beside it is an
  -- older state, in which it is erased once more. Never journalled.
  CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    -- handle: a contact of that name on that network, with its conversations. word, mention: the name in texts. conversation: texts.
    kind TEXT NOT NULL CHECK (kind IN ('handle', 'word', 'mention', 'conversation')),
    hash TEXT NOT NULL,
    -- Words and signs the name is made of; 0: no name.
    parts INTEGER NOT NULL DEFAULT 0,
    -- What stands in texts in its place.
    pseudonym TEXT,
    -- Numbers of the conversations, as a list of first and last.
    ranges TEXT CHECK (json_valid(ranges)),
    at INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('request', 'retention')),
    CHECK ((kind = 'conversation') = (ranges IS NOT NULL)),
    CHECK ((kind IN ('word', 'mention')) = (pseudonym IS NOT NULL))
  ) STRICT;
  CREATE UNIQUE INDEX erasure_once ON erasure (kind, hash);
`

/** Day and hour of the conversations that are there: at noon came those of which only the day was known. */
function placeInLocalTime(db: Database): void {
  const setting = db.prepare("SELECT value FROM setting WHERE key = 'timeZone'").pluck().get() as string | undefined
  const timeZone = setting === undefined ? 'Europe/Berlin' : (JSON.parse(setting) as string)
  const place = db.prepare('UPDATE conversation SET day = ?, hour = ? WHERE id = ?')
  const rows = db.prepare('SELECT id, received_at AS at FROM conversation').all() as { id: number; at: number }[]
  for (const { id, at } of rows) {
    const local = new Date(at + zoneOffsetMinutes(timeZone, at) * 60_000)
    const [day = '', clock] = local.toISOString().split('T')
    place.run(day, clock === '12:00:00.000Z' ? null : local.getUTCHours(), id)
  }
}
