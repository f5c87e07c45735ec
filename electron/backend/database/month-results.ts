/** The result of whole months by channel, at the model `last` and the ledger's window: what is reported when a month is closed. */
import { ATTRIBUTION_MODELS } from '../../../shared/domain/attribution.ts'
import { WEIGHT_UNIT } from '../../../shared/domain/allocation.ts'
import type { Connection } from './connection.ts'
import { EVERY_MODEL } from './derive-revenue.ts'
import type { StoredSettings } from './settings-row.ts'

/** Social figures of a channel in a month; channelId 0: costs of none. */
interface ChannelFigures {
  readonly channelId: number
  readonly seconds: number
  readonly unpricedSeconds: number
  readonly labourCents: number
  readonly adsCents: number
  readonly otherCostCents: number
  /** Purchases in parts of 10^9. */
  readonly weight: number
  readonly netCents: number
  /** Null while the margin is not known. */
  readonly contributionCents: number | null
}

export interface MonthResult {
  readonly rows: readonly ChannelFigures[]
  /** Null while a margin or a cost rate is not known. */
  readonly resultCents: number | null
}

const FIGURES = `
  SELECT month, channel_id AS channelId, sum(seconds) AS seconds, sum(unpriced_seconds) AS unpricedSeconds, sum(labour) AS labourCents,
    sum(ads) AS adsCents, sum(other) AS otherCostCents, sum(weight) AS weight, sum(net) AS netCents,
    CASE WHEN sum(unpriced) = 0 THEN sum(contribution) END AS contributionCents
  FROM (
    SELECT month, channel_id, seconds, unpriced_seconds, CASE kind WHEN 'labour' THEN cents ELSE 0 END AS labour,
      CASE kind WHEN 'ads' THEN cents ELSE 0 END AS ads, CASE WHEN kind IN ('labour', 'ads') THEN 0 ELSE cents END AS other,
      0 AS weight, 0 AS net, 0 AS contribution, 0 AS unpriced
    FROM brief_line_month WHERE month BETWEEN @from AND @to AND scope = 'social' AND kind <> 'revenue'
    UNION ALL
    SELECT month, channel_id, 0, 0, 0, 0, 0, weight, net_cents, contribution_cents, unpriced_count
    FROM brief_share_month WHERE model IN (${EVERY_MODEL}, ${ATTRIBUTION_MODELS.indexOf('last') + 1}) AND month BETWEEN @from AND @to AND scope = 'social'
  )
  GROUP BY month, channel_id
  HAVING seconds <> 0 OR labourCents <> 0 OR adsCents <> 0 OR otherCostCents <> 0 OR weight <> 0 OR netCents <> 0
  ORDER BY month, channel_id`

/** Results by month; months without any figure are missing. */
export function readMonthResults(db: Connection, from: string, to: string): Map<string, MonthResult> {
  const rows = db.prepare<[object], ChannelFigures & { month: string }>(FIGURES).all({ from, to })
  return new Map(
    [...Map.groupBy(rows, (row) => row.month)].map(([month, figures]) => [month, summed(figures.map(figuresOf))]),
  )
}

/** In a fixed order: snapshots are compared as texts. */
function figuresOf(row: ChannelFigures): ChannelFigures {
  return {
    channelId: row.channelId,
    seconds: row.seconds,
    unpricedSeconds: row.unpricedSeconds,
    labourCents: row.labourCents,
    adsCents: row.adsCents,
    otherCostCents: row.otherCostCents,
    weight: row.weight,
    netCents: row.netCents,
    contributionCents: row.contributionCents,
  }
}

function summed(rows: readonly ChannelFigures[]): MonthResult {
  const isComplete = rows.every((row) => row.unpricedSeconds === 0 && row.contributionCents !== null)
  const resultOf = (row: ChannelFigures) =>
    (row.contributionCents ?? 0) - row.labourCents - row.adsCents - row.otherCostCents
  return { rows, resultCents: isComplete ? rows.reduce((sum, row) => sum + resultOf(row), 0) : null }
}

const NO_RESULT: MonthResult = { rows: [], resultCents: 0 }

/** The result of a month as it stands, as the text that is sealed: figures, and what they rest on. */
export function makeSnapshot(db: Connection, month: string, settings: StoredSettings): string {
  const result = readMonthResults(db, month, month).get(month) ?? NO_RESULT
  const nameOf = db.prepare<[number], { name: string }>('SELECT name FROM channel WHERE id = ?')
  return JSON.stringify({
    version: 1,
    model: 'last',
    windowDays: settings.attributionWindowDays,
    marginBasisPoints: settings.marginBasisPoints,
    currency: settings.currency,
    weightUnit: WEIGHT_UNIT,
    resultCents: result.resultCents,
    channels: result.rows.map(({ channelId }) => ({ channelId, name: nameOf.get(channelId)?.name ?? null })),
    rows: result.rows,
  })
}

/** What a snapshot reported, and whether the sources give another result today. */
export function compareWithSnapshot(snapshot: string, present: MonthResult = NO_RESULT) {
  const reported = JSON.parse(snapshot) as MonthResult
  return {
    reportedResultCents: reported.resultCents,
    isReattributed: JSON.stringify(reported.rows) !== JSON.stringify(present.rows),
  }
}
