// Sums over a filter come from rollups; for any filter they are those of the lines themselves.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerLine, LineFilter } from '../../shared/contract/ledger.ts'
import { openFixtureLedger, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
beforeAll(async () => {
  host = await openFixtureLedger()
})
afterAll(() => host.close())

async function allLines(filter: LineFilter): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  let cursor: { day: LedgerLine['day']; id: number } | null = null
  do {
    const page = await host.client.ledger.lines({ filter, cursor, limit: 200 })
    lines.push(...page.lines)
    cursor = page.next
  } while (cursor !== null)
  return lines
}

const day = fc
  .integer({ min: 0, max: 400 })
  .map((n) => new Date(Date.UTC(2025, 11, 1) + n * 86_400_000).toISOString().slice(0, 10))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const idOrNone = maybe(fc.constantFrom(null, 1, 2, 3))
const filters = fc
  .record({
    days: fc.tuple(day, day),
    scope: maybe(fc.constantFrom('social', 'other')),
    kinds: maybe(fc.uniqueArray(fc.constantFrom('labour', 'ads', 'revenue'), { minLength: 1 })),
    channelId: idOrNone,
    campaignId: idOrNone,
    personId: idOrNone,
    activity: maybe(fc.constantFrom(null, 'content', 'dialogue')),
    clientId: maybe(fc.constant(null)),
    conversationId: maybe(fc.constantFrom(null, 1)),
  })
  .map(({ days, ...rest }) => {
    const [from, to] = days.toSorted()
    return { period: { from, to }, ...rest } as LineFilter
  })

test('sums equal those of the lines', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const lines = await allLines(filter)
      const total = (of: (line: LedgerLine) => number) => lines.reduce((sum, line) => sum + of(line), 0)
      const { sums } = await host.client.ledger.lines({ filter })
      expect(sums).toEqual({
        count: lines.length,
        costCents: total((line) => (line.kind === 'revenue' ? 0 : line.cents)),
        revenueCents: total((line) => (line.kind === 'revenue' ? line.cents : 0)),
        seconds: total((line) => line.seconds),
      })
    }),
    { numRuns: 60 },
  )
})
