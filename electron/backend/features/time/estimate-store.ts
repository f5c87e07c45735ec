/** Weekly estimates: untimed entries that are marked, spread over the working days of a week. */
import type { EstimatedHours } from '../../../../shared/contract/time-sheets.ts'
import { allocate } from '../../../../shared/domain/allocation.ts'
import { addDays, daysOf, type Day } from '../../../../shared/domain/day.ts'
import { startOfDay } from '../../../../shared/domain/instant.ts'
import { placeUntimed, weekdayOf } from '../../../../shared/domain/untimed.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { holidaysOf } from '../../holidays.ts'

interface EstimateRow {
  readonly id: number
  readonly day: Day
  readonly activity: EstimatedHours['activity'] | null
  readonly channelId: number | null
  readonly seconds: number
  readonly note: string
  readonly invoiceId: number | null
}

const WEEK_SECONDS = 7 * 86_400

/** Estimates of a person's week. An import brings none: what a sheet says was noted, not guessed. */
function readRows(db: Connection, personId: number, week: Day, timeZone: string): EstimateRow[] {
  return db
    .prepare<[number, number, number, Day, Day], EstimateRow>(
      `SELECT id, day, activity, channel_id AS channelId, (ended_at - started_at) / 1000 AS seconds, note, invoice_id AS invoiceId
       FROM time_entry WHERE person_id = ? AND started_at >= ? AND started_at < ? AND day BETWEEN ? AND ? AND is_estimate = 1
         AND ended_at IS NOT NULL ORDER BY started_at, id`,
    )
    .all(
      personId,
      startOfDay(addDays(week, -1), timeZone),
      startOfDay(addDays(week, 8), timeZone),
      week,
      addDays(week, 6),
    )
}

export function readEstimate(db: Connection, personId: number, week: Day, timeZone: string) {
  assertRecord(db, 'person', personId)
  const rows = readRows(db, personId, week, timeZone)
  const hours: EstimatedHours[] = []
  for (const { activity, channelId, seconds } of rows) {
    if (activity === null) continue
    const same = hours.find((one) => one.activity === activity && one.channelId === channelId)
    if (same) same.seconds += seconds
    else hours.push({ activity, channelId, seconds })
  }
  return { hours, note: rows[0]?.note ?? '' }
}

export interface Estimate {
  readonly personId: number
  readonly week: Day
  readonly hours: readonly EstimatedHours[]
  readonly note: string
}

export function setEstimate(db: Connection, { settings }: CommandContext, estimate: Estimate): void {
  const { personId, week, hours, note } = estimate
  assertRecord(db, 'person', personId)
  for (const { channelId } of hours) assertRecord(db, 'channel', channelId)
  if (hours.reduce((sum, { seconds }) => sum + seconds, 0) > WEEK_SECONDS)
    throw expected('invalid_value', { field: 'hours', reason: 'too_many_hours' })
  const days = estimateDays(week, settings)
  const before = readRows(db, personId, week, settings.timeZone)
  for (const day of [...before.map((row) => row.day), ...(hours.length === 0 ? [] : days)]) assertOpen(db, day, 'week')
  const invoiced = before.find(({ invoiceId }) => invoiceId !== null)
  if (invoiced) throw refusalOf(db, invoiced)
  const remove = db.prepare<[number]>('DELETE FROM time_entry WHERE id = ?')
  for (const { id } of before) remove.run(id)
  insertPieces(db, estimate, days, settings, note)
}

/**
 * Days an estimate is spread over: those with working hours that are no holidays, else Monday to Friday. Spread, because a week may
 * lie in two months and a Monday with all hours of a week says something wrong about both.
 */
export function estimateDays(week: Day, { workingHours, holidayRegion, language }: StoredSettings): Day[] {
  const all = daysOf({ from: week, to: addDays(week, 6) })
  const holidays = new Set(
    holidaysOf({ from: week, to: addDays(week, 6) }, holidayRegion, language).map(({ day }) => day),
  )
  const working = all.filter((day) => (workingHours[weekdayOf(day)]?.length ?? 0) > 0 && !holidays.has(day))
  return working.length > 0 ? working : all.slice(0, 5)
}

function insertPieces(
  db: Connection,
  { personId, hours }: Estimate,
  days: readonly Day[],
  { workingHours, timeZone }: StoredSettings,
  note: string,
): void {
  const pieces = hours.flatMap(({ activity, channelId, seconds }) =>
    allocate(
      seconds,
      days.map(() => 1),
    ).map((part, index) => ({ person: personId, activity, channelId, seconds: part, day: days[index] as Day })),
  )
  const insert = db.prepare<[object]>(
    `INSERT INTO time_entry (person_id, activity, channel_id, started_at, ended_at, day, note, is_estimate, is_untimed)
     VALUES (@person, @activity, @channelId, @startedAt, @endedAt, @day, @note, 1, 1)`,
  )
  for (const [index, place] of placeUntimed(pieces, { workingHours, timeZone }).entries())
    insert.run({ ...pieces[index], ...place, note })
}

function refusalOf(db: Connection, { id, invoiceId }: EstimateRow) {
  const number = db.prepare<[number | null]>('SELECT number FROM invoice WHERE id = ?').pluck().get(invoiceId)
  return expected('entry_invoiced', { entryId: id, invoiceId: invoiceId ?? 0, number: String(number) })
}
