// After any sequence of edits and undos the rollups equal the lines, and undoing everything leaves the ledger as it began.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import { importBytes, newCommandId, openDirectHost, readFixture, type DirectHost } from '../support/direct-host.ts'

type Step = (host: DirectHost, n: number) => Promise<Receipt | null>

const period = { from: '2025-12-01', to: '2027-01-31' }
const firstLines = (name: string, count: number) =>
  Buffer.from(readFixture(name).bytes.toString('utf8').split('\n').slice(0, count).join('\n'))

const steps: Record<string, Step> = {
  rate: ({ client }, n) =>
    client.settings.setRate({
      commandId: newCommandId(),
      personId: null,
      validFrom: `2026-${String((n % 9) + 1).padStart(2, '0')}-01`,
      centsPerHour: 1000 + n,
      basis: null,
    }),
  margin: ({ client }, n) =>
    client.settings.update({ commandId: newCommandId(), patch: { marginBasisPoints: n % 10_001 } }),
  window: ({ client }, n) =>
    client.settings.update({ commandId: newCommandId(), patch: { attributionWindowDays: (n % 90) + 1 } }),
  expense: ({ client }, n) =>
    client.costs.addExpense({
      commandId: newCommandId(),
      expense: {
        kind: 'tool',
        name: `Werkzeug ${n}`,
        cents: n + 1,
        startsOn: '2026-01-31',
        endsOn: n % 2 ? '2026-05-10' : null,
        repetition: (['once', 'monthly', 'quarterly', 'yearly'] as const)[n % 4]!,
        channelId: null,
        campaignId: null,
        scope: n % 3 ? 'social' : 'other',
        note: '',
      },
    }),
  sale: ({ client }, n) =>
    client.revenue.addSale({
      commandId: newCommandId(),
      sale: {
        name: `Verkauf ${n}`,
        day: '2026-03-29',
        paidCents: n + 10,
        taxCents: n % 10,
        refundedCents: n % 7,
        origin: n % 2 ? { kind: 'other' } : null,
        campaignId: null,
      },
    }),
  removeExpense: async ({ client }) => {
    const [first] = await client.costs.expenses()
    return first ? client.costs.removeExpense({ commandId: newCommandId(), id: first.id }) : null
  },
  hours: async ({ client }, n) =>
    (await importBytes(client, [{ name: 'toggl.csv', bytes: firstLines('toggl-detailed.csv', 5 + (n % 120)) }]))
      .receipt,
  orders: async ({ client }, n) =>
    (await importBytes(client, [{ name: 'shop.csv', bytes: firstLines('shopify-orders.csv', 10 + (n % 150)) }]))
      .receipt,
  fewerOrders: async ({ client }, n) =>
    (
      await importBytes(client, [{ name: 'shop.csv', bytes: firstLines('shopify-orders.csv', 5 + (n % 60)) }], {
        removeGone: true,
      })
    ).receipt,
  lastImportBack: async ({ client }) => {
    const [last] = await client.imports.batches()
    return last ? client.imports.undoBatch({ commandId: newCommandId(), batchId: last.id }).catch(() => null) : null
  },
  remap: async ({ client }, n) => {
    const [item] = await client.imports.mappings()
    if (!item || item.source !== 'activity') return null
    const activity = (['ads', 'content', null] as const)[n % 3] ?? null
    return client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'activity', value: item.value, target: { kind: 'activity', activity } },
    })
  },
}

const sequence = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 20_000 })), {
  minLength: 1,
  maxLength: 12,
})

test('sums stay true, and undo leads back to the beginning', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async (script) => {
      const host = await openDirectHost({ marginBasisPoints: 5000 })
      try {
        const receipts: Receipt[] = []
        for (const [name, n] of script) {
          const receipt = await steps[name]!(host, n)
          if (receipt?.isUndoable) receipts.push(receipt)
        }
        const failed = (await host.client.ledger.verify()).checks.filter((check) => !check.isPassed)
        expect(failed).toEqual([])
        for (const receipt of receipts.toReversed())
          await host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
        expect((await host.client.ledger.verify()).isSound).toBe(true)
        const { totals, other } = await host.client.result.summary({ period, model: 'linear', by: 'channel' })
        expect({ ...totals, ...other, returnPerHourCents: 0 }).toMatchObject({
          seconds: 0,
          labourCents: 0,
          adsCents: 0,
          otherCostCents: 0,
          netCents: 0,
          orders: 0,
        })
        expect(await host.client.settings.channels()).toEqual([])
      } finally {
        host.close()
      }
    }),
    { numRuns: 20 },
  )
})
