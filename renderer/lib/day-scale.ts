/** Where an instant of a day stands in its column. Days are hung up at their noon: working hours line up over a week, and the hour a clock change takes or gives shows at the night. */
import { addDays, type Day } from '../../shared/domain/day.ts'
import { type Instant, startOfDay, zoneOffsetMinutes } from '../../shared/domain/instant.ts'
import { instantAt, readWallTime } from '../../shared/domain/wall-time.ts'

export const HOUR_MS = 3_600_000
const QUARTER_MS = HOUR_MS / 4

export interface HourMark {
  readonly at: Instant
  /** Hours from noon, negative before it. */
  readonly offset: number
  /** What the clock says. */
  readonly hour: number
  /** The clock shows this hour twice on this day. */
  readonly isTwice: boolean
}

export interface DayScale {
  readonly day: Day
  /** First instant, and the first of the next day. */
  readonly start: Instant
  readonly end: Instant
  readonly noon: Instant
  readonly hours: readonly HourMark[]
}

/** The range all columns of a view share, in hours from noon. */
export interface Axis {
  readonly top: number
  readonly bottom: number
}

const known = new Map<string, DayScale>()

export function scaleOf(day: Day, timeZone: string): DayScale {
  const key = `${day} ${timeZone}`
  let scale = known.get(key)
  if (!scale) {
    if (known.size > 1_000) known.clear()
    known.set(key, (scale = makeScale(day, timeZone)))
  }
  return scale
}

function makeScale(day: Day, timeZone: string): DayScale {
  const start = startOfDay(day, timeZone)
  const end = startOfDay(addDays(day, 1), timeZone)
  const noon = instantAt(day, '12:00', timeZone)
  const marks: { at: Instant; offset: number; hour: number }[] = []
  // In quarters of an hour: a zone may be half an hour off, and stay so after a change.
  for (let at = start; at < end; at += QUARTER_MS) {
    const minute = minuteOfDay(at, timeZone)
    if (minute % 60 === 0) marks.push({ at, offset: (at - noon) / HOUR_MS, hour: minute / 60 })
  }
  const hours = marks.map((mark) => ({
    ...mark,
    isTwice: marks.some((other) => other !== mark && other.hour === mark.hour),
  }))
  return { day, start, end, noon, hours }
}

/** What the clock says, in minutes after its midnight. */
export function minuteOfDay(at: Instant, timeZone: string): number {
  const minutes = Math.floor(at / 60_000) + zoneOffsetMinutes(timeZone, at)
  return ((minutes % 1440) + 1440) % 1440
}

/** At least from midnight to midnight of a plain day. */
export function axisOf(scales: readonly DayScale[]): Axis {
  return {
    top: Math.min(-12, ...scales.map((scale) => offsetOf(scale, scale.start))),
    bottom: Math.max(12, ...scales.map((scale) => offsetOf(scale, scale.end))),
  }
}

/** Hours from noon. */
export function offsetOf(scale: DayScale, at: Instant): number {
  return (at - scale.noon) / HOUR_MS
}

/** The instant at so many hours from noon; never outside of the day. */
export function instantOf(scale: DayScale, offset: number): Instant {
  const at = scale.noon + Math.round(offset * HOUR_MS)
  return Math.min(Math.max(at, scale.start), scale.end)
}

/** Hours the day lasts: 23, 24, 25. */
export function hoursOf(scale: DayScale): number {
  return (scale.end - scale.start) / HOUR_MS
}

/** True where the clock shows this time twice and the hour alone does not say which is meant. */
export function isAmbiguous(at: Instant, timeZone: string): boolean {
  const wall = at + zoneOffsetMinutes(timeZone, at) * 60_000
  return readWallTime(wall, timeZone).kind === 'twice'
}
