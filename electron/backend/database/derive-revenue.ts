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
import type { Day } from '../../../shared/domain/day.ts'
import { contributionAt, findMargin, type FoundMargin } from '../../../shared/domain/margin.ts'
import { revenueFigures } from '../../../shared/domain/revenue.ts'
import { BulkInsert } from './bulk-insert.ts'
import type { Connection } from './connection.ts'
import { keepingRollups } from './bulk-rollups.ts'
import { forgetLines, LineWriter, NO_DIMENSIONS } from './ledger-line.ts'
import { readMarginRules, readSelectedItems } from './margin-rules.ts'
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
  source: string
  client_id: number | null
  beneficiary: 'own' | 'client'
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

export function deriveRevenue(db: Connection, eventIds: readonly number[], settings: StoredSettings, today: Day): void {
  for (let start = 0; start < eventIds.length; start += EVENTS_AT_A_TIME) {
    const ids = eventIds.slice(start, start + EVENTS_AT_A_TIME)
    keepingRollups(db, 'revenue', ids, () => deriveEvents(db, ids, settings, today))
  }
}

/** Removes what was derived from purchases, before they go themselves; what is sealed stays, and so do its purchases. */
export function forgetRevenue(db: Connection, eventIds: readonly number[]): void {
  keepingRollups(db, 'revenue', eventIds, () => {
    removeDerived(db)
    forgetLines(db, 'revenue')
  })
}

function deriveEvents(db: Connection, ids: readonly number[], settings: StoredSettings, today: Day): void {
  removeDerived(db)
  const events = db
    .prepare<[], EventRow>('SELECT event.* FROM temp.selected_source CROSS JOIN revenue_event AS event USING (id)')
    .all()
  const known = new Set(events.map((event) => event.id))
  const writers = {
    lines: new LineWriter(db, 'revenue', today),
    figures: new BulkInsert(db, 'revenue_figure', FIGURE_COLUMNS),
    shares: new BulkInsert(db, 'attribution_share', SHARE_COLUMNS),
  }
  for (const id of ids) if (!known.has(id)) writers.lines.write(id, [])
  const touches = readTouches(db)
  const rules = readMarginRules(db, settings.marginBasisPoints)
  const items = readSelectedItems(db, rules)
  for (const event of events) {
    const { id, source, margin_basis_points: own } = event
    const margin = findMargin({ own, source, items: items.get(id) ?? [] }, rules)
    deriveEvent(writers, event, { touches: touches.get(id) ?? [], margin, windowDays: settings.attributionWindowDays })
  }
  for (const writer of Object.values(writers)) writer.flush()
}

interface RevenueWriters {
  readonly lines: LineWriter
  readonly figures: BulkInsert
  readonly shares: BulkInsert
}

function removeDerived(db: Connection): void {
  db.prepare('DELETE FROM attribution_share WHERE event_id IN (SELECT id FROM temp.selected_source)').run()
  db.prepare('DELETE FROM revenue_figure WHERE event_id IN (SELECT id FROM temp.selected_source)').run()
}

interface EventDetails {
  readonly touches: readonly StoredTouch[]
  readonly margin: FoundMargin
  readonly windowDays: number
}

function deriveEvent({ lines, figures, shares }: RevenueWriters, event: EventRow, details: EventDetails): void {
  const { touches: allTouches, margin } = details
  const { grossCents, netCents } = revenueFigures({
    paidCents: event.paid_cents,
    refundedCents: event.refunded_cents,
    taxCents: event.tax_cents,
  })
  const touches = touchesInWindow(allTouches, event.at, details.windowDays)
  const isSocial = touches.some((touch) => touch.scope === 'social')
  const line = {
    ...NO_DIMENSIONS,
    day: event.day,
    scope: isSocial ? 'social' : 'other',
    kind: 'revenue',
    cents: netCents,
    grossCents,
    clientId: event.client_id,
  }
  // A purchase that does not count, or is a client's, may still have sealed lines and what took them back.
  const isOwn = event.is_counted === 1 && event.beneficiary === 'own'
  const written = lines.write(event.id, isOwn ? [line] : [])
  const oldestTouchDays = ageInDays(allTouches, event.at)
  for (const { part, day, reversesLineId, ...amounts } of written) {
    const posting: Posting = {
      eventId: event.id,
      part,
      day,
      orders: reversesLineId === null ? 1 : -1,
      clientId: event.client_id,
      amounts: amountsOf(amounts, margin),
    }
    writeFigure(figures, posting, { touchCount: touches.length, isSocial, oldestTouchDays })
    writeShares(shares, posting, event.at, touches)
  }
}

/**
 * What one revenue line of a purchase is worth: the purchase itself, or what a correction takes back (orders −1) or puts in its
 * place. Figures and shares stand on the days of the lines, so that they always add up to the ledger.
 */
interface Posting {
  readonly eventId: number
  readonly part: number
  readonly day: string
  readonly orders: 1 | -1
  readonly clientId: number | null
  readonly amounts: EventAmounts
}

function amountsOf(line: { cents: number; grossCents: number }, margin: FoundMargin): EventAmounts {
  return { grossCents: line.grossCents, netCents: line.cents, contributionCents: contributionAt(line.cents, margin) }
}

const DAY_MS = 86_400_000
/** Beyond the longest window age makes no difference. */
const MAX_AGE_DAYS = 400

/** Age of the oldest touch not after the purchase, rounded up: tells whether another window could see other touches. */
function ageInDays(touches: readonly StoredTouch[], at: number): number {
  const ages = touches.filter((touch) => touch.at <= at).map((touch) => Math.ceil((at - touch.at) / DAY_MS))
  return Math.min(
    MAX_AGE_DAYS,
    ages.reduce((oldest, age) => Math.max(oldest, age), 0),
  )
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

const FIGURE_COLUMNS = [
  'event_id',
  'part',
  'day',
  'orders',
  'gross_cents',
  'net_cents',
  'contribution_cents',
  'touch_count',
  'is_social',
  'oldest_touch_days',
]

function writeFigure(
  figures: BulkInsert,
  { eventId, part, day, orders, amounts }: Posting,
  seen: { touchCount: number; isSocial: boolean; oldestTouchDays: number },
): void {
  figures.add([
    eventId,
    part,
    day,
    orders,
    amounts.grossCents,
    amounts.netCents,
    amounts.contributionCents,
    seen.touchCount,
    seen.isSocial ? 1 : 0,
    seen.oldestTouchDays,
  ])
}

function writeShares(shares: BulkInsert, posting: Posting, purchaseAt: number, touches: readonly StoredTouch[]): void {
  const { amounts } = posting
  const [only = null] = touches
  if (touches.length < 2) return writeShare(shares, posting, EVERY_MODEL, only, { weight: WEIGHT_UNIT, ...amounts })
  for (const [index, model] of ATTRIBUTION_MODELS.entries()) {
    for (const share of divideAmongTouches(model, touches, purchaseAt, amounts)) {
      writeShare(shares, posting, index + 1, share.touch, share)
    }
  }
}

const SHARE_COLUMNS = [
  'event_id',
  'part',
  'model',
  'touch_id',
  'day',
  'scope',
  'channel_id',
  'campaign_id',
  'post_id',
  'conversation_id',
  'client_id',
  'weight',
  'gross_cents',
  'net_cents',
  'contribution_cents',
]

function writeShare(
  shares: BulkInsert,
  { eventId, part, day, orders, clientId }: Posting,
  model: number,
  touch: StoredTouch | null,
  share: EventAmounts & { readonly weight: number },
): void {
  shares.add([
    eventId,
    part,
    model,
    touch?.id ?? null,
    day,
    touch?.scope ?? 'other',
    touch?.channelId ?? null,
    touch?.campaignId ?? null,
    touch?.postId ?? null,
    touch?.conversationId ?? null,
    clientId,
    orders * share.weight,
    share.grossCents,
    share.netCents,
    share.contributionCents,
  ])
}
