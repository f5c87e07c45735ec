/** Where the posts of a day stand in its column: at their time, side by side where they would cover each other. */
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { type DayScale, instantOf, offsetOf } from '../../../lib/day-scale.ts'
import { type Lane, layInLanes } from '../../../lib/lanes.ts'
import { momentOf } from '../entry/plan-moment.ts'

const MINUTE_MS = 60_000
/** What is published takes no time; this is how long it is drawn. */
export const SHOWN_MS = 42 * MINUTE_MS
export const STEP_MS = 15 * MINUTE_MS

export interface PlacedPost extends Lane {
  readonly row: PlanRow
  /** Where it is drawn: its time, or as late as there is room before midnight. */
  readonly from: Instant
}

export interface DayPosts {
  readonly placed: readonly PlacedPost[]
  /** Only their day is known. */
  readonly untimed: readonly PlanRow[]
}

export function layOutPosts(rows: readonly PlanRow[], scale: DayScale, timeZone: string): DayPosts {
  const untimed = rows.filter((row) => momentOf(row, timeZone) === null)
  const parts = rows
    .flatMap((row) => {
      const at = momentOf(row, timeZone)
      if (at === null) return []
      const from = Math.min(at, scale.end - SHOWN_MS)
      return [{ row, from, to: from + SHOWN_MS }]
    })
    .sort((a, b) => a.from - b.from || a.row.id - b.row.id)
  const placed = layInLanes(parts).map(({ part: { row, from }, lane, span, lanes }) => ({
    row,
    from,
    lane,
    span,
    lanes,
  }))
  return { placed, untimed }
}

/** The quarter of an hour nearest to a place, on that day. */
export function quarterAt(scale: DayScale, offset: number): Instant {
  const at = Math.round(instantOf(scale, offset) / STEP_MS) * STEP_MS
  return Math.min(Math.max(at, scale.start), scale.end - STEP_MS)
}

/** The half hour a place lies in. */
export function halfHourAt(scale: DayScale, offset: number): Instant {
  const step = 2 * STEP_MS
  return Math.min(Math.max(Math.floor(instantOf(scale, offset) / step) * step, scale.start), scale.end - step)
}

/** Hours from noon at which the view begins: the first post of the morning, or when work does. */
export function firstOffset(
  posts: readonly DayPosts[],
  scales: readonly DayScale[],
  workFrom: readonly number[],
): number {
  const starts = posts.flatMap(({ placed }, index) => {
    const scale = scales[index]
    return scale ? placed.map(({ from }) => offsetOf(scale, from)) : []
  })
  // Before this it is night, which is not where one looks first.
  return Math.min(-4, ...workFrom, ...starts.filter((offset) => offset >= -7))
}
