/** What a change of all margins makes of the contribution. */
import { MARGIN_STEP, marginShiftCents } from '../../../../shared/domain/sensitivity.ts'
import { multiplyDivide, type BasisPoints } from '../../../../shared/domain/money.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import type { Credit } from './credit.ts'
import { modelNumber } from '../../database/model-numbers.ts'

/**
 * Shift of the social contribution of a period in cents when every margin moves by `step` and stays within 0 and 100 %. Where no
 * margin of the ledger can reach an end, all move alike and the shift follows from the sum; else each share is moved by itself.
 */
export function sumMarginShift(
  credit: Credit,
  settings: StoredSettings,
  period: Period,
  netCents: number,
  step: BasisPoints,
): number {
  if (!isNearAnEnd(credit, settings)) return multiplyDivide(netCents, step, 10_000)
  const rows = credit.db
    .prepare<[object]>(
      `SELECT net_cents, contribution_cents FROM attribution_share
       WHERE model IN (0, @model) AND scope = 'social' AND day BETWEEN @from AND @to AND contribution_cents IS NOT NULL`,
    )
    .raw()
    .all({ ...period, model: modelNumber(credit.model) }) as [net: number, contribution: number][]
  let shift = 0
  for (const [net, contribution] of rows) shift += marginShiftCents(net, contribution, step)
  for (const delta of credit.deltasOf(period).shares)
    if (delta.scope === 'social') shift += marginShiftCents(delta.netCents, delta.contributionCents, step)
  return shift
}

/** Whether any margin lies closer to 0 or 100 % than the step: the ledger's, a rule's, or a purchase's own. */
function isNearAnEnd(credit: Credit, { marginBasisPoints }: StoredSettings): boolean {
  const row = credit.db
    .prepare<[], { lowest: number | null; highest: number | null }>(
      `SELECT min(margin) AS lowest, max(margin) AS highest FROM (
         SELECT margin_basis_points AS margin FROM margin_rule
         UNION ALL SELECT margin_basis_points FROM revenue_event WHERE margin_basis_points IS NOT NULL AND beneficiary = 'own')`,
    )
    .get()
  const margins = [row?.lowest, row?.highest, marginBasisPoints].filter((margin) => typeof margin === 'number')
  return margins.some((margin) => margin < MARGIN_STEP || margin > 10_000 - MARGIN_STEP)
}
