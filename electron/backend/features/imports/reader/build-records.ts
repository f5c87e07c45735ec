/** Walks over the rows below the header: sets totals, blank lines and broken rows aside and hands the rest to the builder. */
import type { FormatDeclaration, TotalsRule } from '../formats/format.ts'
import type { RecordBuilder } from '../formats/record-builder.ts'
import { CellReader } from './cell-reader.ts'
import type { DateOrder } from './dates.ts'
import type { HeaderMatch } from './headers.ts'
import { BATCH_ROWS } from './limits.ts'
import type { NumberFormat } from './numbers.ts'
import type { ReadReport } from './report.ts'
import type { CompactRow } from './table.ts'

export interface BuildContext {
  readonly match: HeaderMatch
  readonly report: ReadReport
  readonly numberFormat: NumberFormat
  readonly dateOrder: DateOrder
  readonly timeZone: string
  readonly baseCurrency: string
  readonly pause: (doneRows: number) => Promise<void>
}

/** Words no campaign or entry bears: they name what is added up. */
const CERTAIN_TOTAL =
  /^(?:gesamt|summe|total|insgesamt)\s*:\s*\S|^(?:results from|ergebnisse (?:aus|von))\s+\d|^(?:gesamtergebnis|grand total|gesamtsumme)\b/i
/** A campaign may be called like this, so these only count in rows without a date. */
const POSSIBLE_TOTAL = /^(?:gesamt|summe|total|totals|insgesamt)\s*:?$/i
const HAS_DIGIT = /\d/

export async function buildRecords(
  rows: readonly CompactRow[],
  builder: RecordBuilder,
  context: BuildContext,
): Promise<{ readonly fileRows: number; readonly continuationRows: number }> {
  const positions = new Map([...context.match.columns.keys()].map((field, position) => [field, position]))
  const reader = new CellReader({ ...context, positions, columns: context.match.columns })
  const isTotal = totalsTest(context.match.format, reader)
  const { grouping, blankWithout } = context.match.format
  const isUnfilled = blankWithout && (() => blankWithout.every((field) => reader.raw(field) === ''))
  const fill = fillerOf(context.match.format, positions)
  let fileRows = 0
  let continuationRows = 0
  for (const [index, row] of rows.entries()) {
    if (index % BATCH_ROWS === BATCH_ROWS - 1) await context.pause(index)
    const { line, cells, state } = row
    if (isBlank(cells)) {
      context.report.leaveOut(line, 'blank', '')
      continue
    }
    fileRows += 1
    if (state === 'open_quote') {
      context.report.addProblem(line, '', cells[0] as string, 'open_quote')
      continue
    }
    reader.moveTo(line, cells)
    if (isUnfilled?.()) {
      context.report.leaveOut(line, 'blank', textOf(cells))
      fill(cells)
      continue
    }
    // As it stands there: a sum below the rows has no date of its own.
    if (isTotal?.()) {
      context.report.leaveOut(line, 'total', textOf(cells))
      continue
    }
    reader.moveTo(line, fill(cells))
    if (state !== 'plain') {
      context.report.addProblem(line, '', textOf(cells), state)
    } else if (grouping && reader.raw(grouping.firstLineHas) === '' && reader.raw(grouping.by) !== '') {
      continuationRows += 1
      if (!builder.extend?.(reader.raw(grouping.by), reader)) reader.fail(grouping.by, 'line_without_order')
    } else {
      addRow(builder, reader, cells, context.report)
    }
  }
  await context.pause(rows.length)
  return { fileRows, continuationRows }
}

/** Gives empty cells of some columns what stands above them. */
function fillerOf({ filledDown = [] }: FormatDeclaration, positions: ReadonlyMap<string, number>) {
  const columns = filledDown.map((field) => positions.get(field)).filter((position) => position !== undefined)
  const above = new Map<number, string>()
  return (cells: readonly string[]): readonly string[] => {
    if (columns.length === 0) return cells
    const filled = [...cells]
    for (const column of columns) {
      const own = (cells[column] ?? '').trim()
      if (own === '') filled[column] = above.get(column) ?? ''
      else above.set(column, own)
    }
    return filled
  }
}

function addRow(builder: RecordBuilder, reader: CellReader, cells: readonly string[], report: ReadReport): void {
  const outcome = builder.add(reader)
  if (outcome === 'zero') report.leaveOut(reader.line, 'zero_duration', textOf(cells))
  if (outcome === 'not_work') report.leaveOut(reader.line, 'not_work', textOf(cells))
  if (outcome === 'duplicate') report.leaveOut(reader.line, 'duplicate', textOf(cells))
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '')
}

function textOf(cells: readonly string[]): string {
  return cells.filter((cell) => cell.trim() !== '').join(' · ')
}

/** Tests the row the reader stands on. */
function totalsTest(format: FormatDeclaration, reader: CellReader): (() => boolean) | null {
  const rule = format.totals
  if (!rule) return null
  const dateFields = format.columns
    .filter(({ type }) => type === 'date' || type === 'datetime')
    .map(({ field }) => field)
  return () => isTotalRow(rule, dateFields, reader)
}

function isTotalRow(rule: TotalsRule, dateFields: readonly string[], reader: CellReader): boolean {
  if (rule.whenEmpty?.every((field) => reader.raw(field) === '')) return true
  for (const field of rule.in) {
    const text = reader.raw(field)
    if (text === '') continue
    if (CERTAIN_TOTAL.test(text)) return true
    if (POSSIBLE_TOTAL.test(text) && dateFields.every((date) => !HAS_DIGIT.test(reader.raw(date)))) return true
  }
  return false
}
