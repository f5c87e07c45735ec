/** Times on the clock in the words of a quick entry: 14 Uhr, 2pm, ab 14.30, 9–10:30, von 9 bis 10:30, 22:00-1:00+1. */
import type { Day } from './day.ts'
import { HOUR_UNIT, MINUTE_UNIT } from './quick-entry-duration.ts'
import { dayOfNumbers } from './quick-entry-day.ts'
import { END, HARD_END, pattern, type Clock, type TimePattern, type TimeReading } from './quick-entry-time.ts'

/** Hours, and after a colon or a point minutes, after a further colon seconds. */
const NUMBERS = String.raw`(\d{1,2})(?:[:.](\d{2})(?::(\d{2}))?)?`
/** What makes a number a time. In German "9 am Reel" is none: am must follow at once there. */
const SUFFIX = String.raw`( ?uhr| ?a\.?m\.?| ?p\.?m\.?)?`

interface Written {
  readonly hours: string | undefined
  readonly minutes: string | undefined
  readonly seconds: string | undefined
  readonly suffix: string | undefined
}

function clockOf({ hours = '', minutes = '0', seconds = '0', suffix = '' }: Written, isGerman: boolean): Clock | null {
  const hour = Number(hours)
  const rest = Number(minutes) * 60 + Number(seconds)
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 59 || (hour === 24 && rest > 0)) return null
  const half = suffix.replace(/[ .]/g, '')
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12 || (isGerman && half === 'am' && suffix.startsWith(' '))) return null
    return { seconds: ((hour % 12) + (half === 'pm' ? 12 : 0)) * 3600 + rest, style: 'twelve' }
  }
  const isOpen = !isGerman && half === '' && hour >= 1 && hour <= 12 && !hours.startsWith('0')
  return { seconds: hour * 3600 + rest, style: isOpen ? 'open' : 'day' }
}

const ROLES: Readonly<Record<string, 'start' | 'since' | 'end' | 'any'>> = {
  um: 'any',
  gegen: 'any',
  at: 'any',
  around: 'any',
  ab: 'since',
  seit: 'since',
  since: 'since',
  from: 'since',
  bis: 'end',
  until: 'end',
  till: 'end',
}

const single: TimePattern = {
  pattern: pattern(
    String.raw`(?:(um|gegen|at|around|ab|seit|since|from|bis|until|till) )?${NUMBERS}${SUFFIX}${HARD_END}`,
  ),
  read(match, { language }) {
    const [, word, hours, minutes, seconds, suffix] = match
    if (word === undefined && suffix === undefined && seconds === undefined) return null
    const clock = clockOf({ hours, minutes, seconds, suffix }, language === 'de')
    return clock && [{ kind: 'clock', role: ROLES[word ?? 'at'] ?? 'any', clock }]
  },
}

const noon: TimePattern = {
  pattern: pattern(`(?:at )?noon${END}`),
  read: () => [{ kind: 'clock', role: 'any', clock: { seconds: 43_200, style: 'twelve' } }],
}

/** What lies between, and words for a number of days later. */
const DASH = String.raw`(?: ?- ?| (?:bis|to|till|until|und|and) )`
const LATER = String.raw`(?: ?\+([12])| (am nächsten tag|am folgetag|the next day|next day))?`
const NO_UNIT = String.raw`(?! ?(?:${HOUR_UNIT}|${MINUTE_UNIT})(?:$|[ ,;.)]))`

const range: TimePattern = {
  pattern: pattern(
    String.raw`(?:(von|from|zwischen|between) )?${NUMBERS}${SUFFIX}(${DASH})${NUMBERS}${SUFFIX}${LATER}${NO_UNIT}${HARD_END}`,
  ),
  read(match, words) {
    const [, opening, startHours, startMinutes, startSeconds, startSuffix, dash = ''] = match
    const [, , , , , , , endHours, endMinutes, endSeconds, endSuffix, plus, laterWords] = match
    const isGerman = words.language === 'de'
    const isListing = dash === ' und ' || dash === ' and '
    if (isListing !== (opening === 'zwischen' || opening === 'between')) return null
    const start = clockOf(
      { hours: startHours, minutes: startMinutes, seconds: startSeconds, suffix: startSuffix },
      isGerman,
    )
    const end = clockOf({ hours: endHours, minutes: endMinutes, seconds: endSeconds, suffix: endSuffix }, isGerman)
    if (!start || !end) return null
    const daysLater = plus === undefined ? (laterWords === undefined ? 0 : 1) : Number(plus)
    const readings: TimeReading[] = [{ kind: 'range', start, end, daysLater }]
    const marks = [opening, startMinutes, startSuffix, endMinutes, endSuffix, plus, laterWords]
    if (marks.some((mark) => mark !== undefined)) return readings
    return [...readings, ...otherReadings(Number(startHours), Number(endHours), words.today)]
  },
}

/** Two bare numbers with a dash may be a day and a month, or a count. */
function otherReadings(first: number, second: number, today: Day): TimeReading[] {
  const days = [dayOfNumbers(first, second, today), dayOfNumbers(second, first, today)]
  const known = [...new Set(days.filter((day) => day !== null))]
  return [...known.map((day): TimeReading => ({ kind: 'day', day, isWeak: true })), { kind: 'note', isWeak: true }]
}

const AM = 'in the morning|this morning|morning|frühmorgens|früh|morgens|morgen|vormittags?|am vormittag|am morgen'
const PM =
  'in the afternoon|in the evening|this afternoon|this evening|afternoon|evening|nachmittags?|abends?|am nachmittag|am abend'

/** Only beside a day or a clock time: "morgen" alone is tomorrow. */
export const HALF_PATTERNS: readonly TimePattern[] = [
  { pattern: pattern(`(?:${AM})${END}`), read: () => [{ kind: 'half', half: 'am' }] },
  { pattern: pattern(`(?:${PM})${END}`), read: () => [{ kind: 'half', half: 'pm' }] },
]

export const CLOCK_PATTERNS: readonly TimePattern[] = [single, noon, range]
