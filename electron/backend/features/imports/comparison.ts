/** A file compared with what was imported before: new, same, changed, gone. */
import type { Day, Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { REMOVED_BY_HAND } from '../../database/imported-rows.ts'
import { joinIdentity } from './formats/records.ts'
import { findRow, findRowsAlike, hasRows, rowsOfPeriod, type ImportRow } from './import-store.ts'
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
  /** Changed or gone, but invoiced since: left alone. */
  readonly invoiced: { readonly changedRows: readonly ChangedRow[]; readonly goneRows: readonly ImportRow[] }
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
  if (!hasRows(db, format)) {
    const none = { changedRows: [], goneRows: [] }
    return { newRows: rows, ...none, sameCount: 0, invoiced: none }
  }
  const { newRows, changedRows: allChanged, matched } = matchRows(db, format, rows)
  // What was removed by hand stays removed.
  const changedRows = allChanged.filter(({ existing }) => existing.targetId !== REMOVED_BY_HAND)
  const isGone = (row: ImportRow) =>
    !matched.has(row.identity) && !ownBatchIds.includes(row.batchId) && row.targetId !== REMOVED_BY_HAND
  const goneRows = period ? rowsOfPeriod(db, format, period).filter(isGone) : []
  const isInvoiced = invoicedTest(db, rows[0]?.record.kind ?? null)
  const [lockedChanges, openChanges] = divide(changedRows, ({ existing }) => isInvoiced(existing))
  const [lockedGone, openGone] = divide(goneRows, isInvoiced)
  return {
    newRows,
    changedRows: openChanges,
    goneRows: openGone,
    sameCount: rows.length - newRows.length - changedRows.length,
    invoiced: { changedRows: lockedChanges, goneRows: lockedGone },
  }
}

interface Matching {
  readonly newRows: IncomingRow[]
  readonly changedRows: ChangedRow[]
  /** Identities that stand in the file. */
  readonly matched: Set<string>
}

function matchRows(db: Connection, format: string, rows: readonly IncomingRow[]): Matching {
  const newRows: IncomingRow[] = []
  const changedRows: ChangedRow[] = []
  const matched = new Set<string>()
  const alike = new Map<string, IncomingRow[]>()
  for (const row of rows) {
    const existing = findRow(db, format, row.identity)
    if (existing && isSame(existing, row)) matched.add(existing.identity)
    else if (row.base !== undefined) alike.set(row.base, [...(alike.get(row.base) ?? []), row])
    else if (existing) changedRows.push({ row, existing })
    else newRows.push(row)
    if (row.base === undefined) matched.add(row.identity)
  }
  for (const [base, group] of alike) matchAlike(db, format, base, group, { newRows, changedRows, matched })
  return { newRows, changedRows, matched }
}

/**
 * Rows that differ in nothing but their number: where one of three goes, the others move up. Equal ones belong together
 * first, then the rest in their order, so that a number says nothing about which is which.
 */
function matchAlike(
  db: Connection,
  format: string,
  base: string,
  group: readonly IncomingRow[],
  { newRows, changedRows, matched }: Matching,
): void {
  const all = findRowsAlike(db, format, base)
  const free = all.filter(({ identity }) => !matched.has(identity))
  const rest: IncomingRow[] = []
  for (const row of group) {
    const index = free.findIndex((existing) => isSame(existing, row))
    const [existing] = index < 0 ? [] : free.splice(index, 1)
    if (existing) matched.add(existing.identity)
    else rest.push(row)
  }
  const taken = new Set(all.map(({ identity }) => identity))
  let number = 1
  for (const row of rest) {
    const existing = free.shift()
    if (existing) {
      matched.add(existing.identity)
      changedRows.push({ row: { ...row, identity: existing.identity }, existing })
      continue
    }
    let identity = base
    while (taken.has(identity)) identity = joinIdentity([base, String(++number)])
    taken.add(identity)
    newRows.push({ ...row, identity })
  }
}

function isSame(existing: ImportRow, row: IncomingRow): boolean {
  return existing.record === JSON.stringify(row.record)
}

function divide<T>(rows: readonly T[], test: (row: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []]
  for (const row of rows) (test(row) ? yes : no).push(row)
  return [yes, no]
}

function invoicedTest(db: Connection, kind: StoredRecord['kind'] | null): (row: ImportRow) => boolean {
  if (kind !== 'time') return () => false
  const find = db.prepare<[number]>('SELECT 1 FROM time_entry WHERE id = ? AND invoice_id IS NOT NULL')
  return ({ targetId }) => find.get(targetId) !== undefined
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
