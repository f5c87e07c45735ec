/** The other time trackers: their files come to what a plain reading of their columns says, in both languages and in any zone. */
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { fixture, readTable, timeRecords } from './read.ts'

const ZONES = ['Europe/Berlin', 'America/Los_Angeles'] as const

/** Cells by header, read with another parser and without knowing anything about trackers. */
function plainRows(name: string): Record<string, string>[] {
  const text = new TextDecoder().decode(fixture(name)).replace(/^\ufeff/, '')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

function clockSeconds(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString().slice(0, 19))

describe.each(ZONES)('in a ledger in %s', (timeZone) => {
  test.each([
    ['clockify-detailed.csv', 'clockify', 'Duration (h)'],
    ['clockify-de.csv', 'clockify', 'Dauer (h)'],
    ['kimai-de.csv', 'kimai', 'Dauer'],
  ])('%s: hours are those of its duration column', async (name, format, column) => {
    const table = await readTable(fixture(name), { timeZone })
    expect(table.format.id).toBe(format)
    const left = new Set([...table.problems, ...table.leftOut].map(({ line }) => line))
    const read = timeRecords(table)
    const rows = plainRows(name).filter((row) => /^\d/.test(row[column] ?? ''))
    const kept = rows.filter((row) => clockSeconds(row[column] ?? '') > 0 && row['Type'] !== 'Break')
    const broken = kept.filter((row) => Object.values(row).some((cell) => cell.startsWith('Kaputt')))
    expect(left.size).toBe(plainRows(name).length - read.length)
    expect(read).toHaveLength(kept.length - broken.length)
    const seconds =
      sumOf(kept.map((row) => clockSeconds(row[column] ?? ''))) -
      sumOf(broken.map((row) => clockSeconds(row[column] ?? '')))
    expect(table.content.sums).toEqual({ seconds })
    for (const record of read) expect((record.endedAt! - record.startedAt!) / 1000).toBe(record.seconds)
  })

  test('Kimai with decimal hours: the clock says how long it was', async () => {
    const table = await readTable(fixture('kimai-en.csv'), { timeZone })
    expect(table).toMatchObject({ format: { id: 'kimai' }, delimiter: ';', problems: [], notes: [], questions: [] })
    expect(timeRecords(table).map(({ seconds }) => seconds)).toEqual([47 * 60, 150 * 60, 40 * 60])
  })

  test.each(['harvest-detailed.csv', 'harvest-de.csv'])('%s: hours without clock times', async (name) => {
    const table = await readTable(fixture(name), { timeZone })
    expect(table.format.id).toBe('harvest')
    const hours = plainRows(name).map((row) => row['Hours'] ?? row['Stunden'] ?? '')
    const days = plainRows(name).map((row) => row['Date'] ?? row['Datum'] ?? '')
    const expected = hours
      .map((text) => (text.includes(':') ? clockSeconds(text) : Math.round(Number(text.replace(',', '.')) * 3600)))
      .filter((seconds, index) => seconds > 0 && days[index] !== '2026-02-30')
    expect(timeRecords(table).map(({ seconds }) => seconds)).toEqual(expected)
    expect(table.content.sums).toEqual({ seconds: sumOf(expected) })
    expect(timeRecords(table).every(({ startedAt, endedAt }) => startedAt === null && endedAt === null)).toBe(true)
  })
})

describe('Clockify', () => {
  test('American dates, clocks with and without seconds, tags, tasks, what is billable', async () => {
    const table = await readTable(fixture('clockify-detailed.csv'))
    expect(table).toMatchObject({ dateOrder: 'month-first', questions: [], numberFormat: 'dot' })
    const [reel, comments, texts] = timeRecords(table)
    expect(reel).toMatchObject({
      user: 'Jule Sommer',
      client: 'Rösterei Nordlicht',
      project: 'Instagram',
      description: 'Reel "Herbst" drehen',
      tags: ['Content', 'Reel'],
      isBillable: true,
      startedAt: Date.parse('2026-03-02T08:00:00Z'),
    })
    expect(comments).toMatchObject({
      task: 'Community',
      isBillable: false,
      startedAt: Date.parse('2026-03-02T13:44:33Z'),
    })
    expect(texts).toMatchObject({ day: '2026-03-14', endedAt: Date.parse('2026-03-15T00:00:00Z') })
    expect(texts?.description).toBe('Texte für\nFreitag, Samstag')
  })

  test('midnight and noon are told apart', async () => {
    const early = timeRecords(await readTable(fixture('clockify-detailed.csv'))).find(({ description }) =>
      description.startsWith('Früh'),
    )
    expect([iso(early!.startedAt), iso(early!.endedAt)]).toEqual(['2026-03-15T23:15:00', '2026-03-15T23:45:00'])
  })

  test('nights of the clock change are settled by the duration', async () => {
    const nights = timeRecords(await readTable(fixture('clockify-detailed.csv'))).filter(
      ({ description }) => description === 'Nachtschicht',
    )
    expect(nights.map((night) => [iso(night.startedAt), iso(night.endedAt), night.note])).toEqual([
      ['2026-03-29T00:30:00', '2026-03-29T01:30:00', 'crosses_clock_change'],
      ['2026-10-25T00:50:00', '2026-10-25T01:10:00', 'time_occurs_twice'],
    ])
  })

  test('clocks without seconds do not contradict a length with seconds', async () => {
    const table = await readTable(fixture('clockify-detailed.csv'))
    const longer = timeRecords(table).find(({ description }) => description.startsWith('Länger'))
    expect(longer).toMatchObject({ seconds: 642 })
    expect(longer?.note).toBeUndefined()
  })

  test('breaks are no work, equal rows stay two, broken rows are named with their line', async () => {
    const table = await readTable(fixture('clockify-detailed.csv'))
    expect(table.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [11, 'not_work'],
      [14, 'zero_duration'],
    ])
    expect(table.problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [15, 'Start Date', 'not_a_date'],
      [16, 'Start Time', 'not_a_time'],
    ])
    const equal = timeRecords(table).filter(({ description }) => description === 'Abstimmung')
    expect(new Set(equal.map(({ identity }) => identity)).size).toBe(2)
    expect(new Set(equal.map(({ base }) => base)).size).toBe(1)
    expect(table.notes.filter(({ reason }) => reason === 'same_entry_twice')).toMatchObject([{ line: 10 }])
  })

  test('only the decimal length: the clock counts where it agrees, the length where it does not', async () => {
    const header = 'Project,Client,Description,Task,User,Start Date,Start Time,End Date,End Time,Duration (decimal)'
    const rows = ['01:00:00 PM,03/13/2026,01:20:00 PM,0.33', '02:00:00 PM,03/13/2026,03:00:00 PM,0.50']
    const table = await readTable([header, ...rows.map((row) => `P,,D,,Ada,03/13/2026,${row}`), ''].join('\n'))
    expect(table.format.id).toBe('clockify')
    expect(timeRecords(table).map(({ seconds, note }) => [seconds, note])).toEqual([
      [1200, undefined],
      [1800, 'duration_disagrees'],
    ])
  })

  test('the day the entry was made helps to read a date that reads either way', async () => {
    const header = 'Project,User,Start Date,Start Time,End Date,End Time,Duration (h),Date of creation'
    const table = await readTable(`${header}\nP,Ada,05/10/2026,09:00,05/10/2026,10:00,1:00,22/10/2026\n`)
    expect(table).toMatchObject({ dateOrder: 'day-first', questions: [], period: { from: '2026-10-05' } })
  })
})

describe('Kimai', () => {
  test('the activity is the task, the customer the client, an end after midnight on the next day', async () => {
    const table = await readTable(fixture('kimai-de.csv'))
    const [reel, late] = timeRecords(table)
    expect(reel).toMatchObject({
      user: 'Jule Sommer',
      client: 'Café Fjord',
      project: 'Relaunch',
      task: 'Content',
      tags: ['Reel', 'Content'],
      isBillable: true,
    })
    expect(late).toMatchObject({ day: '2026-03-02', endedAt: Date.parse('2026-03-02T23:45:00Z'), seconds: 5400 })
  })

  test('nights of the clock change, also where the end is earlier than the start', async () => {
    const nights = timeRecords(await readTable(fixture('kimai-de.csv'))).filter(({ project }) => project === 'TikTok')
    expect(nights.map((night) => [iso(night.startedAt), iso(night.endedAt), night.note])).toEqual([
      ['2026-03-29T00:30:00', '2026-03-29T01:30:00', 'crosses_clock_change'],
      ['2026-10-25T00:50:00', '2026-10-25T01:10:00', 'time_occurs_twice'],
      ['2026-10-24T23:00:00', '2026-10-25T03:00:00', 'crosses_clock_change'],
    ])
  })

  test('the row of sums is left out, broken rows are named', async () => {
    const table = await readTable(fixture('kimai-de.csv'))
    expect(table.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [9, 'zero_duration'],
      [11, 'total'],
    ])
    expect(table.problems).toMatchObject([{ line: 10, column: 'Von', value: '25:00', reason: 'not_a_time' }])
  })

  test('a night, twelve-hour clocks without seconds, and a timer left running over the weekend', async () => {
    const header = 'Date,Begin,End,Duration,User,Project,Activity'
    const rows = ['11:30 PM,12:15 AM,0:45', '9:00 am,12:00 PM,"3,00"', '06:00 PM,06:00 PM,48:00']
    const table = await readTable([header, ...rows.map((row) => `2026-03-02,${row},Ada,P,A`), ''].join('\n'))
    expect(timeRecords(table).map(({ startedAt, seconds }) => [iso(startedAt), seconds / 60])).toEqual([
      ['2026-03-02T22:30:00', 45],
      ['2026-03-02T08:00:00', 180],
      ['2026-03-02T17:00:00', 2880],
    ])
    expect(table.notes.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'duration_disagrees'],
      [4, 'over_a_day'],
    ])
  })

  test('lengths in whole seconds are known by the clock', async () => {
    const table = await readTable(
      'Date,Begin,End,Duration,User,Project,Activity\n2026-03-02,09:00,09:47,2820,Ada,P,A\n',
    )
    expect(timeRecords(table)).toMatchObject([{ seconds: 2820 }])
    expect(table.notes).toEqual([])
  })
})

describe('Harvest', () => {
  test('who, for whom, what; equal rows keep apart', async () => {
    const table = await readTable(fixture('harvest-detailed.csv'))
    expect(table).toMatchObject({ numberFormat: 'comma', questions: [], delimiter: ',' })
    const records = timeRecords(table)
    expect(records[0]).toMatchObject({
      user: 'Jule Sommer',
      client: 'Café Fjord',
      project: 'Relaunch',
      task: 'Content',
      description: 'Titelbild und drei Texte',
      isBillable: true,
      day: '2026-03-02',
    })
    expect(new Set(records.map(({ identity }) => identity)).size).toBe(records.length)
    expect(table.notes).toEqual([])
  })

  test('broken rows are named with line, column and value', async () => {
    const { problems, leftOut } = await readTable(fixture('harvest-detailed.csv'))
    expect(problems).toMatchObject([
      { line: 10, column: 'Hours', value: 'zwei', reason: 'not_a_duration' },
      { line: 11, column: 'Date', value: '2026-02-30', reason: 'not_a_date' },
    ])
    expect(leftOut).toMatchObject([{ line: 9, reason: 'zero_duration' }])
  })

  test('more than a day of one day is a mistake', async () => {
    const table = await readTable('Date,Client,Project,Task,Notes,Hours,Billable?\n2026-03-02,C,P,T,,24.5,Yes\n')
    expect(table.problems).toMatchObject([{ column: 'Hours', reason: 'too_large' }])
  })
})
