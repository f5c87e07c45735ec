/**
 * Every column of the ledger in which somebody may have written a name. What is not listed here holds words of the program, days,
 * keys and hashes (a test compares both lists with the file).
 */
import type { Place } from '../../../shared/contract/privacy.ts'
import type { Connection } from '../database/connection.ts'

export interface FreeText {
  readonly table: string
  readonly column: string
  readonly place: Place
  /**
   * text: words. url: loses its meaning with the name, and goes as a whole. json: only what stands under the keys of TYPED_KEYS is
   * words. identity: of an imported row, words where it is one of hours.
   */
  readonly form: 'text' | 'url' | 'json' | 'identity'
  /** Longest text the column takes. */
  readonly limit: number
}

const LONG = 2_000
const text = (place: Place, table: string, columns: readonly string[], limit = LONG): FreeText[] =>
  columns.map((column) => ({ table, column, place, form: 'text', limit }))

/** A name here is replaced by a pseudonym when the person is erased. */
export const FREE_TEXTS: readonly FreeText[] = [
  ...text('texts', 'conversation_text', ['text'], 50_000),
  { table: 'conversation_text', column: 'url', place: 'texts', form: 'url', limit: LONG },
  ...text('answers', 'event_text', ['text'], 50_000),
  ...text('answers', 'reply_draft', ['text'], 50_000),
  ...text('labels', 'conversation', ['label'], 200),
  ...text('labels', 'conversation', ['hold_reason'], 500),
  { table: 'conversation_event', column: 'detail', place: 'labels', form: 'json', limit: LONG },
  ...text('time', 'time_entry', ['note']),
  ...text('time', 'favourite', ['note']),
  ...text('leads', 'lead', ['name'], 200),
  ...text('leads', 'lead', ['note']),
  { table: 'import_row', column: 'record', place: 'imports', form: 'json', limit: 1_000_000 },
  { table: 'import_row', column: 'identity', place: 'imports', form: 'identity', limit: 1_000_000 },
  { table: 'import_change', column: 'before', place: 'imports', form: 'json', limit: 1_000_000 },
  { table: 'import_change', column: 'identity', place: 'imports', form: 'identity', limit: 1_000_000 },
  ...text('imports', 'import_batch', ['file_name'], LONG),
  ...text('crises', 'crisis', ['title'], 200),
  ...text('crises', 'crisis', ['cause', 'what_helped', 'what_changes'], 5_000),
  ...text('crises', 'crisis_check', ['text'], 500),
  ...text('crises', 'crisis_statement', ['title', 'decided_by'], 200),
  ...text('crises', 'crisis_statement', ['text'], 20_000),
  ...text('crises', 'crisis_entry', ['text'], 20_000),
  { table: 'crisis_entry', column: 'detail', place: 'crises', form: 'json', limit: LONG },
  ...text('costs', 'expense', ['name'], 200),
  ...text('costs', 'expense', ['note']),
  ...text('costs', 'manual_line', ['text'], 500),
  ...text('costs', 'invoice_unlock', ['reason'], 500),
  ...text('revenue', 'revenue_event', ['name'], 200),
  ...text('revenue', 'revenue_event', ['note']),
  ...text('revenue', 'subscription', ['name'], 200),
  ...text('revenue', 'touchpoint', ['source', 'medium']),
  ...text('revenue', 'value_mapping', ['value']),
  ...text('posts', 'post', ['title'], LONG),
  ...text('posts', 'post', ['text'], 100_000),
  ...text('posts', 'post', ['brief'], 20_000),
  ...text('posts', 'post', ['audience'], 200),
  ...text('posts', 'variant', ['text'], 100_000),
  ...text('posts', 'post_check', ['text'], 500),
  { table: 'post_event', column: 'detail', place: 'posts', form: 'json', limit: 50_000 },
  ...text('setup', 'snippet_text', ['text'], 5_000),
  ...text('setup', 'moderation_rule', ['name'], 200),
  { table: 'moderation_rule', column: 'conditions', place: 'setup', form: 'json', limit: 1_000_000 },
  ...text('files', 'attachment', ['file_name'], 255),
]

/** Names of one's own people, partners, places and subjects: shown when a name is looked for, but changed by hand only. */
export const OWN_NAMES: readonly FreeText[] = [
  ...text('records', 'campaign', ['name', 'slug'], 500),
  ...text('records', 'campaign_alias', ['slug'], 500),
  ...text('records', 'channel', ['name']),
  ...text('records', 'client', ['name']),
  ...text('records', 'crisis_contact', ['name', 'role', 'reachable_by'], 200),
  ...text('records', 'department', ['name']),
  ...text('records', 'invoice', ['number'], 100),
  ...text('records', 'margin_rule', ['source', 'product']),
  ...text('records', 'person', ['name', 'imported_as']),
  ...text('records', 'pillar', ['name']),
  ...text('records', 'post', ['permalink', 'link']),
  ...text('records', 'variant', ['permalink']),
  ...text('records', 'project', ['name']),
  ...text('records', 'revenue_event', ['source'], 200),
  ...text('records', 'revenue_item', ['product'], 200),
  ...text('records', 'snippet', ['name'], 200),
  ...text('records', 'topic', ['name'], 200),
]

/** Keys under which a stored record holds what people wrote. */
const TYPED_KEYS = new Set([
  'activityLabel',
  'content',
  'description',
  'discountCodes',
  'file_name',
  'item',
  'label',
  'medium',
  'name',
  'note',
  'orderName',
  'reason',
  'rules',
  'selfReported',
  'source',
  'term',
  'text',
  'title',
  'words',
])

/** The stored value with each of its words changed; the same value where none of them is. */
export function changeWords<Value>(value: Value, change: (words: string) => string, key = ''): Value {
  if (typeof value === 'string') return TYPED_KEYS.has(key) ? (change(value) as Value) : value
  if (Array.isArray(value)) {
    const changed = value.map((item: unknown) => changeWords(item, change, key))
    return changed.every((item, index) => item === value[index]) ? value : (changed as Value)
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const changed = entries.map(([name, item]) => [name, changeWords<unknown>(item, change, name)] as const)
  return changed.every(([, item], index) => item === entries[index]?.[1])
    ? value
    : (Object.fromEntries(changed) as Value)
}

/** Of these, the ones a file has: an older one that is only looked into lacks some. */
export function presentIn(db: Connection, columns: readonly FreeText[]): FreeText[] {
  const known = db
    .prepare<[], string>(
      `SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table'`,
    )
    .pluck()
    .all() as string[]
  const names = new Set(known)
  return columns.filter(({ table, column }) => names.has(`${table}.${column}`))
}
