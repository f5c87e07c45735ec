/** Opening, changing, closing crises, and what is shown of them. */
import {
  MAX_CRISES,
  type CrisisDetail,
  type CrisisRow,
  type StandingLists,
} from '../../../../../shared/contract/crises.ts'
import { CRISIS_LISTS, heldUntil, type CrisisLevel } from '../../../../../shared/domain/crisis.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { addEvent } from '../timeline.ts'
import { copyChecks, readChecks } from './crisis-checks.ts'
import { copyContacts, readContacts } from './crisis-contacts.ts'
import { countConversations, readLatest, takeIn } from './crisis-conversations.ts'
import { readEvidence } from './crisis-evidence.ts'
import { addEntry, timeOf } from './crisis-log.ts'
import { findCrisis, STARTED_AT, type StoredCrisis } from './crisis-row.ts'
import { readStatements } from './crisis-statements.ts'

type ListedCrisis = Pick<CrisisRow, 'id' | 'title' | 'level' | 'openedAt' | 'startedAt' | 'closedAt' | 'conversations'>

export function readCrises(db: Connection): CrisisRow[] {
  const rows = db
    .prepare<[], ListedCrisis>(
      `SELECT id, title, level, opened_at AS openedAt, ${STARTED_AT} AS startedAt, closed_at AS closedAt,
         (SELECT count(*) FROM conversation WHERE crisis_id = crisis.id) AS conversations
       FROM crisis ORDER BY closed_at IS NOT NULL, coalesce(closed_at, opened_at) DESC, id DESC LIMIT ${MAX_CRISES}`,
    )
    .all()
  return rows.map((row) => ({ ...row, ...(row.closedAt === null ? whatIsOpen(db, row.id) : NOTHING_OPEN) }))
}

const NOTHING_OPEN = { informBy: [], uninformed: 0, openTasks: 0, openCriteria: 0 }

function whatIsOpen(db: Connection, id: number) {
  const waiting = readContacts(db, id).filter((contact) => contact.isNeeded && contact.informedAt === null)
  const open = readChecks(db, id).filter((check) => check.doneAt === null)
  return {
    informBy: waiting.flatMap((contact) => contact.informBy ?? []).sort((a, b) => a - b),
    uninformed: waiting.length,
    openTasks: open.filter(({ list }) => list === 'task').length,
    openCriteria: open.filter(({ list }) => list === 'calm').length,
  }
}

export function readCrisis(db: Connection, ledgerPath: string, id: number): CrisisDetail {
  const crisis = findCrisis(db, id)
  return {
    ...crisis,
    conversations: countConversations(db, id),
    heldUntil: heldUntil(crisis.closedAt),
    contacts: readContacts(db, id),
    checks: readChecks(db, id),
    statements: readStatements(db, id),
    latest: readLatest(db, id),
    evidence: readEvidence(db, ledgerPath, 'crisis_id', id),
  }
}

export function readStanding(db: Connection): StandingLists {
  return { contacts: readContacts(db, null), checks: readChecks(db, null) }
}

export interface Opening {
  readonly title: string
  readonly level: CrisisLevel
  readonly conversationIds: readonly number[]
  readonly at: Instant | null
}

/** Answers its id. */
export function openCrisis(db: Connection, context: CommandContext, opening: Opening): number {
  const { title, level, conversationIds } = opening
  const at = timeOf(opening.at, context)
  const { lastInsertRowid } = db
    .prepare<[string, number, number]>('INSERT INTO crisis (title, level, opened_at) VALUES (?, ?, ?)')
    .run(title, level, at)
  const id = Number(lastInsertRowid)
  const count = takeIn(db, context, id, conversationIds)
  addEntry(db, context, { crisisId: id, kind: 'opened', at, detail: { level, count } })
  copyContacts(db, null, id)
  for (const list of CRISIS_LISTS) copyChecks(db, null, id, list)
  return id
}

export type CrisisPatch = Partial<
  Pick<StoredCrisis, 'title' | 'level' | 'reach' | 'cause' | 'whatHelped' | 'whatChanges'>
>

export function updateCrisis(db: Connection, context: CommandContext, id: number, patch: CrisisPatch): void {
  const before = findCrisis(db, id)
  const after = { ...before, ...patch }
  db.prepare<[object]>(
    `UPDATE crisis SET title = @title, level = @level, reach = @reach, cause = @cause, what_helped = @whatHelped,
       what_changes = @whatChanges WHERE id = @id`,
  ).run(after)
  if (after.level !== before.level)
    addEntry(db, context, { crisisId: id, kind: 'level', detail: { level: after.level, before: before.level } })
  if (after.reach !== before.reach)
    addEntry(db, context, { crisisId: id, kind: 'reach', detail: { reach: after.reach } })
}

export interface Closing {
  readonly id: number
  readonly at: Instant | null
  readonly text: string
}

export function closeCrisis(db: Connection, context: CommandContext, { id, at, text }: Closing): void {
  const { closedAt, openedAt, title } = findCrisis(db, id)
  if (closedAt !== null) throw expected('invalid_value', { field: 'status', reason: 'crisis_closed', value: title })
  const when = timeOf(at, context)
  if (when < openedAt) throw expected('invalid_value', { field: 'at', reason: 'before_opening' })
  db.prepare<[number, number]>('UPDATE crisis SET closed_at = ? WHERE id = ?').run(when, id)
  const unticked = readChecks(db, id).filter((check) => check.doneAt === null)
  const open = unticked.flatMap((check) => (check.list === 'calm' ? [check.text] : []))
  const openTasks = unticked.length - open.length
  const detail = { ...(open.length > 0 && { open }), ...(openTasks > 0 && { openTasks }) }
  addEntry(db, context, { crisisId: id, kind: 'closed', at: when, detail, text })
}

export function reopenCrisis(db: Connection, context: CommandContext, id: number, text: string): void {
  const { closedAt, title } = findCrisis(db, id)
  if (closedAt === null) throw expected('invalid_value', { field: 'status', reason: 'crisis_open', value: title })
  db.prepare<[number]>('UPDATE crisis SET closed_at = NULL WHERE id = ?').run(id)
  addEntry(db, context, { crisisId: id, kind: 'reopened', text })
}

/** Lists, log, statements and evidence go with it by their foreign keys; conversations only leave it. */
export function removeCrisis(db: Connection, context: CommandContext, id: number): void {
  const { title } = findCrisis(db, id)
  const conversations = db.prepare<[number], number>('SELECT id FROM conversation WHERE crisis_id = ?').pluck().all(id)
  db.prepare<[number]>('UPDATE conversation SET crisis_id = NULL WHERE crisis_id = ?').run(id)
  for (const conversationId of conversations as number[])
    addEvent(db, context, { conversationId, kind: 'crisis', detail: { crisisId: id, title, isIn: false } })
  db.prepare<[number]>('DELETE FROM crisis WHERE id = ?').run(id)
}

/** Copies between the list of a crisis and the standing one, in either direction. */
export function copyList(
  db: Connection,
  from: number | null,
  to: number | null,
  list: 'contact' | 'task' | 'calm',
): void {
  for (const id of [from, to]) if (id !== null) findCrisis(db, id)
  if (list === 'contact') copyContacts(db, from, to)
  else copyChecks(db, from, to, list)
}
