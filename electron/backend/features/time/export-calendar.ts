/** Tracked time for calendar programs (RFC 5545). Instants are UTC; an event keeps its UID, so that a later file replaces it. */
import { createHmac } from 'node:crypto'
import ical, { ICalEventBusyStatus, type ICalEventData } from 'ical-generator'
import { addDays, type Day } from '../../../../shared/domain/day.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import type { EndedEntry } from './export-entries.ts'
import { targetNames, type ExportWords } from './export-words.ts'

export interface CalendarQuestion {
  readonly words: ExportWords
  readonly ledgerName: string
  /** The ledger's own: entries of two ledgers have different UIDs. */
  readonly salt: string
  readonly now: number
}

const END = 'END:VCALENDAR'

export function calendarHead({ words, ledgerName }: CalendarQuestion): string {
  const calendar = ical({
    name: fill(words.file.calendar, { ledger: ledgerName }),
    prodId: { company: 'Gegenwert', product: 'Gegenwert', language: 'EN' },
  })
  return calendar.toString().split(END)[0] ?? ''
}

export const CALENDAR_FOOT = `${END}\r\n`

/** The events of some entries, without the calendar around them: a long file is written in parts. */
export function calendarEvents(entries: readonly EndedEntry[], question: CalendarQuestion): string {
  const ledger = createHmac('sha256', question.salt).update('calendar').digest('hex').slice(0, 20)
  const calendar = ical()
  return entries.map((entry) => foldLines(calendar.createEvent(eventOf(entry, question, ledger)).toString())).join('')
}

const MOST_BYTES = 75

/** RFC 5545, 3.1: no line has more than 75 bytes. The library measures letter by letter, which takes seconds for a year. */
function foldLines(text: string): string {
  return text
    .split('\r\n')
    .map((line) => (Buffer.byteLength(line) <= MOST_BYTES ? line : foldLine(line)))
    .join('\r\n')
}

/** A line that goes on begins with a space, which counts. */
function foldLine(line: string): string {
  let folded = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > MOST_BYTES) {
      folded += '\r\n '
      bytes = 1
    }
    folded += letter
    bytes += size
  }
  return folded
}

function eventOf(entry: EndedEntry, { words, now }: CalendarQuestion, ledger: string): ICalEventData {
  const { activity, channel, client, project, note, isBillable } = entry
  const name = (activity && words.activities[activity]) ?? words.file.work
  return {
    id: `entry-${entry.id}@${ledger}.gegenwert`,
    stamp: new Date(now),
    ...timesOf(entry),
    summary: [name, ...targetNames(entry, words), channel, client, project].filter(Boolean).join(' · '),
    description: note === '' ? null : note,
    categories: [{ name }, ...(isBillable ? [{ name: words.columns.isBillable }] : [])],
    // What was done does not keep anyone busy.
    busystatus: ICalEventBusyStatus.FREE,
  }
}

/** Where only the day is known it is an event of that day. */
function timesOf({ isUntimed, day, startedAt, endedAt }: EndedEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (!isUntimed) return { start: new Date(startedAt), end: new Date(endedAt) }
  return { start: midnight(day), end: midnight(addDays(day, 1)), allDay: true }
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
