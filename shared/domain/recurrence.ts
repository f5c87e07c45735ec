/**
 * Series: posts that come again by a rule, at a time on the clock of a zone. Rules are about calendar days; an occurrence is named by the
 * day its rule gives it, and keeps that name when it is skipped or moved.
 *
 * Unlike iCalendar (RFC 5545) a month without a 31st has its occurrence on its last day instead of none, and the first day of a series is
 * an occurrence only where the rule says so. Written here rather than taken from a library: docs/decisions/044.
 */
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  LAST_DAY,
  lastDayOf,
  mondayOf,
  monthOf,
  type Day,
  type Month,
} from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import { instantAt } from './wall-time.ts'

export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'yearly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** 0 for Monday to 6 for Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Where in a month: a day of it (the last one where it is shorter), or its first to fourth or last (-1) of a weekday. */
export type MonthPosition =
  | { readonly by: 'day'; readonly day: number }
  | { readonly by: 'weekday'; readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: Weekday }

/** A series ends never (that is, with the calendar), with a day it includes, or after a number of occurrences, skipped ones included. */
export type SeriesEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'count'; readonly count: number }

export interface RecurrenceRule {
  readonly frequency: Frequency
  /** Every so many days, ISO weeks, months or years, counted from that of the first day. */
  readonly interval: number
  /** Weekly only; empty: the weekday of the first day. */
  readonly weekdays: readonly Weekday[]
  /** Monthly and yearly only (there within the month of the first day); null: the day of the first day. */
  readonly position: MonthPosition | null
  readonly end: SeriesEnd
}

export interface Series {
  readonly rule: RecurrenceRule
  /** No occurrence lies before it. */
  readonly firstDay: Day
  /** HH:mm on the clock of the zone. A time that is skipped moves on by the gap, of one that comes twice the first is meant. */
  readonly clock: string
  readonly timeZone: string
  /** Occurrences left out. */
  readonly skipped: readonly Day[]
  /** Occurrences with a time of their own. */
  readonly moved: readonly MovedOccurrence[]
}

export interface MovedOccurrence {
  /** The day by the rule. */
  readonly day: Day
  readonly at: Instant
}

export interface Occurrence extends MovedOccurrence {
  readonly isMoved: boolean
}

export const MAX_INTERVAL = 999
/** Occurrences a series can be limited to. */
export const MAX_SERIES_COUNT = 10_000
/** Skipped and moved occurrences, each. */
export const MAX_EXCEPTIONS = 1_000
/** Occurrences asked for at a time: fifty years of days and more. */
export const MAX_OCCURRENCES = 20_000

const CLOCK_PATTERN = /^(?:[01]\d|2[0-3]):[0-5]\d$/

export type RuleProblem = 'interval' | 'weekdays' | 'position' | 'until' | 'count'

/** What is wrong with a rule; null: nothing. */
export function ruleProblem({ interval, weekdays, position, end }: RecurrenceRule): RuleProblem | null {
  if (!isWithin(interval, 1, MAX_INTERVAL)) return 'interval'
  if (new Set(weekdays).size !== weekdays.length || !weekdays.every((weekday) => isWithin(weekday, 0, 6))) {
    return 'weekdays'
  }
  if (position !== null && !isPosition(position)) return 'position'
  if (end.kind === 'until' && !isDay(end.day)) return 'until'
  return end.kind === 'count' && !isWithin(end.count, 1, MAX_SERIES_COUNT) ? 'count' : null
}

function isPosition(position: MonthPosition): boolean {
  if (position.by === 'day') return isWithin(position.day, 1, 31)
  return [1, 2, 3, 4, -1].includes(position.nth) && isWithin(position.weekday, 0, 6)
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}

/**
 * The days of a rule within a period, both ends included, in order; skipped and moved ones are not its business. Throws RangeError for a
 * rule with a {@link ruleProblem}, and where there are more than {@link MAX_OCCURRENCES}.
 */
export function occurrences(rule: RecurrenceRule, firstDay: Day, from: Day, to: Day): Day[] {
  assertRule(rule)
  const last = lastOccurrence(rule, firstDay)
  const until = last !== null && last < to ? last : to
  const days: Day[] = []
  const start = from > firstDay ? from : firstDay
  for (const day of daysFrom(rule, firstDay, start)) {
    if (day > until) break
    if (days.length === MAX_OCCURRENCES) throw new RangeError(`more than ${MAX_OCCURRENCES} occurrences`)
    days.push(day)
  }
  return days
}

/** True where the rule has an occurrence on a day. */
export function isOccurrence(rule: RecurrenceRule, firstDay: Day, day: Day): boolean {
  return occurrences(rule, firstDay, day, day).length === 1
}

/**
 * No occurrence lies after this day: the last one of a counted series, the given end of another; null for one that never ends. Throws
 * RangeError for a rule with a {@link ruleProblem}.
 */
export function lastOccurrence(rule: RecurrenceRule, firstDay: Day): Day | null {
  assertRule(rule)
  if (rule.end.kind === 'never') return null
  if (rule.end.kind === 'until') return rule.end.day
  let left = rule.end.count
  for (const day of daysFrom(rule, firstDay, firstDay)) {
    if (--left === 0) return day
  }
  return LAST_DAY
}

function assertRule(rule: RecurrenceRule): void {
  const found = ruleProblem(rule)
  if (found !== null) throw new RangeError(`recurrence rule: ${found}`)
}

/** Days of a rule from a day on that is not before the first, without regard to its end, to the end of the calendar. */
function* daysFrom(rule: RecurrenceRule, firstDay: Day, from: Day): Generator<Day> {
  for (let period = periodOf(rule, firstDay, from); ; period++) {
    const days = daysOfPeriod(rule, firstDay, period)
    if (days === null) return
    for (const day of days) {
      if (day > LAST_DAY) return
      if (day >= from) yield day
    }
  }
}

/** The last period of a rule that begins no later than a day, from 0. */
function periodOf({ frequency, interval }: RecurrenceRule, firstDay: Day, day: Day): number {
  return Math.max(0, Math.floor(unitsBetween(frequency, firstDay, day) / interval))
}

function unitsBetween(frequency: Frequency, firstDay: Day, day: Day): number {
  switch (frequency) {
    case 'daily':
      return daysBetween(firstDay, day)
    case 'weekly':
      return daysBetween(mondayOf(firstDay), mondayOf(day)) / 7
    case 'monthly':
      return monthNumber(day) - monthNumber(firstDay)
    case 'yearly':
      return yearOf(day) - yearOf(firstDay)
  }
}

/** Days of a period, in order; null beyond the calendar. */
function daysOfPeriod({ frequency, interval, weekdays, position }: RecurrenceRule, firstDay: Day, period: number) {
  const units = period * interval
  switch (frequency) {
    case 'daily':
      return units > daysBetween(firstDay, LAST_DAY) ? null : [addDays(firstDay, units)]
    case 'weekly': {
      const monday = mondayOf(firstDay)
      if (units * 7 > daysBetween(monday, LAST_DAY)) return null
      const wanted = weekdays.length > 0 ? weekdays.toSorted((a, b) => a - b) : [weekdayOf(firstDay)]
      return wanted.map((weekday) => addDays(monday, units * 7 + weekday))
    }
    case 'monthly':
    case 'yearly': {
      const months = frequency === 'monthly' ? units : units * 12
      if (monthNumber(firstDay) + months > monthNumber(LAST_DAY)) return null
      const month = monthOf(addMonths(`${monthOf(firstDay)}-01` as Day, months))
      return [dayInMonth(month, position ?? { by: 'day', day: dayOfMonth(firstDay) })]
    }
  }
}

/** Each month has such a day: the last one where it is too short. */
function dayInMonth(month: Month, position: MonthPosition): Day {
  const last = lastDayOf(month)
  if (position.by === 'day') {
    const wanted = `${month}-${String(position.day).padStart(2, '0')}` as Day
    return wanted < last ? wanted : last
  }
  const { nth, weekday } = position
  if (nth === -1) return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  const first = `${month}-01` as Day
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

function weekdayOf(day: Day): Weekday {
  return daysBetween(mondayOf(day), day) as Weekday
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10))
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function monthNumber(day: Day): number {
  return yearOf(day) * 12 + Number(day.slice(5, 7))
}

/**
 * When a series takes place between two instants (the second not included), in order of time, with those moved into that time and without
 * those skipped or moved out of it. Moved and skipped days that are no occurrences of the rule count for nothing; a day that is both is
 * skipped. Throws RangeError as {@link occurrences}, for a clock time that is none, and above {@link MAX_EXCEPTIONS} exceptions.
 */
export function seriesBetween(series: Series, from: Instant, to: Instant): Occurrence[] {
  const { firstDay, clock, timeZone, skipped, moved } = series
  assertSeries(series)
  if (from >= to) return []
  const rule = endedByDay(series.rule, firstDay)
  const excepted = new Set<Day>(skipped)
  const found: Occurrence[] = []
  for (const { day, at } of moved) {
    if (excepted.has(day)) continue
    excepted.add(day)
    if (at >= from && at < to && isOccurrence(rule, firstDay, day)) found.push({ day, at, isMoved: true })
  }
  // A time skipped before midnight may move on into the next day.
  for (const day of occurrences(rule, firstDay, addDays(dayAt(from, timeZone), -1), dayAt(to, timeZone))) {
    if (excepted.has(day)) continue
    const at = instantAt(day, clock, timeZone)
    if (at >= from && at < to) found.push({ day, at, isMoved: false })
  }
  return found.toSorted((a, b) => a.at - b.at || (a.day < b.day ? -1 : 1))
}

/** The same rule, its occurrences counted once and for all. */
function endedByDay(rule: RecurrenceRule, firstDay: Day): RecurrenceRule {
  const day = lastOccurrence(rule, firstDay)
  return { ...rule, end: day === null ? { kind: 'never' } : { kind: 'until', day } }
}

/** When an occurrence takes place; null where the rule has none on that day, or it is skipped. Errors as {@link seriesBetween}. */
export function occurrenceAt(series: Series, day: Day): Instant | null {
  assertSeries(series)
  if (series.skipped.includes(day) || !isOccurrence(series.rule, series.firstDay, day)) return null
  return series.moved.find((moved) => moved.day === day)?.at ?? instantAt(day, series.clock, series.timeZone)
}

function assertSeries({ clock, skipped, moved }: Series): void {
  if (!CLOCK_PATTERN.test(clock)) throw new RangeError(`series at ${clock}`)
  if (skipped.length > MAX_EXCEPTIONS || moved.length > MAX_EXCEPTIONS)
    throw new RangeError('series: too many exceptions')
}

export interface SplitSeries {
  /** Ends before the occurrence; null where that was the first one. */
  readonly before: Series | null
  /** Begins with the occurrence and goes on as before: change this one. */
  readonly after: Series
}

/**
 * Divides a series at an occurrence, for "change this and all following". Both parts together take place when the whole did: each has its
 * exceptions, and a counted one its share of the count. Throws RangeError for a day that is no occurrence.
 */
export function splitSeries(series: Series, day: Day): SplitSeries {
  const { rule, firstDay, skipped, moved } = series
  if (!isOccurrence(rule, firstDay, day)) throw new RangeError(`no occurrence on ${day}`)
  const yesterday = addDays(day, -1)
  const earlier = countBefore(rule, firstDay, day)
  const end: SeriesEnd = rule.end.kind === 'count' ? { kind: 'count', count: rule.end.count - earlier } : rule.end
  const after: Series = {
    ...series,
    // The day of the month no longer follows from the first day: a split on 28 February may go on on the 31st.
    rule: { ...rule, position: positionOf(rule, firstDay), end },
    firstDay: day,
    skipped: skipped.filter((each) => each >= day),
    moved: moved.filter((each) => each.day >= day),
  }
  if (earlier === 0) return { before: null, after }
  const before: Series = {
    ...series,
    rule: { ...rule, end: { kind: 'until', day: yesterday } },
    skipped: skipped.filter((each) => each < day),
    moved: moved.filter((each) => each.day < day),
  }
  return { before, after }
}

function positionOf({ frequency, position }: RecurrenceRule, firstDay: Day): MonthPosition | null {
  if (frequency === 'daily' || frequency === 'weekly') return position
  return position ?? { by: 'day', day: dayOfMonth(firstDay) }
}

function countBefore(rule: RecurrenceRule, firstDay: Day, day: Day): number {
  let count = 0
  for (const each of daysFrom(rule, firstDay, firstDay)) {
    if (each >= day) break
    count++
  }
  return count
}
