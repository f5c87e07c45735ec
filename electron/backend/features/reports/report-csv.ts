/** The report's numbers as one table: a row for the whole, each channel, each activity, what it is compared with, each model. */
import type { MonthReport } from '../../../../shared/contract/reports.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { BYTE_ORDER_MARK, cents, count, csvRow, type CsvCell, type NumberStyle } from '../../files/csv-text.ts'
import type { ReportWords } from './report-words.ts'

const COLUMNS = [
  'section',
  'name',
  'from',
  'to',
  'seconds',
  'hours',
  'labour',
  'ads',
  'otherCost',
  'orders',
  'gross',
  'net',
  'contribution',
  'result',
  'perHour',
  'verdict',
  'confidence',
  'lowest',
  'highest',
  'currency',
] as const
type Column = (typeof COLUMNS)[number]
type Row = Partial<Record<Column, CsvCell>>

export function reportCsv(figures: MonthReport, words: ReportWords, style: NumberStyle): string {
  const { columns } = words.texts
  const head = COLUMNS.map((column) => columns[column])
  const currency = figures.ledger.currency
  const rows = reportRows(figures, words).map((row) => COLUMNS.map((column) => ({ currency, ...row })[column] ?? null))
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => csvRow(row, style)).join('')
}

function reportRows(figures: MonthReport, { texts, activities, result }: ReportWords): Row[] {
  const { csv, paper } = texts
  const { period, totals, channels, before, other, byModel, certainty } = figures
  return [
    {
      section: csv.total,
      name: csv.total,
      ...days(period),
      ...amounts(totals),
      ...judged(certainty ?? null, paper.verdicts),
    },
    ...channels.map((channel) => ({
      section: csv.channel,
      name: channel.key ?? paper.table.without,
      ...days(period),
      ...amounts(channel),
      ...judged(
        channel.verdict && channel.range ? { verdict: channel.verdict, range: channel.range } : null,
        paper.verdicts,
      ),
    })),
    ...figures.activities.map(({ activity, seconds, cents: labour }) => ({
      section: csv.activity,
      name: activity === null ? paper.table.noActivity : activities[activity],
      ...days(period),
      ...time(seconds),
      labour: cents(labour),
    })),
    ...(before ? [{ section: csv.before, name: csv.total, ...days(before.period), ...amounts(before.totals) }] : []),
    {
      section: csv.other,
      name: csv.notSocial,
      ...days(period),
      ...time(other.seconds),
      labour: cents(other.labourCents),
      ads: cents(other.adsCents),
      otherCost: cents(other.otherCostCents),
      orders: { number: other.orders, digits: 4 },
      gross: cents(other.grossCents),
      net: cents(other.netCents),
    },
    ...byModel.map(({ model, resultCents }) => ({
      section: csv.model,
      name: result.models[model],
      ...days(period),
      result: cents(resultCents),
    })),
  ]
}

function days({ from, to }: Period): Row {
  return { from, to }
}

function time(seconds: number): Row {
  return { seconds: count(seconds), hours: { number: seconds / 3600, digits: 4 } }
}

function amounts(figures: MonthReport['totals']): Row {
  return {
    ...time(figures.seconds),
    labour: cents(figures.labourCents),
    ads: cents(figures.adsCents),
    otherCost: cents(figures.otherCostCents),
    orders: { number: figures.orders, digits: 4 },
    gross: cents(figures.grossCents),
    net: cents(figures.netCents),
    contribution: cents(figures.contributionCents),
    result: cents(figures.resultCents),
    perHour: cents(figures.returnPerHourCents),
  }
}

function judged(certainty: MonthReport['certainty'], names: Readonly<Record<string, string>>): Row {
  if (!certainty) return {}
  const { verdict, range } = certainty
  return {
    verdict: names[verdict.kind] ?? verdict.kind,
    confidence: verdict.probability === null ? null : { number: verdict.probability, digits: 4 },
    lowest: cents(range.lowestCents),
    highest: cents(range.highestCents),
  }
}
