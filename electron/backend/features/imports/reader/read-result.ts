/** What reading a file comes to. */
import type { Day } from '../../../../../shared/domain/day.ts'
import type { AdSpendRecord, OrderRecord, TimeRecord } from '../formats/records.ts'
import type { ColumnDeclaration, FormatDeclaration } from '../formats/format.ts'
import type { DateOrder, DateSample } from './dates.ts'
import type { DecodeFailure, Encoding } from './decode.ts'
import type { NumberFormat, NumberSample } from './numbers.ts'
import type { Delimiter } from './table.ts'
import type { IntervalNote } from './wall-time.ts'

export type ProblemReason =
  | 'missing'
  | 'not_a_number'
  | 'not_a_date'
  | 'not_a_time'
  | 'not_a_duration'
  | 'too_large'
  | 'negative'
  | 'end_before_start'
  | 'currency'
  | 'too_many_cells'
  | 'open_quote'
  | 'truncated'
  | 'line_without_order'
  | 'same_order_twice'
  | 'tax_above_total'

/** A row that cannot be imported. */
export interface RowProblem {
  readonly line: number
  /** Title of the column as written in the file; empty when the whole row is meant. */
  readonly column: string
  readonly value: string
  readonly reason: ProblemReason
}

export type LeftOutReason = 'total' | 'blank' | 'duplicate' | 'zero_duration' | 'not_work'

/** A row that is no record, for a reason that is not a mistake. */
export interface LeftOutRow {
  readonly line: number
  readonly reason: LeftOutReason
  readonly text: string
}

export type NoteReason =
  | IntervalNote
  | 'over_a_day'
  | 'rows_added_up'
  | 'same_entry_twice'
  | 'refund_above_paid'
  | 'unknown_status'
  | 'file_is_truncated'

/** Something about a record (line) or the file (line 0) that was imported but should be known. */
export interface ReadNote {
  readonly line: number
  readonly reason: NoteReason
  readonly text: string
}

export type ReadQuestion =
  | { readonly kind: 'number-format'; readonly suggested: 'comma' | 'dot'; readonly samples: readonly NumberSample[] }
  | {
      readonly kind: 'date-order'
      readonly suggested: 'day-first' | 'month-first'
      readonly samples: readonly DateSample[]
    }

export interface ReadAnswers {
  readonly numberFormat?: 'comma' | 'dot'
  readonly dateOrder?: 'day-first' | 'month-first'
}

export type ReadFailure =
  | DecodeFailure
  | { readonly code: 'too_many_rows'; readonly detail: { readonly limit: number } }
  | {
      readonly code: 'missing_column'
      readonly detail: {
        readonly format: FormatDeclaration
        readonly headerLine: number
        readonly columns: readonly ColumnDeclaration[]
      }
    }

export interface TimeSums {
  readonly seconds: number
}

export interface AdSpendSums {
  readonly cents: number
  readonly impressions: number
  readonly clicks: number
}

/** Money sums are over counted orders. */
export interface OrderSums {
  readonly counted: number
  readonly paidCents: number
  readonly refundedCents: number
  readonly grossCents: number
  readonly netCents: number
}

export type RecordSet =
  | { readonly kind: 'time'; readonly records: readonly TimeRecord[]; readonly sums: TimeSums }
  | { readonly kind: 'ad-spend'; readonly records: readonly AdSpendRecord[]; readonly sums: AdSpendSums }
  | { readonly kind: 'order'; readonly records: readonly OrderRecord[]; readonly sums: OrderSums }

export interface RowCounts {
  /** Records of the file below its header, blank ones not counted. */
  readonly fileRows: number
  /** Further lines of records that take several. */
  readonly continuationRows: number
  readonly leftOut: number
  readonly problems: number
  readonly notes: number
}

export interface ReadTable {
  readonly status: 'read'
  readonly fileName: string
  readonly format: FormatDeclaration
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly headerLine: number
  readonly numberFormat: NumberFormat
  readonly dateOrder: DateOrder
  /** With open questions the records follow the suggestions; they must not be written before they are answered. */
  readonly questions: readonly ReadQuestion[]
  readonly content: RecordSet
  /** First and last day of the records; null without any. */
  readonly period: { readonly from: Day; readonly to: Day } | null
  readonly leftOut: readonly LeftOutRow[]
  readonly problems: readonly RowProblem[]
  readonly notes: readonly ReadNote[]
  /** Full numbers, also where the lists above are cut at their limit. */
  readonly counts: RowCounts
}

export interface UnknownTable {
  readonly status: 'unknown'
  readonly fileName: string
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly headerLine: number
  readonly headers: readonly string[]
  readonly sampleRows: readonly (readonly string[])[]
}

export interface FailedRead {
  readonly status: 'failed'
  readonly fileName: string
  readonly failure: ReadFailure
}

export type ReadResult = ReadTable | UnknownTable | FailedRead
