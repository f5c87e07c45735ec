/** Where the credit of purchases is read: as stored, or – at another window than the ledger's – with what that window makes of some. */
import type { RevenueFilter } from '../../../../shared/contract/revenue.ts'
import type { Connection } from '../../database/connection.ts'
import { readSettings } from '../../database/settings-row.ts'
import { readComputedPurchases, type ComputedPurchase, type ShareDelta } from '../../database/window-shares.ts'

export interface CreditSource {
  /** What the statement begins with. */
  readonly sql: string
  readonly shares: string
  readonly figures: string
  readonly values: Readonly<Record<string, string>>
}

export const STORED: CreditSource = { sql: '', shares: 'attribution_share', figures: 'revenue_figure', values: {} }

export function creditSource(db: Connection, { period, model, windowDays }: RevenueFilter): CreditSource {
  if (windowDays === undefined) return STORED
  const savedWindowDays = readSettings(db).attributionWindowDays
  const computed = readComputedPurchases(db, { period, windowDays, savedWindowDays, model })
  if (computed.length === 0) return STORED
  return {
    sql: AT_WINDOW,
    shares: 'share_at_window',
    figures: 'figure_at_window',
    values: {
      computedFigures: JSON.stringify(computed.map(figureRow)),
      computedShares: JSON.stringify(
        computed.flatMap((purchase) => purchase.shares.map((share) => shareRow(purchase, share))),
      ),
    },
  }
}

const SHARE_COLUMNS = `event_id, part, day, model, scope, channel_id, campaign_id, client_id, post_id, conversation_id, weight,
  gross_cents, net_cents, contribution_cents`

/** Purchases the window does not touch as they are stored, the others as they were computed. */
const AT_WINDOW = `WITH
  computed_figure AS MATERIALIZED (
    SELECT value ->> 0 AS event_id, value ->> 1 AS day, value ->> 2 AS touch_count, value ->> 3 AS is_social
    FROM json_each(@computedFigures)
  ),
  figure_at_window AS (
    SELECT event_id, day, touch_count, is_social FROM revenue_figure
      WHERE day BETWEEN @from AND @to AND event_id NOT IN (SELECT event_id FROM computed_figure)
    UNION ALL SELECT event_id, day, touch_count, is_social FROM computed_figure
  ),
  share_at_window AS (
    SELECT ${SHARE_COLUMNS} FROM attribution_share
      WHERE model IN (0, @model) AND day BETWEEN @from AND @to AND event_id NOT IN (SELECT event_id FROM computed_figure)
    UNION ALL SELECT ${SHARE_COLUMNS.split(',')
      .map((column, index) => `value ->> ${index} AS ${column.trim()}`)
      .join(', ')} FROM json_each(@computedShares)
  )`

function figureRow({ eventId, day, touchCount, isSocial }: ComputedPurchase): unknown[] {
  return [eventId, day, touchCount, isSocial ? 1 : 0]
}

/** In the order of the columns. */
function shareRow({ eventId, part }: ComputedPurchase, share: ShareDelta): unknown[] {
  const { day, model, scope, channelId, campaignId, clientId, postId, conversationId } = share
  const { weight, grossCents, netCents, contributionCents, unpricedCount } = share
  const contribution = unpricedCount > 0 ? null : contributionCents
  const credit = [weight, grossCents, netCents, contribution]
  return [eventId, part, day, model, scope, channelId, campaignId, clientId, postId, conversationId, ...credit]
}
