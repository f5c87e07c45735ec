/** Projects of clients, or of oneself. */
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, joinUses } from '../../database/references.ts'

export interface ProjectDraft {
  readonly clientId: number | null
  readonly name: string
  readonly isBillable: boolean
  readonly plannedMinutes: number | null
}
export type ProjectPatch = { readonly [Key in keyof ProjectDraft]?: ProjectDraft[Key] | undefined } & {
  readonly isArchived?: boolean | undefined
}

interface ProjectRow {
  readonly id: number
  readonly clientId: number | null
  readonly client: string | null
  readonly name: string
  readonly isBillable: number
  readonly isArchived: number
  readonly plannedMinutes: number | null
  readonly seconds: number
  readonly useCount: number
}

export function readProjects(db: Connection) {
  return db
    .prepare<[], ProjectRow>(
      `SELECT project.id, project.client_id AS clientId, client.name AS client, project.name, project.is_billable AS isBillable,
         project.is_archived AS isArchived, project.planned_minutes AS plannedMinutes, coalesce(used.count, 0) AS useCount,
         coalesce((SELECT sum((ended_at - started_at + 500) / 1000) FROM time_entry WHERE project_id = project.id), 0) AS seconds
       FROM project LEFT JOIN client ON client.id = project.client_id ${joinUses('project')}
       ORDER BY client.name IS NOT NULL, lower_case(client.name), lower_case(project.name), project.id`,
    )
    .all()
    .map((row) => ({ ...row, isBillable: row.isBillable === 1, isArchived: row.isArchived === 1 }))
}

export function addProject(db: Connection, draft: ProjectDraft): number {
  assertRecord(db, 'client', draft.clientId)
  assertFree(db, draft.clientId, draft.name, null)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO project (client_id, name, is_billable, planned_minutes) VALUES (@clientId, @name, @isBillable, @plannedMinutes)`,
      )
      .run({ ...draft, isBillable: Number(draft.isBillable) }).lastInsertRowid,
  )
}

export function updateProject(db: Connection, id: number, patch: ProjectPatch): void {
  const before = db
    .prepare<[number], { clientId: number | null; name: string }>(
      'SELECT client_id AS clientId, name FROM project WHERE id = ?',
    )
    .get(id)
  if (!before) throw expected('not_found', { what: 'project', id })
  assertRecord(db, 'client', patch.clientId ?? null)
  assertFree(db, patch.clientId === undefined ? before.clientId : patch.clientId, patch.name ?? before.name, id)
  const columns = {
    client_id: patch.clientId,
    name: patch.name,
    is_billable: patch.isBillable === undefined ? undefined : Number(patch.isBillable),
    is_archived: patch.isArchived === undefined ? undefined : Number(patch.isArchived),
    planned_minutes: patch.plannedMinutes,
  }
  const changed = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  if (Object.keys(changed).length === 0) return
  const sets = Object.keys(changed).map((column) => `${column} = @${column}`)
  db.prepare<[object]>(`UPDATE project SET ${sets.join(', ')} WHERE id = @id`).run({ ...changed, id })
}

/** A name is taken once for each client. */
function assertFree(db: Connection, clientId: number | null, name: string, id: number | null): void {
  const taken = db
    .prepare<[number | null, string], { id: number }>('SELECT id FROM project WHERE client_id IS ? AND name = ?')
    .get(clientId, name)
  if (taken && taken.id !== id) throw expected('name_taken', { field: 'name', name })
}
