/** The lines of the list: its rows, each week under a heading. */
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { type Day, mondayOf } from '../../../../shared/domain/day.ts'

export const ROW_HEIGHT = 38
export const HEADING_HEIGHT = 34

export type PlanLine =
  /** `monday`: null heads those without a day. */
  | { readonly kind: 'heading'; readonly monday: Day | null }
  /** `index`: its place among the rows. */
  | { readonly kind: 'row'; readonly row: PlanRow; readonly index: number }

/** `rows` in order of their days, whichever way; those without one together. A list of nothing but those has no headings. */
export function linesOf(rows: readonly PlanRow[]): readonly PlanLine[] {
  const isUndated = rows.every(({ day }) => day === null)
  let before: Day | null | undefined
  return rows.flatMap((row, index): PlanLine[] => {
    const line: PlanLine = { kind: 'row', row, index }
    const monday = row.day === null ? null : mondayOf(row.day)
    if (isUndated || monday === before) return [line]
    before = monday
    return [{ kind: 'heading', monday }, line]
  })
}

export function heightOf(line: PlanLine | undefined): number {
  return line?.kind === 'heading' ? HEADING_HEIGHT : ROW_HEIGHT
}
