/** The moderation log as a table: one row a conversation. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { FilePiece } from '../../../../../shared/contract/file-pieces.ts'
import { PRIORITIES } from '../../../../../shared/domain/conversation.ts'
import { NETWORK_NAMES } from '../../../../../shared/domain/network.ts'
import { targetStanding } from '../../../../../shared/domain/response-figures.ts'
import { clockAt } from '../../../../../shared/domain/wall-time.ts'
import { moderationFigures as german } from '../../../../../shared/i18n/de/moderation-figures.ts'
import { reports as germanReports } from '../../../../../shared/i18n/de/reports.ts'
import { moderationFigures as english } from '../../../../../shared/i18n/en/moderation-figures.ts'
import { reports as englishReports } from '../../../../../shared/i18n/en/reports.ts'
import { conversationNames } from '../../../../../shared/i18n/conversation-names.ts'
import { fill } from '../../../../../shared/i18n/fill.ts'
import type { Backend } from '../../../backend.ts'
import { withSnapshot } from '../../../database/snapshot.ts'
import { BYTE_ORDER_MARK, cents, count, csvRow, type CsvCell, type NumberStyle } from '../../../files/csv-text.ts'
import { fileNameOf, MEDIA_TYPES, piecesOf, type DataFile } from '../../../files/file-pieces.ts'
import {
  countConversations,
  iterateConversations,
  type ConversationRow,
  type RowsToExport,
} from './conversation-rows.ts'

export interface ConversationFileQuestion extends Omit<RowsToExport, 'now'> {
  readonly language: Language
  readonly numbers: NumberStyle
}

export async function* exportConversations(
  backend: Backend,
  question: ConversationFileQuestion,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePiece, void> {
  const { ledger } = backend
  const asked = { ...question, now: ledger.now() }
  const { currency, timeZone } = ledger.settings()
  yield* withSnapshot(ledger.path, async function* (db): AsyncGenerator<FilePiece, void> {
    const total = countConversations(db, asked)
    yield { kind: 'start', total, fileName: nameOf(backend, question), mediaType: MEDIA_TYPES.csv }
    const writer = new RowWriter(question, { currency, timeZone, now: asked.now })
    yield* piecesOf({ total, rows: writer.rowsOf(iterateConversations(db, asked)) }, signal)
  })
}

function wordsOf(language: Language) {
  const [figures, reports] = language === 'de' ? [german, germanReports] : [english, englishReports]
  return {
    ...figures.file,
    ...conversationNames(language),
    columns: { ...reports.columns, ...figures.file.columns },
    yes: reports.csv.yes,
    no: reports.csv.no,
  }
}
type Words = ReturnType<typeof wordsOf>

function nameOf({ ledger }: Backend, { filter: { period }, language }: ConversationFileQuestion): string {
  const { name, nameOfAll } = wordsOf(language)
  const values = { ledger: ledger.settings().name }
  return `${fileNameOf(period ? fill(name, { ...values, from: period.from, to: period.to }) : fill(nameOfAll, values))}.csv`
}

const COLUMNS = [
  'id',
  'day',
  'clock',
  'kind',
  'status',
  'channel',
  'network',
  'post',
  'client',
  'department',
  'label',
  'topics',
  'sentiment',
  'isSentimentOwn',
  'stars',
  'priority',
  'batchCount',
  'contact',
  'measure',
  'crisis',
  'isErased',
  'firstDueUtc',
  'firstAnsweredUtc',
  'firstSeconds',
  'standing',
  'nextAsked',
  'nextAnswered',
  'slowestNextSeconds',
  'resolvedUtc',
  'resolutionSeconds',
  'seconds',
  'hours',
  'amount',
  'currency',
  'leads',
  'leadValue',
  'wonLeadValue',
  'net',
  'receivedUtc',
] as const
/** What names the other side. */
const TEXT_COLUMNS = ['handle', 'text', 'url'] as const
type Column = (typeof COLUMNS)[number] | (typeof TEXT_COLUMNS)[number]

interface Facts {
  readonly currency: string
  readonly timeZone: string
  readonly now: number
}

class RowWriter {
  readonly #words: Words
  readonly #numbers: NumberStyle
  readonly #facts: Facts
  readonly #columns: readonly Column[]

  constructor({ language, numbers, hasTexts }: ConversationFileQuestion, facts: Facts) {
    this.#words = wordsOf(language)
    this.#numbers = numbers
    this.#facts = facts
    this.#columns = hasTexts ? [...COLUMNS, ...TEXT_COLUMNS] : COLUMNS
  }

  *rowsOf(rows: Iterable<ConversationRow>): DataFile['rows'] & Generator {
    const { columns } = this.#words
    yield { text: BYTE_ORDER_MARK + this.#write((column) => columns[column]), rows: 0 }
    for (const row of rows) {
      const cells = { ...this.#namesOf(row), ...this.#timesOf(row), ...this.#amountsOf(row) }
      yield { text: this.#write((column) => cells[column]), rows: 1 }
    }
  }

  #write(cellOf: (column: Column) => CsvCell): string {
    return csvRow(this.#columns.map(cellOf), this.#numbers)
  }

  #namesOf(row: ConversationRow) {
    const { kinds, statuses, sentiments, priorities, measures, yes, no } = this.#words
    return {
      id: count(row.id),
      day: row.day,
      clock: row.isTimeKnown === 1 ? clockAt(row.receivedAt, this.#facts.timeZone) : null,
      kind: kinds[row.kind],
      status: statuses[row.status],
      channel: row.channel,
      network: row.network && NETWORK_NAMES[row.network],
      post: row.post,
      client: row.client,
      department: row.department,
      label: row.label,
      topics: row.topics,
      sentiment: row.sentiment && sentiments[row.sentiment],
      isSentimentOwn: row.sentiment && (row.isSentimentOwn === 1 ? yes : no),
      stars: count(row.stars),
      priority: priorities[PRIORITIES[row.priority] ?? 'normal'],
      batchCount: count(row.batchCount ?? 1),
      contact: row.contact,
      measure: row.measure && measures[row.measure],
      crisis: count(row.crisisId),
      isErased: row.isErased === 1 ? yes : no,
      handle: row.handle,
      text: row.text,
      url: row.url,
    }
  }

  #timesOf(row: ConversationRow) {
    const { standings } = this.#words
    const { firstDueAt: dueAt, firstAnsweredAt: answeredAt, resolvedAt: doneAt } = row
    const standing = targetStanding(
      { dueAt, answeredAt, isDone: row.status === 'done', doneAt, hasMeasure: row.measure !== null },
      this.#facts.now,
    )
    return {
      firstDueUtc: utc(dueAt),
      firstAnsweredUtc: utc(answeredAt),
      firstSeconds: count(row.firstSeconds),
      standing: row.batchCount !== null || standing === 'none' ? null : standings[standing],
      nextAsked: count(row.nextAsked),
      nextAnswered: count(row.nextAnswered),
      slowestNextSeconds: count(row.slowestNextSeconds),
      resolvedUtc: utc(row.resolvedAt),
      resolutionSeconds: count(row.resolutionSeconds),
      receivedUtc: utc(row.receivedAt),
    }
  }

  #amountsOf(row: ConversationRow) {
    return {
      seconds: count(row.seconds),
      hours: { number: row.seconds / 3600, digits: 4 } as const,
      amount: cents(row.costCents),
      currency: this.#facts.currency,
      leads: count(row.leads),
      leadValue: cents(row.leadCents),
      wonLeadValue: cents(row.wonLeadCents),
      net: cents(row.netCents),
    }
  }
}

function utc(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
