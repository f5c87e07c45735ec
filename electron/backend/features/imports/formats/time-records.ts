/** Rows of a time tracker → time records. */
import { dayAt } from '../../../../../shared/domain/instant.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import type { CellReader } from '../reader/cell-reader.ts'
import { MAX_ENTRY_SECONDS } from '../reader/limits.ts'
import { wallMs, type WallMs } from '../../../../../shared/domain/wall-time.ts'
import { agreesWith, settleInterval } from '../reader/wall-time.ts'
import type { FormatDeclaration } from './format.ts'
import { IdentityCounter, PeriodTracker, type Outcome, type RecordBuilder } from './record-builder.ts'
import { joinIdentity, type TimeRecord } from './records.ts'

export function timeRecords(format: FormatDeclaration): RecordBuilder {
  const records: TimeRecord[] = []
  const identities = new IdentityCounter()
  const tracker = new PeriodTracker()
  const needsClock = format.columns.some(({ field, required }) => field === 'startTime' && required === true)
  let seconds = 0
  return {
    add(row): Outcome {
      if (isNoWork(row, format)) return 'not_work'
      const isTimed = needsClock || row.raw('startTime') !== ''
      const record = isTimed ? readTimed(row) : readUntimed(row)
      if (!record) return row.hasProblem ? 'failed' : 'zero'
      const before = identities.countOf(record.identity)
      // Two equal entries are two entries: a timer can be started twice in the same second by hand.
      if (before > 0 && isTimed) row.note('same_entry_twice', record.description)
      records.push(before > 0 ? { ...record, identity: joinIdentity([record.identity, String(before + 1)]) } : record)
      tracker.include(record.day, record.day)
      seconds += record.seconds
      return 'added'
    },
    finish: () => ({ content: { kind: 'time', records, sums: { seconds } }, period: tracker.period }),
  }
}

function isNoWork(row: CellReader, { notWork }: FormatDeclaration): boolean {
  return notWork !== undefined && notWork.words.includes(row.raw(notWork.in).toLowerCase())
}

/** Null when the row has a problem, or lasts no time at all. */
function readTimed(row: CellReader): TimeRecord | null {
  const startDay = row.day('startDate', 'required')
  const startClock = row.clock('startTime', 'required')
  const length = readLength(row)
  if (startDay === null || startClock === null || row.hasProblem) return null
  const start = wallMs(startDay, startClock)
  const ends = readEnds(row, startDay, start)
  if (row.hasProblem) return null
  if (ends.length === 0 && length === null) return row.fail('duration', 'missing')
  const { end, ...interval } = settleEntry(start, ends, length, row)
  const seconds = Math.round((interval.endedAt - interval.startedAt) / 1000)
  if (seconds < 0) return row.fail('endTime', 'end_before_start')
  if (seconds > MAX_ENTRY_SECONDS) return row.fail('duration', 'too_large')
  if (seconds === 0) return null
  const work = readWork(row)
  const name = work.description || work.task || work.project
  if (interval.note) row.note(interval.note, name)
  if (seconds > MAX_DAY_SECONDS) row.note('over_a_day', name)
  // By the clock on the wall, so that the identity does not hang on how a later export writes its dates.
  const endText = end === null ? `+${seconds}` : wallText(end)
  const base = joinIdentity([work.user, wallText(start), endText, work.description, work.project, work.task])
  const day = dayAt(interval.startedAt, row.timeZone)
  return { identity: base, base, line: row.line, ...work, ...interval, seconds, day }
}

/** Only a day and a length. The length is no part of the identity: it may be corrected later. */
function readUntimed(row: CellReader): TimeRecord | null {
  const day = row.day('startDate', 'required')
  const length = readLength(row)
  if (day === null || row.hasProblem) return null
  if (length === null) return row.fail('duration', 'missing')
  if (length.seconds > MAX_DAY_SECONDS) return row.fail('duration', 'too_large')
  if (length.seconds === 0) return null
  const work = readWork(row)
  const base = joinIdentity([work.user, day, work.client, work.project, work.task, work.description])
  return { identity: base, base, line: row.line, ...work, startedAt: null, endedAt: null, seconds: length.seconds, day }
}

/** A person can log no more in a day. */
const MAX_DAY_SECONDS = 24 * 3600

interface Length {
  readonly seconds: number
  /** Of decimal hours, which are rounded, the number itself; null for `1:30:00`. */
  readonly decimal: number | null
}

function readLength(row: CellReader): Length | null {
  const field = row.raw('duration') !== '' || !row.has('decimalDuration') ? 'duration' : 'decimalDuration'
  const seconds = row.duration(field)
  if (seconds === null) return null
  if (seconds < 0) return row.fail(field, 'negative')
  return { seconds, decimal: row.raw(field).includes(':') ? null : seconds / 3600 }
}

/**
 * Ends on the wall that can be meant. An end without a date lies on the day of the start, or on the next when it is earlier;
 * in the night in which an hour comes twice it may be earlier and yet on the same day.
 */
function readEnds(row: CellReader, startDay: Day, start: WallMs): WallMs[] {
  const clock = row.clock('endTime')
  if (clock === null) return []
  const day = row.day('endDate')
  if (day) return [wallMs(day, clock)]
  const end = wallMs(startDay, clock)
  return end < start ? [end, end + DAY_MS] : [end]
}

const DAY_MS = 86_400_000
/** Decimal hours have two places: half of the last one, and a second for rounding. */
const DECIMAL_TOLERANCE_MS = 19_000
/** Clock times without seconds may cut nearly a minute off. */
const MINUTE_TOLERANCE_MS = 60_000

function settleEntry(start: WallMs, ends: readonly WallMs[], length: Length | null, row: CellReader) {
  const { timeZone } = row
  const last = ends.at(-1) ?? null
  if (length === null) return { end: last, ...settleInterval(start, last, null, timeZone) }
  if (length.decimal !== null && last !== null) {
    // Rounded hours say which reading is meant; how long it was is for the clock to say.
    const seconds = asSeconds(length.decimal, last - start) ?? length.seconds
    const end = ends.find((each) => agreesWith(start, each, seconds, timeZone, DECIMAL_TOLERANCE_MS))
    if (end !== undefined)
      return { end, ...settleInterval(start, end, seconds, timeZone, { ms: DECIMAL_TOLERANCE_MS, keepsEnd: true }) }
    return { end: last, ...settleInterval(start, last, seconds, timeZone) }
  }
  const ms = hasSeconds(row) ? undefined : MINUTE_TOLERANCE_MS
  const end =
    ends.length < 2 ? last : (ends.find((each) => agreesWith(start, each, length.seconds, timeZone, ms)) ?? last)
  return { end, ...settleInterval(start, end, length.seconds, timeZone, ms === undefined ? undefined : { ms }) }
}

/** Some exports write whole seconds where others write decimal hours: the clock tells which. */
function asSeconds(number: number, wallMsBetween: number): number | null {
  const differs = Math.abs(number - wallMsBetween / 1000)
  return Number.isInteger(number) && number > 24 && (differs <= 60 || Math.abs(differs - 3600) <= 60) ? number : null
}

const CLOCK_SECONDS = /:\d{2}:\d{2}/
function hasSeconds(row: CellReader): boolean {
  return (
    CLOCK_SECONDS.test(row.raw('startTime')) && (row.raw('endTime') === '' || CLOCK_SECONDS.test(row.raw('endTime')))
  )
}

function readWork(row: CellReader) {
  const name = row.text('user') || [row.text('firstName'), row.text('lastName')].filter(Boolean).join(' ')
  return {
    user: name || row.text('email'),
    client: row.text('client'),
    project: row.text('project'),
    task: row.text('task'),
    description: [row.text('purpose'), row.text('description')].filter(Boolean).join(' – '),
    tags: row.list('tags'),
    isBillable: row.flag('billable'),
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
