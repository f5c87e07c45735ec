/** Rows of a file that look like something already there under another identity: shown, never merged. */
import type { FilePreview } from '../../../../shared/contract/imports.ts'
import { toSlug } from '../../../../shared/domain/slug.ts'
import type { Connection } from '../../database/connection.ts'
import { findCampaign } from '../../database/dimensions.ts'
import { labelOf } from './changes.ts'
import { secondsOf, type IncomingRow, type StoredRecord, type StoredTime } from './stored-records.ts'

type Readable = Extract<FilePreview, { state: 'readable' }>
const MAX_SHOWN = 200

/** New rows that look like something already there: the same stretch of work, the same order name, days of ads twice. */
export function findNearDuplicates(db: Connection, rows: readonly IncomingRow[]): Readable['nearDuplicates'] {
  const found: Readable['nearDuplicates'] = []
  const [first] = rows
  if (!first || !hasAny(db, first.record.kind)) return found
  for (const row of rows) {
    if (found.length >= MAX_SHOWN) break
    const existing = lookAlike(db, row.record)
    if (existing !== undefined) found.push({ line: row.line, label: labelOf(row.record), existing })
  }
  return found
}

const TABLE_OF = { time: 'time_entry', 'ad-spend': 'ad_spend', order: 'revenue_event' } as const

/** The first import of a kind has nothing to look like. */
function hasAny(db: Connection, kind: StoredRecord['kind']): boolean {
  return db.prepare(`SELECT 1 FROM ${TABLE_OF[kind]} LIMIT 1`).get() !== undefined
}

function lookAlike(db: Connection, record: StoredRecord): string | undefined {
  switch (record.kind) {
    case 'time':
      return lookAlikeTime(db, record)
    case 'ad-spend':
      return db
        .prepare<[string, number | null, string, string], { label: string }>(
          `SELECT day_from || ' – ' || day_to || ' · ' || campaign.name AS label FROM ad_spend JOIN campaign ON campaign.id = campaign_id
           WHERE platform = ? AND campaign.id = ? AND day_from <= ? AND day_to >= ? LIMIT 1`,
        )
        .get(record.platform, findCampaign(db, toSlug(record.campaign)), record.dayTo, record.day)?.label
    case 'order':
      return db
        .prepare<[string, string], { label: string }>(
          "SELECT day || ' · ' || name AS label FROM revenue_event WHERE day = ? AND name = ? AND kind = 'order' LIMIT 1",
        )
        .get(record.day, record.orderName)?.label
  }
}

const TIME = `SELECT day || ' · ' || person.name || ' · ' || note AS label FROM time_entry JOIN person ON person.id = person_id`
const DAY_MS = 86_400_000

/** The same person in the same stretch, or as long on the same day where no clock times are known. */
function lookAlikeTime(db: Connection, record: StoredTime): string | undefined {
  const { startedAt, endedAt, day, user } = record
  // The plus keeps the search by start: all entries of one person would be read for every row.
  if (startedAt !== undefined && endedAt !== undefined)
    return db
      .prepare<[number, number, string], { label: string }>(
        `${TIME} WHERE started_at = ? AND ended_at = ? AND +person.name = ? LIMIT 1`,
      )
      .get(startedAt, endedAt, user)?.label
  // No zone is more than a day away from UTC.
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return db
    .prepare<[number, number, string, number, string], { label: string }>(
      `${TIME} WHERE started_at BETWEEN ? AND ? AND day = ? AND ended_at - started_at = ? AND +person.name = ? LIMIT 1`,
    )
    .get(midnight - DAY_MS, midnight + 2 * DAY_MS, day, secondsOf(record) * 1000, user)?.label
}
