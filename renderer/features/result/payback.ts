/** The dashed line from the last week to the day on which everything spent would have come back. */
import type { Confidence } from '../../../shared/contract/result.ts'
import { addDays, daysBetween } from '../../../shared/domain/day.ts'

type Points = Confidence['cumulative']

/** A projection longer than what it is drawn from would claim more than it knows. */
const MOST_WEEKS = 104

export function projectedPoints(points: Points, payback: Confidence['payback']): Points {
  const last = points.at(-1)
  if (payback?.kind !== 'projected' || !last || payback.day <= last.day) return []
  const days = daysBetween(last.day, payback.day)
  const weeks = Math.min(Math.ceil(days / 7), points.length, MOST_WEEKS)
  return Array.from({ length: weeks }, (_, index) => {
    const ahead = Math.min(days, (index + 1) * 7)
    return { day: addDays(last.day, ahead), cents: Math.round(last.cents - (last.cents * ahead) / days) }
  })
}
