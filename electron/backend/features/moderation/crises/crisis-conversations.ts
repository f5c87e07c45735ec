/** Which conversations belong to a crisis. */
import { MAX_SHOWN_CONVERSATIONS, type CrisisConversation } from '../../../../../shared/contract/crises.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { readRows } from '../queue-row.ts'
import { addEvent } from '../timeline.ts'
import { addEntry } from './crisis-log.ts'
import { findCrisis } from './crisis-row.ts'

export function countConversations(db: Connection, crisisId: number): number {
  return Number(db.prepare<[number]>('SELECT count(*) FROM conversation WHERE crisis_id = ?').pluck().get(crisisId))
}

/** The latest that came in. */
export function readLatest(db: Connection, crisisId: number): CrisisConversation[] {
  const ids = db
    .prepare<[number], number>(
      `SELECT id FROM conversation WHERE crisis_id = ? ORDER BY received_at DESC, id DESC LIMIT ${MAX_SHOWN_CONVERSATIONS}`,
    )
    .pluck()
    .all(crisisId) as number[]
  return readRows(db, ids).map(({ id, kind, status, title, channel, network, sentiment, receivedAt, batchCount }) => ({
    id,
    kind,
    status,
    title,
    channel,
    network,
    sentiment,
    receivedAt,
    batchCount,
  }))
}

interface Place {
  readonly id: number
  readonly label: string
  readonly crisisId: number | null
}

function findPlaces(db: Connection, ids: readonly number[]): Place[] {
  const places = db
    .prepare<[string], Place>(
      `SELECT conversation.id, label, crisis_id AS crisisId FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.id = wanted.value`,
    )
    .all(JSON.stringify([...new Set(ids)]))
  const missing = ids.find((id) => !places.some((place) => place.id === id))
  if (missing !== undefined) throw expected('not_found', { what: 'conversation', id: missing })
  return places
}

/** Gives conversations to a crisis; answers how many are new to it. Notes it in their timelines, and in the log of a crisis they leave. */
export function takeIn(db: Connection, context: CommandContext, crisisId: number, ids: readonly number[]): number {
  const { title } = findCrisis(db, crisisId)
  const places = findPlaces(db, ids).filter((place) => place.crisisId !== crisisId)
  for (const [former, moved] of Map.groupBy(places, (place) => place.crisisId)) {
    if (former !== null) noteCount(db, context, { crisisId: former, kind: 'removed' }, moved)
  }
  for (const { id } of places) {
    setCrisis(db, id, crisisId)
    addEvent(db, context, { conversationId: id, kind: 'crisis', detail: { crisisId, title, isIn: true } })
  }
  return places.length
}

export function addConversations(
  db: Connection,
  context: CommandContext,
  crisisId: number,
  ids: readonly number[],
): void {
  const added = findPlaces(db, ids).filter((place) => place.crisisId !== crisisId)
  takeIn(db, context, crisisId, ids)
  if (added.length > 0) noteCount(db, context, { crisisId, kind: 'added' }, added)
}

export function removeConversations(
  db: Connection,
  context: CommandContext,
  crisisId: number,
  ids: readonly number[],
): void {
  const { title } = findCrisis(db, crisisId)
  const removed = findPlaces(db, ids).filter((place) => place.crisisId === crisisId)
  for (const { id } of removed) {
    setCrisis(db, id, null)
    addEvent(db, context, { conversationId: id, kind: 'crisis', detail: { crisisId, title, isIn: false } })
  }
  if (removed.length > 0) noteCount(db, context, { crisisId, kind: 'removed' }, removed)
}

function setCrisis(db: Connection, id: number, crisisId: number | null): void {
  db.prepare<[number | null, number]>('UPDATE conversation SET crisis_id = ? WHERE id = ?').run(crisisId, id)
}

/** A single one is named by its label, which names nobody; first words of a text might. */
function noteCount(
  db: Connection,
  context: CommandContext,
  entry: { readonly crisisId: number; readonly kind: 'added' | 'removed' },
  conversations: readonly Place[],
): void {
  const [only, second] = conversations
  const item = second === undefined && only !== undefined && only.label !== '' ? only.label : undefined
  const detail = { count: conversations.length, ...(item !== undefined && { item }) }
  addEntry(db, context, { ...entry, detail })
}
