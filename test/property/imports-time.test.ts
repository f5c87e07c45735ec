/** Any stretch of work, written the way a tracker writes it, is read back with its length and its clock, through both clock changes. */
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFile } from '../../electron/backend/features/imports/reader/read-file.ts'

const zone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe')
const stretch = fc.record({
  start: fc.oneof(
    fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') }),
    // Nights in which clocks change.
    ...['2026-03-08', '2026-03-29', '2026-04-04', '2026-10-03', '2026-10-25', '2026-11-01'].map((day) =>
      fc.integer({
        min: Date.parse(`${day}T00:00:00Z`) - 43_200_000,
        max: Date.parse(`${day}T00:00:00Z`) + 86_400_000,
      }),
    ),
  ),
  seconds: fc.integer({ min: 1, max: 12 * 3600 }),
})

function length(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

const trackers = {
  clockify: {
    header: 'Project,User,Start Date,Start Time,End Date,End Time,Duration (h)',
    row: (from: Date, to: Date, seconds: number) =>
      `P,Ada,${format(from, 'MM/dd/yyyy')},${format(from, 'hh:mm:ss a')},${format(to, 'MM/dd/yyyy')},${format(to, 'hh:mm:ss a')},${length(seconds)}`,
  },
  kimai: {
    header: 'Datum;Von;Bis;Dauer;Benutzer;Projekt;Tätigkeit',
    row: (from: Date, to: Date, seconds: number) =>
      `${format(from, 'yyyy-MM-dd')};${format(from, 'HH:mm:ss')};${format(to, 'HH:mm:ss')};${length(seconds)};Ada;P;T`,
  },
} as const

test.each(['clockify', 'kimai'] as const)('%s', async (id) => {
  await fc.assert(
    fc.asyncProperty(zone, stretch, async (timeZone, { start, seconds }) => {
      const startedAt = Math.floor(start / 1000) * 1000
      const clockOf = (instant: number) => new TZDate(instant, timeZone)
      const { header, row } = trackers[id]
      const line = row(clockOf(startedAt), clockOf(startedAt + seconds * 1000), seconds)
      const content = Buffer.from(`${header}\n${line}\n`)
      const table = await readFile(content, 'x.csv', {
        timeZone,
        baseCurrency: 'EUR',
        answers: { dateOrder: 'month-first' },
      })
      if (table.status !== 'read' || table.content.kind !== 'time') throw new Error(line)
      expect(table.format.id).toBe(id)
      const [record] = table.content.records
      expect(record?.seconds, line).toBe(seconds)
      const read = record?.startedAt ?? 0
      expect((record?.endedAt ?? 0) - read).toBe(seconds * 1000)
      // Which of two equal hours was meant nobody can know; the clock is the same.
      expect(format(clockOf(read), 'yyyy-MM-dd HH:mm:ss')).toBe(format(clockOf(startedAt), 'yyyy-MM-dd HH:mm:ss'))
      expect(
        table.notes.filter(({ reason }) => reason === 'duration_disagrees'),
        line,
      ).toEqual([])
    }),
  )
})
