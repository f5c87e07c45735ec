/** The names a line in plain words can mention, gathered once until the ledger changes. */
import type { Network } from '../../../../shared/domain/network.ts'
import {
  makeVocabulary,
  type NamedThing,
  type NameKind,
  type Vocabulary,
} from '../../../../shared/domain/quick-entry-names.ts'
import type { Connection } from '../../database/connection.ts'

interface NameRow {
  readonly kind: NameKind
  readonly id: number
  readonly name: string
  readonly network: Network | null
  readonly clientId: number | null
  readonly isBillable: number
  readonly isArchived: number
}

const NAMES = `
  SELECT 'channel' AS kind, id, name, network, NULL AS clientId, 0 AS isBillable, is_archived AS isArchived FROM channel
  UNION ALL SELECT 'project', id, name, NULL, client_id, is_billable, is_archived FROM project
  UNION ALL SELECT 'campaign', id, name, NULL, NULL, 0, 0 FROM campaign
  UNION ALL SELECT 'client', id, name, NULL, NULL, 0, 0 FROM client
  UNION ALL SELECT 'department', id, name, NULL, NULL, 0, 0 FROM department
  UNION ALL SELECT 'person', id, name, NULL, NULL, 0, 0 FROM person`

interface Gathered {
  readonly version: unknown
  readonly vocabulary: Vocabulary
}

const gathered = new WeakMap<Connection, Gathered>()

export function readVocabulary(db: Connection): Vocabulary {
  // Another number once the writing connection has written.
  const version = db.database.pragma('data_version', { simple: true })
  const known = gathered.get(db)
  if (known && known.version === version) return known.vocabulary
  const vocabulary = makeVocabulary(db.prepare<[], NameRow>(NAMES).all().map(toThing))
  gathered.set(db, { version, vocabulary })
  return vocabulary
}

function toThing(row: NameRow): NamedThing {
  const { kind, id, name } = row
  const isArchived = row.isArchived === 1
  if (kind === 'channel' && row.network !== null) return { kind, id, name, network: row.network, isArchived }
  if (kind === 'project') {
    return { kind, id, name, clientId: row.clientId, isBillable: row.isBillable === 1, isArchived }
  }
  return { kind, id, name }
}
