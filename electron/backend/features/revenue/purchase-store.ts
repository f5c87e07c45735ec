/** Purchases with the credit a model gives to a channel or campaign. */
import type { PurchaseCursor, RevenueFilter, RevenueRow } from '../../../../shared/contract/revenue.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import { ATTRIBUTION_MODELS } from '../../../../shared/domain/attribution.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { type CreditSource, creditSource, STORED } from './credit-source.ts'

interface CreditRow {
  eventId: number
  day: Day
  name: string
  kind: RevenueRow['kind']
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
  cursor: PurchaseCursor | null,
  limit: number,
): RevenueRow[] {
  const source = creditSource(db, filter)
  const { where, values } = composeFilter(filter, source)
  const after = cursor ? ' AND (day, eventId) < (@cursorDay, @cursorId)' : ''
  const rows = db
    .prepare<[object], CreditRow>(
      `${source.sql} SELECT * FROM (${isApart(filter) ? apart(filter) : creditedPurchases(where, source)}) WHERE true${after}
       ORDER BY day DESC, eventId DESC LIMIT @limit`,
    )
    .all({ ...values, limit, ...(cursor ? { cursorDay: cursor.day, cursorId: cursor.id } : {}) })
  return rows.map((row) => toRevenueRow(db, row, !isApart(filter)))
}

const EVENT_COLUMNS = `event.name, event.kind, event.status, event.paid_cents AS paidCents, event.refunded_cents AS refundedCents`

function creditedPurchases(where: string, { shares }: CreditSource): string {
  return `SELECT share.event_id AS eventId, share.day, ${EVENT_COLUMNS}, figure.net_cents AS netCents, sum(share.weight) AS weight,
      sum(share.gross_cents) AS creditedGrossCents, sum(share.net_cents) AS creditedNetCents,
      sum(share.contribution_cents) AS creditedContributionCents
    FROM ${shares} AS share
    JOIN revenue_event AS event ON event.id = share.event_id
    JOIN revenue_figure AS figure ON figure.event_id = share.event_id AND figure.part = share.part
    WHERE ${where} GROUP BY share.day, share.event_id`
}

/** What brings nothing to one's own ledger: it has no credit. */
function isApart({ only }: RevenueFilter): boolean {
  return only === 'uncounted' || only === 'client'
}

/** Purchases that brought nothing yet or never will, or whose revenue is a client's. */
const apart = (
  filter: RevenueFilter,
) => `SELECT event.id AS eventId, event.day, ${EVENT_COLUMNS}, 0 AS netCents, 0 AS weight, 0 AS creditedGrossCents,
    0 AS creditedNetCents, 0 AS creditedContributionCents
  FROM revenue_event AS event WHERE ${filter.only === 'client' ? "event.beneficiary = 'client'" : "event.is_counted = 0 AND event.beneficiary = 'own'"} AND event.status <> 'removed' AND event.day BETWEEN @from AND @to${eventConditions(filter)}${clientCondition(filter)}`

function toRevenueRow(db: Connection, row: CreditRow, isCounted: boolean): RevenueRow {
  return {
    eventId: row.eventId,
    day: row.day,
    name: row.name,
    kind: row.kind,
    source: row.kind === 'order' ? 'import' : 'manual',
    status: row.status,
    isCounted,
    paidCents: row.paidCents,
    refundedCents: row.refundedCents,
    netCents: row.netCents,
    credit: row.weight / WEIGHT_UNIT,
    creditedGrossCents: row.creditedGrossCents,
    creditedNetCents: row.creditedNetCents,
    creditedContributionCents: row.creditedContributionCents,
    touches: readTouches(db, row.eventId),
  }
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
  if (isApart(filter)) return sumApart(db, filter)
  const source = creditSource(db, filter)
  const { where, values } = composeFilter(filter, source)
  const row = db
    .prepare<[object], SumRow>(
      `${source.sql} SELECT count(DISTINCT share.event_id) AS count, coalesce(sum(share.weight), 0) AS weight, coalesce(sum(share.gross_cents), 0) AS grossCents,
         coalesce(sum(share.net_cents), 0) AS netCents, coalesce(sum(share.contribution_cents), 0) AS contributionCents,
         coalesce(sum(share.contribution_cents IS NULL), 0) AS unpriced
       FROM ${source.shares} AS share${filter.kind || filter.text ? ' JOIN revenue_event AS event ON event.id = share.event_id' : ''}
       WHERE ${where}`,
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

function sumApart(db: Connection, filter: RevenueFilter) {
  const { values } = composeFilter(filter, STORED)
  const row = db.prepare<[object], { count: number }>(`SELECT count(*) AS count FROM (${apart(filter)})`).get(values)
  return { count: row?.count ?? 0, orders: 0, grossCents: 0, netCents: 0, contributionCents: 0 }
}

const GROUP = {
  touched: 'touch_count > 0',
  social: 'is_social = 1',
  untouched: 'touch_count = 0',
} as const

/** Dimensions a share carries: an id, or null for "without". */
const DIMENSIONS = [
  ['share.channel_id', 'channelId'],
  ['share.campaign_id', 'campaignId'],
  ['share.post_id', 'postId'],
  ['share.conversation_id', 'conversationId'],
  ['share.client_id', 'clientId'],
  ['(SELECT pillar_id FROM post WHERE id = share.post_id)', 'pillarId'],
  ['(SELECT format FROM post WHERE id = share.post_id)', 'format'],
] as const

function composeFilter(
  filter: RevenueFilter,
  source: CreditSource,
): { where: string; values: Record<string, string | number> } {
  const conditions = ['share.model IN (0, @model)', 'share.day BETWEEN @from AND @to']
  const values: Record<string, string | number> = {
    model: ATTRIBUTION_MODELS.indexOf(filter.model) + 1,
    from: filter.period.from,
    to: filter.period.to,
    ...source.values,
    ...(filter.kind !== undefined && { kind: filter.kind }),
    ...(filter.text !== undefined && { text: filter.text.toLowerCase() }),
  }
  if (filter.scope) {
    conditions.push('share.scope = @scope')
    values['scope'] = filter.scope
  }
  if (filter.only && filter.only !== 'uncounted' && filter.only !== 'client') {
    conditions.push(
      `share.event_id IN (SELECT event_id FROM ${source.figures} WHERE day BETWEEN @from AND @to AND ${GROUP[filter.only]})`,
    )
  }
  for (const [column, name] of DIMENSIONS) {
    const value = filter[name]
    if (value === null) conditions.push(`${column} IS NULL`)
    else if (value === 'any') conditions.push(`${column} IS NOT NULL`)
    else if (value !== undefined) {
      conditions.push(`${column} = @${name}`)
      values[name] = value
    }
  }
  return { where: conditions.join(' AND ') + eventConditions(filter), values }
}

/** Of what has no credit only the client can be asked. */
function clientCondition({ clientId }: RevenueFilter): string {
  if (clientId === undefined) return ''
  return clientId === null ? ' AND event.client_id IS NULL' : ' AND event.client_id = @clientId'
}

/** What is asked of the purchase itself. */
function eventConditions({ kind, text }: RevenueFilter): string {
  return (
    (kind === undefined ? '' : ' AND event.kind = @kind') +
    (text === undefined || text === '' ? '' : ' AND instr(lower_case(event.name), @text) > 0')
  )
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
