/** When the text of a conversation is erased. */
import type { ConversationKind } from '../../../../shared/domain/conversation.ts'
import { addMonths, type Day } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'

/** Where nobody said otherwise. */
export const DEFAULT_RETENTION_MONTHS = 6

/** Null: its text is kept. */
export function retentionMonths(db: Connection, kind: ConversationKind): number | null {
  const row = db.prepare<[string], { months: number | null }>('SELECT months FROM retention WHERE kind = ?').get(kind)
  return row ? row.months : DEFAULT_RETENTION_MONTHS
}

/** The day its text goes; null where it is kept. Holds are not looked at here. */
export function retentionDay(db: Connection, kind: ConversationKind, receivedOn: Day): Day | null {
  const months = retentionMonths(db, kind)
  return months === null ? null : addMonths(receivedOn, months)
}
