/** What the keys of a report are called, and what was planned for them. */
import type { ReportKey } from '../../../../shared/contract/time-entries.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import type { Connection } from '../../database/connection.ts'

export interface KeyName {
  readonly id: number
  readonly name: string
  readonly network: Network | null
  readonly plannedMinutes: number | null
}

type NamedKey = Exclude<ReportKey, 'activity' | 'day' | 'week'>

/** Fixed fragments: name, network and plan of a record. A project is known by its client as well. */
const NAMES: Readonly<Record<NamedKey, string>> = {
  channel: 'SELECT id, name, network, NULL AS plannedMinutes FROM channel',
  post: `SELECT post.id, title AS name, channel.network, planned_minutes AS plannedMinutes
    FROM post LEFT JOIN channel ON channel.id = post.channel_id`,
  campaign: 'SELECT id, name, NULL AS network, NULL AS plannedMinutes FROM campaign',
  client: 'SELECT id, name, NULL AS network, NULL AS plannedMinutes FROM client',
  project: `SELECT project.id, coalesce(client.name || ' · ', '') || project.name AS name, NULL AS network, planned_minutes AS plannedMinutes
    FROM project LEFT JOIN client ON client.id = project.client_id`,
  department: 'SELECT id, name, NULL AS network, NULL AS plannedMinutes FROM department',
  person: 'SELECT id, name, NULL AS network, NULL AS plannedMinutes FROM person',
}

export function isNamedKey(by: ReportKey): by is NamedKey {
  return Object.hasOwn(NAMES, by)
}

export function readNames(db: Connection, by: NamedKey, ids: readonly number[]): Map<number, KeyName> {
  const rows = db
    .prepare<[string], KeyName>(`${NAMES[by]} WHERE ${by}.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** All that was ever logged for posts or projects, in seconds. */
export function readActualSeconds(db: Connection, by: 'post' | 'project', ids: readonly number[]): Map<number, number> {
  const lines =
    by === 'post'
      ? `SELECT line.post_id AS id, sum(line.seconds) AS seconds FROM json_each(?) AS wanted
         CROSS JOIN ledger_line AS line ON line.post_id = wanted.value WHERE line.kind = 'labour' GROUP BY 1`
      : `SELECT entry.project_id AS id, sum(line.seconds) AS seconds FROM json_each(?) AS wanted
         CROSS JOIN time_entry AS entry ON entry.project_id = wanted.value
         CROSS JOIN ledger_line AS line ON line.source_kind = 'time' AND line.source_id = entry.id WHERE line.kind = 'labour' GROUP BY 1`
  const rows = db.prepare<[string], { id: number; seconds: number }>(lines).all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, row.seconds]))
}
