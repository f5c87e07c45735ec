/** What a purchase comes to, its revenue line, and its shares for every attribution model at the ledger's window. */
import {
  ATTRIBUTION_MODELS,
  divideAmongTouches,
  touchesInWindow,
  type EventAmounts,
  type Scope,
  type Touch,
  type TouchKind,
} from '../../../shared/domain/attribution.ts'
import { WEIGHT_UNIT } from '../../../shared/domain/allocation.ts'
import { contributionCents, revenueFigures } from '../../../shared/domain/revenue.ts'
import type { Connection } from './connection.ts'
import { NO_DIMENSIONS, removeLines, writeLines } from './ledger-line.ts'
import type { StoredSettings } from './settings-row.ts'

/** Shares of a purchase on which all models agree; 1 to 6 stand for the models in their order. */
export const EVERY_MODEL = 0

interface EventRow {
  id: number
  at: number
  day: string
  is_counted: number
  paid_cents: number
  refunded_cents: number
  tax_cents: number
  margin_basis_points: number | null
  client_id: number | null
}

interface StoredTouch extends Touch {
  readonly id: number
  readonly scope: Scope
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly postId: number | null
  readonly conversationId: number | null
}

interface TouchRow {
  id: number
  at: number
  kind: TouchKind
  scope: Scope
  is_direct: number
  channel_id: number | null
  campaign_id: number | null
  post_id: number | null
  conversation_id: number | null
}

export function deriveRevenue(db: Connection, eventIds: readonly number[], settings: StoredSettings): void {
  const find = db.prepare<[number], EventRow>('SELECT * FROM revenue_event WHERE id = ?')
  for (const id of eventIds) {
    removeDerived(db, id)
    const event = find.get(id)
    if (event?.is_counted === 1) deriveEvent(db, event, settings)
    else removeLines(db, 'revenue', id)
  }
}

function removeDerived(db: Connection, eventId: number): void {
  db.prepare<[number]>('DELETE FROM attribution_share WHERE event_id = ?').run(eventId)
  db.prepare<[number]>('DELETE FROM revenue_figure WHERE event_id = ?').run(eventId)
}

function deriveEvent(db: Connection, event: EventRow, settings: StoredSettings): void {
  const { grossCents, netCents } = revenueFigures({
    paidCents: event.paid_cents,
    refundedCents: event.refunded_cents,
    taxCents: event.tax_cents,
  })
  const margin = event.margin_basis_points ?? settings.marginBasisPoints
  const amounts: EventAmounts = {
    grossCents,
    netCents,
    contributionCents: margin === null ? null : contributionCents(netCents, margin),
  }
  const touches = touchesInWindow(readTouches(db, event.id), event.at, settings.attributionWindowDays)
  const isSocial = touches.some((touch) => touch.scope === 'social')
  writeFigure(db, event, amounts, touches.length, isSocial)
  writeLines(db, 'revenue', event.id, [
    {
      ...NO_DIMENSIONS,
      day: event.day,
      scope: isSocial ? 'social' : 'other',
      kind: 'revenue',
      cents: netCents,
      clientId: event.client_id,
    },
  ])
  writeShares(db, event, amounts, touches)
}

function readTouches(db: Connection, eventId: number): StoredTouch[] {
  return db
    .prepare<[number], TouchRow>('SELECT * FROM touchpoint WHERE event_id = ? ORDER BY id')
    .all(eventId)
    .map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      isDirect: row.is_direct === 1,
      scope: row.scope,
      channelId: row.channel_id,
      campaignId: row.campaign_id,
      postId: row.post_id,
      conversationId: row.conversation_id,
    }))
}

function writeFigure(
  db: Connection,
  event: EventRow,
  amounts: EventAmounts,
  touchCount: number,
  isSocial: boolean,
): void {
  db.prepare<[number, string, number, number, number | null, number, number]>(
    `INSERT INTO revenue_figure (event_id, day, gross_cents, net_cents, contribution_cents, touch_count, is_social)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    event.id,
    event.day,
    amounts.grossCents,
    amounts.netCents,
    amounts.contributionCents,
    touchCount,
    isSocial ? 1 : 0,
  )
}

function writeShares(db: Connection, event: EventRow, amounts: EventAmounts, touches: readonly StoredTouch[]): void {
  if (touches.length === 0) return writeShare(db, event, EVERY_MODEL, null, WEIGHT_UNIT, amounts)
  const [only] = touches
  if (touches.length === 1 && only) return writeShare(db, event, EVERY_MODEL, only, WEIGHT_UNIT, amounts)
  for (const [index, model] of ATTRIBUTION_MODELS.entries()) {
    for (const share of divideAmongTouches(model, touches, event.at, amounts)) {
      writeShare(db, event, index + 1, share.touch, share.weight, share)
    }
  }
}

function writeShare(
  db: Connection,
  event: EventRow,
  model: number,
  touch: StoredTouch | null,
  weight: number,
  amounts: EventAmounts,
): void {
  db.prepare<[object]>(
    `INSERT INTO attribution_share (event_id, model, touch_id, day, scope, channel_id, campaign_id, post_id, conversation_id,
       weight, gross_cents, net_cents, contribution_cents)
     VALUES (@eventId, @model, @touchId, @day, @scope, @channelId, @campaignId, @postId, @conversationId,
       @weight, @grossCents, @netCents, @contributionCents)`,
  ).run({
    eventId: event.id,
    model,
    touchId: touch?.id ?? null,
    day: event.day,
    scope: touch?.scope ?? 'other',
    channelId: touch?.channelId ?? null,
    campaignId: touch?.campaignId ?? null,
    postId: touch?.postId ?? null,
    conversationId: touch?.conversationId ?? null,
    weight,
    grossCents: amounts.grossCents,
    netCents: amounts.netCents,
    contributionCents: amounts.contributionCents,
  })
}
