// Every column that may hold what people typed is searched when a person is erased; the rest is named here, with what it holds.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FREE_TEXTS, OWN_NAMES } from '../../electron/backend/erasure/free-text.ts'
import { openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
beforeEach(async () => void (host = await openDirectHost()))
afterEach(() => host.close())

/** Words of the program, days and months, keys, hashes, JSON without words. Derived tables hold no words at all. */
const HELD_BY_PROGRAM: Readonly<Record<string, readonly string[]>> = {
  '*': ['kind', 'status', 'scope', 'activity', 'day', 'month', 'network', 'format', 'set_by_hand'],
  ad_spend: ['platform', 'day_from', 'day_to'],
  attachment: ['sha256', 'media_type'],
  billing_rate: ['valid_from'],
  billing_terms: ['rounding', 'rounding_of'],
  command: ['id', 'name', 'receipt'],
  contact: ['pseudonym'],
  // Erased as a whole.
  contact_handle: ['handle'],
  conversation: ['sentiment', 'measure'],
  cost_rate: ['valid_from', 'basis'],
  crisis_check: ['list'],
  erasure: ['hash', 'pseudonym', 'ranges', 'reason'],
  exchange_rate: ['currency'],
  expense: ['starts_on', 'ends_on', 'repetition', 'foreign_currency', 'rate_day'],
  import_batch: ['record_kind', 'summary'],
  invoice: ['from_day', 'to_day', 'fee_months'],
  ledger_line: ['source_kind', 'for_day'],
  lead: ['expected_on', 'closed_on'],
  opportunity_rate: ['valid_from'],
  post: ['published_on', 'permalink_key', 'draft_due_on'],
  retainer: ['from_month', 'to_month'],
  revenue_event: ['customer_hash', 'foreign_currency', 'beneficiary'],
  seal: ['last_day', 'lines_hash', 'previous_hash', 'hash', 'snapshot'],
  service_hours: ['weekly'],
  setting: ['key', 'value'],
  snippet_text: ['language', 'tone'],
  subscription: ['starts_on', 'ends_on', 'repetition', 'origin'],
  variant: ['planned_on', 'published_on', 'permalink_key'],
  value_mapping: ['source', 'target'],
}
const ROLLUP = /^(brief_)?(line|share|coverage|revenue_figure|attribution_share)(_|$)/
/** A search index follows the texts by triggers. */
const SEARCH = /^(conversation|post)_search/

test('each column of text is either searched or known to hold no names', () => {
  const columns = host.backend.ledger.reader
    .prepare(
      `SELECT tables.name AS "table", columns.name AS "column" FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.type IN ('TEXT', '') AND tables.name NOT LIKE 'sqlite%'`,
    )
    .all() as { table: string; column: string }[]
  const searched = new Set([...FREE_TEXTS, ...OWN_NAMES].map(({ table, column }) => `${table}.${column}`))
  const isKnown = (table: string, column: string) =>
    searched.has(`${table}.${column}`) ||
    HELD_BY_PROGRAM['*']?.includes(column) ||
    HELD_BY_PROGRAM[table]?.includes(column) ||
    ROLLUP.test(table) ||
    SEARCH.test(table)
  expect(columns.filter(({ table, column }) => !isKnown(table, column))).toEqual([])
  const present = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  expect([...searched].filter((name) => !present.has(name))).toEqual([])
})
