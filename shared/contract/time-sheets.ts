/** Hours of those who do not use the app: a sheet to fill in, and weekly estimates. Part of time. */
import * as z from 'zod'
import { daysBetween, mondayOf } from '../domain/day.ts'
import { MAX_HOURS_SHEET_DAYS } from '../domain/hours-sheet.ts'
import { base } from './errors.ts'
import {
  ActivityField,
  commandInput,
  DayField,
  LanguageField,
  Note,
  PeriodField,
  ReceiptField,
  RecordId,
} from './fields.ts'

/** An ISO week, by its Monday. */
const WeekField = DayField.refine((day) => mondayOf(day) === day)

/** Hours of one activity in a week, at least a minute. */
const EstimatedHours = z.object({
  activity: ActivityField,
  channelId: RecordId.nullable(),
  seconds: z
    .int()
    .min(60)
    .max(7 * 86_400),
})
export type EstimatedHours = z.output<typeof EstimatedHours>

export const timeSheets = {
  /** A sheet for a person and a period, to be filled in with Excel or LibreOffice and read back by the imports. Changes nothing. */
  hoursSheet: base
    .input(
      z.object({
        personId: RecordId,
        period: PeriodField.refine(({ from, to }) => daysBetween(from, to) < MAX_HOURS_SHEET_DAYS),
        language: LanguageField,
        as: z.enum(['xlsx', 'csv']),
      }),
    )
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
  /** What was estimated for a person's week. Changes nothing. */
  estimate: base
    .input(z.object({ personId: RecordId, week: WeekField }))
    .output(z.object({ hours: z.array(EstimatedHours).max(100), note: z.string() })),
  /**
   * Sets what a person's week is estimated at, in place of what was estimated before; no hours: the estimate goes. Each activity's
   * hours are spread over the week's working days, as entries that are marked as estimates and untimed. Fails with `month_closed` where one of
   * these days is closed, with `invalid_value` hours `too_many_hours` above what a week has.
   */
  addEstimate: base
    .input(commandInput({ personId: RecordId, week: WeekField, hours: z.array(EstimatedHours).max(20), note: Note }))
    .output(ReceiptField),
}
