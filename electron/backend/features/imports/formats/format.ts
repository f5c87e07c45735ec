/** How a format is declared: what its columns are called and what they hold. The reader does the rest. */
import type { AdPlatform, RecordKind } from './records.ts'

/**
 * text; id (digits stay text); money (cents of the base currency); count (whole number); number (may be a fraction);
 * date (a day, month or range); time (clock); datetime; duration (`1:30:00`); hours (`1,5`); flag (yes or no);
 * list (comma-separated); currency (ISO code of the row).
 */
export type ColumnType =
  | 'text'
  | 'id'
  | 'money'
  | 'count'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime'
  | 'duration'
  | 'hours'
  | 'flag'
  | 'list'
  | 'currency'

export interface ColumnDeclaration {
  readonly field: string
  /** Synonyms as programs write them, German first; the first one that a file has is taken. Units in brackets left out. */
  readonly headers: readonly string[]
  readonly type: ColumnType
  /** The column must be there. Whether its cell may be empty is for the kind of record to say. */
  readonly required?: boolean
}

/** Rows that add up other rows. */
export interface TotalsRule {
  /** Where words such as "Gesamt" or "Results from 4 campaigns" stand. */
  readonly in: readonly string[]
  /** A row in which all of these are empty is a sum over all. */
  readonly whenEmpty?: readonly string[]
}

/** Several lines of the file that are one record. */
export interface GroupingRule {
  readonly by: string
  /** Filled on the first line of a group only. */
  readonly firstLineHas: string
}

export interface FormatDeclaration {
  readonly id: string
  readonly kind: RecordKind
  readonly columns: readonly ColumnDeclaration[]
  /** Of each group of fields, one column at least must be there. */
  readonly anyOf?: readonly (readonly string[])[]
  /** Headers that only a similar file of another program has. */
  readonly foreignHeaders?: readonly string[]
  readonly totals?: TotalsRule
  readonly grouping?: GroupingRule
  /** Rows of a time tracker that are no work (breaks, holidays), by a word in a column, lower case. */
  readonly notWork?: { readonly in: string; readonly words: readonly string[] }
  /** A row in which all of these are empty was not filled in. */
  readonly blankWithout?: readonly string[]
  /** Where these are empty, the row above is meant. */
  readonly filledDown?: readonly string[]
  /** For ad spend. */
  readonly platform?: AdPlatform
}
