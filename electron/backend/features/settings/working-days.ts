/** Weekdays of a year and how many of them are public holidays in a Land. */
import type { LedgerSettings } from '../../../../shared/contract/settings.ts'
import { addDays, toDay } from '../../../../shared/domain/day.ts'
import { holidaysOfYear, regionCode } from '../../holidays.ts'

export interface WorkingDays {
  readonly year: number
  readonly weekdays: number
  readonly holidaysOnWeekdays: number
  readonly region: string
}

export function workingDaysOf(year: number, holidayRegion: LedgerSettings['holidayRegion']): WorkingDays {
  const holidays = new Set(holidaysOfYear(year, holidayRegion, 'de').map(({ day }) => day))
  let weekdays = 0
  let holidaysOnWeekdays = 0
  for (let day = toDay(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    weekdays += 1
    if (holidays.has(day)) holidaysOnWeekdays += 1
  }
  return { year, region: regionCode(holidayRegion), weekdays, holidaysOnWeekdays }
}
