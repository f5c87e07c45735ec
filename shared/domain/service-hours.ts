/**
 * Service hours of a channel: when someone is there to answer, and how much of that time lies between two instants. The clock of every
 * deadline and of every response time.
 *
 * A stretch begins and ends at the first instant at which clocks in the zone show its time or have passed it. So on the day clocks go
 * forward 00:00–24:00 has 23 hours and of 01:30–02:30 only the half hour before the gap is left; on the day they go back 00:00–24:00 has
 * 25 hours, 01:30–02:30 ends when it is 02:30 for the first time, and 02:30–03:30 takes two hours. Stretches that touch or overlap, over
 * midnight too, are one: no moment counts twice. Holidays have no service hours.
 */
import { addDays, type Day } from './day.ts'
import { zoneOffsetMinutes, type Instant } from './instant.ts'
import { joined, type Stretch } from './time-range.ts'
import type { WorkingHours } from './untimed.ts'
import { firstReached, type WallMs } from './wall-time.ts'

export interface ServiceHours {
  /** Stretches HH:mm of the seven weekdays, Monday first; 24:00 is the end of the day. */
  readonly weekly: WorkingHours
  /** IANA zone the clock times are meant in. */
  readonly zone: string
  /** Asked once for each day that would have service hours; the answer is remembered. */
  readonly isHoliday: (day: Day) => boolean
}

/** Remembers the weeks it has worked out, so it holds for one state of the settings: make a new one when they change. */
export interface ServiceClock {
  /**
   * Milliseconds of service time from one instant (included) to another (not included); 0 where the second is not later. Exact.
   * Throws RangeError for instants outside of the calendar.
   */
  serviceMsBetween(from: Instant, to: Instant): number
  /**
   * The earliest instant at which so many milliseconds of service time have passed: `serviceMsBetween(from, deadline)` is exactly
   * that many. For 0 it is {@link nextServiceStart}. Null where on the way there would be no service for {@link LONGEST_CLOSURE_DAYS}
   * days, or the calendar ends first. Throws RangeError for an instant outside of the calendar, or a duration that is not whole or negative.
   */
  deadlineAfter(from: Instant, serviceMs: number): Instant | null
  /**
   * The next moment of service: the instant itself inside of service hours, else the start of the next stretch, which is when the clock
   * starts for what comes in between. Null where it is more than {@link LONGEST_CLOSURE_DAYS} × 24 hours away. Throws RangeError for an
   * instant outside of the calendar.
   */
  nextServiceStart(from: Instant): Instant | null
}

/** A channel without service for longer than this has none. */
export const LONGEST_CLOSURE_DAYS = 400

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LONGEST_CLOSURE_MS = LONGEST_CLOSURE_DAYS * DAY_MS
const EPOCH = '1970-01-01' as Day
/** 1 January 1970 was a Thursday. */
const DAYS_BEFORE_EPOCH = 3
// The calendar (day.ts), with a day to spare for the zones.
const EARLIEST = Date.UTC(1899, 11, 31)
const LATEST = Date.UTC(2200, 0, 2)
const CLOCK_PATTERN = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/

interface ServiceWeek {
  /** Weeks since the one with 1 January 1970. */
  readonly index: number
  readonly startsAt: Instant
  /** First instant of the next week. */
  readonly endsAt: Instant
  /** In order; they neither overlap nor touch. */
  readonly stretches: readonly Stretch[]
  readonly totalMs: number
}

/** The clock of these service hours. Throws RangeError where the week has not seven days, a time or stretch is none, or the zone is unknown. */
export function createServiceClock(hours: ServiceHours): ServiceClock {
  const patterns = patternsOf(hours)
  const weeks = new Map<number, ServiceWeek>()

  function weekOf(index: number): ServiceWeek {
    let week = weeks.get(index)
    if (!week) weeks.set(index, (week = workOutWeek(index, patterns, hours)))
    return week
  }

  /** Asks no zone but for new weeks: `Intl` is too slow to be asked for each of 100,000 instants. */
  function weekAt(instant: Instant): ServiceWeek {
    let week = weekOf(Math.floor((instant / DAY_MS + DAYS_BEFORE_EPOCH) / 7))
    while (instant < week.startsAt) week = weekOf(week.index - 1)
    while (instant >= week.endsAt) week = weekOf(week.index + 1)
    return week
  }

  function nextStart(from: Instant): Instant | null {
    for (let week = weekAt(from); week.startsAt - from <= LONGEST_CLOSURE_MS; week = weekOf(week.index + 1)) {
      const next = week.stretches.find(({ to }) => to > from)
      if (!next) continue
      const start = Math.max(from, next.from)
      return start - from <= LONGEST_CLOSURE_MS && start <= LATEST ? start : null
    }
    return null
  }

  function nextWeekOfService({ index, stretches, endsAt }: ServiceWeek): ServiceWeek | null {
    const next = weekOf(index + 1)
    if (next.totalMs > 0) return next.startsAt <= LATEST ? next : null
    const resumedAt = nextStart(stretches.at(-1)?.to ?? endsAt)
    return resumedAt === null ? null : weekAt(resumedAt)
  }

  function serviceMsBetween(from: Instant, to: Instant): number {
    assertInCalendar(from)
    assertInCalendar(to)
    if (to <= from) return 0
    const [first, last] = [weekAt(from), weekAt(to)]
    let ms = msBefore(last, to) - msBefore(first, from)
    for (let index = first.index; index < last.index; index++) ms += weekOf(index).totalMs
    return ms
  }

  function deadlineAfter(from: Instant, serviceMs: number): Instant | null {
    assertInCalendar(from)
    if (!Number.isSafeInteger(serviceMs) || serviceMs < 0) throw new RangeError(`deadlineAfter: ${serviceMs} ms`)
    const start = nextStart(from)
    if (start === null || serviceMs === 0) return start
    let week: ServiceWeek | null = weekAt(start)
    let left = serviceMs + msBefore(week, start)
    while (week && left > week.totalMs) {
      left -= week.totalMs
      week = nextWeekOfService(week)
    }
    const deadline = week && instantInWeek(week, left)
    return deadline !== null && deadline <= LATEST ? deadline : null
  }

  function nextServiceStart(from: Instant): Instant | null {
    assertInCalendar(from)
    return nextStart(from)
  }

  return { serviceMsBetween, deadlineAfter, nextServiceStart }
}

function assertInCalendar(instant: Instant): void {
  if (!Number.isSafeInteger(instant) || instant < EARLIEST || instant > LATEST) {
    throw new RangeError(`service hours at ${instant}`)
  }
}

/** Service time of a week before an instant of it. */
function msBefore({ stretches }: ServiceWeek, instant: Instant): number {
  let ms = 0
  for (const { from, to } of stretches) {
    if (from >= instant) break
    ms += Math.min(to, instant) - from
  }
  return ms
}

/** The earliest instant of a week before which it has so much service time, more than none and no more than all of it. */
function instantInWeek({ stretches, endsAt }: ServiceWeek, serviceMs: number): Instant {
  let left = serviceMs
  for (const { from, to } of stretches) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return endsAt
}

/** Milliseconds after midnight on the clock. */
interface ClockStretch {
  readonly fromMs: number
  readonly toMs: number
}

function patternsOf({ weekly, zone }: ServiceHours): readonly (readonly ClockStretch[])[] {
  if (weekly.length !== 7) throw new RangeError(`service hours of ${weekly.length} weekdays`)
  zoneOffsetMinutes(zone, 0)
  return weekly.map((stretches) =>
    stretches.map(({ from, to }) => {
      if (!CLOCK_PATTERN.test(from) || !CLOCK_PATTERN.test(to) || from >= to) {
        throw new RangeError(`service hours from ${from} to ${to}`)
      }
      return { fromMs: clockMs(from), toMs: clockMs(to) }
    }),
  )
}

function clockMs(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * MINUTE_MS
}

function workOutWeek(
  index: number,
  patterns: readonly (readonly ClockStretch[])[],
  { zone, isHoliday }: ServiceHours,
): ServiceWeek {
  const monday = index * 7 - DAYS_BEFORE_EPOCH
  const toInstant = wallReader(monday * DAY_MS, zone)
  const stretches = joined(
    patterns.flatMap((pattern, weekday) => {
      if (pattern.length === 0 || isHoliday(addDays(EPOCH, monday + weekday))) return []
      const midnight = (monday + weekday) * DAY_MS
      return pattern.map(({ fromMs, toMs }) => ({ from: toInstant(midnight + fromMs), to: toInstant(midnight + toMs) }))
    }),
  )
  return {
    index,
    startsAt: toInstant(monday * DAY_MS),
    endsAt: toInstant((monday + 7) * DAY_MS),
    stretches,
    totalMs: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
  }
}

/** Reads the wall times of a week. All but two weeks a year need the zone only twice. */
function wallReader(mondayWall: WallMs, zone: string): (wall: WallMs) => Instant {
  const before = zoneOffsetMinutes(zone, mondayWall - DAY_MS)
  const after = zoneOffsetMinutes(zone, mondayWall + 8 * DAY_MS)
  return before === after ? (wall) => wall - before * MINUTE_MS : (wall) => firstReached(wall, zone)
}
