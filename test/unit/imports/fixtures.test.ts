/** The four sample exports come to what expected.json says, to the second and the cent. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adSpend, fixture, orders, read, readTable, timeRecords } from './read.ts'

const expected = JSON.parse(readFileSync(new URL('../../fixtures/expected.json', import.meta.url), 'utf8'))

function groupSum<T>(
  items: readonly T[],
  key: (item: T) => string,
  value: (item: T) => number,
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const item of items) sums[key(item)] = (sums[key(item)] ?? 0) + value(item)
  return sums
}

test('Toggl: entries and seconds, by project, tag and person', async () => {
  const table = await readTable(fixture('toggl-detailed.csv'))
  const records = timeRecords(table)
  expect(table.format.id).toBe('toggl')
  expect(records).toHaveLength(expected.time.entries)
  expect(table.content.sums).toEqual({ seconds: expected.time.seconds })
  const { channel, activity, person } = expected.time.labourCents
  const secondsOf = (group: Record<string, { seconds: number }>) =>
    Object.fromEntries(Object.entries(group).map(([key, { seconds }]) => [key, seconds]))
  expect(
    groupSum(
      records,
      ({ project }) => project,
      ({ seconds }) => seconds,
    ),
  ).toEqual(secondsOf(channel))
  expect(
    groupSum(
      records,
      ({ tags }) => tags.join(),
      ({ seconds }) => seconds,
    ),
  ).toEqual(secondsOf(activity))
  expect(
    groupSum(
      records,
      ({ user }) => user,
      ({ seconds }) => seconds,
    ),
  ).toEqual(secondsOf(person))
  expect(new Set(records.map(({ identity }) => identity)).size).toBe(records.length)
  expect(table).toMatchObject({ problems: [], leftOut: [], questions: [], headerLine: 1, delimiter: ',' })
  expect(table.period).toEqual({ from: '2026-01-01', to: '2026-10-30' })
})

test('Toggl: the entries across both clock changes and over midnight', async () => {
  const records = timeRecords(await readTable(fixture('toggl-detailed.csv')))
  const spring = records.find(({ line }) => line === 294)
  expect(spring?.startedAt).toBe(Date.parse('2026-03-29T00:30:00Z'))
  expect(spring?.endedAt).toBe(Date.parse('2026-03-29T02:00:00Z'))
  expect(spring).toMatchObject({ seconds: 5400, note: 'crosses_clock_change', day: '2026-03-29' })
  const autumn = records.find(({ line }) => line === 999)
  expect(autumn?.startedAt).toBe(Date.parse('2026-10-24T23:30:00Z'))
  expect(autumn?.endedAt).toBe(Date.parse('2026-10-25T03:00:00Z'))
  expect(autumn).toMatchObject({ seconds: 12_600, note: 'crosses_clock_change', day: '2026-10-25' })
  const midnight = records.find(({ line }) => line === 612)
  expect(midnight).toMatchObject({ day: '2026-06-30', startedAt: Date.parse('2026-06-30T20:40:00Z'), seconds: 6300 })
})

test('Meta Ads: spend by campaign', async () => {
  const table = await readTable(fixture('meta-ads-de.csv'))
  const records = adSpend(table)
  const { rows, cents, byCampaign } = expected.adSpend.meta
  expect(table).toMatchObject({ delimiter: ';', numberFormat: 'comma', encoding: 'utf-8', problems: [], questions: [] })
  expect(records).toHaveLength(rows)
  expect(table.content.sums).toMatchObject({ cents })
  expect(
    groupSum(
      records,
      ({ campaign }) => campaign,
      (record) => record.cents,
    ),
  ).toEqual(byCampaign)
  expect(records[0]).toMatchObject({ platform: 'meta', dayFrom: '2026-01-01', dayTo: '2026-01-01', impressions: 9653 })
})

test('Google Ads: whole months, total left out, Windows-1252', async () => {
  const table = await readTable(fixture('google-ads-de.csv'))
  const records = adSpend(table)
  expect(table).toMatchObject({ encoding: 'windows-1252', headerLine: 3, numberFormat: 'comma', problems: [] })
  expect(records).toHaveLength(expected.adSpend.google.rows)
  expect(table.content.sums).toMatchObject({ cents: expected.adSpend.google.cents })
  expect(records[2]).toMatchObject({ dayFrom: '2026-02-01', dayTo: '2026-02-28', cents: 117_920, results: 12 })
  expect(records.map(({ campaign }) => campaign)).toContain('Büro-Kaffee | Suche')
  expect(table.leftOut).toEqual([{ line: 24, reason: 'total', text: expect.stringContaining('22.235,71') }])
})

test('Shopify: orders, lines, what counts, net', async () => {
  const table = await readTable(fixture('shopify-orders.csv'))
  const records = orders(table)
  expect(records).toHaveLength(expected.orders.orders)
  expect(table.counts.fileRows).toBe(expected.orders.fileLines)
  expect(table.counts.continuationRows).toBe(expected.orders.fileLines - expected.orders.orders)
  expect(table.content.sums).toMatchObject({ counted: expected.orders.counted, netCents: expected.orders.netCents })
  const counted = records.filter(({ isCounted }) => isCounted)
  expect(new Set(counted.map(({ email }) => email)).size).toBe(expected.orders.customers)
  expect(table).toMatchObject({ problems: [], leftOut: [], questions: [], numberFormat: 'dot' })
})

test('Shopify: one order with two items, its note attributes and code', async () => {
  const records = orders(await readTable(fixture('shopify-orders.csv')))
  expect(records.find(({ orderName }) => orderName === '#1001')).toMatchObject({
    identity: '5000000001001',
    at: Date.parse('2026-01-01T04:03:31+01:00'),
    day: '2026-01-01',
    utm: { source: 'instagram', medium: 'paid_social', campaign: 'sommer-abo' },
    selfReported: 'Instagram',
    paidCents: 5670,
    taxCents: 371,
  })
  const third = records.find(({ orderName }) => orderName === '#1003')
  expect(third).toMatchObject({ discountCodes: ['INSTA10'], itemCount: 6, selfReported: null })
})

test('the sample files read the same in every encoding and with every line end', async () => {
  const text = new TextDecoder().decode(fixture('shopify-orders.csv'))
  const plain = await readTable(text)
  const crlf = await readTable(text.replaceAll('\n', '\r\n'))
  const utf16 = await readTable(Buffer.from(`\ufeff${text}`, 'utf16le'))
  expect(orders(crlf)).toEqual(orders(plain))
  expect(orders(utf16)).toEqual(orders(plain))
})

test('progress rises to the end, and an abort stops the reading', async () => {
  const steps: [number, number][] = []
  await readTable(fixture('shopify-orders.csv'), { onProgress: (done, total) => steps.push([done, total]) })
  const done = steps.map(([value]) => value)
  expect(done).toEqual([...done].sort((a, b) => a - b))
  expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1])
  const controller = new AbortController()
  const reading = read(fixture('shopify-orders.csv'), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await expect(reading).rejects.toThrow(/abort/i)
})
