/** The year the sample tells of: it ends yesterday, whenever it is opened. */
import Holidays from 'date-holidays'
import { addDays, addMonths, daysOf, type Day, type Period } from '../../../../../shared/domain/day.ts'

export const SAMPLE_REGION = { country: 'DE', state: 'HH' } as const
export const SAMPLE_TIME_ZONE = 'Europe/Berlin'

export function sampleYear(today: Day): Period {
  return { from: addMonths(today, -12), to: addDays(today, -1) }
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** Days the workshop works: weekdays without public holidays, a week around New Year and two weeks in summer. */
export function workingDaysOf(year: Period): Day[] {
  const holidays = publicHolidays(year)
  return daysOf(year).filter((day) => weekdayOf(day) < 5 && !holidays.has(day) && !isClosed(day))
}

function publicHolidays({ from, to }: Period): Set<string> {
  const calendar = new Holidays(SAMPLE_REGION.country, SAMPLE_REGION.state)
  const years = new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])
  return new Set(
    [...years].flatMap((year) =>
      calendar
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10)),
    ),
  )
}

function isClosed(day: Day): boolean {
  const monthAndDay = day.slice(5)
  return monthAndDay >= '12-24' || monthAndDay <= '01-01' || (monthAndDay >= '07-20' && monthAndDay <= '08-02')
}
