/** What is said in a crisis: drafts, who approved them, and when they went out. */
import { MAX_STATEMENTS, type Statement, type StatementInput } from '../../../../../shared/contract/crises.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { assertRecord } from '../../../database/references.ts'
import { addEntry, timeOf } from './crisis-log.ts'
import { findCrisis } from './crisis-row.ts'

interface StoredStatement extends Statement {
  readonly crisisId: number
}

const SELECT = `SELECT statement.id, statement.crisis_id AS crisisId, title, text, status, decided_by AS decidedBy, decided_at AS decidedAt,
  published_at AS publishedAt, channel_id AS channelId, channel.name AS channel, channel.network
  FROM crisis_statement AS statement LEFT JOIN channel ON channel.id = statement.channel_id`

export function readStatements(db: Connection, crisisId: number): Statement[] {
  return db
    .prepare<[number], StoredStatement>(
      `${SELECT} WHERE statement.crisis_id = ? ORDER BY statement.id LIMIT ${MAX_STATEMENTS}`,
    )
    .all(crisisId)
}

function findStatement(db: Connection, id: number): StoredStatement {
  const row = db.prepare<[number], StoredStatement>(`${SELECT} WHERE statement.id = ?`).get(id)
  if (!row) throw expected('not_found', { what: 'statement', id })
  return row
}

/** What is out cannot be taken back. */
function findUnpublished(db: Connection, id: number): StoredStatement {
  const statement = findStatement(db, id)
  if (statement.status === 'published')
    throw expected('invalid_value', { field: 'status', reason: 'statement_published', value: statement.title })
  return statement
}

export function addStatement(db: Connection, crisisId: number, statement: StatementInput): number {
  findCrisis(db, crisisId)
  assertRecord(db, 'channel', statement.channelId)
  const count = Number(
    db.prepare<[number]>('SELECT count(*) FROM crisis_statement WHERE crisis_id = ?').pluck().get(crisisId),
  )
  if (count >= MAX_STATEMENTS) throw expected('invalid_value', { field: 'list', reason: 'list_full' })
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO crisis_statement (crisis_id, title, text, channel_id) VALUES (@crisisId, @title, @text, @channelId)`,
      )
      .run({ ...statement, crisisId }).lastInsertRowid,
  )
}

export function updateStatement(db: Connection, context: CommandContext, id: number, draft: StatementInput): void {
  const before = findUnpublished(db, id)
  assertRecord(db, 'channel', draft.channelId)
  const isSame = before.title === draft.title && before.text === draft.text && before.channelId === draft.channelId
  if (isSame) return
  db.prepare<[object]>(
    `UPDATE crisis_statement SET title = @title, text = @text, channel_id = @channelId, status = 'draft', decided_by = NULL,
       decided_at = NULL WHERE id = @id`,
  ).run({ ...draft, id })
  if (before.status !== 'approved') return
  const { crisisId, title, text } = before
  addEntry(db, context, { crisisId, kind: 'changed', detail: { title }, text })
}

export interface Decision {
  readonly id: number
  readonly isApproved: boolean
  readonly by: string
  readonly at: Instant | null
}

export function decide(db: Connection, context: CommandContext, { id, isApproved, by, at }: Decision): void {
  const { crisisId, title } = findUnpublished(db, id)
  const when = timeOf(at, context)
  const status = isApproved ? 'approved' : 'rejected'
  db.prepare<[object]>(
    'UPDATE crisis_statement SET status = @status, decided_by = @by, decided_at = @when WHERE id = @id',
  ).run({ id, status, by, when })
  addEntry(db, context, { crisisId, kind: status, at: when, detail: { title, name: by } })
}

export function publish(db: Connection, context: CommandContext, id: number, at: Instant | null): void {
  const { crisisId, title, status, channel, decidedAt } = findUnpublished(db, id)
  if (status !== 'approved')
    throw expected('invalid_value', { field: 'status', reason: 'statement_not_approved', value: title })
  const when = timeOf(at, context)
  if (decidedAt !== null && when < decidedAt)
    throw expected('invalid_value', { field: 'at', reason: 'before_approval' })
  db.prepare<[number, number]>("UPDATE crisis_statement SET status = 'published', published_at = ? WHERE id = ?").run(
    when,
    id,
  )
  const detail = { title, ...(channel !== null && { channel }) }
  addEntry(db, context, { crisisId, kind: 'published', at: when, detail })
}

export function removeStatement(db: Connection, id: number): void {
  findUnpublished(db, id)
  db.prepare<[number]>('DELETE FROM crisis_statement WHERE id = ?').run(id)
}
