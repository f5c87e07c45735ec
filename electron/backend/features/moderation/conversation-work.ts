/** Work on a conversation of which only the day and the length are known, as an entry of dialogue of one's own. */
import type { Day } from '../../../../shared/domain/day.ts'
import { startOfDay } from '../../../../shared/domain/instant.ts'
import { placeUntimed } from '../../../../shared/domain/untimed.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { oneself } from '../../database/oneself.ts'
import { assertOpen } from '../../database/seals.ts'
import { findConversation } from './conversation-row.ts'

export interface Work {
  readonly conversationId: number
  readonly channelId: number | null
  readonly clientId: number | null
  readonly departmentId: number | null
  readonly day: Day
  readonly seconds: number
}

/** Answers the entry's id. Fails where the day is ahead or its month is closed. */
export function addWork(db: Connection, context: CommandContext, id: number, day: Day, seconds: number): number {
  const { channelId, clientId, departmentId } = findConversation(db, id)
  assertWorkDay(db, context, day, true)
  return insertWork(db, context, { conversationId: id, channelId, clientId, departmentId, day, seconds })
}

/** Without work a closed month is no hindrance. */
export function assertWorkDay(db: Connection, { today }: CommandContext, day: Day, hasWork: boolean): void {
  if (day > today) throw expected('invalid_value', { field: 'day', reason: 'in_future' })
  if (hasWork) assertOpen(db, day, 'day')
}

/** On the day itself it does not reach into what is still to come. */
export function insertWork(db: Connection, { settings, now }: CommandContext, work: Work): number {
  const personId = oneself(db, settings)
  const { day, seconds } = work
  const dayStart = startOfDay(day, settings.timeZone)
  const [placed] = placeUntimed([{ person: personId, day, seconds }], settings)
  const planned = placed?.startedAt ?? dayStart
  const late = Math.max(0, planned + seconds * 1000 - Math.floor(now / 1000) * 1000)
  const startedAt = Math.max(dayStart, planned - late)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO time_entry (person_id, activity, channel_id, post_id, conversation_id, client_id, department_id, started_at, ended_at, day, is_untimed)
       VALUES (@personId, 'dialogue', @channelId, NULL, @conversationId, @clientId, @departmentId, @startedAt, @endedAt, @day, 1)`,
    )
    .run({ ...work, personId, startedAt, endedAt: startedAt + seconds * 1000 })
  return Number(lastInsertRowid)
}
