/** Files in pieces small enough for one reply each; between them others are served. */
import { setImmediate } from 'node:timers/promises'
import type { FileKind } from '../../../../shared/contract/reports.ts'
import type { Language } from '../../../../shared/contract/fields.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Backend } from '../../backend.ts'
import type { Connection } from '../../database/connection.ts'
import { openSnapshot } from '../../database/snapshot.ts'
import { journalFile, linesFile, purchasesFile, type DataFile, type DataQuestion } from './data-files.ts'
import { readSpan } from './data-rows.ts'
import { htmlFile } from './html-file.ts'
import { monthReport } from './month-report.ts'
import { reportCsv } from './report-csv.ts'
import { composeReport } from './report-document.ts'
import { wordsFor } from './report-words.ts'

export interface FileQuestion {
  readonly kind: FileKind
  readonly period?: Period | undefined
  readonly model: AttributionModel
  readonly language: Language
  readonly numbers: 'comma' | 'point'
  readonly journal: 'lines' | 'days'
}

export type FilePiece =
  | { readonly kind: 'start'; readonly fileName: string; readonly mediaType: string; readonly total: number }
  | { readonly kind: 'piece'; readonly text: string; readonly done: number }

/** At most four bytes a letter stay well below what one reply may carry. */
const PIECE_LENGTH = 50_000

const MEDIA_TYPES = {
  html: 'text/html;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  journal: 'text/plain;charset=utf-8',
} as const

export async function* exportFile(
  backend: Backend,
  question: FileQuestion,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePiece, void> {
  switch (question.kind) {
    case 'html':
    case 'csv':
    case 'json':
      yield* reportFile(backend, question, question.kind)
      return
    case 'journal':
    case 'lines-csv':
    case 'purchases-csv':
      yield* dataFile(backend, question, question.kind, signal)
  }
}

async function* reportFile(
  backend: Backend,
  question: FileQuestion,
  kind: 'html' | 'csv' | 'json',
): AsyncGenerator<FilePiece, void> {
  const period = question.period ?? readSpan(backend.ledger.reader) ?? today(backend)
  const figures = await monthReport(backend, { period, model: question.model })
  const words = wordsFor(question.language, figures.ledger.currency)
  const document = composeReport(figures, words)
  const text = {
    html: () => htmlFile(document),
    csv: () => reportCsv(figures, words, question.numbers),
    json: () => `${JSON.stringify(figures, null, 2)}\n`,
  }[kind]()
  yield { kind: 'start', fileName: `${fileNameOf(document.fileName)}.${kind}`, mediaType: MEDIA_TYPES[kind], total: 1 }
  const pieces = splitText(text)
  for (const [index, piece] of pieces.entries()) {
    yield { kind: 'piece', text: piece, done: index === pieces.length - 1 ? 1 : 0 }
  }
}

function today(backend: Backend): Period {
  const day = backend.ledger.today()
  return { from: day, to: day }
}

const DATA_FILES = { journal: journalFile, 'lines-csv': linesFile, 'purchases-csv': purchasesFile } as const

async function* dataFile(
  backend: Backend,
  question: FileQuestion,
  kind: keyof typeof DATA_FILES,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePiece, void> {
  const { ledger } = backend
  const settings = ledger.settings()
  const db = openSnapshot(ledger.path)
  try {
    const period = question.period ?? readSpan(db) ?? today(backend)
    const { currency, name } = settings
    const asked: DataQuestion = { ...question, period, currency, ledgerName: name, today: ledger.today() }
    const file = DATA_FILES[kind](db, asked)
    yield { kind: 'start', total: file.total, ...nameFile(kind, asked, question) }
    yield* pieces(file, signal)
  } finally {
    closeSnapshot(db)
  }
}

/** A reader that stopped halfway has left its statement open. */
function closeSnapshot(db: Connection): void {
  if (db.database.inTransaction) db.database.exec('ROLLBACK')
  db.close()
}

async function* pieces(file: DataFile, signal: AbortSignal | undefined): AsyncGenerator<FilePiece, void> {
  let texts: string[] = []
  let length = 0
  let done = 0
  for (const row of file.rows) {
    texts.push(row.text)
    length += row.text.length
    done += row.rows
    if (length < PIECE_LENGTH) continue
    yield { kind: 'piece', text: texts.join(''), done }
    texts = []
    length = 0
    await setImmediate()
    if (signal?.aborted === true) return
  }
  if (length > 0) yield { kind: 'piece', text: texts.join(''), done: Math.max(done, file.total) }
}

function nameFile(kind: keyof typeof DATA_FILES, { ledgerName, period }: DataQuestion, { language }: FileQuestion) {
  const { texts } = wordsFor(language, 'EUR')
  const part = kind === 'lines-csv' ? 'lines' : kind === 'purchases-csv' ? 'purchases' : 'journal'
  const isJournal = kind === 'journal'
  const title = `${ledgerName} – ${texts.csv.fileNames[part]} ${period.from} – ${period.to}`
  return {
    fileName: `${fileNameOf(title)}.${isJournal ? 'journal' : 'csv'}`,
    mediaType: isJournal ? MEDIA_TYPES.journal : MEDIA_TYPES.csv,
  }
}

/** A name without what file systems give a meaning to. */
export function fileNameOf(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .trim()
  return name.replace(/^[. ]+/, '') || 'Gegenwert'
}

/** Never between the halves of a letter that takes two. */
function splitText(text: string): string[] {
  const parts: string[] = []
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PIECE_LENGTH, text.length)
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
    parts.push(text.slice(start, end))
    start = end
  }
  return parts
}
