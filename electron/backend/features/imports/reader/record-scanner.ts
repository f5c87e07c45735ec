/**
 * Cuts text into records after RFC 4180, with the line each starts on. Written out because exports quote every field,
 * where a general parser takes seconds for 100,000 rows, and because a lost quote must cost one line and not the file.
 */
import { MAX_QUOTE_RECOVERIES, MAX_RECORD_CHARS } from './limits.ts'
import type { Delimiter, TableRow, TableStart } from './table.ts'

const QUOTE = 0x22
const LINE_END = 0x0a
const SPACE = 0x20
const DOUBLED_QUOTES = /""/g

/** How a quoted field ended: where it should; not at all; or after quotes that stand where none may. */
type QuoteState = 'closed' | 'open' | 'stray'

export class RecordScanner {
  readonly #text: string
  readonly #delimiterCode: number
  #offset: number
  #line: number
  #recoveries = 0
  #quoteState: QuoteState = 'closed'

  constructor(text: string, delimiter: Delimiter, start: TableStart) {
    this.#text = text
    this.#delimiterCode = delimiter.charCodeAt(0)
    this.#offset = start.offset
    this.#line = start.line
  }

  /** Characters read so far. */
  get offset(): number {
    return this.#offset
  }

  /** The next record, or null at the end of the text. */
  next(): TableRow | null {
    const text = this.#text
    const startOffset = this.#offset
    if (startOffset >= text.length) return null
    const line = this.#line
    this.#quoteState = 'closed' as QuoteState
    const cells: string[] = []
    let isUnended = false
    for (;;) {
      cells.push(this.#isCellQuoted() ? this.#quotedCell(startOffset) : this.#plainCell())
      if (this.#quoteState === 'open') return this.#brokenLine(startOffset, line)
      if (this.#offset >= text.length) {
        isUnended = true
        break
      }
      const isRecordEnd = text.charCodeAt(this.#offset) === LINE_END
      this.#offset += 1
      if (isRecordEnd) break
    }
    // A stray quote in a record over several lines has swallowed its neighbours.
    if (this.#quoteState === 'stray' && this.#line > line) return this.#brokenLine(startOffset, line)
    this.#line += 1
    return { line, cells, isBroken: false, isUnended }
  }

  #isCellQuoted(): boolean {
    return this.#text.charCodeAt(this.#offset) === QUOTE
  }

  /** Up to the next delimiter or line end, where the offset then stands. */
  #plainCell(): string {
    const text = this.#text
    const from = this.#offset
    let at = from
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === this.#delimiterCode || code === LINE_END) break
    }
    this.#offset = at
    return at === from ? '' : text.slice(from, at)
  }

  /** Up to its closing quote, behind which the offset then stands. */
  #quotedCell(recordOffset: number): string {
    const text = this.#text
    const from = this.#offset + 1
    const limit = Math.min(text.length, recordOffset + MAX_RECORD_CHARS)
    let hasDoubled = false
    let lineEnds = 0
    for (let at = from; at < limit; at += 1) {
      const code = text.charCodeAt(at)
      if (code === LINE_END) {
        // With that many lost quotes every line stands for itself, so that time stays linear.
        if (this.#recoveries >= MAX_QUOTE_RECOVERIES) break
        lineEnds += 1
      }
      if (code !== QUOTE) continue
      if (text.charCodeAt(at + 1) === QUOTE) {
        hasDoubled = true
        at += 1
        continue
      }
      const end = this.#endAfterQuote(at + 1)
      if (end < 0) {
        this.#quoteState = 'stray'
        continue
      }
      this.#offset = end
      this.#line += lineEnds
      const cell = at === from ? '' : text.slice(from, at)
      return hasDoubled ? cell.replace(DOUBLED_QUOTES, '"') : cell
    }
    this.#quoteState = 'open'
    return ''
  }

  /** Where the cell ends if only spaces follow its closing quote; -1 when more text follows. */
  #endAfterQuote(from: number): number {
    const text = this.#text
    let at = from
    while (at < text.length && text.charCodeAt(at) === SPACE) at += 1
    if (at >= text.length) return at
    const code = text.charCodeAt(at)
    return code === this.#delimiterCode || code === LINE_END ? at : -1
  }

  /** Gives one line up as broken and goes on after it. */
  #brokenLine(startOffset: number, line: number): TableRow {
    const found = this.#text.indexOf('\n', startOffset)
    const end = found < 0 ? this.#text.length : found
    this.#offset = end + 1
    this.#line = line + 1
    this.#recoveries += 1
    return { line, cells: [this.#text.slice(startOffset, end)], isBroken: true, isUnended: found < 0 }
  }
}
