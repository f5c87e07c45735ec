import type { Instant } from '../../../../shared/domain/instant.ts'

const MINUTE_MS = 60_000

/** Times are entered to the minute: the minute in which it came in is not before it came in. Pure. */
export function enteredAt(at: Instant, receivedAt: Instant): Instant {
  return at < receivedAt && at + MINUTE_MS > receivedAt ? receivedAt : at
}
