import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  MAX_BATCH_COUNT,
  MAX_BATCH_SECONDS,
  parseBatchLine,
  type BatchContext,
} from '../../shared/domain/batch-line.ts'
import {
  CONVERSATION_KINDS,
  SENTIMENTS,
  type ConversationKind,
  type Sentiment,
} from '../../shared/domain/conversation.ts'
import { isDay } from '../../shared/domain/day.ts'
import { dayAt } from '../../shared/domain/instant.ts'

const KIND_WORDS: Record<ConversationKind, readonly string[]> = {
  comment: ['Kommentare', 'comments', 'KOMMENTARE'],
  review: ['Bewertungen', 'reviews', 'Rezensionen'],
  message: ['Nachrichten', 'DMs', 'messages'],
  mention: ['Erwähnungen', 'mentions'],
}
const SENTIMENT_WORDS: Record<Sentiment, readonly string[]> = {
  positive: ['Lob', 'positive', 'praise'],
  neutral: ['neutral', 'neutrale'],
  negative: ['Kritik', 'negativ', 'complaints'],
  angry: ['wütend', 'angry', 'Shitstorm'],
}
const channels = [
  { id: 1, name: 'Instagram', network: 'instagram' },
  { id: 2, name: 'Nordlicht Kanal', network: 'youtube' },
  { id: 3, name: 'Kanal 7', network: 'x' },
] as const
const topics = [
  { id: 11, name: 'Lieferung' },
  { id: 12, name: 'Frage zum Preis' },
  { id: 13, name: 'Lob' },
]
const context = fc.record({
  now: fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2030-01-01') }),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles'),
  language: fc.constantFrom('de', 'en'),
  channels: fc.constant(channels),
  topics: fc.constant(topics),
})

/** A word for each thing that is said. */
const said = fc.record({
  count: fc.integer({ min: 2, max: 9_999 }),
  kind: fc.constantFrom(...CONVERSATION_KINDS),
  minutes: fc.option(fc.integer({ min: 1, max: 1_000 })),
  sentiment: fc.option(fc.constantFrom(...SENTIMENTS)),
  channel: fc.option(fc.constantFrom(...channels)),
  topic: fc.option(fc.constantFrom(...topics.slice(0, 2))),
  day: fc.option(fc.constantFrom('heute', 'yesterday', 'vorgestern')),
  note: fc.option(fc.constantFrom('Gewinnspiel', 'Röstung', 'B2B (neu)', 'Team-Aktion')),
  pick: fc.nat(),
  order: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
})

test('what is said is read, in whatever order', () =>
  fc.assert(
    fc.property(said, context, (line, given) => {
      const oneOf = (list: readonly string[]) => list[line.pick % list.length]!
      const words = [
        `${line.count} ${oneOf(KIND_WORDS[line.kind])}`,
        line.minutes === null ? null : `${line.minutes} min`,
        line.sentiment === null ? null : oneOf(SENTIMENT_WORDS[line.sentiment]),
        line.channel?.name ?? null,
        line.topic?.name ?? null,
        line.day,
        line.note,
      ]
      const parts = words
        .map((word, index) => ({ word, rank: line.order[index] ?? 0 }))
        .filter(({ word }) => word !== null)
        .toSorted((a, b) => a.rank - b.rank)
      const text = parts.map(({ word }) => word).join(', ')
      const reading = parseBatchLine(text, given)
      const isPraised = line.sentiment === 'positive' && oneOf(SENTIMENT_WORDS.positive) === 'Lob'
      const ago = { heute: 0, yesterday: 1, vorgestern: 2 }[line.day ?? 'heute']
      expect(reading.problems, text).toEqual([])
      expect({ ...reading, topicIds: reading.topicIds.toSorted((a, b) => a - b) }, text).toEqual({
        count: line.count,
        kind: line.kind,
        seconds: line.minutes === null ? null : line.minutes * 60,
        sentiment: line.sentiment,
        channelId: line.channel?.id ?? null,
        topicIds: [...(line.topic ? [line.topic.id] : []), ...(isPraised ? [13] : [])],
        day: line.day === null ? null : dayBefore(dayAt(given.now, given.timeZone), ago),
        label: line.note ?? '',
        problems: [],
      })
    }),
    { numRuns: 2_000 },
  ))

function dayBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

const fragments = fc
  .array(
    fc.constantFrom(
      '20',
      '1.200',
      '0',
      '99999999',
      'zwei',
      'a',
      'x',
      '×',
      'Kommentare',
      'DMs',
      'Lob',
      'wütend',
      'je',
      'each',
      'à',

      '15 min',
      '1:20',
      '25 h',
      '1.30 h',
      '½ h',
      'halbe Stunde',
      'gestern',
      'morgen',
      '31.2.',
      '3/10',
      'Mo',
      'vor 2 Tagen',

      'Instagram',
      '@',
      '#',
      '#Lieferung',
      'Kanal 7',
      'Frage zum Preis',
      'und',
      'auf',
      ',',
      ';',
      '.',
      ':',
      ' ',
      '  ',
      '\n',
      '"',
      '\u0308',
      'İ',
      '\u{1F600}',
      '-',
      '–',
      '(',
      ')',
    ),
    { maxLength: 60 },
  )
  .map((all) => all.join(' '))

test('no line is too odd: what is read can be noted, and the label is made of its words', () =>
  fc.assert(
    fc.property(
      fc.oneof(fragments, fc.string({ unit: 'grapheme', maxLength: 600 }), fc.string({ unit: 'binary' })),
      context,
      (text, given: BatchContext) => {
        const reading = parseBatchLine(text, given)
        const { count, seconds, day, label, problems, channelId, topicIds } = reading
        if (count !== null) expect(Number.isInteger(count) && count >= 1 && count <= MAX_BATCH_COUNT).toBe(true)
        else expect(problems.some((problem) => /count|nothing|text_too_long/.test(problem))).toBe(true)
        if (seconds !== null)
          expect(Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_BATCH_SECONDS).toBe(true)
        if (day !== null) expect(isDay(day) && day <= dayAt(given.now, given.timeZone)).toBe(true)
        expect([1, 2, 3, null]).toContain(channelId)
        expect(topicIds.every((id) => topics.some((topic) => topic.id === id))).toBe(true)
        expect(new Set(problems).size).toBe(problems.length)
        const composed = text.normalize('NFC')
        for (const word of label.split(' ')) expect(composed).toContain(word)
      },
    ),
    { numRuns: 4_000 },
  ))
