// Costs by hand as a caller sees them: amounts in other currencies, receipts beside the ledger, the artists' social levy.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExpenseInput } from '../../shared/contract/costs.ts'
import type { Day } from '../../shared/domain/day.ts'
import { type DirectHost, newCommandId, openDirectHost } from '../support/direct-host.ts'

let host: DirectHost
beforeEach(async () => {
  host = await openDirectHost({ currency: 'EUR' })
})
afterEach(() => host.close())

const service = {
  kind: 'service' as const,
  name: 'Fotografin',
  cents: 80_000,
  startsOn: '2026-10-12' as Day,
  endsOn: null,
  repetition: 'once' as const,
  channelId: null,
  campaignId: null,
  scope: 'social' as const,
  note: '',
} satisfies Partial<ExpenseInput>

const costs = () => host.client.costs
const add = (changes: object = {}, beside: object = {}) =>
  costs().addExpense({ commandId: newCommandId(), expense: { ...service, ...changes }, ...beside })
const undo = (undoes: string) => host.client.history.undo({ commandId: newCommandId(), undoes })
const expenses = () => costs().expenses()
const linesOf = async (sourceId: number) => {
  const filter = { period: { from: '2020-01-01', to: '2030-12-31' } }
  const { lines } = await host.client.ledger.lines({ filter, limit: 200 })
  return lines.filter(({ source }) => source.kind === 'expense' && source.id === sourceId)
}

describe('an expense', () => {
  test('carries its dimensions to the lines, and its sums per year follow', async () => {
    const channel = await host.client.settings.addChannel({
      commandId: newCommandId(),
      network: 'instagram',
      name: 'I',
    })
    const { recordId } = await add({
      kind: 'tool',
      cents: 36_500,
      startsOn: '2025-07-01',
      endsOn: '2026-06-30',
      channelId: channel.recordId,
    })
    const [expense] = await expenses()
    expect(expense!.years.map(({ year }) => year)).toEqual([2025, 2026])
    expect(expense!.years.reduce((sum, { cents }) => sum + cents, 0)).toBe(36_500)
    expect(expense!.years[0]!.cents).toBe(18_400)
    expect((await linesOf(recordId!)).every(({ channel: name }) => name === 'I')).toBe(true)
  })

  test.each([
    ['an end before its start', { endsOn: '2026-10-11' }, 'endsOn', 'ends_before_start'],
    ['a hundred years', { endsOn: '2126-10-11' }, 'endsOn', 'too_long'],
    [
      'a currency nobody knows',
      { foreign: { currency: 'XYZ', cents: 100, rateMillionths: 1_000_000, rateDay: '2026-10-12' } },
      'currency',
      'unknown_currency',
    ],
    [
      'its own currency as a foreign one',
      { foreign: { currency: 'EUR', cents: 100, rateMillionths: 1_000_000, rateDay: '2026-10-12' } },
      'currency',
      'own_currency',
    ],
    [
      'an amount that converts to nothing',
      { foreign: { currency: 'JPY', cents: 1, rateMillionths: 6_000, rateDay: '2026-10-12' } },
      'foreignCents',
      'converts_to_nothing',
    ],
    [
      'an amount that converts to the absurd',
      { foreign: { currency: 'USD', cents: 1e12, rateMillionths: 1e12, rateDay: '2026-10-12' } },
      'foreignCents',
      'too_large',
    ],
  ])('with %s is refused at its field, and nothing is written', async (_what, changes, field, reason) => {
    await expect(add(changes)).rejects.toMatchObject({ code: 'invalid_value', data: { field, reason } })
    expect(await expenses()).toEqual([])
    expect(await costs().exchangeRates()).toEqual([])
  })

  test.each([
    ['a negative price', { cents: -1 }],
    ['an absurd price', { cents: 1e15 }],
    ['a rate of zero', { foreign: { currency: 'USD', cents: 1, rateMillionths: 0, rateDay: '2026-10-12' } }],
  ])('with %s does not pass the contract', async (_what, changes) => {
    await expect(add(changes)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('is not entered into a closed month, nor moved into one; what stands there may be corrected', async () => {
    const { recordId } = await add({ startsOn: '2026-09-10' })
    await host.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-09' })
    const closed = { code: 'month_closed', data: { field: 'startsOn', firstOpenDay: '2026-10-01' } }
    await expect(add({ startsOn: '2026-09-30' })).rejects.toMatchObject(closed)
    const open = await add({ startsOn: '2026-10-01' })
    await expect(
      costs().updateExpense({
        commandId: newCommandId(),
        id: open.recordId!,
        expense: { ...service, startsOn: '2026-09-30' as Day },
      }),
    ).rejects.toMatchObject(closed)
    const expense = { ...service, startsOn: '2026-09-10' as Day, cents: 70_000 }
    await costs().updateExpense({ commandId: newCommandId(), id: recordId!, expense })
    const lines = await linesOf(recordId!)
    expect(lines.map(({ day, cents }) => [day, cents]).toSorted((a, b) => Number(a > b) - Number(a < b))).toEqual([
      ['2026-09-10', 80_000],
      ['2026-11-02', -80_000],
      ['2026-11-02', 70_000],
    ])
  })
})

describe('a foreign amount', () => {
  const dollars = { currency: 'USD', cents: 2_900, rateMillionths: 861_240, rateDay: '2026-10-10' as Day }

  test('is booked at its rate, which is listed with its day', async () => {
    await add({ cents: 1, foreign: dollars })
    const [expense] = await expenses()
    expect(expense).toMatchObject({ cents: 2_498, foreign: dollars })
    expect(await costs().exchangeRates()).toMatchObject([
      { currency: 'USD', day: '2026-10-10', rateMillionths: 861_240, uses: 1 },
    ])
  })

  test('keeps its rate when the listed one is changed or removed', async () => {
    const { recordId } = await add({ foreign: dollars })
    await costs().setExchangeRate({
      commandId: newCommandId(),
      currency: 'USD',
      day: '2026-10-10' as Day,
      rateMillionths: 900_000,
    })
    const [rate] = await costs().exchangeRates()
    expect(rate).toMatchObject({ rateMillionths: 900_000, uses: 0 })
    expect((await linesOf(recordId!)).map(({ cents }) => cents)).toEqual([2_498])
    await costs().removeExchangeRate({ commandId: newCommandId(), id: rate!.id })
    expect((await expenses())[0]).toMatchObject({ cents: 2_498, foreign: dollars })
  })

  test('does not overrule a rate that is listed for its day', async () => {
    const listed = { currency: 'USD', day: '2026-10-10' as Day, rateMillionths: 850_000 }
    await costs().setExchangeRate({ commandId: newCommandId(), ...listed })
    await add({ foreign: dollars })
    expect(await costs().exchangeRates()).toMatchObject([{ rateMillionths: 850_000, uses: 0 }])
  })

  test('goes with its listed rate when it is undone', async () => {
    const { commandId } = await add({ foreign: dollars })
    await undo(commandId)
    expect(await expenses()).toEqual([])
    expect(await costs().exchangeRates()).toEqual([])
  })
})

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
const PNG = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\u001a\n'), Buffer.alloc(64)])

async function stage(name: string, bytes: Buffer): Promise<string> {
  const { handle } = await costs().stageReceipt({ name, bytes: bytes.length })
  const half = Math.ceil(bytes.length / 2)
  for (const piece of [bytes.subarray(0, half), bytes.subarray(half)])
    await costs().appendReceipt({ handle, base64: piece.toString('base64') })
  return handle
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (bytes: Buffer) => join(`${host.path}.files`, hashOf(bytes).slice(0, 2), hashOf(bytes))
const allFiles = () =>
  existsSync(`${host.path}.files`)
    ? readdirSync(`${host.path}.files`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : []

async function readReceipt(id: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset: number | null = 0; offset !== null;) {
    const { base64, next }: { base64: string; next: number | null } = await costs().readReceipt({ id, offset })
    pieces.push(Buffer.from(base64, 'base64'))
    offset = next
  }
  return Buffer.concat(pieces)
}

describe('receipts', () => {
  test('lie beside the ledger under their hash and come back as they were, in pieces', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(2_000_000, 7)])
    await add({}, { attach: [await stage('Rechnung.pdf', large), await stage('Foto.png', PNG)] })
    const { receipts } = (await expenses())[0]!
    expect(receipts.map(({ fileName, mediaType, bytes, state }) => [fileName, mediaType, bytes, state])).toEqual([
      ['Rechnung.pdf', 'application/pdf', large.length, 'present'],
      ['Foto.png', 'image/png', PNG.length, 'present'],
    ])
    expect(readFileSync(pathOf(large)).equals(large)).toBe(true)
    expect((await readReceipt(receipts[0]!.id)).equals(large)).toBe(true)
  })

  test('that are the same file are stored once, and attached to one expense once', async () => {
    await add({}, { attach: [await stage('a.pdf', PDF), await stage('b.pdf', PDF)] })
    await add({ name: 'Zweite' }, { attach: [await stage('c.pdf', PDF)] })
    expect((await expenses()).map(({ receipts }) => receipts.length)).toEqual([1, 1])
    expect(allFiles()).toHaveLength(1)
  })

  test('go and come back with undo; files are deleted by tidying only, and never while undo needs them', async () => {
    const { recordId, commandId } = await add({}, { attach: [await stage('a.pdf', PDF)] })
    const removed = await costs().removeExpense({ commandId: newCommandId(), id: recordId! })
    expect((await costs().checkReceipts()).unused.count).toBe(0)
    await undo(removed.commandId)
    expect((await readReceipt((await expenses())[0]!.receipts[0]!.id)).equals(PDF)).toBe(true)
    const undone = await undo(commandId)
    expect(await expenses()).toEqual([])
    expect(await costs().tidyReceipts()).toEqual({ count: 0, bytes: 0 })
    await undo(undone.commandId)
    expect((await readReceipt((await expenses())[0]!.receipts[0]!.id)).equals(PDF)).toBe(true)
  })

  test('that nothing points at are tidied up once undo is over; the others stay', async () => {
    const kept = await add({}, { attach: [await stage('keep.png', PNG)] })
    const { recordId } = await add({ name: 'Weg' }, { attach: [await stage('a.pdf', PDF)] })
    await costs().removeExpense({ commandId: newCommandId(), id: recordId! })
    const again = await host.reopen()
    host = again
    writeFileSync(`${pathOf(PNG)}.0123abcd.part`, 'half a file')
    expect((await costs().checkReceipts()).unused).toEqual({ count: 2, bytes: PDF.length + 11 })
    expect(await costs().tidyReceipts()).toEqual({ count: 2, bytes: PDF.length + 11 })
    expect(allFiles().map(({ name }) => name)).toEqual([hashOf(PNG)])
    expect((await expenses()).find(({ id }) => id === kept.recordId)!.receipts).toHaveLength(1)
  })

  test('that are missing or changed are noticed, and attaching the file again mends them', async () => {
    await add({}, { attach: [await stage('a.pdf', PDF)] })
    const id = (await expenses())[0]!.receipts[0]!.id
    // The same size, another content: only reading it shows.
    writeFileSync(pathOf(PDF), Buffer.alloc(PDF.length, 65))
    expect((await expenses())[0]!.receipts[0]!.state).toBe('present')
    await expect(readReceipt(id)).rejects.toMatchObject({ data: { reason: 'receipt_changed', value: 'a.pdf' } })
    expect((await costs().checkReceipts()).problems).toMatchObject([
      { fileName: 'a.pdf', of: 'Fotografin', state: 'changed' },
    ])
    truncateSync(pathOf(PDF), 5)
    expect((await expenses())[0]!.receipts[0]!.state).toBe('changed')
    rmSync(pathOf(PDF))
    expect((await expenses())[0]!.receipts[0]!.state).toBe('missing')
    await expect(readReceipt(id)).rejects.toMatchObject({ data: { reason: 'receipt_missing' } })
    await add({ name: 'Andere' }, { attach: [await stage('wieder.pdf', PDF)] })
    expect((await readReceipt(id)).equals(PDF)).toBe(true)
    expect((await costs().checkReceipts()).problems).toEqual([])
  })

  test.each([
    ['a picture that says it is a PDF', 'Rechnung.pdf', PNG, 'not_what_it_says'],
    ['a program', 'setup.exe', PDF, 'unknown_file_kind'],
    ['an empty file', 'leer.pdf', Buffer.alloc(0), 'empty_file'],
  ])('%s is refused, and the expense with it', async (_what, name, bytes, reason) => {
    const attach = [await stage(name, bytes)]
    await expect(add({}, { attach })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'receipts', reason, value: name },
    })
    expect(await expenses()).toEqual([])
    expect(allFiles()).toEqual([])
  })

  test('over the limit are refused before a byte is sent, and half a file is none', async () => {
    const limitBytes = 20_000_000
    await expect(costs().stageReceipt({ name: 'a.pdf', bytes: limitBytes + 1 })).rejects.toMatchObject({
      code: 'file_too_large',
      data: { limitBytes },
    })
    const { handle } = await costs().stageReceipt({ name: 'a.pdf', bytes: PDF.length + 1 })
    await costs().appendReceipt({ handle, base64: PDF.toString('base64') })
    await expect(add({}, { attach: [handle] })).rejects.toMatchObject({ code: 'file_gone' })
  })

  test('are backed up with the ledger: each file once, and what is lost is said', async () => {
    expect((await host.client.safekeeping.where()).receipts).toBeNull()
    await add({}, { attach: [await stage('a.pdf', PDF)] })
    const first = await host.client.safekeeping.backUp()
    expect(first.receipts).toEqual({ count: 1, copied: 1, lost: 0 })
    await add({ name: 'Zweite' }, { attach: [await stage('b.png', PNG), await stage('c.pdf', PDF)] })
    rmSync(pathOf(PDF))
    expect((await host.client.safekeeping.backUp()).receipts).toEqual({ count: 2, copied: 1, lost: 0 })
    const { receipts } = await host.client.safekeeping.where()
    const copyOf = (content: Buffer) => join(receipts!.backupFolder, hashOf(content).slice(0, 2), hashOf(content))
    expect(readFileSync(copyOf(PDF)).equals(PDF)).toBe(true)
    expect(readFileSync(copyOf(PNG)).equals(PNG)).toBe(true)
    rmSync(receipts!.backupFolder, { recursive: true })
    expect((await host.client.safekeeping.backUp()).receipts).toEqual({ count: 2, copied: 1, lost: 1 })
  })

  test('a command that is sent twice attaches once', async () => {
    const commandId = newCommandId()
    const attach = [await stage('a.pdf', PDF)]
    await costs().addExpense({ commandId, expense: service, attach })
    await costs().addExpense({ commandId, expense: service, attach })
    expect((await expenses()).map(({ receipts }) => receipts.length)).toEqual([1])
  })
})

describe("the artists' social levy", () => {
  const levy = { name: 'Künstlersozialabgabe' }
  const creative = { isCreative: true }

  test('is an expense of its own that follows its service, one step of undo', async () => {
    const { recordId, commandId } = await add(creative, { levy })
    const find = async () => (await expenses()).find(({ levyOfId }) => levyOfId === recordId)
    expect(await find()).toMatchObject({ kind: 'levy', cents: 3_920, startsOn: '2026-10-12', name: levy.name })
    const update = (changes: object, beside: object = {}) =>
      costs().updateExpense({
        commandId: newCommandId(),
        id: recordId!,
        expense: { ...service, ...creative, ...changes },
        ...beside,
      })
    await update({ cents: 100_000, startsOn: '2026-10-20' })
    expect(await find()).toMatchObject({ cents: 4_900, startsOn: '2026-10-20' })
    const taken = await update({ isCreative: false })
    expect(await find()).toBeUndefined()
    await undo(taken.commandId)
    expect(await find()).toMatchObject({ cents: 4_900 })
    const removed = await costs().removeExpense({ commandId: newCommandId(), id: recordId! })
    expect(await expenses()).toEqual([])
    await undo(removed.commandId)
    expect(await find()).toMatchObject({ cents: 4_900 })
    expect(commandId).not.toBe(removed.commandId)
  })

  test('is not added to a service of a closed month', async () => {
    const { recordId } = await add({ ...creative, startsOn: '2026-09-10' })
    await host.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-09' })
    const expense = { ...service, ...creative, startsOn: '2026-09-10' as Day }
    const update = costs().updateExpense({ commandId: newCommandId(), id: recordId!, expense, levy })
    await expect(update).rejects.toMatchObject({ code: 'month_closed', data: { field: 'levy' } })
    expect(await expenses()).toHaveLength(1)
  })

  test('is refused outside of Germany and other currencies', async () => {
    host.close()
    host = await openDirectHost({ currency: 'CHF', holidayRegion: { country: 'CH', state: null } })
    await expect(add(creative, { levy })).rejects.toMatchObject({ data: { field: 'levy', reason: 'levy_not_here' } })
    expect(await expenses()).toEqual([])
  })

  test('the sum of creative services of a year counts each payment when it is due', async () => {
    await add(creative)
    await add({
      ...creative,
      cents: 20_000,
      repetition: 'monthly',
      startsOn: '2025-11-15' as Day,
      endsOn: '2026-02-28' as Day,
    })
    await add({ cents: 999_900 })
    expect(await costs().creativeServices({ year: 2025 })).toEqual({ cents: 40_000, count: 1 })
    expect(await costs().creativeServices({ year: 2026 })).toEqual({ cents: 120_000, count: 2 })
  })
})
