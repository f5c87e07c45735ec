/**
 * Several conversations noted as one line in plain words, German and English: `20 Kommentare, 15 Minuten, Lob`,
 * `20 comments, 15 min, praise, instagram, yesterday`.
 *
 * - The number before "Kommentare", "reviews", "DMs" … counts; without such a word the only bare number does, and it counts comments.
 * - Lengths and days are those of quick entries; `je 2 min`, `2 min each` is multiplied by the count.
 * - Channels are named exactly or by their network, topics exactly; "Lob" is a sentiment and a topic where there is one of that name.
 * - What is said twice in different ways, or can mean several things, is not settled: it stays in the label and is among the problems.
 *
 * Never throws; reads at most 500 characters. Pure: `now`, zone, language and names are given.
 */
import { batchPieces, type BatchMeaning, type BatchNames, type BatchPiece } from './batch-words.ts'
import type { ConversationKind, Sentiment } from './conversation.ts'
import type { Day } from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import { MAX_QUICK_ENTRY_LENGTH, toLine, withoutSpans, type Line, type Span } from './quick-entry-line.ts'

export const MAX_BATCH_COUNT = 100_000
export const MAX_BATCH_SECONDS = 86_400

export interface BatchContext extends BatchNames {
  readonly now: Instant
  readonly timeZone: string
  /** Decides whether a day is said before its month. */
  readonly language: 'de' | 'en'
}

/** What is missing or not settled; each is a text key. */
export type BatchProblem =
  | 'nothing'
  | 'text_too_long'
  | 'no_count'
  | 'several_counts'
  | 'no_such_count'
  | 'several_kinds'
  | 'several_durations'
  | 'duration_too_long'
  | 'several_days'
  | 'no_such_day'
  | 'day_in_future'
  | 'several_sentiments'
  | 'several_channels'

/** Null: not said, or not settled. */
export interface BatchReading {
  /** 1 to 100,000. */
  readonly count: number | null
  readonly kind: ConversationKind | null
  /** Work for all of them together, at most a day. */
  readonly seconds: number | null
  readonly sentiment: Sentiment | null
  readonly channelId: number | null
  readonly topicIds: readonly number[]
  /** Not after today. */
  readonly day: Day | null
  /** The words that were not read. */
  readonly label: string
  readonly problems: readonly BatchProblem[]
}

const UNREAD: BatchReading = {
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

/** Reads a line. Never throws; a line of more than 500 characters is not read. */
export function parseBatchLine(raw: string, context: BatchContext): BatchReading {
  if (raw.length > MAX_QUICK_ENTRY_LENGTH) return { ...UNREAD, problems: ['text_too_long'] }
  const line = toLine(raw)
  if (line.text === '') return { ...UNREAD, problems: ['nothing'] }
  const today = dayAt(context.now, context.timeZone)
  const pieces = batchPieces({ line, today, ...context }, context)
  const counted = settleCount(pieces, line)
  const seconds = settleDuration(pieces, counted.count.value)
  const day = settleDay(pieces, today)
  const sentiment = settle(pieces, 'sentiment', (meaning) => meaning.sentiment, 'several_sentiments')
  const channel = settle(pieces, 'channel', ({ channelIds }) => onlyOne(channelIds), 'several_channels')
  const topics = ofKind(pieces, 'topic')
  const settled = [counted.count, counted.kind, seconds, day, sentiment, channel]
  const used = [...settled.flatMap((each) => each.used), ...topics.map(({ piece }) => piece)]
  return {
    count: counted.count.value,
    kind: counted.kind.value,
    seconds: seconds.value,
    sentiment: sentiment.value,
    channelId: channel.value,
    topicIds: [...new Set(topics.map(({ meaning }) => meaning.topicId))],
    day: day.value,
    label: labelOf(line, used),
    problems: settled.flatMap(({ problem }) => problem ?? []),
  }
}

interface Settled<Value> {
  readonly value: Value | null
  /** Words that are not part of the label. */
  readonly used: readonly Span[]
  readonly problem: BatchProblem | null
}

const unsettled = (problem: BatchProblem | null): Settled<never> => ({ value: null, used: [], problem })

type MeaningOf<Kind extends BatchMeaning['kind']> = BatchMeaning & { readonly kind: Kind }
interface PieceOf<Kind extends BatchMeaning['kind']> {
  readonly piece: BatchPiece
  readonly meaning: MeaningOf<Kind>
}

function ofKind<Kind extends BatchMeaning['kind']>(pieces: readonly BatchPiece[], kind: Kind): PieceOf<Kind>[] {
  const isKind = (meaning: BatchMeaning): meaning is MeaningOf<Kind> => meaning.kind === kind
  return pieces.flatMap((piece) => piece.meanings.filter(isKind).map((meaning) => ({ piece, meaning })))
}

function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [first = null] = values
  return new Set(values).size === 1 ? first : null
}

/** The one thing that all pieces of a kind say; a value of null is one that could be several. */
function settle<Kind extends BatchMeaning['kind'], Value>(
  pieces: readonly BatchPiece[],
  kind: Kind,
  valueOf: (meaning: MeaningOf<Kind>) => Value | null,
  problem: BatchProblem,
): Settled<Value> {
  const found = ofKind(pieces, kind)
  if (found.length === 0) return unsettled(null)
  const value = onlyOne(found.map(({ meaning }) => valueOf(meaning)))
  return value === null ? unsettled(problem) : { value, used: found.map(({ piece }) => piece), problem: null }
}

interface Counted {
  readonly count: Settled<number>
  readonly kind: Settled<ConversationKind>
}

function settleCount(pieces: readonly BatchPiece[], line: Line): Counted {
  const numbers = ofKind(pieces, 'count')
  const counting = numbers.flatMap(({ piece, meaning }) => {
    const unit = unitBehind(piece, pieces, line)
    return unit ? [{ piece, count: meaning.count, unit }] : []
  })
  const [only, another] = counting
  if (another) return { count: unsettled('several_counts'), kind: unsettled(null) }
  if (only) {
    const kind = { value: only.unit.meaning.conversationKind, used: [only.unit.piece], problem: null }
    return { count: checkedCount(only.count, [only.piece]), kind }
  }
  const kind = settle(pieces, 'kind', (meaning) => meaning.conversationKind, 'several_kinds')
  const bare = numbers.filter(({ meaning }) => !meaning.isWord)
  const [number, second] = bare
  if (second) return { count: unsettled('several_counts'), kind }
  if (!number) return { count: unsettled('no_count'), kind }
  const isSaid = ofKind(pieces, 'kind').length > 0
  return {
    count: checkedCount(number.meaning.count, [number.piece]),
    kind: isSaid ? kind : { value: 'comment', used: [], problem: null },
  }
}

/** What a number counts: the word right behind it, or behind how they sound ("20 negative Kommentare"). */
function unitBehind(number: BatchPiece, pieces: readonly BatchPiece[], { text }: Line): PieceOf<'kind'> | null {
  let before: BatchPiece = number
  for (const next of pieces.slice(pieces.indexOf(number) + 1)) {
    if (text.slice(before.to, next.from) !== ' ') return null
    const [unit] = ofKind([next], 'kind')
    if (unit) return unit
    if (ofKind([next], 'sentiment').length === 0) return null
    before = next
  }
  return null
}

function checkedCount(count: number, used: readonly Span[]): Settled<number> {
  return count >= 1 && count <= MAX_BATCH_COUNT ? { value: count, used, problem: null } : unsettled('no_such_count')
}

function settleDuration(pieces: readonly BatchPiece[], count: number | null): Settled<number> {
  const isOpen = ofKind(pieces, 'duration').some(({ meaning }) => meaning.isEach) && count === null
  if (isOpen) return unsettled(null)
  const times = (isEach: boolean) => (isEach ? (count ?? 1) : 1)
  const settled = settle(
    pieces,
    'duration',
    ({ seconds, isEach }) => onlyOne(seconds.map((each) => each * times(isEach))),
    'several_durations',
  )
  return settled.value !== null && settled.value > MAX_BATCH_SECONDS ? unsettled('duration_too_long') : settled
}

/** Days ahead are left out where others are meant as well. */
function settleDay(pieces: readonly BatchPiece[], today: Day): Settled<Day> {
  const days = ofKind(pieces, 'day').flatMap(({ meaning }) => meaning.days)
  if (days.length > 0 && days.every((day) => day === null)) return unsettled('no_such_day')
  if (days.length > 0 && days.every((day) => day === null || day > today)) return unsettled('day_in_future')
  const past = (all: readonly (Day | null)[]) => all.filter((day) => day !== null && day <= today)
  return settle(pieces, 'day', (meaning) => onlyOne(past(meaning.days)), 'several_days')
}

const LINK = /(?:^| )(?:für|for|bei|auf|von|vom|on|at|from|in|im|je|jeweils|à|zu|zum|zur|about|mit|with|und|and) $/

/** What is left, without the word that tied it to what was read ("auf Instagram") and without signs at its ends. */
function labelOf(line: Line, used: readonly Span[]): string {
  const spans = used.map((span) => {
    const before = LINK.exec(line.lower.slice(Math.max(0, span.from - 10), span.from))
    return before ? { from: span.from - before[0].trimStart().length, to: span.to } : span
  })
  return withoutSpans(line.text, spans)
    .replace(/^[\s,;:.&+–—-]+/, '')
    .replace(/(?<![\s,;:&+–—-])[\s,;:&+–—-]+$/, '')
}
