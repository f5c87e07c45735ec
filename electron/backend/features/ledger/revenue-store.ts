/** Purchases with the credit a model gives to a channel or campaign. */
import type { RevenueFilter, RevenueRow } from '../../../../shared/contract/ledger.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { ATTRIBUTION_MODELS } from '../../../../shared/domain/attribution.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import type { LineCursor } from './ledger-store.ts'

interface CreditRow {
  eventId: number
  day: Day
  name: string
  kind: string
  status: string
  paidCents: number
  refundedCents: number
  netCents: number
  weight: number
  creditedGrossCents: number
  creditedNetCents: number
  creditedContributionCents: number | null
}

export function readRevenue(
  db: Connection,
  filter: RevenueFilter,
  cursor: LineCursor | null,
  limit: number,
): RevenueRow[] {
  const { where, values } = composeFilter(filter)
  const after = cursor ? ' AND (share.day, share.event_id) < (@cursorDay, @cursorId)' : ''
  const rows = db
    .prepare<[object], CreditRow>(
      `SELECT share.event_id AS eventId, share.day, event.name, event.kind, event.status, event.paid_cents AS paidCents,
         event.refunded_cents AS refundedCents, figure.net_cents AS netCents, sum(share.weight) AS weight,
         sum(share.gross_cents) AS creditedGrossCents, sum(share.net_cents) AS creditedNetCents,
         sum(share.contribution_cents) AS creditedContributionCents
       FROM attribution_share AS share
       JOIN revenue_event AS event ON event.id = share.event_id
       JOIN revenue_figure AS figure ON figure.event_id = share.event_id
       WHERE ${where}${after} GROUP BY share.day, share.event_id ORDER BY share.day DESC, share.event_id DESC LIMIT @limit`,
    )
    .all({ ...values, limit, ...(cursor ? { cursorDay: cursor.day, cursorId: cursor.id } : {}) })
  return rows.map((row) => ({
    eventId: row.eventId,
    day: row.day,
    name: row.name,
    source: row.kind === 'manual' ? 'manual' : 'import',
    status: row.status,
    isCounted: true,
    paidCents: row.paidCents,
    refundedCents: row.refundedCents,
    netCents: row.netCents,
    credit: row.weight / WEIGHT_UNIT,
    creditedGrossCents: row.creditedGrossCents,
    creditedNetCents: row.creditedNetCents,
    creditedContributionCents: row.creditedContributionCents,
    touches: readTouches(db, row.eventId),
  }))
}

interface SumRow {
  count: number
  weight: number
  grossCents: number
  netCents: number
  contributionCents: number
  unpriced: number
}

export function sumRevenue(db: Connection, filter: RevenueFilter) {
  const { where, values } = composeFilter(filter)
  const row = db
    .prepare<[object], SumRow>(
      `SELECT count(DISTINCT share.event_id) AS count, coalesce(sum(share.weight), 0) AS weight, coalesce(sum(share.gross_cents), 0) AS grossCents,
         coalesce(sum(share.net_cents), 0) AS netCents, coalesce(sum(share.contribution_cents), 0) AS contributionCents,
         coalesce(sum(share.contribution_cents IS NULL), 0) AS unpriced
       FROM attribution_share AS share WHERE ${where}`,
    )
    .get(values)
  if (!row) return { count: 0, orders: 0, grossCents: 0, netCents: 0, contributionCents: null }
  return {
    count: row.count,
    orders: row.weight / WEIGHT_UNIT,
    grossCents: row.grossCents,
    netCents: row.netCents,
    contributionCents: row.unpriced > 0 ? null : row.contributionCents,
  }
}

function composeFilter(filter: RevenueFilter): { where: string; values: Record<string, string | number> } {
  const conditions = ['share.model IN (0, @model)', 'share.day BETWEEN @from AND @to']
  const values: Record<string, string | number> = {
    model: ATTRIBUTION_MODELS.indexOf(filter.model) + 1,
    from: filter.period.from,
    to: filter.period.to,
  }
  if (filter.scope) {
    conditions.push('share.scope = @scope')
    values['scope'] = filter.scope
  }
  for (const [column, name] of [
    ['channel_id', 'channelId'],
    ['campaign_id', 'campaignId'],
  ] as const) {
    const value = filter[name]
    if (value === null) conditions.push(`share.${column} IS NULL`)
    else if (value !== undefined) {
      conditions.push(`share.${column} = @${name}`)
      values[name] = value
    }
  }
  return { where: conditions.join(' AND '), values }
}

interface TouchRow {
  kind: string
  scope: 'social' | 'other'
  source: string
  medium: string
  channel: string | null
  campaign: string | null
}

function readTouches(db: Connection, eventId: number): RevenueRow['touches'] {
  return db
    .prepare<[number], TouchRow>(
      `SELECT touch.kind, touch.scope, touch.source, touch.medium, channel.name AS channel, campaign.name AS campaign
       FROM touchpoint AS touch LEFT JOIN channel ON channel.id = touch.channel_id LEFT JOIN campaign ON campaign.id = touch.campaign_id
       WHERE touch.event_id = ? ORDER BY touch.at, touch.id LIMIT 50`,
    )
    .all(eventId)
    .map((touch) => ({
      kind: touch.kind,
      label: touch.medium === '' ? touch.source : `${touch.source} / ${touch.medium}`,
      scope: touch.scope,
      channel: touch.channel,
      campaign: touch.campaign,
    }))
}
