/** What keeps the text of a conversation beyond its time: a reason someone gave, or a crisis. */
import type { HoldCause } from '../../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { isHeldByCrisis } from '../crises/holds.ts'
import { findConversation } from '../conversation-row.ts'
import { addEvent } from '../timeline.ts'

/** SQL that is true for rows of `conversation` that are held. Takes the parameter `@now`. */
export const IS_HELD = `(conversation.hold_reason IS NOT NULL OR ${isHeldByCrisis()})`
export const HOLD_CAUSE = "iif(conversation.hold_reason IS NOT NULL, 'reason', 'crisis')"
/** The reason, or the crisis by its name. */
export const HOLD_REASON =
  "coalesce(conversation.hold_reason, (SELECT title FROM crisis WHERE crisis.id = conversation.crisis_id), '')"

/** What holds a conversation; null: nothing. */
export function causeOfHold(db: Connection, id: number, now: Instant): HoldCause | null {
  const cause = db
    .prepare<[object], HoldCause>(`SELECT ${HOLD_CAUSE} FROM conversation WHERE id = @id AND ${IS_HELD}`)
    .pluck()
    .get({ id, now }) as HoldCause | undefined
  return cause ?? null
}

/** Of these conversations, the ones that are held. */
export function heldAmong(db: Connection, ids: readonly number[], now: Instant): number[] {
  return db
    .prepare<[object], number>(
      `SELECT id FROM conversation WHERE id IN (SELECT value FROM json_each(@ids)) AND ${IS_HELD}`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids), now }) as number[]
}

export function hold(db: Connection, context: CommandContext, id: number, reason: string): void {
  const { erasedAt } = findConversation(db, id)
  if (erasedAt !== null) throw expected('invalid_value', { field: 'id', reason: 'was_erased' })
  db.prepare<[string, number]>('UPDATE conversation SET hold_reason = ? WHERE id = ?').run(reason, id)
  addEvent(db, context, { conversationId: id, kind: 'held', text: reason })
}

export function release(db: Connection, context: CommandContext, id: number): void {
  findConversation(db, id)
  const { changes } = db
    .prepare<[number]>('UPDATE conversation SET hold_reason = NULL WHERE id = ? AND hold_reason IS NOT NULL')
    .run(id)
  if (changes === 0) throw expected('invalid_value', { field: 'id', reason: 'not_held' })
  addEvent(db, context, { conversationId: id, kind: 'released' })
}
