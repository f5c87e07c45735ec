/** Results of ISO weeks, in total and by row: what verdicts and the cumulative line are made of. */
import { addDays, mondayOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { Credit } from './credit.ts'
import { lastBookedDay, readExtent } from './rollup-store.ts'
import type { RowKey } from './row-sums.ts'
import { weekSumsBy, weekSumsByChannel, weekTotals, type WeekSum } from './week-store.ts'
import type { PostKey } from './post-store.ts'

/** Weeks in the chart: the latest, where a mistyped year makes the ledger a century long. */
const MAX_POINTS = 2_000

/** Groupings whose rows can earn: revenue is credited to nothing else. */
export const EARNING_GROUPINGS = ['channel', 'campaign', 'client', 'post', 'pillar', 'format'] as const
export type EarningGrouping = 'channel' | 'campaign' | 'client' | PostKey

export interface WeeklyResults {
  /** Of every week that has any data, full or not, by its Monday. */
  readonly byWeek: ReadonlyMap<Day, number>
  /** Full weeks within the period and the days that have data, in cents. */
  readonly total: readonly number[]
  /** The same by row. A row's weeks begin with its first cost or purchase: before it there was nothing to judge. */
  readonly byRow: ReadonlyMap<RowKey, readonly number[]>
  readonly cumulative: readonly { readonly day: Day; readonly cents: number }[]
}

/** Days of a period that have data; costs that run on after the last hour or sale are part of the result, though of no judged week. */
export interface DataDays {
  readonly from: Day
  /** Last day on which something was worked, spent on ads or sold. */
  readonly to: Day
  /** Last day on which anything is booked. */
  readonly lastBooked: Day
}

export function dataDays(credit: Credit, period: Period): DataDays | null {
  const extent = readExtent(credit.db)
  if (!extent) return null
  const from = extent.from > period.from ? extent.from : period.from
  const to = extent.to < period.to ? extent.to : period.to
  const lastBooked = lastBookedDay(credit.db, period) ?? to
  return from > lastBooked ? null : { from, to, lastBooked }
}

/** `rows`: whose weeks are asked for. */
export function weeklyResults(
  credit: Credit,
  period: Period,
  by: EarningGrouping | null,
  rows: ReadonlySet<RowKey>,
): WeeklyResults {
  const days = dataDays(credit, period)
  if (!days) return { byWeek: new Map(), total: [], byRow: new Map(), cumulative: [] }
  const booked = { from: days.from, to: days.lastBooked }
  const sums = by === null ? [] : by === 'channel' ? weekSumsByChannel(credit, booked) : weekSumsBy(credit, by, booked)
  const totals = by === 'channel' ? addUp(sums) : totalsOf(credit, booked)
  const fullWeeks = mondaysOf(days)
  return {
    byWeek: totals,
    total: fullWeeks.slice(firstIndex(fullWeeks, totals)).map((monday) => totals.get(monday) ?? 0),
    byRow: rowsOf(sums, fullWeeks, rows),
    cumulative: cumulate(days, totals),
  }
}

function totalsOf(credit: Credit, period: Period): Map<Day, number> {
  return new Map(weekTotals(credit, period).map((week) => [week.monday, week.contributionCents - week.costCents]))
}

/** Weeks in which anything is booked or credited. */
function addUp(sums: readonly WeekSum[]): Map<Day, number> {
  const totals = new Map<Day, { cents: number; count: number }>()
  for (const { monday, cents, count } of sums) {
    const total = totals.get(monday) ?? { cents: 0, count: 0 }
    totals.set(monday, total)
    total.cents += cents
    total.count += count
  }
  return new Map([...totals].filter(([, { count }]) => count > 0).map(([monday, { cents }]) => [monday, cents]))
}

/** Mondays of the full weeks between the first and the last day with data. */
function mondaysOf({ from, to }: DataDays): Day[] {
  const mondays: Day[] = []
  for (let monday = mondayOf(addDays(from, 6)); addDays(monday, 6) <= to; monday = addDays(monday, 7))
    mondays.push(monday)
  return mondays
}

/** The first full week in or after which anything happened. */
function firstIndex(fullWeeks: readonly Day[], sums: ReadonlyMap<Day, number>): number {
  let first: Day | null = null
  for (const monday of sums.keys()) if (first === null || monday < first) first = monday
  const index = first === null ? -1 : fullWeeks.findIndex((monday) => monday >= first)
  return index === -1 ? fullWeeks.length : index
}

function rowsOf(sums: readonly WeekSum[], fullWeeks: readonly Day[], rows: ReadonlySet<RowKey>): Map<RowKey, number[]> {
  const byKey = new Map<RowKey, WeekSum[]>()
  for (const sum of sums) {
    if (!rows.has(sum.key)) continue
    const own = byKey.get(sum.key)
    if (own) own.push(sum)
    else byKey.set(sum.key, [sum])
  }
  return new Map(
    [...byKey].map(([key, own]) => {
      const totals = addUp(own)
      return [key, fullWeeks.slice(firstIndex(fullWeeks, totals)).map((monday) => totals.get(monday) ?? 0)]
    }),
  )
}

/** The running result at the end of each week, or of the part of it that lies within the period. */
function cumulate({ from, lastBooked }: DataDays, totals: ReadonlyMap<Day, number>): { day: Day; cents: number }[] {
  const points: { day: Day; cents: number }[] = []
  let sum = 0
  for (let monday = mondayOf(from); monday <= lastBooked; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    sum += totals.get(monday) ?? 0
    points.push({ day: sunday < lastBooked ? sunday : lastBooked, cents: sum })
  }
  return points.slice(-MAX_POINTS)
}
