/** What the ledger holds about a person as a file for that person: with every text, in the language they read. */
import type { FilePiece } from '../../../../../shared/contract/file-pieces.ts'
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { Person, Place } from '../../../../../shared/contract/privacy.ts'
import type { ReportDocument } from '../../../../../shared/contract/reports.ts'
import { fill, fillCount } from '../../../../../shared/i18n/fill.ts'
import { formatFor, type Format } from '../../../../../shared/i18n/format.ts'
import { privacyPaper as german } from '../../../../../shared/i18n/de/privacy-paper.ts'
import { privacyPaper as english } from '../../../../../shared/i18n/en/privacy-paper.ts'
import type { Backend } from '../../../backend.ts'
import type { Connection } from '../../../database/connection.ts'
import { BYTE_ORDER_MARK, csvRow, type NumberStyle } from '../../../files/csv-text.ts'
import { textFile } from '../../../files/file-pieces.ts'
import { htmlFile } from '../../../files/html-file.ts'
import { findMeant, mentionsElsewhere, sought, type MeantPerson } from './found-person.ts'

export interface PersonFileQuestion extends Person {
  readonly as: 'html' | 'csv' | 'json'
  readonly language: Language
  readonly numbers: NumberStyle
}

interface Words {
  readonly texts: typeof english | typeof german
  readonly format: Format
  readonly timeZone: string
  readonly language: Language
}

export async function* personFile(
  backend: Backend,
  question: PersonFileQuestion,
  signal: AbortSignal | undefined,
): AsyncGenerator<FilePiece, void> {
  const { ledger } = backend
  const { reader } = ledger
  const settings = ledger.settings()
  const meant = findMeant(reader, question)
  const data = {
    name: question.name,
    madeOn: ledger.today(),
    contacts: readNames(reader, meant),
    conversations: readTexts(reader, meant),
    files: readFiles(reader, meant),
    leads: readLeads(reader, meant),
    mentions: await readMentions(reader, meant, question, signal),
  }
  const texts = question.language === 'de' ? german : english
  const format = formatFor(question.language, settings.currency)
  const words: Words = { texts, format, timeZone: settings.timeZone, language: question.language }
  const title = fill(texts.fileName, { day: data.madeOn })
  const content = {
    html: () => htmlFile(compose(data, words)),
    csv: () => csvOf(data, words, question.numbers),
    json: () => `${JSON.stringify(data, null, 2)}\n`,
  }[question.as]()
  yield* textFile(title, question.as, content)
}

type PersonData = {
  readonly name: string
  readonly madeOn: string
  readonly contacts: ReturnType<typeof readNames>
  readonly conversations: ReturnType<typeof readTexts>
  readonly files: ReturnType<typeof readFiles>
  readonly leads: ReturnType<typeof readLeads>
  readonly mentions: Awaited<ReturnType<typeof readMentions>>
}

const AMONG = 'IN (SELECT value FROM json_each(?))'

function readNames(db: Connection, { contactIds }: MeantPerson) {
  return db
    .prepare<[string], { pseudonym: string; network: string | null; handle: string | null }>(
      `SELECT pseudonym, network, handle FROM contact LEFT JOIN contact_handle ON contact_id = contact.id
       WHERE contact.id ${AMONG} ORDER BY contact.id, contact_handle.id`,
    )
    .all(JSON.stringify(contactIds))
}

interface EventWords {
  readonly at: number
  readonly kind: string
  readonly text: string
}

interface StoredConversation {
  readonly id: number
  readonly at: number
  readonly kind: keyof typeof german.kinds
  readonly channel: string | null
  readonly sentiment: keyof typeof german.moods | null
  readonly stars: number | null
  readonly label: string
  readonly text: string | null
  readonly url: string | null
  readonly draft: string | null
  readonly topics: string
}

function readTexts(db: Connection, { conversationIds }: MeantPerson) {
  const events = db.prepare<[number], EventWords>(
    `SELECT event.at, event.kind, event_text.text FROM conversation_event AS event JOIN event_text ON event_text.id = event.id
     WHERE event.conversation_id = ? ORDER BY event.id`,
  )
  return db
    .prepare<[string], StoredConversation>(
      `SELECT conversation.id, received_at AS at, kind, channel.name AS channel, sentiment, stars, label, conversation_text.text, url,
         reply_draft.text AS draft, (SELECT json_group_array(topic.name) FROM conversation_topic AS mine
           JOIN topic ON topic.id = mine.topic_id WHERE mine.conversation_id = conversation.id) AS topics
       FROM conversation LEFT JOIN channel ON channel.id = channel_id LEFT JOIN conversation_text ON conversation_text.id = conversation.id
         LEFT JOIN reply_draft ON reply_draft.id = conversation.id WHERE conversation.id ${AMONG} ORDER BY received_at, conversation.id`,
    )
    .all(JSON.stringify(conversationIds))
    .map(({ topics, ...row }) => ({ ...row, topics: JSON.parse(topics) as string[], timeline: events.all(row.id) }))
}

function readFiles(db: Connection, { conversationIds }: MeantPerson) {
  return db
    .prepare<[string], { name: string; bytes: number; sha256: string; at: number }>(
      `SELECT file_name AS name, byte_count AS bytes, sha256, added_at AS at FROM attachment WHERE conversation_id ${AMONG} ORDER BY id`,
    )
    .all(JSON.stringify(conversationIds))
}

function readLeads(db: Connection, { conversationIds }: MeantPerson) {
  return db
    .prepare<
      [string],
      { name: string; note: string; day: string; status: keyof typeof german.statuses; valueCents: number }
    >(
      `SELECT name, note, day, status, value_cents AS valueCents FROM lead WHERE conversation_id ${AMONG} ORDER BY day, id`,
    )
    .all(JSON.stringify(conversationIds))
}

async function readMentions(
  db: Connection,
  meant: MeantPerson,
  person: Person,
  signal: AbortSignal | undefined,
): Promise<{ place: Place; text: string }[]> {
  const names = sought(meant, person)
  if (names === null) return []
  const found: { place: Place; text: string }[] = []
  for await (const mentions of mentionsElsewhere(db, names, meant.conversationIds)) {
    signal?.throwIfAborted()
    for (const { column, before } of mentions)
      if (column.form !== 'identity') found.push({ place: column.place, text: before })
  }
  return found
}

/** Every text of a conversation in its order, as lines of a table: when, where, what, the words. */
function* linesOf(data: PersonData, { texts, format, timeZone }: Words): Generator<[string, string, string, string]> {
  const { events } = texts
  for (const { at, channel, kind, text, url, draft, timeline } of data.conversations) {
    const where = channel ?? ''
    yield [format.instant(at, timeZone), where, texts.kinds[kind], text ?? '']
    if (url !== null) yield ['', where, events.url, url]
    for (const event of timeline)
      yield [
        format.instant(event.at, timeZone),
        where,
        events[event.kind as keyof typeof events] ?? events.other,
        event.text,
      ]
    if (draft !== null) yield ['', where, events.draft, draft]
  }
}

function compose(data: PersonData, words: Words): ReportDocument {
  const { texts, format, language } = words
  const { columns } = texts
  const count = data.conversations.length
  const isEmpty = count === 0 && data.mentions.length === 0
  const fact = (label: string, value: number) => ({ label, value: format.number(value), remark: '', tone: null })
  const sections = [
    table(
      'names',
      texts.names,
      [columns.network, columns.handle, columns.pseudonym],
      data.contacts.map(({ network, handle, pseudonym }) => [network ?? '', handle ?? '–', pseudonym]),
    ),
    table('texts', texts.texts, [columns.day, columns.channel, columns.what, columns.text], [...linesOf(data, words)]),
    table(
      'files',
      texts.files,
      [columns.file, columns.size],
      data.files.map(({ name, bytes }) => [name, format.bytes(bytes)]),
    ),
    table(
      'leads',
      texts.leads,
      [columns.day, columns.text, columns.value, columns.status],
      data.leads.map(({ day, name, note, valueCents, status }) => [
        format.day(day),
        [name, note].filter(Boolean).join(' · '),
        format.money(valueCents),
        texts.statuses[status],
      ]),
    ),
    table(
      'mentions',
      texts.mentions,
      [columns.place, columns.text],
      data.mentions.map(({ place, text }) => [texts.places[place], text]),
    ),
  ]
  return {
    language,
    fileName: fill(texts.fileName, { day: data.madeOn }),
    title: texts.title,
    subtitle: fill(texts.subtitle, { name: data.name }),
    state: null,
    sentence: [{ text: isEmpty ? texts.nothing : fillCount(texts, 'sentence', count) }],
    facts: [
      fact(texts.facts.conversations, count),
      fact(texts.facts.files, data.files.length),
      fact(texts.facts.leads, data.leads.length),
      fact(texts.facts.mentions, data.mentions.length),
    ],
    sections: [
      ...sections.filter((section) => section !== null),
      {
        id: 'about',
        title: '',
        isHalf: false,
        blocks: [{ kind: 'text', runs: [{ text: texts.about }], isSmall: true }],
      },
    ],
    pageHead: fill(texts.subtitle, { name: data.name }),
    pageFoot: fill(texts.pageFoot, { day: format.day(data.madeOn) }),
    pageNumber: { before: texts.pageBefore, between: texts.pageBetween },
  }
}

/** Null without rows. */
function table(
  id: string,
  title: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ReportDocument['sections'][number] | null {
  if (rows.length === 0) return null
  return {
    id,
    title,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: title,
        columns: headers.map((header) => ({ header, isNumber: false })),
        rows: rows.map((cells) => ({ isTotal: false, cells: cells.map((text) => ({ text })) })),
      },
    ],
  }
}

/** One line a text, whatever it belongs to. */
function csvOf(data: PersonData, words: Words, numbers: NumberStyle): string {
  const { texts } = words
  const { columns } = texts
  const row = (cells: readonly string[]) => csvRow(cells, numbers)
  return [
    BYTE_ORDER_MARK,
    row([columns.day, columns.channel, columns.what, columns.text]),
    ...data.contacts.map(({ network, handle, pseudonym }) =>
      row(['', network ?? '', columns.handle, `${handle ?? '–'} (${pseudonym})`]),
    ),
    ...[...linesOf(data, words)].map(row),
    ...data.files.map(({ name }) => row(['', '', columns.file, name])),
    ...data.leads.map(({ day, name, note }) =>
      row([words.format.day(day), '', texts.leads, [name, note].filter(Boolean).join(' · ')]),
    ),
    ...data.mentions.map(({ place, text }) => row(['', '', texts.places[place], text])),
  ].join('')
}
