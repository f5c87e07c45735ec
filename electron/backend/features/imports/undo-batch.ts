/** Taking a whole import back, also long after it was made. */
import type { Connection } from '../../database/connection.ts'
import { forgetLabour } from '../../database/derive-labour.ts'
import { forgetRevenue } from '../../database/derive-revenue.ts'
import { expected } from '../../database/expected.ts'
import { insertRecord, removeTargetsOfBatch, updateRecord } from './apply-records.ts'
import {
  changesOfBatch,
  findBatch,
  findRow,
  insertRow,
  laterBatchOf,
  removeBatch,
  removeChange,
  removeRowsOfBatch,
  rewriteRow,
  targetsOfBatch,
} from './import-store.ts'
import { Meanings } from './meanings.ts'
import { bringSourceBack, type RemovedRecord } from './removed-sources.ts'

/** Removes what a batch brought and puts back what it changed or removed. */
export function undoBatch(db: Connection, batchId: number): void {
  const batch = findBatch(db, batchId)
  if (!batch) throw expected('not_found', { what: 'import', id: batchId })
  const laterBatchId = laterBatchOf(db, batchId)
  if (laterBatchId !== null) throw expected('import_superseded', { batchId, laterBatchId })
  if (batch.recordKind === 'time') refuseInvoiced(db, batchId)
  if (batch.recordKind === 'order') forgetRevenue(db, targetsOfBatch(db, batchId))
  if (batch.recordKind === 'time') forgetLabour(db, targetsOfBatch(db, batchId))
  removeTargetsOfBatch(db, batch.recordKind, batchId)
  removeRowsOfBatch(db, batchId)
  restoreChanged(db, batchId)
  removeBatch(db, batchId)
}

/** Hours that were handed over for payment cannot go with their import. */
function refuseInvoiced(db: Connection, batchId: number): void {
  const row = db
    .prepare<[number], { entryId: number; invoiceId: number; number: string }>(
      `SELECT entry.id AS entryId, invoice.id AS invoiceId, invoice.number FROM import_row JOIN time_entry AS entry ON entry.id = target_id
         JOIN invoice ON invoice.id = entry.invoice_id WHERE import_row.batch_id = ? LIMIT 1`,
    )
    .get(batchId)
  if (row) throw expected('entry_invoiced', row)
}

function restoreChanged(db: Connection, batchId: number): void {
  const changes = changesOfBatch(db, batchId)
  if (changes.length === 0) return
  const meanings = new Meanings(db, [])
  for (const change of changes) {
    const { source, ...record } = JSON.parse(change.before) as RemovedRecord
    const row = findRow(db, change.format, change.identity)
    if (change.isRemoval === 1) {
      const targetId = source ? bringSourceBack(db, record, source) : insertRecord(db, record, meanings)
      insertRow(db, {
        batchId: change.earlierBatchId,
        format: change.format,
        identity: change.identity,
        targetId,
        record,
      })
    } else if (row) {
      rewriteRow(db, row.id, record)
      updateRecord(db, row.targetId, record, meanings)
    }
    removeChange(db, change.id)
  }
}
