/** How long something took, as one says it: hours up to two days, then days. */
import type { Format } from '../i18n/format.ts'
import type { Say } from './sentence.ts'

const DAY_SECONDS = 86_400
/** Longer than this, minutes tell nothing any more. */
const LONGEST_IN_HOURS = 2 * DAY_SECONDS

/** Wall time; whole days are rounded down. `key`: standing alone, or after "in" and "since", where German has another form. */
export function spanText<Key extends 'days' | 'inDays'>(
  seconds: number,
  format: Format,
  key: Key,
  say: Say<Key>,
): string {
  return seconds < LONGEST_IN_HOURS ? format.duration(seconds) : say(key, { count: Math.floor(seconds / DAY_SECONDS) })
}
