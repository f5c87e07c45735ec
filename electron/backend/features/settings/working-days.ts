/** Weekdays of a year and how many of them are public holidays in a Land. */
import Holidays from 'date-holidays'
import type { LedgerSettings } from '../../../../shared/contract/settings.ts'
import { addDays, toDay } from '../../../../shared/domain/day.ts'

export function workingDaysOf(year: number, { country, state }: LedgerSettings['holidayRegion']) {
  const calendar = state === null ? new Holidays(country) : new Holidays(country, state)
  const holidays = new Set(
    calendar
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  )
  let weekdays = 0
  let holidaysOnWeekdays = 0
  for (let day = toDay(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    weekdays += 1
    if (holidays.has(day)) holidaysOnWeekdays += 1
  }
  return { year, weekdays, holidaysOnWeekdays, region: state === null ? country : `${country}-${state}` }
}
