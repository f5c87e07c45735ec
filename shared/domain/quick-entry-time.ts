/** What the words of a quick entry can say about time. A piece of text may be read in several ways; which one holds is settled elsewhere. */
import type { Day } from './day.ts'
import type { Instant } from './instant.ts'
import type { Line, Span } from './quick-entry-line.ts'

/**
 * A time on the clock, seconds after midnight (24:00 is 86,400). open: half a day later may be meant, too ("9" in English);
 * twelve: said with am or pm; day: written so that all 24 hours are meant ("14:00", "9 Uhr").
 */
export interface Clock {
  readonly seconds: number
  readonly style: 'open' | 'twelve' | 'day'
}

export type TimeReading = TimeMeaning & {
  /** Holds only where no other reading of the line does. */
  readonly isWeak?: true
}

type TimeMeaning =
  | { readonly kind: 'duration'; readonly seconds: number }
  /** since: up to now where nothing else ends it; any: the start unless another clock time is. */
  | { readonly kind: 'clock'; readonly role: 'start' | 'since' | 'end' | 'any'; readonly clock: Clock }
  | { readonly kind: 'range'; readonly start: Clock; readonly end: Clock; readonly daysLater: number }
  /** Null: no such day, e.g. 31.2. */
  | { readonly kind: 'day'; readonly day: Day | null }
  /** "two hours ago" */
  | { readonly kind: 'instant'; readonly at: Instant }
  /** "afternoon" beside a day or a clock time. */
  | { readonly kind: 'half'; readonly half: 'am' | 'pm' }
  /** Not about time after all: it stays in the note. */
  | { readonly kind: 'note' }

export interface TimePiece extends Span {
  readonly readings: readonly TimeReading[]
}

export interface TimeWords {
  readonly line: Line
  readonly now: Instant
  readonly timeZone: string
  readonly today: Day
  readonly language: 'de' | 'en'
}

/** A way of saying something: matched at the beginning of a word; the longest of all that match wins. Null: not so after all. */
export interface TimePattern {
  readonly pattern: RegExp
  read(match: RegExpExecArray, words: TimeWords): readonly TimeReading[] | null
}

/** What must follow; a full stop may end a sentence. */
export const END = String.raw`(?=$|[ ,;)!?]|\.(?: |$))`
/** The same where a full stop would be part of a date or a time. */
export const HARD_END = String.raw`(?=$|[ ,;)!?])`

/** An expression for the beginning of a word. All of them are linear: no repetition inside of a repetition. */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'yu')
}

/** The longest reading of the words at a place. */
export function longestAt(patterns: readonly TimePattern[], words: TimeWords, at: number): TimePiece | null {
  let best: TimePiece | null = null
  for (const { pattern: expression, read } of patterns) {
    expression.lastIndex = at
    const match = expression.exec(words.line.lower)
    if (!match || match[0] === '' || (best && at + match[0].length <= best.to)) continue
    const readings = read(match, words)
    if (readings && readings.length > 0) best = { from: at, to: at + match[0].length, readings }
  }
  return best
}
