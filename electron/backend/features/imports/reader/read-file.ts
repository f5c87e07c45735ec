/**
 * The one way from the bytes of an export file to records. Pure: no file system, no ledger; the caller names the time
 * zone and the base currency. Nothing is thrown for bad input; only an abort rejects.
 */
import type { FormatDeclaration } from '../formats/format.ts'
import { recordBuilders } from '../formats/record-builders.ts'
import { formats as allFormats } from '../formats/registry.ts'
import { buildRecords } from './build-records.ts'
import { decideFormats } from './decide-formats.ts'
import { decode, type DecodedText } from './decode.ts'
import { findHeader, isBetter, type HeaderMatch } from './headers.ts'
import { HEADER_SEARCH_ROWS, MAX_ROWS } from './limits.ts'
import type { FailedRead, ReadAnswers, ReadFailure, ReadResult, UnknownTable } from './read-result.ts'
import { ReadReport } from './report.ts'
import {
  DELIMITERS,
  firstRows,
  rowBatches,
  startOfTable,
  type CompactRow,
  type Delimiter,
  type TableRow,
  type TableStart,
} from './table.ts'
import { decodeWorkbook, isArchive } from './workbook-text.ts'

export interface ReadOptions {
  /** IANA zone in which clock times without an offset are read. */
  readonly timeZone: string
  /** ISO code; rows in another currency become problems. */
  readonly baseCurrency: string
  /** What the user said where the file alone does not decide. */
  readonly answers?: ReadAnswers
  readonly formats?: readonly FormatDeclaration[]
  readonly signal?: AbortSignal
  /** Work done and work in all, in arbitrary units. */
  readonly onProgress?: (done: number, total: number) => void
}

export async function readFile(bytes: Uint8Array, fileName: string, options: ReadOptions): Promise<ReadResult> {
  options.signal?.throwIfAborted()
  const result = isArchive(bytes) ? await decodeWorkbook(bytes) : decode(bytes)
  if (!result.ok) return failed(fileName, result.failure)
  const { decoded } = result
  const start = decoded.encoding === 'xlsx' ? WORKBOOK_START : startOfTable(decoded.text)
  const head = chooseHead(decoded.text, start, options.formats ?? allFormats)
  if (!head.match) return unknownTable(fileName, decoded, head)
  const { format, row, missing } = head.match
  if (missing.length > 0) {
    return failed(fileName, { code: 'missing_column', detail: { format, headerLine: row.line, columns: missing } })
  }
  const rows = await readRows(decoded, head.delimiter, start, head.match, options)
  if (rows === null) return failed(fileName, { code: 'too_many_rows', detail: { limit: MAX_ROWS } })
  return readRecords(rows, { fileName, decoded, delimiter: head.delimiter, match: head.match }, options)
}

/** Numbers and delimiter are known where a workbook is read. */
const WORKBOOK_START: TableStart = { offset: 0, line: 1, delimiter: '\t' }

function failed(fileName: string, failure: ReadFailure): FailedRead {
  return { status: 'failed', fileName, failure }
}

interface Head {
  readonly delimiter: Delimiter
  readonly rows: readonly TableRow[]
  readonly match: HeaderMatch | null
}

/** Delimiter and header decide each other: the delimiter that makes a known header wins, else the most regular one. */
function chooseHead(text: string, start: TableStart, formats: readonly FormatDeclaration[]): Head {
  const candidates = start.delimiter ? [start.delimiter] : DELIMITERS
  const heads = candidates.map((delimiter): Head => {
    const rows = firstRows(text, delimiter, start, HEADER_SEARCH_ROWS)
    return { delimiter, rows, match: findHeader(rows, formats) }
  })
  return heads.reduce((best, head) => {
    if (head.match && best.match) return isBetter(head.match, best.match) ? head : best
    if (head.match || best.match) return head.match ? head : best
    return regularity(head.rows) > regularity(best.rows) ? head : best
  })
}

/** Columns of the commonest width above one × rows of that width. */
function regularity(rows: readonly TableRow[]): number {
  const frequency = new Map<number, number>()
  for (const { cells } of rows) frequency.set(cells.length, (frequency.get(cells.length) ?? 0) + 1)
  return Math.max(0, ...[...frequency].map(([width, count]) => (width - 1) * count))
}

function unknownTable(fileName: string, decoded: DecodedText, { delimiter, rows }: Head): ReadResult {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const header = rows.find(({ cells }) => cells.length === width)
  if (!header || width < 2) return failed(fileName, { code: 'not_a_table', detail: { what: 'text' } })
  const sampleRows = rows.filter(({ line }) => line > header.line).slice(0, 5)
  const table: UnknownTable = {
    status: 'unknown',
    fileName,
    encoding: decoded.encoding,
    delimiter,
    headerLine: header.line,
    headers: header.cells.map((cell) => cell.trim()),
    sampleRows: sampleRows.map(({ cells }) => cells),
  }
  return table
}

async function readRows(
  decoded: DecodedText,
  delimiter: Delimiter,
  start: TableStart,
  match: HeaderMatch,
  options: ReadOptions,
): Promise<CompactRow[] | null> {
  const positions = [...match.columns.values()].map(({ index }) => index)
  const width = match.row.cells.length
  const rows: CompactRow[] = []
  for (const batch of rowBatches(decoded.text, delimiter, start)) {
    for (const row of batch.rows) {
      if (row.line > match.row.line) rows.push(compact(row, positions, width, decoded.isTruncated))
    }
    if (rows.length > MAX_ROWS) return null
    options.onProgress?.(batch.doneChars, 2 * decoded.text.length)
    await letOthersRun(options.signal)
  }
  return rows
}

function compact(row: TableRow, positions: readonly number[], width: number, isFileTruncated: boolean): CompactRow {
  const { line, cells } = row
  if (row.isBroken) return { line, cells, state: 'open_quote' }
  const kept = positions.map((index) => cells[index] ?? '')
  // A last row that simply stops may stop within a number: 12,5 of 12,51.
  const isCut = row.isUnended && (isFileTruncated || (cells.length < width && cells.length > 1))
  if (isCut) return { line, cells: kept, state: 'truncated' }
  const hasMore = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')
  return { line, cells: kept, state: hasMore ? 'too_many_cells' : 'plain' }
}

interface TableHead {
  readonly fileName: string
  readonly decoded: DecodedText
  readonly delimiter: Delimiter
  readonly match: HeaderMatch
}

async function readRecords(rows: readonly CompactRow[], head: TableHead, options: ReadOptions): Promise<ReadResult> {
  const { fileName, decoded, delimiter, match } = head
  const report = new ReadReport()
  if (decoded.isTruncated) report.addNote(0, 'file_is_truncated')
  const answers = decoded.encoding === 'xlsx' ? { ...options.answers, numberFormat: 'dot' as const } : options.answers
  const decisions = decideFormats(rows, match, delimiter, answers)
  const builder = recordBuilders[match.format.kind](match.format)
  const { fileRows, continuationRows } = await buildRecords(rows, builder, {
    match,
    report,
    numberFormat: decisions.numberFormat,
    dateOrder: decisions.dateOrder,
    timeZone: options.timeZone,
    baseCurrency: options.baseCurrency,
    pause: async (doneRows) => {
      const share = decoded.text.length * (1 + doneRows / Math.max(1, rows.length))
      options.onProgress?.(Math.round(share), 2 * decoded.text.length)
      await letOthersRun(options.signal)
    },
  })
  return {
    status: 'read',
    fileName,
    format: match.format,
    encoding: decoded.encoding,
    delimiter,
    headerLine: match.row.line,
    ...decisions,
    ...builder.finish(),
    leftOut: report.leftOut,
    problems: report.problems,
    notes: report.notes,
    counts: {
      fileRows,
      continuationRows,
      leftOut: report.leftOutCount,
      problems: report.problemCount,
      notes: report.noteCount,
    },
  }
}

/** Back to the event loop, so that other requests are served and an abort is heard. */
async function letOthersRun(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}
