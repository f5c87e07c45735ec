/** What differs from the last import, for a person to read. */
import type { ChangedField, FilePreview } from '../../../../shared/contract/imports.ts'
import type { Connection } from '../../database/connection.ts'
import type { ChangedRow, Comparison } from './comparison.ts'
import type { ImportRow } from './import-store.ts'
import type { StoredRecord } from './stored-records.ts'

type Change = Extract<FilePreview, { state: 'readable' }>['changes'][number]
const MAX_SHOWN = 200

/** Changed and gone rows first, open before invoiced; new ones only where there was an import before. */
export function describeChanges(db: Connection, comparison: Comparison): Change[] {
  const { invoiced } = comparison
  const changes: Change[] = []
  const describe = <Row>(rows: readonly Row[], describeOne: (row: Row) => Change) => {
    for (const row of rows.slice(0, MAX_SHOWN - changes.length)) changes.push(describeOne(row))
  }
  describe(comparison.changedRows, (row) => changedRow(db, row, false))
  describe(comparison.goneRows, (row) => goneRow(row, false))
  describe(invoiced.changedRows, (row) => changedRow(db, row, true))
  describe(invoiced.goneRows, (row) => goneRow(row, true))
  const isFirst = comparison.sameCount === 0 && changes.length === 0
  if (!isFirst)
    describe(comparison.newRows, ({ record }) => ({
      kind: 'new',
      label: labelOf(record),
      isInvoiced: false,
      fields: [],
    }))
  return changes
}

function changedRow(db: Connection, { row, existing }: ChangedRow, isInvoiced: boolean): Change {
  const before = JSON.parse(existing.record) as StoredRecord
  const fields = differenceOf(before, row.record, marksOf(db, row.record.kind, existing.targetId))
  return { kind: 'changed', label: labelOf(row.record), isInvoiced, fields }
}

function goneRow({ record }: ImportRow, isInvoiced: boolean): Change {
  return { kind: 'gone', label: labelOf(JSON.parse(record) as StoredRecord), isInvoiced, fields: [] }
}

/** Changed rows of which something stays as it was set by hand. */
export function countKeptByHand(db: Connection, { changedRows }: Comparison): number {
  return changedRows.filter(({ row, existing }) => {
    const marks = marksOf(db, row.record.kind, existing.targetId)
    if (marks.size === 0) return false
    const before = JSON.parse(existing.record) as StoredRecord
    return differenceOf(before, row.record, marks).some((field) => field.isKept)
  }).length
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

/** What was set by hand on the source of a row. */
function marksOf(db: Connection, kind: StoredRecord['kind'], id: number): ReadonlySet<string> {
  if (kind === 'order') return new Set()
  const table = kind === 'time' ? 'time_entry' : 'ad_spend'
  const marks = db.prepare<[number]>(`SELECT set_by_hand FROM ${table} WHERE id = ?`).pluck().get(id) as
    string | undefined
  return new Set(marks?.split(',').filter((mark) => mark !== ''))
}

/** The marks under which fields of a record are kept. */
const MARKS_OF: Readonly<Record<string, readonly string[]>> = {
  user: ['person'],
  client: ['client'],
  project: ['project', 'channel', 'scope'],
  activityLabel: ['activity'],
  description: ['note'],
  isBillable: ['is_billable'],
  day: ['times'],
  startedAt: ['times'],
  endedAt: ['times'],
  seconds: ['times'],
  campaign: ['campaign', 'channel', 'scope'],
}

/** Follow from other fields, or say nothing to a person. */
const UNSPOKEN_FIELDS: ReadonlySet<string> = new Set(['kind', 'isCounted', 'customerHash'])

function differenceOf(before: StoredRecord, after: StoredRecord, marks: ReadonlySet<string>): ChangedField[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof StoredRecord)[]
  return keys
    .filter((key) => !UNSPOKEN_FIELDS.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({
      field: key,
      unit: unitOf(key),
      before: showValue(before[key]),
      after: showValue(after[key]),
      isKept: MARKS_OF[key]?.some((mark) => marks.has(mark)) ?? false,
    }))
}

function unitOf(key: string): ChangedField['unit'] {
  if (key === 'cents' || key.endsWith('Cents')) return 'cents'
  if (key === 'at' || key.endsWith('At')) return 'instant'
  if (key === 'day' || key === 'dayTo') return 'day'
  if (key === 'seconds') return 'seconds'
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
