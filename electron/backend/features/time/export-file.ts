/** Tracked time as a file: a table, data, or a calendar. */
import type { Language } from '../../../../shared/contract/fields.ts'
import type { FilePiece } from '../../../../shared/contract/file-pieces.ts'
import type { EntryFilter, HoursFile } from '../../../../shared/contract/time-entries.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import type { Backend } from '../../backend.ts'
import { withSnapshot } from '../../database/snapshot.ts'
import type { NumberStyle } from '../../files/csv-text.ts'
import { fileNameOf, MEDIA_TYPES, piecesOf, type DataFile } from '../../files/file-pieces.ts'
import { CALENDAR_FOOT, calendarEvents, calendarHead } from './export-calendar.ts'
import { csvHead, csvLine } from './export-csv.ts'
import { endedEntries, type EndedEntry } from './export-entries.ts'
import { JSON_FOOT, jsonEntry, jsonHead } from './export-json.ts'
import { exportWords } from './export-words.ts'

export interface HoursQuestion {
  readonly as: HoursFile
  readonly filter: EntryFilter
  readonly language: Language
  readonly numbers: NumberStyle
}

export async function* exportHours(
  backend: Backend,
  question: HoursQuestion,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePiece, void> {
  yield* withSnapshot(backend.ledger.path, async function* (db): AsyncGenerator<FilePiece, void> {
    const { count, batches } = endedEntries(db, question.filter)
    yield { kind: 'start', total: count, fileName: nameOf(backend, question), mediaType: MEDIA_TYPES[question.as] }
    yield* piecesOf({ total: count, rows: rowsOf(writerFor(backend, question), batches) }, signal)
  })
}

function nameOf({ ledger }: Backend, { as, filter, language }: HoursQuestion): string {
  const { file } = exportWords(language)
  const { name } = ledger.settings()
  const { period } = filter
  const title = period
    ? fill(file.name, { ledger: name, from: period.from, to: period.to })
    : fill(file.nameOfAll, { ledger: name })
  return `${fileNameOf(title)}.${as}`
}

interface Writer {
  readonly head: string
  readonly foot: string
  /** `isFirst`: nothing but the head stands before them. */
  write(entries: readonly EndedEntry[], isFirst: boolean): string
}

function writerFor({ ledger }: Backend, { as, language, numbers }: HoursQuestion): Writer {
  const words = exportWords(language)
  const { name: ledgerName, currency, timeZone, salt } = ledger.settings()
  switch (as) {
    case 'csv': {
      const question = { words, numbers, currency, timeZone }
      return {
        head: csvHead(question),
        foot: '',
        write: (entries) => entries.map((entry) => csvLine(entry, question)).join(''),
      }
    }
    case 'json':
      return {
        head: jsonHead({ ledgerName, currency, timeZone, madeOn: ledger.today() }),
        foot: JSON_FOOT,
        write: (entries, isFirst) => entries.map((entry, index) => jsonEntry(entry, isFirst && index === 0)).join(''),
      }
    case 'ics': {
      const question = { words, ledgerName, salt, now: ledger.now() }
      return {
        head: calendarHead(question),
        foot: CALENDAR_FOOT,
        write: (entries) => calendarEvents(entries, question),
      }
    }
  }
}

function* rowsOf({ head, foot, write }: Writer, batches: Iterable<readonly EndedEntry[]>): Generator<Row> {
  yield { text: head, rows: 0 }
  let isFirst = true
  for (const entries of batches) {
    yield { text: write(entries, isFirst), rows: entries.length }
    isFirst = false
  }
  yield { text: foot, rows: 0 }
}

type Row = DataFile['rows'] extends Iterable<infer Each> ? Each : never
