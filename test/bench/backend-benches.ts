/** What the backend takes: imports through the contract, and the figures of the result page. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_SETTINGS, writeSettings } from '../../electron/backend/database/settings-row.ts'
import { createLedgerFile } from '../../electron/backend/database/open.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { addDays, type Period } from '../../shared/domain/day.ts'
import type { Client } from '../../shared/contract/contract.ts'
import {
  commitHandles,
  FIXTURES,
  makeBackend,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  readFixture,
  stageFile,
} from '../support/direct-host.ts'
import { fillTenYears, shopifyFile, TEN_YEARS_ROWS } from './datasets.ts'
import { inMs, medianMs, ratio, timeMs, type Measurement } from './measure.ts'

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

const LARGE = [
  { orders: 50_000, budgetMs: 1_500 },
  { orders: 100_000, budgetMs: 3_000 },
] as const
const UNDO_BUDGET_MS = 1_000

/** Order files of one line an order: the hardest kind of row, since each becomes a purchase with touches and shares. */
export async function benchLargeImport(): Promise<Measurement[]> {
  const rows: Measurement[] = []
  for (const { orders, budgetMs } of LARGE) {
    const host = await openDirectHost({ marginBasisPoints: 5500 })
    const { inspect, commit, batchIds } = await importOnce(host.client, 'orders.csv', shopifyFile(orders))
    const [batchId] = batchIds
    if (batchId === undefined) throw new Error('the import made no batch')
    const undo = await timeMs(() => host.client.imports.undoBatch({ commandId: newCommandId(), batchId }))
    host.close()
    const count = orders.toLocaleString('en')
    rows.push(
      { what: `${count} orders: preview`, figure: inMs(inspect) },
      {
        what: `${count} orders: import`,
        figure: inMs(commit),
        against: `${ratio(commit, budgetMs)} of ${inMs(budgetMs)}`,
      },
      {
        what: `${count} orders: undo`,
        figure: inMs(undo),
        against: `${ratio(undo, UNDO_BUDGET_MS)} of ${inMs(UNDO_BUDGET_MS)}`,
      },
    )
  }
  return rows
}

export async function benchFixtureResult(): Promise<Measurement[]> {
  const host = await openFixtureLedger()
  const rows = await benchResult(host.client)
  host.close()
  return rows
}

/** Makes the ledger of ten years in a folder; returns its path and how long that took. */
export async function makeTenYears(folder: string): Promise<{ path: string; row: Measurement }> {
  const path = join(folder, 'ten-years.gegenwert')
  rmSync(path, { force: true })
  const settings = { ...DEFAULT_SETTINGS, isFirstStartDone: true, marginBasisPoints: 5500, salt: 'bench' }
  const took = await timeMs(() => {
    createLedgerFile(path, (db) => {
      writeSettings(db, settings)
      fillTenYears(db, settings)
    })
  })
  const { timeEntries, orders, adRows } = TEN_YEARS_ROWS
  const against = `${timeEntries} time entries, ${orders} orders, ${adRows} ad rows`
  return { path, row: { what: 'fill and derive ten years', figure: inMs(took), against } }
}

export async function benchTenYearsResult(folder: string, path: string): Promise<Measurement[]> {
  const backend = makeBackend(folder, path)
  const open = await timeMs(() => backend.openLedger(path))
  const rows = await benchResult(directClient(backend))
  backend.close()
  return [{ what: 'open the ledger', figure: inMs(open) }, ...rows]
}

const RUNS = 15
const RESULT_BUDGET_MS = 5

/** Medians over the models, for the whole time and for a period that begins and ends within a month. */
async function benchResult(client: Client): Promise<Measurement[]> {
  const whole = await client.result.extent()
  if (whole === null) throw new Error('an empty ledger')
  const edges: Period = { from: addDays(whole.from, 17), to: addDays(whole.to, -11) }
  const rows: Measurement[] = []
  for (const [name, period] of [
    ['whole time', whole],
    ['edges within months', edges],
  ] as const) {
    let turn = 0
    const model = () => ATTRIBUTION_MODELS[turn++ % ATTRIBUTION_MODELS.length] ?? 'last'
    const summary = await medianMs(RUNS, () => client.result.summary({ period, model: model(), by: 'channel' }))
    const confidence = await medianMs(RUNS, () => client.result.confidence({ period, model: model() }))
    for (const [what, time] of [
      ['result.summary', summary],
      ['result.confidence', confidence],
    ] as const) {
      const against = `${ratio(time, RESULT_BUDGET_MS)} of ${inMs(RESULT_BUDGET_MS)}`
      rows.push({ what: `${what}, ${name}`, figure: inMs(time), against })
    }
  }
  return rows
}
