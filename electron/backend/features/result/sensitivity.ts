/** "Tornado": what the result would be if one assumption were another. */
import type { Sensitivity } from '../../../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { MARGIN_STEP, RATE_STEP, rateShiftCents } from '../../../../shared/domain/sensitivity.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { Credit } from './credit.ts'
import { sumMarginShift } from './margin-store.ts'
import { modelNumber } from '../../database/model-numbers.ts'
import { isSocial, sumRows } from './row-sums.ts'

export interface SensitivityQuestion {
  readonly period: Period
  readonly model: AttributionModel
  readonly windowDays?: number | undefined
}

type Bar = Sensitivity['bars'][number]
type End = Bar['low']

/** Windows in days that are compared, whatever the ledger's own is. */
const WINDOWS = [7, 30, 90] as const

/** Nothing while the result is preliminary: there is nothing to vary. */
export function sensitivityOf(db: Connection, settings: StoredSettings, question: SensitivityQuestion): Sensitivity {
  const { period, model } = question
  const at = (windowDays: number | undefined) => new Credit(db, model, windowDays, settings.attributionWindowDays)
  const credit = at(question.windowDays)
  const { totals } = sumRows(credit, period, 'month')
  if (totals.unpricedCount > 0 || totals.unpricedSeconds > 0 || totals.isEmpty) return { baseCents: null, bars: [] }
  const baseCents = totals.contributionCents - totals.costCents
  const bars: Bar[] = [
    barOf(
      'rate',
      [RATE_STEP, -RATE_STEP].map((value) => ({ cents: baseCents - rateShiftCents(totals.labourCents, value), value })),
    ),
    barOf(
      'margin',
      [-MARGIN_STEP, MARGIN_STEP].map((value) => ({
        cents: baseCents + sumMarginShift(credit, settings, period, totals.netCents, value),
        value,
      })),
    ),
    barOf(
      'window',
      WINDOWS.map((value) => ({ cents: contributionOf(at(value), period) - totals.costCents, value })),
    ),
    barOf('model', resultsByModel(credit, period, totals.costCents)),
  ]
  return { baseCents, bars: bars.sort((a, b) => effectOf(b) - effectOf(a)) }
}

/** Social contribution of a period, in cents. */
function contributionOf(credit: Credit, period: Period): number {
  let sum = 0
  for (const share of credit.sumBy('none', period)) if (isSocial(share)) sum += share.contributionCents
  return sum
}

function resultsByModel(credit: Credit, period: Period, costCents: number): End[] {
  const shares = credit.sumByModel('none', period).filter(isSocial)
  return ATTRIBUTION_MODELS.map((value) => {
    const own = shares.filter((share) => share.model === 0 || share.model === modelNumber(value))
    return { cents: own.reduce((sum, share) => sum + share.contributionCents, 0) - costCents, value }
  })
}

/** Of several values that bring the same, the first. */
function barOf(factor: Bar['factor'], ends: readonly End[]): Bar {
  const [low] = ends.toSorted((a, b) => a.cents - b.cents)
  const [high] = ends.toSorted((a, b) => b.cents - a.cents)
  if (!low || !high) throw new Error(`no values for ${factor}`)
  return { factor, low, high }
}

function effectOf({ low, high }: Bar): number {
  return high.cents - low.cents
}
