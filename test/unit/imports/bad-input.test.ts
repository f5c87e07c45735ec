/** Files that are none, and files with broken rows: one clear reason, the rows concerned, the good rows kept. */
import { expect, test } from 'vitest'
import { MAX_FILE_BYTES, MAX_ROWS } from '../../../electron/backend/features/imports/reader/limits.ts'
import {
  adSpend,
  fixture,
  read,
  readTable,
  SHOPIFY_HEADER,
  TOGGL_HEADER,
  timeRecords,
  togglLine,
  wide,
} from './read.ts'

async function failureOf(content: string | Uint8Array) {
  const result = await read(content)
  if (result.status !== 'failed') throw new Error(result.status)
  return result.failure
}

test.each([
  ['no bytes', ''],
  ['only blanks', ' \n\n\t\r\n'],
  ['only a byte order mark', '\ufeff'],
])('an empty file: %s', async (_name, content) => {
  expect((await failureOf(content)).code).toBe('empty')
})

test.each([
  ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
  ['zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00 readme.txt')],
  ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ['sqlite', Buffer.from('SQLite format 3\0 more')],
  ['binary', Buffer.from([1, 2, 0, 3, 4, 0, 0, 5, 200, 9, 0, 0, 0, 7, 1, 2])],
  ['html', Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>')],
  ['json', Buffer.from('{"error": "expired, try again"}')],
  ['text', Buffer.from('Dear team\nplease find attached\nthe report')],
])('not a table: %s', async (what, bytes) => {
  expect(await failureOf(bytes)).toEqual({ code: 'not_a_table', detail: { what } })
})

test('a workbook whose archive is broken says so', async () => {
  expect(await failureOf(Buffer.from('PK\x03\x04\x14\x00\x06\x00 [Content_Types].xml'))).toEqual({
    code: 'broken_workbook',
    detail: {},
  })
})

test('a file above the limit is refused before it is decoded', async () => {
  expect(await failureOf(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
    code: 'too_large',
    detail: { limitBytes: MAX_FILE_BYTES },
  })
})

test('more rows than fit into memory', async () => {
  const rows = '2026-01-01,A,1\n'.repeat(MAX_ROWS + 1)
  expect(await failureOf(`Day,Campaign,Cost\n${rows}`)).toEqual({ code: 'too_many_rows', detail: { limit: MAX_ROWS } })
}, 30_000)

test('five broken rows among a thousand are listed with line, column, value and reason; the others are read', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10)
    return togglLine(`${day} 09:00:00`, `${day} 10:00:00`, '01:00:00', `"Entry ${index}"`)
  })
  lines[10] = (lines[10] as string).replace('01:00:00', 'one hour')
  lines[200] = (lines[200] as string).replace('09:00:00', '25:00:00')
  lines[300] = (lines[300] as string).replace(/,2\d{3}-\d\d-\d\d/, ',2026-02-30')
  lines[400] = (lines[400] as string).replace('"Entry 400"', '"Entry 400')
  lines[999] = `${lines[999]},surplus`
  const table = await readTable([TOGGL_HEADER, ...lines, ''].join('\n'))
  expect(table.problems).toEqual([
    { line: 12, column: 'Duration', value: 'one hour', reason: 'not_a_duration' },
    { line: 202, column: 'Start time', value: '25:00:00', reason: 'not_a_time' },
    { line: 302, column: 'Start date', value: '2026-02-30', reason: 'not_a_date' },
    { line: 402, column: '', value: expect.stringContaining('Entry 400'), reason: 'open_quote' },
    { line: 1001, column: '', value: expect.stringContaining('Entry 999'), reason: 'too_many_cells' },
  ])
  expect(timeRecords(table)).toHaveLength(995)
  expect(table.content.sums).toEqual({ seconds: 995 * 3600 })
  expect(timeRecords(table).find(({ description }) => description === 'Entry 401')?.line).toBe(403)
})

test('a missing required column is named', async () => {
  const failure = await failureOf('Tag;Kampagnenname;Impressionen;Link-Klicks;Ergebnisse\n2026-01-01;A;1;2;3\n')
  expect(failure).toMatchObject({ code: 'missing_column', detail: { format: { id: 'meta-ads' }, headerLine: 1 } })
  if (failure.code !== 'missing_column') throw new Error(failure.code)
  expect(failure.detail.columns.map(({ headers }) => headers.slice(0, 2))).toEqual([
    ['Ausgegebener Betrag', 'Amount spent'],
  ])
})

test.each([
  ['LinkedIn Ads', 'Start Date (in UTC),Campaign Name,Total Spent,Impressions,Clicks\n1/1/2026,A,1.00,2,3\n'],
  ['TikTok Ads', 'By Day,Campaign name,Cost,Impressions,Clicks (destination)\n2026-01-01,A,1.00,2,3\n'],
])('a file of %s is not taken for a known one with columns missing', async (_name, content) => {
  expect((await read(content)).status).toBe('unknown')
})

test('a missing date column is named too', async () => {
  const failure = await failureOf('Campaign,Cost,Clicks,Impressions,Conversions\nA,1.20,2,3,4\n')
  if (failure.code !== 'missing_column') throw new Error(failure.code)
  expect(failure.detail.columns.map(({ field }) => field)).toEqual(['day'])
})

test('a table of another kind comes back with its headers', async () => {
  const result = await read('Report 2026\nWeek;Mood;Weather\n1;good;sun\n2;bad;rain\n')
  expect(result).toMatchObject({
    status: 'unknown',
    delimiter: ';',
    headerLine: 2,
    headers: ['Week', 'Mood', 'Weather'],
    sampleRows: [
      ['1', 'good', 'sun'],
      ['2', 'bad', 'rain'],
    ],
  })
})

test('amounts in another currency are problems: by column, by header unit, by cell', async () => {
  const order = '#1,a@example.com,paid,,USD,10.00,0.00,1.60,10.00,,2026-05-01 10:00:00 +0200,1,Cup,,,0.00,1'
  const shop = await readTable(`${SHOPIFY_HEADER}\n${order}\n${order.replaceAll('#1', '#2').replace('USD', 'EUR')}\n`)
  expect(shop.problems).toEqual([{ line: 2, column: 'Total', value: '10.00 USD', reason: 'currency' }])
  expect(shop.content.records).toHaveLength(1)
  const header = await readTable('Day,Campaign name,Amount spent (USD)\n2026-01-01,A,12.50\n')
  expect(header.problems).toMatchObject([{ line: 2, column: 'Amount spent (USD)', reason: 'currency' }])
  const cell = await readTable('Day,Campaign,Cost\n2026-01-01,A,"£12.50"\n2026-01-01,B,€3.10\n')
  expect(cell.problems).toMatchObject([{ line: 2, column: 'Cost', reason: 'currency' }])
  expect(adSpend(cell)).toMatchObject([{ campaign: 'B', cents: 310 }])
})

test.each(['le', 'be'] as const)(
  'UTF-16 %s cut in the middle: the rows before the cut, and a word about it',
  async (order) => {
    const text = `${TOGGL_HEADER}\n${togglLine('2026-01-01 09:00:00', '2026-01-01 10:00:00', '01:00:00')}\n`
    const last = togglLine('2026-01-02 09:00:00', '2026-01-02 10:00:00', '01:00:00')
    const bytes = wide(text + last, order)
    const table = await readTable(bytes.subarray(0, bytes.length - 21))
    expect(table.encoding).toBe(order === 'le' ? 'utf-16le' : 'utf-16be')
    expect(timeRecords(table)).toHaveLength(1)
    expect(table.problems).toMatchObject([{ line: 3, reason: 'truncated' }])
    expect(table.notes).toContainEqual({ line: 0, reason: 'file_is_truncated', text: '' })
  },
)

test('an amount cut short is not imported as a smaller one', async () => {
  const bytes = wide('Day,Campaign name,Amount spent (EUR)\n2026-01-01,A,12.50\n2026-01-02,A,1250.75', 'le')
  const table = await readTable(bytes.subarray(0, bytes.length - 5))
  expect(adSpend(table)).toMatchObject([{ dayFrom: '2026-01-01', cents: 1250 }])
  expect(table.problems).toMatchObject([{ line: 3, reason: 'truncated' }])
})

test('a last row that stops between two columns is not taken for a whole one', async () => {
  const table = await readTable(
    'Day,Campaign name,Amount spent (EUR),Impressions\n2026-01-01,A,1.50,10\n2026-01-02,A,1',
  )
  expect(adSpend(table)).toHaveLength(1)
  expect(table.problems).toMatchObject([{ line: 3, reason: 'truncated' }])
})

test('an order whose first line is missing or broken does not turn its items into orders', async () => {
  const item = '#7,,,,,,,,,,,2,Cup,,,,'
  const broken = '#8,a@example.com,paid,,EUR,1,0,0.16,ten,,2026-05-01 10:00:00 +0200,1,Cup,,,0.00,8'
  const table = await readTable([SHOPIFY_HEADER, item, broken, item.replace('#7', '#8'), ''].join('\n'))
  expect(table.content.records).toEqual([])
  expect(table.problems).toEqual([
    { line: 2, column: 'Name', value: '#7', reason: 'line_without_order' },
    { line: 3, column: 'Total', value: 'ten', reason: 'not_a_number' },
  ])
})

test('thousands of lost quotes are read in linear time, and every one is listed', async () => {
  const bad = Array.from({ length: 5000 }, (_, index) => `2026-01-01,"A${index},1.50,10`)
  const table = await readTable(['Day,Campaign name,Amount spent (EUR),Impressions', ...bad, ''].join('\n'))
  expect(table.counts).toMatchObject({ fileRows: 5000, problems: 5000 })
  expect(table.problems[4999]).toMatchObject({ line: 5001, reason: 'open_quote' })
})

test('the sample file with its last bytes missing still gives all rows before', async () => {
  const whole = fixture('meta-ads-de.csv')
  const table = await readTable(whole.subarray(0, whole.length - 12))
  expect(adSpend(table)).toHaveLength(487)
  expect(table.counts.problems).toBe(1)
})
