/** When a variant is shown, and where it may be put. */
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { calendarDayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { isClockMoved, moveToDay } from '../../../../shared/domain/shift-plan.ts'
import { instantAt, sameClock } from '../../../../shared/domain/wall-time.ts'

const MINUTE_MS = 60_000

/** The true time once it is out; null: only the day is known. */
export function momentOf(row: PlanRow, timeZone: string): Instant | null {
  const at = row.publishedAt ?? (row.status === 'published' ? null : row.plannedAt)
  return at !== null && calendarDayAt(at, timeZone) === row.day ? at : null
}

/** What is out stays where it came out. */
export function isFixed({ status }: PlanRow): boolean {
  return status === 'published' || status === 'archived'
}

/** A step through days and minutes: the clock is kept first, then moved. */
export interface Shift {
  readonly days: number
  readonly minutes: number
}

/** Where a variant is wanted. */
export interface PlannedMove {
  readonly row: PlanRow
  readonly at: Instant
  /** The clock of it was meant to stay. */
  readonly keepsClock: boolean
}

/** Those of the rows that can be moved, moved; what has no time has none to move. */
export function shiftedRows(rows: readonly PlanRow[], { days, minutes }: Shift, timeZone: string): PlannedMove[] {
  return rows.flatMap((row) => {
    if (row.plannedAt === null || isFixed(row)) return []
    const at = sameClock(row.plannedAt, days, timeZone) + minutes * MINUTE_MS
    return [{ row, at, keepsClock: minutes === 0 }]
  })
}

/** The same clock on another day; noon where no time is known. */
export function onDay(row: PlanRow, day: Day, timeZone: string): Instant {
  const at = momentOf(row, timeZone) ?? row.plannedAt
  return at === null ? instantAt(day, '12:00', timeZone) : moveToDay(at, day, timeZone)
}

/** The first move that met an hour the clock does not show. */
export function findClockMove(moves: readonly PlannedMove[], timeZone: string): PlannedMove | undefined {
  return moves.find(
    ({ row, at, keepsClock }) => keepsClock && row.plannedAt !== null && isClockMoved(row.plannedAt, at, timeZone),
  )
}
