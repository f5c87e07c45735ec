/** The sheet on which someone without the app notes their hours: its columns, and what stands in it when it is handed out. */
import { daysBetween, daysOf, type Day, type Period } from './day.ts'

/** In the order they stand in. */
export const HOURS_SHEET_COLUMNS = [
  'date',
  'activity',
  'channel',
  'client',
  'purpose',
  'from',
  'to',
  'hours',
  'note',
  'person',
] as const
export type HoursSheetColumn = (typeof HOURS_SHEET_COLUMNS)[number]

/** By these titles a sheet that comes back is recognised: never change one, add synonyms to the import format instead. */
export const HOURS_SHEET_TITLES: Readonly<Record<'de' | 'en', Readonly<Record<HoursSheetColumn, string>>>> = {
  de: {
    date: 'Datum',
    activity: 'Tätigkeit',
    channel: 'Kanal',
    client: 'Kunde',
    purpose: 'Wofür',
    from: 'Von',
    to: 'Bis',
    hours: 'Stunden',
    note: 'Notiz',
    person: 'Person',
  },
  en: {
    date: 'Date',
    activity: 'Activity',
    channel: 'Channel',
    client: 'Client',
    purpose: 'What for',
    from: 'From',
    to: 'To',
    hours: 'Hours',
    note: 'Note',
    person: 'Person',
  },
}

/** A quarter of a year: whoever hands hours in later has forgotten them. */
export const MAX_HOURS_SHEET_DAYS = 92

/** One row for each day of the period, in order. Throws RangeError for a period that is longer than a sheet may be. */
export function hoursSheetDays(period: Period): Day[] {
  const count = daysBetween(period.from, period.to) + 1
  if (count > MAX_HOURS_SHEET_DAYS) throw new RangeError(`hours sheet of ${count} days`)
  return daysOf(period)
}

/** A file's name without what file systems refuse: "Stunden Jo 2026-10.xlsx" for a month, else with both days. */
export function hoursSheetFileName(title: string, person: string, { from, to }: Period, ending: string): string {
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && daysBetween(from, to) >= 27
  const stretch = isMonth ? from.slice(0, 7) : `${from} – ${to}`
  const name = person.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').trim() // eslint-disable-line no-control-regex
  return `${title} ${name} ${stretch}.${ending}`.replace(/\s+/g, ' ').slice(0, 150)
}
