/** Hours, cost and credit of a record so far, as SQL: posts and conversations by index, the rest from the yearly sums. */
import { ATTRIBUTION_MODELS } from '../../../../shared/domain/attribution.ts'

/** Purchases with one touch stand under 0 for all models. */
const LAST_TOUCH = `model IN (0, ${ATTRIBUTION_MODELS.indexOf('last') + 1})`

/** Columns seconds, costCents and netCents of each row of post or conversation. */
export function figuresByIndex(kind: 'post' | 'conversation'): string {
  const lines = `FROM ledger_line AS line WHERE line.${kind}_id = ${kind}.id AND line.kind <> 'revenue'`
  return `coalesce((SELECT sum(line.seconds) ${lines}), 0) AS seconds,
    coalesce((SELECT sum(line.cents) ${lines}), 0) AS costCents,
    coalesce((SELECT sum(share.net_cents) FROM attribution_share AS share
      WHERE share.${kind}_id = ${kind}.id AND share.${LAST_TOUCH}), 0) AS netCents`
}

/** Joins `cost` and `credit`, one row an id each. */
export const SUMS_OF = {
  campaign: sumsFromYears('campaign'),
  client: sumsFromYears('client'),
  department: `${costsFromYears('department')} LEFT JOIN (SELECT NULL AS id, NULL AS netCents) AS credit ON false`,
  pillar: `LEFT JOIN (SELECT post.pillar_id AS id, sum(line.seconds) AS seconds, sum(line.cents) AS costCents
      FROM ledger_line AS line JOIN post ON post.id = line.post_id
      WHERE line.post_id IS NOT NULL AND line.kind <> 'revenue' GROUP BY post.pillar_id) AS cost ON cost.id = pillar.id
    LEFT JOIN (SELECT post.pillar_id AS id, sum(share.net_cents) AS netCents
      FROM attribution_share AS share JOIN post ON post.id = share.post_id
      WHERE share.post_id IS NOT NULL AND share.${LAST_TOUCH} GROUP BY post.pillar_id) AS credit ON credit.id = pillar.id`,
} as const

function costsFromYears(kind: 'campaign' | 'client' | 'department'): string {
  return `LEFT JOIN (SELECT ${kind}_id AS id, sum(seconds) AS seconds, sum(cents) AS costCents
      FROM line_year WHERE kind <> 'revenue' GROUP BY ${kind}_id) AS cost ON cost.id = ${kind}.id`
}

function sumsFromYears(kind: 'campaign' | 'client'): string {
  return `${costsFromYears(kind)} LEFT JOIN (SELECT ${kind}_id AS id, sum(net_cents) AS netCents
      FROM share_year WHERE ${LAST_TOUCH} GROUP BY ${kind}_id) AS credit ON credit.id = ${kind}.id`
}
