/** Whose turn it is: waiting, putting off, handing over. None of it stops the clock of the answer. */
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import { findSingle } from './conversation-row.ts'
import { closeHandovers } from './handovers.ts'
import { addEvent } from './timeline.ts'

export function wait(db: Connection, context: CommandContext, id: number): void {
  findUnfinished(db, id)
  db.prepare<[number]>("UPDATE conversation SET status = 'waiting', snoozed_until = NULL WHERE id = ?").run(id)
  addEvent(db, context, { conversationId: id, kind: 'waiting' })
}

/** Back then as our turn, whoever's it was before. */
export function snooze(db: Connection, context: CommandContext, id: number, until: Instant | null): void {
  findUnfinished(db, id)
  if (until !== null && until <= context.now) throw expected('invalid_value', { field: 'until', reason: 'in_past' })
  db.prepare<[number | null, number]>("UPDATE conversation SET status = 'open', snoozed_until = ? WHERE id = ?").run(
    until,
    id,
  )
  addEvent(db, context, {
    conversationId: id,
    kind: until === null ? 'woken' : 'snoozed',
    ...(until !== null && { detail: { until } }),
  })
}

export interface NewHandover {
  readonly id: number
  readonly personId: number | null
  readonly departmentId: number | null
  readonly dueAt: Instant | null
  readonly note: string
}

export function handOver(db: Connection, context: CommandContext, input: NewHandover): void {
  findUnfinished(db, input.id)
  const { personId, departmentId, dueAt } = input
  if ((personId === null) === (departmentId === null))
    throw expected('invalid_value', { field: 'personId', reason: 'one_of_two' })
  if (dueAt !== null && dueAt <= context.now) throw expected('invalid_value', { field: 'dueAt', reason: 'in_past' })
  const to = nameOf(db, input)
  closeHandovers(db, input.id, context.now)
  db.prepare<[object]>(
    `INSERT INTO handover (conversation_id, person_id, department_id, at, due_at) VALUES (@id, @personId, @departmentId, @now, @dueAt)`,
  ).run({ ...input, now: context.now })
  // For whom it is handled from now on; what was said before is kept.
  if (departmentId !== null)
    db.prepare<[number, number]>(
      'UPDATE conversation SET department_id = ? WHERE id = ? AND department_id IS NULL',
    ).run(departmentId, input.id)
  db.prepare<[number]>("UPDATE conversation SET status = 'waiting', snoozed_until = NULL WHERE id = ?").run(input.id)
  addEvent(db, context, { conversationId: input.id, kind: 'handed_over', detail: { to, due: dueAt }, text: input.note })
}

function nameOf(db: Connection, { personId, departmentId }: NewHandover): string {
  const table = personId === null ? 'department' : 'person'
  const id = personId ?? departmentId
  assertRecord(db, table, id)
  return String(db.prepare<[number | null]>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(id))
}

/** Whoever it was handed to has answered: our turn again. */
export function returnHandover(db: Connection, context: CommandContext, id: number, note: string): void {
  findUnfinished(db, id)
  if (closeHandovers(db, id, context.now) === 0)
    throw expected('invalid_value', { field: 'id', reason: 'not_handed_over' })
  db.prepare<[number]>("UPDATE conversation SET status = 'open', snoozed_until = NULL WHERE id = ?").run(id)
  addEvent(db, context, { conversationId: id, kind: 'returned', text: note })
}

function findUnfinished(db: Connection, id: number): void {
  const { status, label } = findSingle(db, id)
  if (status === 'done') throw expected('invalid_value', { field: 'id', reason: 'is_done', value: label })
}
