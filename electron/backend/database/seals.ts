/** What is closed: everything on or before the last day of the latest sealed month. */
import { addDays, lastDayOf, monthOf, type Day, type Month } from '../../../shared/domain/day.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'

/** The last closed day; null while no month is closed. */
export function lastSealedDay(db: Connection): Day | null {
  return db.prepare<[]>('SELECT max(last_day) FROM seal').pluck().get() as Day | null
}

/** Refuses a day in a closed month for something new that a person enters; `field` is the field of the form that holds it. */
export function assertOpen(db: Connection, day: Day, field: string): void {
  const sealed = lastSealedDay(db)
  if (sealed !== null && day <= sealed)
    throw expected('month_closed', { month: monthOf(day), field, firstOpenDay: addDays(sealed, 1) })
}

export function monthAfter(month: Month): Month {
  return monthOf(addDays(lastDayOf(month), 1))
}

/** Where a correction made today is booked: today, or the first open day. */
export function firstOpenDayFrom(db: Connection, today: Day): Day {
  const sealed = lastSealedDay(db)
  return sealed !== null && today <= sealed ? addDays(sealed, 1) : today
}
