/** Time in which nobody was at a running timer: when the app or the computer was off, or keyboard and mouse were still. */
import type { Instant } from './instant.ts'
import { LONGEST_STRETCH_MS, wholeSecond } from './time-range.ts'

/** The app notes this often that a timer runs. */
export const SIGN_EVERY_MS = 30_000
/** Without a sign for longer than this, the app or the computer was off. */
export const LONGEST_SILENCE_MS = 3 * 60_000

/**
 * When a timer was last seen to run, where that is longer ago than it should be; null where all is well. `sign`: the last sign of life,
 * null without one. Signs from before the start, or from ahead of a clock that was set back, say nothing.
 */
export function lastSeenBefore(now: Instant, startedAt: Instant, sign: Instant | null): Instant | null {
  const seen = sign !== null && sign >= startedAt && sign <= now ? wholeSecond(sign) : startedAt
  return now - Math.max(seen, startedAt) > LONGEST_SILENCE_MS ? Math.max(seen, startedAt) : null
}

export type AbsenceChoice = 'keep' | 'end' | 'endAndContinue' | 'split' | 'remove'

/** What becomes of the running entry and of the time away. Ends null: goes on running. */
export interface SettledAbsence {
  /** Where the entry ends; its start: nothing of it is left. */
  readonly endsAt: Instant | null
  /** The time away as an entry of its own. */
  readonly between: { readonly from: Instant; readonly to: Instant } | null
  /** Where the timer starts again with the same work. */
  readonly continuesAt: Instant | null
}

/**
 * Settles an absence. `from` and `to` are brought inside of what has run by `now`; whole seconds.
 * Null where the stretch that is left would be longer than a day, or where the time away is empty and should become an entry.
 */
export function settledAbsence(
  choice: AbsenceChoice,
  startedAt: Instant,
  absence: { readonly from: Instant; readonly to: Instant },
  now: Instant,
): SettledAbsence | null {
  const to = Math.max(startedAt, wholeSecond(Math.min(absence.to, now)))
  const from = Math.max(startedAt, Math.min(to, wholeSecond(absence.from)))
  const isTooLong = (length: number) => length > LONGEST_STRETCH_MS
  switch (choice) {
    case 'keep':
      return isTooLong(to - startedAt) ? null : { endsAt: null, between: null, continuesAt: null }
    case 'remove':
      return { endsAt: startedAt, between: null, continuesAt: null }
    case 'end':
      return isTooLong(from - startedAt) ? null : { endsAt: from, between: null, continuesAt: null }
    case 'endAndContinue':
      return isTooLong(from - startedAt) ? null : { endsAt: from, between: null, continuesAt: to }
    case 'split':
      return from === to || isTooLong(from - startedAt) || isTooLong(to - from)
        ? null
        : { endsAt: from, between: { from, to }, continuesAt: to }
  }
}
