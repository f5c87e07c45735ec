/** One number format and one order of day and month for the whole file. */
import type { ColumnType } from '../formats/format.ts'
import { DateEvidence, type DateOrder } from './dates.ts'
import { normaliseHeader, type HeaderMatch } from './headers.ts'
import { NumberEvidence, type NumberFormat } from './numbers.ts'
import type { ReadAnswers, ReadQuestion } from './read-result.ts'
import type { CompactRow, Delimiter } from './table.ts'

export interface FormatDecisions {
  readonly numberFormat: NumberFormat
  readonly dateOrder: DateOrder
  readonly questions: readonly ReadQuestion[]
}

const NUMERIC: ReadonlySet<ColumnType> = new Set(['money', 'count', 'number', 'hours'])
const DATED: ReadonlySet<ColumnType> = new Set(['date', 'datetime'])
const MAX_DATE_CHARS = 64

interface Column {
  readonly position: number
  readonly title: string
  readonly type: ColumnType
}

export function decideFormats(
  rows: readonly CompactRow[],
  match: HeaderMatch,
  delimiter: Delimiter,
  answers: ReadAnswers = {},
): FormatDecisions {
  const numbers = new NumberEvidence()
  const dates = new DateEvidence()
  const columns = columnsOf(match)
  const numeric = columns.filter(({ type }) => NUMERIC.has(type) || type === 'duration')
  const dated = columns.filter(({ type }) => DATED.has(type))
  for (const { line, cells, state } of rows) {
    if (state === 'open_quote') continue
    for (const { position, title, type } of numeric) {
      const text = (cells[position] as string).trim()
      if (type !== 'duration' || !text.includes(':')) numbers.add(text, type === 'count', line, title)
    }
    for (const { position, title } of dated) {
      const text = (cells[position] as string).trim()
      if (text.length <= MAX_DATE_CHARS) dates.add(text, line, title)
    }
  }
  return settle(numbers, dates, looksGerman(match, delimiter), answers)
}

function settle(
  numbers: NumberEvidence,
  dates: DateEvidence,
  isGerman: boolean,
  answers: ReadAnswers,
): FormatDecisions {
  const suggestedNumbers = isGerman ? 'comma' : 'dot'
  const suggestedDates = isGerman ? 'day-first' : 'month-first'
  const number = numbers.decide(answers.numberFormat, suggestedNumbers)
  const date = dates.decide(answers.dateOrder, suggestedDates)
  const questions: ReadQuestion[] = []
  if (number.ask.length > 0) {
    questions.push({ kind: 'number-format', suggested: suggestedNumbers, samples: number.ask })
  }
  if (date.ask.length > 0) questions.push({ kind: 'date-order', suggested: suggestedDates, samples: date.ask })
  return { numberFormat: number.format, dateOrder: date.order, questions }
}

function columnsOf(match: HeaderMatch): Column[] {
  const types = new Map(match.format.columns.map((column) => [column.field, column.type]))
  return [...match.columns].map(([field, { title }], position) => ({
    position,
    title,
    type: types.get(field) ?? 'text',
  }))
}

/** Only for the suggestion when nothing in the file decides: most headers are the German, first-named ones, or `;` parts the cells. */
function looksGerman(match: HeaderMatch, delimiter: Delimiter): boolean {
  let german = 0
  for (const { field, headers } of match.format.columns) {
    const title = match.columns.get(field)?.title
    if (title !== undefined && normaliseHeader(title).name === normaliseHeader(headers[0] as string).name) german += 1
  }
  return german * 2 > match.columns.size || (delimiter === ';' && german > 0)
}
