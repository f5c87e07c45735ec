/** When answers are given, and how soon they are due: as it was set, and what holds where nothing was. */
import type { ResponseTargetRow, ServiceHoursRow } from '../../../../../shared/contract/moderation-setup.ts'
import type { Connection } from '../../../database/connection.ts'
import { assertRecord } from '../../../database/references.ts'
import { DEFAULT_SERVICE_HOURS, readServiceHours } from '../../../database/deadlines.ts'

type Hours = Pick<ServiceHoursRow, 'weekly' | 'observesHolidays'>

/** Those of all channels first, set or not; then those of channels in their order. */
export function readHours(db: Connection): ServiceHoursRow[] {
  const hours = readServiceHours(db)
  const rowOf = (channelId: number | null): ServiceHoursRow => {
    const { weekly, observesHolidays } = hours.get(channelId) ?? {
      weekly: DEFAULT_SERVICE_HOURS,
      observesHolidays: true,
    }
    return { channelId, weekly: weekly.map((day) => [...day]), observesHolidays, isSet: hours.has(channelId) }
  }
  const channels = db.prepare<[], number>('SELECT id FROM channel ORDER BY position, id').pluck().all() as number[]
  return [null, ...channels.filter((id) => hours.has(id))].map(rowOf)
}

export function setServiceHours(db: Connection, channelId: number | null, hours: Hours): void {
  assertRecord(db, 'channel', channelId)
  db.prepare<[number | null, string, number]>(
    `INSERT INTO service_hours (channel_id, weekly, observes_holidays) VALUES (?, ?, ?)
     ON CONFLICT (coalesce(channel_id, 0)) DO UPDATE SET weekly = excluded.weekly, observes_holidays = excluded.observes_holidays
     WHERE weekly <> excluded.weekly OR observes_holidays <> excluded.observes_holidays`,
  ).run(channelId, JSON.stringify(hours.weekly), Number(hours.observesHolidays))
}

export function removeServiceHours(db: Connection, channelId: number | null): void {
  db.prepare<[number]>('DELETE FROM service_hours WHERE coalesce(channel_id, 0) = ?').run(channelId ?? 0)
}

export function setResponseTarget(db: Connection, { channelId, kind, minutes }: ResponseTargetRow): void {
  assertRecord(db, 'channel', channelId)
  db.prepare<[number | null, string | null, number | null]>(
    `INSERT INTO response_target (channel_id, kind, minutes) VALUES (?, ?, ?)
     ON CONFLICT (coalesce(channel_id, 0), coalesce(kind, '')) DO UPDATE SET minutes = excluded.minutes
     WHERE minutes IS NOT excluded.minutes`,
  ).run(channelId, kind, minutes)
}

export function removeResponseTarget(
  db: Connection,
  { channelId, kind }: Pick<ResponseTargetRow, 'channelId' | 'kind'>,
): void {
  db.prepare<[number, string]>(
    `DELETE FROM response_target WHERE coalesce(channel_id, 0) = ? AND coalesce(kind, '') = ?`,
  ).run(channelId ?? 0, kind ?? '')
}
