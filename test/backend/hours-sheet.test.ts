import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inspection } from '../../shared/contract/imports.ts'
import { isoWeekOf, type Day } from '../../shared/domain/day.ts'
import { clockAt } from '../../shared/domain/wall-time.ts'
import { closeMonth, expectSound, openClosable } from '../support/closing.ts'
import { commitHandles, importBytes, newCommandId, stageFile, type DirectHost } from '../support/direct-host.ts'
import { fillText, fillWorkbook } from '../support/fill-sheet.ts'
import { addRow, changeRow } from '../support/ledger-sources.ts'

let host: DirectHost
let lena: number

beforeEach(async () => {
  const opened = await openClosable()
  host = opened.host
  lena = opened.person
})
afterEach(() => host.close())

const command = () => ({ commandId: newCommandId() })
const week = { from: '2026-10-26' as Day, to: '2026-11-01' as Day }

async function sheet(as: 'csv' | 'xlsx', language: 'de' | 'en' = 'de') {
  const file = await host.client.time.hoursSheet({ personId: lena, period: week, language, as })
  return { ...file, bytes: Buffer.from(file.base64, 'base64') }
}

async function inspect(name: string, bytes: Uint8Array): Promise<Inspection> {
  const handle = await stageFile(host.client, name, bytes)
  return host.client.imports.inspect({ files: [{ handle, answers: {} }] })
}

async function entries() {
  const { rows } = await host.client.time.list({ filter: {} })
  return rows
    .toSorted((a, b) => a.startedAt - b.startedAt || a.id - b.id)
    .map((row) => ({
      at: `${row.day} ${clockAt(row.startedAt, 'Europe/Berlin')}`,
      what: [row.person, row.activity, row.channel, row.note].join(' | '),
      seconds: row.seconds,
      isUntimed: row.isUntimed,
    }))
}

/** The first row of days is the 7th: five lines of explanation and the titles stand above it. */
const filled = {
  B7: 'Dialog',
  C7: 'Instagram',
  D7: 'Fragen zur Messe',
  G7: 1.5,
  B8: 'Content',
  C8: 'Instagram',
  E8: 9.5 / 24,
  F8: 11 / 24,
  // Rows that were inserted below: date and person are those above.
  B14: 'Abstimmung',
  G14: '0:45',
}

describe('a sheet for a colleague', () => {
  test.each(['csv', 'xlsx'] as const)('comes back empty as %s: nothing to import, nothing wrong', async (as) => {
    const { bytes, fileName } = await sheet(as)
    expect(fileName).toBe(`Stunden Lena 2026-10-26 – 2026-11-01.${as}`)
    const [file] = (await inspect(fileName, bytes)).files
    expect(file).toMatchObject({ state: 'readable', format: 'hours-sheet', rows: 0, problemCount: 0 })
  })

  test('comes back as a workbook with hours and with clock times', async () => {
    const { bytes, fileName } = await sheet('xlsx')
    const inspection = await inspect(fileName, await fillWorkbook(bytes, filled))
    expect(inspection.files[0]).toMatchObject({
      state: 'readable',
      encoding: 'xlsx',
      rows: 3,
      seconds: 5400 + 5400 + 2700,
      problemCount: 0,
      questions: [],
    })
    expect(inspection.mappings.map(({ value, certainty }) => `${value} ${certainty}`).toSorted()).toEqual([
      'Abstimmung certain',
      'Content certain',
      'Dialog certain',
      'Instagram certain',
    ])
    await importBytes(host.client, [{ name: fileName, bytes: await fillWorkbook(bytes, filled) }])
    expect(await entries()).toEqual([
      {
        at: '2026-10-26 09:00',
        what: 'Lena | dialogue | Instagram | Fragen zur Messe',
        seconds: 5400,
        isUntimed: true,
      },
      { at: '2026-10-27 09:30', what: 'Lena | content | Instagram | ', seconds: 5400, isUntimed: false },
      { at: '2026-11-01 09:00', what: 'Lena | coordination |  | ', seconds: 2700, isUntimed: true },
    ])
    await expectSound(host)
  })

  test('comes back as text, in German and in English', async () => {
    const german = await sheet('csv')
    const text = fillText(german.bytes, '26.10.2026', {
      Tätigkeit: 'Dialog',
      Kanal: 'Instagram',
      Stunden: '1,25',
      Notiz: 'Kommentare',
    })
    await importBytes(host.client, [{ name: german.fileName, bytes: text }])
    const english = await sheet('csv', 'en')
    expect(english.fileName).toBe('Hours Lena 2026-10-26 – 2026-11-01.csv')
    const lines = english.bytes.toString('utf8').split('\r\n')
    const filledLines = lines.map((line) =>
      line.startsWith('2026-10-28,') ? '2026-10-28,Content,Instagram,Reel,,,2:30,,Lena' : line,
    )
    await importBytes(host.client, [{ name: english.fileName, bytes: Buffer.from(filledLines.join('\r\n')) }])
    expect((await entries()).map(({ at, what, seconds }) => [at, what, seconds])).toEqual([
      ['2026-10-26 09:00', 'Lena | dialogue | Instagram | Kommentare', 4500],
      ['2026-10-28 09:00', 'Lena | content | Instagram | Reel', 9000],
    ])
  })

  test('handed in again says what is new, changed and gone; undo takes the import back', async () => {
    const { bytes, fileName } = await sheet('xlsx')
    const { receipt } = await importBytes(host.client, [{ name: fileName, bytes: await fillWorkbook(bytes, filled) }])
    const { B7, C7, D7, B14, G14 } = filled
    const second = await fillWorkbook(bytes, { B7, C7, D7, G7: 2, B9: 'Lernen', G9: 1, B14, G14 })
    const handle = await stageFile(host.client, fileName, second)
    const [file] = (await inspect(fileName, second)).files
    expect(file).toMatchObject({ comparison: { newRows: 1, sameRows: 1, changedRows: 1, goneRows: 1 } })
    await commitHandles(host.client, [handle], { removeGone: true })
    expect((await entries()).map(({ at, seconds }) => [at, seconds])).toEqual([
      ['2026-10-26 09:00', 7200],
      ['2026-10-28 09:00', 3600],
      ['2026-11-01 09:00', 2700],
    ])
    expect(receipt.isUndoable).toBe(true)
  })

  test('does not count sums that were put below, and reads clock times as people write them', async () => {
    const { bytes, fileName } = await sheet('xlsx')
    const summed = await fillWorkbook(bytes, {
      B7: 'Dialog',
      G7: 1.5,
      B8: 'Content',
      E8: '22.15 Uhr',
      F8: '24:00',
      B13: 'Lernen',
      G13: 1,
      // Below the days: a sum by itself, two with a word beside it, and a row that was put in.
      G14: 4.25,
      F15: 'Summe',
      G15: 4.25,
      B16: 'Gesamt:',
      G16: 4.25,
      B17: 'Dialog',
      G17: 0.5,
    })
    const [file] = (await inspect(fileName, summed)).files
    expect(file).toMatchObject({ rows: 4, seconds: 5400 + 6300 + 3600 + 1800, problemCount: 0 })
    if (file?.state !== 'readable') throw new Error('unreadable')
    expect(file.leftOut.filter(({ reason }) => reason === 'total').map(({ line }) => line)).toEqual([14, 15, 16])
    await importBytes(host.client, [{ name: fileName, bytes: summed }])
    expect((await entries()).at(-1)).toMatchObject({ at: '2026-11-01 10:00', seconds: 1800 })
  })

  test('says which rows cannot be read, by the number of the row in the sheet', async () => {
    const { bytes, fileName } = await sheet('xlsx')
    const broken = await fillWorkbook(bytes, { B7: 'Dialog', B8: 'Content', G8: 'viel', B9: 'Dialog', G9: 30 })
    const [file] = (await inspect(fileName, broken)).files
    if (file?.state !== 'readable') throw new Error('unreadable')
    expect(file.problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [7, 'Stunden', 'missing'],
      [8, 'Stunden', 'not_a_duration'],
      [9, 'Stunden', 'too_large'],
    ])
  })

  test('names clients where there are some, and escapes what a spreadsheet would run', async () => {
    await addRow(host, 'client', { name: 'Café Ahoi' })
    await changeRow(host, 'person', lena, { name: '=cmd()' })
    const { bytes } = await sheet('csv')
    const text = bytes.toString('utf8')
    expect(text).toContain('Datum;Tätigkeit;Kanal;Kunde;Wofür;Von;Bis;Stunden;Notiz;Person')
    expect(text).toContain(";'=cmd()")
    await expect(
      host.client.time.hoursSheet({ personId: 99, period: week, language: 'de', as: 'csv' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      host.client.time.hoursSheet({
        personId: lena,
        period: { from: '2026-01-01' as Day, to: '2026-12-31' as Day },
        language: 'de',
        as: 'csv',
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('another workbook is told what a table is told that nobody knows', async () => {
    const { bytes } = await sheet('xlsx')
    const other = await fillWorkbook(bytes, { A6: 'Tag', B6: 'Was', C6: 'Wo', D6: 'Warum', H6: 'x', I6: 'y' })
    const [file] = (await inspect('Planung.xlsx', other)).files
    expect(file).toMatchObject({ state: 'unreadable', reason: 'unknown_table' })
  })
})

describe('a weekly estimate', () => {
  const estimate = (seconds: number, more: object = {}) =>
    host.client.time.addEstimate({
      ...command(),
      personId: lena,
      week: week.from,
      hours: [{ activity: 'dialogue', channelId: null, seconds, ...more }],
      note: 'geschätzt',
    })

  test('is spread over the working days of its week, marked, and priced', async () => {
    expect(isoWeekOf(week.from)).toEqual({ year: 2026, week: 44 })
    await estimate(3 * 3600 + 1)
    const { rows, sums } = await host.client.time.list({ filter: { isEstimate: true } })
    expect(rows.map(({ day, seconds }) => [day, seconds]).toReversed()).toEqual([
      ['2026-10-26', 2161],
      ['2026-10-27', 2160],
      ['2026-10-28', 2160],
      ['2026-10-29', 2160],
      ['2026-10-30', 2160],
    ])
    expect(rows.every(({ isEstimate, isUntimed, note }) => isEstimate && isUntimed && note === 'geschätzt')).toBe(true)
    expect(sums?.cents).toBe(12_001)
    await expectSound(host)
  })

  test('entered again replaces the one before; without hours it goes; undo brings it back', async () => {
    await estimate(3600)
    const { recordId: channel } = await host.client.settings.addChannel({
      ...command(),
      network: 'tiktok',
      name: 'TikTok',
    })
    await host.client.time.addEstimate({
      ...command(),
      personId: lena,
      week: week.from,
      hours: [
        { activity: 'content', channelId: channel, seconds: 7200 },
        { activity: 'dialogue', channelId: null, seconds: 1800 },
      ],
      note: '',
    })
    const read = () => host.client.time.estimate({ personId: lena, week: week.from })
    expect((await read()).hours).toEqual([
      { activity: 'content', channelId: channel, seconds: 7200 },
      { activity: 'dialogue', channelId: null, seconds: 1800 },
    ])
    const emptied = newCommandId()
    await host.client.time.addEstimate({
      commandId: emptied,
      personId: lena,
      week: week.from,
      hours: [],
      note: '',
    })
    expect((await read()).hours).toEqual([])
    await host.client.history.undo({ ...command(), undoes: emptied })
    expect((await read()).hours).toHaveLength(2)
  })

  test('leaves out holidays and follows the days one works', async () => {
    await host.client.settings.update({ ...command(), patch: { holidayRegion: { country: 'AT', state: null } } })
    await estimate(3600)
    const days = async () => (await host.client.time.list({ filter: {} })).rows.map(({ day }) => day).toReversed()
    expect(await days()).toEqual(['2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'])
    const workingHours = [[], [], [], [], [], [{ from: '10:00', to: '14:00' }], []]
    await host.client.settings.update({ ...command(), patch: { workingHours } })
    await estimate(3600)
    expect(await days()).toEqual(['2026-10-31'])
  })

  test('is refused in closed months, for weeks that are none, and above what a week has', async () => {
    await expect(estimate(7 * 86_400, { activity: 'content' })).resolves.toBeDefined()
    await expect(
      host.client.time.addEstimate({
        ...command(),
        personId: lena,
        week: week.from,
        hours: [
          { activity: 'content', channelId: null, seconds: 4 * 86_400 },
          { activity: 'dialogue', channelId: null, seconds: 4 * 86_400 },
        ],
        note: '',
      }),
    ).rejects.toMatchObject({ code: 'invalid_value', data: { field: 'hours', reason: 'too_many_hours' } })
    await expect(
      host.client.time.addEstimate({ ...command(), personId: lena, week: '2026-10-27' as Day, hours: [], note: '' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await closeMonth(host, '2026-10', true)
    await expect(estimate(3600)).rejects.toMatchObject({ code: 'month_closed', data: { field: 'week' } })
  })
})
