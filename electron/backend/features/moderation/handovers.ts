/** Conversations that are with a colleague or a department. */
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'

/** Nobody has it any more, from then on. Answers how many had it. */
export function closeHandovers(db: Connection, conversationId: number, at: Instant): number {
  return db
    .prepare<[number, number]>(
      'UPDATE handover SET returned_at = max(at, ?) WHERE conversation_id = ? AND returned_at IS NULL',
    )
    .run(at, conversationId).changes
}
