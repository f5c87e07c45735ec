/** Batches and their rows. */
import type { Batch } from '../../../../shared/contract/imports.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import { BulkInsert } from '../../database/bulk-insert.ts'
import type { Connection } from '../../database/connection.ts'
import { noteNewRows, removeNoted } from '../../database/journal.ts'
import type { StoredRecord } from './stored-records.ts'

export interface ImportRow {
  readonly id: number
  readonly batchId: number
  readonly targetId: number
  readonly identity: string
  readonly record: string
}

const ROW = 'id, batch_id AS batchId, target_id AS targetId, identity, record'

export function findRow(db: Connection, format: string, identity: string): ImportRow | undefined {
  return db
    .prepare<[string, string], ImportRow>(`SELECT ${ROW} FROM import_row WHERE format = ? AND identity = ?`)
    .get(format, identity)
}

/** Rows under an identity and under the same with a number behind it. */
export function findRowsAlike(db: Connection, format: string, base: string): ImportRow[] {
  return db
    .prepare<[string, string, string], ImportRow>(
      `SELECT ${ROW} FROM import_row WHERE format = ? AND identity >= ? AND identity < ? ORDER BY id`,
    )
    .all(format, base, `${base}\u0020`)
    .filter(({ identity }) => identity === base || identity.startsWith(`${base}\u001f`))
}

export function hasRows(db: Connection, format: string): boolean {
  return db.prepare<[string]>('SELECT 1 FROM import_row WHERE format = ? LIMIT 1').get(format) !== undefined
}

export function rowsOfPeriod(db: Connection, format: string, period: Period): ImportRow[] {
  return db
    .prepare<[string, Day, Day], ImportRow>(`SELECT ${ROW} FROM import_row WHERE format = ? AND day BETWEEN ? AND ?`)
    .all(format, period.from, period.to)
}

export function targetsOfBatch(db: Connection, batchId: number): number[] {
  return db
    .prepare<[number], { targetId: number }>('SELECT target_id AS targetId FROM import_row WHERE batch_id = ?')
    .all(batchId)
    .map((row) => row.targetId)
}

export function removeRowsOfBatch(db: Connection, batchId: number): void {
  removeNoted(db, 'import_row', 'SELECT id FROM import_row WHERE batch_id = ?', batchId)
}

export interface NewRow {
  readonly batchId: number
  readonly format: string
  readonly identity: string
  readonly targetId: number
  readonly record: StoredRecord
}

export function insertRow(db: Connection, row: NewRow): void {
  const rows = new RowWriter(db)
  rows.add(row)
  rows.flush()
}

/** Adds rows many at a time. */
export class RowWriter {
  readonly #db: Connection
  readonly #rows: BulkInsert

  constructor(db: Connection) {
    this.#db = db
    this.#rows = new BulkInsert(db, 'import_row', ['batch_id', 'format', 'identity', 'day', 'target_id', 'record'])
  }

  add({ batchId, format, identity, targetId, record }: NewRow): void {
    this.#rows.add([batchId, format, identity, record.day, targetId, JSON.stringify(record)])
  }

  flush(): void {
    noteNewRows(this.#db, ['import_row'], () => this.#rows.flush())
  }
}

export function rewriteRow(db: Connection, id: number, record: StoredRecord): void {
  db.prepare<[Day, string, number]>('UPDATE import_row SET day = ?, record = ? WHERE id = ?').run(
    record.day,
    JSON.stringify(record),
    id,
  )
}

export function removeRow(db: Connection, id: number): void {
  db.prepare<[number]>('DELETE FROM import_row WHERE id = ?').run(id)
}

export interface ImportChange {
  readonly id: number
  readonly batchId: number
  readonly earlierBatchId: number
  readonly format: string
  readonly identity: string
  readonly before: string
  readonly isRemoval: number
}

export function insertChange(db: Connection, change: Omit<ImportChange, 'id'>): void {
  db.prepare<[Omit<ImportChange, 'id'>]>(
    `INSERT INTO import_change (batch_id, earlier_batch_id, format, identity, before, is_removal)
     VALUES (@batchId, @earlierBatchId, @format, @identity, @before, @isRemoval)`,
  ).run(change)
}

const CHANGE =
  'id, batch_id AS batchId, earlier_batch_id AS earlierBatchId, format, identity, before, is_removal AS isRemoval'

export function changesOfBatch(db: Connection, batchId: number): ImportChange[] {
  return db.prepare<[number], ImportChange>(`SELECT ${CHANGE} FROM import_change WHERE batch_id = ?`).all(batchId)
}

/** A later batch that changed rows of this one, or rows this one changed; null when there is none. */
export function laterBatchOf(db: Connection, batchId: number): number | null {
  const row = db
    .prepare<[number, number, number, number], { batchId: number }>(
      `SELECT batch_id AS batchId FROM import_change WHERE earlier_batch_id = ?
       UNION SELECT later.batch_id FROM import_change AS mine JOIN import_change AS later
         ON later.format = mine.format AND later.identity = mine.identity AND later.batch_id > mine.batch_id
       WHERE mine.batch_id = ? AND later.batch_id <> ?
       UNION SELECT back.batch_id FROM import_change AS gone JOIN import_row AS back
         ON back.format = gone.format AND back.identity = gone.identity
       WHERE gone.batch_id = ? AND gone.is_removal = 1 LIMIT 1`,
    )
    .get(batchId, batchId, batchId, batchId)
  return row?.batchId ?? null
}

export type BatchSummary = Omit<Batch, 'id' | 'importedAt' | 'fileName' | 'format' | 'recordKind'>

interface BatchRow {
  id: number
  imported_at: number
  file_name: string
  format: string
  record_kind: Batch['recordKind']
  summary: string
}

export function insertBatch(
  db: Connection,
  batch: { importedAt: number; fileName: string; format: string; recordKind: string },
): number {
  const { lastInsertRowid } = db
    .prepare<[object]>(
      "INSERT INTO import_batch (imported_at, file_name, format, record_kind, summary) VALUES (@importedAt, @fileName, @format, @recordKind, '{}')",
    )
    .run(batch)
  return Number(lastInsertRowid)
}

export function writeSummary(db: Connection, batchId: number, summary: BatchSummary): void {
  db.prepare<[string, number]>('UPDATE import_batch SET summary = ? WHERE id = ?').run(JSON.stringify(summary), batchId)
}

export function readBatches(db: Connection): Batch[] {
  return db
    .prepare<[], BatchRow>('SELECT * FROM import_batch ORDER BY imported_at DESC, id DESC LIMIT 1000')
    .all()
    .map((row) => ({
      id: row.id,
      importedAt: row.imported_at,
      fileName: row.file_name,
      format: row.format,
      recordKind: row.record_kind,
      ...(JSON.parse(row.summary) as BatchSummary),
    }))
}

export function findBatch(db: Connection, id: number): { recordKind: Batch['recordKind'] } | undefined {
  return db
    .prepare<[number], { recordKind: Batch['recordKind'] }>(
      'SELECT record_kind AS recordKind FROM import_batch WHERE id = ?',
    )
    .get(id)
}

export function removeBatch(db: Connection, id: number): void {
  db.prepare<[number]>('DELETE FROM import_batch WHERE id = ?').run(id)
}

export function removeChange(db: Connection, id: number): void {
  db.prepare<[number]>('DELETE FROM import_change WHERE id = ?').run(id)
}
