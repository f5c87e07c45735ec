/** What the timeline, the list and the top bar show. */
import type { EntryCursor, EntryFilter, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { MAX_TIMELINE_DAYS, MAX_TIMELINE_ENTRIES } from '../../../../shared/contract/time-entries.ts'
import { addDays, daysOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import { startOfDay, type Instant } from '../../../../shared/domain/instant.ts'
import { Conditions } from '../../database/conditions.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { readEntries, SECONDS, sumOfLines } from './entry-rows.ts'
import { whereWork } from './work-filter.ts'

const DAY_MS = 86_400_000

interface TimelineQuery {
  readonly period: Period
  readonly personId: number | null
  readonly timeZone: string
  readonly now: Instant
}

interface DaySums {
  readonly day: Day
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
  readonly count: number
}

export function readTimeline(db: Connection, { period, personId, timeZone, now }: TimelineQuery) {
  const days = daysOf(period)
  if (days.length > MAX_TIMELINE_DAYS) throw expected('invalid_value', { field: 'period', reason: 'period_too_long' })
  const from = startOfDay(period.from, timeZone)
  const to = startOfDay(addDays(period.to, 1), timeZone)
  const ids = touching(db, { from, to, personId, now })
  return {
    entries: readEntries(db, ids.slice(0, MAX_TIMELINE_ENTRIES)),
    isCut: ids.length > MAX_TIMELINE_ENTRIES,
    days: sumDays(db, period, { from, to, personId }, days),
  }
}

interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly personId: number | null
}

/** Which entries touch the stretch: those that start in it, and those that reach into it from the day before or from long before. */
function touchingSql(isOfPerson: boolean): string {
  const person = isOfPerson ? 'person_id = @personId AND ' : ''
  // Those of more than a day are few: their own index finds them, not that of the person.
  return `SELECT id FROM (
      SELECT id, started_at FROM time_entry WHERE ${person}started_at >= @dayBefore AND started_at < @to
        AND (started_at >= @from OR ended_at > @from)
      UNION SELECT id, started_at FROM time_entry INDEXED BY time_entry_long WHERE ${person}started_at < @dayBefore AND ended_at > @from
        AND ended_at - started_at > ${DAY_MS}
      UNION SELECT id, started_at FROM time_entry INDEXED BY time_entry_running WHERE ${person}ended_at IS NULL AND started_at < @to AND @now > @from)
    ORDER BY started_at, id LIMIT ${MAX_TIMELINE_ENTRIES + 1}`
}

function touching(db: Connection, { from, to, personId, now }: Stretch & { now: Instant }): number[] {
  return db
    .prepare<[object], number>(touchingSql(personId !== null))
    .pluck()
    .all({ from, to, dayBefore: from - DAY_MS, now, ...(personId !== null && { personId }) }) as number[]
}

/** An entry belongs to the day it starts, with all of its time. */
function sumDays(db: Connection, period: Period, stretch: Stretch, days: readonly Day[]): DaySums[] {
  const { personId } = stretch
  const rows = db
    .prepare<[object], DaySums>(
      `SELECT day, coalesce(sum(seconds), 0) AS seconds, coalesce(sum(cents), 0) AS cents, coalesce(sum(unpriced), 0) AS unpricedSeconds,
         count(*) AS count
       FROM (SELECT entry.day, ${SECONDS} AS seconds, ${sumOfLines('cents')} AS cents, ${sumOfLines('unpriced')} AS unpriced
         FROM time_entry AS entry WHERE ${personId === null ? '' : 'person_id = @personId AND '}${IN_PERIOD}) GROUP BY day`,
    )
    .all({ ...boundsOf(period), ...(personId !== null && { personId }) })
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return days.map((day) => byDay.get(day) ?? { day, seconds: 0, cents: 0, unpricedSeconds: 0, count: 0 })
}

/** The day holds, in whichever zone it was entered; the instants lead to it by an index. */
const IN_PERIOD = 'entry.started_at BETWEEN @earliest AND @latest AND entry.day BETWEEN @fromDay AND @toDay'

function boundsOf({ from, to }: Period) {
  return {
    earliest: Date.parse(`${from}T00:00:00Z`) - DAY_MS,
    latest: Date.parse(`${to}T00:00:00Z`) + 2 * DAY_MS,
    fromDay: from,
    toDay: to,
  }
}

/** Conditions on `entry`. */
export function matching(filter: EntryFilter): Conditions {
  const conditions = new Conditions()
  if (filter.period) {
    conditions.add(IN_PERIOD)
    Object.assign(conditions.values, boundsOf(filter.period))
  }
  const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value))
  whereWork(conditions, 'entry', filter)
    .equal('entry.project_id', 'projectId', filter.projectId)
    .equal('entry.is_billable', 'isBillable', flag(filter.isBillable))
    .equal('entry.is_estimate', 'isEstimate', flag(filter.isEstimate))
    .contains('entry.note', filter.text)
  if (filter.isInvoiced !== undefined) conditions.add(`entry.invoice_id IS ${filter.isInvoiced ? 'NOT NULL' : 'NULL'}`)
  hasTarget(conditions, 'post', filter.postId)
  hasTarget(conditions, 'conversation', filter.conversationId)
  return conditions
}

function hasTarget(conditions: Conditions, kind: 'post' | 'conversation', id: number | null | undefined): void {
  if (id === undefined) return
  if (id === null) {
    conditions.add(
      `entry.${kind}_id IS NULL AND NOT EXISTS (SELECT 1 FROM time_share WHERE entry_id = entry.id AND ${kind}_id IS NOT NULL)`,
    )
    return
  }
  conditions.add(
    `entry.id IN (SELECT id FROM time_entry WHERE ${kind}_id = @${kind}Id UNION ALL SELECT entry_id FROM time_share WHERE ${kind}_id = @${kind}Id)`,
    `${kind}Id`,
    id,
  )
}

export function readPage(db: Connection, filter: EntryFilter, cursor: EntryCursor | null, limit: number) {
  const { where, values } = matching(filter)
  const after = cursor === null ? '' : ' AND (entry.started_at, entry.id) < (@cursorAt, @cursorId)'
  const ids = db
    .prepare<[object], number>(
      `SELECT entry.id FROM time_entry AS entry WHERE ${where}${after}
       ORDER BY entry.started_at DESC, entry.id DESC LIMIT @limit`,
    )
    .pluck()
    .all({
      ...values,
      limit: limit + 1,
      ...(cursor && { cursorAt: cursor.startedAt, cursorId: cursor.id }),
    }) as number[]
  const rows = readEntries(db, ids.slice(0, limit))
  return {
    rows,
    next: ids.length > limit ? cursorOf(rows.at(-1)) : null,
    sums: cursor === null ? sumEntries(db, filter) : null,
  }
}

function cursorOf(last: TimeEntry | undefined): EntryCursor | null {
  return last ? { startedAt: last.startedAt, id: last.id } : null
}

interface EntrySums {
  readonly count: number
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
  readonly billableSeconds: number
}

const NOTHING: EntrySums = { count: 0, seconds: 0, cents: 0, unpricedSeconds: 0, billableSeconds: 0 }

/** Hours from the entries, cost from their lines: entries are looked at once. */
function sumsSql(where: string): string {
  const lines = where === 'true' ? 'true' : 'source_id IN (SELECT id FROM found)'
  return `WITH found AS MATERIALIZED (SELECT entry.id, ${SECONDS} AS seconds, entry.is_billable FROM time_entry AS entry WHERE ${where})
    SELECT hours.*, cost.* FROM (SELECT count(*) AS count, coalesce(sum(seconds), 0) AS seconds,
        coalesce(sum(seconds * is_billable), 0) AS billableSeconds FROM found) AS hours,
      (SELECT coalesce(sum(cents), 0) AS cents, coalesce(sum(CASE is_priced WHEN 0 THEN seconds ELSE 0 END), 0) AS unpricedSeconds
        FROM ledger_line WHERE source_kind = 'time' AND ${lines}) AS cost`
}

function sumEntries(db: Connection, filter: EntryFilter): EntrySums {
  const { where, values } = matching(filter)
  return db.prepare<[object], EntrySums>(sumsSql(where)).get(values) ?? NOTHING
}
