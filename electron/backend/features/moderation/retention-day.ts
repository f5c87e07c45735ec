/** When the text of a conversation is erased. */
import type { ConversationKind } from '../../../../shared/domain/conversation.ts'
import { addMonths, type Day } from '../../../../shared/domain/day.ts'
import { calendarDayAt, type Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'

/** Where nobody said otherwise. */
export const DEFAULT_RETENTION_MONTHS = 6

/** Months by kind; null: its text is kept. Kinds nobody spoke of are not in it. */
export function readRetentionMonths(db: Connection): Map<ConversationKind, number | null> {
  const rows = db
    .prepare<[], { kind: ConversationKind; months: number | null }>('SELECT kind, months FROM retention')
    .all()
  return new Map(rows.map(({ kind, months }) => [kind, months]))
}

/** The day the text of what was done at an instant goes; null where it is kept. Holds are not looked at here. */
export function retentionDay(
  months: ReadonlyMap<ConversationKind, number | null>,
  { kind, doneAt }: { readonly kind: ConversationKind; readonly doneAt: Instant },
  timeZone: string,
): Day | null {
  const kept = months.has(kind) ? months.get(kind) : DEFAULT_RETENTION_MONTHS
  return kept === null || kept === undefined ? null : addMonths(calendarDayAt(doneAt, timeZone) as Day, kept)
}
