/**
 * Days, months and clock times as export files write them. `05/10/2026` is decided once for the whole file, from a cell
 * whose day is above 12.
 */
import { isDay, type Day } from '../../../../../shared/domain/day.ts'
import { MAX_SAMPLES } from './limits.ts'

export type DateOrder = 'day-first' | 'month-first' | 'fixed'

/** A day, or all days of a month or of a written range. `to` is the last day. */
export interface CalendarSpan {
  readonly from: Day
  readonly to: Day
  readonly precision: 'day' | 'month' | 'range'
}

export interface DateTimeText {
  readonly date: string
  /** Seconds after midnight by the clock on the wall. */
  readonly clockSeconds: number
  /** Minutes ahead of UTC where the text says so. */
  readonly offsetMinutes: number | null
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const DAY_DOT_MONTH = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/
const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/
const MONTH_YEAR = /^(\d{1,2})[./](\d{4})$/
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/
const NAMED_MONTH = /^(\p{L}+)\.?[\s-]+(\d{4})$/u
const NAMED_MONTH_FIRST = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u
const NAMED_DAY_FIRST = /^(\d{1,2})\.?[\s-](\p{L}+)\.?,?[\s-](\d{4})$/u
const WEEKDAY = /^\p{L}{2,10}\.?,\s+(?=[\p{L}\d])/u
const RANGE = /^(.*\S)\s+(?:-|–|bis|to)\s+(\S.*)$/
const DATE_TIME =
  /^(.*\d.*?)(?:T|[\s,]+(?:um\s|at\s)?)(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?)\s*(Z|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT)?$/i
const CLOCK = /^(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*uhr|\s*([ap])\.?\s?m\.?)?$/i
const DAY_SECONDS = 86_400
const OFFSET = /([+-])(\d{1,2})(?::?(\d{2}))?$/
const DURATION = /^(\d{1,5}):([0-5]?\d)(?::([0-5]?\d)(?:[.,]\d+)?)?$/

const MONTH_STEMS = 'jan feb mär apr mai jun jul aug sep okt nov dez'.split(' ')
const OTHER_STEMS: Readonly<Record<string, number>> = {
  jän: 1,
  fév: 2,
  mar: 3,
  mae: 3,
  mrz: 3,
  may: 5,
  oct: 10,
  dec: 12, // prettier-ignore
}
const MONTH_NAMES = new Set(
  (
    'jan januar january jän jänner feb februar february feber mär märz maerz mrz mar march apr april mai may ' +
    'jun juni june jul juli july aug august sep sept september okt oktober oct october nov november dez dezember dec december'
  ).split(' '),
)

function monthOfName(name: string): number | null {
  const lower = name.toLowerCase().normalize('NFC')
  if (!MONTH_NAMES.has(lower)) return null
  const stem = lower.slice(0, 3)
  const index = MONTH_STEMS.indexOf(stem)
  return index >= 0 ? index + 1 : (OTHER_STEMS[stem] ?? null)
}

/** What a cell says about the order of day and month. Null: nothing, because its format leaves no doubt or is no date. */
export function orderOf(text: string): 'day-first' | 'month-first' | 'either' | null {
  const found = SLASHED.exec(dateTextOf(text))
  if (!found) return null
  const first = Number(found[1])
  const second = Number(found[3])
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first'
  if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'month-first'
  return first >= 1 && first <= 12 && second >= 1 && second <= 12 ? 'either' : null
}

function dateTextOf(text: string): string {
  return text.includes(':') ? (DATE_TIME.exec(text)?.[1] ?? text) : text
}

/** A day, a month, or a range of days written as text. Null when there is no such day. */
export function parseCalendar(text: string, order: DateOrder): CalendarSpan | null {
  const trimmed = text.trim()
  const day = parseDay(trimmed, order)
  if (day) return { from: day, to: day, precision: 'day' }
  const month = parseMonth(trimmed)
  if (month) return month
  const range = RANGE.exec(trimmed)
  if (!range) return null
  const from = parseDay(range[1] as string, order)
  const to = parseDay(range[2] as string, order)
  return from && to && from <= to ? { from, to, precision: 'range' } : null
}

function parseDay(text: string, order: DateOrder): Day | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return dayFrom(yearFirst[1], yearFirst[3], yearFirst[4])
  const dotted = DAY_DOT_MONTH.exec(text)
  if (dotted) return dayFrom(dotted[3], dotted[2], dotted[1])
  const slashed = SLASHED.exec(text)
  if (slashed) {
    const [first, second] = [slashed[1], slashed[3]]
    return order === 'month-first' ? dayFrom(slashed[4], first, second) : dayFrom(slashed[4], second, first)
  }
  const bare = text.replace(WEEKDAY, '')
  const monthFirst = NAMED_MONTH_FIRST.exec(bare)
  if (monthFirst) return dayFrom(monthFirst[3], monthOfName(monthFirst[1] as string), monthFirst[2])
  const dayFirst = NAMED_DAY_FIRST.exec(bare)
  if (dayFirst) return dayFrom(dayFirst[3], monthOfName(dayFirst[2] as string), dayFirst[1])
  // Spreadsheet exports write days with a clock at midnight.
  const clocked = text.includes(':') ? DATE_TIME.exec(text) : null
  return clocked ? parseDay((clocked[1] as string).trim(), order) : null
}

function parseMonth(text: string): CalendarSpan | null {
  const found = MONTH_YEAR.exec(text)
  if (found) return monthSpan(found[2], found[1])
  const yearFirst = YEAR_MONTH.exec(text)
  if (yearFirst) return monthSpan(yearFirst[1], yearFirst[2])
  const named = NAMED_MONTH.exec(text)
  return named ? monthSpan(named[2], monthOfName(named[1] as string)) : null
}

type Part = string | number | null | undefined

function dayFrom(year: Part, month: Part, day: Part): Day | null {
  const fullYear = String(year).length === 2 ? `20${year}` : String(year)
  const text = `${fullYear}-${twoDigits(month)}-${twoDigits(day)}`
  return isDay(text) ? text : null
}

function monthSpan(year: Part, month: Part): CalendarSpan | null {
  const from = dayFrom(year, month, 1)
  return from && monthAround(from)
}

/** The whole month a day lies in. */
export function monthAround(day: Day): CalendarSpan {
  const lastDay = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
  const month = day.slice(0, 7)
  return { from: `${month}-01` as Day, to: `${month}-${twoDigits(lastDay)}` as Day, precision: 'month' }
}

function twoDigits(value: Part): string {
  return String(value).padStart(2, '0')
}

/** Seconds after midnight of `14:05`, `2:05 PM`, `14:05:33`, `9.30 Uhr`; a day ends at `24:00`. Null when there is no such time. */
export function parseClock(text: string): number | null {
  const found = CLOCK.exec(text.trim())
  if (!found) return null
  let hour = Number(found[1])
  const minute = Number(found[2])
  const second = Number(found[3] ?? 0)
  const half = found[4]?.toLowerCase()
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half === 'p' ? 12 : 0)
  }
  const seconds = hour * 3600 + minute * 60 + second
  return minute > 59 || second > 59 || seconds > DAY_SECONDS ? null : seconds
}

/** Splits `2026-01-01 04:03:31 +0100` and its relatives. Null when there is no clock time in the text. */
export function splitDateTime(text: string): DateTimeText | null {
  const found = DATE_TIME.exec(text.trim())
  if (!found) return null
  const clockSeconds = parseClock(found[2] as string)
  if (clockSeconds === null) return null
  const zone = found[3]
  const offsetMinutes = zone === undefined ? null : parseOffset(zone)
  return { date: (found[1] as string).replace(/,$/, '').trim(), clockSeconds, offsetMinutes }
}

function parseOffset(text: string): number {
  const found = OFFSET.exec(text)
  if (!found) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return found[1] === '-' ? -minutes : minutes
}

/** Seconds of `00:36:57` or `1:30` (hours and minutes). Null for anything else. */
export function parseDuration(text: string): number | null {
  const found = DURATION.exec(text.trim())
  if (!found) return null
  return Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0)
}

export interface DateSample {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly days: { readonly dayFirst: Day; readonly monthFirst: Day }
}

export interface DateDecision {
  readonly order: DateOrder
  readonly ask: readonly DateSample[]
}

/** Gathers what the date cells of a file say about the order of day and month. */
export class DateEvidence {
  #votes = { 'day-first': 0, 'month-first': 0 }
  #samples: DateSample[] = []
  #seen = new Set<string>()

  add(text: string, line: number, column: string): void {
    if (text === '' || this.#seen.has(text)) return
    if (this.#seen.size < 10_000) this.#seen.add(text)
    const order = orderOf(text)
    if (order === null) return
    if (order !== 'either') this.#votes[order] += 1
    else if (this.#samples.length < MAX_SAMPLES) this.#addSample(text, line, column)
  }

  #addSample(value: string, line: number, column: string): void {
    const date = dateTextOf(value)
    const dayFirst = parseDay(date, 'day-first')
    const monthFirst = parseDay(date, 'month-first')
    if (dayFirst && monthFirst) this.#samples.push({ line, column, value, days: { dayFirst, monthFirst } })
  }

  decide(answer: 'day-first' | 'month-first' | undefined, suggestion: 'day-first' | 'month-first'): DateDecision {
    const dayFirst = this.#votes['day-first']
    const monthFirst = this.#votes['month-first']
    if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'day-first' : 'month-first', ask: [] }
    if (this.#samples.length === 0 && dayFirst === 0) return { order: 'fixed', ask: [] }
    if (answer) return { order: answer, ask: [] }
    // 03/03/2026 is the same day either way: nothing to ask.
    const differing = this.#samples.filter(({ days }) => days.dayFirst !== days.monthFirst)
    return { order: suggestion, ask: differing }
  }
}
