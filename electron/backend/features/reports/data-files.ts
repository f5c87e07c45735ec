/** The ledger's data as text, row by row: journal, lines, purchases. */
import type { Language } from '../../../../shared/contract/fields.ts'
import { isActivity } from '../../../../shared/domain/activity.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { BYTE_ORDER_MARK, cents, count, csvRow, type CsvCell, type NumberStyle } from '../../files/csv-text.ts'
import type { DataFile } from '../../files/file-pieces.ts'
import {
  countLines,
  countPurchases,
  iterateDaySums,
  iterateLines,
  iteratePurchases,
  readAccountKeys,
  readChannels,
  type DaySumRow,
  type LineRow,
} from './data-rows.ts'
import {
  accountNames,
  accountSegment,
  accountsOf,
  journalHead,
  lineText,
  postingsOf,
  reservedNames,
  transactionText,
  type AccountKey,
  type JournalWords,
  type Posting,
} from './journal-text.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import { wordsFor, type ReportWords } from './report-words.ts'

export interface DataQuestion {
  readonly period: Period
  readonly language: Language
  readonly currency: string
  readonly ledgerName: string
  readonly today: string
  readonly numbers: NumberStyle
  readonly journal: 'lines' | 'days'
}

export function journalFile(db: Connection, question: DataQuestion): DataFile {
  const words = wordsFor(question.language, question.currency)
  return { total: countLines(db, question.period), rows: journalRows(db, question, new JournalNames(db, words)) }
}

/** Accounts in the words of a language, with the channels' names as accounts take them. */
class JournalNames {
  readonly words: ReportWords
  readonly accounts: JournalWords
  readonly #channels: ReadonlyMap<number, string>

  constructor(db: Connection, words: ReportWords) {
    this.words = words
    this.accounts = words.texts.journal
    this.#channels = accountNames(readChannels(db), reservedNames(this.accounts))
  }

  keyOf(row: Pick<DaySumRow, 'scope' | 'kind'> & { activity: string | null; channelId: number | null }): AccountKey {
    const { scope, kind, activity, channelId } = row
    return {
      scope,
      kind,
      activity: activity !== null && isActivity(activity) ? accountSegment(this.words.activities[activity]) : null,
      channel: channelId === null || channelId === 0 ? null : (this.#channels.get(channelId) ?? `#${channelId}`),
    }
  }
}

function* journalRows(db: Connection, question: DataQuestion, names: JournalNames): DataFile['rows'] & Generator {
  const { currency, period } = question
  const { format, texts } = names.words
  const accounts = new Set(readAccountKeys(db, period).flatMap((key) => accountsOf(names.keyOf(key), names.accounts)))
  const { headTitle, headPeriod, headImputed, headTags } = texts.journal
  const comments = [
    fill(headTitle, { ledger: question.ledgerName, day: format.day(question.today) }),
    fill(headPeriod, { from: format.day(period.from), to: format.day(period.to) }),
    headImputed,
    headTags,
  ]
  yield { text: journalHead(comments, currency, [...accounts].toSorted()), rows: 0 }
  if (question.journal === 'days') yield* dayTransactions(db, question, names)
  else for (const row of iterateLines(db, period)) yield { text: lineTransaction(row, names, currency), rows: 1 }
}

function lineTransaction(row: LineRow, names: JournalNames, currency: string): string {
  const { texts } = names.words
  const own = row.description ?? ''
  const description = own === '' ? (row.kind === 'revenue' ? texts.journal.purchases : texts.journal[row.kind]) : own
  return lineText(
    {
      ...names.keyOf(row),
      id: row.id,
      day: row.day,
      cents: row.cents,
      description: row.reversesId === null ? description : `${texts.journal.reversal} ${description}`,
      tags: [
        ['source', `${row.sourceKind} ${row.sourceId}`],
        ['seconds', row.seconds === 0 ? null : row.seconds],
        ['gross', row.grossCents === 0 ? null : (row.grossCents / 100).toFixed(2)],
        ['person', row.person],
        ['campaign', row.campaign],
        ['post', row.post],
        ['conversation', row.conversationId],
        ['client', row.client],
        ['department', row.department],
        ['reverses', row.reversesId],
        ['corrects', row.correctsId],
        ['for-day', row.forDay],
      ],
    },
    names.accounts,
    currency,
  )
}

/** One transaction a day: the sums of its accounts. */
function* dayTransactions(
  db: Connection,
  question: DataQuestion,
  names: JournalNames,
): Generator<{ text: string; rows: number }> {
  let current: DaySumRow[] = []
  const textOf = (rows: readonly DaySumRow[]) => {
    const [first] = rows
    if (!first) return ''
    const description = names.words.texts.journal.day
    const postings = sumPostings(
      rows.flatMap((row) => postingsOf({ ...names.keyOf(row), cents: row.cents }, names.accounts)),
    )
    return transactionText({ day: first.day, code: first.day, description, tags: [], postings }, question.currency)
  }
  for (const row of iterateDaySums(db, question.period)) {
    if (current[0] && current[0].day !== row.day) {
      yield { text: textOf(current), rows: current.length }
      current = []
    }
    current.push(row)
  }
  if (current.length > 0) yield { text: textOf(current), rows: current.length }
}

function sumPostings(postings: readonly Posting[]): Posting[] {
  const sums = new Map<string, number>()
  for (const { account, cents: amount } of postings) sums.set(account, (sums.get(account) ?? 0) + amount)
  return [...sums].map(([account, amount]) => ({ account, cents: amount }))
}

export function linesFile(db: Connection, question: DataQuestion): DataFile {
  return { total: countLines(db, question.period), rows: lineRows(db, question) }
}

const LINE_COLUMNS = [
  'id',
  'day',
  'scope',
  'kind',
  'amount',
  'currency',
  'seconds',
  'hours',
  'person',
  'activity',
  'channel',
  'campaign',
  'post',
  'conversation',
  'client',
  'department',
  'description',
  'gross',
  'source',
  'sourceId',
  'reverses',
  'corrects',
  'forDay',
] as const

function* lineRows(db: Connection, question: DataQuestion): Generator<{ text: string; rows: number }> {
  const words = wordsFor(question.language, question.currency)
  const { columns } = words.texts
  const head = csvRow(
    LINE_COLUMNS.map((column) => columns[column]),
    question.numbers,
  )
  yield { text: BYTE_ORDER_MARK + head, rows: 0 }
  for (const row of iterateLines(db, question.period)) {
    yield { text: csvRow(lineCells(row, words, question.currency), question.numbers), rows: 1 }
  }
}

function lineCells(row: LineRow, { texts, activities }: ReportWords, currency: string): CsvCell[] {
  const isLabour = row.kind === 'labour'
  return [
    count(row.id),
    row.day,
    row.scope === 'social' ? texts.csv.social : texts.csv.notSocial,
    row.kind === 'revenue' ? texts.journal.revenue : texts.paper.kinds[row.kind],
    cents(row.cents),
    currency,
    isLabour ? count(row.seconds) : null,
    isLabour ? { number: row.seconds / 3600, digits: 4 } : null,
    row.person,
    row.activity !== null && isActivity(row.activity) ? activities[row.activity] : row.activity,
    row.channel,
    row.campaign,
    row.post,
    count(row.conversationId),
    row.client,
    row.department,
    row.description,
    row.kind === 'revenue' ? cents(row.grossCents) : null,
    row.sourceKind,
    count(row.sourceId),
    count(row.reversesId),
    count(row.correctsId),
    row.forDay,
  ]
}

export function purchasesFile(db: Connection, question: DataQuestion): DataFile {
  return { total: countPurchases(db, question.period), rows: purchaseRows(db, question) }
}

const PURCHASE_COLUMNS = [
  'id',
  'day',
  'name',
  'kind',
  'source',
  'status',
  'isCounted',
  'paid',
  'refunded',
  'tax',
  'gross',
  'net',
  'contribution',
  'currency',
  'isSocial',
  'touches',
  'client',
] as const

function* purchaseRows(db: Connection, question: DataQuestion): Generator<{ text: string; rows: number }> {
  const { texts } = wordsFor(question.language, question.currency)
  const yesNo = (value: number | null) => (value === 1 ? texts.csv.yes : texts.csv.no)
  const head = csvRow(
    PURCHASE_COLUMNS.map((column) => texts.columns[column]),
    question.numbers,
  )
  yield { text: BYTE_ORDER_MARK + head, rows: 0 }
  for (const row of iteratePurchases(db, question.period)) {
    const cells: CsvCell[] = [
      count(row.id),
      row.day,
      row.name,
      row.kind,
      row.source,
      row.status,
      yesNo(row.isCounted),
      cents(row.paidCents),
      cents(row.refundedCents),
      cents(row.taxCents),
      cents(row.grossCents),
      cents(row.netCents),
      cents(row.contributionCents),
      question.currency,
      yesNo(row.isSocial),
      row.touches,
      row.client,
    ]
    yield { text: csvRow(cells, question.numbers), rows: 1 }
  }
}
