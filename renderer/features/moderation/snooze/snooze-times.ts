/** When something that is put off may come back. Pure. */
import { addDays, mondayOf } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { instantAt } from '../../../../shared/domain/wall-time.ts'

export const SNOOZES = ['hour', 'afternoon', 'morning', 'monday'] as const
export type Snooze = (typeof SNOOZES)[number]

export interface SnoozeTime {
  readonly id: Snooze
  readonly at: Instant
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const MORNING = '08:00'
const AFTERNOON = '14:00'

/** Those that are ahead, in their order; none of them twice. Within an hour of the afternoon one need not put off until then. */
export function snoozeTimes(now: Instant, timeZone: string): readonly SnoozeTime[] {
  const today = dayAt(now, timeZone)
  const hour = Math.ceil((now + HOUR_MS) / MINUTE_MS) * MINUTE_MS
  const afternoon = instantAt(today, AFTERNOON, timeZone)
  const morning = instantAt(addDays(today, 1), MORNING, timeZone)
  const monday = instantAt(addDays(mondayOf(today), 7), MORNING, timeZone)
  return [
    { id: 'hour', at: hour },
    ...(afternoon > hour ? [{ id: 'afternoon' as const, at: afternoon }] : []),
    { id: 'morning', at: morning },
    ...(monday > morning ? [{ id: 'monday' as const, at: monday }] : []),
  ]
}
