/** The social sums behind the rows of a grouping, and what stands beside them. */
import type { Grouping } from '../../../../shared/contract/result.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Credit, CreditKey } from './credit.ts'
import { FigureSum } from './figures.ts'
import { isPostKey, sumPostLines, type PostKey } from './post-store.ts'
import { sumLinesBy, type LineSum, type ShareSum } from './rollup-store.ts'

/** 0 or an empty text: what belongs to none. */
export type RowKey = number | string
export const NO_KEY = 0

/** By whom, for whom or what kind of work was done is not a dimension of revenue: it stays in the row without a key. */
export const CREDIT_KEY: Readonly<Record<Grouping, CreditKey>> = {
  channel: 'channel',
  campaign: 'campaign',
  post: 'post',
  pillar: 'pillar',
  format: 'format',
  client: 'client',
  month: 'month',
  activity: 'none',
  person: 'none',
  department: 'none',
}

export interface RowSums {
  readonly totals: FigureSum
  readonly rows: ReadonlyMap<RowKey, FigureSum>
  /** All lines and shares of the period, of both scopes, in some grouping. */
  readonly lines: readonly LineSum[]
  readonly shares: readonly ShareSum[]
}

/** `shares` of the period by the grouping's key and of the question's model, where the caller has them. */
export function sumRows(credit: Credit, period: Period, by: Grouping, shares?: readonly ShareSum[]): RowSums {
  return isPostKey(by) ? sumPostRows(credit, period, by) : sumRollupRows(credit, period, by, shares)
}

function sumRollupRows(
  credit: Credit,
  period: Period,
  by: Exclude<Grouping, PostKey>,
  shares: readonly ShareSum[] = credit.sumBy(CREDIT_KEY[by], period),
): RowSums {
  const lines = sumLinesBy(credit.db, by, period)
  const rows = addUp(lines, shares)
  const totals = new FigureSum()
  for (const row of rows.values()) totals.add(row)
  return { totals, rows, lines, shares }
}

/** What names no post is what is left of the totals. */
function sumPostRows(credit: Credit, period: Period, by: PostKey): RowSums {
  const lines = sumLinesBy(credit.db, 'none', period)
  const shares = credit.sumBy('none', period)
  const totals = addUp(lines, shares).get(NO_KEY) ?? new FigureSum()
  const rows = addUp(sumPostLines(credit.db, by, period), credit.sumBy(by, period))
  rows.delete(NO_KEY)
  const rest = new FigureSum()
  rest.add(totals)
  for (const row of rows.values()) rest.add(row, -1)
  rows.set(NO_KEY, rest)
  return { totals, rows, lines, shares }
}

function addUp(lines: readonly LineSum[], shares: readonly ShareSum[]): Map<RowKey, FigureSum> {
  const rows = new Map<RowKey, FigureSum>()
  const rowOf = (key: RowKey) => {
    const row = rows.get(key || NO_KEY) ?? new FigureSum()
    rows.set(key || NO_KEY, row)
    return row
  }
  for (const line of lines) if (isSocial(line)) rowOf(line.key).addLine(line)
  for (const share of shares) if (isSocial(share)) rowOf(share.key).addShare(share)
  return rows
}

export function isSocial(sum: { readonly scope: string }): boolean {
  return sum.scope === 'social'
}
