/** The report and the ledger's data as files. */
import type { FilePiece } from '../../../../shared/contract/file-pieces.ts'
import type { FileKind } from '../../../../shared/contract/reports.ts'
import type { Language } from '../../../../shared/contract/fields.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Backend } from '../../backend.ts'
import { withSnapshot } from '../../database/snapshot.ts'
import { fileNameOf, MEDIA_TYPES, piecesOf, textFile } from '../../files/file-pieces.ts'
import { journalFile, linesFile, purchasesFile, type DataQuestion } from './data-files.ts'
import { readSpan } from './data-rows.ts'
import { htmlFile } from '../../files/html-file.ts'
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
  yield* textFile(document.fileName, kind, text)
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
  yield* withSnapshot(ledger.path, async function* (db): AsyncGenerator<FilePiece, void> {
    const period = question.period ?? readSpan(db) ?? today(backend)
    const { currency, name } = settings
    const asked: DataQuestion = { ...question, period, currency, ledgerName: name, today: ledger.today() }
    const file = DATA_FILES[kind](db, asked)
    yield { kind: 'start', total: file.total, ...nameFile(kind, asked, question) }
    yield* piecesOf(file, signal)
  })
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
