/**
 * Typed access to the cells of one row at a time. The first unreadable cell of a row becomes its problem; the builder of
 * the record then gives the row up.
 */
import type { Day } from '../../../../../shared/domain/day.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { MAX_CENTS } from '../../../../../shared/domain/money.ts'
import { parseCalendar, parseClock, parseDuration, splitDateTime, type CalendarSpan, type DateOrder } from './dates.ts'
import { currencyCode, type HeaderColumn } from './headers.ts'
import { MAX_LIST_ITEMS, MAX_TEXT_CHARS } from './limits.ts'
import { isMissingNumber, parseNumber, scale, stripNumber, type NumberFormat } from './numbers.ts'
import type { NoteReason, ProblemReason } from './read-result.ts'
import type { ReadReport } from './report.ts'
import { readWallTime, wallMs } from '../../../../../shared/domain/wall-time.ts'

export type Presence = 'required' | 'optional'

export interface CellContext {
  /** Position of each field in a row; only fields the file has. */
  readonly positions: ReadonlyMap<string, number>
  readonly columns: ReadonlyMap<string, HeaderColumn>
  readonly numberFormat: NumberFormat
  readonly dateOrder: DateOrder
  readonly timeZone: string
  readonly baseCurrency: string
  readonly report: ReadReport
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g // eslint-disable-line no-control-regex
const HAS_CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/ // eslint-disable-line no-control-regex
const TRUE_WORDS = new Set(['yes', 'ja', 'true', 'wahr', '1', 'x', 'y', 'j'])
const MAX_CACHED_DATES = 20_000
/** No date is longer; a long text is not worth matching. */
const MAX_DATE_CHARS = 64

export class CellReader {
  readonly timeZone: string
  readonly baseCurrency: string
  line = 0
  hasProblem = false
  #cells: readonly string[] = []
  readonly #context: CellContext
  readonly #dates = new Map<string, CalendarSpan | null>()

  constructor(context: CellContext) {
    this.#context = context
    this.timeZone = context.timeZone
    this.baseCurrency = context.baseCurrency
  }

  moveTo(line: number, cells: readonly string[]): void {
    this.line = line
    this.#cells = cells
    this.hasProblem = false
  }

  /** True when the file has the column. */
  has(field: string): boolean {
    return this.#context.positions.has(field)
  }

  /** The cell as it stands, trimmed. */
  raw(field: string): string {
    const position = this.#context.positions.get(field)
    return position === undefined ? '' : (this.#cells[position] as string).trim()
  }

  /** Trimmed, without control characters except line breaks, composed, cut to a limit. */
  text(field: string, presence: Presence = 'optional'): string {
    const raw = this.raw(field)
    const clean = HAS_CONTROL.test(raw) ? raw.replace(CONTROL, '').trim() : raw
    if (clean === '') {
      if (presence === 'required') this.fail(field, 'missing')
      return ''
    }
    return (clean.length > MAX_TEXT_CHARS ? clean.slice(0, MAX_TEXT_CHARS) : clean).normalize('NFC')
  }

  list(field: string): string[] {
    const text = this.text(field)
    if (text === '') return []
    const items = text.split(',').map((item) => item.trim())
    return items.filter((item) => item !== '').slice(0, MAX_LIST_ITEMS)
  }

  flag(field: string): boolean {
    return TRUE_WORDS.has(this.raw(field).toLowerCase())
  }

  /** An amount in cents of the base currency; in another one the row is a problem. */
  cents(field: string, presence: Presence = 'optional'): number | null {
    const raw = this.raw(field)
    if (isMissingNumber(raw)) return this.#absent(field, presence)
    const stripped = stripNumber(raw)
    const cents = stripped && scale(stripped, this.#context.numberFormat, 2)
    if (stripped === null || cents === null) return this.fail(field, 'not_a_number')
    if (Math.abs(cents) > MAX_CENTS) return this.fail(field, 'too_large')
    const currency = this.#currencyOf(field, stripped.currency)
    if (currency !== this.baseCurrency) return this.fail(field, 'currency', `${raw} ${currency}`)
    return cents
  }

  /** Row's own column first, then the cell, then the unit in the header; without any, the base currency is meant. */
  #currencyOf(field: string, inCell: string | null): string {
    const ofRow = this.raw('currency')
    if (ofRow !== '') return currencyCode(ofRow) ?? ofRow
    if (inCell) return currencyCode(inCell) ?? inCell
    return this.#context.columns.get(field)?.currency ?? this.baseCurrency
  }

  count(field: string, presence: Presence = 'optional'): number | null {
    const raw = this.raw(field)
    if (isMissingNumber(raw)) return this.#absent(field, presence)
    const value = parseNumber(raw, this.#context.numberFormat)
    if (value === null || !Number.isSafeInteger(value)) return this.fail(field, 'not_a_number')
    return value
  }

  number(field: string, presence: Presence = 'optional'): number | null {
    const raw = this.raw(field)
    if (isMissingNumber(raw)) return this.#absent(field, presence)
    return parseNumber(raw, this.#context.numberFormat) ?? this.fail(field, 'not_a_number')
  }

  /** Days a date, month or range covers. */
  span(field: string, presence: Presence = 'optional'): CalendarSpan | null {
    const raw = this.raw(field)
    if (isMissingNumber(raw)) return this.#absent(field, presence)
    return this.#calendar(raw) ?? this.fail(field, 'not_a_date')
  }

  day(field: string, presence: Presence = 'optional'): Day | null {
    const span = this.span(field, presence)
    if (!span) return null
    return span.precision === 'day' ? span.from : this.fail(field, 'not_a_date')
  }

  #calendar(text: string): CalendarSpan | null {
    let span = this.#dates.get(text)
    if (span === undefined) {
      if (this.#dates.size > MAX_CACHED_DATES) this.#dates.clear()
      span = text.length > MAX_DATE_CHARS ? null : parseCalendar(text, this.#context.dateOrder)
      this.#dates.set(text, span)
    }
    return span
  }

  /** Seconds after midnight. */
  clock(field: string, presence: Presence = 'optional'): number | null {
    const raw = this.raw(field)
    if (raw === '') return this.#absent(field, presence)
    return parseClock(raw) ?? this.fail(field, 'not_a_time')
  }

  /** Seconds of `1:30:00`, or of decimal hours in the number format of the file. */
  duration(field: string, presence: Presence = 'optional'): number | null {
    const raw = this.raw(field)
    if (isMissingNumber(raw)) return this.#absent(field, presence)
    if (raw.includes(':')) return parseDuration(raw) ?? this.fail(field, 'not_a_duration')
    const hours = parseNumber(raw, this.#context.numberFormat)
    return hours === null ? this.fail(field, 'not_a_duration') : Math.round(hours * 3600)
  }

  /** A moment with its own offset, or on the clock of the ledger's zone; a doubtful one by its first reading. */
  instant(field: string, presence: Presence = 'optional'): Instant | null {
    const raw = this.raw(field)
    if (raw === '') return this.#absent(field, presence)
    const parts = raw.length > MAX_DATE_CHARS ? null : splitDateTime(raw)
    const span = parts && this.#calendar(parts.date)
    if (!parts || span?.precision !== 'day') return this.fail(field, 'not_a_date')
    const wall = wallMs(span.from, parts.clockSeconds)
    if (parts.offsetMinutes !== null) return wall - parts.offsetMinutes * 60_000
    const reading = readWallTime(wall, this.timeZone)
    if (reading.kind === 'twice') this.note('time_occurs_twice', raw)
    if (reading.kind === 'skipped') this.note('time_is_skipped', raw)
    return reading.instants[0] as Instant
  }

  /** Makes the row a problem, once. Always null, so that a getter can end with it. */
  fail(field: string, reason: ProblemReason, value = this.raw(field)): null {
    if (!this.hasProblem) {
      this.#context.report.addProblem(this.line, this.#context.columns.get(field)?.title ?? '', value, reason)
    }
    this.hasProblem = true
    return null
  }

  note(reason: NoteReason, text = ''): void {
    this.#context.report.addNote(this.line, reason, text)
  }

  #absent(field: string, presence: Presence): null {
    return presence === 'required' ? this.fail(field, 'missing') : null
  }
}
