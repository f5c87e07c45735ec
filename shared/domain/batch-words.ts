/** The words of a line about several conversations, each with all that it may mean: "20", "Kommentare", "15 Minuten", "Lob", "Instagram", "gestern". */
import type { ConversationKind, Sentiment } from './conversation.ts'
import type { Day } from './day.ts'
import type { Network } from './network.ts'
import { DAY_PATTERNS } from './quick-entry-day.ts'
import { COUNT, countOf, DURATION_PATTERNS } from './quick-entry-duration.ts'
import { foldName, trimClause, wordEnds, wordStarts, type Line, type Span } from './quick-entry-line.ts'
import { makeVocabulary, readBareName, readSign, type Vocabulary } from './quick-entry-names.ts'
import { END, longestAt, pattern, type TimeWords } from './quick-entry-time.ts'

export interface BatchNames {
  readonly channels: readonly {
    readonly id: number
    readonly name: string
    readonly network: Network
    /** Found where no channel in use has the name. */
    readonly isArchived?: boolean
  }[]
  readonly topics: readonly { readonly id: number; readonly name: string }[]
}

export type BatchMeaning =
  /** A word ("two") counts only before what it counts. */
  | { readonly kind: 'count'; readonly count: number; readonly isWord: boolean }
  | { readonly kind: 'kind'; readonly conversationKind: ConversationKind }
  | { readonly kind: 'sentiment'; readonly sentiment: Sentiment }
  /** isEach: for every conversation. */
  | { readonly kind: 'duration'; readonly seconds: readonly number[]; readonly isEach: boolean }
  /** Null: no such day. */
  | { readonly kind: 'day'; readonly days: readonly (Day | null)[] }
  | { readonly kind: 'channel'; readonly channelIds: readonly number[] }
  | { readonly kind: 'topic'; readonly topicId: number }

export interface BatchPiece extends Span {
  /** Several hold at once: "Lob" is a sentiment and may be a topic. */
  readonly meanings: readonly BatchMeaning[]
}

const KIND_WORDS: readonly (readonly [ConversationKind, RegExp])[] = [
  ['comment', /^(?:kommentare?n?|comments?|antwort(?:en)?|repl(?:y|ies))$/],
  ['review', /^(?:(?:google ?)?bewertung(?:en)?|rezension(?:en)?|(?:google ?)?reviews?|ratings?)$/],
  [
    'message',
    /^(?:(?:direkt ?|privat ?|private )?nachricht(?:en)?|(?:direct |private )?messages?|[dp]ms?|pns?|mails?)$/,
  ],
  ['mention', /^(?:erwahnung(?:en)?|markierung(?:en)?|verlinkung(?:en)?|mentions?)$/],
]
const SENTIMENT_WORDS: readonly (readonly [Sentiment, RegExp])[] = [
  ['positive', /^(?:lob|lobende?[nrs]?|positive?[nrs]?|praise|praising)$/],
  ['neutral', /^(?:neutrale?[nrs]?)$/],
  ['negative', /^(?:negative?[nrs]?|kritik|kritische?[nrs]?|beschwerden?|criticism|critical|complaints?)$/],
  ['angry', /^(?:wut|wutende?[nrs]?|verargerte?[nrs]?|bose[nrs]?|hass|angry|anger|hate|shitstorm)$/],
]
/** Words of one kind or sentiment, and of one topic. */
const MOST_KIND_WORDS = 2
const MOST_TOPIC_WORDS = 10

/** A number below nothing is read as well: that it counts nothing must be said. */
const NUMBER = pattern(String.raw`(-(?=\d))?(?:(\d{1,3}(?:[.,]\d{3}){1,2})|${COUNT}|(\d{5,9}))(?: ?[x×])?${END}`)
const EACH_BEFORE = /(?:^|[ ,(])(?:je|jeweils|à) $/
const EACH_AFTER = /^ (?:each|apiece|je|jeweils|pro stück)(?=$|[ ,;.)])/

/** What the words of a line mean, from left to right, at each word the longest that means something. */
export function batchPieces(words: TimeWords, names: BatchNames): BatchPiece[] {
  const { line } = words
  const channels = makeVocabulary(names.channels.map((channel) => ({ kind: 'channel', ...channel })))
  const topics = new Map(names.topics.map(({ id, name }) => [foldName(name), id]))
  const pieces: BatchPiece[] = []
  let position = 0
  for (const at of wordStarts(line)) {
    if (at < position) continue
    const found = [
      durationAt(words, at),
      dayAt(words, at),
      countAt(line, at),
      ...kindAndSentimentAt(line, at),
      channelAt(line, at, channels),
      topicAt(line, at, topics),
    ].filter((each) => each !== null)
    const to = Math.max(...found.map((each) => each.to))
    const longest = found.filter((each) => each.to === to)
    if (longest.length === 0) continue
    const [first] = longest
    const isTime = first?.meaning.kind === 'duration' || first?.meaning.kind === 'day'
    pieces.push({ from: at, to, meanings: (isTime ? longest.slice(0, 1) : longest).map(({ meaning }) => meaning) })
    position = to
  }
  return pieces
}

interface Found {
  readonly to: number
  readonly meaning: BatchMeaning
}

/** Clock times are none of a batch: "1:20" is a length, "14:00" stays. */
function durationAt(words: TimeWords, at: number): Found | null {
  const piece = longestAt(DURATION_PATTERNS, words, at)
  const seconds = piece?.readings.flatMap((reading) => (reading.kind === 'duration' ? [reading.seconds] : [])) ?? []
  if (!piece || seconds.length === 0) return null
  const { lower } = words.line
  const after = EACH_AFTER.exec(lower.slice(piece.to, piece.to + 12))
  const isEach = after !== null || EACH_BEFORE.test(lower.slice(Math.max(0, at - 10), at))
  return { to: piece.to + (after?.[0].length ?? 0), meaning: { kind: 'duration', seconds, isEach } }
}

function dayAt(words: TimeWords, at: number): Found | null {
  const piece = longestAt(DAY_PATTERNS, words, at)
  const days = piece?.readings.flatMap((reading) => (reading.kind === 'day' ? [reading.day] : [])) ?? []
  return piece && days.length > 0 ? { to: piece.to, meaning: { kind: 'day', days } } : null
}

function countAt({ lower }: Line, at: number): Found | null {
  NUMBER.lastIndex = at
  const match = NUMBER.exec(lower)
  if (!match) return null
  const [whole, minus, grouped, counted, long] = match
  const count = grouped === undefined ? countOf(counted ?? long ?? '') : Number(grouped.replace(/[.,]/g, ''))
  const meaning = { kind: 'count', count: minus === undefined ? count : -count, isWord: !/^-?\d/.test(whole) } as const
  return { to: at + whole.length, meaning }
}

function kindAndSentimentAt(line: Line, at: number): Found[] {
  const found: Found[] = []
  for (const end of wordEnds(line, at, MOST_KIND_WORDS)) {
    const written = trimClause(line.text.slice(at, end)).replace(/:$/, '')
    const folded = foldName(written)
    const to = at + written.length
    for (const [conversationKind, expression] of KIND_WORDS) {
      if (expression.test(folded)) found.push({ to, meaning: { kind: 'kind', conversationKind } })
    }
    for (const [sentiment, expression] of SENTIMENT_WORDS) {
      if (expression.test(folded)) found.push({ to, meaning: { kind: 'sentiment', sentiment } })
    }
  }
  return found
}

function channelAt(line: Line, at: number, channels: Vocabulary): Found | null {
  const piece = readSign(line, at, channels) ?? readBareName(line, at, channels)
  const channelIds =
    piece?.meanings.flatMap((meaning) =>
      meaning.kind === 'channel' && 'thing' in meaning ? [meaning.thing.id] : [],
    ) ?? []
  return piece && channelIds.length > 0 ? { to: piece.to, meaning: { kind: 'channel', channelIds } } : null
}

/** A topic by its whole name, with or without "#". */
function topicAt(line: Line, at: number, topics: ReadonlyMap<string, number>): Found | null {
  for (const end of wordEnds(line, at, MOST_TOPIC_WORDS).toReversed()) {
    const written = trimClause(line.text.slice(at, end))
    const topicId = topics.get(foldName(written))
    if (topicId !== undefined) return { to: at + written.length, meaning: { kind: 'topic', topicId } }
  }
  return null
}
