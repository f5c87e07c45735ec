/** When a conversation came in, as it is said: now, a quick choice, or a day and a time. Pure. */
import { addDays, type Day, isDay } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { clockAt, instantAt } from '../../../../shared/domain/wall-time.ts'
import { parseWorkClock } from '../../../lib/work-clock.ts'

export const RECEIVED_CHOICES = ['now', 'hour', 'yesterday', 'own'] as const
export type ReceivedChoice = (typeof RECEIVED_CHOICES)[number]

/** The day and time stand for every choice but now, which goes on. */
export interface Received {
  readonly choice: ReceivedChoice
  readonly day: string | null
  readonly clock: string
}

export const NOW: Received = { choice: 'now', day: null, clock: '' }

export interface Moment {
  readonly now: Instant
  readonly timeZone: string
}

const HOUR_MS = 3_600_000

/** Quick choices write down the day and time they mean, to be changed from there. */
export function chooseReceived(choice: ReceivedChoice, { now, timeZone }: Moment): Received {
  if (choice === 'now') return NOW
  const at = choice === 'hour' ? now - HOUR_MS : now
  const day = choice === 'yesterday' ? addDays(dayAt(now, timeZone), -1) : dayAt(at, timeZone)
  return { choice, day, clock: clockAt(at, timeZone) }
}

export type ReceivedProblem = 'dayMissing' | 'clockUnreadable' | 'inFuture'

/** The instant that is meant, or what is wrong with it. */
export function readReceived({ choice, day, clock }: Received, { now, timeZone }: Moment): Instant | ReceivedProblem {
  if (choice === 'now') return now
  if (day === null || !isDay(day)) return 'dayMissing'
  const time = parseWorkClock(clock)
  if (time === null) return 'clockUnreadable'
  const at = instantAt(day as Day, time, timeZone)
  return at > now ? 'inFuture' : at
}
