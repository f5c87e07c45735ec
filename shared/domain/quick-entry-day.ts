/** Days in the words of a quick entry: gestern, letzten Dienstag, am 3.10., 2026-10-03, Oct 3, vor 2 Tagen. */
import { addDays, daysBetween, isDay, mondayOf, type Day } from './day.ts'
import { COUNT, countOf } from './quick-entry-duration.ts'
import { END, HARD_END, pattern, type TimePattern, type TimeReading, type TimeWords } from './quick-entry-time.ts'

/** A day and a month without a year mean the last such day; of next year's, where that is much longer ago than it is away. */
const LONGEST_AGO_LAST_YEAR = 183

const isoDay = (year: number, month: number, dayOfMonth: number): Day | null => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** Day and month without a year: this year's unless it is still to come and last year's is at most half a year ago. Null: no such day. */
export function dayOfNumbers(dayOfMonth: number, month: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  const thisYear = isoDay(year, month, dayOfMonth)
  if (thisYear !== null && thisYear <= today) return thisYear
  const lastYear = isoDay(year - 1, month, dayOfMonth)
  if (lastYear !== null && (thisYear === null || daysBetween(lastYear, today) <= LONGEST_AGO_LAST_YEAR)) return lastYear
  return thisYear
}

function dateOf(dayOfMonth: string, month: number, year: string | undefined, today: Day): Day | null {
  if (year === undefined) return dayOfNumbers(Number(dayOfMonth), month, today)
  return isoDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(dayOfMonth))
}

const asDay = (day: Day | null): TimeReading => ({ kind: 'day', day })

const RELATIVE: Readonly<Record<string, number>> = {
  heute: 0,
  today: 0,
  gestern: -1,
  yesterday: -1,
  vorgestern: -2,
  'day before yesterday': -2,
  'the day before yesterday': -2,
  morgen: 1,
  tomorrow: 1,
  übermorgen: 2,
  'the day after tomorrow': 2,
}

/** By weekday, Monday first. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['montag', 'monday', 'mon'],
  ['dienstag', 'tuesday', 'tues', 'tue'],
  ['mittwoch', 'wednesday', 'wed'],
  ['donnerstag', 'thursday', 'thurs', 'thur', 'thu'],
  ['freitag', 'friday', 'fri'],
  ['samstag', 'sonnabend', 'saturday', 'sat'],
  ['sonntag', 'sunday', 'sun'],
]
const GERMAN_SHORT = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so']
/** Words of their own in English: they need a capital or a word before them. */
const NEEDS_CAPITAL = new Set(['sat', 'sun', 'wed'])

const NAMES = WEEKDAYS.flat().join('|')
const BEFORE = String.raw`(letzten|letzter|letzte|vergangenen|vorigen|last|past|diesen|this|kommenden|nächsten|coming|next|am|on) `
const LAST_WEEK = String.raw`( letzter woche| vorige woche| voriger woche| last week)?`

function weekdayNumber(name: string): number {
  const long = WEEKDAYS.findIndex((names) => names.includes(name))
  return long === -1 ? GERMAN_SHORT.indexOf(name) : long
}

/** The latest such day before today; today itself where it may be meant. */
function weekdayReadings(weekday: number, before: string | undefined, isLastWeek: boolean, today: Day): TimeReading[] {
  const monday = mondayOf(today)
  if (isLastWeek) return [asDay(addDays(monday, weekday - 7))]
  const back = (daysBetween(monday, today) - weekday + 7) % 7
  switch (before) {
    case 'diesen':
    case 'this':
      return [asDay(addDays(monday, weekday))]
    case 'kommenden':
    case 'nächsten':
    case 'coming':
    case 'next':
      return [asDay(addDays(today, 7 - back))]
    case undefined:
    case 'am':
    case 'on':
      return back === 0 ? [asDay(today), asDay(addDays(today, -7))] : [asDay(addDays(today, -back))]
    default:
      return [asDay(addDays(today, back === 0 ? -7 : -back))]
  }
}

const weekdays: readonly TimePattern[] = [
  {
    pattern: pattern(
      String.raw`(?:${BEFORE})?(?:(letzte|vorige|last) (?:woche|week) )?(${NAMES})\.?${LAST_WEEK}${END}`,
    ),
    read(match, words) {
      const [whole, before, weekBefore, name = '', weekAfter] = match
      const isAlone = whole.startsWith(name) && NEEDS_CAPITAL.has(name)
      if (isAlone && !hasCapital(words, match.index)) return null
      const isLastWeek = weekBefore !== undefined || weekAfter !== undefined
      return weekdayReadings(weekdayNumber(name), before, isLastWeek, words.today)
    },
  },
  {
    // "do" and "so" are words: the short names need their full stop, or German and a capital.
    pattern: pattern(String.raw`(?:${BEFORE})?(mo|di|mi|do|fr|sa|so)(\.?)(?=$|[ ,;)!?])`),
    read(match, words) {
      const [whole, before, name = '', stop = ''] = match
      const at = match.index + whole.length - stop.length - name.length
      const isName = stop === '.' || (words.language === 'de' && name !== 'so' && hasCapital(words, at))
      return isName ? weekdayReadings(weekdayNumber(name), before, false, words.today) : null
    },
  },
]

function hasCapital({ line }: TimeWords, at: number): boolean {
  return line.text.charAt(at) !== line.lower.charAt(at)
}

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['märz', 'march', 'mär', 'mrz', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
]
const MONTH = `(${MONTHS.flat().join('|')})`
const monthNumber = (name: string) => MONTHS.findIndex((names) => names.includes(name)) + 1
const ON = '(?:am |vom |on |on the |the )?'

/** A day and a month parted by a point may be hours and minutes as well, or something else. */
function pointed(first: string, second: string, { today }: TimeWords): TimeReading[] | null {
  const day = dayOfNumbers(Number(first), Number(second), today)
  const readings: TimeReading[] = day === null ? [] : [asDay(day)]
  if (Number(second) < 60 && Number(first) <= 12)
    readings.push({ kind: 'duration', seconds: Number(first) * 3600 + Number(second) * 60 })
  return readings.length === 0 ? null : [...readings, { kind: 'note', isWeak: true }]
}

/** In German the day comes first; in English both orders are in use. */
function slashed(first: string, second: string, year: string | undefined, words: TimeWords): TimeReading[] | null {
  const dayFirst = dateOf(first, Number(second), year, words.today)
  const monthFirst = words.language === 'en' ? dateOf(second, Number(first), year, words.today) : null
  const days = [...new Set([dayFirst, monthFirst])].filter((day) => day !== null)
  if (days.length === 0) return year === undefined ? null : [asDay(null)]
  return [...days.map(asDay), ...(year === undefined ? [{ kind: 'note' } as const] : [])]
}

const dates: readonly TimePattern[] = [
  {
    pattern: pattern(String.raw`${ON}(\d{4})-(\d{2})-(\d{2})${END}`),
    read: ([, year = '', month, dayOfMonth = ''], { today }) => [asDay(dateOf(dayOfMonth, Number(month), year, today))],
  },
  {
    pattern: pattern(String.raw`${ON}(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4})|(\d{2}))?${HARD_END}`),
    read: ([, dayOfMonth = '', month, year, short], { today }) => [
      asDay(dateOf(dayOfMonth, Number(month), year ?? short, today)),
    ],
  },
  {
    pattern: pattern(String.raw`(am |vom |on )?(\d{1,2})\.(\d{2})${END}`),
    read([, before, first = '', second = ''], words) {
      return before === undefined
        ? pointed(first, second, words)
        : [asDay(dateOf(first, Number(second), undefined, words.today))]
    },
  },
  {
    pattern: pattern(String.raw`${ON}(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?${END}`),
    read: ([, first = '', second = '', year], words) => slashed(first, second, year, words),
  },
  {
    pattern: pattern(String.raw`${ON}(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?${MONTH}(?:\.?,? (\d{4})|\.)?${END}`),
    read: ([, dayOfMonth = '', name = '', year], { today }) => [
      asDay(dateOf(dayOfMonth, monthNumber(name), year, today)),
    ],
  },
  {
    pattern: pattern(String.raw`(?:on )?${MONTH}\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?${END}`),
    read: ([, name = '', dayOfMonth = '', year], { today }) => [
      asDay(dateOf(dayOfMonth, monthNumber(name), year, today)),
    ],
  },
]

function daysAgo(today: Day, count: number): TimeReading {
  const day = addDays(today, -count)
  return asDay(isDay(day) ? day : null)
}

const counted: readonly TimePattern[] = [
  {
    pattern: pattern(String.raw`vor ${COUNT} (tag|woche)(?:en|n)?${END}`),
    read: ([, count = '', unit], { today }) => [daysAgo(today, countOf(count) * (unit === 'woche' ? 7 : 1))],
  },
  {
    pattern: pattern(String.raw`${COUNT} (day|week)s? ago${END}`),
    read: ([, count = '', unit], { today }) => [daysAgo(today, countOf(count) * (unit === 'week' ? 7 : 1))],
  },
]

const relative: TimePattern = {
  pattern: pattern(`(${Object.keys(RELATIVE).join('|')})${END}`),
  read: ([, word = ''], { today }) => [asDay(addDays(today, RELATIVE[word] ?? 0))],
}

export const DAY_PATTERNS: readonly TimePattern[] = [relative, ...weekdays, ...dates, ...counted]
