import type { Migration } from '../migration.ts'

/**
 * The editorial calendar. A post is one idea with its master text; a variant is its form for one channel, with a time and a way of its own
 * from idea to published. What lists and results read of a post – its only channel, the first day it was published, where it can be seen –
 * follows from its variants (docs/decisions/041-posts-and-variants.md).
 */
export const calendar: Migration = {
  version: 5,
  up: (db) => db.exec(POSTS + VARIANTS + EXISTING + SUMMARY + HISTORY + SEARCH),
}

const POSTS = `
  -- The master text: what every variant says that has no text of its own.
  ALTER TABLE post ADD COLUMN text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 100000);
  ALTER TABLE post ADD COLUMN brief TEXT NOT NULL DEFAULT '' CHECK (length(brief) <= 20000);
  ALTER TABLE post ADD COLUMN audience TEXT NOT NULL DEFAULT '' CHECK (length(audience) <= 200);
  -- Where it leads to, without the words for counting.
  ALTER TABLE post ADD COLUMN link TEXT CHECK (length(link) BETWEEN 1 AND 2000);
  ALTER TABLE post ADD COLUMN client_id INTEGER REFERENCES client(id);
  ALTER TABLE post ADD COLUMN draft_due_on TEXT CHECK (draft_due_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
  CREATE INDEX post_by_draft ON post (draft_due_on) WHERE draft_due_on IS NOT NULL;
  CREATE INDEX post_by_client ON post (client_id) WHERE client_id IS NOT NULL;
`

const VARIANTS = `
  -- channel_id NULL: not yet said where.
  CREATE TABLE variant (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES post(id) ON DELETE CASCADE,
    channel_id INTEGER REFERENCES channel(id),
    status TEXT NOT NULL CHECK (status IN ('idea', 'draft', 'review', 'ready', 'published', 'archived', 'cancelled')),
    -- NULL: it follows the master text.
    text TEXT CHECK (length(text) <= 100000),
    -- NULL: that of the post.
    format TEXT CHECK (format IN ('reel', 'carousel', 'story', 'image', 'video', 'text', 'article', 'event', 'live')),
    -- The day is that of the moment in the ledger's zone.
    planned_at INTEGER,
    planned_on TEXT,
    -- The true time; without a moment only its day is known.
    published_at INTEGER,
    published_on TEXT,
    permalink TEXT CHECK (length(permalink) BETWEEN 1 AND 2000),
    permalink_key TEXT,
    -- The day it is shown on.
    day TEXT GENERATED ALWAYS AS (coalesce(published_on, planned_on)) VIRTUAL,
    CHECK ((planned_at IS NULL) = (planned_on IS NULL)),
    CHECK (published_at IS NULL OR published_on IS NOT NULL),
    CHECK (published_on IS NULL OR status IN ('published', 'archived'))
  ) STRICT;
  CREATE UNIQUE INDEX variant_once ON variant (post_id, coalesce(channel_id, 0));
  -- What has no day, and no moment on its day, comes first; on the board what has no day comes last.
  CREATE INDEX variant_by_day ON variant ((coalesce(day, '')), (coalesce(published_at, planned_at, 0)), id);
  CREATE INDEX variant_by_status ON variant (status, (coalesce(day, '9999')), (coalesce(published_at, planned_at, 0)), id);
  CREATE INDEX variant_by_channel ON variant (channel_id, day) WHERE channel_id IS NOT NULL;
  CREATE INDEX variant_by_permalink ON variant (permalink_key) WHERE permalink_key IS NOT NULL;
`

/** Posts of earlier formats were noted after they had been made: with a day they are published, without one ideas. */
const EXISTING = `
  INSERT INTO variant (post_id, channel_id, status, published_on, permalink, permalink_key)
  SELECT id, channel_id, CASE WHEN published_on IS NULL THEN 'idea' ELSE 'published' END, published_on, permalink, permalink_key FROM post
  ORDER BY published_on, id;
  DROP INDEX post_by_permalink;
`

const summaryOf = (post: string) => `
  (SELECT CASE WHEN count(DISTINCT channel_id) = 1 THEN max(channel_id) END, min(published_on),
    (SELECT permalink FROM variant WHERE post_id = ${post} AND permalink IS NOT NULL ORDER BY id LIMIT 1),
    (SELECT permalink_key FROM variant WHERE post_id = ${post} AND permalink IS NOT NULL ORDER BY id LIMIT 1)
   FROM variant WHERE post_id = ${post})`

const SUMMARY_COLUMNS = '(channel_id, published_on, permalink, permalink_key)'

const summing = (event: string, row: 'NEW' | 'OLD', name: string) => `
  CREATE TRIGGER variant_summed_${name} AFTER ${event} ON variant BEGIN
    UPDATE post SET ${SUMMARY_COLUMNS} = ${summaryOf(`${row}.post_id`)}
    WHERE id = ${row}.post_id AND ${SUMMARY_COLUMNS} IS NOT ${summaryOf(`${row}.post_id`)};
  END;
`

const SUMMARY =
  summing('INSERT', 'NEW', 'added') +
  summing('DELETE', 'OLD', 'removed') +
  summing('UPDATE OF post_id, channel_id, published_on, permalink, permalink_key', 'NEW', 'changed') +
  // Where it moves to another post, the one it leaves is summed up as well.
  `
  CREATE TRIGGER variant_summed_left AFTER UPDATE OF post_id ON variant WHEN NEW.post_id <> OLD.post_id BEGIN
    UPDATE post SET ${SUMMARY_COLUMNS} = ${summaryOf('OLD.post_id')} WHERE id = OLD.post_id;
  END;
`

const HISTORY = `
  CREATE TABLE post_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES post(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    is_done INTEGER NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1))
  ) STRICT;
  CREATE INDEX post_check_by_post ON post_check (post_id, position);
  -- Who changed what when. Commands only ever add to it; undo takes back what its command added.
  CREATE TABLE post_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES post(id) ON DELETE CASCADE,
    -- The channel it was about; NULL: the post as a whole.
    channel_id INTEGER REFERENCES channel(id) ON DELETE SET NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    person_id INTEGER REFERENCES person(id),
    detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
  ) STRICT;
  CREATE INDEX post_event_by_post ON post_event (post_id, id);
`

const ownTexts = (post: string) =>
  `coalesce((SELECT group_concat(text, char(10)) FROM variant WHERE post_id = ${post} AND text IS NOT NULL), '')`

const reindexing = (event: string, row: 'NEW' | 'OLD', name: string) => `
  CREATE TRIGGER variant_indexed_${name} AFTER ${event}
    BEGIN UPDATE post_search SET own_texts = ${ownTexts(`${row}.post_id`)} WHERE rowid = ${row}.post_id; END;
`

const SEARCH = `
  CREATE VIRTUAL TABLE post_search USING fts5 (title, text, brief, own_texts, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
  INSERT INTO post_search (rowid, title, text, brief, own_texts) SELECT id, title, text, brief, '' FROM post;
  CREATE TRIGGER post_indexed AFTER INSERT ON post
    BEGIN INSERT INTO post_search (rowid, title, text, brief, own_texts) VALUES (NEW.id, NEW.title, NEW.text, NEW.brief, ${ownTexts('NEW.id')}); END;
  CREATE TRIGGER post_reindexed AFTER UPDATE OF title, text, brief ON post
    WHEN NEW.title <> OLD.title OR NEW.text <> OLD.text OR NEW.brief <> OLD.brief
    BEGIN UPDATE post_search SET title = NEW.title, text = NEW.text, brief = NEW.brief WHERE rowid = NEW.id; END;
  CREATE TRIGGER post_unindexed AFTER DELETE ON post
    BEGIN DELETE FROM post_search WHERE rowid = OLD.id; END;
  ${reindexing('INSERT ON variant WHEN NEW.text IS NOT NULL', 'NEW', 'added')}
  ${reindexing('UPDATE OF text, post_id ON variant WHEN NEW.text IS NOT OLD.text OR NEW.post_id <> OLD.post_id', 'NEW', 'changed')}
  ${reindexing('DELETE ON variant WHEN OLD.text IS NOT NULL', 'OLD', 'removed')}
`
