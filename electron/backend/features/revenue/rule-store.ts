/** Words of imports about origins, with what they are taken for. */
import { MAX_RULES, type OriginRule, type RuleTarget } from '../../../../shared/contract/origin-rules.ts'
import type { Connection } from '../../database/connection.ts'

interface WordRow {
  kind: 'utm' | 'coupon' | 'self-reported'
  value: string
  purchases: number
  netCents: number
  scope: 'social' | 'other'
  channelId: number | null
  target: string | null
}

const SOURCE_OF = { utm: 'utm-source', coupon: 'discount-code', 'self-reported': 'self-report' } as const

/** Heaviest first. The target is what was remembered, else what the touches say. */
export function readRules(db: Connection): OriginRule[] {
  return [...readTouchRules(db), ...readUntouchedRules(db)]
    .toSorted((a, b) => b.netCents - a.netCents || b.purchases - a.purchases || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_RULES)
}

function readTouchRules(db: Connection): OriginRule[] {
  return db
    .prepare<[], WordRow>(
      `WITH net AS (SELECT event_id, sum(net_cents) AS cents FROM revenue_figure GROUP BY event_id),
         word AS (
           SELECT touch.kind, touch.source AS value, count(DISTINCT net.event_id) AS purchases, coalesce(sum(net.cents), 0) AS netCents,
             max(touch.scope) AS scope, max(touch.channel_id) AS channelId
           FROM touchpoint AS touch LEFT JOIN net USING (event_id)
           WHERE touch.kind IN ('utm', 'coupon', 'self-reported') AND touch.is_by_hand = 0 AND touch.source <> ''
           GROUP BY touch.kind, touch.source)
       SELECT word.*, mapping.target FROM word LEFT JOIN value_mapping AS mapping ON mapping.value = word.value AND mapping.source =
         CASE word.kind WHEN 'utm' THEN 'utm-source' WHEN 'coupon' THEN 'discount-code' ELSE 'self-report' END
       ORDER BY netCents DESC, purchases DESC, value LIMIT ${MAX_RULES}`,
    )
    .all()
    .map((row) => ({
      source: SOURCE_OF[row.kind],
      value: row.value,
      purchases: row.purchases,
      netCents: row.netCents,
      target: remembered(row.target) ?? impliedTarget(row),
    }))
}

/** Words that count as no touch leave no trace on a purchase: what carries them stands in the imported rows. */
function readUntouchedRules(db: Connection): OriginRule[] {
  return db
    .prepare<[], Pick<OriginRule, 'source' | 'value' | 'purchases' | 'netCents'>>(
      `WITH silent AS MATERIALIZED (SELECT source, value FROM value_mapping
           WHERE source IN ('utm-source', 'discount-code', 'self-report') AND json_extract(target, '$.kind') = 'noTouch'),
         carried AS (
           SELECT 'discount-code' AS source, upper(trim(code.value)) AS value, import_row.target_id AS event_id
             FROM import_row JOIN import_batch ON import_batch.id = import_row.batch_id,
               json_each(import_row.record, '$.discountCodes') AS code
             WHERE import_batch.record_kind = 'order'
           UNION SELECT 'utm-source', lower(trim(json_extract(import_row.record, '$.utm.source'))), import_row.target_id
             FROM import_row JOIN import_batch ON import_batch.id = import_row.batch_id WHERE import_batch.record_kind = 'order'
           UNION SELECT 'self-report', trim(json_extract(import_row.record, '$.selfReported')), import_row.target_id
             FROM import_row JOIN import_batch ON import_batch.id = import_row.batch_id WHERE import_batch.record_kind = 'order'),
         net AS (SELECT event_id, sum(net_cents) AS cents FROM revenue_figure GROUP BY event_id)
       SELECT silent.source, silent.value, count(DISTINCT net.event_id) AS purchases, coalesce(sum(net.cents), 0) AS netCents
       FROM silent JOIN carried USING (source, value) LEFT JOIN net USING (event_id)
       WHERE EXISTS (SELECT 1 FROM silent) GROUP BY silent.source, silent.value LIMIT ${MAX_RULES}`,
    )
    .all()
    .map((row) => ({ ...row, target: { kind: 'noTouch' } }))
}

function remembered(text: string | null): RuleTarget | null {
  if (text === null) return null
  const target = JSON.parse(text) as { kind: string; channelId?: number }
  if (target.kind === 'channel' && target.channelId !== undefined)
    return { kind: 'channel', channelId: target.channelId }
  return target.kind === 'none' || target.kind === 'other' || target.kind === 'noTouch' ? { kind: target.kind } : null
}

function impliedTarget({ scope, channelId }: WordRow): RuleTarget {
  if (channelId !== null) return { kind: 'channel', channelId }
  return { kind: scope === 'social' ? 'none' : 'other' }
}
