/**
 * Moving and copying what is planned by days: the time on the clock stays, on both sides of a clock change. A time that is skipped on the
 * new day moves on by the gap (02:30 becomes 03:30), of one that comes twice the first is taken. So moving there and back ends where it
 * began unless it met a gap or began in the second hour of two: undo puts back what was noted, it does not move back.
 */
import { addDays, daysBetween, isDay, type Day } from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import { clockAt, sameClock } from './wall-time.ts'
import { statusOfCopy, type PostStatus } from './post-status.ts'

/** Ten years to either side. */
export const MAX_SHIFT_DAYS = 3_660
/** Posts moved at a time. */
export const MAX_SHIFTED_POSTS = 10_000

export interface PlannedPost {
  readonly plannedAt: Instant | null
  readonly draftDueOn: Day | null
}

/**
 * The same posts some days later, or earlier for a negative number, in the same order; what has no date keeps none. The draft's day moves
 * along. Throws RangeError where {@link shiftProblem} names a problem.
 */
export function shiftPosts<Post extends PlannedPost>(posts: readonly Post[], days: number, timeZone: string): Post[] {
  const problem = shiftProblem(posts, days, timeZone)
  if (problem !== null) throw new RangeError(`shift by ${days} days: ${problem}`)
  return posts.map((post) => ({
    ...post,
    plannedAt: post.plannedAt === null ? null : sameClock(post.plannedAt, days, timeZone),
    draftDueOn: post.draftDueOn === null ? null : addDays(post.draftDueOn, days),
  }))
}

export type ShiftProblem = 'not_whole_days' | 'too_far' | 'too_many' | 'out_of_calendar'

/** Why posts cannot be moved by so many days; null: they can. The calendar ends with the years 1900 and 2199. */
export function shiftProblem(posts: readonly PlannedPost[], days: number, timeZone: string): ShiftProblem | null {
  if (!Number.isInteger(days)) return 'not_whole_days'
  if (Math.abs(days) > MAX_SHIFT_DAYS) return 'too_far'
  if (posts.length > MAX_SHIFTED_POSTS) return 'too_many'
  const isWithin = (day: Day) => isDay(addDays(day, days))
  const fits = posts.every(
    ({ plannedAt, draftDueOn }) =>
      (plannedAt === null || isWithin(dayAt(plannedAt, timeZone))) && (draftDueOn === null || isWithin(draftDueOn)),
  )
  return fits ? null : 'out_of_calendar'
}

/** Copies some days later (0: beside the original): the status is that of a copy, the rest as with {@link shiftPosts}. */
export function copyPosts<Post extends PlannedPost & { readonly status: PostStatus }>(
  posts: readonly Post[],
  days: number,
  timeZone: string,
): Post[] {
  return shiftPosts(posts, days, timeZone).map((post) => ({ ...post, status: statusOfCopy(post.status) }))
}

/** The instant on another day at the same time on the clock, as when it is dragged there. */
export function moveToDay(plannedAt: Instant, day: Day, timeZone: string): Instant {
  return sameClock(plannedAt, daysBetween(dayAt(plannedAt, timeZone), day), timeZone)
}

/** True where the clock shows another time after the move, because a clock change took the wanted one away. */
export function isClockMoved(before: Instant, after: Instant, timeZone: string): boolean {
  return clockAt(before, timeZone) !== clockAt(after, timeZone)
}
