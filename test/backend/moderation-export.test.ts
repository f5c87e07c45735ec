// The moderation log as a table, read back by a parser that is not ours.
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FigureFilter } from '../../shared/contract/moderation-figures.ts'
import type { Day } from '../../shared/domain/day.ts'
import type { DirectHost } from '../support/direct-host.ts'
import { addRow } from '../support/ledger-sources.ts'
import { askAgain, logMonth, type LoggedMonth } from '../support/moderation-month.ts'
import { addEntry, inConversation, openTimeLedger, type TimeLedger } from '../support/time-ledger.ts'

interface Options {
  readonly filter?: Partial<FigureFilter>
  readonly hasTexts?: boolean
  readonly language?: 'de' | 'en'
}

async function write({ client }: DirectHost, { filter = {}, hasTexts = false, language = 'de' }: Options = {}) {
  const file = { name: '', total: 0, text: '' }
  for await (const piece of await client.moderation.exportConversations({ filter, hasTexts, language })) {
    if (piece.kind === 'piece') file.text += piece.text
    else Object.assign(file, { name: piece.fileName, total: piece.total })
  }
  const { data } = Papa.parse<Record<string, string>>(file.text.replace('\uFEFF', '').trimEnd(), { header: true })
  return { ...file, rows: data }
}

const HANDLE = 'amelie.wendt.77'
const TEXT = '=SUMME(1;2) „Wo bleibt mein Paket?“\n<script>alert(1)</script>'
const URL = 'https://www.instagram.com/p/abc123/'

let ledger: TimeLedger
let month: LoggedMonth
beforeAll(async () => {
  ledger = await openTimeLedger({ name: 'Rösterei: Nordlicht' })
  month = await logMonth(ledger)
  const { host } = ledger
  const on = (day: number) => month.conversations.get(day)!
  const contact = await addRow(host, 'contact', { pseudonym: 'K-4F2A', first_at: 0 })
  await addRow(host, 'contact_handle', { contact_id: contact.id, network: 'instagram', handle: HANDLE })
  await addRow(host, 'conversation_text', { id: on(10), text: TEXT, url: URL })
  await host.backend.ledger.run('test.contact', crypto.randomUUID(), (db) => {
    db.prepare<[number, number]>('UPDATE conversation SET contact_id = ? WHERE id = ?').run(contact.id, on(10))
    return null
  })
  await askAgain(host, on(10), 7_200)
  await askAgain(host, on(10), null)
  await addEntry(
    ledger,
    { from: '2026-10-29T08:00:00+01:00', to: '2026-10-29T08:30:00+01:00' },
    { activity: 'dialogue', targets: [inConversation(on(10))] },
  )
})
afterAll(() => ledger.host.close())

test('one row a conversation, with what came of it, in German numbers', async () => {
  const { name, total, rows } = await write(ledger.host)
  expect([name, total, rows.length]).toEqual(['Rösterei Nordlicht – Gespräche.csv', 30, 30])
  expect(rows[9]).toMatchObject({
    Nummer: String(month.conversations.get(10)),
    Tag: '2026-10-10',
    Uhrzeit: '20:30',
    Art: 'Direktnachricht',
    Status: 'erledigt',
    Kanal: 'Instagram',
    Bezeichnung: 'Oktober 10',
    Themen: 'Lieferung, Preis',
    Stimmung: 'negativ',
    Anzahl: '1',
    Gegenüber: 'K-4F2A',
    'Erste Antwort fällig (UTC)': '2026-10-10T22:30:00.000Z',
    'Erste Antwort nach Sekunden Servicezeit': '27540',
    Frist: 'zu spät',
    'Weitere Nachrichten': '2',
    'Weitere Antworten': '1',
    'Langsamste weitere Antwort, Sekunden Servicezeit': '7200',
    Sekunden: '1800',
    Stunden: '0,5000',
    Betrag: '22,25',
    Währung: 'EUR',
    'Umsatz netto': '0,00',
    'Eingegangen (UTC)': '2026-10-10T18:30:00.000Z',
  })
  expect(rows[4]).toMatchObject({ Anzahl: '20', Uhrzeit: '', Frist: '', 'Erste Antwort nach Sekunden Servicezeit': '' })
  expect(rows.map((row) => row['Frist']).slice(25)).toEqual([
    'in der Frist',
    'Frist verstrichen',
    'Frist verstrichen',
    'Frist verstrichen',
    'Frist läuft',
  ])
})

test('names, texts and addresses of the other side only where they are asked for', async () => {
  const plain = await write(ledger.host)
  for (const personal of [HANDLE, 'Paket', URL]) expect(plain.text).not.toContain(personal)
  expect(Object.keys(plain.rows[0]!)).not.toContain('Text')
  const { rows } = await write(ledger.host, { hasTexts: true, language: 'en' })
  expect(rows[9]).toMatchObject({
    Mood: 'negative',
    'Name on the network': HANDLE,
    Text: `'${TEXT}`,
    Address: URL,
    Hours: '0.5000',
  })
  expect(rows[0]).toMatchObject({ 'Name on the network': '', Text: '', Address: '' })
})

test('of a period and a filter, named after its days', async () => {
  const period = { from: '2026-10-10' as Day, to: '2026-10-20' as Day }
  const { name, total, rows } = await write(ledger.host, {
    filter: { period, channelId: month.google },
    language: 'en',
  })
  expect(name).toBe('Rösterei Nordlicht – conversations 2026-10-10 – 2026-10-20.csv')
  expect(rows.map((row) => row['Day'])).toEqual(['2026-10-12', '2026-10-13', '2026-10-15', '2026-10-16', '2026-10-18'])
  expect(total).toBe(5)
})
