import { afterEach, expect, test } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId, openFixtureLedger, type DirectHost } from '../support/direct-host.ts'

const period = { from: '2026-01-01' as Day, to: '2026-12-31' as Day }
let host: DirectHost
afterEach(() => host.close())

const set = (client: Client, of: { source: string } | { product: string }, basisPoints: number | null) =>
  client.revenue.setMargin({ commandId: newCommandId(), of, basisPoints })
const contribution = async (client: Client) =>
  (await client.revenue.purchases({ filter: { period, model: 'last' } })).sums?.contributionCents

test('the source’s margin comes before the ledger’s, and goes again', async () => {
  host = await openFixtureLedger()
  const { client } = host
  const before = await contribution(client)
  const changed = await set(client, { source: 'shopify' }, 10_000)
  expect(await contribution(client)).toBe((await client.revenue.coverage({ period })).netCents)
  expect(await client.revenue.margins()).toMatchObject({ sources: [{ name: 'shopify', ownBasisPoints: 10_000 }] })
  await client.history.undo({ commandId: newCommandId(), undoes: changed.commandId })
  expect(await contribution(client)).toBe(before)
  await set(client, { source: 'shopify' }, 5500)
  expect(await contribution(client)).toBe(before)
  await set(client, { source: 'shopify' }, null)
  expect(await contribution(client)).toBe(before)
  expect((await client.ledger.verify()).isSound).toBe(true)
})

test('a product’s margin holds for its part of a purchase only', async () => {
  host = await openFixtureLedger()
  const { client } = host
  const { products } = await client.revenue.margins()
  expect(products.map(({ name }) => name)).toContain('Espresso 1 kg')
  await set(client, { product: 'Espresso 1 kg' }, 0)
  const { rows } = await client.revenue.purchases({ filter: { period, model: 'last' }, limit: 200 })
  let mixed = 0
  for (const { eventId } of rows) {
    const { items, netCents, contributionCents, margin } = await client.revenue.purchase({ id: eventId })
    const names = new Set(items.map(({ product }) => product))
    if (!names.has('Espresso 1 kg')) expect(margin.origin).toBe('ledger')
    else if (names.size === 1) expect(contributionCents).toBe(0)
    else {
      mixed += 1
      const weight = items
        .filter(({ product }) => product !== 'Espresso 1 kg')
        .reduce((sum, { cents }) => sum + cents, 0)
      const all = items.reduce((sum, { cents }) => sum + cents, 0)
      expect(Math.abs((contributionCents ?? 0) - (netCents * weight * 0.55) / all)).toBeLessThanOrEqual(1)
    }
  }
  expect(mixed).toBeGreaterThan(0)
  expect((await client.ledger.verify()).isSound).toBe(true)
})

test('without a margin anywhere the contribution is unknown, and known where a source has one', async () => {
  host = await openFixtureLedger()
  const { client } = host
  await client.settings.update({ commandId: newCommandId(), patch: { marginBasisPoints: null } })
  expect(await contribution(client)).toBeNull()
  await set(client, { source: 'shopify' }, 4000)
  expect(await contribution(client)).toBeGreaterThan(0)
})

test('a margin over 100 % is refused', async () => {
  host = await openFixtureLedger()
  await expect(set(host.client, { source: 'shopify' }, 10_001)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
