/** What imports take, through the contract: reading, previewing, writing, taking back. */
import type { Client } from '../../shared/contract/contract.ts'
import {
  commitHandles,
  FIXTURES,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  readFixture,
  stageFile,
} from '../support/direct-host.ts'
import { inMs, ratio, timeMs, type Measurement } from './measure.ts'
import { shopifyFile } from './order-file.ts'
import { benchResult } from './result-benches.ts'
import { togglFile } from './time-file.ts'

/** The four files one after the other, each read, previewed and written. */
export async function benchFixtureImport(): Promise<Measurement[]> {
  const host = await openDirectHost({ marginBasisPoints: 5500 })
  const rows: Measurement[] = []
  let total = 0
  for (const name of FIXTURES) {
    const { bytes } = readFixture(name)
    const times = await importOnce(host.client, name, bytes)
    total += times.all
    rows.push({
      what: name,
      figure: inMs(times.all),
      against: `preview ${inMs(times.inspect)}, import ${inMs(times.commit)}`,
    })
  }
  host.close()
  return [...rows, { what: 'all four', figure: inMs(total) }]
}

async function importOnce(client: Client, name: string, bytes: Uint8Array) {
  let handle = ''
  const stage = await timeMs(async () => (handle = await stageFile(client, name, bytes)))
  const inspect = await timeMs(() => client.imports.inspect({ files: [{ handle }] }))
  let batchIds: number[] = []
  const commit = await timeMs(async () => ({ batchIds } = await commitHandles(client, [handle])))
  return { stage, inspect, commit, all: stage + inspect + commit, batchIds }
}

export const LARGE_IMPORTS = [
  { orders: 50_000, budgetMs: 1_500 },
  { orders: 100_000, budgetMs: 3_000 },
] as const
const UNDO_BUDGET_MS = 1_000

const TIME_ROWS = 100_000
const TIME_BUDGET_MS = 3_000

/** A tracker's file of three years, of a dozen people and eight projects. */
export function benchTimeImport(rows = TIME_ROWS): Promise<Measurement[]> {
  const file = { name: 'times.csv', bytes: togglFile(rows) }
  return benchImport(`${rows.toLocaleString('en')} hours`, file, TIME_BUDGET_MS)
}

/** Order files of one line an order: the hardest kind of row, since each becomes a purchase with touches and shares. */
export async function benchLargeImport(imports: readonly { orders: number; budgetMs: number }[] = LARGE_IMPORTS) {
  const rows: Measurement[] = []
  for (const { orders, budgetMs } of imports) {
    const file = { name: 'orders.csv', bytes: shopifyFile(orders) }
    rows.push(...(await benchImport(`${orders.toLocaleString('en')} orders`, file, budgetMs)))
  }
  return rows
}

/** With the time on the processor, which other work on the machine changes less than the clock. */
async function benchImport(what: string, file: { name: string; bytes: Uint8Array }, budgetMs: number) {
  const host = await openDirectHost({ marginBasisPoints: 5500 })
  const before = processorMs()
  const { inspect, commit, batchIds } = await importOnce(host.client, file.name, file.bytes)
  const imported = processorMs() - before
  const [batchId] = batchIds
  if (batchId === undefined) throw new Error('the import made no batch')
  const undo = await timeMs(() => host.client.imports.undoBatch({ commandId: newCommandId(), batchId }))
  const undone = processorMs() - before - imported
  host.close()
  const against = (took: number, budget: number) => `${ratio(took, budget)} of ${inMs(budget)}`
  const rows: Measurement[] = [
    { what: `${what}: preview`, figure: inMs(inspect), against: `processor, with the import: ${inMs(imported)}` },
    { what: `${what}: import`, figure: inMs(commit), against: against(commit, budgetMs) },
    {
      what: `${what}: undo`,
      figure: inMs(undo),
      against: `${against(undo, UNDO_BUDGET_MS)}, processor ${inMs(undone)}`,
    },
  ]
  return rows
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export async function benchFixtureResult(): Promise<Measurement[]> {
  const host = await openFixtureLedger()
  const rows = await benchResult(host.client, 5)
  host.close()
  return rows
}
