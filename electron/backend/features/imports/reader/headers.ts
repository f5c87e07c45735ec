/** Finds the header row and the format it belongs to: any column order, German or English, with titles above it. */
import type { ColumnDeclaration, FormatDeclaration } from '../formats/format.ts'
import type { TableRow } from './table.ts'

export interface HeaderCell {
  /** For comparison: NFKC, no invisible characters, spaces folded, lower case, currency taken off. */
  readonly name: string
  /** ISO code of a unit in brackets: "Cost (EUR)". */
  readonly currency: string | null
}

export interface HeaderColumn {
  readonly index: number
  /** As written in the file, for messages. */
  readonly title: string
  readonly currency: string | null
}

export interface HeaderMatch {
  readonly format: FormatDeclaration
  readonly row: TableRow
  readonly columns: ReadonlyMap<string, HeaderColumn>
  /** Required columns that are not there. */
  readonly missing: readonly ColumnDeclaration[]
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const SPACE_RUN = /[\s\u00a0]+/g
const UNIT = /\s*[([]\s*([A-Z]{3}|€|£|\$|US\$|CHF|¥)\s*[)\]]$/
const SYMBOL_CODES: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', US$: 'USD', '¥': 'JPY' }
/** A row of fewer recognised columns than this is not called a broken file of a known format. */
const MIN_MATCHED = 3

let knownCurrencies: ReadonlySet<string> | undefined

export function normaliseHeader(text: string): HeaderCell {
  const folded = text.normalize('NFKC').replace(INVISIBLE, '').replace(SPACE_RUN, ' ').trim()
  const unit = UNIT.exec(folded)
  const code = unit && currencyCode(unit[1] as string)
  const bare = code && unit ? folded.slice(0, unit.index) : folded
  return { name: bare.trim().toLowerCase(), currency: code ?? null }
}

/** ISO code of a code or symbol; null for three capital letters that are no currency. */
export function currencyCode(text: string): string | null {
  const upper = SYMBOL_CODES[text] ?? text.trim().toUpperCase()
  knownCurrencies ??= new Set(Intl.supportedValuesOf('currency'))
  return knownCurrencies.has(upper) ? upper : null
}

const synonymCache = new WeakMap<FormatDeclaration, readonly (readonly [ColumnDeclaration, readonly string[]])[]>()

function synonymsOf(format: FormatDeclaration): readonly (readonly [ColumnDeclaration, readonly string[]])[] {
  let synonyms = synonymCache.get(format)
  if (!synonyms) {
    synonyms = format.columns.map((column) => [column, column.headers.map((header) => normaliseHeader(header).name)])
    synonymCache.set(format, synonyms)
  }
  return synonyms
}

/** How a row reads as the header of a format. Null when it has nothing of it, or something only another program writes. */
export function matchHeader(
  row: TableRow,
  cells: readonly HeaderCell[],
  format: FormatDeclaration,
): HeaderMatch | null {
  const firstIndex = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    if (cell.name !== '' && !firstIndex.has(cell.name)) firstIndex.set(cell.name, index)
  }
  if (format.foreignHeaders?.some((header) => firstIndex.has(normaliseHeader(header).name))) return null
  const columns = new Map<string, HeaderColumn>()
  const missing: ColumnDeclaration[] = []
  for (const [column, names] of synonymsOf(format)) {
    const name = names.find((synonym) => firstIndex.has(synonym))
    const index = name === undefined ? undefined : firstIndex.get(name)
    if (index !== undefined) {
      const title = (row.cells[index] as string).replace(INVISIBLE, '').trim()
      columns.set(column.field, { index, title, currency: cells[index]?.currency ?? null })
    } else if (column.required) {
      missing.push(column)
    }
  }
  for (const group of format.anyOf ?? []) {
    const first = format.columns.find((column) => column.field === group[0])
    if (first && !group.some((field) => columns.has(field))) missing.push(first)
  }
  return columns.size === 0 ? null : { format, row, columns, missing }
}

/** The best header among the first rows: complete before incomplete, then the most columns, then the earliest. */
export function findHeader(rows: readonly TableRow[], formats: readonly FormatDeclaration[]): HeaderMatch | null {
  let best: HeaderMatch | null = null
  for (const row of rows) {
    if (row.isBroken || row.cells.length < 2) continue
    const cells = row.cells.map(normaliseHeader)
    for (const format of formats) {
      const match = matchHeader(row, cells, format)
      if (match && isPlausible(match) && (!best || isBetter(match, best))) best = match
    }
  }
  return best
}

function isPlausible(match: HeaderMatch): boolean {
  if (match.missing.length === 0) return true
  const required = requiredCount(match.format)
  return match.columns.size >= MIN_MATCHED && match.missing.length * 2 <= required
}

function requiredCount(format: FormatDeclaration): number {
  return format.columns.filter((column) => column.required).length + (format.anyOf?.length ?? 0)
}

export function isBetter(match: HeaderMatch, other: HeaderMatch): boolean {
  const isComplete = match.missing.length === 0
  if (isComplete !== (other.missing.length === 0)) return isComplete
  return match.columns.size > other.columns.size
}
