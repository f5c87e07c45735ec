/** Where arrow keys lead in a grid of days with posts in them. */
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { addDays, type Day } from '../../../../shared/domain/day.ts'

/** A day, or a post on it. */
export interface Spot {
  readonly day: Day
  /** The variant; null: the day itself. */
  readonly id: number | null
}

export type Arrow = 'arrowleft' | 'arrowright' | 'arrowup' | 'arrowdown'

interface Days {
  rowsOf(day: Day): readonly PlanRow[]
  /** Days from a day to the one below it; null: nothing is below. */
  readonly rowDays: number | null
}

/**
 * Sideways to the day beside: from a post to the one as far down there, or the last, or the day where it has none. Up and down through the
 * posts of a day, then on to the day above or below it.
 */
export function stepFrom({ day, id }: Spot, arrow: Arrow, { rowsOf, rowDays }: Days): Spot {
  const rows = rowsOf(day)
  const index = rows.findIndex((row) => row.id === id)
  if (arrow === 'arrowleft' || arrow === 'arrowright') {
    const beside = addDays(day, arrow === 'arrowleft' ? -1 : 1)
    const others = rowsOf(beside)
    return { day: beside, id: index === -1 ? null : (others[Math.min(index, others.length - 1)]?.id ?? null) }
  }
  if (arrow === 'arrowdown') {
    const next = rows[index + 1]
    if (next) return { day, id: next.id }
    return rowDays === null ? { day, id } : { day: addDays(day, rowDays), id: null }
  }
  if (index > 0) return { day, id: rows[index - 1]?.id ?? null }
  if (index === 0 || rowDays === null) return { day, id: null }
  const above = addDays(day, -rowDays)
  return { day: above, id: rowsOf(above).at(-1)?.id ?? null }
}
