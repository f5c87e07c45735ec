/** What the facts suggest, the most pressing first. Every step is counted; none is guessed. */
import type { MonthReport, NextStep } from '../../../../shared/contract/reports.ts'
import type { Insights } from '../../../../shared/contract/result.ts'
import { purchasePace } from '../../../../shared/domain/purchase-pace.ts'

/** A page holds no more. */
const MAX_STEPS = 6
/** Channels that cost, named one by one. */
const MAX_CHANNELS = 2
/** Less than this is no news. */
const LEAST_UNLOVED_SHARE = 0.05

type Figures = Omit<MonthReport, 'next'>

export function nextSteps(figures: Figures, insights: Insights): NextStep[] {
  return [
    ...figures.lacks.map((lack): NextStep => ({ kind: 'enter', lack })),
    ...purchasesMissing(figures),
    ...channelsThatCost(figures),
    ...budgetsExceeded(figures),
    ...bestHours(figures, insights),
    ...untouched(figures),
    ...unloved(figures, insights),
  ].slice(0, MAX_STEPS)
}

function purchasesMissing({ period, purchasesMissing: missing, certainty }: Figures): NextStep[] {
  if (certainty === null || missing === null || missing === 0) return []
  return [{ kind: 'purchases-missing', ...purchasePace(missing, period) }]
}

function channelsThatCost({ channels }: Figures): NextStep[] {
  return channels
    .flatMap(({ key, verdict, resultCents }) =>
      key !== null && verdict?.kind === 'costs' && resultCents !== null && resultCents < 0
        ? [{ channel: key, resultCents }]
        : [],
    )
    .toSorted((a, b) => a.resultCents - b.resultCents)
    .slice(0, MAX_CHANNELS)
    .map((each): NextStep => ({ kind: 'channel-costs', ...each }))
}

function budgetsExceeded({ budget }: Figures): NextStep[] {
  return budget
    .filter(({ cents, plannedCents }) => cents > plannedCents)
    .map(({ kind, cents, plannedCents }): NextStep => ({ kind: 'budget-exceeded', cost: kind, cents, plannedCents }))
}

function bestHours({ totals }: Figures, { bestHours: { rows } }: Insights): NextStep[] {
  const [best] = rows.toSorted((a, b) => b.returnPerHourCents - a.returnPerHourCents)
  if (!best || best.returnPerHourCents <= 0) return []
  const { channel, activity, returnPerHourCents } = best
  return [{ kind: 'best-hours', channel, activity, returnPerHourCents, averageRateCents: costPerHour(totals) }]
}

/** Cents of a priced hour; null without one. */
export function costPerHour(totals: Figures['totals']): number | null {
  const priced = totals.seconds - totals.unpricedSeconds
  return priced > 0 ? Math.round((totals.labourCents * 3600) / priced) : null
}

function untouched({ coverage }: Figures): NextStep[] {
  const count = coverage.orders - coverage.touchedOrders
  if (count <= 0) return []
  return [{ kind: 'untouched-purchases', count, netCents: coverage.netCents - coverage.touchedNetCents }]
}

function unloved({ totals }: Figures, { unloved: { all } }: Insights): NextStep[] {
  const share = totals.seconds > 0 ? all.seconds / totals.seconds : 0
  return share >= LEAST_UNLOVED_SHARE ? [{ kind: 'unloved', seconds: all.seconds, share }] : []
}
