/** Until when answers are due and how long they took, in the service hours of each channel. */
import type { ConversationKind } from '../../../shared/domain/conversation.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { responseDueAt, targetMinutes, type ResponseTarget } from '../../../shared/domain/response-target.ts'
import { createServiceClock, type ServiceClock } from '../../../shared/domain/service-hours.ts'
import type { WorkingHours } from '../../../shared/domain/untimed.ts'
import type { Connection } from './connection.ts'
import type { StoredSettings } from './settings-row.ts'
import { holidaysOfYear } from '../holidays.ts'

/** Monday to Friday, 8 to 18, without holidays: where nobody said otherwise. */
export const DEFAULT_SERVICE_HOURS: WorkingHours = [
  ...Array.from({ length: 5 }, () => [{ from: '08:00', to: '18:00' }]),
  [],
  [],
]

interface Answerable {
  readonly channelId: number | null
  readonly kind: ConversationKind
}

export interface Deadlines {
  clockOf(channelId: number | null): ServiceClock
  /** Minutes of service time; null: no target. */
  targetOf(conversation: Answerable): number | null
  /** Null: no target, or no service hours. */
  dueAt(conversation: Answerable, askedAt: Instant): Instant | null
  /** Whole seconds of service time between two instants, rounded down. Null where the channel has no service hours. */
  serviceSeconds(channelId: number | null, from: Instant, to: Instant): number | null
}

/** The rules as they are now. Holds for one command or one answer. */
export function readDeadlines(db: Connection, settings: StoredSettings): Deadlines {
  const hours = readServiceHours(db)
  const targets = readTargets(db)
  const clocks = new Map<number | null, ServiceClock>()
  const clockOf = (channelId: number | null) => {
    // Channels without hours of their own share a clock.
    const key = hours.has(channelId) ? channelId : null
    let clock = clocks.get(key)
    if (!clock) clocks.set(key, (clock = makeClock(hours.get(key), settings)))
    return clock
  }
  return {
    clockOf,
    targetOf: (conversation) => targetMinutes(targets, conversation),
    dueAt: (conversation, askedAt) =>
      responseDueAt(askedAt, targetMinutes(targets, conversation), clockOf(conversation.channelId)),
    serviceSeconds: (channelId, from, to) => {
      const clock = clockOf(channelId)
      return clock.nextServiceStart(from) === null ? null : Math.floor(clock.serviceMsBetween(from, to) / 1000)
    },
  }
}

interface StoredHours {
  readonly weekly: WorkingHours
  readonly observesHolidays: boolean
}

/** By channel; null: of all channels without hours of their own. */
export function readServiceHours(db: Connection): Map<number | null, StoredHours> {
  const rows = db
    .prepare<[], { channelId: number | null; weekly: string; observesHolidays: number }>(
      'SELECT channel_id AS channelId, weekly, observes_holidays AS observesHolidays FROM service_hours',
    )
    .all()
  return new Map(
    rows.map(({ channelId, weekly, observesHolidays }) => [
      channelId,
      { weekly: JSON.parse(weekly) as WorkingHours, observesHolidays: observesHolidays === 1 },
    ]),
  )
}

function makeClock(hours: StoredHours | undefined, { timeZone, holidayRegion }: StoredSettings): ServiceClock {
  const observesHolidays = hours?.observesHolidays ?? true
  // Asked once a day of the calendar; the years themselves are remembered.
  const isHoliday = (day: Day) =>
    observesHolidays &&
    holidaysOfYear(Number(day.slice(0, 4)), holidayRegion, 'de').some((holiday) => holiday.day === day)
  return createServiceClock({ weekly: hours?.weekly ?? DEFAULT_SERVICE_HOURS, zone: timeZone, isHoliday })
}

export function readTargets(db: Connection): ResponseTarget[] {
  return db
    .prepare<[], ResponseTarget>('SELECT channel_id AS channelId, kind, minutes FROM response_target ORDER BY id')
    .all()
}

/**
 * Of a conversation: it was closed without an answer before the other side wrote again. Then none is owed to the first message any more: it has
 * no deadline, unless that had passed before, and an answer to a further one is not measured as the first.
 */
export const IS_FIRST_WAIVED = `(conversation.first_response_seconds IS NULL AND EXISTS (SELECT 1 FROM next_response AS further
  WHERE further.conversation_id = conversation.id AND coalesce(further.asked_at <= conversation.first_answered_at, 1)))`

interface Unsettled extends Answerable {
  readonly id: number
  readonly receivedAt: Instant
  readonly firstDueAt: Instant | null
  readonly firstAnsweredAt: Instant | null
  readonly dueAt: Instant | null
  /** The further message that waits for its answer. */
  readonly nextId: number | null
  readonly askedAt: Instant | null
  readonly nextDueAt: Instant | null
  readonly isFirstWaived: number
  readonly isDone: number
}

/**
 * Sets the deadlines of everything unfinished anew, after hours, targets, holidays or the zone changed. What was answered keeps what it was
 * measured by: whoever kept a promise of two hours kept it, although it is four today. `id`: only of this one, finished or not.
 */
export function settleDeadlines(db: Connection, settings: StoredSettings, id?: number): void {
  const deadlines = readDeadlines(db, settings)
  const rows = db
    .prepare<[object], Unsettled>(
      `SELECT conversation.id, channel_id AS channelId, kind, received_at AS receivedAt, first_due_at AS firstDueAt,
         first_answered_at AS firstAnsweredAt, conversation.due_at AS dueAt, next.id AS nextId, next.asked_at AS askedAt,
         next.due_at AS nextDueAt, ${IS_FIRST_WAIVED} AS isFirstWaived, status = 'done' AS isDone
       FROM conversation LEFT JOIN next_response AS next ON next.id = (SELECT id FROM next_response
         WHERE conversation_id = conversation.id AND answered_at IS NULL ORDER BY id LIMIT 1)
       WHERE batch_count IS NULL AND ${id === undefined ? "status <> 'done'" : 'conversation.id = @id'}`,
    )
    .all({ id: id ?? null })
  const setNext = db.prepare<[number | null, number]>('UPDATE next_response SET due_at = ? WHERE id = ?')
  const set = db.prepare<[number | null, number | null, number]>(
    'UPDATE conversation SET first_due_at = ?, due_at = ? WHERE id = ?',
  )
  for (const row of rows) {
    const isFirstOpen = row.firstAnsweredAt === null && !row.isFirstWaived
    const firstDueAt = isFirstOpen ? deadlines.dueAt(row, row.receivedAt) : row.firstDueAt
    const nextDueAt = row.askedAt === null ? null : deadlines.dueAt(row, row.askedAt)
    const dueAt = row.isDone ? null : isFirstOpen ? firstDueAt : nextDueAt
    if (row.nextId !== null && nextDueAt !== row.nextDueAt) setNext.run(nextDueAt, row.nextId)
    if (firstDueAt !== row.firstDueAt || dueAt !== row.dueAt) set.run(firstDueAt, dueAt, row.id)
  }
}
