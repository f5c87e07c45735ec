// Tracked time as files, read back by parsers that are not ours.
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryFilter, HoursFile } from '../../shared/contract/time-entries.ts'
import { toDay } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { addRow } from '../support/ledger-sources.ts'

interface Written {
  readonly name: string
  readonly mediaType: string
  readonly total: number
  readonly text: string
}

async function write(
  { client }: DirectHost,
  as: HoursFile,
  filter: EntryFilter = {},
  language: 'de' | 'en' = 'de',
): Promise<Written> {
  const file = { name: '', mediaType: '', total: 0, text: '' }
  for await (const piece of await client.time.exportFile({ as, filter, language })) {
    if (piece.kind === 'piece') file.text += piece.text
    else Object.assign(file, { name: piece.fileName, mediaType: piece.mediaType, total: piece.total })
  }
  return file
}

const MINUTE = 60_000
const FORMULA = '=HYPERLINK("https://example.org";"x")'
const LONG = `Äpfel, Birnen; "Zitat" \\ und\nzweite Zeile ${'ß'.repeat(90)}`

let host: DirectHost
let lena: number
let post: number
beforeAll(async () => {
  host = await openDirectHost({ name: 'Rösterei: Nordlicht' })
  lena = (await addRow(host, 'person', { name: 'Lena' })).id
  await addRow(host, 'cost_rate', { person_id: null, valid_from: '2026-01-01', cents_per_hour: 4_000 })
  const channel = (await addRow(host, 'channel', { network: 'instagram', name: 'Instagram' })).id
  post = (await addRow(host, 'post', { title: 'Reel; Äthiopien', channel_id: channel })).id
  const add = (day: string, startedAt: number, endedAt: number | null, more = {}) =>
    addRow(host, 'time_entry', {
      person_id: lena,
      day,
      started_at: startedAt,
      ended_at: endedAt,
      activity: 'content',
      ...more,
    })
  // The night in which the hour from two to three comes twice.
  const night = Date.parse('2026-10-25T00:30:00Z')
  await add('2026-10-25', night, night + 120 * MINUTE, { note: FORMULA, channel_id: channel })
  const morning = Date.parse('2026-03-02T08:00:00Z')
  await add('2026-03-02', morning, morning + 90 * MINUTE, { note: LONG, post_id: post, is_billable: 1 })
  const untimed = Date.parse('2026-04-01T07:00:00Z')
  await add('2026-04-01', untimed, untimed + 45 * MINUTE, { activity: null, is_untimed: 1 })
  await add('2026-11-02', Date.parse('2026-11-02T10:00:00Z'), null, { note: 'läuft' })
})
afterAll(() => host.close())

const rowsOf = (text: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true, delimiter, skipEmptyLines: true })

test('a table in German, with clock times of the ledger and instants in UTC', async () => {
  const file = await write(host, 'csv')
  expect(file).toMatchObject({ name: 'Rösterei Nordlicht – Zeiten.csv', mediaType: 'text/csv;charset=utf-8', total: 3 })
  const { data, errors } = rowsOf(file.text, ';')
  expect(errors).toEqual([])
  expect(data.map((row) => row['Tag'])).toEqual(['2026-03-02', '2026-04-01', '2026-10-25'])
  expect(data[0]).toMatchObject({
    Beginn: '09:00',
    Ende: '10:30',
    Sekunden: '5400',
    Stunden: '1,5000',
    Person: 'Lena',
    Tätigkeit: 'Content',
    'Beiträge und Gespräche': 'Reel; Äthiopien',
    Beschreibung: LONG,
    Betrag: '60,00',
    Abrechenbar: 'ja',
    Abgerechnet: 'nein',
    'Beginn (UTC)': '2026-03-02T08:00:00.000Z',
  })
  expect(data[1]).toMatchObject({ Beginn: '', Ende: '', 'Beginn (UTC)': '', Stunden: '0,7500', 'Ohne Uhrzeit': 'ja' })
})

test('a table in English; no text becomes a formula, and a repeated hour shows its length', async () => {
  const october = { period: { from: toDay('2026-10-01'), to: toDay('2026-10-31') } }
  const file = await write(host, 'csv', october, 'en')
  expect(file.name).toBe('Rösterei Nordlicht – Time 2026-10-01 – 2026-10-31.csv')
  const { data } = rowsOf(file.text, ',')
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    Start: '02:30',
    End: '03:30',
    Hours: '2.0000',
    Channel: 'Instagram',
    Description: `'${FORMULA}`,
    'End (UTC)': '2026-10-25T02:30:00.000Z',
  })
})

test('data with cents, instants and targets', async () => {
  const data = JSON.parse((await write(host, 'json')).text) as Record<string, unknown> & { entries: unknown[] }
  expect(data).toMatchObject({
    format: 'gegenwert-hours',
    version: 1,
    ledger: { name: 'Rösterei: Nordlicht', currency: 'EUR', timeZone: 'Europe/Berlin' },
    madeOn: '2026-11-02',
  })
  expect(data.entries).toHaveLength(3)
  expect(data.entries[0]).toMatchObject({
    start: '2026-03-02T08:00:00.000Z',
    end: '2026-03-02T09:30:00.000Z',
    seconds: 5_400,
    cents: 6_000,
    note: LONG,
    targets: [{ postId: post, conversationId: null, weight: 1, name: 'Reel; Äthiopien' }],
  })
  expect(data.entries[1]).toMatchObject({ start: null, end: null, day: '2026-04-01', seconds: 2_700, isUntimed: true })
  const none = JSON.parse((await write(host, 'json', { text: 'nirgends' })).text) as { entries: unknown[] }
  expect(none.entries).toEqual([])
})

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

test('a calendar in UTC, folded and escaped as the standard says', async () => {
  const { text, name, mediaType } = await write(host, 'ics')
  expect([name, mediaType]).toEqual(['Rösterei Nordlicht – Zeiten.ics', 'text/calendar;charset=utf-8'])
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const events = eventsOf(text)
  expect(events.map((event) => [event.startDate.toString(), event.endDate.toString()])).toEqual([
    ['2026-03-02T08:00:00Z', '2026-03-02T09:30:00Z'],
    ['2026-04-01', '2026-04-02'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00Z'],
  ])
  expect(events.map((event) => event.summary)).toEqual(['Content · Reel; Äthiopien', 'Arbeit', 'Content · Instagram'])
  expect(events[0]?.description).toBe(LONG)
  expect(events[0]?.component.getFirstProperty('categories')?.getValues()).toEqual(['Content', 'Abrechenbar'])
})

test('an event keeps its UID while the entry changes; those of another ledger differ', async () => {
  const uids = async (each: DirectHost) => eventsOf((await write(each, 'ics')).text).map((event) => event.uid)
  const before = await uids(host)
  expect(new Set(before).size).toBe(3)
  const { rows } = await host.client.time.list({ filter: { activity: null } })
  const patch = { activity: 'planning' as const }
  await host.client.time.updateMany({ commandId: newCommandId(), ids: rows.map(({ id }) => id), patch })
  expect(await uids(host)).toEqual(before)
  const other = await openDirectHost()
  const person = (await addRow(other, 'person', { name: 'Ada' })).id
  const at = Date.parse('2026-03-02T08:00:00Z')
  for (const offset of [0, 1, 2]) {
    const times = { started_at: at + offset * 60 * MINUTE, ended_at: at + (offset * 60 + 30) * MINUTE }
    await addRow(other, 'time_entry', { person_id: person, day: '2026-03-02', ...times })
  }
  expect((await uids(other)).filter((uid) => before.includes(uid))).toEqual([])
  other.close()
})

test('a long file is of one moment and travels in pieces', async () => {
  const long = await openDirectHost()
  const person = (await addRow(long, 'person', { name: 'Lena' })).id
  await long.backend.ledger.run('test.many', newCommandId(), (db) => {
    const insert = db.prepare<[number, number, number, string]>(
      "INSERT INTO time_entry (person_id, started_at, ended_at, day, note) VALUES (?, ?, ?, '2026-02-02', ?)",
    )
    const start = Date.parse('2026-02-02T05:00:00Z')
    for (let index = 0; index < 1_200; index++)
      insert.run(person, start + index * 20_000, start + index * 20_000 + 10_000, 'Notiz '.repeat(index % 50))
    return null
  })
  let pieces = 0
  let text = ''
  for await (const piece of await long.client.time.exportFile({ as: 'ics', filter: {}, language: 'en' })) {
    if (piece.kind === 'start') continue
    pieces += 1
    text += piece.text
    // What is added meanwhile does not show.
    if (pieces === 1)
      await addRow(long, 'time_entry', { person_id: person, day: '2026-02-03', started_at: 1, ended_at: 2 })
  }
  expect(pieces).toBeGreaterThan(3)
  expect(eventsOf(text)).toHaveLength(1_200)
  long.close()
})
