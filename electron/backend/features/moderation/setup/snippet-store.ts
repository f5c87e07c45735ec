/** Ready-made answers in several languages and tones. */
import {
  MAX_SNIPPETS,
  type Snippet,
  type SnippetInput,
  type SnippetText,
} from '../../../../../shared/contract/moderation-setup.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import { assertTopic, findOrAddTopic } from './topic-store.ts'

interface StoredText extends SnippetText {
  readonly snippetId: number
}

/** By name; their texts German first, formal first. */
export function readSnippets(db: Connection): Snippet[] {
  const texts = Map.groupBy(
    db
      .prepare<[], StoredText>(
        'SELECT snippet_id AS snippetId, language, tone, text FROM snippet_text ORDER BY snippet_id, language, tone',
      )
      .all(),
    ({ snippetId }) => snippetId,
  )
  return db
    .prepare<[], Omit<Snippet, 'texts'>>(
      `SELECT snippet.id, snippet.name, snippet.topic_id AS topicId, topic.name AS topic,
         (SELECT count(*) FROM moderation_rule WHERE snippet_id = snippet.id) AS ruleCount
       FROM snippet LEFT JOIN topic ON topic.id = snippet.topic_id ORDER BY lower_case(snippet.name), snippet.id`,
    )
    .all()
    .map((row) => ({
      ...row,
      texts: (texts.get(row.id) ?? []).map(({ language, tone, text }) => ({ language, tone, text })),
    }))
}

export function addSnippet(db: Connection, { name, topicId, texts }: SnippetInput): number {
  assertFree(db, name, null)
  assertTopic(db, topicId)
  const count = Number(db.prepare<[]>('SELECT count(*) FROM snippet').pluck().get())
  if (count >= MAX_SNIPPETS) throw expected('invalid_value', { field: 'name', reason: 'too_many_snippets' })
  const id = Number(
    db.prepare<[string, number | null]>('INSERT INTO snippet (name, topic_id) VALUES (?, ?)').run(name, topicId)
      .lastInsertRowid,
  )
  writeTexts(db, id, texts)
  return id
}

type NamedSnippet = Omit<SnippetInput, 'topicId'> & { readonly topic: string | null }

/** Leaves alone what has one of the names already. */
export function addSnippets(db: Connection, snippets: readonly NamedSnippet[]): void {
  for (const { topic, ...snippet } of snippets) {
    if (findSnippet(db, snippet.name) !== null) continue
    addSnippet(db, { ...snippet, topicId: topic === null ? null : findOrAddTopic(db, topic) })
  }
}

export function updateSnippet(db: Connection, id: number, { name, topicId, texts }: SnippetInput): void {
  assertSnippet(db, id)
  assertFree(db, name, id)
  assertTopic(db, topicId)
  db.prepare<[string, number | null, number]>('UPDATE snippet SET name = ?, topic_id = ? WHERE id = ?').run(
    name,
    topicId,
    id,
  )
  writeTexts(db, id, texts)
}

export function removeSnippet(db: Connection, id: number): void {
  assertSnippet(db, id)
  db.prepare<[number]>('DELETE FROM snippet WHERE id = ?').run(id)
}

export function assertSnippet(db: Connection, id: number | null): void {
  if (id === null || db.prepare<[number]>('SELECT 1 FROM snippet WHERE id = ?').get(id)) return
  throw expected('not_found', { what: 'snippet', id })
}

function findSnippet(db: Connection, name: string): number | null {
  return db.prepare<[string], { id: number }>('SELECT id FROM snippet WHERE name = ?').get(name)?.id ?? null
}

function assertFree(db: Connection, name: string, id: number | null): void {
  const taken = findSnippet(db, name)
  if (taken !== null && taken !== id) throw expected('name_taken', { field: 'name', name })
}

/** Exactly these texts; one that stays as it is keeps its row. */
function writeTexts(db: Connection, id: number, texts: readonly SnippetText[]): void {
  const kept = texts.filter(({ text }) => text.trim() !== '')
  if (kept.length === 0) throw expected('invalid_value', { field: 'texts', reason: 'required' })
  const keys = kept.map(({ language, tone }) => `${language} ${tone}`)
  if (new Set(keys).size < keys.length) throw expected('invalid_value', { field: 'texts', reason: 'twice' })
  db.prepare<[number, string]>(
    `DELETE FROM snippet_text WHERE snippet_id = ? AND language || ' ' || tone NOT IN (SELECT value FROM json_each(?))`,
  ).run(id, JSON.stringify(keys))
  const write = db.prepare<[number, string, string, string]>(
    `INSERT INTO snippet_text (snippet_id, language, tone, text) VALUES (?, ?, ?, ?)
     ON CONFLICT (snippet_id, language, tone) DO UPDATE SET text = excluded.text WHERE text <> excluded.text`,
  )
  for (const { language, tone, text } of kept) write.run(id, language, tone, text.trim())
}
