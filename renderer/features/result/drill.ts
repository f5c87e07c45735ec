/** From a figure to the rows behind it. Every figure of Bilanz is described here once, with the filter its rows obey. */
import type { LineFilter, LineKind } from '../../../shared/contract/ledger.ts'
import type { RevenueFilter } from '../../../shared/contract/revenue.ts'
import type { ResultFigures, ResultSummary } from '../../../shared/contract/result.ts'
import type { Activity } from '../../../shared/domain/activity.ts'
import type { AttributionModel, Scope } from '../../../shared/domain/attribution.ts'
import type { Period } from '../../../shared/domain/day.ts'
import type { PostFormat } from '../../../shared/domain/post-format.ts'

/** The part of the ledger a row of figures stands for. Absent dimensions: any; null: without. */
export interface Target {
  readonly name: string
  readonly period: Period
  readonly model: AttributionModel
  /** Days before a purchase in which a touch counts. */
  readonly windowDays: number
  /** Absent: both. */
  readonly scope?: Scope
  readonly channelId?: number | null
  readonly campaignId?: number | null
  readonly personId?: number | null
  readonly activity?: Activity | null
  readonly postId?: number | null
  readonly pillarId?: number | null
  readonly format?: PostFormat | null
  readonly clientId?: number | null
  readonly departmentId?: number | null
  /** Full costing: the figures with their part of what serves several channels, without it, and where that is found. */
  readonly spread?: { readonly full: ResultFigures; readonly own: ResultFigures; readonly pot: Target }
}

export type LineMeasure = 'hours' | 'labour' | 'ads' | 'other' | 'nonLabour' | 'cost'
export type PurchaseMeasure = 'orders' | 'net' | 'contribution'
export type Measure =
  | LineMeasure
  | PurchaseMeasure
  | 'result'
  | 'perHour'
  | 'restOfLabour'
  | 'coverage'
  | 'social'
  | 'allRevenue'
  | 'pot'
  | 'linked'
  | 'allLinked'
  | 'restOfChannel'
  | 'channelHours'

export type Drill =
  | { readonly kind: 'lines'; readonly name: string; readonly measure: LineMeasure; readonly filter: LineFilter }
  | {
      readonly kind: 'purchases'
      readonly name: string
      readonly measure: PurchaseMeasure
      readonly filter: RevenueFilter
    }
  | {
      readonly kind: 'parts'
      readonly name: string
      readonly measure: LineMeasure | 'result' | 'perHour' | 'restOfLabour' | 'restOfChannel' | 'coverage' | 'social'
      readonly value: number | null
      readonly unit: 'money' | 'share' | 'hours'
      readonly parts: readonly Part[]
    }

export interface Part {
  /** What the part is called; a measure's name unless given. */
  readonly label?: string
  readonly measure: Measure
  /** `times`: divided by; `by`: multiplied by. */
  readonly role: 'plus' | 'minus' | 'times' | 'by'
  readonly unit: 'money' | 'hours'
  readonly value: number | null
  /** Null where the ledger cannot list the rows by themselves. */
  readonly drill: Drill | null
}

const OTHER_KINDS: LineKind[] = ['tool', 'service', 'levy', 'other']
const KINDS: Readonly<Record<LineMeasure, LineKind[]>> = {
  hours: ['labour'],
  labour: ['labour'],
  ads: ['ads'],
  other: OTHER_KINDS,
  nonLabour: ['ads', ...OTHER_KINDS],
  cost: ['labour', 'ads', ...OTHER_KINDS],
}

export function linesDrill(measure: LineMeasure, target: Target): Drill {
  if (target.spread) return spreadDrill(measure, target, target.spread)
  const { name, period, scope, channelId, campaignId, personId, activity, postId, pillarId, format } = target
  const { clientId, departmentId } = target
  return {
    kind: 'lines',
    name,
    measure,
    filter: {
      period,
      ...(scope && { scope }),
      kinds: KINDS[measure],
      channelId,
      campaignId,
      personId,
      activity,
      postId,
      pillarId,
      format,
      clientId,
      departmentId,
    },
  }
}

/** What a channel carries with its part of the costs that serve several: both apart, each with its rows. */
function spreadDrill(measure: LineMeasure, target: Target, { full, own, pot }: NonNullable<Target['spread']>): Drill {
  const { spread: _, ...direct } = target
  const unit = measure === 'hours' ? 'hours' : 'money'
  const [value, ownValue] = [valueOf(measure, full), valueOf(measure, own)]
  return {
    kind: 'parts',
    name: target.name,
    measure,
    value,
    unit,
    parts: [
      { measure, role: 'plus', unit, value: ownValue, drill: linesDrill(measure, direct) },
      { measure: 'pot', role: 'plus', unit, value: value - ownValue, drill: linesDrill(measure, pot) },
    ],
  }
}

export function valueOf(measure: LineMeasure, figures: ResultFigures): number {
  const { seconds, labourCents, adsCents, otherCostCents } = figures
  switch (measure) {
    case 'hours':
      return seconds
    case 'labour':
      return labourCents
    case 'ads':
      return adsCents
    case 'other':
      return otherCostCents
    case 'nonLabour':
      return adsCents + otherCostCents
    case 'cost':
      return labourCents + adsCents + otherCostCents
  }
}

/** Purchases know neither who worked nor at what; those dimensions do not narrow them. */
export function purchasesDrill(measure: PurchaseMeasure, target: Target): Drill {
  const { name, period, model, windowDays, scope, channelId, campaignId, postId, pillarId, format, clientId } = target
  return {
    kind: 'purchases',
    name,
    measure,
    filter: {
      period,
      model,
      windowDays,
      ...(scope && { scope }),
      channelId,
      campaignId,
      postId,
      pillarId,
      format,
      clientId,
    },
  }
}

export function resultDrill(target: Target, figures: ResultFigures): Drill {
  const lines = (measure: 'labour' | 'ads' | 'other', value: number): Part => ({
    measure,
    role: 'minus',
    unit: 'money',
    value,
    drill: linesDrill(measure, target),
  })
  return {
    kind: 'parts',
    name: target.name,
    measure: 'result',
    value: figures.resultCents,
    unit: 'money',
    parts: [
      contributionPart(target, figures),
      lines('labour', figures.labourCents),
      lines('ads', figures.adsCents),
      lines('other', figures.otherCostCents),
    ],
  }
}

export function perHourDrill(target: Target, figures: ResultFigures): Drill {
  const nonLabour = figures.adsCents + figures.otherCostCents
  return {
    kind: 'parts',
    name: target.name,
    measure: 'perHour',
    value: figures.returnPerHourCents,
    unit: 'money',
    parts: [
      contributionPart(target, figures),
      { measure: 'nonLabour', role: 'minus', unit: 'money', value: nonLabour, drill: linesDrill('nonLabour', target) },
      { measure: 'hours', role: 'times', unit: 'hours', value: figures.seconds, drill: linesDrill('hours', target) },
    ],
  }
}

function contributionPart(target: Target, figures: ResultFigures): Part {
  const drill = purchasesDrill('contribution', target)
  return { measure: 'contribution', role: 'plus', unit: 'money', value: figures.contributionCents, drill }
}

/** Labour of several activities in one figure: opens as its parts. */
export function restOfLabourDrill(
  target: Target,
  rest: ResultSummary['labourByActivity'],
  nameOf: (activity: Activity | null) => string,
): Drill {
  return {
    kind: 'parts',
    name: target.name,
    measure: 'restOfLabour',
    value: rest.reduce((sum, { cents }) => sum + cents, 0),
    unit: 'money',
    parts: rest.map(({ activity, cents }) => ({
      label: nameOf(activity),
      measure: 'labour',
      role: 'plus',
      unit: 'money',
      value: cents,
      drill: linesDrill('labour', { ...target, name: nameOf(activity), activity }),
    })),
  }
}

/** A share of all revenue: the purchases with a touch, and all. */
export function coverageDrill(
  measure: 'coverage' | 'social',
  target: Target,
  touchedNetCents: number,
  netCents: number,
): Drill {
  const { name, period, model, windowDays } = target
  const filter: RevenueFilter = { period, model, windowDays, only: measure === 'coverage' ? 'touched' : 'social' }
  return {
    kind: 'parts',
    name,
    measure,
    value: netCents === 0 ? 0 : touchedNetCents / netCents,
    unit: 'share',
    parts: [
      {
        measure,
        role: 'plus',
        unit: 'money',
        value: touchedNetCents,
        drill: { kind: 'purchases', name, measure: 'net', filter },
      },
      {
        measure: 'allRevenue',
        role: 'times',
        unit: 'money',
        value: netCents,
        drill: purchasesDrill('net', { name, period, model, windowDays }),
      },
    ],
  }
}

/** Purchases that are pending or were voided. */
export function uncountedDrill({ name, period, model }: Target): Drill {
  return { kind: 'purchases', name, measure: 'orders', filter: { period, model, only: 'uncounted' } }
}
