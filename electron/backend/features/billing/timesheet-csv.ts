/** A timesheet's entries as a table for other programs. */
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import { BYTE_ORDER_MARK, cents, csvRow, type CsvCell, type NumberStyle } from '../../files/csv-text.ts'
import type { SheetContext } from './timesheet-document.ts'
import type { SheetLine, Timesheet } from './timesheet-figures.ts'
import { isCovered } from './timesheet-sections.ts'

type Column = readonly [name: string, read: (line: SheetLine) => CsvCell]

/** A row an entry, then one for each fee. What the sheet hides is missing here as well; minutes in a retainer are not charged. */
export function timesheetCsv(sheet: Timesheet, context: SheetContext, style: NumberStyle): string {
  const { question, words, settings } = context
  const { csv, timesheet } = words.texts
  const columns: readonly Column[] = [
    [csv.day, ({ entry }) => entry.day],
    [csv.start, ({ entry, details }) => (details.isUntimed ? null : clockAt(entry.startedAt, settings.timeZone))],
    [csv.end, ({ entry, details }) => (details.isUntimed ? null : clockAt(entry.endedAt, settings.timeZone))],
    [csv.client, () => sheet.client],
    [csv.project, ({ details }) => details.project],
    [csv.activity, ({ details }) => (details.activity === null ? null : words.activities[details.activity])],
    ...(question.hasNotes ? [[csv.note, ({ details }): CsvCell => details.note] satisfies Column] : []),
    ...(question.hasPeople ? [[csv.person, ({ details }): CsvCell => details.person] satisfies Column] : []),
    [csv.billable, ({ entry }) => (entry.isBillable ? csv.yes : csv.no)],
    [csv.rawMinutes, ({ entry }) => minutes(entry.seconds)],
    [csv.billedMinutes, ({ billedSeconds }) => minutes(billedSeconds)],
    ...(sheet.retainer.length > 0
      ? [[csv.coveredMinutes, ({ coveredSeconds }): CsvCell => minutes(coveredSeconds)] satisfies Column]
      : []),
    [csv.rate, (line) => (line.entry.isBillable && !isCovered(line) ? cents(line.centsPerHour) : null)],
    [csv.amount, (line) => (line.entry.isBillable ? cents(line.cents) : null)],
    [csv.invoice, ({ details }) => details.invoice],
    [csv.currency, () => settings.currency],
  ]
  const fees = sheet.fees.map((fee) =>
    columns.map(([name]): CsvCell => {
      if (name === csv.client) return sheet.client
      if (name === csv.project) return fill(timesheet.fees, { month: words.format.month(fee.month) })
      if (name === csv.amount) return cents(fee.cents)
      return name === csv.currency ? settings.currency : null
    }),
  )
  const rows = sheet.lines.map((line) => columns.map(([, read]) => read(line)))
  return (
    BYTE_ORDER_MARK + [columns.map(([name]) => name), ...rows, ...fees].map((cells) => csvRow(cells, style)).join('')
  )
}

/** With enough decimals for the rows to add up. */
function minutes(seconds: number): CsvCell {
  return { number: seconds / 60, digits: seconds % 60 === 0 ? 2 : 4 }
}
