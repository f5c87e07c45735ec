/** What stands in the form of a new post. Pure. */
import { type Day, isDay } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import type { PostFormat } from '../../../../shared/domain/post-format.ts'
import { clockAt, instantAt } from '../../../../shared/domain/wall-time.ts'
import { parseWorkClock } from '../../../lib/work-clock.ts'

export interface NewPostDraft {
  readonly title: string
  readonly channelIds: readonly number[]
  /** Null: without a time. */
  readonly day: string | null
  readonly clock: string
  readonly format: PostFormat | null
  readonly text: string
}

export const EMPTY_POST: NewPostDraft = { title: '', channelIds: [], day: null, clock: '', format: null, text: '' }

/** Nothing was said about it but where and when one pointed. */
export function isUnsaid({ title, text }: NewPostDraft): boolean {
  return title.trim() === '' && text.trim() === ''
}

const HOUR_MS = 3_600_000

export function nextFullHour(now: Instant): Instant {
  return (Math.floor(now / HOUR_MS) + 1) * HOUR_MS
}

/** The next full hour of the clock; before midnight the last one of the day. */
export function usualClock(now: Instant, timeZone: string): string {
  const next = nextFullHour(now)
  return dayAt(next, timeZone) === dayAt(now, timeZone) ? clockAt(next, timeZone) : '23:00'
}

export type WhenProblem = 'dayMissing' | 'clockMissing' | 'clockUnreadable'

/** The instant that is meant; null: none; or what is wrong with it. */
export function readWhen(
  { day, clock }: Pick<NewPostDraft, 'day' | 'clock'>,
  timeZone: string,
): Instant | WhenProblem | null {
  if (day === null || !isDay(day)) return clock.trim() === '' ? null : 'dayMissing'
  if (clock.trim() === '') return 'clockMissing'
  const time = parseWorkClock(clock)
  return time === null ? 'clockUnreadable' : instantAt(day as Day, time, timeZone)
}
