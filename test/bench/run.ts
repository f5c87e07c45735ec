/**
 * npm run bench: prints what things take on this machine. Asserts nothing: compare figures of one run only.
 *
 *   --extreme          also the ledger of a million lines, and the comparison on its journal (minutes, and gigabytes of memory)
 *   --only=<parts>     of fixtures, result, imports, time, calendar, moderation, moderation-erasure, comparison, start, bundle
 *   --data=<folder>    uses the ledgers npm run bench:data wrote there instead of writing them
 *   --patience=<s>     how long another program may take in the comparison (default 300)
 *   --no-build         measures the last build
 *   --processor        processor time in place of the clock, of what runs in this process: questions, imports
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../support/host-processes.ts'
import { benchBundle } from './bundle-size.ts'
import { benchCalendar } from './calendar-benches.ts'
import { benchColdStart } from './cold-start.ts'
import { benchComparison } from './compare-benches.ts'
import { DATASETS, LOGS, sizeOfLines, type DatasetName, type LogName } from './datasets.ts'
import { readFlags } from './flags.ts'
import { benchFixtureImport, benchFixtureResult, benchLargeImport, benchTimeImport } from './import-benches.ts'
import { describeLedger, makeLedger, type MadeLedger } from './make-ledger.ts'
import { inMb, inSeconds, isProcessorTime, printTable, timeMs } from './measure.ts'
import { benchErasure, benchModeration, logFiles } from './moderation-benches.ts'
import { makePlanFiles } from './plan-files.ts'
import { benchLedgerResult } from './result-benches.ts'
import { benchTimeQuestions, makeTimeLedgers } from './time-benches.ts'
import { benchTimeScreens } from './time-screens.ts'

const PARTS = [
  'fixtures',
  'result',
  'imports',
  'time',
  'calendar',
  'moderation',
  'moderation-erasure',
  'comparison',
  'start',
  'bundle',
] as const
type Part = (typeof PARTS)[number]

const { values, has } = readFlags(process.argv.slice(2))
const only = values.get('only')?.split(',')
const isAsked = (part: Part) => only === undefined || only.includes(part)
const strange = only?.find((name) => !PARTS.some((part) => part === name))
if (strange !== undefined) {
  console.error(`unknown part: ${strange} (${PARTS.join(', ')})`)
  process.exit(2)
}

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
if (isProcessorTime) console.log('Processor time, not the clock.')
if (!has('no-build') && (isAsked('start') || isAsked('bundle') || isAsked('time')) && !build())
  console.log('The build failed: cold start, bundle and screens are those of the last build, if there is one.')

const folder = mkdtempSync(join(tmpdir(), 'gegenwert-bench-'))
try {
  if (isAsked('fixtures')) {
    printTable('Import of the four sample files', await benchFixtureImport())
    printTable(resultTitle('the four sample files', 5), await benchFixtureResult())
  }
  if (isAsked('imports')) printTable('Large imports', await benchLargeImport())
  if (isAsked('time')) await benchTime()
  if (isAsked('calendar')) await benchPlan()
  if (isAsked('moderation') || isAsked('moderation-erasure')) await benchLog()
  if (isAsked('comparison')) await compare('50,000', () => makeLedger(folder, 'comparison', sizeOfLines(50_000)))
  const tenYears = isAsked('result') || isAsked('start') ? await ledgerOf('ten-years') : null
  if (tenYears && isAsked('result'))
    printTable(resultTitle('ten years', 5), await benchLedgerResult(folder, tenYears.path, 5))
  if (tenYears && isAsked('start')) printTable('Cold start', await benchColdStart(tenYears.path))
  if (isAsked('bundle')) printTable('Bundle', benchBundle(join(projectFolder, 'out', 'renderer')))
  if (has('extreme') && (isAsked('result') || isAsked('comparison'))) {
    const extreme = await ledgerOf('extreme')
    if (isAsked('result')) printTable(resultTitle('extreme', 15), await benchLedgerResult(folder, extreme.path, 15))
    if (isAsked('comparison')) await compare('1,000,000', () => extreme)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function resultTitle(ledger: string, budgetMs: number): string {
  return `Result page on ${ledger}: median, × of ${budgetMs} ms, quickest – of the whole time; of edges within months`
}

async function benchTime(): Promise<void> {
  const ledgers = makeTimeLedgers(folder)
  const counts = ledgers.map(({ entries }) => entries.toLocaleString('en')).join(' and ')
  const head = (what: string) =>
    `${what} of ${counts} entries: median (quickest) of each, and × of the first; load ${loadavg()[0]?.toFixed(0)}`
  printTable(head('Questions about time'), await benchTimeQuestions(folder, ledgers))
  printTable(head('Screens of time'), await benchTimeScreens(ledgers))
  printTable(`Import of hours; load ${loadavg()[0]?.toFixed(0)}`, await benchTimeImport())
}

async function benchPlan(): Promise<void> {
  const files = makePlanFiles(folder)
  const counts = files.map(({ variants }) => variants.toLocaleString('en')).join(' and ')
  const head = `The calendar of ${counts} posts: median (quickest) of each, and × of the first; load ${loadavg()[0]?.toFixed(0)}`
  printTable(head, await benchCalendar(folder, files))
}

async function benchLog(): Promise<void> {
  const logs = logFiles(logOf)
  const counts = logs.map(({ conversations }) => conversations.toLocaleString('en')).join(' and ')
  const head = (what: string) =>
    `${what} of ${counts} conversations: median (quickest) of each, and × of the first; load ${loadavg()[0]?.toFixed(0)}`
  if (isAsked('moderation')) printTable(head('The moderation log'), await benchModeration(folder, logs))
  if (isAsked('moderation-erasure')) printTable(head('Erasing in the log'), await benchErasure(folder, logs))
}

function logOf(name: LogName): string {
  const data = values.get('data')
  return data === undefined
    ? makeLedger(folder, name, LOGS[name]).path
    : describeLedger(join(data, `${name}.gegenwert`)).path
}

async function compare(lines: string, make: () => MadeLedger): Promise<void> {
  const rows = await benchComparison(folder, make().path, Number(values.get('patience') ?? 300))
  printTable(`Profit by month and channel of ${lines} lines`, rows)
}

async function ledgerOf(name: DatasetName): Promise<MadeLedger> {
  const data = values.get('data')
  if (data !== undefined) return describeLedger(join(data, `${name}.gegenwert`))
  let made: MadeLedger | undefined
  const took = await timeMs(() => (made = makeLedger(folder, name, DATASETS[name])))
  if (made === undefined) throw new Error(`no ledger ${name}`)
  const against = `${made.lines.toLocaleString('en')} lines, ${inMb(made.bytes)}`
  printTable(`Ledger ${name}`, [{ what: 'fill and derive', figure: inSeconds(took), against }])
  return made
}

function build(): boolean {
  const { status } = spawnSync('npx', ['electron-vite', 'build'], { cwd: projectFolder, stdio: 'ignore' })
  return status === 0
}
