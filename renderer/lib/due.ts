/** How long there is until a deadline, as lists show it. Pure. */
import type { Instant } from '../../shared/domain/instant.ts'
import { urgencyOf } from '../../shared/domain/response-target.ts'
import type { Format } from './format.ts'
import type { Tone } from '../ui/tone.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** From here on days say more than hours. */
const LONG_MS = 2 * DAY_MS

const TONES = { overdue: 'danger', soon: 'warn', later: 'neutral', none: 'neutral' } as const satisfies Record<
  string,
  Tone
>

export function dueTone(dueAt: Instant | null, now: Instant): Tone {
  return TONES[urgencyOf(dueAt, now)]
}

/** Whole days where there are at least two, negative when they have passed; null: shorter, hours say it. */
export function daysUntil(dueAt: Instant, now: Instant): number | null {
  const left = dueAt - now
  return Math.abs(left) < LONG_MS ? null : Math.trunc(left / DAY_MS)
}

/** "−1:12 h", "0:38 h", or in days; "–" where nothing is due. `days` words a number of days. */
export function dueText(
  dueAt: Instant | null,
  now: Instant,
  { duration }: Pick<Format, 'duration'>,
  days: (count: number) => string,
): string {
  if (dueAt === null) return '–'
  const whole = daysUntil(dueAt, now)
  return whole === null ? duration((dueAt - now) / 1000) : days(whole)
}
