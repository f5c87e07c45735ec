/** Rollups by year, month and day: which of them make up a period. */
import { splitAtMonths, splitAtYears, type Period } from '../../../shared/domain/day.ts'
import type { Connection } from './connection.ts'

/**
 * Runs one statement for each part of a period (at most one range of years, two of months and two of days) and answers the rows
 * of all of them: a key may come up to five times. One grouping over all parts at once would have to sort what the parts have.
 */
export function ofEachPart<Row>(
  db: Connection,
  period: Period,
  isByMonth: boolean,
  sqlOf: (unit: Unit) => string,
  values: object = {},
): Row[] {
  const rows: Row[] = []
  for (const { unit, from, to } of partsOf(period, isByMonth))
    for (const row of db.prepare<[object], Row>(sqlOf(unit)).all({ ...values, from, to })) rows.push(row)
  return rows
}

export type Unit = 'year' | 'month' | 'day'

/** By month there are no whole years to read. */
function partsOf(period: Period, isByMonth: boolean): { unit: Unit; from: string; to: string }[] {
  const { months: wholeMonths, days } = splitAtMonths(period)
  const tiers = isByMonth ? { years: null, months: wholeMonths ? [wholeMonths] : [], days } : splitAtYears(period)
  return [
    ...(tiers.years ? [{ unit: 'year' as const, ...tiers.years }] : []),
    ...tiers.months.map((range) => ({ unit: 'month' as const, ...range })),
    ...tiers.days.map((range) => ({ unit: 'day' as const, ...range })),
  ]
}
