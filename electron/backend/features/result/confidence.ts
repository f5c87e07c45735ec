/** How sure the result is: the verdict of each row, the range over the models, what is missing to zero, when it pays back. */
import type { Confidence, Grouping } from '../../../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../../../shared/domain/attribution.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { NO_CONFIDENCE } from '../../../../shared/domain/no-result.ts'
import { POST_FORMATS } from '../../../../shared/domain/post-format.ts'
import { breakEvenRevenueCents, purchasesMissing } from '../../../../shared/domain/revenue.ts'
import { verdictOf, type Verdict } from '../../../../shared/domain/verdict.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { Credit, type CreditKey } from './credit.ts'
import type { FigureSum } from './figures.ts'
import { paybackOf } from './payback.ts'
import { isPostKey } from './post-store.ts'
import { modelNumber } from '../../database/model-numbers.ts'
import type { ShareSum } from './rollup-store.ts'
import { isSocial, NO_KEY, sumRows, type RowKey } from './row-sums.ts'
import { foldSmallest } from './summary.ts'
import { EARNING_GROUPINGS, weeklyResults } from './weekly-results.ts'

export interface ConfidenceQuestion {
  readonly period: Period
  readonly model: AttributionModel
  readonly windowDays?: number | undefined
  readonly by: Grouping
}

/** The verdict is always on direct costs. */
export function confidenceOf(db: Connection, settings: StoredSettings, question: ConfidenceQuestion): Confidence {
  const { period, model } = question
  const by = EARNING_GROUPINGS.find((grouping) => grouping === question.by) ?? null
  const credit = new Credit(db, model, question.windowDays, settings.attributionWindowDays)
  const shares = credit.sumByModel(by ?? 'none', period)
  const own = shares.filter((share) => share.model === 0 || share.model === modelNumber(model))
  const { totals, rows } = sumRows(credit, period, by ?? 'activity', own)
  if (totals.unpricedCount > 0 || totals.unpricedSeconds > 0 || totals.isEmpty) return NO_CONFIDENCE
  const judged = by === null ? [] : [...foldSmallest(rows)].filter(([key, sum]) => key !== NO_KEY && !sum.isEmpty)
  const weeks = weeklyResults(credit, period, by, new Set(judged.map(([key]) => key)))
  const contributions = contributionsByModel(credit, period, by ?? 'none', shares)
  const purchases = totals.weight / WEIGHT_UNIT
  const meanOfLedger = purchases > 0 ? totals.contributionCents / purchases : null
  const judge = (sum: FigureSum, weeklyResultCents: readonly number[], byModel: readonly number[] | undefined) => ({
    verdict: verdictFor(sum, weeklyResultCents, meanOfLedger),
    range: rangeOf(byModel, sum.costCents),
  })
  return {
    total: judge(totals, weeks.total, contributions.total),
    rows: judged.map(([key, sum]) => ({
      ...identityOf(key),
      seconds: sum.seconds,
      ...judge(sum, weeks.byRow.get(key) ?? [], contributions.byRow.get(key)),
    })),
    byModel: ATTRIBUTION_MODELS.map((name, index) => ({
      model: name,
      resultCents: (contributions.total[index] ?? 0) - totals.costCents,
    })),
    breakEvenRevenueCents: breakEvenRevenueCents(totals.costCents, totals.netCents, totals.contributionCents),
    purchasesMissing: purchasesMissing(
      totals.contributionCents - totals.costCents,
      totals.contributionCents,
      purchases,
    ),
    cumulative: [...weeks.cumulative],
    payback: paybackOf(credit, period, weeks.byWeek),
  }
}

function identityOf(key: RowKey): Pick<Confidence['rows'][number], 'id' | 'format'> {
  if (typeof key === 'number') return { id: key, format: null }
  return { id: null, format: POST_FORMATS.find((format) => format === key) ?? null }
}

interface ContributionsByModel {
  readonly total: readonly number[]
  readonly byRow: ReadonlyMap<RowKey, readonly number[]>
}

/** Social contribution in total and by row, each by model in the order of the models. */
function contributionsByModel(
  credit: Credit,
  period: Period,
  by: CreditKey,
  shares: readonly ShareSum[],
): ContributionsByModel {
  const byRow = new Map<RowKey, number[]>()
  for (const share of shares) if (isSocial(share)) addTo(byRow, share.key, share)
  // By post only what names one has a row: the total has more.
  if (isPostKey(by))
    return { byRow, total: contributionsByModel(credit, period, 'none', credit.sumByModel('none', period)).total }
  const rows = [...byRow.values()]
  return { byRow, total: ATTRIBUTION_MODELS.map((_, index) => sumAt(rows, index)) }
}

function addTo(rows: Map<RowKey, number[]>, key: RowKey, share: ShareSum): void {
  const models = rows.get(key) ?? ATTRIBUTION_MODELS.map(() => 0)
  rows.set(key, models)
  for (const [index, model] of ATTRIBUTION_MODELS.entries()) {
    if (share.model === 0 || share.model === modelNumber(model))
      models[index] = (models[index] ?? 0) + share.contributionCents
  }
}

function sumAt(rows: readonly (readonly number[])[], index: number): number {
  return rows.reduce((sum, row) => sum + (row[index] ?? 0), 0)
}

function rangeOf(contributions: readonly number[] | undefined, costCents: number) {
  const results = (contributions ?? [0]).map((contribution) => contribution - costCents)
  return { lowestCents: Math.min(...results), highestCents: Math.max(...results) }
}

/** A period in which more was taken back than bought has no purchases to judge by. */
function verdictFor(sum: FigureSum, weeklyResultCents: readonly number[], meanOfLedger: number | null): Verdict {
  const purchases = Math.max(0, sum.weight / WEIGHT_UNIT)
  return verdictOf({
    weeklyResultCents,
    purchases,
    costCents: sum.costCents,
    meanContributionCents: purchases > 0 ? sum.contributionCents / purchases : meanOfLedger,
  })
}
