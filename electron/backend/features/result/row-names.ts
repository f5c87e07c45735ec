/** Names of the rows of a grouping, in the order in which they are shown. */
import type { Grouping, ResultRow } from '../../../../shared/contract/result.ts'
import { isActivity } from '../../../../shared/domain/activity.ts'
import { NETWORKS, type Network } from '../../../../shared/domain/network.ts'
import { POST_FORMATS } from '../../../../shared/domain/post-format.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import type { FigureSum } from './figures.ts'
import type { RowKey } from './row-sums.ts'

interface NamedRecord {
  readonly id: number
  readonly name: string
  readonly network: string | null
}

/** Where the names of a grouping's rows stand; every other grouping has no records. */
const NAMES: Partial<Readonly<Record<Grouping, string>>> = {
  channel: 'SELECT id, name, network FROM channel',
  campaign: 'SELECT id, name, NULL AS network FROM campaign',
  person: 'SELECT id, name, NULL AS network FROM person',
  pillar: 'SELECT id, name, NULL AS network FROM pillar',
  client: 'SELECT id, name, NULL AS network FROM client',
  department: 'SELECT id, name, NULL AS network FROM department',
}
const NAMES_OF_POSTS = `SELECT post.id, title AS name, (SELECT network FROM channel WHERE id = post.channel_id) AS network
  FROM json_each(?) AS wanted CROSS JOIN post ON post.id = wanted.value`

/** Posts are many: only those of the rows are read. */
function readNames(db: Connection, by: Grouping, keys: Iterable<RowKey>): Map<number, NamedRecord> {
  const sql = NAMES[by]
  const rows =
    by === 'post'
      ? db.prepare<[string], NamedRecord>(NAMES_OF_POSTS).all(JSON.stringify([...keys]))
      : sql
        ? db.prepare<[], NamedRecord>(sql).all()
        : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** Rows that hold anything, best first and what belongs to none last; months in their order. */
export function nameRows(
  db: Connection,
  by: Grouping,
  sums: ReadonlyMap<RowKey, FigureSum>,
  { language }: StoredSettings,
): ResultRow[] {
  const names = readNames(db, by, sums.keys())
  const rows: ResultRow[] = []
  for (const [key, sum] of sums) {
    if (!sum.isEmpty) rows.push({ ...labelOf(by, key, names, language), ...sum.toFigures() })
  }
  return by === 'month' ? rows.sort(byKey) : rows.sort(byResult)
}

type Label = Pick<ResultRow, 'key' | 'id' | 'activity' | 'network' | 'format'>
const NO_LABEL: Label = { key: null, id: null, activity: null, network: null, format: null }

function labelOf(
  by: Grouping,
  key: RowKey,
  names: ReadonlyMap<number, NamedRecord>,
  language: StoredSettings['language'],
): Label {
  if (typeof key === 'string') {
    if (by === 'month') return { ...NO_LABEL, key }
    if (isActivity(key)) return { ...NO_LABEL, key: activityNames(language)[key], activity: key }
    const format = POST_FORMATS.find((candidate) => candidate === key)
    return format ? { ...NO_LABEL, key: postFormatNames(language)[format], format } : NO_LABEL
  }
  const record = names.get(key)
  return record ? { ...NO_LABEL, key: record.name, id: record.id, network: asNetwork(record.network) } : NO_LABEL
}

function asNetwork(text: string | null): Network | null {
  return NETWORKS.find((network) => network === text) ?? null
}

function byKey(a: ResultRow, b: ResultRow): number {
  return (a.key ?? '').localeCompare(b.key ?? '')
}

/** Best first; the row of what belongs to none comes last. */
function byResult(a: ResultRow, b: ResultRow): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
  return (b.resultCents ?? -b.labourCents) - (a.resultCents ?? -a.labourCents) || a.key.localeCompare(b.key)
}
