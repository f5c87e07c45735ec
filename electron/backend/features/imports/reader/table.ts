/** Text → records with the physical line each starts on. A lost quote costs its own line, not the rest of the file. */
import { BATCH_CHARS, HEAD_CHARS } from './limits.ts'
import { RecordScanner } from './record-scanner.ts'

export type Delimiter = ',' | ';' | '\t' | '|'
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']

export interface TableRow {
  /** 1-based line of the file on which the record starts. */
  readonly line: number
  readonly cells: readonly string[]
  /** The line holds a quote that is never closed; `cells` is the raw line. */
  readonly isBroken: boolean
  /** The file ends right after this record, without a line end. */
  readonly isUnended: boolean
}

/** A record of the file cut down to the columns of its format: large files are held in memory like this. */
export interface CompactRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly state: 'plain' | 'too_many_cells' | 'truncated' | 'open_quote'
}

export interface RowBatch {
  readonly rows: readonly TableRow[]
  /** Characters of the text read so far. */
  readonly doneChars: number
}

export interface TableStart {
  readonly offset: number
  readonly line: number
  /** Named by a leading `sep=` line. */
  readonly delimiter: Delimiter | null
}

const SEPARATOR_LINE = /^"?sep=([,;\t|])"?\n/i
/** Where the table starts, after an Excel `sep=` line. */
export function startOfTable(text: string): TableStart {
  const found = SEPARATOR_LINE.exec(text.slice(0, 16))
  if (!found) return { offset: 0, line: 1, delimiter: null }
  return { offset: found[0].length, line: 2, delimiter: found[1] as Delimiter }
}

/**
 * The first records, for deciding delimiter and header. Looks at the head of the text only: under a wrong delimiter
 * every quoted field seems to run on to the end.
 */
export function firstRows(text: string, delimiter: Delimiter, start: TableStart, count: number): TableRow[] {
  const scanner = new RecordScanner(text.slice(0, HEAD_CHARS), delimiter, start)
  const rows: TableRow[] = []
  for (let row = scanner.next(); row && rows.length < count; row = scanner.next()) rows.push(row)
  return rows
}

/** All records in batches, so that the caller can report progress, stop, and let others run in between. */
export function* rowBatches(text: string, delimiter: Delimiter, start: TableStart): Generator<RowBatch> {
  const scanner = new RecordScanner(text, delimiter, start)
  let rows: TableRow[] = []
  let nextPause = start.offset + BATCH_CHARS
  for (let row = scanner.next(); row; row = scanner.next()) {
    rows.push(row)
    if (scanner.offset < nextPause) continue
    yield { rows, doneChars: scanner.offset }
    rows = []
    nextPause = scanner.offset + BATCH_CHARS
  }
  yield { rows, doneChars: text.length }
}
