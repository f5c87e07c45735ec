/** Writing staged files: one transaction, one batch a file, progress and cancelling in between. */
import { setImmediate } from 'node:timers/promises'
import type { MappingAnswer } from '../../../../shared/contract/imports.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { RecordWriter, updateRecord } from './apply-records.ts'
import { compareRows, periodToSearch, type Comparison } from './comparison.ts'
import { insertBatch, insertChange, removeRow, rewriteRow, RowWriter, writeSummary } from './import-store.ts'
import { sumsOf, type FileChoice } from './inspect.ts'
import { Meanings } from './meanings.ts'
import type { ReadTable } from './reader/read-result.ts'
import { removeSource } from './removed-sources.ts'
import { rowContext, toIncomingRows, type StoredRecord } from './stored-records.ts'

export interface CommitChoice extends FileChoice {
  readonly applyChanged: boolean
  readonly removeGone: boolean
  /** Whose revenue new orders are; null: one's own. */
  readonly clientId: number | null
}

export interface ReadFileChoice {
  readonly choice: CommitChoice
  readonly table: ReadTable
}

export interface CommitProgress {
  readonly signal: AbortSignal | undefined
  readonly report: (done: number, total: number) => void
}

/** Rows written together, between two returns to the event loop. */
const ROWS_A_TURN = 500

/** Writes the batches; returns the ids of those that had an effect. The caller's transaction is rolled back when this throws. */
export async function commitFiles(
  db: Connection,
  context: CommandContext,
  files: readonly ReadFileChoice[],
  answers: readonly MappingAnswer[],
  progress: CommitProgress,
): Promise<number[]> {
  const meanings = new Meanings(db, answers)
  const counter = new ProgressCounter(
    files.reduce((sum, file) => sum + file.table.content.records.length, 0),
    progress,
  )
  const batchIds: number[] = []
  for (const file of files) {
    const batchId = await commitFile(db, context, file, meanings, counter, batchIds)
    if (batchId !== null) batchIds.push(batchId)
  }
  return batchIds
}

async function commitFile(
  db: Connection,
  context: CommandContext,
  { choice, table }: ReadFileChoice,
  meanings: Meanings,
  counter: ProgressCounter,
  ownBatchIds: readonly number[],
): Promise<number | null> {
  if (table.questions.length > 0)
    throw expected('invalid_value', { field: 'answers', reason: 'open_question', value: table.fileName })
  const format = table.format.id
  const rows = toIncomingRows(table.content, rowContext(db, context.settings))
  const comparison = compareRows(db, format, rows, periodToSearch(table), ownBatchIds)
  if (!hasEffect(choice, comparison)) return null
  const batchId = insertBatch(db, {
    importedAt: context.now,
    fileName: table.fileName,
    format,
    recordKind: table.content.kind,
  })
  await addNew(db, { batchId, format }, comparison, meanings, counter)
  if (choice.clientId !== null && table.content.kind === 'order') giveToClient(db, batchId, choice.clientId)
  if (choice.applyChanged) await applyChanged(db, batchId, format, comparison, meanings, counter)
  if (choice.removeGone) removeGone(db, batchId, format, comparison)
  writeSummary(db, batchId, summaryOf(table, choice, comparison))
  return batchId
}

/** Revenue of a client has no lines of one's own: nothing was derived yet. */
function giveToClient(db: Connection, batchId: number, clientId: number): void {
  assertRecord(db, 'client', clientId)
  db.prepare<[number, number]>(
    "UPDATE revenue_event SET client_id = ?, beneficiary = 'client' WHERE id IN (SELECT target_id FROM import_row WHERE batch_id = ?)",
  ).run(clientId, batchId)
}

async function addNew(
  db: Connection,
  batch: { readonly batchId: number; readonly format: string },
  { newRows }: Comparison,
  meanings: Meanings,
  counter: ProgressCounter,
): Promise<void> {
  for (let start = 0; start < newRows.length; start += ROWS_A_TURN) {
    const some = newRows.slice(start, start + ROWS_A_TURN)
    const rows = new RowWriter(db)
    const writer = new RecordWriter(db, meanings)
    for (const { identity, record } of some) rows.add({ ...batch, identity, targetId: writer.add(record), record })
    writer.flush()
    rows.flush()
    await counter.count(some.length)
  }
}

/** A file that adds, changes and removes nothing makes no batch. */
function hasEffect(choice: CommitChoice, { newRows, changedRows, goneRows }: Comparison): boolean {
  return (
    newRows.length > 0 || (choice.applyChanged && changedRows.length > 0) || (choice.removeGone && goneRows.length > 0)
  )
}

async function applyChanged(
  db: Connection,
  batchId: number,
  format: string,
  comparison: Comparison,
  meanings: Meanings,
  counter: ProgressCounter,
): Promise<void> {
  for (const { row, existing } of comparison.changedRows) {
    const { identity, record: before, batchId: earlierBatchId } = existing
    insertChange(db, { batchId, earlierBatchId, format, identity, before, isRemoval: 0 })
    rewriteRow(db, existing.id, row.record)
    updateRecord(db, existing.targetId, row.record, meanings)
    await counter.count()
  }
}

function removeGone(db: Connection, batchId: number, format: string, comparison: Comparison): void {
  for (const { id, identity, record, targetId, batchId: earlierBatchId } of comparison.goneRows) {
    const removed = removeSource(db, JSON.parse(record) as StoredRecord, targetId)
    insertChange(db, { batchId, earlierBatchId, format, identity, before: JSON.stringify(removed), isRemoval: 1 })
    removeRow(db, id)
  }
}

function summaryOf(table: ReadTable, choice: CommitChoice, comparison: Comparison) {
  const { seconds, cents } = sumsOf(table)
  return {
    period: table.period,
    newRows: comparison.newRows.length,
    changedRows: choice.applyChanged ? comparison.changedRows.length : 0,
    goneRows: choice.removeGone ? comparison.goneRows.length : 0,
    sameRows: comparison.sameCount,
    leftOutRows: table.counts.leftOut,
    problemRows: table.counts.problems,
    seconds,
    cents,
  }
}

/** Counts rows, reports now and then, and lets other work and a cancel through. */
class ProgressCounter {
  readonly #total: number
  readonly #progress: CommitProgress
  #done = 0

  constructor(total: number, progress: CommitProgress) {
    this.#total = total
    this.#progress = progress
  }

  async count(rows = 1): Promise<void> {
    const turn = Math.floor(this.#done / ROWS_A_TURN)
    this.#done += rows
    if (Math.floor(this.#done / ROWS_A_TURN) === turn) return
    this.#progress.report(this.#done, this.#total)
    await setImmediate()
    this.#progress.signal?.throwIfAborted()
  }
}
