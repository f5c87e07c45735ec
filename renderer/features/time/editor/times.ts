/** When an entry began and ended while it is edited: each field changes the others, through midnight and both clock changes. */
import { addDays, type Day, isDay } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant, zoneOffsetMinutes } from '../../../../shared/domain/instant.ts'
import { readWallTime, wallMs } from '../../../../shared/domain/wall-time.ts'
import { readClock, readLength } from './time-texts.ts'

export const MAX_ENTRY_SECONDS = 86_400
/** An end before the start means the next morning where that makes no longer night than this. */
const LONGEST_NIGHT_MS = 8 * 3_600_000

export type ClockProblem =
  | { readonly kind: 'required' | 'unreadable' | 'wrongYear' | 'nothing' | 'tooLong' }
  /** Clocks were put forward over it; `instant` is what it is without that. */
  | { readonly kind: 'skipped'; readonly instant: Instant }
  /** Clocks were put back: it came twice. */
  | { readonly kind: 'twice'; readonly instants: readonly Instant[] }
  | { readonly kind: 'beforeStart'; readonly nextDay: Instant }

export type TimesField = 'day' | 'start' | 'end' | 'duration'

/** What was typed and could not be taken as it is. */
export interface OpenText {
  readonly text: string
  /** Null: an end that fits since the start was moved, and is read anew while it goes on moving. */
  readonly problem: ClockProblem | null
}

export interface Times {
  readonly startedAt: Instant
  /** Null: it runs. */
  readonly endedAt: Instant | null
  readonly open: Partial<Record<TimesField, OpenText>>
}

export function timesOf(startedAt: Instant, endedAt: Instant | null): Times {
  return { startedAt, endedAt, open: {} }
}

/** Whole seconds; null while it runs. */
export function secondsOf({ startedAt, endedAt }: Times): number | null {
  return endedAt === null ? null : Math.round((endedAt - startedAt) / 1000)
}

/** The clock time stays, and the length. */
export function setDay(times: Times, day: string | null, zone: string): Times {
  if (day === null) return withOpen(times, 'day', { text: '', problem: { kind: 'required' } })
  // On the way to 2026 the year is 2, 20 and 202.
  if (!isDay(day)) return withOpen(times, 'day', { text: day, problem: { kind: 'wrongYear' } })
  return readEndAgain(moveStart(without(times, 'day'), day, clockSecondsAt(times.startedAt, zone), '', zone), zone)
}

/** The length stays. */
export function typeStart(times: Times, text: string, zone: string): Times {
  const clock = readClock(text)
  if (clock === null || clock === MAX_ENTRY_SECONDS) return withOpen(times, 'start', unreadable(text))
  return readEndAgain(moveStart(times, dayAt(times.startedAt, zone), clock, text, zone), zone)
}

/** The length follows. */
export function typeEnd(times: Times, text: string, zone: string): Times {
  const clock = readClock(text)
  if (clock === null) return withOpen(times, 'end', unreadable(text))
  const day = dayAt(times.startedAt, zone)
  const isMidnight = clock % MAX_ENTRY_SECONDS === 0
  const today = isMidnight ? null : readAfter(times.startedAt, day, clock, zone)
  if (today) return takeEnd(times, today, text)
  const nextDay = readAfter(times.startedAt, addDays(day, 1), clock % MAX_ENTRY_SECONDS, zone)
  const first = nextDay?.instants[0] ?? times.startedAt
  const isSame = Math.floor(clock / 60) === Math.floor(clockSecondsAt(times.startedAt, zone) / 60)
  if (isSame) return withOpen(times, 'end', { text, problem: { kind: 'nothing' } })
  if (nextDay && (isMidnight || first - times.startedAt <= LONGEST_NIGHT_MS)) return takeEnd(times, nextDay, text)
  return withOpen(times, 'end', { text, problem: { kind: 'beforeStart', nextDay: first } })
}

/** It has no end after all: it goes on running. */
export function keepRunning(times: Times): Times {
  return without({ ...times, endedAt: null }, 'end', 'duration')
}

/** The end follows. */
export function typeDuration(times: Times, text: string): Times {
  const seconds = readLength(text)
  if (seconds === null) return withOpen(times, 'duration', unreadable(text))
  if (seconds < 1) return withOpen(times, 'duration', { text, problem: { kind: 'nothing' } })
  if (seconds > MAX_ENTRY_SECONDS) return withOpen(times, 'duration', { text, problem: { kind: 'tooLong' } })
  return without({ ...times, endedAt: times.startedAt + seconds * 1000 }, 'duration', 'end')
}

/** The answer to a question about a clock time. */
export function settleClock(times: Times, field: 'start' | 'end', instant: Instant): Times {
  if (field === 'end') return without({ ...times, endedAt: instant }, 'end', 'duration')
  return without({ ...times, startedAt: instant, endedAt: keepLength(times, instant) }, 'start')
}

export function problemsOfTimes(times: Times): Partial<Record<TimesField, ClockProblem>> {
  const open = Object.entries(times.open).flatMap(([field, { problem }]) =>
    problem ? [[field, problem] as const] : [],
  )
  const seconds = secondsOf(times)
  const found = Object.fromEntries(open) as Partial<Record<TimesField, ClockProblem>>
  if (seconds === null || found.end || found.duration) return found
  if (seconds < 1) return { ...found, end: { kind: 'nothing' } }
  return seconds > MAX_ENTRY_SECONDS ? { ...found, duration: { kind: 'tooLong' } } : found
}

function moveStart(times: Times, day: Day, clock: number, text: string, zone: string): Times {
  const { instants, kind } = readWallTime(wallMs(day, clock), zone)
  const startedAt = instants[0] as Instant
  const moved = { ...times, startedAt, endedAt: keepLength(times, startedAt) }
  if (kind === 'plain') return without(moved, 'start')
  const problem: ClockProblem = kind === 'twice' ? { kind, instants } : { kind, instant: startedAt }
  return withOpen(moved, 'start', { text: text || showClock(clock), problem })
}

/** An end that could not be taken may fit the new start, or mean another moment. */
function readEndAgain(times: Times, zone: string): Times {
  const { end } = times.open
  if (!end) return times
  const read = typeEnd(times, end.text, zone)
  return read.open.end ? read : withOpen(read, 'end', { text: end.text, problem: null })
}

function keepLength({ startedAt, endedAt }: Times, next: Instant): Instant | null {
  return endedAt === null ? null : next + (endedAt - startedAt)
}

interface EndReading {
  readonly instants: readonly Instant[]
  readonly kind: 'plain' | 'twice' | 'skipped'
}

/** The readings of a clock time that lie after the start; null where none does. */
function readAfter(startedAt: Instant, day: Day, clock: number, zone: string): EndReading | null {
  const reading = readWallTime(wallMs(day, clock), zone)
  const instants = reading.instants.filter((instant) => instant > startedAt)
  if (instants.length === 0) return null
  return { instants, kind: reading.kind === 'twice' && instants.length === 1 ? 'plain' : reading.kind }
}

function takeEnd(times: Times, { instants, kind }: EndReading, text: string): Times {
  const endedAt = instants[0] as Instant
  const ended = without({ ...times, endedAt }, 'end', 'duration')
  if (kind === 'plain') return ended
  return withOpen(ended, 'end', { text, problem: kind === 'twice' ? { kind, instants } : { kind, instant: endedAt } })
}

function clockSecondsAt(instant: Instant, zone: string): number {
  const wall = Math.floor(instant / 1000) + zoneOffsetMinutes(zone, instant) * 60
  return ((wall % MAX_ENTRY_SECONDS) + MAX_ENTRY_SECONDS) % MAX_ENTRY_SECONDS
}

function showClock(clock: number): string {
  const minutes = Math.floor(clock / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function unreadable(text: string): OpenText {
  return { text, problem: { kind: text.trim() === '' ? 'required' : 'unreadable' } }
}

function withOpen(times: Times, field: TimesField, open: OpenText): Times {
  return { ...times, open: { ...times.open, [field]: open } }
}

function without(times: Times, ...fields: readonly TimesField[]): Times {
  const kept = Object.entries(times.open).filter(([field]) => !fields.includes(field as TimesField))
  return { ...times, open: Object.fromEntries(kept) }
}
