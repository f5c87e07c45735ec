/**
 * Time entered after the fact as one line in plain words, German and English: `1:20 dialog instagram gestern 14 Uhr`,
 * `9–10:30 reel äthiopien`, `yesterday 2pm-3pm comments`, `2h content !ahoi abrechenbar`.
 *
 * What is read where it stands: lengths, times on the clock, days; activities, channels (also by their network), campaigns,
 * clients, projects and departments by exactly their name; parts of names behind a sign (`#campaign`, `@channel` or `@person`,
 * `!client`, `/project`, `&department`, `=activity`, with quotes for several words); "billable". All else is the note. A word that only
 * suggests an activity ("reel") stays in the note; text in quotes is note and is not read, unless it is exactly a name;
 * after `note:` not even then.
 *
 * Rules:
 * - A length alone ends now, at the full minute, where it is said of no other day. On another day it is asked where it was.
 * - `ab`, `since` without an end go up to now. A range over midnight is one when it starts at 18:00 or later and ends at 9:00 or
 *   earlier (22–1), or when it says so (`+1`, "next day"). Without a day it is last night where tonight is still ahead.
 * - A day and month without a year are the last such day within half a year, else this year's. A weekday is the last one;
 *   "last …" never today.
 * - Lengths are whole minutes, decimals rounded half up. At most 24 hours; nothing ahead of now.
 * - `h:mm` alone is a length; where the line has another one, a time. From 5:00 on it is asked, from 13:00 on it is a time.
 * - Without am or pm in English both halves of the day are meant where both are over; written with a leading zero, above 12 or
 *   with "Uhr", 24 hours are meant. In German they always are.
 * - Of several readings those are left that fit the rest of the line and can be; where more than one is left, it is asked.
 *   On a clock change a time that comes twice is asked, one that is skipped is refused.
 *
 * Never throws, whatever the text; reads at most 500 characters. Pure: `now`, zone, language and names are given.
 */
import type { Activity } from './activity.ts'
import type { Day } from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import { CLOCK_PATTERNS, HALF_PATTERNS } from './quick-entry-clock.ts'
import { DAY_PATTERNS } from './quick-entry-day.ts'
import { DURATION_PATTERNS } from './quick-entry-duration.ts'
import type { Extent, TimeProblem } from './quick-entry-extent.ts'
import {
  MAX_QUICK_ENTRY_LENGTH,
  readQuoted,
  toLine,
  withoutSpans,
  wordStarts,
  type Line,
  type Span,
} from './quick-entry-line.ts'
import { settleNames, suggestActivity, type MeaningQuestion, type SettledNames } from './quick-entry-meaning.ts'
import {
  meaningsOf,
  readBareName,
  readSign,
  type NameKind,
  type NamePiece,
  type Vocabulary,
} from './quick-entry-names.ts'
import { MAX_TIME_PIECES, settleTime, type SettledTime, type TimeQuestion } from './quick-entry-settle.ts'
import { longestAt, type TimePiece, type TimeReading, type TimeWords } from './quick-entry-time.ts'

export interface QuickEntryContext {
  readonly now: Instant
  readonly timeZone: string
  /** Decides am and pm, and whether a day is said before its month. */
  readonly language: 'de' | 'en'
  readonly vocabulary: Vocabulary
  /** Answers to questions, by "kind source": the key of an option; "none" leaves the words in the note. */
  readonly choices: Readonly<Record<string, string>>
  /** Starts to offer for a length on a day of which nothing else is known, the likeliest first. */
  placesOn?(day: Day, seconds: number): readonly Instant[]
}

/** Something that was understood, with the words it was read from. */
export type QuickEntryPart =
  | { readonly kind: NameKind; readonly source: string; readonly id: number; readonly name: string }
  | { readonly kind: 'activity'; readonly source: string; readonly activity: Activity; readonly isSuggested: boolean }
  | { readonly kind: 'billable'; readonly source: string; readonly isBillable: boolean }
  | { readonly kind: 'duration'; readonly source: string; readonly seconds: number }
  | { readonly kind: 'day'; readonly source: string; readonly day: Day | null }
  | { readonly kind: 'times'; readonly source: string }

export type QuickEntryQuestion = MeaningQuestion | TimeQuestion

export interface QuickEntry {
  readonly activity: Activity | null
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly clientId: number | null
  readonly projectId: number | null
  readonly departmentId: number | null
  /** Null: not said. */
  readonly personId: number | null
  readonly isBillable: boolean
  readonly note: string
}

export interface QuickEntryReading {
  readonly parts: readonly QuickEntryPart[]
  readonly questions: readonly QuickEntryQuestion[]
  /** What is settled of the entry. */
  readonly entry: QuickEntry
  /** Null while it is open. */
  readonly extent: Extent | null
  /** What keeps it from being an entry beside the questions. */
  readonly problem: TimeProblem | 'nothing' | 'text_too_long' | null
  /** The words of the note that were written without quotes: what else may be named by them. */
  readonly words: string
}

interface Pieces {
  readonly times: TimePiece[]
  readonly names: NamePiece[]
  readonly quotes: (Span & { readonly content: string })[]
}

/** Reads a line. Never throws; a line of more than 500 characters is not read. */
export function parseQuickEntry(raw: string, context: QuickEntryContext): QuickEntryReading {
  const isTooLong = raw.length > MAX_QUICK_ENTRY_LENGTH
  const line = toLine(isTooLong ? '' : raw)
  const pieces = readPieces(line, context)
  const sourceOf = ({ from, to }: Span) => line.text.slice(from, to)
  const { choices } = context
  // What is said twice is said; answers are kept by the words they are about.
  const isKept = (piece: TimePiece, index: number) =>
    !['day', 'duration', 'clock'].some((kind) => choices[`${kind} ${sourceOf(piece)}`] === 'none') &&
    pieces.times.findIndex((other) => sourceOf(other) === sourceOf(piece)) === index
  const time = settleTime(pieces.times.filter(isKept).slice(0, MAX_TIME_PIECES), { ...context, sourceOf })
  const names = settleNames(pieces.names, choices, sourceOf)
  const spans = [...time.used, ...names.used.map((piece) => withPreposition(line, piece))]
  const words = withoutSpans(line.text, [...spans, ...pieces.quotes])
  const isNamed = names.names.some(({ meaning }) => meaning.kind === 'activity')
  const isAsked = names.questions.some(({ kind }) => kind === 'activity')
  const suggestion = suggestActivity(isNamed || isAsked ? '' : words, choices)
  const extent = time.question ? null : (time.outcome.extents[0] ?? null)
  return {
    parts: partsOf(time, names, suggestion, sourceOf),
    questions: [
      ...names.questions,
      ...(suggestion.question ? [suggestion.question] : []),
      ...(time.question ? [time.question] : []),
    ],
    entry: { ...entryOf(names, suggestion.activity), note: noteOf(line, spans, pieces.quotes) },
    extent,
    problem: isTooLong
      ? 'text_too_long'
      : line.text === ''
        ? 'nothing'
        : time.question || extent
          ? null
          : (time.outcome.problem ?? 'no_time'),
    words,
  }
}

const NOTE_MARK = /(?:notiz|note): ?(?=")/y

/** From left to right, at each word the longest that can be read; of a name and a time of one length the time. */
function readPieces(line: Line, context: QuickEntryContext): Pieces {
  const { now, timeZone, language, vocabulary } = context
  const words: TimeWords = { line, now, timeZone, language, today: dayAt(now, timeZone) }
  const pieces: Pieces = { times: [], names: [], quotes: [] }
  let position = 0
  let isAfterTime = false
  for (const at of wordStarts(line)) {
    if (at < position) continue
    const quoted = quoteAt(line, at, vocabulary)
    if (quoted) {
      if ('meanings' in quoted) pieces.names.push(quoted)
      else pieces.quotes.push(quoted)
      position = quoted.to
      isAfterTime = false
      continue
    }
    const named = readSign(line, at, vocabulary) ?? readBareName(line, at, vocabulary)
    const time: TimePiece | null = (isAfterTime ? longestAt(HALF_PATTERNS, words, at) : null) ?? timeAt(words, at)
    if (named && named.to > (time?.to ?? at)) {
      pieces.names.push(named)
      position = named.to
      isAfterTime = false
      continue
    }
    if (time) pieces.times.push(time)
    isAfterTime = time !== null && saysWhen(time)
    position = time?.to ?? position
  }
  return pieces
}

function saysWhen({ readings }: TimePiece): boolean {
  return readings.some(({ kind }) => kind === 'day' || kind === 'clock' || kind === 'range')
}

/** Text in quotes, or the thing of exactly that name. */
function quoteAt(line: Line, at: number, vocabulary: Vocabulary): NamePiece | Pieces['quotes'][number] | null {
  NOTE_MARK.lastIndex = at
  const mark = NOTE_MARK.exec(line.lower)?.[0] ?? ''
  const quoted = readQuoted(line, at + mark.length)
  if (!quoted) return null
  const { content, to } = quoted
  const meanings = mark === '' ? meaningsOf(content, vocabulary) : []
  return meanings.length > 0 ? { from: at, to, written: content, kinds: null, meanings } : { from: at, to, content }
}

const TIME_PATTERNS = [...DURATION_PATTERNS, ...CLOCK_PATTERNS, ...DAY_PATTERNS]

/** The longest reading, or how long ago: "vor 2 Stunden" and "2 hours ago" are no lengths. */
function timeAt(words: TimeWords, at: number): TimePiece | null {
  const { lower } = words.line
  const isBefore = lower.startsWith('vor ', at)
  const plain = longestAt(TIME_PATTERNS, words, at)
  const length = isBefore ? longestAt(DURATION_PATTERNS, words, at + 4) : plain
  if (!length) return plain
  const isAgo = /^ ago(?=$|[ ,;.)!?])/.test(lower.slice(length.to, length.to + 5))
  const [reading] = length.readings
  if ((!isBefore && !isAgo) || reading?.kind !== 'duration') return plain
  const instant: TimeReading = { kind: 'instant', at: words.now - reading.seconds * 1000 }
  return { from: at, to: isAgo ? length.to + 4 : length.to, readings: [instant] }
}

/** "für Vertrieb": the word before a name that was read goes with it. */
function withPreposition({ lower }: Line, span: NamePiece): Span {
  const before = /(?:^| )(?:für|for|bei|auf|on|at|in|im)( )$/.exec(lower.slice(Math.max(0, span.from - 5), span.from))
  return before ? { from: span.from - before[0].trimStart().length, to: span.to } : span
}

/** What is left, with the text of quotes in its place. */
function noteOf(line: Line, spans: readonly Span[], quotes: Pieces['quotes']): string {
  const parts: string[] = []
  let from = 0
  for (const { from: start, to, content } of quotes) {
    parts.push(leftBetween(line, from, start, spans), content)
    from = to
  }
  parts.push(leftBetween(line, from, line.text.length, spans))
  return parts.filter((part) => part !== '').join(' ')
}

function leftBetween({ text }: Line, from: number, to: number, spans: readonly Span[]): string {
  const inside = spans.filter((span) => span.from >= from && span.to <= to)
  const shifted = inside.map((span) => ({ from: span.from - from, to: span.to - from }))
  return withoutSpans(text.slice(from, to), shifted)
}

function entryOf({ names }: SettledNames, suggested: Activity | null): Omit<QuickEntry, 'note'> {
  const thing = (kind: NameKind) =>
    names.flatMap(({ meaning }) => (meaning.kind === kind && 'thing' in meaning ? [meaning.thing] : []))[0]
  const [activity] = names.flatMap(({ meaning }) => (meaning.kind === 'activity' ? [meaning.activity] : []))
  const [billable] = names.flatMap(({ meaning }) => (meaning.kind === 'billable' ? [meaning.isBillable] : []))
  const project = thing('project')
  return {
    activity: activity ?? suggested,
    channelId: thing('channel')?.id ?? null,
    campaignId: thing('campaign')?.id ?? null,
    // A project is done for its client.
    clientId: thing('client')?.id ?? project?.clientId ?? null,
    projectId: project?.id ?? null,
    departmentId: thing('department')?.id ?? null,
    personId: thing('person')?.id ?? null,
    isBillable: billable ?? project?.isBillable ?? false,
  }
}

function partsOf(
  { used }: SettledTime,
  { names }: SettledNames,
  suggestion: { readonly activity: Activity | null; readonly source: string },
  sourceOf: (span: Span) => string,
): QuickEntryPart[] {
  const parts: QuickEntryPart[] = names.map(({ meaning, source }) => {
    if (meaning.kind === 'activity') return { kind: 'activity', source, activity: meaning.activity, isSuggested: false }
    if (meaning.kind === 'billable') return { kind: 'billable', source, isBillable: meaning.isBillable }
    return { kind: meaning.kind, source, id: meaning.thing.id, name: meaning.thing.name }
  })
  if (suggestion.activity !== null) {
    parts.push({ kind: 'activity', source: suggestion.source, activity: suggestion.activity, isSuggested: true })
  }
  const times = used.filter(({ reading }) => ['clock', 'range', 'instant', 'half'].includes(reading.kind))
  if (times.length > 0) parts.push({ kind: 'times', source: times.map(sourceOf).join(' ') })
  for (const piece of used) {
    if (piece.reading.kind === 'duration')
      parts.push({ kind: 'duration', source: sourceOf(piece), seconds: piece.reading.seconds })
    if (piece.reading.kind === 'day') parts.push({ kind: 'day', source: sourceOf(piece), day: piece.reading.day })
  }
  return parts
}
