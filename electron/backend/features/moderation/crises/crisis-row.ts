/** The crisis itself, as it is stored. */
import type { CrisisLevel, LevelChange } from '../../../../../shared/domain/crisis.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'

export interface StoredCrisis {
  readonly id: number
  readonly title: string
  readonly level: CrisisLevel
  readonly openedAt: Instant
  readonly startedAt: Instant
  readonly closedAt: Instant | null
  readonly reach: number | null
  readonly cause: string
  readonly whatHelped: string
  readonly whatChanges: string
}

/**
 * SQL: a crisis begins with the first conversation of it, which is often there before anyone opens it; else with its opening. One of which
 * only the day is known says no time to count from.
 */
export const STARTED_AT = `min(opened_at,
  coalesce((SELECT min(received_at) FROM conversation WHERE crisis_id = crisis.id AND hour IS NOT NULL), opened_at))`

const COLUMNS = `id, title, level, opened_at AS openedAt, ${STARTED_AT} AS startedAt, closed_at AS closedAt, reach, cause, what_helped AS whatHelped,
  what_changes AS whatChanges`

export function findCrisis(db: Connection, id: number): StoredCrisis {
  const row = db.prepare<[number], StoredCrisis>(`SELECT ${COLUMNS} FROM crisis WHERE id = ?`).get(id)
  if (!row) throw expected('not_found', { what: 'crisis', id })
  return row
}

/** Which levels a crisis had, and from when on. */
export function levelHistory(db: Connection, crisisId: number): LevelChange[] {
  return db
    .prepare<[number], LevelChange>(
      `SELECT at, detail ->> 'level' AS level FROM crisis_entry
       WHERE crisis_id = ? AND kind IN ('opened', 'level') ORDER BY noted_at, id`,
    )
    .all(crisisId)
}
