/** When the sum of all results since the ledger's first line becomes positive: see shared/domain/payback.ts for the rule. */
import type { Confidence } from '../../../../shared/contract/result.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { addDays, mondayOf, type Period } from '../../../../shared/domain/day.ts'
import { PROJECTION_WEEKS, projectPayback, turningDay, turningWeek } from '../../../../shared/domain/payback.ts'
import { verdictOf, type VerdictKind } from '../../../../shared/domain/verdict.ts'
import type { Credit } from './credit.ts'
import { readExtent } from './rollup-store.ts'
import { dayResults, weekTotals, type WeekTotal } from './week-store.ts'
import { dataDays, type DataDays } from './weekly-results.ts'

/** As of the end of the period, whenever the period begins. Null while any hour or purchase up to then is not priced. */
export function paybackOf(credit: Credit, period: Period): Confidence['payback'] {
  const start = readExtent(credit.db)?.from
  const days = start && start <= period.to ? dataDays(credit, { from: start, to: period.to }) : null
  if (!days) return null
  const totals = weekTotals(credit, { from: days.from, to: days.lastBooked })
  if (totals.some((week) => week.unpriced > 0)) return null
  const weeks = totals.map((week) => ({ monday: week.monday, cents: week.contributionCents - week.costCents }))
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
    ...recentWeeks(days, totals),
  })
  return projection ? { kind: 'projected', ...projection } : { kind: 'not-at-this-pace' }
}

/** The last eight full weeks with data, and the verdict on them. Fewer than eight: too little data. */
function recentWeeks(
  days: DataDays,
  totals: readonly WeekTotal[],
): { recentWeekCents: number[]; recentVerdict: VerdictKind } {
  const last = addDays(mondayOf(addDays(days.to, 1)), -7)
  const first = addDays(last, -7 * (PROJECTION_WEEKS - 1))
  if (first < days.from) return { recentWeekCents: [], recentVerdict: 'too-little-data' }
  const byMonday = new Map(totals.map((week) => [week.monday, week]))
  const recentWeekCents: number[] = []
  const sum = { cost: 0, contribution: 0, weight: 0 }
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) {
    const week = byMonday.get(monday)
    recentWeekCents.push((week?.contributionCents ?? 0) - (week?.costCents ?? 0))
    sum.cost += week?.costCents ?? 0
    sum.contribution += week?.contributionCents ?? 0
    sum.weight += week?.weight ?? 0
  }
  const purchases = Math.max(0, sum.weight / WEIGHT_UNIT)
  const { kind } = verdictOf({
    weeklyResultCents: recentWeekCents,
    purchases,
    costCents: sum.cost,
    meanContributionCents: purchases > 0 ? sum.contribution / purchases : null,
  })
  return { recentWeekCents, recentVerdict: kind }
}
