/** The figures of a report: what the other features answer about a period, put together once for page, file and command line. */
import type { MonthReport } from '../../../../shared/contract/reports.ts'
import type { Client } from '../../../../shared/contract/contract.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  type Day,
  type Month,
  type Period,
} from '../../../../shared/domain/day.ts'
import { periodBefore } from '../../../../shared/domain/earlier-period.ts'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { isTelling } from '../../../../shared/domain/verdict.ts'
import type { Backend } from '../../backend.ts'
import { nextSteps } from './next-steps.ts'
import { countLeads, countPosts } from './report-store.ts'

export interface ReportQuestion {
  readonly period: Period
  readonly model: AttributionModel
}

export async function monthReport(backend: Backend, question: ReportQuestion): Promise<MonthReport> {
  const { ask, ledger } = backend
  const { period, model } = question
  const settings = ledger.settings()
  const summary = await ask.result.summary({ ...question, by: 'channel' })
  const confidence = await ask.result.confidence({ ...question, by: 'channel' })
  const insights = await ask.result.insights(question)
  const judged = await judgedPeriod(ask, period, ledger.today())
  const verdicts =
    judged === period ? confidence : await ask.result.confidence({ period: judged, model, by: 'channel' })
  const before = await compare(ask, question)
  const budget = await budgetOf(ask, period)
  const rangeOf = new Map(confidence.rows.map((row) => [row.id, row.range]))
  const telling = verdicts.rows.filter(({ verdict, seconds }) => isTelling(verdict.kind, seconds))
  const verdictOf = new Map(telling.map((row) => [row.id, row.verdict]))
  const { totals, coverage, lacks } = summary
  const figures: Omit<MonthReport, 'next'> = {
    format: 'gegenwert-report',
    version: 1,
    ledger: { name: settings.name, currency: settings.currency, timeZone: settings.timeZone },
    madeOn: ledger.today(),
    period,
    before,
    closing: await closingOf(ask, period, settings.timeZone),
    model,
    windowDays: summary.windowDays,
    totals,
    channels: summary.rows.map((row) => ({
      ...row,
      verdict: (row.id === null ? null : verdictOf.get(row.id)) ?? null,
      range: (row.id === null ? null : rangeOf.get(row.id)) ?? null,
    })),
    activities: summary.labourByActivity,
    posts: countPosts(ledger.reader, period),
    coverage,
    other: summary.other,
    uncountedOrders: summary.uncountedOrders,
    leads: {
      ...countLeads(ledger.reader, period),
      open: insights.pipeline.count,
      openWeightedCents: insights.pipeline.weightedCents,
    },
    lacks,
    certainty: confidence.total && { ...confidence.total, verdict: (verdicts.total ?? confidence.total).verdict },
    judged,
    byModel: confidence.byModel,
    breakEvenRevenueCents: confidence.breakEvenRevenueCents,
    purchasesMissing: confidence.purchasesMissing,
    marginBasisPoints: settings.marginBasisPoints,
    budget,
  }
  return { ...figures, next: nextSteps(figures, insights) }
}

/** The one month a period is exactly; null for any other. */
export function onlyMonth({ from, to }: Period): Month | null {
  const month = monthOf(from)
  return from === firstDayOf(month) && to === lastDayOf(month) ? month : null
}

/** Nine weeks hold at least eight full ones, which is what a verdict asks for. */
const DAYS_FOR_A_VERDICT = 63
const JUDGED_DAYS = 26 * 7

/** A month says little about a typical week: half a year up to its end does, as far as there is one. */
async function judgedPeriod(ask: Client, period: Period, today: Day): Promise<Period> {
  if (daysBetween(period.from, period.to) + 1 >= DAYS_FOR_A_VERDICT) return period
  const extent = await ask.result.extent()
  const to = period.to > today && period.from <= today ? today : period.to
  const from = addDays(to, 1 - JUDGED_DAYS)
  const first = extent && extent.from > from ? extent.from : from
  return first < period.from ? { from: first, to } : period
}

/** Nothing to compare with where the ledger begins later. */
async function compare(ask: Client, { period, model }: ReportQuestion): Promise<MonthReport['before']> {
  const extent = await ask.result.extent()
  const before = periodBefore(period)
  if (!extent || extent.from > before.to) return null
  const { totals } = await ask.result.summary({ period: before, model, by: 'channel' })
  return { period: before, totals }
}

async function closingOf(ask: Client, period: Period, timeZone: string): Promise<MonthReport['closing']> {
  const month = onlyMonth(period)
  if (month === null) return null
  const { months } = await ask.ledger.months()
  const state = months.find((each) => each.month === month)
  if (!state?.seal) return { kind: 'open', isRunning: state?.status === 'running' }
  return {
    kind: 'closed',
    day: dayAt(state.seal.sealedAt, timeZone),
    hash: state.seal.hash,
    resultCents: state.reportedResultCents,
    differs: state.isReattributed,
  }
}

/** Budgets of the period's months against what social media cost in them, where one is set. A campaign's budget is a part of the whole. */
async function budgetOf(ask: Client, period: Period): Promise<MonthReport['budget']> {
  const months = new Set<string>(monthsOf(period))
  const years = [...new Set([...months].map((month) => Number(month.slice(0, 4))))]
  const sums = new Map<MonthReport['budget'][number]['kind'], { plannedCents: number; cents: number }>()
  const sumOf = (kind: MonthReport['budget'][number]['kind']) => {
    const sum = sums.get(kind) ?? { plannedCents: 0, cents: 0 }
    sums.set(kind, sum)
    return sum
  }
  for (const year of years) {
    const { budgets, actuals } = await ask.planning.budget({ year })
    const planned = budgets.filter(({ month, campaignId }) => campaignId === null && months.has(month))
    for (const { kind, cents } of planned) sumOf(kind).plannedCents += cents
    const cells = new Set(planned.map(({ month, kind }) => `${month} ${kind}`))
    for (const { month, kind, scope, cents } of actuals) {
      if (scope === 'social' && cells.has(`${month} ${kind}`)) sumOf(kind).cents += cents
    }
  }
  return [...sums].map(([kind, sum]) => ({ kind, ...sum }))
}

/** Whole months only: half a month has no budget. */
function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = []
  for (let day: Day = firstDayOf(monthOf(from)); day <= to; day = addMonths(day, 1)) {
    const month = monthOf(day)
    if (day >= from && lastDayOf(month) <= to) months.push(month)
  }
  return months
}
