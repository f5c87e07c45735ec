/** Public holidays of a Land: the one place that knows the calendar of them. */
import Holidays from 'date-holidays'
import type { Language } from '../../shared/contract/fields.ts'
import type { LedgerSettings } from '../../shared/contract/settings.ts'
import { daysOf, type Day, isDay, type Period } from '../../shared/domain/day.ts'
import { weekdayOf } from '../../shared/domain/untimed.ts'

export interface Holiday {
  readonly day: Day
  readonly name: string
}

type Region = Readonly<LedgerSettings['holidayRegion']>

/** Working out a year takes a tenth of a second, and is asked for with every week shown and every date typed. */
const known = new Map<string, readonly Holiday[]>()

/** "DE-BY" */
export function regionCode({ country, state }: Region): string {
  return state === null ? country : `${country}-${state}`
}

/** In order of their days. */
export function holidaysOfYear(year: number, region: Region, language: Language): readonly Holiday[] {
  const key = `${regionCode(region)} ${year} ${language}`
  let holidays = known.get(key)
  if (!holidays) {
    if (known.size > 200) known.clear()
    known.set(key, (holidays = readHolidays(year, region, language)))
  }
  return holidays
}

export function holidaysOf({ from, to }: Period, region: Region, language: Language): Holiday[] {
  const holidays: Holiday[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    holidays.push(...holidaysOfYear(year, region, language).filter(({ day }) => day >= from && day <= to))
  }
  return holidays
}

/** Monday to Friday without public holidays. */
export function workingDaysIn(period: Period, region: Region): Day[] {
  const holidays = new Set(holidaysOf(period, region, 'de').map(({ day }) => day))
  return daysOf(period).filter((day) => weekdayOf(day) < 5 && !holidays.has(day))
}

function readHolidays(year: number, { country, state }: Region, language: Language): Holiday[] {
  const calendar = state === null ? new Holidays(country) : new Holidays(country, state)
  return calendar
    .getHolidays(year, language)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ day: date.slice(0, 10), name }))
    .filter((holiday): holiday is Holiday => isDay(holiday.day))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
