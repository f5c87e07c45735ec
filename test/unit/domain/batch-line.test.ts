import { describe, expect, test } from 'vitest'
import { parseBatchLine, type BatchContext, type BatchReading } from '../../../shared/domain/batch-line.ts'
import { toDay } from '../../../shared/domain/day.ts'
import { instantAt } from '../../../shared/domain/wall-time.ts'

/** Wednesday, 28 October 2026, 11:30. */
const contextOf = (language: 'de' | 'en'): BatchContext => ({
  now: instantAt(toDay('2026-10-28'), '11:30', 'Europe/Berlin'),
  timeZone: 'Europe/Berlin',
  language,
  channels: [
    { id: 1, name: 'Instagram', network: 'instagram' },
    { id: 2, name: 'LinkedIn Firma', network: 'linkedin' },
    { id: 3, name: 'LinkedIn Chefin', network: 'linkedin' },
    { id: 4, name: 'Mein Kanal', network: 'youtube' },
    { id: 5, name: 'Alt', network: 'x', isArchived: true },
  ],
  topics: [
    { id: 1, name: 'Lob' },
    { id: 2, name: 'Lieferung' },
    { id: 3, name: 'Zu teuer' },
    { id: 4, name: 'Röstung & Mühle' },
  ],
})

const nothing: BatchReading = {
  count: null,
  kind: null,
  seconds: null,
  sentiment: null,
  channelId: null,
  topicIds: [],
  day: null,
  label: '',
  problems: [],
}
const read = (text: string, language: 'de' | 'en' = 'de') => parseBatchLine(text, contextOf(language))
const comments = (count: number, rest: Partial<BatchReading> = {}): BatchReading => ({
  ...nothing,
  count,
  kind: 'comment',
  ...rest,
})

test.each<[string, BatchReading]>([
  ['20 Kommentare, 15 Minuten, Lob', comments(20, { seconds: 900, sentiment: 'positive', topicIds: [1] })],
  ['20', comments(20)],
  ['20, 15 min', comments(20, { seconds: 900 })],
  ['20x 15 min', comments(20, { seconds: 900 })],
  ['Kommentare: 20', comments(20)],
  ['zwei Kommentare, halbe Stunde', comments(2, { seconds: 1800 })],
  ['1.200 Bewertungen 1,5h', { ...nothing, count: 1200, kind: 'review', seconds: 5400 }],
  ['8 Google-Bewertungen 1:20', { ...nothing, count: 8, kind: 'review', seconds: 4800 }],
  ['3 DMs gestern', { ...nothing, count: 3, kind: 'message', day: toDay('2026-10-27') }],
  ['3 private Nachrichten am 3.10.', { ...nothing, count: 3, kind: 'message', day: toDay('2026-10-03') }],
  ['4 Erwähnungen Montag', { ...nothing, count: 4, kind: 'mention', day: toDay('2026-10-26') }],
  ['20 Kommentare je 2 Minuten', comments(20, { seconds: 2400 })],
  ['20 negative Kommentare zur Lieferung', comments(20, { sentiment: 'negative', topicIds: [2] })],
  ['20 wütende Kommentare, zu teuer', comments(20, { sentiment: 'angry', topicIds: [3] })],
  ['20 Kommentare auf Instagram, 15 min', comments(20, { seconds: 900, channelId: 1 })],
  ['20 Kommentare @insta', comments(20, { channelId: 1 })],
  ['20 Kommentare LinkedIn Firma', comments(20, { channelId: 2 })],
  ['20 Kommentare mein kanal', comments(20, { channelId: 4 })],
  ['20 Kommentare YouTube', comments(20, { channelId: 4 })],
  ['20 Kommentare Alt', comments(20, { channelId: 5 })],
  ['#Lieferung 5, röstung mühle', comments(5, { topicIds: [2, 4] })],
  ['0 min, 20 Kommentare', comments(20, { seconds: 0 })],
  ['20 Kommentare, 20 Kommentare', { ...nothing, label: '20 Kommentare, 20 Kommentare', problems: ['several_counts'] }],
])('%s', (text, reading) => {
  expect(read(text)).toEqual(reading)
})

test.each<[string, BatchReading]>([
  [
    '20 comments, 15 min, praise, instagram, yesterday',
    comments(20, { seconds: 900, sentiment: 'positive', channelId: 1, day: toDay('2026-10-27') }),
  ],
  ['a comment, 5 min', comments(1, { seconds: 300 })],
  ['12 replies', comments(12)],
  [
    '20 angry reviews, 2 min each, on instagram',
    { ...nothing, count: 20, kind: 'review', seconds: 2400, sentiment: 'angry', channelId: 1 },
  ],
  ['1,200 direct messages', { ...nothing, count: 1200, kind: 'message' }],
  ['four mentions two days ago', { ...nothing, count: 4, kind: 'mention', day: toDay('2026-10-26') }],
])('%s', (text, reading) => {
  expect(read(text, 'en')).toEqual(reading)
})

describe('what was not read is the label', () => {
  test.each([
    ['Weihnachtsaktion, 20 Kommentare, 15 min, Rückfragen zur Röstung', 'Weihnachtsaktion, Rückfragen zur Röstung'],
    ['20 Kommentare Gewinnspiel (Herbst)', 'Gewinnspiel (Herbst)'],
    ['20 Kommentare – Gewinnspiel!', 'Gewinnspiel!'],
    ['Gewinnspiel – 20', 'Gewinnspiel'],
    ['– C&A-Aktion: 20', 'C&A-Aktion'],
    ['20 Kommentare, 14:00', '14:00'],
    ['20 Kommentare Instagram und', 'und'],
    ['Anfragen und 20 Kommentare', 'Anfragen'],
    ['eine Aktion, 20 Kommentare', 'eine Aktion'],
    ['20 Kommentare, 30 Rosen', '30 Rosen'],
    ['20 Kommentare, TikTok', 'TikTok'],
  ])('%s: %s', (text, label) => {
    expect(read(text)).toMatchObject({ count: 20, label, problems: [] })
  })
})

describe('what is missing or open is said, and stays in the label', () => {
  test.each<[string, Partial<BatchReading>]>([
    ['', { problems: ['nothing'] }],
    [' \n ', { problems: ['nothing'] }],
    ['x'.repeat(501), { problems: ['text_too_long'], label: '' }],
    ['Kommentare beantwortet, 15 min', { kind: 'comment', label: 'beantwortet', problems: ['no_count'] }],
    ['15 Minuten', { count: null, kind: null, seconds: 900, problems: ['no_count'] }],
    ['20 Kommentare und 3 Nachrichten', { count: null, kind: null, problems: ['several_counts'] }],
    ['20 30', { count: null, label: '20 30', problems: ['several_counts'] }],
    ['0 Kommentare', { count: null, kind: 'comment', label: '0', problems: ['no_such_count'] }],
    ['-5 Kommentare', { count: null, kind: 'comment', label: '5', problems: ['no_such_count'] }],
    ['–5, 15 min', { count: null, seconds: 900, problems: ['no_such_count'] }],
    ['20 Kommentare, Rabatt -5', { count: 20, label: 'Rabatt -5', problems: [] }],
    ['100001 Kommentare', { count: null, problems: ['no_such_count'] }],
    ['20, Kommentare, Bewertungen', { count: 20, kind: null, problems: ['several_kinds'] }],
    ['20 Kommentare 1.30 h', { seconds: null, label: '1.30 h', problems: ['several_durations'] }],
    ['20 Kommentare 10 min, 15 min', { seconds: null, problems: ['several_durations'] }],
    ['20 Kommentare 25 h', { seconds: null, label: '25 h', problems: ['duration_too_long'] }],
    ['2000 Kommentare je 1 min', { seconds: null, problems: ['duration_too_long'] }],
    ['Kommentare je 2 min', { count: null, seconds: null, label: 'je 2 min', problems: ['no_count'] }],
    ['20 Kommentare am 31.2.', { day: null, label: 'am 31.2.', problems: ['no_such_day'] }],
    ['20 Kommentare morgen', { day: null, label: 'morgen', problems: ['day_in_future'] }],
    ['20 Kommentare Mittwoch', { day: null, label: 'Mittwoch', problems: ['several_days'] }],
    ['20 Kommentare heute gestern', { day: null, problems: ['several_days'] }],
    ['20 Kommentare LinkedIn', { channelId: null, label: 'LinkedIn', problems: ['several_channels'] }],
    ['20 Kommentare Instagram YouTube', { channelId: null, problems: ['several_channels'] }],
    ['20 Kommentare positiv negativ', { sentiment: null, problems: ['several_sentiments'] }],
  ])('%.40s', (text, reading) => {
    expect(read(text)).toMatchObject(reading)
  })
})

test('the day is the one of the ledger, and in English either order of day and month is asked', () => {
  const late = { ...contextOf('en'), now: Date.parse('2026-10-27T23:30:00Z') }
  expect(parseBatchLine('20 today', late).day).toBe('2026-10-28')
  expect(parseBatchLine('20 today', { ...late, timeZone: 'America/Los_Angeles' }).day).toBe('2026-10-27')
  expect(parseBatchLine('20 3/10', late).problems).toEqual(['several_days'])
  expect(parseBatchLine('20 13/10', late).day).toBe('2026-10-13')
})
