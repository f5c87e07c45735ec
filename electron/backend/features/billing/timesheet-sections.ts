/** The tables of a timesheet: its entries, and their sums by project. */
import { figuresOf } from './client-work.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { fill, fillCount } from '../../../../shared/i18n/fill.ts'
import type { Rounding } from '../../../../shared/domain/billing-rounding.ts'
import { row, small, type PaperWords, type Section } from './paper-words.ts'
import type { SheetContext } from './timesheet-document.ts'
import type { SheetLine, Timesheet } from './timesheet-figures.ts'

export function entriesSection(sheet: Timesheet, { question, words, settings }: SheetContext): Section | null {
  if (sheet.lines.length === 0) return null
  const { texts, format } = words
  const { columns, sections, total, tax } = texts.timesheet
  const person = question.hasPeople
  const rows = sheet.lines.map((line) =>
    row([
      format.day(line.entry.day),
      clockRange(line, words, settings.timeZone),
      whatOf(line, words, question.hasNotes),
      ...(person ? [line.details.person] : []),
      format.duration(line.entry.seconds),
      line.entry.isBillable ? format.duration(line.billedSeconds) : { text: '–', tone: 'aside' as const },
      rateOf(line, words),
      amountOf(line, words),
    ]),
  )
  const { rawSeconds, billedSeconds, cents } = sheet.sums
  const sums = [format.duration(rawSeconds), format.duration(billedSeconds), '', format.money(cents)]
  return {
    id: 'entries',
    title: sections.entries,
    isHalf: false,
    isLong: true,
    blocks: [
      {
        kind: 'table',
        label: sections.entries,
        columns: [
          { header: columns.day, isNumber: false },
          { header: columns.time, isNumber: false },
          { header: columns.what, isNumber: false },
          ...(person ? [{ header: columns.person, isNumber: false }] : []),
          ...(['raw', 'billed', 'rate', 'amount'] as const).map((name) => ({ header: columns[name], isNumber: true })),
        ],
        rows: [...rows, row([total, '', '', ...(person ? [''] : []), ...sums], true)],
      },
      small(`${roundingNote(sheet.rounding, words)} ${tax}`),
    ],
  }
}

export function clockRange({ entry, details }: SheetLine, { texts }: PaperWords, timeZone: string): string {
  if (details.isUntimed) return texts.timesheet.untimed
  // A line may end after a dash whatever follows it, but for a joiner.
  return `${clockAt(entry.startedAt, timeZone)}\u00a0–\u2060\u00a0${clockAt(entry.endedAt, timeZone)}`
}

/** Never whom a conversation was with. */
function whatOf({ details, entry }: SheetLine, { activities, texts }: PaperWords, hasNote: boolean): string {
  const { notBillable, estimate } = texts.timesheet
  const parts = [
    details.project ?? '',
    details.activity === null ? '' : activities[details.activity],
    hasNote ? details.note.trim() : '',
    entry.isBillable ? '' : notBillable,
    details.isEstimate ? estimate : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** All of it is covered by a retainer: nothing is charged. */
export function isCovered({ coveredSeconds, chargedSeconds }: SheetLine): boolean {
  return coveredSeconds > 0 && chargedSeconds === 0
}

/** Of a line that is covered in part, the hours the rate is for stand beside it. */
function rateOf(line: SheetLine, { format, texts }: PaperWords) {
  const { centsPerHour, entry, coveredSeconds, chargedSeconds } = line
  const { inRetainer, noRate, partlyAt } = texts.timesheet
  if (!entry.isBillable) return { text: '–', tone: 'aside' as const }
  if (isCovered(line)) return { text: inRetainer, tone: 'aside' as const }
  if (centsPerHour === null) return { text: noRate, tone: 'warn' as const }
  const rate = format.money(centsPerHour)
  return coveredSeconds === 0 ? rate : fill(partlyAt, { hours: format.duration(chargedSeconds), rate })
}

function amountOf(line: SheetLine, { format }: PaperWords) {
  if (!line.entry.isBillable || isCovered(line)) return { text: '–', tone: 'aside' as const }
  return line.cents === null ? { text: '–', tone: 'warn' as const } : format.money(line.cents)
}

/** How hours are rounded, in a sentence. */
export function roundingNote({ way, minutes, of }: Rounding, { texts }: PaperWords): string {
  const { rounding } = texts.timesheet
  if (way === 'none') return rounding.none
  return fill(rounding[of], { way: rounding.ways[way], minutes: fillCount(rounding, 'minutes', minutes) })
}

/** Fees stand beside the projects, so that the table comes to what is charged. */
export function projectsSection(sheet: Timesheet, { texts, format }: PaperWords): Section | null {
  const { columns, sections, total, without, fees } = texts.timesheet
  const groups = [...Map.groupBy(sheet.lines, ({ details }) => details.projectId).values()]
  if (groups.length === 0 && sheet.fees.length === 0) return null
  const rows = groups
    .map((lines) => ({ name: lines[0]?.details.project ?? null, ...figuresOf(lines) }))
    .toSorted((a, b) => b.rawSeconds - a.rawSeconds)
    .map(({ name, count, rawSeconds, billedSeconds, cents }) =>
      row([
        name ?? without,
        String(count),
        format.duration(rawSeconds),
        format.duration(billedSeconds),
        format.money(cents),
      ]),
    )
  const feeRows = sheet.fees.map(({ month, cents }) =>
    row([fill(fees, { month: format.month(month) }), '', '', '', format.money(cents)]),
  )
  const { count, rawSeconds, billedSeconds, cents } = sheet.sums
  const sums = [String(count), format.duration(rawSeconds), format.duration(billedSeconds)]
  return {
    id: 'projects',
    title: sections.projects,
    isHalf: false,
    blocks: [
      {
        kind: 'table',
        label: sections.projects,
        columns: [
          { header: columns.project, isNumber: false },
          ...(['entries', 'raw', 'billed', 'amount'] as const).map((name) => ({
            header: columns[name],
            isNumber: true,
          })),
        ],
        rows: [...rows, ...feeRows, row([total, ...sums, format.money(cents + sheet.feeCents)], true)],
      },
    ],
  }
}
