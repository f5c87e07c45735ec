/** What an import of the staged files would write. Reads only. */
import type { FilePreview, Inspection } from '../../../../shared/contract/imports.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { lastSealedDay } from '../../database/seals.ts'
import { countKeptByHand, describeChanges } from './changes.ts'
import { compareRows, countClosedRows, periodToSearch } from './comparison.ts'
import { MappingCollection } from './mapping.ts'
import { readKnowledge } from './mapping-store.ts'
import { findNearDuplicates } from './near-duplicates.ts'
import type { ReadAnswers, ReadFailure, ReadResult, ReadTable } from './reader/read-result.ts'
import type { StagedFiles } from './staged-files.ts'
import { rowContext, toIncomingRows } from './stored-records.ts'

/** Words shown with what they will mean, what needs a look first; the rest is taken as guessed. */
const MAX_MAPPINGS = 5_000

export interface FileChoice {
  readonly handle: string
  readonly answers: ReadAnswers
}

export interface InspectionContext {
  readonly db: Connection
  readonly settings: StoredSettings
  readonly files: StagedFiles
  readonly signal: AbortSignal | undefined
}

export async function inspectFiles(choices: readonly FileChoice[], context: InspectionContext): Promise<Inspection> {
  const previews: FilePreview[] = []
  const collection = new MappingCollection()
  for (const choice of choices) {
    const file = { handle: choice.handle, ...context.files.describe(choice.handle) }
    const result = await readStaged(choice, context)
    previews.push(previewOf(file, result, context, collection))
  }
  return { files: previews, mappings: collection.toItems(readKnowledge(context.db)).slice(0, MAX_MAPPINGS) }
}

export function readStaged(
  choice: FileChoice,
  { settings, files, signal }: Omit<InspectionContext, 'db'>,
): Promise<ReadResult> {
  return files.read(choice.handle, {
    timeZone: settings.timeZone,
    baseCurrency: settings.currency,
    answers: choice.answers,
    ...(signal ? { signal } : {}),
  })
}

interface FileFacts {
  readonly handle: string
  readonly name: string
  readonly bytes: number
}

function previewOf(
  file: FileFacts,
  result: ReadResult,
  context: InspectionContext,
  collection: MappingCollection,
): FilePreview {
  const facts = { handle: file.handle, fileName: file.name, bytes: file.bytes }
  if (result.status === 'failed')
    return { state: 'unreadable', ...facts, reason: result.failure.code, details: detailsOf(result.failure) }
  if (result.status === 'unknown')
    return { state: 'unreadable', ...facts, reason: 'unknown_table', details: result.headers.slice(0, 60) }
  return { state: 'readable', ...facts, ...readablePreview(result, context, collection) }
}

function detailsOf(failure: ReadFailure): string[] {
  if (failure.code === 'not_a_table') return [failure.detail.what]
  if (failure.code !== 'missing_column') return []
  // Every format names its columns in German first, then in English; the export speaks one of them.
  return failure.detail.columns.map((column) => column.headers.slice(0, 2).join(' / '))
}

const MAX_LISTED = 200

function readablePreview(result: ReadTable, context: InspectionContext, collection: MappingCollection) {
  const rows = toIncomingRows(result.content, rowContext(context.db, context.settings))
  for (const row of rows) collection.add(row.record, result.fileName)
  const comparison = compareRows(context.db, result.format.id, rows, periodToSearch(result))
  return {
    format: result.format.id,
    recordKind: result.content.kind,
    encoding: result.encoding,
    period: result.period,
    rows: rows.length,
    ...sumsOf(result),
    comparison: {
      newRows: comparison.newRows.length,
      sameRows: comparison.sameCount,
      changedRows: comparison.changedRows.length,
      goneRows: comparison.goneRows.length,
    },
    closedRows: countClosedRows(comparison, lastSealedDay(context.db)),
    untimedRows: countUntimed(result),
    keptRows: countKeptByHand(context.db, comparison),
    invoicedRows: comparison.invoiced.changedRows.length + comparison.invoiced.goneRows.length,
    changes: describeChanges(context.db, comparison),
    leftOut: result.leftOut.slice(0, MAX_LISTED).map((row) => ({ ...row })),
    leftOutCount: result.counts.leftOut,
    problems: result.problems.slice(0, MAX_LISTED).map((problem) => ({ ...problem })),
    problemCount: result.counts.problems,
    notes: result.notes
      .slice(0, MAX_LISTED)
      .map((note) => ({ line: note.line, column: '', value: note.text, reason: note.reason })),
    questions: result.questions.map((question) => ({
      ...question,
      samples: question.samples.map((sample) => sample.value),
    })),
    nearDuplicates: findNearDuplicates(context.db, comparison.newRows),
  }
}

function countUntimed({ content }: ReadTable): number {
  return content.kind === 'time' ? content.records.filter((record) => record.startedAt === null).length : 0
}

export function sumsOf({ content }: ReadTable): { seconds: number; cents: number; uncounted: number } {
  switch (content.kind) {
    case 'time':
      return { seconds: content.sums.seconds, cents: 0, uncounted: 0 }
    case 'ad-spend':
      return { seconds: 0, cents: content.sums.cents, uncounted: 0 }
    case 'order':
      return { seconds: 0, cents: content.sums.grossCents, uncounted: content.records.length - content.sums.counted }
  }
}
