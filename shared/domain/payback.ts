/** When money and work put in have come back: the day since which the sum of all results is positive, or is expected to be. */
import { addDays, type Day } from './day.ts'
import type { VerdictKind } from './verdict.ts'

/** Result of one ISO week, named by its Monday; the first and the last may be cut by the ledger's edges. */
export interface WeekResult {
  readonly monday: Day
  readonly cents: number
}

export interface DayResult {
  readonly day: Day
  readonly cents: number
}

/** A projection rests on this many full weeks. */
export const PROJECTION_WEEKS = 8
/** Further ahead than this a pace of eight weeks says nothing: not at this pace. */
export const MAX_PROJECTION_DAYS = 3_650

/**
 * The week since whose end the running sum has been positive without a break, and what had been summed up before it, in cents.
 * Judged at the ends of weeks: a dip that is made good by Sunday does not count. Null where the sum is not positive at the end.
 */
export function turningWeek(weeks: readonly WeekResult[]): { monday: Day; beforeCents: number } | null {
  let sum = 0
  let turning: { monday: Day; beforeCents: number } | null = null
  for (const { monday, cents } of weeks) {
    if (sum + cents <= 0) turning = null
    else turning ??= { monday, beforeCents: sum }
    sum += cents
  }
  return turning
}

/** The day of the turning week from which on the running sum stays positive to the week's end. Null where it never does. */
export function turningDay(beforeCents: number, days: readonly DayResult[]): Day | null {
  let sum = beforeCents
  let since: Day | null = null
  for (const { day, cents } of days) {
    sum += cents
    if (sum <= 0) since = null
    else since ??= day
  }
  return since
}

export interface ProjectionInput {
  /** Sum of all results since the first line, in cents; not positive. */
  readonly sumCents: number
  /** Last day that is part of the sum. */
  readonly lastDay: Day
  /** Results of the last eight full weeks, in cents. */
  readonly recentWeekCents: readonly number[]
  /** The verdict on these weeks. */
  readonly recentVerdict: VerdictKind
}

/**
 * The day on which the sum becomes positive if weeks go on as the last eight did: only where the verdict on them is that they
 * earn, else null ("not at this pace"). The weekly mean is rounded half up to a cent; days are counted until the sum exceeds zero.
 */
export function projectPayback(input: ProjectionInput): { day: Day; weeklyCents: number } | null {
  const { sumCents, lastDay, recentWeekCents, recentVerdict } = input
  if (recentVerdict !== 'earns' || recentWeekCents.length < PROJECTION_WEEKS) return null
  const mean = recentWeekCents.reduce((sum, cents) => sum + cents, 0) / recentWeekCents.length
  if (mean <= 0) return null
  const days = Math.floor((-sumCents * 7) / mean) + 1
  if (!(days <= MAX_PROJECTION_DAYS)) return null
  return { day: addDays(lastDay, Math.max(1, days)), weeklyCents: Math.round(mean) }
}
