/** Clock times and lengths as people type them. What could mean two things is not read. */

const DAY_SECONDS = 86_400

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|uhr)?\s*(am|pm|a\.m\.|p\.m\.)?$/i
const RUN_TOGETHER = /^(\d{1,2})(\d{2})$/

/** Seconds after midnight: "9", "9.05", "930", "14 Uhr", "2:30 pm"; "24:00" is the midnight that ends a day. Null: not a time of day. */
export function readClock(text: string): number | null {
  const trimmed = text.trim()
  const match = RUN_TOGETHER.exec(trimmed) ?? CLOCK.exec(trimmed)
  if (!match) return null
  const half = match[3]?.[0]?.toLowerCase()
  const typedHour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (half !== undefined && (typedHour < 1 || typedHour > 12)) return null
  const hour = half === undefined ? typedHour : (typedHour % 12) + (half === 'p' ? 12 : 0)
  const seconds = hour * 3600 + minute * 60
  return minute > 59 || seconds > DAY_SECONDS ? null : seconds
}

const CLOCK_LENGTH = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*(?:h|std\.?)?$/i
const DECIMAL_HOURS = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|std\.?|stunden?|hours?)$/i
const BARE_DECIMAL = /^\d{1,3}[.,]\d{1,2}$/
const MINUTES = /^(\d{1,4})\s*(?:m|min\.?|minuten?|minutes?)$/i
const HOURS_AND_MINUTES = /^(\d{1,3})\s*(?:h|std\.?)\s*([0-5]?\d)\s*(?:m|min\.?)?$/i

/** Seconds: "1:20", "1,5", "1h20", "80 min". Null where it cannot be read, or where a number alone leaves its unit open. */
export function readLength(text: string): number | null {
  const trimmed = text.trim()
  const clock = CLOCK_LENGTH.exec(trimmed)
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  const both = HOURS_AND_MINUTES.exec(trimmed)
  if (both) return Number(both[1]) * 3600 + Number(both[2]) * 60
  const minutes = MINUTES.exec(trimmed)
  if (minutes) return Number(minutes[1]) * 60
  const hours = DECIMAL_HOURS.exec(trimmed)?.[1] ?? BARE_DECIMAL.exec(trimmed)?.[0]
  return hours === undefined ? null : Math.round(Number(hours.replace(',', '.')) * 3600)
}

/** "1:20"; with seconds where there are any, so that what is shown can be read back as it is. */
export function showLength(seconds: number): string {
  const rest = seconds % 60
  const text = `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}`
  return rest === 0 ? text : `${text}:${twoDigits(rest)}`
}

/** "00:42:17", as a running clock shows it. */
export function showElapsed(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
