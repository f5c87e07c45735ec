/** Weekdays of a year and how many of them are public holidays in a Land. */
import Holidays from 'date-holidays'
import type { LedgerSettings } from '../../../../shared/contract/settings.ts'
import { addDays, toDay } from '../../../../shared/domain/day.ts'

export interface WorkingDays {
  readonly year: number
  readonly weekdays: number
  readonly holidaysOnWeekdays: number
  readonly region: string
}

/** Working out a year takes a tenth of a second, and the calculator asks again with every date. */
const known = new Map<string, WorkingDays>()

export function workingDaysOf(year: number, { country, state }: LedgerSettings['holidayRegion']): WorkingDays {
  const region = state === null ? country : `${country}-${state}`
  const key = `${region} ${year}`
  const days = known.get(key) ?? { year, region, ...countDays(year, country, state) }
  known.set(key, days)
  return days
}

function countDays(year: number, country: string, state: string | null) {
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
  return { weekdays, holidaysOnWeekdays }
}
