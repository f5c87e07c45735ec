import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVITIES } from '../../shared/domain/activity.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import { MAX_QUICK_ENTRY_LENGTH, quote, readQuoted, toLine } from '../../shared/domain/quick-entry-line.ts'
import { makeVocabulary, NAME_KINDS, type NamedThing, type NameKind } from '../../shared/domain/quick-entry-names.ts'
import { printQuickEntry, type PrintableEntry } from '../../shared/domain/quick-entry-print.ts'
import { parseQuickEntry, type QuickEntryContext } from '../../shared/domain/quick-entry.ts'

const zones = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles')
const languages = fc.constantFrom('de', 'en')
const DAY_MS = 86_400_000

/** Words that may be taken for something else, and others. */
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('kommentare', 'Röstung', 'mit', 'Lena', 'für', 'und', 'Team', 'neue') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'gestern',
      '2h',
      '9-10',
      '14',
      'Uhr',
      'Montag',
      'mon',
      '3.10.',
      'dialog',
      'reel',
      'plan',
      'abrechenbar',
      '#herbst',
      '@insta',
      '!x',
      '"',
      '\\',
      '„x“',
      '1:20',
      'vor',
      'ago',
      'Instagram',
      '+1',
      'note:',
      '3/10',
      'sat',
      'halbe',
      'an',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
)
const oneLine = (text: string) => toLine(text).text
const words = (most: number) => fc.array(word, { maxLength: most }).map((all) => oneLine(all.join(' ')))
const name = words(3).filter((text) => text !== '' && text.length <= 60)

const things = fc
  .uniqueArray(fc.record({ kind: fc.constantFrom(...NAME_KINDS), name, network: fc.constantFrom(...NETWORKS) }), {
    maxLength: 14,
    // As in the ledger: of one kind no two have the same name.
    selector: (thing) => `${thing.kind} ${thing.name.toLowerCase()}`,
  })
  .map((all) =>
    all.map(({ kind, name: called, network }, index): NamedThing => {
      const thing = { kind, id: index + 1, name: called }
      if (kind === 'channel') return { ...thing, network }
      return kind === 'project' ? { ...thing, clientId: null, isBillable: index % 2 === 0 } : thing
    }),
  )

/** Starts all over the years, and close to the clock changes of both zones. */
const CHANGES = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T10:00Z', '2026-11-01T09:00Z'].map(Date.parse)
const seconds = fc.oneof(
  fc.integer({ min: Date.parse('2020-01-01') / 1000, max: Date.parse('2030-01-01') / 1000 }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -30 * 3600, max: 30 * 3600 }))
    .map(([at, by]) => at / 1000 + by),
)
const start = fc.tuple(seconds, fc.boolean()).map(([at, isMinute]) => (isMinute ? at - (at % 60) : at) * 1000)
const length = fc.oneof(
  fc.integer({ min: 1, max: 1440 }).map((minutes) => minutes * 60_000),
  fc.integer({ min: 1, max: 86_400 }).map((of) => of * 1000),
)

const drawn = fc
  .record({ things, start, length, note: words(6), activity: fc.option(fc.constantFrom(...ACTIVITIES)) })
  .chain(({ things: all, ...rest }) => {
    const idOf = (kind: NameKind) =>
      fc.option(fc.constantFrom(...all.filter((thing) => thing.kind === kind).map(({ id }) => id), null))
    return fc
      .record({
        channelId: idOf('channel'),
        campaignId: idOf('campaign'),
        clientId: idOf('client'),
        projectId: idOf('project'),
        departmentId: idOf('department'),
        personId: idOf('person'),
        isBillable: fc.boolean(),
      })
      .map((ids) => ({ things: all, ...rest, ids }))
  })

test('what is printed is read back as the same entry, or asks for it', () =>
  fc.assert(
    fc.property(drawn, zones, languages, fc.integer({ min: 0, max: 400 }), (each, timeZone, language, days) => {
      const entry: PrintableEntry = {
        startedAt: each.start,
        endedAt: each.start + each.length,
        activity: each.activity,
        note: each.note,
        ...each.ids,
      }
      const vocabulary = makeVocabulary(each.things)
      const line = printQuickEntry(entry, { timeZone, language, vocabulary })
      const context = { now: entry.endedAt + days * DAY_MS, timeZone, language, vocabulary, choices: {} }
      const read = answered(line, context, entry)
      expect(read, line).toEqual(entry)
    }),
    { numRuns: 1500 },
  ))

/** Reads a line and answers what it asks about clock changes and about things whose names differ in nothing but signs. */
function answered(line: string, context: QuickEntryContext, entry: PrintableEntry): PrintableEntry | string {
  const first = parseQuickEntry(line, context)
  const choices: Record<string, string> = {}
  for (const question of first.questions) {
    const ids = Object.values({ ...entry }).filter((value) => typeof value === 'number')
    const right = question.options.find((option) =>
      'extent' in option
        ? option.extent.startedAt === entry.startedAt && option.extent.endedAt === entry.endedAt
        : 'meaning' in option &&
          option.meaning !== null &&
          'thing' in option.meaning &&
          ids.includes(option.meaning.thing.id),
    )
    if (right === undefined) return `no answer to ${question.kind} ${question.source}`
    if (question.kind === 'clock' && !isNearChange(entry)) return `asked without need: ${question.source}`
    choices[`${question.kind} ${question.source}`] = right.key
  }
  const reading = parseQuickEntry(line, { ...context, choices })
  if (reading.extent === null || reading.questions.length > 0) return `open: ${reading.problem ?? 'questions'}`
  return { ...reading.extent, ...reading.entry }
}

function isNearChange({ startedAt, endedAt }: PrintableEntry): boolean {
  const offsets = (at: number) =>
    ['Europe/Berlin', 'America/Los_Angeles'].map((timeZone) =>
      new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at),
    )
  const changes = (from: number, to: number) =>
    offsets(from).some((text, index) => text.slice(-6) !== (offsets(to)[index] ?? '').slice(-6))
  return changes(startedAt - DAY_MS, endedAt + DAY_MS)
}

const anyContext = fc.record({
  now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  timeZone: zones,
  language: languages,
  vocabulary: things.map(makeVocabulary),
  choices: fc.constant({}),
})
const fragments = fc
  .array(
    fc.constantFrom(
      '1',
      '9',
      '14',
      '2026',
      ':',
      '.',
      '-',
      '–',
      '/',
      ' ',
      '  ',
      'h',
      'm',
      'Uhr',
      'am',
      'pm',
      'bis',
      'von',
      'gestern',
      'Montag',
      'last',
      'vor',
      'ago',
      '"',
      '„',
      '“',
      '\\',
      '#',
      '@',
      '!',
      '&',
      '+1',
      'İ',
      'ß',
      '½',
      'Oct',
      '99999',
      '\u0308',
      'halbe stunde',
      'next day',
      'abrechenbar',
      'note:',
      '0',
      '31.2.',
      '24:00',
      '12am',
      '(',
      ')',
      ',',
      '\u{1F600}',
    ),
    { maxLength: 120 },
  )
  .map((all) => all.join(''))

test('no text is too odd: nothing is thrown, and nothing is added that cannot be', () =>
  fc.assert(
    fc.property(fc.oneof(fragments, words(40), fc.string({ maxLength: 600 })), anyContext, (text, context) => {
      const { extent, entry, problem, questions } = parseQuickEntry(text, context)
      expect(entry.note.length).toBeLessThanOrEqual(MAX_QUICK_ENTRY_LENGTH)
      for (const { options } of questions) expect(new Set(options.map(({ key }) => key)).size).toBe(options.length)
      if (extent === null) expect(problem !== null || questions.length > 0).toBe(true)
      else {
        expect(extent.endedAt).toBeGreaterThan(extent.startedAt)
        expect(extent.endedAt - extent.startedAt).toBeLessThanOrEqual(DAY_MS)
        expect(extent.endedAt).toBeLessThanOrEqual(context.now)
      }
    }),
    { numRuns: 3000 },
  ))

test('each answer to a question settles it', () =>
  fc.assert(
    fc.property(fc.oneof(fragments, words(12)), anyContext, (text, context) => {
      const [question] = parseQuickEntry(text, context).questions
      for (const { key } of question?.options ?? []) {
        const topic = `${question?.kind} ${question?.source}`
        const after = parseQuickEntry(text, { ...context, choices: { [topic]: key } })
        expect(after.questions.map(({ kind, source }) => `${kind} ${source}`)).not.toContain(topic)
      }
    }),
    { numRuns: 2000 },
  ))

test('words that mean nothing stay in the note as they were written', () => {
  const plain = fc.array(
    fc.constantFrom('Röstung', 'Team', 'mit', 'Lena', '20', '10%', 'b2b', '(neu)', 'v2.1.3', 'C-Level'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(
      plain,
      anyContext.map((context) => ({ ...context, vocabulary: makeVocabulary([]) })),
      (all, context) => {
        expect(parseQuickEntry(`45m ${all.join(' ')}`, context).entry.note).toBe(all.join(' '))
      },
    ),
  )
})

test('quotes give back what was put in them', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }).map(oneLine), (content) => {
      const line = toLine(quote(content))
      expect(readQuoted(line, 0)).toEqual({ content: content.trim(), to: line.text.length })
    }),
  ))
