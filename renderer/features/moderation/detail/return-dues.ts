/** Until when whoever it is handed to should come back, as one says it. Pure. */
import { addDays } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { instantAt } from '../../../../shared/domain/wall-time.ts'

export const RETURN_DUES = ['hour', 'noon', 'evening', 'morning'] as const
export type ReturnDue = (typeof RETURN_DUES)[number]

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Those that are still ahead, in their order. */
export function returnDues(
  now: Instant,
  timeZone: string,
): readonly { readonly id: ReturnDue; readonly at: Instant }[] {
  const today = dayAt(now, timeZone)
  const hour = Math.ceil((now + HOUR_MS) / MINUTE_MS) * MINUTE_MS
  const all = [
    { id: 'hour' as const, at: hour },
    { id: 'noon' as const, at: instantAt(today, '12:00', timeZone) },
    { id: 'evening' as const, at: instantAt(today, '17:00', timeZone) },
    { id: 'morning' as const, at: instantAt(addDays(today, 1), '10:00', timeZone) },
  ]
  return all.filter(({ id, at }) => id === 'hour' || at > now).sort((a, b) => a.at - b.at)
}
