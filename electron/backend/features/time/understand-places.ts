/** Where on a day a stretch of known length may have been: in the first gap of the working hours, at their start, after the last entry. */
import type { LedgerSettings } from '../../../../shared/contract/settings.ts'
import { addDays, daysBetween, mondayOf, type Day } from '../../../../shared/domain/day.ts'
import { dayAt, startOfDay, type Instant } from '../../../../shared/domain/instant.ts'
import { instantAt } from '../../../../shared/domain/wall-time.ts'
import type { Connection } from '../../database/connection.ts'

export type Place = 'atWorkStart' | 'afterLast' | 'inGap'
export interface PlacedStart {
  readonly place: Place
  readonly startedAt: Instant
}

/** Where there are no working hours, e.g. on a Saturday. */
const USUAL_HOURS = [{ from: '09:00', to: '17:00' }]

interface Busy {
  readonly from: Instant
  readonly to: Instant
}

type Settings = Pick<LedgerSettings, 'timeZone' | 'workingHours'>

export function placesOn(
  db: Connection,
  day: Day,
  seconds: number,
  { timeZone, workingHours }: Settings,
  personId: number | null,
): PlacedStart[] {
  const hours = workingHours[daysBetween(mondayOf(day), day)] ?? []
  const stretches = (hours.length > 0 ? hours : USUAL_HOURS).map(({ from, to }) => ({
    from: instantAt(day, from, timeZone),
    to: to === '24:00' ? startOfDay(addDays(day, 1), timeZone) : instantAt(day, to, timeZone),
  }))
  const busy = personId === null ? [] : readBusy(db, day, timeZone, personId)
  const [workStart] = stretches
  const lastEnd = busy.reduce<Instant | null>((latest, { to }) => Math.max(latest ?? to, to), null)
  const gap = firstGap(stretches, busy, seconds * 1000)
  const places: PlacedStart[] = []
  const offer = (place: Place, startedAt: Instant | null | undefined) => {
    const isKnown = places.some((other) => other.startedAt === startedAt)
    if (startedAt !== null && startedAt !== undefined && !isKnown) places.push({ place, startedAt })
  }
  // With nothing logged the day begins where working hours do.
  const isStartFree = workStart !== undefined && isFree(busy, workStart.from, seconds * 1000)
  if (isStartFree) offer('atWorkStart', workStart.from)
  offer('inGap', gap)
  // Past midnight it would be another day.
  if (lastEnd !== null && dayAt(lastEnd, timeZone) === day) offer('afterLast', lastEnd)
  if (!isStartFree) offer('atWorkStart', workStart?.from)
  return places
}

function readBusy(db: Connection, day: Day, timeZone: string, personId: number): Busy[] {
  return db
    .prepare<[object], Busy>(
      `SELECT started_at AS "from", ended_at AS "to" FROM time_entry
       WHERE person_id = @personId AND day = @day AND started_at >= @from AND started_at < @to AND ended_at > started_at
         AND is_estimate = 0 AND is_untimed = 0
       ORDER BY started_at`,
    )
    .all({
      personId,
      day,
      from: startOfDay(day, timeZone),
      to: startOfDay(addDays(day, 1), timeZone),
    })
}

function isFree(busy: readonly Busy[], from: Instant, lengthMs: number): boolean {
  return busy.every((entry) => entry.to <= from || entry.from >= from + lengthMs)
}

/** Where it fits first inside the working hours. */
function firstGap(stretches: readonly Busy[], busy: readonly Busy[], lengthMs: number): Instant | null {
  for (const { from, to } of stretches) {
    const starts = [from, ...busy.map((entry) => entry.to).filter((end) => end > from)].toSorted((a, b) => a - b)
    const start = starts.find((at) => at + lengthMs <= to && isFree(busy, at, lengthMs))
    if (start !== undefined) return start
  }
  return null
}
