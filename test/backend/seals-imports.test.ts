// Imports and closed months: what a later export brings, changes or no longer has, and taking a whole import back.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  FIXTURES,
  importBytes,
  newCommandId,
  openFixtureLedger,
  readFixture,
  type DirectHost,
} from '../support/direct-host.ts'
import { linesOf } from '../support/ledger-sources.ts'

let host: DirectHost
let before: ReturnType<typeof totals>
let sealed: string

beforeEach(async () => {
  host = await openFixtureLedger()
  await host.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-05', withEarlier: true })
  before = totals()
  sealed = sealedText()
})
afterEach(() => host.close())

const sealedText = () => JSON.stringify(linesOf(host).filter((line) => line.day <= '2026-05-31'))

/** Sums by kind, over all days. */
function totals(): Record<string, { cents: number; seconds: number }> {
  const sums: Record<string, { cents: number; seconds: number }> = {}
  for (const { kind, cents, seconds } of linesOf(host)) {
    const sum = (sums[kind] ??= { cents: 0, seconds: 0 })
    sum.cents += cents
    sum.seconds += seconds
  }
  return sums
}

async function expectSealedAndSound() {
  expect(sealedText()).toBe(sealed)
  expect((await host.client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
}

test.each([
  ['hours', 'toggl-detailed.csv', 'labour'],
  ['ads', 'meta-ads-de.csv', 'ads'],
  ['orders', 'shopify-orders.csv', 'revenue'],
])('an import of %s is taken back and brought again', async (_, file, kind) => {
  const batch = (await host.client.imports.batches()).find((one) => one.fileName === file)!
  const receipt = await host.client.imports.undoBatch({ commandId: newCommandId(), batchId: batch.id })
  await expectSealedAndSound()
  if (file === 'meta-ads-de.csv') expect(totals()[kind]!.cents).toBeLessThan(before[kind]!.cents)
  else expect(totals()[kind]).toEqual({ cents: 0, seconds: 0 })
  await host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
  await expectSealedAndSound()
  expect(totals()).toEqual(before)
  expect(linesOf(host).filter((line) => line.for_day !== null)).toEqual([])
})

test('the same files once more book nothing, fewer rows are taken back, and the full files put them back', async () => {
  const importAll = (lines: number | undefined) =>
    importBytes(
      host.client,
      FIXTURES.map((name) => {
        const { bytes } = readFixture(name)
        return name === 'shopify-orders.csv' && lines !== undefined
          ? { name, bytes: Buffer.from(bytes.toString('utf8').split('\n').slice(0, lines).join('\n')) }
          : { name, bytes }
      }),
      { removeGone: true },
    )
  await importAll(undefined)
  expect(totals()).toEqual(before)
  await importAll(400)
  await expectSealedAndSound()
  await importAll(undefined)
  await expectSealedAndSound()
  expect(totals()).toEqual(before)
})
