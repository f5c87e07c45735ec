/** Day strings ("2026-10-28") outside, React Aria's date values inside. */
import { type CalendarDate, parseDate } from '@internationalized/date'

export function toDateValue(day: string | null): CalendarDate | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  try {
    return parseDate(day)
  } catch {
    // Not a day of the calendar, e.g. from a hand-written address: the field then starts empty.
    return null
  }
}
