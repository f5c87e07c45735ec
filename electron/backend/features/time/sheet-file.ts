/** The sheet for someone's hours as a file: a table for spreadsheets, or text with commas. */
import type { Language } from '../../../../shared/contract/fields.ts'
import { ACTIVITIES } from '../../../../shared/domain/activity.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import {
  HOURS_SHEET_COLUMNS,
  HOURS_SHEET_TITLES,
  hoursSheetDays,
  hoursSheetFileName,
  type HoursSheetColumn,
} from '../../../../shared/domain/hours-sheet.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { sheet as german } from '../../../../shared/i18n/de/time-sheet.ts'
import { sheet as english } from '../../../../shared/i18n/en/time-sheet.ts'
import { formatFor } from '../../../../shared/i18n/format.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../files/csv-text.ts'
import {
  columnName,
  WORKBOOK_MEDIA_TYPE,
  writeWorkbook,
  type CellStyle,
  type ChoiceList,
  type WorkbookCell,
} from '../../files/workbook/write-workbook.ts'

export interface SheetRequest {
  readonly person: string
  readonly period: Period
  readonly language: Language
  readonly channels: readonly string[]
  /** Without any the sheet has no column for them. */
  readonly clients: readonly string[]
}

export interface SheetFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Buffer
}

const TEXTS: Readonly<Record<Language, Texts<typeof german>>> = { de: german, en: english }

/** Rows below the days, for whoever needs more than one a day. */
const SPARE_ROWS = 40

interface SheetContent {
  readonly columns: readonly HoursSheetColumn[]
  readonly intro: readonly string[]
  readonly activities: readonly string[]
  readonly days: readonly Day[]
}

function contentOf({ person, period, language, channels, clients }: SheetRequest): SheetContent {
  const texts = TEXTS[language]
  const format = formatFor(language, 'EUR')
  const names = activityNames(language)
  const activities = ACTIVITIES.map((activity) => names[activity])
  const stretch = fill(texts.period, { from: format.day(period.from), to: format.day(period.to) })
  return {
    columns: HOURS_SHEET_COLUMNS.filter((column) => column !== 'client' || clients.length > 0),
    intro: [
      `${fill(texts.title, { person })}, ${stretch}`,
      texts.help,
      texts.helpTimes,
      fill(texts.helpWords, { activities: activities.join(', ') }),
      fill(texts.helpChannels, { channels: channels.length === 0 ? texts.noChannels : channels.join(', ') }),
    ],
    activities,
    days: hoursSheetDays(period),
  }
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}

export function csvSheet(request: SheetRequest): SheetFile {
  const { language, person, period } = request
  const { columns, intro, days } = contentOf(request)
  const titles = HOURS_SHEET_TITLES[language]
  const style = language === 'de' ? 'comma' : 'point'
  const dayText = (day: Day) => (language === 'de' ? `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}` : day)
  const rows = [
    ...intro.map((line) => [line]),
    columns.map((column) => titles[column]),
    ...days.map((day) =>
      columns.map((column) => (column === 'date' ? dayText(day) : column === 'person' ? person : '')),
    ),
  ]
  return {
    fileName: hoursSheetFileName(TEXTS[language].file, person, period, 'csv'),
    mediaType: 'text/csv;charset=utf-8',
    bytes: Buffer.from(BYTE_ORDER_MARK + rows.map((row) => csvRow(row, style)).join(''), 'utf8'),
  }
}

const WIDTHS: Readonly<Record<HoursSheetColumn, number>> = {
  date: 12,
  activity: 19,
  channel: 19,
  client: 19,
  purpose: 30,
  from: 8,
  to: 8,
  hours: 10,
  note: 34,
  person: 18,
}
const CELL_STYLES: Partial<Record<HoursSheetColumn, CellStyle>> = {
  date: 'day',
  from: 'clock',
  to: 'clock',
  hours: 'hours',
}

export function workbookSheet(request: SheetRequest): SheetFile {
  const { language, person, period, channels, clients } = request
  const texts = TEXTS[language]
  const { columns, intro, activities, days } = contentOf(request)
  const titles = HOURS_SHEET_TITLES[language]
  const cellsOf = (day: Day | null): WorkbookCell[] =>
    columns.map((column) => ({
      style: CELL_STYLES[column] ?? 'plain',
      value: day === null ? null : column === 'date' ? { day } : column === 'person' ? person : null,
    }))
  const rows: WorkbookCell[][] = [
    ...intro.map((line, index): WorkbookCell[] => [{ value: line, style: index === 0 ? 'title' : 'note' }]),
    columns.map((column): WorkbookCell => ({ value: titles[column], style: 'head' })),
    ...days.map(cellsOf),
    ...Array.from({ length: SPARE_ROWS }, () => cellsOf(null)),
  ]
  const words = { activity: activities, channel: channels, client: clients }
  const lists = (Object.keys(words) as (keyof typeof words)[]).filter((list) => words[list].length > 0)
  const choices = lists.map((list, index): ChoiceList => {
    const column = columnName(columns.indexOf(list))
    const source = columnName(index)
    return {
      range: `${column}${intro.length + 2}:${column}${rows.length}`,
      source: `'${texts.words}'!$${source}$2:$${source}$${words[list].length + 1}`,
    }
  })
  const longest = Math.max(...lists.map((list) => words[list].length))
  const wordRows = Array.from({ length: longest }, (_, row) =>
    lists.map((list): WorkbookCell => ({ value: words[list][row] ?? null })),
  )
  return {
    fileName: hoursSheetFileName(texts.file, person, period, 'xlsx'),
    mediaType: WORKBOOK_MEDIA_TYPE,
    bytes: writeWorkbook([
      {
        name: texts.file,
        widths: columns.map((column) => WIDTHS[column]),
        rows,
        frozenRows: intro.length + 1,
        choices,
      },
      {
        name: texts.words,
        widths: lists.map(() => 24),
        rows: [lists.map((list): WorkbookCell => ({ value: titles[list], style: 'head' })), ...wordRows],
        frozenRows: 1,
        choices: [],
      },
    ]),
  }
}
