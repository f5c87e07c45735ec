/** Text → records with the physical line each starts on. A lost quote costs its own line, not the rest of the file. */
import Papa from 'papaparse'
import { BATCH_CHARS, MAX_QUOTE_RECOVERIES, MAX_RECORD_CHARS } from './limits.ts'

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

interface ParsedSlice {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

const SEPARATOR_LINE = /^"?sep=([,;\t|])"?\n/i
/** Never part of decoded text: turns quoting off. */
const NO_QUOTE = '\0'

/** Where the table starts, after an Excel `sep=` line. */
export function startOfTable(text: string): TableStart {
  const found = SEPARATOR_LINE.exec(text.slice(0, 16))
  if (!found) return { offset: 0, line: 1, delimiter: null }
  return { offset: found[0].length, line: 2, delimiter: found[1] as Delimiter }
}

/** The first records, for deciding delimiter and header. */
export function firstRows(text: string, delimiter: Delimiter, start: TableStart, count: number): TableRow[] {
  const rows: TableRow[] = []
  for (const batch of rowBatches(text, delimiter, start)) {
    for (const row of batch.rows) {
      if (rows.length === count) return rows
      rows.push(row)
    }
  }
  return rows
}

/** All records in batches, so that the caller can report progress, stop, and let others run in between. */
export function* rowBatches(text: string, delimiter: Delimiter, start: TableStart): Generator<RowBatch> {
  let { offset, line } = start
  let size = BATCH_CHARS
  let recoveries = 0
  while (offset < text.length) {
    const isLast = offset + size >= text.length
    const slice = text.slice(offset, offset + size)
    const quoteChar = recoveries < MAX_QUOTE_RECOVERIES ? '"' : NO_QUOTE
    const parsed = parse(slice, delimiter, quoteChar, !isLast)
    if (parsed.data.length === 0 && size < MAX_RECORD_CHARS) {
      size *= 4
      continue
    }
    const found = collect(parsed, slice, line, isLast)
    let consumed = isLast ? slice.length : parsed.meta.cursor
    line = found.nextLine
    if (found.isBroken || parsed.data.length === 0) {
      const broken = parsed.data.length === 0 ? 0 : offsetOfLine(slice, found.linesBeforeBroken)
      const end = slice.indexOf('\n', broken)
      const raw = end < 0 ? slice.slice(broken) : slice.slice(broken, end)
      found.rows.push({ line, cells: [raw], isBroken: true, isUnended: end < 0 && isLast })
      consumed = end < 0 ? slice.length : end + 1
      line += 1
      recoveries += 1
    }
    offset += consumed
    size = BATCH_CHARS
    yield { rows: found.rows, doneChars: offset }
  }
}

function parse(slice: string, delimiter: Delimiter, quoteChar: string, isPartial: boolean): ParsedSlice {
  const parser = new Papa.Parser({ delimiter, quoteChar, newline: '\n' })
  return parser.parse(slice, 0, isPartial) as ParsedSlice
}

interface Collected {
  readonly rows: TableRow[]
  readonly nextLine: number
  readonly isBroken: boolean
  readonly linesBeforeBroken: number
}

/** Numbers the records and stops before the first whose quotes do not add up. */
function collect(parsed: ParsedSlice, slice: string, firstLine: number, isLast: boolean): Collected {
  const suspects = suspectRows(parsed)
  const hasQuotes = slice.includes('"')
  const endsWithLineEnd = slice.endsWith('\n')
  const rows: TableRow[] = []
  let line = firstLine
  for (const [index, cells] of parsed.data.entries()) {
    const isFinal = isLast && index === parsed.data.length - 1
    // What follows the last line end is not a record.
    if (isFinal && endsWithLineEnd && cells.length === 1 && cells[0] === '') break
    const extraLines = hasQuotes ? lineEndsIn(cells) : 0
    const code = suspects.get(index)
    // A record over several lines with a stray quote has swallowed its neighbours.
    if (code === 'MissingQuotes' || (code === 'InvalidQuotes' && extraLines > 0)) {
      return { rows, nextLine: line, isBroken: true, linesBeforeBroken: line - firstLine }
    }
    rows.push({ line, cells, isBroken: false, isUnended: isFinal && !endsWithLineEnd })
    line += 1 + extraLines
  }
  return { rows, nextLine: line, isBroken: false, linesBeforeBroken: 0 }
}

function suspectRows(parsed: ParsedSlice): Map<number, string> {
  const suspects = new Map<number, string>()
  for (const { code, row } of parsed.errors) {
    if (row !== undefined && suspects.get(row) !== 'MissingQuotes') suspects.set(row, code)
  }
  return suspects
}

function lineEndsIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  }
  return count
}

function offsetOfLine(text: string, lines: number): number {
  let offset = 0
  for (let count = 0; count < lines; count += 1) offset = text.indexOf('\n', offset) + 1
  return offset
}
