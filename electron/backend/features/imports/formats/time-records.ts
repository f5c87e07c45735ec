/** Rows of a time tracker → time records. */
import { dayAt } from '../../../../../shared/domain/instant.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import type { CellReader } from '../reader/cell-reader.ts'
import { MAX_ENTRY_SECONDS } from '../reader/limits.ts'
import { wallMs, type WallMs } from '../../../../../shared/domain/wall-time.ts'
import { settleInterval, type Interval } from '../reader/wall-time.ts'
import { IdentityCounter, PeriodTracker, type Outcome, type RecordBuilder } from './record-builder.ts'
import { joinIdentity, type TimeRecord } from './records.ts'

export function timeRecords(): RecordBuilder {
  const records: TimeRecord[] = []
  const identities = new IdentityCounter()
  const tracker = new PeriodTracker()
  let seconds = 0
  return {
    add(row): Outcome {
      const record = readTimeRecord(row)
      if (!record) return row.hasProblem ? 'failed' : 'zero'
      const before = identities.countOf(record.identity)
      // Two equal entries are two entries: a timer can be started twice in the same second by hand.
      if (before > 0) row.note('same_entry_twice', record.description)
      records.push(before > 0 ? { ...record, identity: joinIdentity([record.identity, String(before + 1)]) } : record)
      tracker.include(record.day, record.day)
      seconds += record.seconds
      return 'added'
    },
    finish: () => ({ content: { kind: 'time', records, sums: { seconds } }, period: tracker.period }),
  }
}

/** Null when the row has a problem, or lasts no time at all. */
function readTimeRecord(row: CellReader): TimeRecord | null {
  const startDay = row.day('startDate', 'required')
  const startClock = row.has('startTime') ? row.clock('startTime', 'required') : 0
  const durationSeconds = row.duration('duration')
  if (startDay === null || startClock === null || row.hasProblem) return null
  const start = wallMs(startDay, startClock)
  const end = readEnd(row, startDay, start)
  if (row.hasProblem) return null
  if (end === null && durationSeconds === null) return row.fail('duration', 'missing')
  if (durationSeconds !== null && durationSeconds < 0) return row.fail('duration', 'negative')
  const interval = settleInterval(start, end, durationSeconds, row.timeZone)
  const seconds = Math.round((interval.endedAt - interval.startedAt) / 1000)
  if (seconds < 0) return row.fail('endTime', 'end_before_start')
  if (seconds > MAX_ENTRY_SECONDS) return row.fail('duration', 'too_large')
  return seconds === 0 ? null : toRecord(row, start, end, seconds, interval)
}

/** The end on the wall; an end without a date lies on the day of the start, or on the next when it is earlier. */
function readEnd(row: CellReader, startDay: Day, start: WallMs): WallMs | null {
  const clock = row.clock('endTime')
  if (clock === null) return null
  const day = row.day('endDate')
  if (day) return wallMs(day, clock)
  const end = wallMs(startDay, clock)
  return end < start ? end + 86_400_000 : end
}

function toRecord(row: CellReader, start: WallMs, end: WallMs | null, seconds: number, interval: Interval): TimeRecord {
  const user = row.text('user') || row.text('email')
  const description = row.text('description')
  const project = row.text('project')
  const task = row.text('task')
  if (interval.note) row.note(interval.note, description || task || project)
  // By the clock on the wall, so that the identity does not hang on how a later export writes its dates.
  const endText = end === null ? `+${seconds}` : wallText(end)
  return {
    identity: joinIdentity([user, wallText(start), endText, description, project, task]),
    line: row.line,
    user,
    client: row.text('client'),
    project,
    task,
    description,
    tags: row.list('tags'),
    isBillable: row.flag('billable'),
    startedAt: interval.startedAt,
    endedAt: interval.endedAt,
    seconds,
    day: dayAt(interval.startedAt, row.timeZone),
    ...(interval.note ? { note: interval.note } : {}),
  }
}

/** `2026-03-29T01:30:00`, without the cost of a Date for each of 100,000 rows. */
function wallText(wall: WallMs): string {
  const secondOfDay = (((wall / 1000) % 86_400) + 86_400) % 86_400
  return `${wallDay(wall)}T${pad(Math.floor(secondOfDay / 3600))}:${pad(Math.floor(secondOfDay / 60) % 60)}:${pad(secondOfDay % 60)}`
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

const dayTexts = new Map<number, string>()

function wallDay(wall: WallMs): string {
  const dayNumber = Math.floor(wall / 86_400_000)
  let text = dayTexts.get(dayNumber)
  if (text === undefined) {
    if (dayTexts.size > 50_000) dayTexts.clear()
    dayTexts.set(dayNumber, (text = new Date(dayNumber * 86_400_000).toISOString().slice(0, 10)))
  }
  return text
}
