/** Sums by post, pillar and format. Few lines and shares name a post: they are read by an index of their own, without a rollup. */
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { MODEL_NUMBERS, modelNumber } from '../../database/model-numbers.ts'
import type { LineSum, ShareSum } from './rollup-store.ts'

/** Fixed fragments: the column of the post that holds the key. */
const POST_KEY = {
  post: 'post_id',
  pillar: 'coalesce(post.pillar_id, 0)',
  format: "coalesce(post.format, '')",
} as const
export type PostKey = keyof typeof POST_KEY

export function isPostKey(key: string): key is PostKey {
  return Object.hasOwn(POST_KEY, key)
}

function withPost(table: 'ledger_line' | 'attribution_share', key: PostKey): string {
  return key === 'post' ? table : `${table} JOIN post ON post.id = ${table}.post_id`
}

/** Lines that name a post; activities are not told apart. */
export function sumPostLines(db: Connection, key: PostKey, { from, to }: Period): LineSum[] {
  return db
    .prepare<[object], LineSum>(
      `SELECT ${POST_KEY[key]} AS key, '' AS activity, kind, scope, sum(cents) AS cents, sum(seconds) AS seconds,
         sum(CASE WHEN is_priced = 1 THEN 0 ELSE seconds END) AS unpricedSeconds
       FROM ${withPost('ledger_line', key)} WHERE post_id IS NOT NULL AND day BETWEEN @from AND @to GROUP BY 1, 3, 4`,
    )
    .all({ from, to })
}

/** Shares that name a post, of one model or (null) of each. */
export function sumPostShares(
  db: Connection,
  key: PostKey,
  { from, to }: Period,
  model: AttributionModel | null,
): ShareSum[] {
  const values = model === null ? { from, to } : { from, to, model: modelNumber(model) }
  return db
    .prepare<[object], ShareSum>(
      `SELECT ${POST_KEY[key]} AS key, scope, ${model === null ? 'model' : '0 AS model'}, sum(weight) AS weight, sum(gross_cents) AS grossCents,
         sum(net_cents) AS netCents, coalesce(sum(contribution_cents), 0) AS contributionCents, sum(contribution_cents IS NULL) AS unpricedCount
       FROM ${withPost('attribution_share', key)}
       WHERE post_id IS NOT NULL AND model IN (${model === null ? MODEL_NUMBERS : '0, @model'}) AND day BETWEEN @from AND @to
       GROUP BY 1, 2, 3`,
    )
    .all(values)
}

/** Pillar and format of every post, for shares that are computed and not stored. */
export function readPostKeys(db: Connection): Map<number, { pillarId: number; format: string }> {
  const rows = db
    .prepare<[], { id: number; pillarId: number; format: string }>(
      "SELECT id, coalesce(pillar_id, 0) AS pillarId, coalesce(format, '') AS format FROM post",
    )
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Posts published in a period, by channel. */
export function countPublishedPosts(db: Connection, { from, to }: Period): Map<number, number> {
  const rows = db
    .prepare<[object], { channelId: number; count: number }>(
      `SELECT channel_id AS channelId, count(*) AS count FROM variant
       WHERE coalesce(day, '') BETWEEN @from AND @to AND published_on IS NOT NULL AND channel_id IS NOT NULL GROUP BY channel_id`,
    )
    .all({ from, to })
  return new Map(rows.map((row) => [row.channelId, row.count]))
}
