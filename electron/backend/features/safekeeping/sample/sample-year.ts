/** The year the sample tells of: it ends yesterday, whenever it is opened. */
import { addDays, addMonths, daysOf, type Day, type Period } from '../../../../../shared/domain/day.ts'
import { holidaysOf } from '../../../holidays.ts'

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
  const holidays = new Set(holidaysOf(year, SAMPLE_REGION, 'de').map(({ day }) => day))
  return daysOf(year).filter((day) => weekdayOf(day) < 5 && !holidays.has(day) && !isClosed(day))
}

function isClosed(day: Day): boolean {
  const monthAndDay = day.slice(5)
  return monthAndDay >= '12-24' || monthAndDay <= '01-01' || (monthAndDay >= '07-20' && monthAndDay <= '08-02')
}
