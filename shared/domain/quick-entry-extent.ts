/** From what a quick entry says about time to the stretches it can mean: both halves of the day, both hours of a clock change. */
import { addDays, isDay, type Day } from './day.ts'
import { dayAt, type Instant } from './instant.ts'
import type { Clock, TimeReading } from './quick-entry-time.ts'
import { readWallTime, wallMs } from './wall-time.ts'

const HOUR_S = 3600
const HALF_DAY_S = 12 * HOUR_S
const DAY_S = 24 * HOUR_S
const MINUTE_MS = 60_000
/** A range over midnight needs no further word when it starts this late and ends this early: 22–1. */
const LATE_S = 18 * HOUR_S
const EARLY_S = 9 * HOUR_S
export const LONGEST_ENTRY_MS = DAY_S * 1000

export interface Extent {
  readonly startedAt: Instant
  readonly endedAt: Instant
}

/** What keeps a line from being an entry; each is a text key. */
export type TimeProblem =
  | 'no_time'
  | 'no_duration'
  | 'no_start'
  | 'no_length'
  | 'no_such_day'
  | 'clock_skipped'
  | 'ends_before_start'
  | 'too_long'
  | 'in_future'
  | 'no_place'

/** One way of reading all that a line says about time. */
export interface Said {
  readonly day: Day | null | undefined
  readonly duration: number | undefined
  readonly range: (TimeReading & { kind: 'range' }) | undefined
  readonly start: Clock | undefined
  /** The start was said so that an end is not missed: "ab 14 Uhr". */
  readonly isUntilNow: boolean
  readonly end: Clock | undefined
  readonly instant: Instant | undefined
  readonly half: 'am' | 'pm' | undefined
}

export interface Outcome {
  /** In the order in which they are likely. */
  readonly extents: readonly Extent[]
  /** The line does not say where in the day: even a single extent is a question. */
  readonly isAsked: boolean
  /** Why there are none. */
  readonly problem: TimeProblem | null
}

export interface ExtentContext {
  readonly now: Instant
  readonly timeZone: string
  /** Starts to offer for a length on a day of which nothing else is known, the likeliest first. */
  placesOn?(day: Day, seconds: number): readonly Instant[]
}

const failed = (problem: TimeProblem): Outcome => ({ extents: [], isAsked: false, problem })
const found = (extents: readonly Extent[]): Outcome => ({ extents, isAsked: false, problem: null })

export function extentsOf(said: Said, context: ExtentContext): Outcome {
  const minute = Math.floor(context.now / MINUTE_MS) * MINUTE_MS
  const today = dayAt(context.now, context.timeZone)
  const day = said.day === undefined ? today : said.day
  if (day === null) return failed('no_such_day')
  if (said.duration === 0) return failed('no_length')
  if (said.duration !== undefined && said.duration > DAY_S) return failed('too_long')
  if (day > today) return failed('in_future')
  if (said.range) return ofRange(said, said.range, day, context)
  if (said.start && said.end) {
    return ofRange(said, { kind: 'range', start: said.start, end: said.end, daysLater: 0 }, day, context)
  }
  if (said.instant !== undefined) {
    const starts = [Math.floor(said.instant / MINUTE_MS) * MINUTE_MS]
    return fromStarts(starts, said.duration === undefined ? undefined : said.duration * 1000, context)
  }
  if (said.start) return fromClock(said.start, said, day, minute, context)
  if (said.end) {
    if (said.duration === undefined) return failed('no_start')
    const lengthMs = said.duration * 1000
    return settleAll(instantsOf(day, said.end, said, context.timeZone), (end) => end - lengthMs, lengthMs, context)
  }
  if (said.duration === undefined) return failed('no_time')
  if (day === today) return found([{ startedAt: minute - said.duration * 1000, endedAt: minute }])
  return placesFor(day, said.duration, context)
}

function fromClock(start: Clock, said: Said, day: Day, minute: Instant, context: ExtentContext): Outcome {
  const starts = instantsOf(day, start, said, context.timeZone)
  if (said.duration !== undefined) return settleAll(starts, (at) => at, said.duration * 1000, context)
  if (!said.isUntilNow || day !== dayAt(context.now, context.timeZone)) return failed('no_duration')
  const extents = starts.filter((at) => at < minute).map((startedAt) => ({ startedAt, endedAt: minute }))
  if (extents.length > 0) return found(extents)
  return failed(starts.length === 0 ? 'clock_skipped' : 'in_future')
}

function fromStarts(starts: readonly Instant[], lengthMs: number | undefined, context: ExtentContext): Outcome {
  return lengthMs === undefined ? failed('no_duration') : settleAll(starts, (at) => at, lengthMs, context)
}

/** Stretches of a known length at one of several instants. */
function settleAll(
  instants: readonly Instant[],
  startOf: (at: Instant) => Instant,
  lengthMs: number,
  { now }: ExtentContext,
): Outcome {
  if (instants.length === 0) return failed('clock_skipped')
  const extents = instants.map((at) => ({ startedAt: startOf(at), endedAt: startOf(at) + lengthMs }))
  const past = extents.filter(({ endedAt }) => endedAt <= now)
  return past.length === 0 ? failed('in_future') : found(past)
}

function placesFor(day: Day, seconds: number, context: ExtentContext): Outcome {
  const places = context.placesOn?.(day, seconds) ?? []
  const extents = [...new Set(places)]
    .map((startedAt) => ({ startedAt, endedAt: startedAt + seconds * 1000 }))
    .filter(({ endedAt }) => endedAt <= context.now)
  return extents.length === 0 ? failed('no_place') : { extents, isAsked: true, problem: null }
}

/** Seconds after midnight a clock time can mean. */
function timesOf({ seconds, style }: Clock, { half }: Pick<Said, 'half'>, isDayStyle: boolean): number[] {
  if (style === 'twelve') return [seconds]
  if (half === 'pm') return [seconds < HALF_DAY_S ? seconds + HALF_DAY_S : seconds]
  if (half === 'am' || style === 'day' || isDayStyle) return [seconds]
  const isNoon = seconds >= HALF_DAY_S
  return isNoon ? [seconds, seconds - HALF_DAY_S] : [seconds, seconds + HALF_DAY_S]
}

function instantsOf(day: Day, clock: Clock, said: Pick<Said, 'half'>, timeZone: string): Instant[] {
  return timesOf(clock, said, false).flatMap((seconds) => instantsAt(day, seconds, timeZone))
}

/** Instants at which clocks show this time: none where it is skipped, two where it comes twice. */
function instantsAt(day: Day, seconds: number, timeZone: string): readonly Instant[] {
  const reading = readWallTime(wallMs(day, seconds), timeZone)
  return reading.kind === 'skipped' ? [] : reading.instants
}

interface Candidate {
  readonly extent: Extent
  readonly isLong: boolean
}

type Range = TimeReading & { kind: 'range' }

function ofRange(said: Said, range: Range, day: Day, context: ExtentContext): Outcome {
  const outcome = rangeOn(said, range, day, context)
  // "22–1" said after midnight was last night; what lies ahead it cannot be.
  const mayBeLastNight = said.day === undefined && range.daysLater === 0 && outcome.problem === 'in_future'
  if (!mayBeLastNight) return outcome
  const earlier = rangeOn(said, range, addDays(day, -1), context)
  const overNight = earlier.extents.filter(({ endedAt }) => dayAt(endedAt, context.timeZone) === day)
  return overNight.length > 0 ? { ...earlier, extents: overNight } : outcome
}

function rangeOn(said: Said, range: Range, day: Day, context: ExtentContext): Outcome {
  const isDayStyle = range.start.style === 'day' || range.end.style === 'day'
  const starts = timesOf(range.start, said, isDayStyle)
  const ends = timesOf(range.end, said, isDayStyle)
  const candidates: Candidate[] = []
  let isSkipped = false
  for (const start of starts) {
    for (const end of ends) {
      const daysLater = range.daysLater === 0 && start >= LATE_S && end <= EARLY_S ? 1 : range.daysLater
      const endDay = addDays(day, daysLater)
      if (!isDay(endDay)) continue
      const from = instantsAt(day, start, context.timeZone)
      const to = instantsAt(endDay, end, context.timeZone)
      isSkipped ||= from.length === 0 || to.length === 0
      const isLong = end + daysLater * DAY_S - start > HALF_DAY_S
      for (const startedAt of from) {
        for (const endedAt of to) candidates.push({ extent: { startedAt, endedAt }, isLong })
      }
    }
  }
  return judge(candidates, isSkipped, said.duration, context.now)
}

/** Leaves what can be: forwards, at most a day, not ahead of now; of several halves of the day those of at most twelve hours. */
function judge(
  candidates: readonly Candidate[],
  isSkipped: boolean,
  duration: number | undefined,
  now: Instant,
): Outcome {
  if (candidates.length === 0) return failed(isSkipped ? 'clock_skipped' : 'no_such_day')
  const forwards = candidates.filter(({ extent }) => extent.endedAt > extent.startedAt)
  if (forwards.length === 0) {
    const isEmpty = candidates.some(({ extent }) => extent.endedAt === extent.startedAt)
    return failed(isEmpty ? 'no_length' : 'ends_before_start')
  }
  const fitting = forwards.filter(({ extent }) => extent.endedAt - extent.startedAt <= LONGEST_ENTRY_MS)
  if (fitting.length === 0) return failed('too_long')
  const agreeing = fitting.filter(
    ({ extent }) => duration === undefined || extent.endedAt - extent.startedAt === duration * 1000,
  )
  if (agreeing.length === 0) return failed('ends_before_start')
  const past = agreeing.filter(({ extent }) => extent.endedAt <= now)
  if (past.length === 0) return failed('in_future')
  const short = past.filter(({ isLong }) => !isLong)
  return found((short.length > 0 ? short : past).map(({ extent }) => extent))
}
