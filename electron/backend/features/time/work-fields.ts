/** What a stretch of work was and what for: checked against the ledger, and written into its row and its shares. */
import type { Target, Work, WorkPatch } from '../../../../shared/contract/time-entries.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { targetsOf, type StoredEntry } from './entry-rows.ts'

const MAX_WEIGHT = 1_000_000

/** Fails with `not_found` where something the work names is gone by now. */
export function assertWork(db: Connection, work: WorkPatch): void {
  assertRecord(db, 'channel', work.channelId ?? null)
  assertRecord(db, 'campaign', work.campaignId ?? null)
  assertRecord(db, 'client', work.clientId ?? null)
  assertRecord(db, 'project', work.projectId ?? null)
  assertRecord(db, 'department', work.departmentId ?? null)
  for (const { postId, conversationId } of work.targets ?? []) {
    assertRecord(db, 'post', postId)
    assertRecord(db, 'conversation', conversationId)
  }
}

/** Targets named twice count once, with both weights. */
export function distinctTargets(targets: readonly Target[]): Target[] {
  const byKey = new Map<string, Target>()
  for (const { postId, conversationId, weight } of targets) {
    const key = `${postId} ${conversationId}`
    const known = byKey.get(key)?.weight ?? 0
    byKey.set(key, { postId, conversationId, weight: Math.min(MAX_WEIGHT, known + weight) })
  }
  return [...byKey.values()]
}

/** A single target is named by the entry itself; several stand in shares. */
function ownColumns(targets: readonly Target[]) {
  const only = targets.length === 1 ? targets[0] : undefined
  return { post_id: only?.postId ?? null, conversation_id: only?.conversationId ?? null }
}

function writeShares(db: Connection, entryId: number, targets: readonly Target[]): void {
  db.prepare<[number]>('DELETE FROM time_share WHERE entry_id = ?').run(entryId)
  if (targets.length < 2) return
  const insert = db.prepare<[object]>(
    `INSERT INTO time_share (entry_id, position, post_id, conversation_id, weight)
     VALUES (@entryId, @position, @postId, @conversationId, @weight)`,
  )
  for (const [position, target] of targets.entries()) insert.run({ ...target, entryId, position })
}

/** Work as it goes into a row: a project brings its client along. Shares are written with `writeTargets`. */
export function columnsOfWork(db: Connection, work: Work) {
  return {
    activity: work.activity,
    channel_id: work.channelId,
    campaign_id: work.campaignId,
    ...withClient(db, work, work),
    department_id: work.departmentId,
    note: work.note,
    scope: work.scope,
    is_billable: Number(work.isBillable),
    ...ownColumns(distinctTargets(work.targets)),
  }
}

export function writeTargets(db: Connection, entryId: number, targets: readonly Target[]): void {
  writeShares(db, entryId, distinctTargets(targets))
}

/** A project belongs to one client: naming the project names the client, and another client leaves the project behind. */
function withClient(db: Connection, now: { clientId: number | null; projectId: number | null }, said: WorkPatch) {
  const { projectId } = now
  const owner = projectId === null ? null : clientOfProject(db, projectId)
  if (owner === null || owner === now.clientId) return { client_id: now.clientId, project_id: projectId }
  const isProjectSaid = said.projectId !== undefined && said.projectId !== null
  if (!isProjectSaid) return { client_id: now.clientId, project_id: null }
  if (typeof said.clientId === 'number')
    throw expected('invalid_value', { field: 'projectId', reason: 'project_of_other_client' })
  return { client_id: owner, project_id: projectId }
}

function clientOfProject(db: Connection, projectId: number): number | null {
  return (
    db.prepare<[number], { id: number | null }>('SELECT client_id AS id FROM project WHERE id = ?').get(projectId)
      ?.id ?? null
  )
}

type Columns = Record<string, string | number | null>

/** Columns of an entry a patch changes, with the values they get. */
function changedColumns(db: Connection, entry: StoredEntry, patch: WorkPatch): Columns {
  const wanted: Columns = {}
  const set = (column: string, value: string | number | null | undefined) => {
    if (value !== undefined) wanted[column] = value
  }
  set('activity', patch.activity)
  set('channel_id', patch.channelId)
  set('campaign_id', patch.campaignId)
  set('department_id', patch.departmentId)
  set('note', patch.note)
  set('scope', patch.scope)
  set('is_billable', patch.isBillable === undefined ? undefined : Number(patch.isBillable))
  if (patch.clientId !== undefined || patch.projectId !== undefined) {
    const clientId = patch.clientId === undefined ? entry.client_id : patch.clientId
    const projectId = patch.projectId === undefined ? entry.project_id : patch.projectId
    Object.assign(wanted, withClient(db, { clientId, projectId }, patch))
  }
  const before = entry as unknown as Columns
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => before[column] !== value))
}

function isSameTargets(left: readonly Target[], right: readonly Target[]): boolean {
  const text = (targets: readonly Target[]) =>
    JSON.stringify(targets.map(({ postId, conversationId, weight }) => [postId, conversationId, weight]))
  // Of a single one the weight says nothing.
  const alike = (targets: readonly Target[]) =>
    text(targets.length === 1 ? targets.map((one) => ({ ...one, weight: 1 })) : targets)
  return alike(left) === alike(right)
}

/** What of an invoiced entry may not change: it stands on the invoice. */
const INVOICED_COLUMNS = ['client_id', 'project_id', 'is_billable']

/** Writes a patch into an entry; what was set by hand is noted, so that a later import leaves it alone. */
export function patchWork(db: Connection, entry: StoredEntry, patch: WorkPatch): void {
  const columns = changedColumns(db, entry, patch)
  const marks = Object.keys(columns).map((column) => column.replace('_id', ''))
  if (entry.invoice_id !== null && INVOICED_COLUMNS.some((column) => column in columns)) throw invoiced(db, entry)
  const targets = patch.targets && distinctTargets(patch.targets)
  if (targets && !isSameTargets(targets, targetsOf(db, entry))) {
    Object.assign(columns, ownColumns(targets))
    marks.push('post', 'conversation')
    writeShares(db, entry.id, targets)
  }
  writeColumns(db, entry, columns, marks)
}

/** The error for what an invoice holds fast. */
export function invoiced(db: Connection, entry: StoredEntry) {
  const invoiceId = entry.invoice_id ?? 0
  const number = db
    .prepare<[number], { number: string }>('SELECT number FROM invoice WHERE id = ?')
    .get(invoiceId)?.number
  return expected('entry_invoiced', { entryId: entry.id, invoiceId, number: number ?? '' })
}

export function writeColumns(db: Connection, entry: StoredEntry, columns: Columns, marks: readonly string[]): void {
  if (Object.keys(columns).length === 0) return
  const known = entry.set_by_hand === '' ? [] : entry.set_by_hand.split(',')
  const values = { ...columns, set_by_hand: [...new Set([...known, ...marks])].join(',') }
  const sets = Object.keys(values).map((column) => `${column} = @${column}`)
  db.prepare<[object]>(`UPDATE time_entry SET ${sets.join(', ')} WHERE id = @id`).run({ ...values, id: entry.id })
}
