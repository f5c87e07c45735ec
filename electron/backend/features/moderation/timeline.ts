/** What happened to a conversation, in order. Commands only ever add; words stand in a table of their own that can be erased. */
import {
  MAX_TIMELINE_EVENTS,
  type TimelineEvent,
  type TimelineKind,
} from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { selfPersonOf } from '../../database/oneself.ts'

export interface NewEvent {
  readonly conversationId: number
  /** Now, where it is not said. */
  readonly at?: Instant
  readonly kind: TimelineKind
  /** What belongs to it; nothing that names a person of the other side. */
  readonly detail?: TimelineEvent['detail']
  /** An answer, a note; empty: none. */
  readonly text?: string
}

export function addEvent(db: Connection, context: CommandContext, event: NewEvent): number {
  const { conversationId, at = context.now, kind, detail = {}, text = '' } = event
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO conversation_event (conversation_id, at, kind, person_id, detail)
       VALUES (@conversationId, @at, @kind, @personId, @detail)`,
    )
    .run({ conversationId, at, kind, personId: selfPersonOf(db, context.settings), detail: JSON.stringify(detail) })
  const id = Number(lastInsertRowid)
  if (text.trim() !== '')
    db.prepare<[number, string]>('INSERT INTO event_text (id, text) VALUES (?, ?)').run(id, text.trim())
  return id
}

/** The latest ones, in order of their time. */
export function readTimeline(db: Connection, conversationId: number): TimelineEvent[] {
  const rows = db
    .prepare<[number, number], Omit<TimelineEvent, 'detail'> & { detail: string }>(
      `SELECT event.id, event.at, event.kind, person.name AS person, event.detail, event_text.text
       FROM conversation_event AS event LEFT JOIN person ON person.id = event.person_id LEFT JOIN event_text ON event_text.id = event.id
       WHERE event.conversation_id = ? ORDER BY event.id DESC LIMIT ?`,
    )
    .all(conversationId, MAX_TIMELINE_EVENTS)
  return rows
    .map(({ detail, ...event }) => ({ ...event, detail: JSON.parse(detail) as TimelineEvent['detail'] }))
    .sort((a, b) => a.at - b.at || a.id - b.id)
}
