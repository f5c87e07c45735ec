/** How much of their paid time people logged in the last full weeks. */
import type { TrackedShare } from '../../../../shared/contract/people.ts'
import { addDays, mondayOf, type Day } from '../../../../shared/domain/day.ts'
import { startOfDay } from '../../../../shared/domain/instant.ts'
import { MAX_TRACKED_WEEKS, trackedShare } from '../../../../shared/domain/tracked-share.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { workingDaysIn } from '../../holidays.ts'

interface PaidPerson {
  readonly id: number
  readonly paidSeconds: number
  /** Null: nothing logged yet. */
  readonly firstDay: Day | null
}

interface DaySum {
  readonly personId: number
  readonly day: Day
  readonly seconds: number
  readonly estimatedSeconds: number
}

export function readTrackedShares(db: Connection, settings: StoredSettings, today: Day): TrackedShare[] {
  const thisMonday = mondayOf(today)
  const first = addDays(thisMonday, -7 * MAX_TRACKED_WEEKS)
  const sums = Map.groupBy(
    readDays(db, { from: first, to: addDays(thisMonday, -1) }, settings.timeZone),
    ({ personId, day }) => `${personId} ${mondayOf(day)}`,
  )
  const mondays = Array.from({ length: MAX_TRACKED_WEEKS }, (_, index) => addDays(first, 7 * index))
  const workingDays = new Map(
    mondays.map((monday) => [
      monday,
      workingDaysIn({ from: monday, to: addDays(monday, 6) }, settings.holidayRegion).length,
    ]),
  )
  return readPaidPeople(db).map(({ id, paidSeconds, firstDay }) => {
    // The week in which someone began is none of theirs in full, and those before it none at all.
    const own = mondays.filter((monday) => firstDay !== null && firstDay <= monday)
    const weeks = own.map((monday) => {
      const days = sums.get(`${id} ${monday}`) ?? []
      return {
        loggedSeconds: days.reduce((sum, day) => sum + day.seconds, 0),
        estimatedSeconds: days.reduce((sum, day) => sum + day.estimatedSeconds, 0),
        workingDays: workingDays.get(monday) ?? 0,
      }
    })
    return { personId: id, ...trackedShare(weeks, paidSeconds) }
  })
}

function readPaidPeople(db: Connection): PaidPerson[] {
  return db
    .prepare<[], PaidPerson>(
      `SELECT id, paid_seconds_per_week AS paidSeconds,
         (SELECT day FROM time_entry WHERE person_id = person.id ORDER BY started_at LIMIT 1) AS firstDay
       FROM person WHERE paid_seconds_per_week IS NOT NULL ORDER BY id LIMIT 1000`,
    )
    .all()
}

/** By the index of starts: a day of slack on both sides, because days were named in the zone the ledger had then. */
function readDays(db: Connection, { from, to }: { from: Day; to: Day }, timeZone: string): DaySum[] {
  return db
    .prepare<[object], DaySum>(
      `SELECT person_id AS personId, day, sum((ended_at - started_at + 500) / 1000) AS seconds,
         sum(CASE WHEN is_estimate = 1 THEN (ended_at - started_at + 500) / 1000 ELSE 0 END) AS estimatedSeconds
       FROM time_entry WHERE started_at BETWEEN @start AND @end AND day BETWEEN @from AND @to AND ended_at IS NOT NULL
       GROUP BY 1, 2`,
    )
    .all({ from, to, start: startOfDay(addDays(from, -1), timeZone), end: startOfDay(addDays(to, 2), timeZone) })
}
