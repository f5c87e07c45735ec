/** When the sum of all results since the ledger's first line becomes positive: see shared/domain/payback.ts for the rule. */
import type { Confidence } from '../../../../shared/contract/result.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { addDays, mondayOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import {
  PROJECTION_WEEKS,
  projectPayback,
  turningDay,
  turningWeek,
  type WeekResult,
} from '../../../../shared/domain/payback.ts'
import { verdictOf, type VerdictKind } from '../../../../shared/domain/verdict.ts'
import type { Credit } from './credit.ts'
import { readExtent } from './rollup-store.ts'
import { dayResults, weekTotals } from './week-store.ts'
import { dataDays, type DataDays } from './weekly-results.ts'

/**
 * As of the end of the period, whenever the period begins. Null while any hour or purchase up to then is not priced. `weekly` are
 * the priced results of the period's weeks: where the period begins with the ledger they need not be read again.
 */
export function paybackOf(credit: Credit, period: Period, weekly: ReadonlyMap<Day, number>): Confidence['payback'] {
  const start = readExtent(credit.db)?.from
  const days = start && start <= period.to ? dataDays(credit, { from: start, to: period.to }) : null
  if (!days) return null
  const weeks = period.from <= days.from ? inOrder(weekly) : pricedWeeks(credit, days)
  if (weeks === null) return null
  const turning = turningWeek(weeks)
  if (turning) {
    const sunday = addDays(turning.monday, 6)
    const week = {
      from: turning.monday > days.from ? turning.monday : days.from,
      to: sunday < days.lastBooked ? sunday : days.lastBooked,
    }
    const day = turningDay(turning.beforeCents, dayResults(credit, week))
    return day ? { kind: 'since', day } : null
  }
  const projection = projectPayback({
    sumCents: weeks.reduce((sum, week) => sum + week.cents, 0),
    lastDay: days.lastBooked,
    ...recentWeeks(credit, days),
  })
  return projection ? { kind: 'projected', ...projection } : { kind: 'not-at-this-pace' }
}

function inOrder(weekly: ReadonlyMap<Day, number>): WeekResult[] {
  return [...weekly].map(([monday, cents]) => ({ monday, cents })).sort((a, b) => (a.monday < b.monday ? -1 : 1))
}

/** Results of all weeks with data; null where something is not priced. */
function pricedWeeks(credit: Credit, { from, lastBooked }: DataDays): WeekResult[] | null {
  const totals = weekTotals(credit, { from, to: lastBooked })
  if (totals.some((week) => week.unpriced > 0)) return null
  return totals.map((week) => ({ monday: week.monday, cents: week.contributionCents - week.costCents }))
}

/** The last eight full weeks with data, and the verdict on them. Fewer than eight: too little data. */
function recentWeeks(credit: Credit, days: DataDays): { recentWeekCents: number[]; recentVerdict: VerdictKind } {
  const sunday = addDays(mondayOf(addDays(days.to, 1)), -1)
  const first = addDays(sunday, 1 - 7 * PROJECTION_WEEKS)
  if (first < days.from) return { recentWeekCents: [], recentVerdict: 'too-little-data' }
  const totals = weekTotals(credit, { from: first, to: sunday })
  const byMonday = new Map(totals.map((week) => [week.monday, week.contributionCents - week.costCents]))
  const sumOf = (field: 'costCents' | 'contributionCents' | 'weight') =>
    totals.reduce((sum, week) => sum + week[field], 0)
  const recentWeekCents = Array.from(
    { length: PROJECTION_WEEKS },
    (_, index) => byMonday.get(addDays(first, index * 7)) ?? 0,
  )
  const purchases = Math.max(0, sumOf('weight') / WEIGHT_UNIT)
  const { kind } = verdictOf({
    weeklyResultCents: recentWeekCents,
    purchases,
    costCents: sumOf('costCents'),
    meanContributionCents: purchases > 0 ? sumOf('contributionCents') / purchases : null,
  })
  return { recentWeekCents, recentVerdict: kind }
}
