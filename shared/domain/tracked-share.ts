/** How much of a person's paid time ends up in the log. */
import { multiplyDivide } from './money.ts'

/** Fewer weeks say too little. */
export const MIN_TRACKED_WEEKS = 4
/** Older weeks say how it was, not how it is. */
export const MAX_TRACKED_WEEKS = 12

/** One full ISO week of a person. Seconds are whole. */
export interface TrackedWeek {
  readonly loggedSeconds: number
  /** Part of it that was estimated. */
  readonly estimatedSeconds: number
  /** Monday to Friday without public holidays, 0 to 5. */
  readonly workingDays: number
}

export interface TrackedShareResult {
  /** Weeks that were counted. */
  readonly weeks: number
  /** Weeks with working days in which nothing was logged: taken for leave or sickness and left out. */
  readonly weeksWithout: number
  readonly loggedSeconds: number
  readonly estimatedSeconds: number
  readonly paidSeconds: number
  /** Logged ÷ paid in basis points, half up; null below four weeks or without paid hours. More than 10,000 with overtime. */
  readonly basisPoints: number | null
}

/**
 * The measured share over full weeks: all logged seconds, estimates among them, ÷ paid seconds. A week is paid for
 * `paidSecondsPerWeek` ÷ 5 × its working days, rounded half up to the second, so that a holiday is not taken for untracked time. Weeks without any entry are
 * left out, and so are weeks of nothing but holidays. Days off within a week cannot be told from days not logged and lower the share.
 * Throws RangeError on negative or broken input. Source: domain.md, labour cost: the default is 1.00; after four weeks the measured
 * share is shown and offered.
 */
export function trackedShare(weeks: readonly TrackedWeek[], paidSecondsPerWeek: number | null): TrackedShareResult {
  let [counted, weeksWithout, loggedSeconds, estimatedSeconds, paidSeconds] = [0, 0, 0, 0, 0]
  for (const week of weeks) {
    assertWeek(week)
    if (week.workingDays === 0) continue
    if (week.loggedSeconds === 0) {
      weeksWithout += 1
      continue
    }
    counted += 1
    loggedSeconds += week.loggedSeconds
    estimatedSeconds += week.estimatedSeconds
    paidSeconds += multiplyDivide(paidSecondsPerWeek ?? 0, week.workingDays, 5)
  }
  const isKnown = counted >= MIN_TRACKED_WEEKS && paidSeconds > 0
  const basisPoints = isKnown ? multiplyDivide(loggedSeconds, 10_000, paidSeconds) : null
  return { weeks: counted, weeksWithout, loggedSeconds, estimatedSeconds, paidSeconds, basisPoints }
}

function assertWeek({ loggedSeconds, estimatedSeconds, workingDays }: TrackedWeek): void {
  const isSound =
    Number.isSafeInteger(loggedSeconds) &&
    Number.isSafeInteger(estimatedSeconds) &&
    estimatedSeconds >= 0 &&
    loggedSeconds >= estimatedSeconds &&
    Number.isInteger(workingDays) &&
    workingDays >= 0 &&
    workingDays <= 5
  if (!isSound) throw new RangeError(`trackedShare(${loggedSeconds}, ${estimatedSeconds}, ${workingDays})`)
}

/** The share a rate can be worked out with: 1 % to 100 %. Overtime that is logged is no reason to make hours cheaper. */
export function usableShare(basisPoints: number): number {
  return Math.min(10_000, Math.max(100, basisPoints))
}
