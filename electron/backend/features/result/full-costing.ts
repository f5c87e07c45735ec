/** Full costing of the rows by channel: see shared/domain/costing.ts for the rule. */
import type { Costing, ResultSummary } from '../../../../shared/contract/result.ts'
import { spreadOverChannels, type SpreadingKey } from '../../../../shared/domain/costing.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'
import { FigureSum } from './figures.ts'
import { countPublishedPosts } from './post-store.ts'
import { NO_KEY, type RowKey } from './row-sums.ts'

export interface FullCosting {
  readonly rows: ReadonlyMap<RowKey, FigureSum>
  readonly spread: ResultSummary['spread']
}

/** What is spread of the cross-channel row: every cost and the hours, each by itself. Revenue without a channel stays. */
const SPREAD_FIELDS = ['seconds', 'unpricedSeconds', 'labourCents', 'adsCents', 'otherCostCents'] as const

export function spreadCrossChannel(
  db: Connection,
  period: Period,
  direct: ReadonlyMap<RowKey, FigureSum>,
  costing: Exclude<Costing, 'direct'>,
): FullCosting {
  const none = direct.get(NO_KEY)
  const posts = costing === 'posts' ? countPublishedPosts(db, period) : new Map<number, number>()
  const channels = channelsOf(db, direct, posts)
  if (channels.length === 0) return { rows: direct, spread: null }
  const own = channels.map((id) => ({
    seconds: direct.get(id)?.seconds ?? 0,
    costCents: direct.get(id)?.costCents ?? 0,
    publishedPosts: posts.get(id) ?? 0,
  }))
  const spread = spreadOverChannels(costing satisfies SpreadingKey, own)
  const rows = new Map<RowKey, FigureSum>()
  for (const id of channels) rows.set(id, copyOf(direct.get(id)))
  const rest = copyOf(none)
  for (const field of SPREAD_FIELDS) {
    const parts = spread.divide(rest[field])
    for (const [index, id] of channels.entries()) {
      const row = rows.get(id)
      if (row) row[field] += parts[index] ?? 0
    }
    rest[field] = 0
  }
  rows.set(NO_KEY, rest)
  return {
    rows,
    spread: { cents: none?.costCents ?? 0, seconds: none?.seconds ?? 0, isEqually: spread.isEqually },
  }
}

/**
 * The channels costs are spread over, in the order of their ids: those with hours, costs or revenue in the period, and by posts
 * also those that published. Where there are none: every channel in use.
 */
function channelsOf(
  db: Connection,
  direct: ReadonlyMap<RowKey, FigureSum>,
  posts: ReadonlyMap<number, number>,
): number[] {
  const active = [...direct].filter(([key, sum]) => key !== NO_KEY && !sum.isEmpty).map(([key]) => Number(key))
  const ids = [...new Set([...active, ...posts.keys()])].sort((a, b) => a - b)
  if (ids.length > 0) return ids
  return db
    .prepare<[], { id: number }>('SELECT id FROM channel WHERE is_archived = 0 ORDER BY id')
    .all()
    .map((row) => row.id)
}

function copyOf(sum: FigureSum | undefined): FigureSum {
  const copy = new FigureSum()
  if (sum) copy.add(sum)
  return copy
}
