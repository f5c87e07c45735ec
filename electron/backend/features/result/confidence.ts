/** How sure the result is: the verdict of each channel, the range over the models, what is missing to zero. */
import type { Confidence } from '../../../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../../../shared/domain/attribution.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { addDays, mondayOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import { breakEvenRevenueCents, purchasesMissing } from '../../../../shared/domain/revenue.ts'
import { verdictOf, type Verdict } from '../../../../shared/domain/verdict.ts'
import type { Connection } from '../../database/connection.ts'
import { FigureSum } from './figures.ts'
import {
  dailyContributions,
  dailyCosts,
  lastBookedDay,
  modelNumber,
  readExtent,
  sumLinesBy,
  sumSharesBy,
  sumSharesByModel,
  type DaySum,
  type ShareSum,
} from './rollup-store.ts'

const TOTAL = -1
const NO_CHANNEL = 0
/** Weeks in the chart: the latest, where a mistyped year makes the ledger a century long. */
const MAX_POINTS = 2_000

type Sums = ReadonlyMap<number, FigureSum>

export function confidenceOf(db: Connection, period: Period, model: AttributionModel): Confidence {
  const sums = sumByChannel(db, period, model)
  const total = sums.get(TOTAL) ?? new FigureSum()
  if (total.unpricedCount > 0 || total.unpricedSeconds > 0 || total.isEmpty) return UNKNOWN
  const byModel = contributionsByModel(sumSharesByModel(db, period))
  const weeks = weeklyResults(db, period, model)
  const meanOfLedger = total.weight > 0 ? (total.contributionCents * WEIGHT_UNIT) / total.weight : null
  const judge = (key: number): { verdict: Verdict; range: { lowestCents: number; highestCents: number } } => ({
    verdict: verdictFor(sums.get(key) ?? new FigureSum(), weeks.full.get(key) ?? [], meanOfLedger),
    range: rangeOf(byModel.get(key), sums.get(key)?.costCents ?? 0),
  })
  return {
    total: judge(TOTAL),
    channels: [...sums.keys()]
      .filter((key) => key > NO_CHANNEL)
      .map((channelId) => ({ channelId, ...judge(channelId) })),
    byModel: ATTRIBUTION_MODELS.map((name, index) => ({
      model: name,
      resultCents: (byModel.get(TOTAL)?.[index] ?? 0) - total.costCents,
    })),
    breakEvenRevenueCents: breakEvenRevenueCents(total.costCents, total.netCents, total.contributionCents),
    purchasesMissing: purchasesMissing(
      total.contributionCents - total.costCents,
      total.contributionCents,
      total.weight / WEIGHT_UNIT,
    ),
    cumulative: weeks.cumulative,
  }
}

const UNKNOWN: Confidence = {
  total: null,
  channels: [],
  byModel: [],
  breakEvenRevenueCents: null,
  purchasesMissing: null,
  cumulative: [],
}

function sumByChannel(db: Connection, period: Period, model: AttributionModel): Sums {
  const sums = new Map<number, FigureSum>([[TOTAL, new FigureSum()]])
  const each = (key: number | string, add: (sum: FigureSum) => void) => {
    for (const target of [TOTAL, Number(key)]) {
      const sum = sums.get(target) ?? new FigureSum()
      sums.set(target, sum)
      add(sum)
    }
  }
  for (const line of sumLinesBy(db, 'channel', period))
    if (line.scope === 'social') each(line.key, (sum) => sum.addLine(line))
  for (const share of sumSharesBy(db, 'channel', period, model)) {
    if (share.scope === 'social') each(share.key, (sum) => sum.addShare(share))
  }
  return sums
}

/** Contribution of each channel (and in total) by model, in the order of the models. */
function contributionsByModel(shares: readonly ShareSum[]): Map<number, number[]> {
  const byKey = new Map<number, number[]>()
  for (const share of shares) {
    for (const key of [TOTAL, Number(share.key)]) {
      const models = byKey.get(key) ?? ATTRIBUTION_MODELS.map(() => 0)
      byKey.set(key, models)
      for (const [index, model] of ATTRIBUTION_MODELS.entries()) {
        if (share.model === 0 || share.model === modelNumber(model))
          models[index] = (models[index] ?? 0) + share.contributionCents
      }
    }
  }
  return byKey
}

function rangeOf(contributions: readonly number[] | undefined, costCents: number) {
  const results = (contributions ?? [0]).map((contribution) => contribution - costCents)
  return { lowestCents: Math.min(...results), highestCents: Math.max(...results) }
}

function verdictFor(sum: FigureSum, weeklyResultCents: readonly number[], meanOfLedger: number | null): Verdict {
  const purchases = sum.weight / WEIGHT_UNIT
  return verdictOf({
    weeklyResultCents,
    purchases,
    costCents: sum.costCents,
    meanContributionCents: purchases > 0 ? sum.contributionCents / purchases : meanOfLedger,
  })
}

/**
 * Results of the full ISO weeks within the period and the days that have data, by channel and in total. A channel's weeks
 * begin with its first cost or purchase: before it there was nothing to judge.
 */
function weeklyResults(db: Connection, period: Period, model: AttributionModel) {
  const extent = readExtent(db)
  const from = extent && extent.from > period.from ? extent.from : period.from
  const to = extent && extent.to < period.to ? extent.to : period.to
  // Costs run on after the last hour or sale: they are part of the result, though of no week that is judged.
  const last = lastBookedDay(db, period) ?? to
  const days = { from, to: last }
  const byWeek = new Map<Day, Map<number, number>>()
  const firstWeek = new Map<number, Day>()
  const book = ({ day, channelId, cents }: DaySum, sign: 1 | -1) => {
    const week = weekOf(day)
    for (const key of [TOTAL, channelId]) {
      const sums = byWeek.get(week) ?? new Map<number, number>()
      byWeek.set(week, sums)
      sums.set(key, (sums.get(key) ?? 0) + sign * cents)
      const first = firstWeek.get(key)
      if (first === undefined || week < first) firstWeek.set(key, week)
    }
  }
  const weekOf = rememberWeeks()
  for (const sum of dailyCosts(db, days)) book(sum, -1)
  for (const sum of dailyContributions(db, days, model)) book(sum, 1)
  const full = new Map<number, number[]>()
  const cumulative: { day: Day; cents: number }[] = []
  let sum = 0
  for (let monday = mondayOf(from); monday <= last; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    const week = byWeek.get(monday)
    sum += week?.get(TOTAL) ?? 0
    cumulative.push({ day: sunday < last ? sunday : last, cents: sum })
    if (monday < from || sunday > to) continue
    for (const [key, first] of firstWeek) {
      if (monday < first) continue
      const values = full.get(key) ?? []
      full.set(key, values)
      values.push(week?.get(key) ?? 0)
    }
  }
  return { full, cumulative: cumulative.slice(-MAX_POINTS) }
}

function rememberWeeks(): (day: Day) => Day {
  const mondays = new Map<Day, Day>()
  return (day) => {
    let monday = mondays.get(day)
    if (monday === undefined) mondays.set(day, (monday = mondayOf(day)))
    return monday
  }
}
