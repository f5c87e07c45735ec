/** On which day and at what hour of the ledger's zone conversations came in. */
import type { Day } from '../../../shared/domain/day.ts'
import { calendarDayAt, zoneOffsetMinutes, type Instant } from '../../../shared/domain/instant.ts'
import type { Connection } from './connection.ts'

export interface LocalPlace {
  readonly day: Day
  readonly hour: number
}

export function localPlaceOf(at: Instant, timeZone: string): LocalPlace {
  const hour = new Date(at + zoneOffsetMinutes(timeZone, at) * 60_000).getUTCHours()
  return { day: calendarDayAt(at, timeZone), hour }
}

/** Those that are known by a moment, which another zone puts elsewhere. One known by its day only stays on it. */
export function timedConversations(db: Connection): number[] {
  return db.prepare<[], number>('SELECT id FROM conversation WHERE hour IS NOT NULL').pluck().all() as number[]
}

export function placeConversations(db: Connection, ids: readonly number[], timeZone: string): void {
  const rows = db
    .prepare<[string], LocalPlace & { readonly id: number; readonly receivedAt: Instant }>(
      `SELECT conversation.id, received_at AS receivedAt, day, hour FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.id = wanted.value`,
    )
    .all(JSON.stringify(ids))
  const place = db.prepare<[Day, number, number]>('UPDATE conversation SET day = ?, hour = ? WHERE id = ?')
  for (const row of rows) {
    const { day, hour } = localPlaceOf(row.receivedAt, timeZone)
    if (day !== row.day || hour !== row.hour) place.run(day, hour, row.id)
  }
}
