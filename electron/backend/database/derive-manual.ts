/** Lines entered by hand: each is one line, with what it takes back or stands for. */
import type { Day } from '../../../shared/domain/day.ts'
import type { Connection } from './connection.ts'
import { keepingRollups } from './bulk-rollups.ts'
import { LineWriter, type LineDraft } from './ledger-line.ts'

const FIND = `SELECT day, scope, kind, cents, seconds,
  coalesce((SELECT is_priced FROM ledger_line WHERE id = manual_line.reverses_line_id), 1) AS isPriced, person_id AS personId, activity, channel_id AS channelId,
  campaign_id AS campaignId, post_id AS postId, conversation_id AS conversationId, client_id AS clientId, department_id AS departmentId,
  0 AS grossCents, reverses_line_id AS reversesLineId, corrects_line_id AS correctsLineId FROM manual_line WHERE id = ?`

export function deriveManualLines(db: Connection, ids: readonly number[], today: Day): void {
  if (ids.length === 0) return
  const find = db.prepare<[number], LineDraft>(FIND)
  keepingRollups(db, 'manual', ids, () => {
    const lines = new LineWriter(db, 'manual', today)
    for (const id of ids) {
      const line = find.get(id)
      lines.write(id, line ? [line] : [])
      // The next one may take this one back.
      lines.flush()
    }
  })
}
