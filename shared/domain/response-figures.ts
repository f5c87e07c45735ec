/**
 * Figures of the moderation log: how fast answers came, how many in time, how it sounded, what an answer cost. Times are whole seconds of
 * service time (service-hours.ts); the clock runs on while a conversation is handed over. Shares are basis points, rounded half up,
 * and null where there is nothing to divide by. Source: domain.md, moderation figures.
 */
import type { Sentiment } from './conversation.ts'
import type { Instant } from './instant.ts'
import { divideRounded, multiplyDivide, type BasisPoints } from './money.ts'

/**
 * The nearest-rank percentile of a list in any order: the smallest of its values that at least `percent` percent of them do not exceed,
 * so always one of the values; the median of an even number is the lower of the two in the middle. Null for an empty list. Throws
 * RangeError unless percent is whole, 1 to 100.
 */
export function percentile(values: Iterable<number>, percent: number): number | null {
  return nearestRank(Float64Array.from(values).sort(), percent)
}

function nearestRank(ascending: Float64Array, percent: number): number | null {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) throw new RangeError(`percentile ${percent}`)
  return ascending[Math.ceil((percent * ascending.length) / 100) - 1] ?? null
}

export interface TimeFigures {
  /** How many times the figures rest on. */
  readonly count: number
  readonly medianSeconds: number | null
  /** Nine of ten were no slower. */
  readonly ninetiethSeconds: number | null
}

/** Median and 90th percentile by nearest rank. Throws RangeError on times that are negative or not whole. */
export function timeFigures(seconds: Iterable<number>): TimeFigures {
  const ascending = Float64Array.from(seconds).sort()
  for (const one of ascending) if (!Number.isSafeInteger(one) || one < 0) throw new RangeError(`a time of ${one} s`)
  return {
    count: ascending.length,
    medianSeconds: nearestRank(ascending, 50),
    ninetiethSeconds: nearestRank(ascending, 90),
  }
}

/** How a conversation stands to its target. */
export type TargetStanding = 'in-time' | 'late' | 'missed' | 'pending' | 'none'

export type TargetRow = Pick<ResponseRow, 'dueAt' | 'answeredAt' | 'isDone' | 'doneAt' | 'hasMeasure'>

/**
 * In time or late where it was answered, by its deadline (at the deadline itself is in time). Without an answer: missed where the deadline
 * passed before it was closed, so that closing what is overdue does not make it good; pending while the deadline is to come. None without a
 * deadline, and where no answer was owed: closed by its deadline, at a time nobody noted, or with a measure taken against it – spam that
 * is hidden late was still not to be answered.
 */
export function targetStanding(
  { dueAt, answeredAt, isDone, doneAt, hasMeasure }: TargetRow,
  now: Instant,
): TargetStanding {
  if (dueAt === null) return 'none'
  if (answeredAt !== null) return answeredAt <= dueAt ? 'in-time' : 'late'
  if (!isDone) return now > dueAt ? 'missed' : 'pending'
  return doneAt !== null && doneAt > dueAt && !hasMeasure ? 'missed' : 'none'
}

/**
 * In time ÷ (answered + not answered when the deadline passed). What is still pending says nothing yet. Answered are those with a target:
 * in time and late.
 */
export function shareWithinTarget(counts: {
  readonly inTime: number
  readonly late: number
  readonly missed: number
}): BasisPoints | null {
  return shareOf(counts.inTime, counts.inTime + counts.late + counts.missed)
}

/** How many sounded like what; those nobody has judged are in none of them. */
export type SentimentCounts = Readonly<Record<Sentiment, number>>

/** Negative ones; angry is negative. */
export function negativeCount({ negative, angry }: SentimentCounts): number {
  return negative + angry
}

/** Positive ÷ (positive + negative); angry counts as negative, neutral not at all. */
export function sentimentRatio(counts: SentimentCounts): BasisPoints | null {
  return shareOf(counts.positive, counts.positive + negativeCount(counts))
}

/** Negative ones (angry among them) per 1,000 people reached, not rounded. Null where reach is unknown or none. */
export function negativePerThousandReach(counts: SentimentCounts, reach: number | null): number | null {
  return reach !== null && reach > 0 ? (negativeCount(counts) * 1000) / reach : null
}

/**
 * What an answer cost on average, in cents, rounded once, half up. A batch counts as its many answers, so its cost is divided by them.
 * Null without answers. Throws RangeError on unsafe input.
 */
export function costPerAnswerCents(costCents: number, answers: number): number | null {
  return answers > 0 ? divideRounded(costCents, answers) : null
}

function shareOf(part: number, whole: number): BasisPoints | null {
  return whole > 0 ? multiplyDivide(part, 10_000, whole) : null
}

/** A conversation, or many that were answered in one go, as the figures need it. */
export interface ResponseRow {
  /** Many in one go ("20 comments, 15 minutes"): they have no response times and no standing to a target. */
  readonly isBatch: boolean
  /** How many conversations it stands for: 1, or the count of a batch. */
  readonly count: number
  /** How many answers were given, the count of a batch; 0 without one. */
  readonly answers: number
  /** When the first answer was due; null: no target. */
  readonly dueAt: Instant | null
  /** When it was given; null: not yet, or never. */
  readonly answeredAt: Instant | null
  /** Nothing is left to do, answered or not. */
  readonly isDone: boolean
  /** When it was closed; null: it is not, or nobody noted when. */
  readonly doneAt: Instant | null
  /** It was hidden, deleted or blocked. */
  readonly hasMeasure: boolean
  /** Received → first answer; null while there is none, and where its channel has no service hours. */
  readonly firstSeconds: number | null
  /** Each later message of the other side → the answer to it. */
  readonly nextSeconds: readonly number[]
  /** Received → done; null before that. */
  readonly resolutionSeconds: number | null
  /** Null: not judged. */
  readonly sentiment: Sentiment | null
  /** Labour and all else that was booked on it, in cents. */
  readonly costCents: number
}

export interface ResponseFigures {
  /** A batch counts as many as it stands for; so it does in all other counts. */
  readonly conversations: number
  readonly answers: number
  /** Open or waiting, without an answer. */
  readonly unanswered: number
  /** Done without an answer. */
  readonly closedUnanswered: number
  /** Without batches. */
  readonly first: TimeFigures
  readonly next: TimeFigures
  readonly resolution: TimeFigures
  /** By standing to the target, without batches. */
  readonly standings: Readonly<Record<TargetStanding, number>>
  /** See {@link shareWithinTarget}. */
  readonly withinTargetBasisPoints: BasisPoints | null
  readonly sentiments: SentimentCounts
  /** See {@link sentimentRatio}. */
  readonly positiveBasisPoints: BasisPoints | null
  /** Cost of what has been answered, in cents. */
  readonly answeredCostCents: number
  /** That ÷ answers, see {@link costPerAnswerCents}. What was never answered is not part of it. */
  readonly costPerAnswerCents: number | null
}

interface Tally {
  conversations: number
  answers: number
  unanswered: number
  closedUnanswered: number
  answeredCostCents: number
  readonly first: number[]
  readonly next: number[]
  readonly resolution: number[]
  readonly standings: Record<TargetStanding, number>
  readonly sentiments: Record<Sentiment, number>
}

/**
 * The figures of each group, in one pass over the rows. `keysOf` names the groups of a row, each once: one for its channel, several for
 * its topics (then the groups' counts add up to more than the whole), none to leave it out. Groups come in the order in which they first
 * appear; the figures do not depend on the order of rows. Throws RangeError on times that are negative or not whole.
 */
export function figuresBy<Row extends ResponseRow, Key>(
  rows: Iterable<Row>,
  keysOf: (row: Row) => readonly Key[],
  now: Instant,
): Map<Key, ResponseFigures> {
  const tallies = new Map<Key, Tally>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      let tally = tallies.get(key)
      if (!tally) tallies.set(key, (tally = emptyTally()))
      count(tally, row, now)
    }
  }
  return new Map([...tallies].map(([key, tally]) => [key, figuresOfTally(tally)]))
}

/** The figures of all rows together. Throws RangeError on times that are negative or not whole. */
export function figuresOf(rows: Iterable<ResponseRow>, now: Instant): ResponseFigures {
  const tally = emptyTally()
  for (const row of rows) count(tally, row, now)
  return figuresOfTally(tally)
}

function emptyTally(): Tally {
  return {
    conversations: 0,
    answers: 0,
    unanswered: 0,
    closedUnanswered: 0,
    answeredCostCents: 0,
    first: [],
    next: [],
    resolution: [],
    standings: { 'in-time': 0, late: 0, missed: 0, pending: 0, none: 0 },
    sentiments: { positive: 0, neutral: 0, negative: 0, angry: 0 },
  }
}

function count(tally: Tally, row: ResponseRow, now: Instant): void {
  tally.conversations += row.count
  if (row.sentiment !== null) tally.sentiments[row.sentiment] += row.count
  if (row.answers > 0) {
    tally.answers += row.answers
    tally.answeredCostCents += row.costCents
  } else if (row.isDone) tally.closedUnanswered += row.count
  else tally.unanswered += row.count
  if (row.isBatch) return
  tally.standings[targetStanding(row, now)] += 1
  if (row.firstSeconds !== null) tally.first.push(row.firstSeconds)
  for (const seconds of row.nextSeconds) tally.next.push(seconds)
  if (row.resolutionSeconds !== null) tally.resolution.push(row.resolutionSeconds)
}

function figuresOfTally({ first, next, resolution, ...counts }: Tally): ResponseFigures {
  const { standings, sentiments, answeredCostCents, answers } = counts
  return {
    ...counts,
    first: timeFigures(first),
    next: timeFigures(next),
    resolution: timeFigures(resolution),
    withinTargetBasisPoints: shareWithinTarget({
      inTime: standings['in-time'],
      late: standings.late,
      missed: standings.missed,
    }),
    positiveBasisPoints: sentimentRatio(sentiments),
    costPerAnswerCents: costPerAnswerCents(answeredCostCents, answers),
  }
}
