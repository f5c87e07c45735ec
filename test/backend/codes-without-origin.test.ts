// A discount code that names no channel says nothing about where a buyer came from: it is no touch, unless someone says so.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MappingTarget } from '../../shared/contract/imports.ts'
import {
  importBytes,
  newCommandId,
  openDirectHost,
  readFixture,
  stageFile,
  type DirectHost,
} from '../support/direct-host.ts'

const period = { from: '2026-01-01', to: '2026-10-31' }
let host: DirectHost
beforeEach(async () => void (host = await openDirectHost()))
afterEach(() => host.close())

/** One order by a link of Instagram, one by nothing; both with the code. */
function orders(code: string): Buffer {
  const header = readFixture('shopify-orders.csv').bytes.toString('utf8').split('\n')[0]
  const order = (name: string, attributes: string) =>
    `#${name},k${name}@example.com,paid,2026-05-04 10:00:00 +0200,fulfilled,,no,EUR,119.00,0.00,19.00,119.00,${code},0.00,,2026-05-04 10:00:00 +0200,1,Tasse,119.00,,,,,,,"${attributes}",,Shopify Payments,,0.00,Nordlicht,${name},,Low,web,0.00`
  return Buffer.from([header, order('1', 'utm_source: instagram\nutm_medium: social'), order('2', '')].join('\n'))
}

async function netOf() {
  const { rows, other, coverage } = await host.client.result.summary({ period, model: 'last', by: 'channel' })
  const instagram = rows.find(({ key }) => key === 'Instagram')?.netCents ?? 0
  return { instagram, other: other.netCents, touched: coverage.touchedNetCents }
}

const untouched = async () =>
  (await host.client.revenue.purchases({ filter: { period, model: 'last', only: 'untouched' } })).rows.map(
    ({ name }) => name,
  )

test('a code nobody knows leaves the credit to the link and gives an order without one no touch', async () => {
  const handle = await stageFile(host.client, 'orders.csv', orders('willkommen10'))
  const { mappings } = await host.client.imports.inspect({ files: [{ handle }] })
  expect(mappings.find(({ source }) => source === 'discount-code')).toMatchObject({
    value: 'WILLKOMMEN10',
    target: { kind: 'noTouch' },
    certainty: 'guess',
  })
  await importBytes(host.client, [{ name: 'orders.csv', bytes: orders('willkommen10') }])
  expect(await netOf()).toEqual({ instagram: 10_000, other: 10_000, touched: 10_000 })
  expect(await untouched()).toEqual(['#2'])
})

test('what a code means can be changed afterwards, there and back', async () => {
  await importBytes(host.client, [{ name: 'orders.csv', bytes: orders('willkommen10') }])
  const rule = async () => (await host.client.revenue.rules()).find(({ source }) => source === 'discount-code')
  expect(await rule()).toEqual({
    source: 'discount-code',
    value: 'WILLKOMMEN10',
    purchases: 2,
    netCents: 20_000,
    target: { kind: 'noTouch' },
  })
  const mean = (target: MappingTarget) =>
    host.client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'discount-code', value: 'WILLKOMMEN10', target },
    })
  await mean({ kind: 'other' })
  expect(await rule()).toMatchObject({ purchases: 2, target: { kind: 'other' } })
  expect(await netOf()).toEqual({ instagram: 0, other: 20_000, touched: 20_000 })
  await mean({ kind: 'noTouch' })
  expect(await netOf()).toEqual({ instagram: 10_000, other: 10_000, touched: 10_000 })
})

test('an answer and a link can be said to be no touch too, a project cannot', async () => {
  await importBytes(host.client, [{ name: 'orders.csv', bytes: orders('') }])
  const mapping = { value: 'instagram', target: { kind: 'noTouch' } } as const
  await host.client.imports.remap({ commandId: newCommandId(), mapping: { ...mapping, source: 'utm-source' } })
  expect(await netOf()).toEqual({ instagram: 0, other: 20_000, touched: 0 })
  expect(await host.client.revenue.rules()).toMatchObject([{ source: 'utm-source', purchases: 1 }])
  await expect(
    host.client.imports.remap({ commandId: newCommandId(), mapping: { ...mapping, source: 'project' } }),
  ).rejects.toMatchObject({ code: 'invalid_value' })
})
