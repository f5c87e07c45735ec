/** The sheet on which someone without the app noted their hours; made by the app itself (time/sheet-file.ts). */
import { HOURS_SHEET_TITLES, type HoursSheetColumn } from '../../../../../shared/domain/hours-sheet.ts'
import type { FormatDeclaration } from './format.ts'

/** Some words are the same in both languages. */
const titles = (column: HoursSheetColumn) => [
  ...new Set([HOURS_SHEET_TITLES.de[column], HOURS_SHEET_TITLES.en[column]]),
]

/** What is filled in. Date and person stand there already, except in rows that were put in between. */
const FILLED_IN = ['task', 'project', 'client', 'purpose', 'startTime', 'endTime', 'description'] as const

export const hoursSheet: FormatDeclaration = {
  id: 'hours-sheet',
  kind: 'time',
  columns: [
    { field: 'startDate', headers: titles('date'), type: 'date', required: true },
    { field: 'task', headers: titles('activity'), type: 'text', required: true },
    { field: 'project', headers: titles('channel'), type: 'text', required: true },
    { field: 'client', headers: titles('client'), type: 'text' },
    { field: 'purpose', headers: titles('purpose'), type: 'text' },
    { field: 'startTime', headers: titles('from'), type: 'time' },
    { field: 'endTime', headers: titles('to'), type: 'time' },
    { field: 'duration', headers: titles('hours'), type: 'duration', required: true },
    { field: 'description', headers: titles('note'), type: 'text' },
    { field: 'user', headers: titles('person'), type: 'text', required: true },
  ],
  // People add up their hours below; some write "Summe" beside it.
  totals: { in: ['startDate', 'user', ...FILLED_IN], whenEmpty: ['startDate', 'user', ...FILLED_IN] },
  blankWithout: [...FILLED_IN, 'duration'],
  filledDown: ['startDate', 'user'],
}
