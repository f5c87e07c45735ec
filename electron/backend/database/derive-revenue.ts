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
import { keepingRollups } from './bulk-rollups.ts'
import { LineWriter, NO_DIMENSIONS } from './ledger-line.ts'
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
  event_id: number
  at: number
  kind: TouchKind
  scope: Scope
  is_direct: number
  channel_id: number | null
  campaign_id: number | null
  post_id: number | null
  conversation_id: number | null
}

/** Events derived at a time: what is read of them is held in memory. */
const EVENTS_AT_A_TIME = 5_000

export function deriveRevenue(db: Connection, eventIds: readonly number[], settings: StoredSettings): void {
  for (let start = 0; start < eventIds.length; start += EVENTS_AT_A_TIME) {
    const ids = eventIds.slice(start, start + EVENTS_AT_A_TIME)
    keepingRollups(db, 'revenue', ids, () => deriveEvents(db, ids, settings))
  }
}

/** Removes what was derived from purchases, before they go themselves. */
export function forgetRevenue(db: Connection, eventIds: readonly number[]): void {
  keepingRollups(db, 'revenue', eventIds, () => {
    removeDerived(db)
    db.prepare(
      "DELETE FROM ledger_line WHERE source_kind = 'revenue' AND source_id IN (SELECT id FROM temp.selected_source)",
    ).run()
  })
}

function deriveEvents(db: Connection, ids: readonly number[], settings: StoredSettings): void {
  removeDerived(db)
  const events = db
    .prepare<[], EventRow>(
      `SELECT event.* FROM temp.selected_source CROSS JOIN revenue_event AS event USING (id) WHERE event.is_counted = 1`,
    )
    .all()
  const counted = new Set(events.map((event) => event.id))
  const lines = new LineWriter(db, 'revenue')
  for (const id of ids) if (!counted.has(id)) lines.write(id, [])
  const touches = readTouches(db)
  for (const event of events) deriveEvent(db, event, touches.get(event.id) ?? [], settings, lines)
}

function removeDerived(db: Connection): void {
  db.prepare('DELETE FROM attribution_share WHERE event_id IN (SELECT id FROM temp.selected_source)').run()
  db.prepare('DELETE FROM revenue_figure WHERE event_id IN (SELECT id FROM temp.selected_source)').run()
}

function deriveEvent(
  db: Connection,
  event: EventRow,
  allTouches: readonly StoredTouch[],
  settings: StoredSettings,
  lines: LineWriter,
): void {
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
  const touches = touchesInWindow(allTouches, event.at, settings.attributionWindowDays)
  const isSocial = touches.some((touch) => touch.scope === 'social')
  writeFigure(db, event, amounts, touches.length, isSocial)
  lines.write(event.id, [
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

/** Touches of the selected events. */
function readTouches(db: Connection): Map<number, StoredTouch[]> {
  const rows = db
    .prepare<[], TouchRow>(
      `SELECT touch.* FROM temp.selected_source AS event CROSS JOIN touchpoint AS touch ON touch.event_id = event.id
       ORDER BY event.id, touch.id`,
    )
    .all()
  const byEvent = new Map<number, StoredTouch[]>()
  for (const row of rows) {
    const touches = byEvent.get(row.event_id) ?? []
    byEvent.set(row.event_id, touches)
    touches.push({
      id: row.id,
      at: row.at,
      kind: row.kind,
      isDirect: row.is_direct === 1,
      scope: row.scope,
      channelId: row.channel_id,
      campaignId: row.campaign_id,
      postId: row.post_id,
      conversationId: row.conversation_id,
    })
  }
  return byEvent
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
  db.prepare<(string | number | null)[]>(
    `INSERT INTO attribution_share (event_id, model, touch_id, day, scope, channel_id, campaign_id, post_id, conversation_id,
       weight, gross_cents, net_cents, contribution_cents)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    event.id,
    model,
    touch?.id ?? null,
    event.day,
    touch?.scope ?? 'other',
    touch?.channelId ?? null,
    touch?.campaignId ?? null,
    touch?.postId ?? null,
    touch?.conversationId ?? null,
    weight,
    amounts.grossCents,
    amounts.netCents,
    amounts.contributionCents,
  )
}
