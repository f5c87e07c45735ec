/** One purchase with its amounts, its margin, and the credit of its touches. */
import type { Purchase, PurchaseTouch, SaleInput } from '../../../../shared/contract/revenue.ts'
import { WEIGHT_UNIT } from '../../../../shared/domain/allocation.ts'
import {
  ATTRIBUTION_MODELS,
  TOUCH_KINDS,
  touchesInWindow,
  touchWeights,
  type AttributionModel,
} from '../../../../shared/domain/attribution.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { calendarDayAt } from '../../../../shared/domain/instant.ts'
import { averageMargin, contributionAt, findMargin } from '../../../../shared/domain/margin.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import { revenueFigures } from '../../../../shared/domain/revenue.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { readMarginRules } from '../../database/margin-rules.ts'
import { lastSealedDay } from '../../database/seals.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { originTouch, readOrigin } from '../../database/touches.ts'

interface EventRow {
  id: number
  kind: Purchase['kind']
  name: string
  at: number
  day: Day
  status: string
  is_counted: number
  source: string
  paid_cents: number
  refunded_cents: number
  tax_cents: number
  margin_basis_points: number | null
  client_id: number | null
  client: string | null
  beneficiary: Purchase['beneficiary']
  note: string
  foreign_cents: number | null
  foreign_currency: string | null
  rate_millionths: number | null
  subscription_id: number | null
  lead_id: number | null
  batch_id: number | null
}

export function readPurchase(db: Connection, id: number, settings: StoredSettings): Purchase {
  const row = db
    .prepare<[number], EventRow>(
      `SELECT event.*, client.name AS client, (SELECT id FROM lead WHERE event_id = event.id LIMIT 1) AS lead_id,
         (SELECT batch_id FROM import_row WHERE target_id = event.id AND event.kind = 'order' AND format = event.source LIMIT 1) AS batch_id
       FROM revenue_event AS event LEFT JOIN client ON client.id = event.client_id
       WHERE event.id = ? AND event.status <> 'removed'`,
    )
    .get(id)
  if (!row) throw expected('not_found', { what: 'purchase', id })
  const sealed = lastSealedDay(db)
  const touches = readTouches(db, row, settings)
  return {
    ...amountsOf(db, row, settings),
    id: row.id,
    kind: row.kind,
    name: row.name,
    at: row.at,
    day: row.day,
    time: clockAt(row.at, settings.timeZone),
    status: row.status,
    isCounted: row.is_counted === 1,
    batchId: row.batch_id,
    subscriptionId: row.subscription_id,
    leadId: row.lead_id,
    source: row.source,
    foreign: foreignOf(row),
    clientId: row.client_id,
    client: row.client,
    beneficiary: row.beneficiary,
    note: row.note,
    isSealed: sealed !== null && row.day <= sealed,
    windowDays: settings.attributionWindowDays,
    ...touches,
    sale: row.kind === 'manual' || row.kind === 'deal' ? saleOf(db, row, row.kind) : null,
  }
}

function amountsOf(db: Connection, row: EventRow, settings: StoredSettings) {
  const amounts = { paidCents: row.paid_cents, refundedCents: row.refunded_cents, taxCents: row.tax_cents }
  const { grossCents, taxKeptCents, netCents } = revenueFigures(amounts)
  const items = db
    .prepare<[number], { product: string; cents: number }>(
      'SELECT product, cents FROM revenue_item WHERE event_id = ? ORDER BY id LIMIT 500',
    )
    .all(row.id)
  const rules = readMarginRules(db, settings.marginBasisPoints)
  const margin = findMargin({ own: row.margin_basis_points, source: row.source, items }, rules)
  return {
    ...amounts,
    grossCents,
    taxKeptCents,
    netCents,
    contributionCents: contributionAt(netCents, margin),
    marginBasisPoints: row.margin_basis_points,
    margin: { basisPoints: averageMargin(margin), origin: margin.origin },
    items,
  }
}

function foreignOf(row: EventRow): Purchase['foreign'] {
  const { foreign_cents: cents, foreign_currency: currency, rate_millionths: rateMillionths } = row
  return cents === null || currency === null || rateMillionths === null ? null : { cents, currency, rateMillionths }
}

const STATUSES: readonly SaleInput['status'][] = ['paid', 'pending', 'voided']

function saleOf(db: Connection, row: EventRow, kind: SaleInput['kind']): SaleInput {
  const touch = originTouch(db, row.id, row.at)
  return {
    kind,
    name: row.name,
    day: row.day,
    status: STATUSES.find((status) => status === row.status) ?? 'paid',
    paidCents: row.paid_cents,
    foreign: foreignOf(row),
    taxCents: row.tax_cents,
    refundedCents: row.refunded_cents,
    marginBasisPoints: row.margin_basis_points,
    clientId: row.client_id,
    beneficiary: row.beneficiary,
    note: row.note,
    origin: readOrigin(touch),
    campaignId: touch?.campaign_id ?? null,
  }
}

interface TouchRow extends Omit<PurchaseTouch, 'day' | 'time' | 'isByHand' | 'state' | 'credit' | 'network'> {
  network: Network | null
  is_by_hand: number
  is_direct: number
}

/** A screen shows no more than this; the latest ones, which are those that count. */
const MAX_SHOWN = 600

function readTouches(db: Connection, event: EventRow, settings: StoredSettings) {
  const rows = db
    .prepare<[number], TouchRow>(
      `SELECT touch.id, touch.at, touch.kind, touch.scope, touch.source, touch.medium, touch.channel_id AS channelId,
         channel.name AS channel, channel.network, touch.campaign_id AS campaignId, campaign.name AS campaign, touch.post_id AS postId,
         post.title AS post, touch.conversation_id AS conversationId, conversation.label AS conversation, touch.is_by_hand, touch.is_direct
       FROM touchpoint AS touch LEFT JOIN channel ON channel.id = touch.channel_id LEFT JOIN campaign ON campaign.id = touch.campaign_id
         LEFT JOIN post ON post.id = touch.post_id LEFT JOIN conversation ON conversation.id = touch.conversation_id
       WHERE touch.event_id = ? ORDER BY touch.id`,
    )
    .all(event.id)
  const touches = rows.map((row) => ({ ...row, isDirect: row.is_direct === 1 }))
  const counting = touchesInWindow(touches, event.at, settings.attributionWindowDays)
  const creditOf = creditsIn(counting, event.at)
  const ordered = touches.toSorted((a, b) => a.at - b.at || TOUCH_KINDS.indexOf(a.kind) - TOUCH_KINDS.indexOf(b.kind))
  return {
    touchCount: rows.length,
    touches: ordered.slice(-MAX_SHOWN).map((touch): PurchaseTouch => {
      const { is_by_hand: isByHand, is_direct: _isDirect, isDirect: _direct, ...rest } = touch
      return {
        ...rest,
        day: calendarDayAt(touch.at, settings.timeZone),
        time: clockAt(touch.at, settings.timeZone),
        isByHand: isByHand === 1,
        state: counting.includes(touch) ? 'counts' : stateOf(touch.at, event.at, settings.attributionWindowDays),
        credit: creditOf(touch),
      }
    }),
  }
}

const DAY_MS = 86_400_000

function stateOf(at: number, purchaseAt: number, windowDays: number): PurchaseTouch['state'] {
  if (at > purchaseAt) return 'after'
  return at < purchaseAt - windowDays * DAY_MS ? 'too-old' : 'beyond-limit'
}

type Counting = Parameters<typeof touchWeights>[1]

function creditsIn(touches: Counting, purchaseAt: number): (touch: Counting[number]) => PurchaseTouch['credit'] {
  const weights = ATTRIBUTION_MODELS.map((model) => [model, touchWeights(model, touches, purchaseAt)] as const)
  return (touch) => {
    const index = touches.indexOf(touch)
    const shares = weights.map(([model, parts]) => [model, (parts[index] ?? 0) / WEIGHT_UNIT] as const)
    return Object.fromEntries(shares) as Record<AttributionModel, number>
  }
}
