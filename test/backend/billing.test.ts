// What clients are billed: terms, retainers, timesheets and their files.
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { ReportDocument } from '../../shared/contract/reports.ts'
import type { Day, Month } from '../../shared/domain/day.ts'
import { addClient, addPerson, logTime, retainer, setBillingRate } from '../support/billing-ledger.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const october = { from: '2026-10-01' as Day, to: '2026-10-31' as Day }
const H = 3_600
let host: DirectHost
let client: Client
let mira: number
let ahoi: number

beforeEach(async () => {
  host = await openDirectHost({ businessKind: 'freelancer', marginBasisPoints: 5500 })
  client = host.client
  mira = await addPerson(client)
  ahoi = await addClient(client, 'Café Ahoi')
})
afterEach(() => host.close())

const month = (text: string) => text as Month
async function billed(text = '2026-10', id = ahoi) {
  return (await client.billing.client({ id, month: month(text) })).client
}
const setRounding = (way: 'none' | 'up' | 'down' | 'nearest', minutes: number, of: 'entry' | 'total') =>
  client.billing.setRounding({ commandId: newCommandId(), clientId: ahoi, rounding: { way, minutes, of } })
const addRetainer = (changes: Partial<typeof retainer> = {}) =>
  client.billing.addRetainer({ commandId: newCommandId(), clientId: ahoi, retainer: { ...retainer, ...changes } })
const log = (day: string, from: string, to: string, options = {}) =>
  logTime(client, day, from, to, { personId: mira, clientId: ahoi, ...options })
const sheet = (options = {}) =>
  client.billing.timesheet({ clientId: ahoi, period: october, language: 'de', ...options })

describe('hours and amounts', () => {
  test('raw and billed stand side by side, and measured hours stay as they are', async () => {
    await setBillingRate(client, ahoi, 7_500)
    await setRounding('up', 30, 'total')
    await log('2026-10-05', '09:00', '16:00')
    await log('2026-10-06', '09:00', '16:20')
    const before = await client.time.list({ filter: { clientId: ahoi } })
    expect(await billed()).toMatchObject({
      month: { count: 2, rawSeconds: 860 * 60, billedSeconds: 870 * 60, cents: 108_750 },
      amountCents: 108_750,
      open: { billedSeconds: 870 * 60, cents: 108_750, from: '2026-10-05' },
    })
    expect((await client.time.list({ filter: { clientId: ahoi } })).sums).toEqual(before.sums)
  })

  test('an entry over the change of clocks is billed as long as it took', async () => {
    await setBillingRate(client, ahoi, 6_000)
    await log('2026-10-25', '01:30', '03:30')
    await log('2026-03-29', '01:30', '03:30')
    expect(await billed()).toMatchObject({ month: { billedSeconds: 3 * H, cents: 18_000 } })
    expect(await billed('2026-03')).toMatchObject({ month: { billedSeconds: H, cents: 6_000 } })
  })

  test('an entry over midnight counts on the day it starts, at the rate of that day', async () => {
    await setBillingRate(client, ahoi, 6_000)
    await setBillingRate(client, ahoi, 9_000, '2026-11-01')
    await log('2026-10-31', '23:00', '01:00', { endDay: '2026-11-01' })
    expect(await billed()).toMatchObject({ month: { billedSeconds: 2 * H, cents: 12_000 } })
    expect(await billed('2026-11')).toMatchObject({ month: { count: 0 } })
  })

  test('of what has no rate the amount is not known, and it says so', async () => {
    await log('2026-10-05', '09:00', '10:00')
    expect(await billed()).toMatchObject({ month: { cents: 0, unpricedSeconds: H }, centsPerHour: null })
    expect((await sheet()).document.sentence[0]?.text).toContain('ist kein Stundensatz vereinbart')
  })

  test('a rate of a day is replaced, and undo brings the former back', async () => {
    await setBillingRate(client, ahoi, 7_500)
    const { commandId } = await setBillingRate(client, ahoi, 8_000)
    expect((await client.billing.client({ id: ahoi, month: month('2026-10') })).rates).toHaveLength(1)
    await client.history.undo({ commandId: newCommandId(), undoes: commandId })
    expect((await billed()).centsPerHour).toBe(7_500)
  })
})

describe('retainers', () => {
  test('warn at exactly 80 percent, and not a minute before', async () => {
    await addRetainer()
    await log('2026-10-05', '07:00', '22:59')
    expect(await client.billing.warnings()).toEqual([])
    expect((await billed()).retainer).toMatchObject({ usedSeconds: 16 * H - 60, isNearlyUsed: false })
    await log('2026-10-06', '09:00', '09:01')
    expect((await billed()).retainer).toMatchObject({ usedSeconds: 16 * H, isNearlyUsed: true })
    // The warning is about this month; today is 2 November.
    await log('2026-11-02', '01:00', '09:00')
    await log('2026-11-01', '01:00', '09:00')
    expect(await client.billing.warnings()).toEqual([
      { clientId: ahoi, client: 'Café Ahoi', usedSeconds: 16 * H, availableSeconds: 20 * H },
    ])
    expect((await client.billing.fullest())?.id).toBe(ahoi)
  })

  test('hours beyond are charged at the rate of their day, the fee beside them', async () => {
    await setBillingRate(client, ahoi, 7_500)
    await addRetainer({ monthlySeconds: 2 * H })
    await log('2026-10-05', '09:00', '12:00')
    expect(await billed()).toMatchObject({
      month: { coveredSeconds: 2 * H, chargedSeconds: H, cents: 7_500 },
      retainer: { excessSeconds: H, excessCents: 7_500, feeCents: 150_000 },
      amountCents: 157_500,
    })
  })

  test('hours beyond that were agreed to be free do not lack a price, those without a rate do', async () => {
    await addRetainer({ monthlySeconds: 2 * H, excessCentsPerHour: 0 })
    await log('2026-10-05', '09:00', '12:00')
    expect((await billed()).retainer).toMatchObject({ excessSeconds: H, excessCents: 0, unpricedSeconds: 0 })
    const { retainers } = await client.billing.client({ id: ahoi, month: month('2026-10') })
    const { id, ...terms } = retainers[0]!
    const priced = { ...terms, excessCentsPerHour: null }
    await client.billing.updateRetainer({ commandId: newCommandId(), id, retainer: priced })
    expect((await billed()).retainer).toMatchObject({ excessCents: 0, unpricedSeconds: H })
  })

  test('new terms end the former before them; two at a time are refused at the field', async () => {
    await addRetainer()
    await addRetainer({ fromMonth: month('2027-01'), monthlySeconds: 10 * H })
    const { retainers } = await client.billing.client({ id: ahoi, month: month('2026-10') })
    expect(retainers.map(({ fromMonth, toMonth }) => [fromMonth, toMonth])).toEqual([
      ['2026-10', '2026-12'],
      ['2027-01', null],
    ])
    await expect(addRetainer({ fromMonth: month('2026-09'), toMonth: null })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'fromMonth', reason: 'overlaps' },
    })
    await expect(addRetainer({ fromMonth: month('2028-01'), toMonth: month('2027-01') })).rejects.toMatchObject({
      data: { field: 'toMonth', reason: 'ends_before_start' },
    })
  })

  test('months without hours are listed, and carry over', async () => {
    await addRetainer({ fromMonth: month('2026-08'), carryOverCapSeconds: null, carryOverMonths: 2 })
    const { months } = await client.billing.client({ id: ahoi, month: month('2026-10') })
    expect(months.map((state) => [state.month, state.availableSeconds / H, state.lapsedSeconds / H])).toEqual([
      ['2026-08', 20, 0],
      ['2026-09', 40, 0],
      ['2026-10', 60, 20],
    ])
  })
})

/** The cells of a table of the sheet. */
function rowsOf({ sections }: ReportDocument, id: string): string[][] {
  const table = sections.find((section) => section.id === id)?.blocks.find((block) => block.kind === 'table')
  return table?.kind === 'table'
    ? table.rows.map(({ cells }) =>
        cells.map(({ text }) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '')),
      )
    : []
}

function tableOf(csv: string): Record<string, string>[] {
  const options = { header: true, delimiter: ';', skipEmptyLines: true } as const
  return Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), options).data
}

describe('the timesheet', () => {
  beforeEach(async () => {
    await setBillingRate(client, ahoi, 7_500)
    await setRounding('up', 15, 'entry')
    const { recordId: projectId } = await client.time.addProject({
      commandId: newCommandId(),
      clientId: ahoi,
      name: 'Herbst',
      isBillable: true,
      plannedMinutes: null,
    })
    await log('2026-10-05', '09:00', '10:20', { projectId, note: '=SUMME(A1)' })
    await log('2026-10-06', '14:00', '14:40', { note: 'Abstimmung' })
    await log('2026-10-07', '08:00', '09:00', { isBillable: false, note: 'Angebot' })
    await log('2026-11-01', '08:00', '09:00')
  })

  test('lists the period with raw and billed, and sums by project', async () => {
    const { document, sums } = await sheet()
    expect(sums).toMatchObject({ count: 3, rawSeconds: 3 * H, billedSeconds: 135 * 60, cents: 16_875 })
    expect(rowsOf(document, 'entries').map((cells) => cells.join('|'))).toEqual([
      '05.10.2026|09:00 – 10:20|Herbst · Content · =SUMME(A1)|Mira|1:20 h|1:30 h|75,00 €|112,50 €',
      '06.10.2026|14:00 – 14:40|Content · Abstimmung|Mira|0:40 h|0:45 h|75,00 €|56,25 €',
      '07.10.2026|08:00 – 09:00|Content · Angebot · nicht abrechenbar|Mira|1:00 h|–|–|–',
      'Summe||||3:00 h|2:15 h||168,75 €',
    ])
    expect(rowsOf(document, 'projects').map(([name, , , , amount]) => [name, amount])).toEqual([
      ['Ohne Projekt', '56,25 €'],
      ['Herbst', '112,50 €'],
      ['Summe', '168,75 €'],
    ])
    expect(document.sections.at(-1)?.blocks[0]).toMatchObject({ kind: 'signatures' })
  })

  test('hides people and notes, leaves out what is not billable, speaks English', async () => {
    const { document } = await sheet({ hasPeople: false, hasNotes: false, isOnlyBillable: true, language: 'en' })
    expect(rowsOf(document, 'entries').map((cells) => cells.join('|'))).toEqual([
      '05/10/2026|09:00 – 10:20|Herbst · Content|1:20 h|1:30 h|€75.00|€112.50',
      '06/10/2026|14:00 – 14:40|Content|0:40 h|0:45 h|€75.00|€56.25',
      'Total|||2:00 h|2:15 h||€168.75',
    ])
    const words = JSON.stringify(document)
    expect(words).not.toContain('Mira')
    expect(words).not.toContain('Abstimmung')
  })

  async function file(kind: 'csv' | 'html', options = {}) {
    let text = ''
    let name = ''
    const pieces = await client.billing.timesheetFile({
      clientId: ahoi,
      period: october,
      language: 'de',
      kind,
      ...options,
    })
    for await (const event of pieces) {
      if (event.kind === 'start') name = event.fileName
      else text += event.text
    }
    return { name, text }
  }

  test('as CSV has the same sums, and runs no formulas', async () => {
    const { name, text } = await file('csv')
    expect(name).toBe('Stundenzettel Café Ahoi Oktober 2026.csv')
    const rows = tableOf(text)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({
      Notiz: "'=SUMME(A1)",
      'Erfasst (min)': '80,00',
      'Abgerechnet (min)': '90,00',
      Betrag: '112,50',
    })
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]!.replace(',', '.')), 0)
    expect([sum('Erfasst (min)'), sum('Abgerechnet (min)'), sum('Betrag')]).toEqual([180, 135, 168.75])
    expect((await file('csv', { hasNotes: false, hasPeople: false })).text).not.toMatch(/Mira|SUMME|Notiz/)
  })

  test('names the price of hours beyond a retainer, and as CSV what the retainer covers', async () => {
    await addRetainer({ monthlySeconds: 2 * H, feeCents: 0, excessCentsPerHour: 10_000 })
    const { document } = await sheet({ isOnlyBillable: true })
    expect(rowsOf(document, 'entries').map((cells) => cells.slice(-2).join('|'))).toEqual([
      'im Retainer|–',
      '0:15 h zu 100,00 €|25,00 €',
      '|25,00 €',
    ])
    const rows = tableOf((await file('csv')).text)
    expect(rows.slice(0, 2).map((row) => [row['Im Retainer (min)'], row['Satz'], row['Betrag']])).toEqual([
      ['90,00', '', '0,00'],
      ['30,00', '100,00', '25,00'],
    ])
  })

  test('as HTML is one file without scripts', async () => {
    const { text } = await file('html')
    expect(text).toContain('Stundenzettel Oktober 2026')
    expect(text).toContain('=SUMME(A1)')
    expect(text).not.toMatch(/<script|https?:\/\//)
  })

  test('shows the months of a retainer, and its fee for whole months only', async () => {
    await addRetainer({ monthlySeconds: H })
    const { document } = await sheet()
    expect(rowsOf(document, 'retainer')).toEqual([
      ['Oktober 2026', '1:00 h', '0:00 h', '2:15 h', '1:15 h', '0:00 h', '0:00 h', '1.500,00 €'],
    ])
    expect(rowsOf(document, 'projects').at(-1)?.at(-1)).toBe('1.593,75 €')
    // The first entry is covered in part: the rate is that of the rest.
    expect(rowsOf(document, 'entries').map((cells) => cells.slice(-3).join('|'))).toEqual([
      '1:30 h|0:30 h zu 75,00 €|37,50 €',
      '0:45 h|75,00 €|56,25 €',
      '–|–|–',
      '2:15 h||93,75 €',
    ])
    const half = await sheet({ period: { ...october, to: '2026-10-15' } })
    expect(rowsOf(half.document, 'projects').at(-1)?.at(-1)).toBe('93,75 €')
  })
})

test('what nobody knows is not found', async () => {
  await expect(client.billing.client({ id: 999, month: month('2026-10') })).rejects.toMatchObject({ code: 'not_found' })
  await expect(setBillingRate(client, 999, 100)).rejects.toMatchObject({ code: 'not_found' })
  await expect(client.billing.timesheet({ clientId: 999, period: october, language: 'de' })).rejects.toMatchObject({
    code: 'not_found',
  })
})
