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
  readonly closedAt: Instant | null
  readonly reach: number | null
  readonly cause: string
  readonly whatHelped: string
  readonly whatChanges: string
}

const COLUMNS = `id, title, level, opened_at AS openedAt, closed_at AS closedAt, reach, cause, what_helped AS whatHelped,
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
