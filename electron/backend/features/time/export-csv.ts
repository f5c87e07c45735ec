import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { BYTE_ORDER_MARK, cents, count, csvRow, type CsvCell, type NumberStyle } from '../../files/csv-text.ts'
import type { EndedEntry } from './export-entries.ts'
import { targetNames, type ExportWords } from './export-words.ts'

const COLUMNS = [
  'id',
  'day',
  'startClock',
  'endClock',
  'seconds',
  'hours',
  'person',
  'activity',
  'channel',
  'campaign',
  'client',
  'project',
  'department',
  'targets',
  'description',
  'amount',
  'currency',
  'scope',
  'isBillable',
  'isInvoiced',
  'isEstimate',
  'isUntimed',
  'startUtc',
  'endUtc',
] as const

export interface CsvQuestion {
  readonly words: ExportWords
  readonly numbers: NumberStyle
  readonly currency: string
  readonly timeZone: string
}

export function csvHead({ words, numbers }: CsvQuestion): string {
  const { columns } = words
  return (
    BYTE_ORDER_MARK +
    csvRow(
      COLUMNS.map((column) => columns[column]),
      numbers,
    )
  )
}

export function csvLine(entry: EndedEntry, question: CsvQuestion): string {
  const cells = cellsOf(entry, question)
  return csvRow(
    COLUMNS.map((column) => cells[column]),
    question.numbers,
  )
}

function cellsOf(
  entry: EndedEntry,
  { words, currency, timeZone }: CsvQuestion,
): Record<(typeof COLUMNS)[number], CsvCell> {
  const { csv, activities } = words
  const yesNo = (value: boolean) => (value ? csv.yes : csv.no)
  // Of work of which only the day is known the clock says nothing.
  const clock = (at: number) => (entry.isUntimed ? null : clockAt(at, timeZone))
  return {
    id: count(entry.id),
    day: entry.day,
    startClock: clock(entry.startedAt),
    endClock: clock(entry.endedAt),
    seconds: count(entry.seconds),
    hours: { number: entry.seconds / 3600, digits: 4 },
    person: entry.person,
    activity: entry.activity && activities[entry.activity],
    channel: entry.channel,
    campaign: entry.campaign,
    client: entry.client,
    project: entry.project,
    department: entry.department,
    targets: targetNames(entry, words).join(' + '),
    description: entry.note,
    amount: cents(entry.cents),
    currency,
    scope: entry.scope === 'social' ? csv.social : csv.notSocial,
    isBillable: yesNo(entry.isBillable),
    isInvoiced: yesNo(entry.invoiceId !== null),
    isEstimate: yesNo(entry.isEstimate),
    isUntimed: yesNo(entry.isUntimed),
    startUtc: entry.isUntimed ? null : new Date(entry.startedAt).toISOString(),
    endUtc: entry.isUntimed ? null : new Date(entry.endedAt).toISOString(),
  }
}
