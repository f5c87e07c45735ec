import { describe, expect, test } from 'vitest'
import {
  batchProblems,
  isWholeBatch,
  settleBatch,
  toBatch,
} from '../../../renderer/features/moderation/capture/batch-draft.ts'
import {
  type CaptureDraft,
  EMPTY_DRAFT,
  isUntouched,
  proposedName,
  settleDraft,
  textProblem,
  toConversation,
  withName,
} from '../../../renderer/features/moderation/capture/capture-draft.ts'
import { chooseReceived, readReceived } from '../../../renderer/features/moderation/capture/received.ts'
import type { Recognition } from '../../../shared/contract/moderation-fields.ts'
import { parseBatchLine } from '../../../shared/domain/batch-line.ts'
import { toDay } from '../../../shared/domain/day.ts'

const timeZone = 'Europe/Berlin'
// A Wednesday, 10:20 in Berlin.
const now = Date.parse('2026-10-28T09:20:30Z')
const found: Recognition = {
  url: 'https://www.instagram.com/p/Cx1/',
  network: 'instagram',
  channelId: 3,
  channelIds: [],
  post: { id: 9, title: 'Sorten' },
  kind: 'review',
  stars: 2,
  handle: 'anna.k',
  contact: null,
  sentiment: 'negative',
  sentimentWords: ['nie'],
  text: 'Kommt nie an',
  dueAt: null,
}
const usual = { channelId: 5, kind: 'message' } as const
const draft = (changes: Partial<CaptureDraft>): CaptureDraft => ({ ...EMPTY_DRAFT, ...changes })

describe('what is recognised and what is said', () => {
  test('said comes before recognised, and that before what is usual', () => {
    expect(settleDraft(EMPTY_DRAFT, found, usual)).toMatchObject({ kind: 'review', channelId: 3, stars: 2, postId: 9 })
    expect(settleDraft(EMPTY_DRAFT, null, usual)).toMatchObject({ kind: 'message', channelId: 5, handle: null })
    const said = draft({ chosen: { channelId: null, handle: ' ', postId: null, sentiment: null } })
    expect(settleDraft(said, found, usual)).toMatchObject({
      channelId: null,
      handle: null,
      postId: null,
      sentiment: null,
    })
  })

  test('only a review has stars', () => {
    expect(settleDraft(draft({ chosen: { kind: 'comment' } }), found, usual).stars).toBeNull()
  })

  test('a mood that was only proposed is left to the ledger', () => {
    expect(toConversation(EMPTY_DRAFT, found, usual, now)).not.toHaveProperty('sentiment')
    const said = draft({ chosen: { sentiment: null } })
    expect(toConversation(said, found, usual, now)).toMatchObject({ sentiment: null, text: 'Kommt nie an' })
  })

  test('without words there must be a label; the address does not count towards the limit', () => {
    expect(textProblem(EMPTY_DRAFT, null)).toEqual({ kind: 'missing' })
    expect(textProblem(draft({ label: 'Lieferung' }), null)).toBeNull()
    const long = draft({ text: 'x'.repeat(50_010) })
    expect(textProblem(long, { ...found, text: 'x'.repeat(50_000) })).toBeNull()
    expect(textProblem(long, { ...found, text: 'x'.repeat(50_001) })).toEqual({ kind: 'tooLong', count: 50_001 })
  })

  test('a draft that holds anything is not untouched', () => {
    expect(isUntouched(EMPTY_DRAFT)).toBe(true)
    for (const changes of [{ text: 'a' }, { label: 'a' }, { chosen: { handle: 'a' } }, { newTopics: ['a'] }])
      expect(isUntouched(draft(changes))).toBe(false)
  })
})

describe('when it came in', () => {
  const moment = { now, timeZone }

  test('quick choices write down what they mean', () => {
    expect(chooseReceived('hour', moment)).toEqual({ choice: 'hour', day: '2026-10-28', clock: '09:20' })
    expect(chooseReceived('yesterday', moment)).toEqual({ choice: 'yesterday', day: '2026-10-27', clock: '10:20' })
    for (const choice of ['now', 'hour', 'yesterday', 'own'] as const)
      expect(readReceived(chooseReceived(choice, moment), moment)).toBeLessThanOrEqual(now)
  })

  test('what lies ahead or cannot be read is said', () => {
    const at = (day: string | null, clock: string) => readReceived({ choice: 'own', day, clock }, moment)
    expect(at('2026-10-28', '10:20')).toBe(Date.parse('2026-10-28T09:20:00Z'))
    expect(at('2026-10-28', '10:21')).toBe('inFuture')
    expect(at('2026-10-28', 'gleich')).toBe('clockUnreadable')
    expect(at(null, '10:20')).toBe('dayMissing')
  })
})

describe('several with one line', () => {
  const today = toDay('2026-10-28')
  const channels = [{ id: 3, name: 'Instagram', network: 'instagram' as const }]
  const read = (line: string) => parseBatchLine(line, { channels, topics: [], now, timeZone, language: 'de' })

  test('the line of the issue is understood', () => {
    const reading = read('20 Kommentare, 15 Minuten, Lob, Instagram, gestern')
    expect(batchProblems(reading, {}, today)).toEqual([])
    expect(toBatch(settleBatch(reading, {}, today), [])).toMatchObject({
      count: 20,
      kind: 'comment',
      seconds: 900,
      sentiment: 'positive',
      channelId: 3,
      day: '2026-10-27',
    })
  })

  test('what is corrected is no problem any more', () => {
    const reading = read('Kommentare, 15 Minuten')
    expect(batchProblems(reading, {}, today)).toEqual(['no_count'])
    expect(batchProblems(reading, { count: 4 }, today)).toEqual([])
    expect(batchProblems(reading, { count: 4, day: '2026-10-29' }, today)).toEqual(['day_in_future'])
    expect(batchProblems(reading, { count: 4, day: null }, today)).toEqual(['no_such_day'])
    const torn = { ...reading, count: 4, problems: ['several_sentiments', 'several_channels'] as const }
    expect(batchProblems(torn, { sentiment: null }, today)).toEqual(['several_channels'])
    expect(batchProblems(torn, { sentiment: null, channelId: null }, today)).toEqual([])
  })
})

describe('whether a text is a line about several conversations', () => {
  const names = { channels: [{ id: 1, name: 'Instagram', network: 'instagram' as const }], topics: [] }
  const isWhole = (line: string) =>
    isWholeBatch(line, parseBatchLine(line, { now, timeZone, language: 'de', ...names }))

  test.each(['20 Kommentare, 15 Minuten, Lob', '20 Kommentare\n15 min', '3 DMs gestern', '20, 15 min, @insta'])(
    'it is: %s',
    (line) => expect(isWhole(line)).toBe(true),
  )

  test.each([
    '',
    '20',
    'ein Kommentar',
    '15 Minuten',
    'Lob',
    '20 Kommentare, 15 Minuten, Gewinnspiel',
    '20 Kommentare, 15 Minuten, https://www.instagram.com/p/Cx1/',
    '20 Kommentare morgen',
    '20 Kommentare und keine einzige Antwort!',
  ])('it is not: %s', (line) => expect(isWhole(line)).toBe(false))
})

describe('a name that heads a pasted text', () => {
  const pasted = draft({
    text: 'https://www.linkedin.com/feed/\nJohn Miller\nNever again',
    chosen: { kind: 'comment' },
  })
  const read: Recognition = { ...found, handle: null, text: 'John Miller\nNever again' }

  test('is proposed where the text is from a network and nobody is named', () => {
    expect(proposedName(pasted, read)).toBe('John Miller')
    expect(proposedName(pasted, null)).toBeNull()
    expect(proposedName(pasted, { ...read, url: null })).toBeNull()
    expect(proposedName(pasted, { ...read, handle: 'anna.k' })).toBeNull()
    expect(proposedName(draft({ chosen: { handle: 'john' } }), read)).toBeNull()
  })

  test('leaves the text when it is taken', () => {
    expect(withName(pasted, 'John Miller')).toEqual({
      text: 'https://www.linkedin.com/feed/\nNever again',
      chosen: { kind: 'comment', handle: 'John Miller' },
    })
  })
})
