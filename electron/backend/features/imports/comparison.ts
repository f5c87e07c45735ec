/** A file compared with what was imported before: new, same, changed, gone – and what looks like a row under another identity. */
import type { ChangedField, FilePreview } from '../../../../shared/contract/imports.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import { toSlug } from '../../../../shared/domain/slug.ts'
import type { Connection } from '../../database/connection.ts'
import { findCampaign } from '../../database/dimensions.ts'
import { findRow, rowsOfPeriod, type ImportRow } from './import-store.ts'
import type { ReadTable } from './reader/read-result.ts'
import type { IncomingRow, StoredRecord } from './stored-records.ts'

export interface ChangedRow {
  readonly row: IncomingRow
  readonly existing: ImportRow
}

export interface Comparison {
  readonly newRows: readonly IncomingRow[]
  readonly changedRows: readonly ChangedRow[]
  readonly goneRows: readonly ImportRow[]
  readonly sameCount: number
}

/** Where rows could not be read, or the file breaks off, nobody can say which ones are missing from it. */
export function periodToSearch({
  period,
  counts,
  notes,
}: Pick<ReadTable, 'period' | 'counts' | 'notes'>): Period | null {
  const isWhole = counts.problems === 0 && notes.every((note) => note.reason !== 'file_is_truncated')
  return isWhole ? period : null
}

/** Gone rows are looked for in the period; without one none are gone. */
export function compareRows(
  db: Connection,
  format: string,
  rows: readonly IncomingRow[],
  period: Period | null,
  ownBatchIds: readonly number[] = [],
): Comparison {
  const newRows: IncomingRow[] = []
  const changedRows: ChangedRow[] = []
  const identities = new Set<string>()
  let sameCount = 0
  for (const row of rows) {
    identities.add(row.identity)
    const existing = findRow(db, format, row.identity)
    if (!existing) newRows.push(row)
    else if (existing.record === JSON.stringify(row.record)) sameCount += 1
    else changedRows.push({ row, existing })
  }
  const goneRows = period
    ? rowsOfPeriod(db, format, period).filter(
        (row) => !identities.has(row.identity) && !ownBatchIds.includes(row.batchId),
      )
    : []
  return { newRows, changedRows, goneRows, sameCount }
}

/** How many rows to be written lie in closed months, where they are booked as corrections on the day of the import. */
export function countClosedRows({ newRows, changedRows, goneRows }: Comparison, lastSealed: Day | null): number {
  if (lastSealed === null) return 0
  const days = [
    ...newRows.map((row) => row.record.day),
    ...changedRows.map(({ row }) => row.record.day),
    ...goneRows.map((row) => (JSON.parse(row.record) as StoredRecord).day),
  ]
  return days.filter((day) => day <= lastSealed).length
}

type Readable = Extract<FilePreview, { state: 'readable' }>
const MAX_SHOWN = 200

/** What differs, for a person to read: changed and gone rows first; new ones only where there was an import before. */
export function describeChanges(comparison: Comparison): Readable['changes'] {
  const changed = comparison.changedRows.map(({ row, existing }) => {
    const before = JSON.parse(existing.record) as StoredRecord
    return { kind: 'changed' as const, label: labelOf(row.record), fields: differenceOf(before, row.record) }
  })
  const gone = comparison.goneRows.map((row) => {
    return { kind: 'gone' as const, label: labelOf(JSON.parse(row.record) as StoredRecord), fields: [] }
  })
  const isFirst = comparison.sameCount === 0 && changed.length === 0 && gone.length === 0
  const added = isFirst
    ? []
    : comparison.newRows.map((row) => ({ kind: 'new' as const, label: labelOf(row.record), fields: [] }))
  return [...changed, ...gone, ...added].slice(0, MAX_SHOWN)
}

export function labelOf(record: StoredRecord): string {
  switch (record.kind) {
    case 'time':
      return [record.day, record.user, record.description || record.activityLabel].filter(Boolean).join(' · ')
    case 'ad-spend':
      return `${record.day} · ${record.campaign}`
    case 'order':
      return `${record.day} · ${record.orderName}`
  }
}

/** Follow from other fields, or say nothing to a person. */
const UNSPOKEN_FIELDS: ReadonlySet<string> = new Set(['kind', 'isCounted', 'customerHash'])

function differenceOf(before: StoredRecord, after: StoredRecord): ChangedField[] {
  const keys = Object.keys(after) as (keyof StoredRecord)[]
  return keys
    .filter((key) => !UNSPOKEN_FIELDS.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ field: key, unit: unitOf(key), before: showValue(before[key]), after: showValue(after[key]) }))
}

function unitOf(key: string): ChangedField['unit'] {
  if (key === 'cents' || key.endsWith('Cents')) return 'cents'
  if (key === 'at' || key.endsWith('At')) return 'instant'
  if (key === 'day' || key === 'dayTo') return 'day'
  if (key === 'impressions' || key === 'clicks' || key === 'results') return 'count'
  return key.startsWith('is') ? 'flag' : 'text'
}

/** A discount code, or a product. */
function showItem(item: unknown): string {
  return typeof item === 'object' && item !== null && 'product' in item ? String(item.product) : String(item)
}

function showValue(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(showItem).join(', ')
  return value ? Object.values(value).filter(Boolean).join(' / ') : ''
}

/** New rows that look like something already there: the same stretch of work, the same order name, days of ads twice. */
export function findNearDuplicates(db: Connection, rows: readonly IncomingRow[]): Readable['nearDuplicates'] {
  const found: Readable['nearDuplicates'] = []
  const [first] = rows
  if (!first || !hasAny(db, first.record.kind)) return found
  for (const row of rows) {
    if (found.length >= MAX_SHOWN) break
    const existing = lookAlike(db, row.record)
    if (existing !== undefined) found.push({ line: row.line, label: labelOf(row.record), existing })
  }
  return found
}

const TABLE_OF = { time: 'time_entry', 'ad-spend': 'ad_spend', order: 'revenue_event' } as const

/** The first import of a kind has nothing to look like. */
function hasAny(db: Connection, kind: StoredRecord['kind']): boolean {
  return db.prepare(`SELECT 1 FROM ${TABLE_OF[kind]} LIMIT 1`).get() !== undefined
}

function lookAlike(db: Connection, record: StoredRecord): string | undefined {
  switch (record.kind) {
    case 'time':
      // The plus keeps the search by start: all entries of one person would be read for every row.
      return db
        .prepare<[number, number, string], { label: string }>(
          `SELECT day || ' · ' || person.name || ' · ' || note AS label FROM time_entry JOIN person ON person.id = person_id
           WHERE started_at = ? AND ended_at = ? AND +person.name = ? LIMIT 1`,
        )
        .get(record.startedAt, record.endedAt, record.user)?.label
    case 'ad-spend':
      return db
        .prepare<[string, number | null, string, string], { label: string }>(
          `SELECT day_from || ' – ' || day_to || ' · ' || campaign.name AS label FROM ad_spend JOIN campaign ON campaign.id = campaign_id
           WHERE platform = ? AND campaign.id = ? AND day_from <= ? AND day_to >= ? LIMIT 1`,
        )
        .get(record.platform, findCampaign(db, toSlug(record.campaign)), record.dayTo, record.day)?.label
    case 'order':
      return db
        .prepare<[string, string], { label: string }>(
          "SELECT day || ' · ' || name AS label FROM revenue_event WHERE day = ? AND name = ? AND kind = 'order' LIMIT 1",
        )
        .get(record.day, record.orderName)?.label
  }
}
